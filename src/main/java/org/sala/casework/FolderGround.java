package org.sala.casework;

import java.util.EnumSet;
import java.util.Optional;
import org.sala.casework.station.Progress;
import org.sala.casework.station.StationState;
import org.sala.casework.station.Tools;
import org.sala.domain.Compartment;
import org.sala.journal.FileOpener;
import org.sala.journal.SegmentJournal;
import org.sala.store.View;
import org.sala.vault.ObjectFolder;
import org.sala.vault.ScopeKeys;
import org.sala.vault.WorkspaceFolder;
import org.sala.vault.WorkspaceKeys;

/** Everything in the workspace's own folder: one program, one machine. */
final class FolderGround implements Ground {
  private final WorkspaceFolder folder;
  private final WorkspaceKeys keys;
  private final StationState state;
  private final Tools tools;
  private final Progress rebuilding;

  FolderGround(
      WorkspaceFolder folder,
      WorkspaceKeys keys,
      StationState state,
      Tools tools,
      Progress rebuilding) {
    this.folder = folder;
    this.keys = keys;
    this.state = state;
    this.tools = tools;
    this.rebuilding = rebuilding;
  }

  @Override
  public Opening open() {
    Closing closing = new Closing();
    boolean inside = false;
    try {
      Opening opening = open(closing);
      inside = opening instanceof Opening.Opened;
      return opening;
    } finally {
      if (!inside) {
        closing.close();
      }
    }
  }

  private Opening open(Closing closing) {
    Optional<ScopeKeys> found =
        Entrance.orNothing(
            () -> Optional.of(new ScopeKeys(folder.folder("keys"), keys, tools.random())));
    if (found.isEmpty()) {
      return new Opening.Refused(new Workplace.Entry.ScopeKeysDamaged());
    }
    ScopeKeys scopeKeys = closing.add(found.get());
    if (EntriesHeld.keysAreFewer(state, scopeKeys)) {
      return new Opening.Refused(new Workplace.Entry.ScopeKeysDamaged());
    }
    SegmentJournal.Opening opening =
        SegmentJournal.open(
            folder.folder("journal"),
            new SegmentJournal.Identity(state.station(), state.incarnation()),
            new SegmentJournal.Tools(
                keys.workspace(), Entrance.keyring(scopeKeys), FileOpener.disk(), tools.random()),
            state.journalRead(),
            run -> {});
    return switch (opening) {
      case SegmentJournal.Opening.Damaged d ->
          new Opening.Refused(new Workplace.Entry.JournalDamaged(d.segment()));
      case SegmentJournal.Opening.TooNew t -> new Opening.Refused(new Workplace.Entry.TooNew());
      case SegmentJournal.Opening.Opened o -> open(closing, scopeKeys, closing.add(o.journal()));
    };
  }

  private Opening open(Closing closing, ScopeKeys scopeKeys, SegmentJournal journal) {
    if (EntriesHeld.keysAreGone(journal, scopeKeys)) {
      return new Opening.Refused(new Workplace.Entry.ScopeKeysDamaged());
    }
    Viewing.Opening opening =
        new Viewing(
                folder,
                state,
                journal,
                tools,
                rebuilding,
                keys.compartments().keySet().containsAll(EnumSet.allOf(Compartment.class)))
            .open();
    if (opening instanceof Viewing.Opening.Ready ready) {
      View view = closing.add(ready.view());
      return new Opening.Opened(
          scopeKeys,
          new ObjectFolder(folder.folder("objects"), keys, scopeKeys, tools.random()),
          journal,
          view,
          Optional.empty());
    }
    return new Opening.Refused(
        switch (opening) {
          case Viewing.Opening.JournalDamaged d -> new Workplace.Entry.JournalDamaged(0);
          case Viewing.Opening.DiskFull f -> new Workplace.Entry.DiskFull();
          case Viewing.Opening.Stopped st -> new Workplace.Entry.Stopped();
          case Viewing.Opening.Ready r -> throw new IllegalStateException("opened");
        });
  }
}
