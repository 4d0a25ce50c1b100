package org.sala.casework;

import java.util.List;
import java.util.Optional;
import org.sala.casework.station.OlderFiles;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.casework.station.Tools;
import org.sala.crypto.Secret;
import org.sala.domain.Compartment;
import org.sala.domain.IdSource;
import org.sala.domain.ScopeId;
import org.sala.journal.FileOpener;
import org.sala.journal.ScopeKeyring;
import org.sala.journal.SegmentJournal;
import org.sala.store.View;
import org.sala.vault.KeyFile;
import org.sala.vault.ObjectFolder;
import org.sala.vault.OfficerKeys;
import org.sala.vault.ScopeKeys;
import org.sala.vault.SealedFile;
import org.sala.vault.Unlocking;
import org.sala.vault.VaultFault;
import org.sala.vault.WorkspaceFolder;

/** From an open slot to a desk: state, scope keys, journal and view, each told apart. */
final class Entrance {
  private final Tools tools;
  private final Progress rebuilding;
  private final boolean anew;

  /**
   * @param anew whether the view is not even looked at
   */
  Entrance(Tools tools, Progress rebuilding, boolean anew) {
    this.anew = anew;
    this.tools = tools;
    this.rebuilding = rebuilding;
  }

  Workplace.Entry open(
      WorkspaceFolder folder, KeyFile keyFile, Unlocking.Opened opened, OfficerKeys officer) {
    SealedFile stateFile = StationState.file(folder.root(), opened.keys(), tools.random());
    Optional<StationState> read = orNothing(() -> StationState.read(stateFile));
    if (read.isEmpty()) {
      return new Workplace.Entry.StateDamaged();
    }
    StationState state = read.get();
    boolean mended = keyFile.oneCopyIsSpoiled();
    OlderFiles.Found found =
        new OlderFiles.Found(keyFile.generation(opened.keys()), state.generation(), mended);
    state.restartIfOrdered(new IdSource(tools.clock(), tools.random()), tools.now());
    Optional<ScopeKeys> scopeKeys =
        orNothing(
            () -> Optional.of(new ScopeKeys(folder.folder("keys"), opened.keys(), tools.random())));
    if (scopeKeys.isEmpty()) {
      return new Workplace.Entry.ScopeKeysDamaged();
    }
    SegmentJournal.Opening opening =
        SegmentJournal.open(
            folder.folder("journal"),
            new SegmentJournal.Identity(state.station(), state.incarnation()),
            new SegmentJournal.Tools(
                opened.keys().workspace(),
                keyring(scopeKeys.get()),
                FileOpener.disk(),
                tools.random()),
            state.journalRead(),
            run -> {});
    SegmentJournal journal;
    switch (opening) {
      case SegmentJournal.Opening.Damaged d -> {
        return new Workplace.Entry.JournalDamaged(d.segment());
      }
      case SegmentJournal.Opening.TooNew t -> {
        return new Workplace.Entry.TooNew();
      }
      case SegmentJournal.Opening.Opened o -> journal = o.journal();
    }
    if (anew) {
      state.remove("viewLeft");
    }
    View view;
    switch (new Viewing(folder, state, journal, tools, rebuilding).open()) {
      case Viewing.Opening.JournalDamaged d -> {
        journal.close();
        return new Workplace.Entry.JournalDamaged(0);
      }
      case Viewing.Opening.DiskFull f -> {
        journal.close();
        return new Workplace.Entry.DiskFull();
      }
      case Viewing.Opening.Stopped st -> {
        journal.close();
        return new Workplace.Entry.Stopped();
      }
      case Viewing.Opening.Ready r -> view = r.view();
    }
    if (mended) {
      keyFile.mend(opened.keys());
    }
    return new Workplace.Entry.Entered(
        new Desk(
            new Station(
                tools,
                folder,
                keyFile,
                opened,
                officer,
                state,
                scopeKeys.get(),
                new ObjectFolder(
                    folder.folder("objects"), opened.keys(), scopeKeys.get(), tools.random()),
                journal,
                view,
                new IdSource(tools.clock(), tools.random()),
                keyFile.use(opened.keys()) == KeyFile.Use.PRACTICE),
            found));
  }

  private interface Reading<T> {
    Optional<T> read();
  }

  /** Empty when what is there is not what was written; any other fault of the disk goes on. */
  private static <T> Optional<T> orNothing(Reading<T> reading) {
    try {
      return reading.read();
    } catch (VaultFault e) {
      if (e.code() == VaultFault.Code.DAMAGED || e.code() == VaultFault.Code.NO_KEY) {
        return Optional.empty();
      }
      throw e;
    }
  }

  static ScopeKeyring keyring(ScopeKeys keys) {
    return new ScopeKeyring() {
      @Override
      public Optional<Secret> find(ScopeId scope, Compartment compartment) {
        return keys.find(scope, compartment);
      }

      @Override
      public void ensure(List<Wanted> wanted) {
        keys.ensure(
            wanted.stream().map(w -> new ScopeKeys.Wanted(w.scope(), w.compartment())).toList());
      }
    };
  }
}
