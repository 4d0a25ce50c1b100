package org.sala.casework.station;

import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.CryptoFault;
import org.sala.crypto.SigningKey;
import org.sala.crypto.VerifyingKey;
import org.sala.domain.AuditEntry;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.vault.Guesses;
import org.sala.vault.KeyFile;
import org.sala.vault.OfficerKeys;
import org.sala.vault.Unlocking;
import org.sala.vault.WorkspaceKeys;

/** Who works at this station, and how they get in. */
public final class Officers {
  private static final String RECOVERY = "recoverySlot";
  private static final String SHARES = "sharesSlot";

  /** The name in the state of an officer whose slot is on its way into the key file. */
  public static final String COMING = "officerComing";

  /** What was made and not typed back yet. */
  private static final String NEXT = "Next";

  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;

  public Officers(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
  }

  /**
   * Whoever works here is written down, for what somebody writes whom nobody knows of is refused at
   * headquarters. Where the power went while the workspace was made, the name that was typed then
   * is in the state; where even that is missing, without a name.
   */
  public void introduceMe() {
    Optional<Value.Parts> first = station.state().parts(COMING).filter(this::isMine);
    if (recordOf(station.me()).isEmpty()) {
      introduce(first.flatMap(c -> c.text("name")).orElse(""));
    }
    if (first.isPresent()) {
      station.state().remove(COMING);
    }
  }

  private boolean isMine(Value.Parts coming) {
    return coming.text("key").filter(station.me().hex()::equals).isPresent();
  }

  /** Writes down who the officer is that has just been made. */
  public void introduce(String name) {
    ledger.write(
        new Act()
            .make(
                station.ids().record(),
                Kinds.OFFICER,
                station.scope(),
                described(name, station.officer().signing().verifying())));
  }

  private static Map<String, Value> described(String name, VerifyingKey key) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("name", Value.text(name.strip()));
    fields.put("key", Value.text(key.fingerprint()));
    fields.put("publicKey", Value.text(Base64.getEncoder().encodeToString(key.spki())));
    return fields;
  }

  /** Returns names by key fingerprint, as the officers wrote them. */
  public Map<Fingerprint, String> names() {
    Map<Fingerprint, String> names = new HashMap<>();
    for (Map<String, FieldState> fields :
        station.view().records().fieldsOfKind("officer").values()) {
      Stored.key(fields, "key")
          .ifPresent(k -> names.put(k, Stored.text(fields, "name").orElse("")));
    }
    return names;
  }

  /** Officers who were written down here, with their names; not those of other stations. */
  public Map<Fingerprint, String> ofThisStation() {
    Map<Fingerprint, String> here = new LinkedHashMap<>();
    names()
        .forEach(
            (key, name) -> {
              boolean ours =
                  recordOf(key)
                      .flatMap(r -> Begun.at(station, r))
                      .filter(station.identity().station()::equals)
                      .isPresent();
              if (ours) {
                here.put(key, name);
              }
            });
    return here;
  }

  /** An officer's public key, as it was written down when the slot was made. */
  public Optional<VerifyingKey> publicKey(Fingerprint key) {
    return recordOf(key)
        .flatMap(r -> Stored.text(station.view().records().fields(r), "publicKey"))
        .flatMap(Officers::read)
        .filter(k -> k.fingerprint().equals(key.hex()));
  }

  /** A key that stands in a record of any laptop. */
  private static Optional<VerifyingKey> read(String text) {
    try {
      return Optional.of(VerifyingKey.ofSpki(Base64.getDecoder().decode(text)));
    } catch (CryptoFault | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The name of the officer who has unlocked. */
  public String me() {
    return names().getOrDefault(station.me(), "");
  }

  public Optional<RecordId> recordOf(Fingerprint key) {
    return station.view().records().fieldsOfKind("officer").entrySet().stream()
        .filter(e -> Stored.text(e.getValue(), "key").filter(key.hex()::equals).isPresent())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /**
   * Opens a slot for a colleague, who types handle and passphrase; as many compartments as one's
   * own.
   *
   * @return the colleague's key
   */
  public Fingerprint add(String name, String handle, char[] passphrase) {
    return add(name, handle, passphrase, true);
  }

  /** Whether whoever has unlocked may open the protection part, and so may let others. */
  public boolean mayOpenProtection() {
    return station.mayOpen(Compartment.PROTECTION);
  }

  /**
   * Adds a colleague, who need not know of the protection part.
   *
   * @param protection whether the colleague may open it, where the opener may
   */
  public Fingerprint add(String name, String handle, char[] passphrase, boolean protection) {
    OfficerKeys keys =
        new OfficerKeys(SigningKey.generate(station.tools().random()), AgeIdentity.generate());
    if (!protection && station.state().sharing().isPresent()) {
      // Who brings a view on that others read has to read all that it is made from.
      throw new CaseworkFault(CaseworkFault.Code.ON_SERVER);
    }
    Set<Compartment> allowed =
        protection ? EnumSet.allOf(Compartment.class) : EnumSet.of(Compartment.INVESTIGATION);
    settle();
    Faults.told(
        () -> {
          try (WorkspaceKeys given = station.keys().only(allowed)) {
            KeyFile.Coming slot =
                station.keyFile().prepare(handle, passphrase, given, Optional.of(keys));
            station.state().set(COMING, coming(slot.id(), name, keys.signing()));
            slot.keep(given);
            return slot.id();
          }
        });
    boolean toldOfAll = !newcomers().isAny();
    settle();
    if (toldOfAll) {
      // Whoever adds somebody knows.
      newcomers().read();
    }
    return new Fingerprint(keys.signing().verifying().fingerprint());
  }

  /** Colleagues of whom whoever has unlocked was not told yet. */
  public Newcomers newcomers() {
    return new Newcomers(station, this);
  }

  /** What is written down of somebody before there is a slot. */
  public static Value.Parts coming(String slot, String name, SigningKey key) {
    Map<String, Value> parts = new LinkedHashMap<>(coming(name, key).parts());
    parts.put("slot", Value.text(slot));
    return new Value.Parts(parts);
  }

  /**
   * Returns what is written down of whoever makes the workspace: the first slot is made with the
   * file that it is in.
   */
  public static Value.Parts coming(String name, SigningKey key) {
    return new Value.Parts(described(name, key.verifying()));
  }

  /**
   * Writes down who has got a slot. What is written down of a colleague before the slot is there is
   * forgotten where the power went in between, and made good where it went afterwards: an officer
   * whom nobody knows of could work here, and headquarters would refuse all of it.
   */
  public void settle() {
    Optional<Value.Parts> coming =
        station.state().parts(COMING).filter(c -> c.text("slot").isPresent());
    if (coming.isEmpty()) {
      return;
    }
    Map<String, Value> fields = new LinkedHashMap<>(coming.get().parts());
    String slot = coming.get().text("slot").orElseThrow();
    Fingerprint key = new Fingerprint(coming.get().text("key").orElse(""));
    fields.remove("slot");
    boolean there =
        station.keyFile().slots(station.keys()).stream().anyMatch(s -> s.id().equals(slot));
    if (there && recordOf(key).isEmpty()) {
      OlderFiles.keyFileWritten(station);
      audit.note(AuditEntry.Act.OFFICER_ADDED, OlderFiles.standing(station));
      ledger.write(new Act().make(station.ids().record(), Kinds.OFFICER, station.scope(), fields));
    }
    if (there) {
      slots().learn(key, slot);
    }
    station.state().remove(COMING);
  }

  /** Whose slot is which, and how a colleague's is taken away. */
  public OfficerSlots slots() {
    return new OfficerSlots(station, this, audit);
  }

  /**
   * Changes the passphrase of whoever has unlocked. Handle and the passphrase that stands are asked
   * for: nobody takes over a laptop that was left open, and a slip in the handle, which is half of
   * what opens a slot, changes nothing.
   *
   * @return false, and nothing is changed, where the two do not open this officer's slot
   */
  public boolean changePassphrase(String handle, char[] now, char[] fresh) {
    if (!opensMine(handle, now)) {
      return false;
    }
    Faults.told(
        () -> {
          station.keyFile().changePassphrase(station.opened(), handle, fresh);
          return true;
        });
    OlderFiles.keyFileWritten(station);
    audit.note(AuditEntry.Act.PASSPHRASE_CHANGED, OlderFiles.standing(station));
    return true;
  }

  /** Whether the two open the slot of whoever has unlocked; a wrong one counts as at the door. */
  boolean opensMine(String handle, char[] passphrase) {
    if (!(tried(handle, passphrase) instanceof Unlocking.Opened o)) {
      return false;
    }
    o.keys().close();
    return o.slot().equals(station.opened().slot());
  }

  /**
   * How long the window lets the next passphrase wait, after several wrong ones in a row: the same
   * count as at the door, so that nobody guesses at an unlocked laptop what is slow at a locked
   * one.
   */
  public Duration waiting() {
    return guesses().wait(station.clock().instant());
  }

  /** A right passphrase wipes out the wrong ones of its own handle, and of no other. */
  private Unlocking tried(String handle, char[] passphrase) {
    Unlocking tried = station.keyFile().unlock(handle, passphrase);
    if (tried instanceof Unlocking.WrongPassphrase) {
      guesses().wrong(handle, station.clock().instant());
    } else if (tried instanceof Unlocking.Opened) {
      guesses().right(handle);
    }
    return tried;
  }

  private Guesses guesses() {
    return new Guesses(station.folder().root());
  }

  /**
   * Makes a recovery sheet. It counts as kept once {@link #recoveryProved} was called; until then
   * the one before opens as well, for whoever breaks off here has no other.
   */
  public RecoverySheet recoverySheet() {
    opensAll();
    RecoverySheet sheet = RecoverySheet.make(station.tools().random());
    newSlot(RECOVERY, KeyFile.RECOVERY, RecoverySheet.normal(sheet.code()), Map.of());
    return sheet;
  }

  /**
   * Makes three sheets of which any two open the workspace. They count as kept, and those of before
   * open nothing any more, once {@link #sharesProved} was called.
   */
  public List<RecoverySheet> recoveryShares() {
    opensAll();
    RecoveryShares.Made made = RecoveryShares.make(station.tools().random());
    String recovery = RecoveryKey.of(made.phrase()).recipient().text();
    newSlot(SHARES, KeyFile.AGENCY, made.phrase(), Map.of("sharesRecovery", Value.text(recovery)));
    return made.sheets();
  }

  /** Beside the slot of before; in place of one that nobody proved. Known before it is there. */
  private void newSlot(String of, String handle, String code, Map<String, Value> beside) {
    remove(of + NEXT);
    char[] typed = code.toCharArray();
    try {
      KeyFile.Coming slot =
          station.keyFile().prepare(handle, typed, station.keys(), Optional.empty());
      Map<String, Value> state = new LinkedHashMap<>(beside);
      state.put(of + NEXT, Value.text(slot.id()));
      station.state().set(state);
      slot.keep(station.keys());
      OlderFiles.keyFileWritten(station);
    } finally {
      Arrays.fill(typed, '\0');
    }
  }

  /**
   * The new one takes the place of the one before, which opens nothing any more; that one goes
   * first, and is made once more by whoever is broken off behind it.
   */
  private void inPlace(String of, Map<String, Value> beside, Consumer<Map<String, Value>> writing) {
    Map<String, Value> state = new LinkedHashMap<>(beside);
    station
        .state()
        .text(of + NEXT)
        .filter(s -> !s.isEmpty())
        .ifPresent(
            next -> {
              remove(of);
              state.put(of, Value.text(next));
              state.put(of + NEXT, Value.text(""));
            });
    writing.accept(state);
    OlderFiles.keyFileWritten(station);
  }

  private void remove(String slot) {
    station
        .state()
        .text(slot)
        .filter(s -> !s.isEmpty())
        .ifPresent(s -> station.keyFile().removeSlot(s, station.keys()));
  }

  /**
   * A sheet gives back what its maker can open: less than all of it would be lost with the rest.
   */
  private void opensAll() {
    if (!mayOpenProtection()) {
      throw new CaseworkFault(CaseworkFault.Code.NO_PROTECTION_KEY);
    }
  }

  /**
   * Part of each of the three was typed back: the key that they give may be relied upon.
   *
   * @param writing writes to the state what it is given, with whatever says so to others
   */
  public void sharesProved(Consumer<Map<String, Value>> writing) {
    String recovery = station.state().text("sharesRecovery").orElse("");
    inPlace(
        SHARES,
        Map.of("sharesProved", Value.flag(true), "ownRecovery", Value.text(recovery)),
        writing);
  }

  public boolean sharesAreProved() {
    return station.state().flag("sharesProved");
  }

  /** Remembers that two groups were typed back from the paper. */
  public void recoveryProved() {
    inPlace(RECOVERY, Map.of("recoveryProved", Value.flag(true)), station.state()::set);
  }

  public boolean recoveryIsProved() {
    return station.state().flag("recoveryProved");
  }

  /**
   * Opens a second officer's key for one act and forgets it. Empty when handle or phrase are wrong.
   */
  public Optional<SigningKey> second(String handle, char[] passphrase) {
    if (!(tried(handle, passphrase) instanceof Unlocking.Opened o)) {
      return Optional.empty();
    }
    // The slot opens the workspace as well, perhaps more of it than whoever has unlocked may.
    o.keys().close();
    return o.officer().map(OfficerKeys::signing);
  }
}
