package org.sala.casework;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Progress;
import org.sala.casework.station.RecoveryCode;
import org.sala.casework.station.Reserve;
import org.sala.casework.station.StationState;
import org.sala.casework.station.Tools;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.PassphraseKdf;
import org.sala.crypto.Secret;
import org.sala.crypto.SigningKey;
import org.sala.domain.Compartment;
import org.sala.domain.IdSource;
import org.sala.journal.JournalFault;
import org.sala.store.StoreFault;
import org.sala.vault.Guesses;
import org.sala.vault.KeyFile;
import org.sala.vault.OfficerKeys;
import org.sala.vault.Unlocking;
import org.sala.vault.VaultFault;
import org.sala.vault.WorkspaceFolder;
import org.sala.vault.WorkspaceKeys;

/** One workspace folder, before and while it is unlocked. */
public final class Workplace {
  private final Path root;
  private final Tools tools;
  private final Guesses guesses;
  private final Progress rebuilding;
  private final boolean anew;
  private final Optional<ServerLogin> server;
  private final boolean setBack;

  public Workplace(Path root, Tools tools) {
    this(root, tools, new Guesses(root), Progress.none(), false, Optional.empty(), false);
  }

  private Workplace(
      Path root,
      Tools tools,
      Guesses guesses,
      Progress rebuilding,
      boolean anew,
      Optional<ServerLogin> server,
      boolean setBack) {
    this.setBack = setBack;
    this.anew = anew;
    this.server = server;
    this.guesses = guesses;
    this.root = root;
    this.tools = tools;
    this.rebuilding = rebuilding;
  }

  /**
   * Returns this place, telling how far the view is when it has to be made anew from the journal:
   * so many changes of so many. A stop keeps what is done for the next time.
   */
  public Workplace telling(Progress progress) {
    return new Workplace(root, tools, guesses, progress, anew, server, setBack);
  }

  /** Returns this place, whose view is made anew from the journal however whole it looks. */
  public Workplace anew() {
    return new Workplace(root, tools, guesses, rebuilding, true, server, setBack);
  }

  /**
   * Returns this place, whose journal and view lie on a server from now on; what is this machine's
   * own stays in the folder.
   */
  public Workplace on(ServerLogin login) {
    return new Workplace(root, tools, guesses, rebuilding, anew, Optional.of(login), setBack);
  }

  /**
   * Returns this place, whose server was set back to an older backup by those who look after it: it
   * is entered all the same, its view is made anew, and this machine goes on under new numbers.
   * What was written since the backup is lost here; stations send again what they had sent.
   */
  public Workplace setBack() {
    return new Workplace(root, tools, guesses, rebuilding, true, server, true);
  }

  /** Whether a workspace was ever made here; whoever asks moves nothing. */
  public boolean isThere() {
    return WorkspaceFolder.isThere(root) || SettingAside.isHalted(root);
  }

  /** What came of trying to get in. */
  public sealed interface Entry {
    record Entered(Desk desk) implements Entry {}

    record WrongPassphrase() implements Entry {}

    record OpenElsewhere() implements Entry {}

    record KeyFileDamaged() implements Entry {}

    /** What the station knows of itself does not read; the key file is whole. */
    record StateDamaged() implements Entry {}

    /** Keys of cases and people do not read, or there are fewer than there were. */
    record ScopeKeysDamaged() implements Entry {}

    record TooNew() implements Entry {}

    record ReadOnly() implements Entry {}

    record DiskFull() implements Entry {}

    /** The journal is spoiled; nothing was touched, a backup brings it back. */
    record JournalDamaged(int segment) implements Entry {}

    /**
     * The server does not answer, or does not let this machine in.
     *
     * @param where headquarters lies: host and database
     */
    record ServerAway(String where) implements Entry {}

    /** A server was named, and this workspace lies in its own folder; nothing was changed. */
    record InFolder() implements Entry {}

    /** What lies on the server is not what this machine has seen there; nothing was written. */
    record ServerDiffers() implements Entry {}

    /**
     * This officer may not open the protection part, and the headquarters lies on a server, where
     * whoever brings the view on for all others has to read all of it.
     */
    record OpensTooLittle() implements Entry {}

    /** Nobody who may has opened this headquarters on the server since it was made or started. */
    record ViewNotMade() implements Entry {}

    /** The view was being rebuilt, and an officer stopped that; nothing is lost. */
    record Stopped() implements Entry {}

    /** The recovery sheet opened the workspace; an officer has to be made before work goes on. */
    record Recovered(Recovery recovery) implements Entry {}
  }

  /** What the first start asks. */
  public record FirstStart(String language, String name, String handle, char[] passphrase) {
    @Override
    public String toString() {
      return "FirstStart";
    }
  }

  /** Makes a workspace and enters it. */
  public Entry create(FirstStart first) {
    return create(first, KeyFile.Use.WORK);
  }

  /**
   * Makes a workspace for practice, with the invented people in it, and enters it. What it is for
   * is said once and for all: it can never be joined with a real one.
   */
  public Entry createForPractice(FirstStart first) {
    Entry entry = create(first, KeyFile.Use.PRACTICE);
    if (entry instanceof Entry.Entered entered) {
      entered.desk().practice().bringThem();
    }
    return entry;
  }

  /** Where one practises beside this workspace: a folder of its own. */
  public Workplace forPractice() {
    return new Workplace(root.resolveSibling(root.getFileName() + "-practice"), tools);
  }

  /** Returns what the key file says before anybody has unlocked it; only colours follow from it. */
  public boolean saysPractice() {
    Path lies = SettingAside.isHalted(root) ? SettingAside.beside(root) : root;
    return isThere()
        && new KeyFile(lies, new PassphraseKdf(tools.policy()), tools.random()).says()
            == KeyFile.Use.PRACTICE;
  }

  private Entry create(FirstStart first, KeyFile.Use use) {
    if (isThere()) {
      throw new CaseworkFault(CaseworkFault.Code.ALREADY_DONE);
    }
    Optional<Entry> taken = server.flatMap(ServerGround::taken);
    if (taken.isPresent()) {
      return taken.get();
    }
    return entering(
        folder -> {
          SecureRandom random = tools.random();
          Map<Compartment, Secret> compartments = new EnumMap<>(Compartment.class);
          Map<Compartment, AgeIdentity> receiving = new EnumMap<>(Compartment.class);
          for (Compartment c : Compartment.values()) {
            compartments.put(c, Secret.random(random));
            receiving.put(c, AgeIdentity.generate());
          }
          WorkspaceKeys keys = new WorkspaceKeys(Secret.random(random), compartments, receiving);
          OfficerKeys officer =
              new OfficerKeys(SigningKey.generate(random), AgeIdentity.generate());
          IdSource ids = new IdSource(tools.clock(), random);
          byte[] viewKey = new byte[32];
          random.nextBytes(viewKey);
          StationState state =
              StationState.create(
                  StationState.file(folder.root(), keys, random),
                  ids.station(),
                  ids.incarnation(),
                  ids.scope(),
                  viewKey,
                  first.language());
          // Before there is a slot: from then on the workspace is there, whatever comes next.
          state.set(Officers.COMING, Officers.coming(first.name(), officer.signing()));
          KeyFile keyFile = keyFile(folder);
          keyFile.create(
              use,
              tools.newWorkspaces().get(),
              first.handle(),
              first.passphrase(),
              keys,
              Optional.of(officer));
          return introduced(
              open(folder, keyFile, keyFile.unlock(first.handle(), first.passphrase())));
        });
  }

  /** How long the window lets the next passphrase wait, after several wrong ones. */
  public Duration waiting() {
    return guesses.wait(tools.clock().instant());
  }

  /**
   * Tries a handle and a passphrase; the caller wipes the passphrase. On a disk that is full an
   * unlock finds room in what is kept for that: nobody could make any without it.
   */
  public Entry unlock(String handle, char[] passphrase) {
    return introduced(withReserve(handle, passphrase));
  }

  /** Whoever is inside is known; where that cannot be written down nothing stays open. */
  private static Entry introduced(Entry entry) {
    if (entry instanceof Entry.Entered entered) {
      try {
        entered.desk().officers().introduceMe();
      } catch (RuntimeException | Error e) {
        Entrance.closing(e, entered.desk()::close);
        throw e;
      }
    }
    return entry;
  }

  private Entry withReserve(String handle, char[] passphrase) {
    Entry entry = tried(handle, passphrase);
    if (!(entry instanceof Entry.DiskFull) || !Reserve.give(root, tools)) {
      return entry;
    }
    Entry again = tried(handle, passphrase);
    if (again instanceof Entry.Entered entered) {
      new Reserve(entered.desk().station()).given();
    }
    return again;
  }

  private Entry tried(String handle, char[] passphrase) {
    return entering(
        folder -> {
          KeyFile keyFile = keyFile(folder);
          Unlocking unlocking = keyFile.unlock(handle, passphrase);
          if (unlocking instanceof Unlocking.WrongPassphrase) {
            guesses.wrong(handle, tools.clock().instant());
          } else if (unlocking instanceof Unlocking.Opened) {
            guesses.right(handle);
          }
          return open(folder, keyFile, unlocking);
        });
  }

  /**
   * Tries the code of the recovery sheet, those of two of three shares, one after the other, or the
   * one that headquarters read out.
   */
  public Entry recover(String code) {
    RecoveryCode read = RecoveryCode.typed(code);
    char[] typed = read.phrase().toCharArray();
    try {
      return unlock(read.slot(), typed);
    } finally {
      Arrays.fill(typed, '\0');
    }
  }

  /**
   * Brings this place back from a backup. A workspace that is here is set aside under a name of its
   * own, once the backup was proved whole; nothing of it is touched.
   *
   * @param how {@link #restoring()}
   */
  public Restoring.Outcome restore(
      Restoring how, Path backup, String handle, char[] passphrase, Progress progress) {
    return new SettingAside(root, tools)
        .restore(to -> how.inPlaceOf(root).restore(backup, to, handle, passphrase, progress));
  }

  /**
   * Brings this place back from a backup with the recovery sheet's code; a workspace that is here
   * is set aside.
   */
  public Restoring.Outcome restoreBySheet(
      Restoring how, Path backup, String code, Progress progress) {
    return new SettingAside(root, tools)
        .restore(to -> how.inPlaceOf(root).withSheet(backup, to, code, progress));
  }

  /** How a backup comes back here, unless more is said of it. */
  public Restoring restoring() {
    return new Restoring(tools);
  }

  /**
   * Moves the headquarters of this place onto the server that was named by {@link #on}. From then
   * on this is one machine's folder, and whoever opens it goes there; what lies here of journal and
   * keys is not read any more.
   */
  public Moved move(String handle, char[] passphrase, Progress progress) {
    ServerLogin login = server.orElseThrow(() -> new IllegalStateException("no server named"));
    try {
      SettingAside.finish(root);
      Optional<WorkspaceFolder> taken = WorkspaceFolder.take(root);
      if (taken.isEmpty()) {
        return new Moved.Refused(new Entry.OpenElsewhere());
      }
      try (WorkspaceFolder folder = taken.get()) {
        return switch (keyFile(folder).unlock(handle, passphrase)) {
          case Unlocking.WrongPassphrase w -> new Moved.Refused(new Entry.WrongPassphrase());
          case Unlocking.KeyFileDamaged d -> new Moved.Refused(new Entry.KeyFileDamaged());
          case Unlocking.KeyFileTooNew t -> new Moved.Refused(new Entry.TooNew());
          case Unlocking.Opened opened -> move(folder, opened, login, progress);
        };
      }
    } catch (VaultFault e) {
      return new Moved.Refused(sorted(e));
    }
  }

  private Moved move(
      WorkspaceFolder folder, Unlocking.Opened opened, ServerLogin login, Progress progress) {
    try (WorkspaceKeys keys = opened.keys()) {
      if (!keys.compartments().containsKey(Compartment.PROTECTION)) {
        return new Moved.Refused(new Entry.OpensTooLittle());
      }
      Optional<StationState> state =
          Entrance.orNothing(
              () -> StationState.read(StationState.file(folder.root(), keys, tools.random())));
      return state.isEmpty()
          ? new Moved.Refused(new Entry.StateDamaged())
          : new Moving(folder, keys, state.get(), tools, login, progress).move();
    }
  }

  private interface Entering {
    Entry into(WorkspaceFolder folder);
  }

  private Entry entering(Entering work) {
    Optional<WorkspaceFolder> taken;
    try {
      SettingAside.finish(root);
      taken = WorkspaceFolder.take(root);
    } catch (VaultFault e) {
      return sorted(e);
    }
    if (taken.isEmpty()) {
      return new Entry.OpenElsewhere();
    }
    tools.faults().into(root);
    boolean inside = false;
    try {
      Entry entry = work.into(taken.get());
      inside = entry instanceof Entry.Entered || entry instanceof Entry.Recovered;
      return entry;
    } catch (VaultFault e) {
      tools.faults().note(e);
      return sorted(e);
    } catch (StoreFault e) {
      if (e.code() == StoreFault.Code.DISK_FULL) {
        return new Entry.DiskFull();
      }
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    } catch (CaseworkFault | JournalFault e) {
      if (FaultSeen.in(e).filter(f -> f.code() == CaseworkFault.Code.DISK_FULL).isPresent()) {
        return new Entry.DiskFull();
      }
      throw e;
    } finally {
      if (!inside) {
        taken.get().close();
      }
    }
  }

  private static Entry sorted(VaultFault e) {
    return switch (e.code()) {
      case READ_ONLY -> new Entry.ReadOnly();
      case DISK_FULL -> new Entry.DiskFull();
      case TOO_NEW -> new Entry.TooNew();
      case DAMAGED, NO_KEY -> new Entry.KeyFileDamaged();
      case IO, TOO_LARGE, TAKEN, LAST_SLOT -> throw new CaseworkFault(CaseworkFault.Code.IO, e);
    };
  }

  private KeyFile keyFile(WorkspaceFolder folder) {
    return new KeyFile(folder.root(), new PassphraseKdf(tools.policy()), tools.random());
  }

  private Entry open(WorkspaceFolder folder, KeyFile keyFile, Unlocking unlocking) {
    return switch (unlocking) {
      case Unlocking.WrongPassphrase w -> new Entry.WrongPassphrase();
      case Unlocking.KeyFileDamaged d -> new Entry.KeyFileDamaged();
      case Unlocking.KeyFileTooNew t -> new Entry.TooNew();
      case Unlocking.Opened opened ->
          opened.officer().isPresent()
              ? open(folder, keyFile, opened, opened.officer().get())
              : new Entry.Recovered(new Recovery(this, folder, keyFile, opened));
    };
  }

  /**
   * Opens state, journal and view for an officer whose slot is open. Behind a door that stays shut
   * no key is kept.
   */
  Entry open(
      WorkspaceFolder folder, KeyFile keyFile, Unlocking.Opened opened, OfficerKeys officer) {
    boolean inside = false;
    try {
      Entry entry =
          new Entrance(tools, rebuilding, anew, server, setBack)
              .open(folder, keyFile, opened, officer);
      inside = entry instanceof Entry.Entered;
      return entry;
    } finally {
      if (!inside) {
        opened.keys().close();
      }
    }
  }
}
