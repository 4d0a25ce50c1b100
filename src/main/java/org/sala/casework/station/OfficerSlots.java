package org.sala.casework.station;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.domain.AuditEntry;
import org.sala.domain.Fingerprint;
import org.sala.domain.Moment;
import org.sala.domain.Value;
import org.sala.vault.KeyFile;
import org.sala.vault.SlotKind;

/**
 * Whose slot is which, and how a colleague's is taken away. The key file names nobody; the state,
 * which nobody reads without a passphrase, learns it when a colleague is added and when one
 * unlocks.
 */
public final class OfficerSlots {
  private static final String WHOSE = "officerSlot.";

  /** The name in the state of an officer whose slot is on its way out of the key file. */
  private static final String LEAVING = "officerLeaving";

  private final Station station;
  private final Officers officers;
  private final AuditTrail audit;

  OfficerSlots(Station station, Officers officers, AuditTrail audit) {
    this.station = station;
    this.officers = officers;
    this.audit = audit;
  }

  /** Whether an officer can unlock this laptop. */
  public enum Standing {
    /** Has unlocked. */
    ME,
    /** Has a slot, and it is known which. */
    OPENS,
    /** May have a slot: there are some of which nobody knows whose they are. */
    UNKNOWN,
    /** Has none here. */
    NONE
  }

  /**
   * An officer of this station.
   *
   * @param takenBack whether headquarters has taken the certificate back
   */
  public record Colleague(Fingerprint key, String name, Standing standing, boolean takenBack) {
    @Override
    public String toString() {
      return "Colleague[" + standing + "]";
    }
  }

  /**
   * A slot that was taken away.
   *
   * @param key whose it was
   * @param by who did it
   */
  public record Left(Fingerprint key, Fingerprint by, Moment at) {}

  /** What came of taking a slot away. */
  public enum Taken {
    DONE,
    /** Handle and passphrase do not open the slot of whoever has unlocked; nothing was changed. */
    WRONG,
    /** It is not known here which slot is this officer's, or there is none; nothing was changed. */
    NOT_KNOWN
  }

  /** Every officer of this station, as they were written down. */
  public List<Colleague> all() {
    Map<Fingerprint, String> here = officers.ofThisStation();
    Set<String> there = there();
    Map<Fingerprint, String> whose = whose(there, here.keySet());
    boolean anybodys = there.stream().anyMatch(s -> !whose.containsValue(s));
    Seconds seconds = new Seconds(station, officers);
    List<Colleague> all = new ArrayList<>();
    here.forEach(
        (key, name) ->
            all.add(
                new Colleague(
                    key,
                    name,
                    standing(key, there, whose.get(key), anybodys),
                    seconds.isTakenBack(key))));
    return all;
  }

  private Standing standing(
      Fingerprint key, Set<String> there, @Nullable String slot, boolean anybodys) {
    if (key.equals(station.me())) {
      return Standing.ME;
    }
    if (slot == null) {
      return anybodys ? Standing.UNKNOWN : Standing.NONE;
    }
    return there.contains(slot) ? Standing.OPENS : Standing.NONE;
  }

  /** Whom headquarters has taken back and who can, or may, unlock this laptop all the same. */
  public List<Colleague> takenBack() {
    Seconds seconds = new Seconds(station, officers);
    boolean any =
        station.state().names().stream()
            .filter(n -> n.startsWith(Seconds.CERTIFICATE))
            .map(n -> new Fingerprint(n.substring(Seconds.CERTIFICATE.length())))
            .anyMatch(key -> !key.equals(station.me()) && seconds.isTakenBack(key));
    return any
        ? all().stream()
            .filter(Colleague::takenBack)
            .filter(c -> c.standing() == Standing.OPENS || c.standing() == Standing.UNKNOWN)
            .toList()
        : List.of();
  }

  /** The officers' slots that are in the key file. */
  private Set<String> there() {
    return Faults.told(
        () ->
            station.keyFile().slots(station.keys()).stream()
                .filter(s -> s.kind() == SlotKind.OFFICER)
                .map(KeyFile.Slot::id)
                .collect(Collectors.toSet()));
  }

  /**
   * Where one slot and one officer are left over they belong together. Not where a headquarters has
   * several machines: its officers need have no slot on this one.
   */
  private Map<Fingerprint, String> whose(Set<String> there, Set<Fingerprint> here) {
    Map<Fingerprint, String> whose = new LinkedHashMap<>();
    noted().forEach((key, n) -> n.text("slot").ifPresent(s -> whose.put(key, s)));
    List<String> slots = there.stream().filter(s -> !whose.containsValue(s)).toList();
    List<Fingerprint> without = here.stream().filter(k -> !whose.containsKey(k)).toList();
    if (station.state().sharing().isEmpty() && slots.size() == 1 && without.size() == 1) {
      whose.put(without.getFirst(), slots.getFirst());
    }
    return whose;
  }

  private Map<Fingerprint, Value.Parts> noted() {
    Map<Fingerprint, Value.Parts> noted = new LinkedHashMap<>();
    for (String name : station.state().names()) {
      if (name.startsWith(WHOSE)) {
        station
            .state()
            .parts(name)
            .ifPresent(p -> noted.put(new Fingerprint(name.substring(WHOSE.length())), p));
      }
    }
    return noted;
  }

  /** Who lost the slot here, by whom and when. */
  public List<Left> left() {
    List<Left> left = new ArrayList<>();
    noted()
        .forEach(
            (key, n) ->
                n.text("by")
                    .ifPresent(
                        by ->
                            left.add(
                                new Left(
                                    key,
                                    new Fingerprint(by),
                                    Moment.of(n.text("at").orElseThrow())))));
    return left;
  }

  /** What another machine whose key file is made from this one has to know. */
  public Map<String, Value> forAnotherMachine() {
    Map<String, Value> known = new LinkedHashMap<>();
    noted().forEach((key, n) -> known.put(WHOSE + key.hex(), n));
    return known;
  }

  /** Remembers whose slot it is. */
  void learn(Fingerprint key, String slot) {
    Value.Parts now = new Value.Parts(Map.of("slot", Value.text(slot)));
    if (!station.state().parts(WHOSE + key.hex()).equals(Optional.of(now))) {
      station.state().set(WHOSE + key.hex(), now);
    }
  }

  /**
   * At an unlock: learns the slot that opened, and ends what was cut off. A slot that is still
   * there stays; of one that is gone both copies of the key file say so from now on, and the audit.
   */
  public void begin() {
    learn(station.me(), station.opened().slot());
    settle();
  }

  private void settle() {
    Optional<Value.Parts> leaving = station.state().parts(LEAVING);
    if (leaving.isPresent()) {
      if (there().contains(leaving.get().text("slot").orElse(""))) {
        station.state().remove(LEAVING);
      } else {
        station.keyFile().mend(station.keys());
        gone(leaving.get());
      }
    }
  }

  /**
   * Takes a colleague's slot away: no passphrase of that officer opens this laptop any more. What
   * the officer has written and signed stays. Whoever does it opens all that the other could, so
   * that no part is left that nobody opens, and shows it with the own passphrase.
   *
   * @throws CaseworkFault {@code SAME_OFFICER} for the own slot; {@code NO_PROTECTION_KEY}
   */
  public Taken takeAway(Fingerprint officer, String handle, char[] passphrase) {
    if (officer.equals(station.me())) {
      throw new CaseworkFault(CaseworkFault.Code.SAME_OFFICER);
    }
    if (!officers.mayOpenProtection()) {
      throw new CaseworkFault(CaseworkFault.Code.NO_PROTECTION_KEY);
    }
    if (!Faults.told(() -> officers.opensMine(handle, passphrase))) {
      return Taken.WRONG;
    }
    settle();
    Set<String> there = there();
    Optional<String> slot =
        Optional.ofNullable(whose(there, officers.ofThisStation().keySet()).get(officer))
            .filter(there::contains);
    if (slot.isEmpty()) {
      return Taken.NOT_KNOWN;
    }
    Value.Parts leaving = leaving(officer, slot.get());
    // Written down first: where the power goes the next unlock knows what was begun.
    station.state().set(LEAVING, leaving);
    Faults.told(() -> station.keyFile().takeAway(slot.get(), station.opened()));
    gone(leaving);
    return Taken.DONE;
  }

  private Value.Parts leaving(Fingerprint officer, String slot) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("key", Value.text(officer.hex()));
    parts.put("slot", Value.text(slot));
    parts.put("by", Value.text(station.me().hex()));
    parts.put("at", Value.text(station.now().toString()));
    return new Value.Parts(parts);
  }

  private void gone(Value.Parts leaving) {
    Map<String, Value> left = new LinkedHashMap<>(leaving.parts());
    left.remove("key");
    Fingerprint officer = new Fingerprint(leaving.text("key").orElseThrow());
    OlderFiles.keyFileWritten(station);
    audit.note(AuditEntry.Act.OFFICER_REMOVED, OlderFiles.standing(station, officer));
    station
        .state()
        .set(Map.of(WHOSE + officer.hex(), new Value.Parts(left), LEAVING, Value.Nothing.HERE));
  }
}
