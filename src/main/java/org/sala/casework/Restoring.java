package org.sala.casework;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.RecoveryCode;
import org.sala.casework.station.StationState;
import org.sala.casework.station.Tools;
import org.sala.crypto.PassphraseKdf;
import org.sala.disk.DiskFull;
import org.sala.disk.Room;
import org.sala.domain.IdSource;
import org.sala.domain.Moment;
import org.sala.domain.Value;
import org.sala.journal.Checkpoint;
import org.sala.journal.FileOpener;
import org.sala.journal.SegmentJournal;
import org.sala.vault.BackupReader;
import org.sala.vault.KeyFile;
import org.sala.vault.RestoredFolder;
import org.sala.vault.ScopeKeys;
import org.sala.vault.Unlocking;
import org.sala.vault.VaultFault;
import org.sala.vault.WorkspaceKeys;

/**
 * Brings a workspace back from a backup, into a folder where there is none: proved whole first, put
 * in its place last, under a new incarnation.
 */
public final class Restoring {
  /** Room for the view, which is made anew, beside what the backup holds. */
  private static final long FOR_THE_VIEW = 64L << 20;

  private final Tools tools;
  private final Optional<ServerLogin> server;
  private final boolean onlyOne;
  private final Optional<Path> before;

  public Restoring(Tools tools) {
    this(tools, Optional.empty(), false, Optional.empty());
  }

  private Restoring(
      Tools tools, Optional<ServerLogin> server, boolean onlyOne, Optional<Path> before) {
    this.tools = tools;
    this.server = server;
    this.onlyOne = onlyOne;
    this.before = before;
  }

  /** Returns a restoring of a headquarters that lay on a server: onto one that holds none. */
  public Restoring on(ServerLogin login) {
    return new Restoring(tools, Optional.of(login), onlyOne, before);
  }

  /**
   * Returns a restoring by somebody who says that it will be the only headquarters: the one that
   * was backed up is at work nowhere, neither in another folder nor on a server that it was moved
   * to since. A backup cannot know that.
   */
  public Restoring asTheOnlyOne() {
    return new Restoring(tools, server, true, before);
  }

  /**
   * Returns a restoring into the place of a workspace that lies there, which may know more than the
   * backup.
   */
  Restoring inPlaceOf(Path folder) {
    return new Restoring(tools, server, onlyOne, Optional.of(folder));
  }

  /** What came of restoring. Whatever it is but {@link Restored}, nothing is left behind. */
  public sealed interface Outcome {
    /** The workspace is there; unlocking it makes its view. */
    record Restored(Path folder, Facts facts) implements Outcome {}

    record NotABackup() implements Outcome {}

    record TooNew() implements Outcome {}

    record WrongPassphrase() implements Outcome {}

    /** The backup was altered or cut short. */
    record Damaged() implements Outcome {}

    /** There is something in the folder; a restore never writes over anything. */
    record FolderTaken() implements Outcome {}

    record NoSpace(long needed, long free) implements Outcome {}

    record ReadOnly() implements Outcome {}

    record Stopped() implements Outcome {}

    /** The backup is of a headquarters on a server, and none was named. */
    record NeedsServer() implements Outcome {}

    /** The backup is of a workspace in a folder, and a server was named. */
    record OfFolder() implements Outcome {}

    /**
     * The backup is of a headquarters in a folder, and nobody has said that no other is at work: of
     * two each would answer the stations.
     */
    record OfHeadquarters(Moment made) implements Outcome {}

    /**
     * The workspace in whose place it would come was moved onto a server since.
     *
     * @param where host and database
     */
    record MovedSince(String where) implements Outcome {}

    /** The server is away, holds something else, or that login may not make the view there. */
    record NotTaken(Workplace.Entry why) implements Outcome {}
  }

  /**
   * What was brought back.
   *
   * @param damaged attached files and packages in it that were damaged before it was made
   */
  public record Facts(Moment made, long changes, long files, long bytes, int damaged) {}

  /** Restores for an officer; the caller wipes the passphrase. */
  public Outcome restore(
      Path backup, Path to, String handle, char[] passphrase, Progress progress) {
    @Nullable RestoredFolder folder = null;
    try {
      Optional<BackupReader> found = BackupReader.open(backup);
      if (found.isEmpty()) {
        return BackupReader.isTooNew(backup) ? new Outcome.TooNew() : new Outcome.NotABackup();
      }
      if (!RestoredFolder.isFree(to)) {
        return new Outcome.FolderTaken();
      }
      long needed = Files.size(backup) + FOR_THE_VIEW;
      long free = Room.free(existing(to));
      if (needed > free) {
        return new Outcome.NoSpace(needed, free);
      }
      folder = RestoredFolder.begin(to, found.get().keyFile());
      Outcome outcome = into(folder, found.get(), handle, passphrase, progress, to);
      if (outcome instanceof Outcome.Restored) {
        folder.finish();
        folder = null;
      }
      return outcome;
    } catch (IOException e) {
      throw new CaseworkFault(
          DiskFull.is(e, to) ? CaseworkFault.Code.DISK_FULL : CaseworkFault.Code.IO, e);
    } catch (VaultFault e) {
      if (e.code() == VaultFault.Code.READ_ONLY) {
        return new Outcome.ReadOnly();
      }
      throw Backups.fault(e);
    } finally {
      giveUp(folder);
    }
  }

  /** Restores with the recovery sheet; unlocking then asks for it again and makes an officer. */
  public Outcome withSheet(Path backup, Path to, String code, Progress progress) {
    RecoveryCode read = RecoveryCode.typed(code);
    char[] typed = read.phrase().toCharArray();
    try {
      return restore(backup, to, read.slot(), typed, progress);
    } finally {
      Arrays.fill(typed, '\0');
    }
  }

  private static void giveUp(@Nullable RestoredFolder folder) {
    if (folder != null) {
      try {
        folder.giveUp();
      } catch (IOException e) {
        throw new CaseworkFault(CaseworkFault.Code.IO, e);
      }
    }
  }

  private static Path existing(Path to) {
    Path at = to.toAbsolutePath();
    for (Path up = at.getParent(); !Files.exists(at) && up != null; up = up.getParent()) {
      at = up;
    }
    return at;
  }

  private Outcome into(
      RestoredFolder folder,
      BackupReader backup,
      String handle,
      char[] passphrase,
      Progress progress,
      Path to)
      throws IOException {
    KeyFile keyFile =
        new KeyFile(folder.folder(), new PassphraseKdf(tools.policy()), tools.random());
    return switch (keyFile.unlock(handle, passphrase)) {
      case Unlocking.WrongPassphrase w -> new Outcome.WrongPassphrase();
      case Unlocking.KeyFileDamaged d -> new Outcome.Damaged();
      case Unlocking.KeyFileTooNew t -> new Outcome.TooNew();
      case Unlocking.Opened opened -> {
        try (WorkspaceKeys keys = opened.keys()) {
          yield into(folder, backup, keys, progress, to);
        }
      }
    };
  }

  private Outcome into(
      RestoredFolder folder, BackupReader backup, WorkspaceKeys keys, Progress progress, Path to)
      throws IOException {
    Optional<String> moved = server.isEmpty() ? movedTo(keys) : Optional.empty();
    if (moved.isPresent()) {
      return new Outcome.MovedSince(moved.get());
    }
    Unpacking unpacking = new Unpacking(folder);
    long size = Files.size(backup.file());
    long[] done = new long[1];
    BackupReader.Outcome read =
        backup.read(
            keys.workspace(),
            unpacking,
            n -> {
              done[0] = Math.min(size, done[0] + n);
              progress.done(done[0], size);
              return !progress.stopped();
            });
    return switch (read) {
      case BackupReader.Outcome.Damaged d -> new Outcome.Damaged();
      case BackupReader.Outcome.OtherKey o -> new Outcome.Damaged();
      case BackupReader.Outcome.Stopped s -> new Outcome.Stopped();
      case BackupReader.Outcome.Whole w -> begin(folder, keys, unpacking, w, to, progress);
    };
  }

  /** Reads the whole journal, and gives the station its new incarnation. */
  private Outcome begin(
      RestoredFolder folder,
      WorkspaceKeys keys,
      Unpacking unpacking,
      BackupReader.Outcome.Whole whole,
      Path to,
      Progress progress)
      throws IOException {
    Optional<StationState> state =
        StationState.read(StationState.file(folder.folder(), keys, tools.random()));
    Optional<Checkpoint> upTo = unpacking.about.text("journal").flatMap(Checkpoint::of);
    Optional<Moment> made = unpacking.about.text("made").map(Moment::of);
    if (state.isEmpty() || upTo.isEmpty() || made.isEmpty()) {
      return new Outcome.Damaged();
    }
    Outcome.Restored restored =
        new Outcome.Restored(
            to.toAbsolutePath().normalize(),
            new Facts(
                made.get(),
                upTo.get().last(),
                whole.files(),
                whole.bytes(),
                whole.unlike().size()));
    byte[] viewKey = new byte[32];
    tools.random().nextBytes(viewKey);
    IdSource ids = new IdSource(tools.clock(), tools.random());
    if (unpacking.about.flag(ServerBackup.FOLDER)) {
      if (server.isEmpty()) {
        return new Outcome.NeedsServer();
      }
      Optional<Outcome> not =
          new RestoringOnServer(folder, keys, tools, progress).load(server.get(), upTo.get());
      if (not.isEmpty()) {
        state.get().restoredAmongOthers(viewKey, server.get().parts(), ids, tools.now());
      }
      return not.orElse(restored);
    }
    if (server.isPresent()) {
      return new Outcome.OfFolder();
    }
    if (state.get().flag("isHeadquarters") && !onlyOne) {
      return new Outcome.OfHeadquarters(made.get());
    }
    if (!journalIsWhole(folder, keys, state.get(), upTo.get())) {
      return new Outcome.Damaged();
    }
    state.get().restored(viewKey, ids, tools.now(), whole.unlike());
    return restored;
  }

  /**
   * Where the workspace that lies here went, as far as it can be read: what is spoiled says nothing
   * and is no reason to keep a backup out.
   */
  private Optional<String> movedTo(WorkspaceKeys keys) {
    return before
        .flatMap(
            root ->
                Entrance.orNothing(
                    () -> StationState.read(StationState.file(root, keys, tools.random()))))
        .flatMap(ServerLogin::of)
        .map(ServerLogin::where);
  }

  private boolean journalIsWhole(
      RestoredFolder folder, WorkspaceKeys keys, StationState state, Checkpoint upTo) {
    try (ScopeKeys scopeKeys =
        new ScopeKeys(folder.folder().resolve("keys"), keys, tools.random())) {
      SegmentJournal.Opening opening =
          SegmentJournal.open(
              folder.folder().resolve("journal"),
              new SegmentJournal.Identity(state.station(), state.incarnation()),
              new SegmentJournal.Tools(
                  keys.workspace(), Entrance.keyring(scopeKeys), FileOpener.disk(), tools.random()),
              run -> {});
      if (opening instanceof SegmentJournal.Opening.Opened opened) {
        boolean whole = opened.journal().checkpoint().equals(upTo);
        opened.journal().close();
        return whole;
      }
      return false;
    }
  }

  private static final class Unpacking implements BackupReader.Receiver {
    private final RestoredFolder folder;
    private Value.Parts about = new Value.Parts(java.util.Map.of());

    Unpacking(RestoredFolder folder) {
      this.folder = folder;
    }

    @Override
    public void about(Value.Parts told) {
      about = told;
    }

    @Override
    public OutputStream file(String name, long length) throws IOException {
      return folder.file(name);
    }
  }
}
