package org.sala.casework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sala.casework.station.Faults;
import org.sala.casework.station.Progress;
import org.sala.casework.station.StationState;
import org.sala.casework.station.Tools;
import org.sala.domain.Value;
import org.sala.journal.Checkpoint;
import org.sala.journal.FileOpener;
import org.sala.journal.FrameCopy;
import org.sala.journal.FrameRows;
import org.sala.journal.JournalFault;
import org.sala.journal.SegmentJournal;
import org.sala.store.StoreFault;
import org.sala.vault.ObjectFolder;
import org.sala.vault.ScopeKeys;
import org.sala.vault.WorkspaceFolder;
import org.sala.vault.WorkspaceKeys;

/**
 * Moves a headquarters out of its own folder onto a server ({@code docs/decisions/0131}): journal,
 * keys of scopes, attached files and packages as they lie, sealed as they are. Until the last step,
 * one write of the state, the folder is the headquarters; from then on it is one machine's.
 */
final class Moving {
  /** Set until what programs share stands in the journal. */
  static final String UNTOLD = "server.untold";

  private final WorkspaceFolder folder;
  private final WorkspaceKeys keys;
  private final StationState state;
  private final Tools tools;
  private final ServerLogin login;
  private final Progress progress;

  Moving(
      WorkspaceFolder folder,
      WorkspaceKeys keys,
      StationState state,
      Tools tools,
      ServerLogin login,
      Progress progress) {
    this.folder = folder;
    this.keys = keys;
    this.state = state;
    this.tools = tools;
    this.login = login;
    this.progress = progress;
  }

  Moved move() {
    Optional<ServerLogin> there = ServerLogin.of(state);
    if (there.isPresent()) {
      return new Moved.AlreadyThere(there.get().where());
    }
    if (!state.flag("isHeadquarters")) {
      return new Moved.NotHeadquarters();
    }
    Optional<ScopeKeys> scopeKeys =
        Entrance.orNothing(
            () -> Optional.of(new ScopeKeys(folder.folder("keys"), keys, tools.random())));
    if (scopeKeys.isEmpty()) {
      return new Moved.Refused(new Workplace.Entry.ScopeKeysDamaged());
    }
    try (ScopeKeys open = scopeKeys.get()) {
      return move(open);
    } catch (Authors.WrongException e) {
      return new Moved.SignatureWrong(e.sequence());
    } catch (ServerLoading.StopException e) {
      return new Moved.Stopped();
    } catch (StoreFault e) {
      return new Moved.Refused(new Workplace.Entry.ServerAway(login.where()));
    } catch (JournalFault e) {
      if (e.getCause() instanceof StoreFault) {
        return new Moved.Refused(new Workplace.Entry.ServerAway(login.where()));
      }
      throw Faults.of(e);
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }

  private Moved move(ScopeKeys scopeKeys) throws IOException {
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
          new Moved.Refused(new Workplace.Entry.JournalDamaged(d.segment()));
      case SegmentJournal.Opening.TooNew t -> new Moved.Refused(new Workplace.Entry.TooNew());
      case SegmentJournal.Opening.Opened o -> {
        try (SegmentJournal journal = o.journal();
            FrameRows from = journal.frames();
            ServerLoading to = new ServerLoading(login.address(), progress);
            ObjectFolder objects =
                new ObjectFolder(folder.folder("objects"), keys, scopeKeys, tools.random())) {
          yield move(scopeKeys, from, objects, to);
        }
      }
    };
  }

  private Moved move(ScopeKeys scopeKeys, FrameRows from, ObjectFolder objects, ServerLoading to)
      throws IOException {
    if (!to.mayFollow()) {
      return new Moved.NotAnImporter();
    }
    Authors authors = new Authors(state);
    FrameCopy copy = new FrameCopy(keys.workspace(), Entrance.keyring(scopeKeys));
    return switch (to.frames(copy, from, authors)) {
      case FrameCopy.Outcome.Damaged d ->
          new Moved.Refused(new Workplace.Entry.JournalDamaged(d.at().segment()));
      case FrameCopy.Outcome.TooNew t -> new Moved.Refused(new Workplace.Entry.TooNew());
      case FrameCopy.Outcome.Differs d -> new Moved.Refused(new Workplace.Entry.ServerDiffers());
      case FrameCopy.Outcome.Stopped s -> new Moved.Stopped();
      case FrameCopy.Outcome.Copied c -> {
        if (!to.scopeKeys(scopeKeys.entries()) || !to.objects(objects.entries())) {
          yield new Moved.Refused(new Workplace.Entry.ServerDiffers());
        }
        ServerLoading.Files files = to.files(sealedFiles());
        goOver(c.end(), authors.lastNumber());
        yield new Moved.Done(c.end().last(), authors.unknown(), files.kept(), files.spoiled());
      }
    };
  }

  /** Attachments, packages that leave, and packages that wait: sealed, whoever keeps them. */
  private List<Path> sealedFiles() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String name : List.of("objects", "outbox", "quarantine", "originals")) {
      try (Stream<Path> files = Files.list(folder.folder(name))) {
        files
            .filter(Files::isRegularFile)
            .filter(f -> f.getFileName().toString().matches("[0-9a-f]{64}|.+\\.sala"))
            .sorted()
            .forEach(all::add);
      }
    }
    return all;
  }

  /** Makes the folder one machine's, in one write; nothing of its view is of use. */
  private void goOver(Checkpoint end, long lastNumber) throws IOException {
    byte[] viewKey = new byte[32];
    tools.random().nextBytes(viewKey);
    Map<String, Value> here = new LinkedHashMap<>(login.parts());
    here.put("journalRead", Value.text(end.text()));
    here.put(StationState.LAST_NUMBER, Value.whole(lastNumber));
    here.put(StationState.CLOCK, tools.now().toValue());
    here.put("viewLeft", Value.Nothing.HERE);
    here.put("viewKey", Value.text(HexFormat.of().formatHex(viewKey)));
    here.put(UNTOLD, Value.flag(true));
    state.setHere(here);
    try (Stream<Path> files = Files.list(folder.folder("db"))) {
      for (Path f : files.filter(Files::isRegularFile).toList()) {
        Files.delete(f);
      }
    }
  }
}
