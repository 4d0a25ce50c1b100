package org.sala.casework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Tools;
import org.sala.journal.Checkpoint;
import org.sala.journal.FrameCopy;
import org.sala.journal.FrameRows;
import org.sala.journal.JournalFault;
import org.sala.journal.PackedFrames;
import org.sala.store.StoreFault;
import org.sala.vault.RestoredFolder;
import org.sala.vault.ScopeKeys;
import org.sala.vault.WorkspaceKeys;

/**
 * Brings back onto a server what a backup took from one. Stopped anywhere it is begun again with
 * the same backup, and goes on behind what is there.
 */
final class RestoringOnServer {
  private static final int SCOPE_ENTRY = 96;
  private static final int INDEX_ENTRY = 160;

  private final Path unpacked;
  private final WorkspaceKeys keys;
  private final Tools tools;
  private final Progress progress;

  RestoringOnServer(RestoredFolder folder, WorkspaceKeys keys, Tools tools, Progress progress) {
    this.unpacked = folder.folder().resolve(ServerBackup.FOLDER);
    this.keys = keys;
    this.tools = tools;
    this.progress = progress;
  }

  /** Loads all of it; empty when it is there, otherwise why not. */
  Optional<Restoring.Outcome> load(ServerLogin login, Checkpoint upTo) throws IOException {
    PackedEntries scopes = new PackedEntries(bytes(ServerBackup.KEYS), SCOPE_ENTRY);
    try (ScopeKeys scopeKeys = new ScopeKeys(scopes, keys, tools.random());
        FrameRows from =
            PackedFrames.open(
                unpacked.resolve(ServerBackup.SEGMENTS),
                unpacked.resolve(ServerBackup.FRAMES),
                upTo);
        ServerLoading to = new ServerLoading(login.address(), progress)) {
      if (!to.mayFollow()) {
        return Optional.of(new Restoring.Outcome.NotTaken(new Workplace.Entry.ViewNotMade()));
      }
      FrameCopy copy = new FrameCopy(keys.workspace(), Entrance.keyring(scopeKeys));
      return switch (to.frames(copy, from, run -> {})) {
        case FrameCopy.Outcome.Damaged d -> Optional.of(new Restoring.Outcome.Damaged());
        case FrameCopy.Outcome.TooNew t -> Optional.of(new Restoring.Outcome.TooNew());
        case FrameCopy.Outcome.Differs d -> Optional.of(differs());
        case FrameCopy.Outcome.Stopped s -> Optional.of(new Restoring.Outcome.Stopped());
        case FrameCopy.Outcome.Copied c -> rest(scopes, to);
      };
    } catch (ServerLoading.StopException e) {
      return Optional.of(new Restoring.Outcome.Stopped());
    } catch (StoreFault e) {
      return Optional.of(away(login));
    } catch (JournalFault e) {
      if (e.getCause() instanceof StoreFault) {
        return Optional.of(away(login));
      }
      throw e;
    }
  }

  private static Restoring.Outcome differs() {
    return new Restoring.Outcome.NotTaken(new Workplace.Entry.ServerDiffers());
  }

  private static Restoring.Outcome away(ServerLogin login) {
    return new Restoring.Outcome.NotTaken(new Workplace.Entry.ServerAway(login.where()));
  }

  private Optional<Restoring.Outcome> rest(PackedEntries scopes, ServerLoading to)
      throws IOException {
    PackedEntries index = new PackedEntries(bytes(ServerBackup.INDEX), INDEX_ENTRY);
    if (!to.scopeKeys(scopes.whole()) || !to.objects(index.whole())) {
      return Optional.of(differs());
    }
    to.files(files());
    remove();
    return Optional.empty();
  }

  private byte[] bytes(String name) throws IOException {
    Path file = unpacked.resolve(name);
    // What was empty has no bytes, and a backup names it all the same.
    return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
  }

  private List<Path> files() throws IOException {
    Path folder = unpacked.resolve(ServerBackup.FILES);
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** Removes what was unpacked once it is on the server: the machine's folder needs none of it. */
  private void remove() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(unpacked)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path f : all) {
      Files.delete(f);
    }
  }
}
