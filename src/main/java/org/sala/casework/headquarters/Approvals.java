package org.sala.casework.headquarters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.keys.AuthorityKey;
import org.sala.casework.keys.Issuing;
import org.sala.casework.keys.Renewals;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.crypto.Certificate;
import org.sala.crypto.SigningKey;
import org.sala.crypto.Trust;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/**
 * Acts of the authority by two. What gives trust waits for a second officer's own signature; what
 * takes it away acts at once, for a stolen laptop does not wait, and is confirmed afterwards. Where
 * headquarters has had a single certified officer there is nobody to ask, and one acts alone; where
 * the second is lost, the authority's key from the safe is the second.
 */
public final class Approvals {
  private final Station station;
  private final Ledger ledger;
  private final Officers officers;

  public Approvals(Station station, Ledger ledger, Officers officers) {
    this.station = station;
    this.ledger = ledger;
    this.officers = officers;
  }

  /** What is approved; each names what it is about by something that is never the same again. */
  public enum Of {
    /** A station's request, by the digest of its bytes and of who supervises. */
    ANSWER,
    /** A colleague here, by the key. */
    CERTIFY,
    /** A certificate that ends, by its serial number. */
    RENEW,
    /** A certificate that was taken back, by its serial number. */
    REVOKE,
    /** A successor to the authority, by the key of the one that goes. */
    SUCCEED,
    /** Another issuing key, by the one that goes. */
    ISSUER,
    /** Another agency's card, by the digest of its bytes. */
    PARTNER,
    /**
     * One of the agency's recovery sheets, by the digest of the key that they give and its place.
     */
    SHARE
  }

  /** What came of a second officer's word. */
  public enum Word {
    GIVEN,
    WRONG_PASSPHRASE,
    SAME_OFFICER,
    /** The second officer has no certificate of this headquarters that counts. */
    NOT_CERTIFIED
  }

  /**
   * A taking back that no second officer has confirmed.
   *
   * @param officer the number of the officer whose certificate it was
   * @param byName who took it back; empty where nobody knows the name
   */
  public record Unconfirmed(
      String serial, String officer, String reason, String byName, Optional<Moment> at) {
    @Override
    public String toString() {
      return "Unconfirmed[" + serial + "]";
    }
  }

  /**
   * Whether a second has to be asked. A colleague whom one officer took back alone still counts as
   * somebody to be asked: otherwise taking the others back would make one officer master of all. So
   * does one whose certificate has ended or has not begun: a clock is set by whoever sits before
   * it.
   */
  public boolean needed() {
    Set<Fingerprint> alone = takenBackAlone();
    return Renewals.latest(new Roster(station.state()).issued()).stream()
            .filter(i -> i.station().equals(station.identity().station()))
            .filter(i -> isToBeAsked(i.certificate()) || alone.contains(i.key()))
            .count()
        > 1;
  }

  private Set<Fingerprint> takenBackAlone() {
    Set<String> serials = new HashSet<>();
    open().forEach(o -> serials.add(o.serial()));
    return new Roster(station.state())
        .issued().stream()
            .filter(i -> serials.contains(i.certificate().serial()))
            .map(Roster.Issued::key)
            .collect(Collectors.toSet());
  }

  private boolean isToBeAsked(Certificate c) {
    return switch (standing(c)) {
      case Trust.Standing.Trusted t -> true;
      case Trust.Standing.OutOfTime o -> true;
      default -> false;
    };
  }

  private boolean counts(Certificate c) {
    return standing(c) instanceof Trust.Standing.Trusted;
  }

  private Trust.Standing standing(Certificate c) {
    return station.trust().standing(c, List.of(), station.now().instant());
  }

  /**
   * The second officer's word, by the own key, opened at this moment and forgotten again.
   *
   * @param about what {@link Of} says
   */
  public Word give(Of of, String about, String handle, char[] passphrase) {
    Optional<SigningKey> second = officers.second(handle, passphrase);
    if (second.isEmpty()) {
      return Word.WRONG_PASSPHRASE;
    }
    Fingerprint key = new Fingerprint(second.get().verifying().fingerprint());
    if (key.equals(station.me())
        || of == Of.REVOKE && key.equals(whoRevoked(about))
        || of == Of.SHARE && hasAnother(about, key)) {
      return Word.SAME_OFFICER;
    }
    if (!isOurs(key)) {
      return Word.NOT_CERTIFIED;
    }
    write(of, about, second.get());
    return Word.GIVEN;
  }

  /** Of the sheets of one key nobody is shown two. */
  private boolean hasAnother(String about, Fingerprint key) {
    String set = about.substring(0, about.indexOf(' ') + 1);
    return station.view().records().fieldsOfKind(Kinds.APPROVAL.key()).values().stream()
        .filter(f -> Stored.text(f, "act").filter(Of.SHARE.name()::equals).isPresent())
        .flatMap(f -> Stored.text(f, "about").stream())
        .filter(other -> other.startsWith(set) && !other.equals(about))
        .anyMatch(other -> approvers(Of.SHARE, other, Set.of()).contains(key));
  }

  /**
   * The authority's own word, by its key from the safe: where no second officer is left.
   *
   * @param folder where the sealed key lies
   */
  public Word giveByAuthority(Of of, String about, Path folder, char[] passphrase) {
    Optional<SigningKey> key = new AuthorityKey(folder, station).open(passphrase);
    if (key.isEmpty()) {
      return Word.WRONG_PASSPHRASE;
    }
    Fingerprint authority = new Fingerprint(key.get().verifying().fingerprint());
    if (!isAuthority(authority)) {
      return Word.NOT_CERTIFIED;
    }
    if (of == Of.SHARE && hasAnother(about, authority)) {
      return Word.SAME_OFFICER;
    }
    write(of, about, key.get());
    return Word.GIVEN;
  }

  private void write(Of of, String about, SigningKey by) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("act", Value.text(of.name()));
    fields.put("about", Value.text(about));
    fields.put("at", station.now().toValue());
    ledger.write(
        new Act().make(station.ids().record(), Kinds.APPROVAL, station.scope(), fields), by);
  }

  private boolean isAuthority(Fingerprint key) {
    return key.hex().equals(new Issuing(station).authority().key().fingerprint());
  }

  /** What an authority approved in its time stays approved under its successor. */
  private boolean wasAuthority(Fingerprint key) {
    return new Issuing(station)
        .formerAuthorities().stream().anyMatch(c -> key.hex().equals(c.key().fingerprint()));
  }

  /**
   * Whether an act may be done now that is never done again.
   *
   * @throws CaseworkFault {@code SAME_OFFICER} while a second officer has not approved it
   */
  public void need(Of of, String about) {
    need(of, about, Set.of());
  }

  /**
   * Whether an act may be done now that gives trust to certain keys.
   *
   * @param keys that get a certificate; where one of theirs was taken back, a word that was given
   *     before counts no more
   * @throws CaseworkFault {@code SAME_OFFICER} as the other
   */
  public void needFor(Of of, String about, Set<Fingerprint> keys) {
    need(of, about, takenBack(keys));
  }

  /**
   * Checks that a second officer has approved an act, by a word that was given after some records.
   *
   * @param since records of acts that used an earlier word up, or took back what it gave
   */
  public void need(Of of, String about, Set<RecordId> since) {
    if (needed() && approvers(of, about, since).stream().noneMatch(k -> !k.equals(station.me()))) {
      throw new CaseworkFault(CaseworkFault.Code.SAME_OFFICER);
    }
  }

  /** Returns the revocations of certificates that these keys had. */
  private Set<RecordId> takenBack(Set<Fingerprint> keys) {
    Set<String> serials =
        new Roster(station.state())
            .issued().stream()
                .filter(i -> keys.contains(i.key()))
                .map(i -> i.certificate().serial())
                .collect(Collectors.toSet());
    return station.view().records().fieldsOfKind(Kinds.REVOCATION.key()).entrySet().stream()
        .filter(e -> Stored.text(e.getValue(), "serial").filter(serials::contains).isPresent())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Certificates that one officer took back and no other has confirmed, the last first. */
  public List<Unconfirmed> unconfirmed() {
    if (!needed()) {
      return List.of();
    }
    Map<Fingerprint, String> names = officers.names();
    return open().stream()
        .map(o -> unconfirmed(o.serial(), o.fields(), names.getOrDefault(o.by(), "")))
        .toList();
  }

  private record TakenBack(String serial, Map<String, FieldState> fields, Fingerprint by) {}

  /** What one officer took back, and nobody else has confirmed. */
  private List<TakenBack> open() {
    Map<RecordId, Fingerprint> authors = authors(Kinds.REVOCATION.key());
    List<TakenBack> open = new ArrayList<>();
    station
        .view()
        .records()
        .fieldsOfKind(Kinds.REVOCATION.key())
        .forEach(
            (id, f) -> {
              Optional<Fingerprint> by = Optional.ofNullable(authors.get(id));
              String serial = Stored.text(f, "serial").orElse("");
              if (by.isPresent()
                  && approvers(Of.REVOKE, serial, Set.of()).stream().allMatch(by.get()::equals)) {
                open.add(new TakenBack(serial, f, by.get()));
              }
            });
    return open;
  }

  private Unconfirmed unconfirmed(String serial, Map<String, FieldState> f, String by) {
    String officer =
        new Roster(station.state())
            .issued().stream()
                .map(Roster.Issued::certificate)
                .filter(c -> c.serial().equals(serial))
                .map(Certificate::number)
                .findFirst()
                .orElse("");
    return new Unconfirmed(
        serial, officer, Stored.text(f, "reason").orElse(""), by, Stored.moment(f, "at"));
  }

  /** Who took a certificate back; nobody where nobody did. */
  private Fingerprint whoRevoked(String serial) {
    Map<RecordId, Fingerprint> authors = authors(Kinds.REVOCATION.key());
    return station.view().records().fieldsOfKind(Kinds.REVOCATION.key()).entrySet().stream()
        .filter(e -> Stored.text(e.getValue(), "serial").filter(serial::equals).isPresent())
        .flatMap(e -> Optional.ofNullable(authors.get(e.getKey())).stream())
        .findFirst()
        .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
  }

  /**
   * Returns the officers of this headquarters who have approved an act.
   *
   * @param since records that came after every word that counts no more
   */
  private List<Fingerprint> approvers(Of of, String about, Set<RecordId> since) {
    Map<RecordId, Fingerprint> authors = authors(Kinds.APPROVAL.key());
    Set<RecordId> asked = new HashSet<>(since);
    station
        .view()
        .records()
        .fieldsOfKind(Kinds.APPROVAL.key())
        .forEach(
            (id, f) -> {
              if (Stored.text(f, "act").filter(of.name()::equals).isPresent()
                  && Stored.text(f, "about").filter(about::equals).isPresent()) {
                asked.add(id);
              }
            });
    List<Fingerprint> by = new ArrayList<>();
    for (Records.Begun b : station.view().records().begun(asked)) {
      if (since.contains(b.id())) {
        by.clear();
      } else {
        Optional.ofNullable(authors.get(b.id()))
            .filter(k -> isOurs(k) || isAuthority(k) || wasAuthority(k))
            .ifPresent(by::add);
      }
    }
    return by;
  }

  /** Written here alone: what a package brings approves nothing. */
  private Map<RecordId, Fingerprint> authors(String kind) {
    Map<RecordId, Fingerprint> authors = new HashMap<>();
    for (Records.Begun b : station.view().records().begun(kind)) {
      if (b.station().equals(station.identity().station())) {
        authors.put(b.id(), b.author());
      }
    }
    return authors;
  }

  private boolean isOurs(Fingerprint key) {
    return new Roster(station.state())
        .issued().stream()
            .anyMatch(
                i ->
                    i.station().equals(station.identity().station())
                        && i.key().equals(key)
                        && counts(i.certificate()));
  }
}
