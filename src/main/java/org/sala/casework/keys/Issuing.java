package org.sala.casework.keys;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.casework.station.Supervision;
import org.sala.crypto.AgeRecipient;
import org.sala.crypto.Certificate;
import org.sala.crypto.Issuer;
import org.sala.crypto.RevocationList;
import org.sala.crypto.SigningKey;
import org.sala.crypto.Succession;
import org.sala.crypto.VerifyingKey;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/**
 * Headquarters' issuing key at work: certificates, the list of what is revoked, the trust list. The
 * authority's key is here only while something is signed with it.
 */
@BehindTheDesk
public final class Issuing {
  private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
  private static final Duration ISSUING_LIFE = Duration.ofDays(1825);
  private static final Duration OFFICER_LIFE = Duration.ofDays(730);

  /** How much longer than the one before a renewed certificate lasts at least. */
  private static final Duration BEYOND = Duration.ofDays(1);

  private static final Duration LIST_LIFE = Duration.ofDays(90);

  private static final Duration FRESH = Duration.ofDays(7);

  /** So far apart are the clocks of two machines of one headquarters at most. */
  private static final Duration AHEAD = Duration.ofHours(1);

  /** The authority lies in a safe: its list is renewed seldom. */
  private static final Duration AUTHORITY_LIST_LIFE = Duration.ofDays(730);

  private static final String REVOKED_SERIALS = "revokedSerials";

  private static final String REVOKED_ISSUERS = "revokedIssuers";

  /** The last list of each issuing key that was taken back. */
  private static final String FORMER_LISTS = "formerLists";

  private final Station station;

  public Issuing(Station station) {
    this.station = station;
  }

  /** What the state holds once headquarters is founded; the authority's key is not among it. */
  public Map<String, Value> found(SigningKey authorityKey, String agency) {
    Instant now = now();
    Issuer authority =
        Issuer.authority(authorityKey, agency, now, AUTHORITY_LIFE, random(), station.practice());
    SigningKey key = SigningKey.generate(random());
    Issuer issuing = authority.certifyIssuer(key, agency, now, ISSUING_LIFE);
    Map<String, Value> state = new LinkedHashMap<>();
    state.put("agency", Value.text(agency));
    state.put("authorities", Value.texts(List.of(authority.certificate().pem())));
    state.put("issuers", Value.texts(List.of(issuing.certificate().pem())));
    state.put("issuingKey", encoded(key.pkcs8()));
    state.put("issuingPublic", encoded(key.verifying().spki()));
    state.put("authorityList", authorityList(authority, List.of(), 1));
    state.put("authorityListNumber", Value.whole(1));
    state.put("listNumber", Value.whole(0));
    return state;
  }

  /**
   * A headquarters as it begins, with the certificate of the officer who founds it and the first
   * lists: all of it counts at once or not at all.
   *
   * @param founded what {@link #found} made, and what headquarters is called
   */
  public Map<String, Value> begun(
      Map<String, Value> founded, VerifyingKey officer, String officerNumber) {
    Certificate issuing = Certificate.ofPem(texts(founded, "issuers").getFirst()).getFirst();
    Certificate own =
        Issuer.of(key(founded), issuing, random())
            .certify(
                officer,
                officerNumber,
                Supervision.HEADQUARTERS,
                text(founded, "agency").orElseThrow(),
                now(),
                OFFICER_LIFE);
    Map<String, Value> state = new LinkedHashMap<>(founded);
    state.putAll(new Roster(station.state()).with(station.identity().station(), own));
    return renewed(state);
  }

  /**
   * @param issuers serial numbers of issuing keys' certificates that are taken back
   */
  private Value authorityList(Issuer authority, List<String> issuers, long number) {
    return Value.text(authority.revoke(issuers, number, now(), AUTHORITY_LIST_LIFE).pem());
  }

  /** Signs the authority's own list anew, before it runs out. */
  public void renewAuthority(SigningKey authorityKey) {
    renewLists(
        () -> {
          long number = station.state().nextOfLists("authorityListNumber");
          Issuer authority = Issuer.of(authorityKey, authority(), random());
          return Map.of(
              "authorityList",
              authorityList(authority, station.state().texts(REVOKED_ISSUERS), number),
              "authorityListNumber",
              Value.whole(number));
        });
  }

  /**
   * Hands over from the authority to its successor: the old key introduces the new one, the new one
   * certifies the same issuing key. Officers' certificates stay as they are, for the issuing key
   * signed them. All of it counts at once or not at all.
   *
   * @param old the authority's key, from the safe
   * @param next the successor's, which is in its own safe already
   * @throws org.sala.crypto.CryptoFault when the old key is not the authority's, or its time is
   *     over
   */
  public void succeed(SigningKey old, SigningKey next) {
    renewLists(() -> succeeded(old, next));
  }

  private Map<String, Value> succeeded(SigningKey old, SigningKey next) {
    Issuer authority = Issuer.of(old, authority(), random());
    String agency = station.state().text("agency").orElse("");
    Succession handed = authority.succeed(next, now(), AUTHORITY_LIFE);
    Issuer successor = Issuer.of(next, handed.successor(), random());
    Certificate issuing = successor.certifyIssuer(key(), agency, now(), ISSUING_LIFE).certificate();
    List<String> successions = new ArrayList<>(station.state().texts("successions"));
    successions.add(handed.pem());
    List<String> former = new ArrayList<>(station.state().texts("formerAuthorities"));
    former.add(authority.certificate().pem());
    Map<String, Value> state = new LinkedHashMap<>();
    state.put("authorities", Value.texts(List.of(handed.successor().pem())));
    state.put("formerAuthorities", Value.texts(former));
    state.put("successions", Value.texts(successions));
    state.put("issuers", Value.texts(List.of(issuing.pem())));
    state.putAll(stillTakenBack(successor));
    state.put("authorityListNumber", Value.whole(1));
    return state;
  }

  /**
   * What the former authority took back leads to nobody any more, and whoever has not heard of it
   * would be unknown here: the successor certifies those keys and takes them back in its first
   * list.
   */
  private Map<String, Value> stillTakenBack(Issuer successor) {
    List<Certificate> former =
        station.state().texts(StationState.FORMER_ISSUERS).stream()
            .map(pem -> successor.certifyAnew(Certificate.ofPem(pem).getFirst()))
            .toList();
    List<String> serials = former.stream().map(Certificate::serial).toList();
    Map<String, Value> state = new LinkedHashMap<>();
    state.put(
        StationState.FORMER_ISSUERS, Value.texts(former.stream().map(Certificate::pem).toList()));
    state.put(REVOKED_ISSUERS, serials.isEmpty() ? Value.Nothing.HERE : Value.texts(serials));
    state.put("authorityList", authorityList(successor, serials, 1));
    return state;
  }

  /** SHA-256 of the issuing key. */
  public String fingerprint() {
    return key().verifying().fingerprint();
  }

  /**
   * Takes the issuing key's certificate back and goes on with a new key. Whoever had a certificate
   * that counted gets one for the same key, number and role from it: the keys were compared when
   * they were enrolled, and it is not theirs that is in other hands. All of it counts at once.
   *
   * @param authorityKey from the safe
   * @return the serial number that was taken back
   * @throws org.sala.crypto.CryptoFault when it is not the authority's key
   */
  public String replace(SigningKey authorityKey) {
    String[] serial = {""};
    renewLists(
        () -> {
          serial[0] = first("issuers").serial();
          return replaced(authorityKey);
        });
    return serial[0];
  }

  private Map<String, Value> replaced(SigningKey authorityKey) {
    StationState before = station.state();
    Issuer authority = Issuer.of(authorityKey, authority(), random());
    Certificate old = first("issuers");
    SigningKey next = SigningKey.generate(random());
    String agency = before.text("agency").orElse("");
    Issuer issuing = authority.certifyIssuer(next, agency, now(), ISSUING_LIFE);
    List<String> serials = with(before.texts(REVOKED_ISSUERS), old.serial());
    long number = before.nextOfLists("authorityListNumber");
    Map<String, Value> state = new LinkedHashMap<>();
    state.put("issuers", Value.texts(List.of(issuing.certificate().pem())));
    state.put(
        StationState.FORMER_ISSUERS,
        Value.texts(with(before.texts(StationState.FORMER_ISSUERS), old.pem())));
    state.put(StationState.ISSUING_SINCE, Value.whole(now().toEpochMilli()));
    state.put(FORMER_LISTS, Value.texts(with(before.texts(FORMER_LISTS), issuingList().pem())));
    state.put("issuingKey", encoded(next.pkcs8()));
    state.put("issuingPublic", encoded(next.verifying().spki()));
    state.put(REVOKED_ISSUERS, Value.texts(serials));
    state.put("authorityList", authorityList(authority, serials, number));
    state.put("authorityListNumber", Value.whole(number));
    state.putAll(certifiedAnew(issuing, agency));
    return state;
  }

  private Map<String, Value> certifiedAnew(Issuer issuing, String agency) {
    Roster roster = new Roster(station.state());
    Map<String, Value> state = new LinkedHashMap<>();
    List<Value> officers = new ArrayList<>(station.state().listing("officers"));
    for (Roster.Issued i : Renewals.latest(roster.issued())) {
      Certificate c = i.certificate();
      if (!roster.revoked().contains(c.serial()) && now().isBefore(c.until())) {
        Certificate next = issuing.certify(c.key(), c.number(), c.role(), agency, now(), beyond(c));
        officers.add(Roster.entry(i.station(), next));
        if (i.station().equals(station.identity().station())) {
          state.put("certificate." + i.key().hex(), Value.text(next.pem()));
        }
      }
    }
    state.put("officers", new Value.Listing(officers));
    return state;
  }

  private static List<String> with(List<String> before, String last) {
    List<String> all = new ArrayList<>(before);
    all.add(last);
    return all;
  }

  /** Signs the list of what is revoked anew, and the trust list that carries it. */
  public void renewLists() {
    renewLists(Map.of());
  }

  /**
   * Signs them anew with other changes of the state.
   *
   * @param changed is written with them: they count together or not at all
   */
  public void renewLists(Map<String, Value> changed) {
    renewLists(() -> changed);
  }

  /**
   * Takes back every certificate that was issued for some keys. Whom it concerns and the lists that
   * say so are one write: they count together or not at all.
   */
  public void revoke(Set<Fingerprint> keys) {
    renewLists(
        () -> {
          Set<String> serials = new LinkedHashSet<>(station.state().texts(REVOKED_SERIALS));
          new Roster(station.state())
              .issued().stream()
                  .filter(i -> keys.contains(i.key()))
                  .forEach(i -> serials.add(i.certificate().serial()));
          return Map.of(REVOKED_SERIALS, Value.texts(List.copyOf(serials)));
        });
  }

  /** Where the lists do not name everybody who was taken back, signs them anew. */
  public void nameAllRevoked() {
    List<String> serials = station.state().texts(REVOKED_SERIALS);
    if (!serials.isEmpty() && !issuingList().serials().containsAll(serials)) {
      renewLists();
    }
  }

  /**
   * Signs the lists of what is revoked and of whom to believe anew, with other changes of the
   * state.
   *
   * @param changed what becomes of the state in the same write, before which none of it counts
   */
  private void renewLists(Supplier<Map<String, Value>> changed) {
    station.state().change(() -> renewed(changed.get()));
  }

  private Map<String, Value> renewed(Map<String, Value> changed) {
    StationState before = station.state();
    Map<String, Value> state = new LinkedHashMap<>(changed);
    long number = before.nextOfLists("listNumber");
    Instant made = Instant.now(station.clock());
    List<String> issuers = texts(changed, "issuers");
    SigningKey key = key(changed);
    Issuer issuing = Issuer.of(key, Certificate.ofPem(issuers.getFirst()).getFirst(), random());
    List<String> lists = new ArrayList<>();
    lists.add(issuing.revoke(texts(changed, REVOKED_SERIALS), number, made, LIST_LIFE).pem());
    lists.add(text(changed, "authorityList").orElseThrow());
    // Nobody can sign them anew; who checks without Sala hears from them that it was taken back.
    lists.addAll(texts(changed, FORMER_LISTS));
    TrustList list =
        new TrustList(
            number,
            made,
            issuers,
            lists,
            texts(changed, "successions"),
            station.identity().station().toString(),
            // Not every officer here opens both compartments.
            text(changed, "hqInvestigation").orElseThrow(),
            text(changed, "hqProtection").orElseThrow(),
            text(changed, "ownRecovery").orElse(""));
    state.put("listNumber", Value.whole(number));
    state.put("revoked", Value.texts(lists));
    state.put("trustList", Value.parts(list.sign(key)));
    return state;
  }

  /** A part of the state as it will be. */
  private Optional<String> text(Map<String, Value> changed, String key) {
    return Optional.ofNullable(changed.get(key))
        .flatMap(Value::asText)
        .or(() -> station.state().text(key));
  }

  /** A list of the state as it will be. */
  private List<String> texts(Map<String, Value> changed, String key) {
    return changed.get(key) instanceof Value.Listing l
        ? l.items().stream().flatMap(i -> i.asText().stream()).toList()
        : station.state().texts(key);
  }

  public Certificate certify(VerifyingKey key, String number, String role) {
    return issuer()
        .certify(key, number, role, station.state().text("agency").orElse(""), now(), OFFICER_LIFE);
  }

  /**
   * Certifies the same key, number and role once more. It lasts longer than the one before, also
   * where that was issued by a clock that was ahead: only so does it take its place at the station.
   */
  public Certificate renewed(Certificate before) {
    return issuer()
        .certify(
            before.key(),
            before.number(),
            before.role(),
            station.state().text("agency").orElse(""),
            now(),
            beyond(before));
  }

  /** A life that ends after a certificate of before: of several the last to end is gone by. */
  private Duration beyond(Certificate before) {
    Duration beyond = Duration.between(now(), before.until()).plus(BEYOND);
    return beyond.compareTo(OFFICER_LIFE) > 0 ? beyond : OFFICER_LIFE;
  }

  /** Puts an answer to a request for enrolment together, and signs it. */
  public EnrolmentAnswer.Written answer(EnrolmentRequest request, Map<String, Value> said) {
    return EnrolmentAnswer.write(request, authority(), said, Instant.now(station.clock()), key());
  }

  /**
   * What goes into every package to a station: the signed lists, and what was renewed. Lists of
   * last week are signed anew first, for a station takes an old one for silence, and so are those
   * of a clock that was ahead, which nobody else believes before their day.
   */
  public Map<String, String> notesTo(StationId id) {
    // Before the lists: what changes meanwhile is said once too often rather than never.
    ListsSaid lists = new ListsSaid(station);
    String said = lists.to(id).toString();
    if (areStale()) {
      renewLists();
    }
    Map<String, String> notes = new LinkedHashMap<>(trustList());
    if (new Roster(station.state()).isGone(id)) {
      // That it is told no, and by whom, is all that whoever holds a lost laptop hears.
      return notes;
    }
    notes.put(ListsSaid.NAME, said);
    notes.put(ListsSaid.TAKEN_BACK, lists.takenBack().toString());
    notes.putAll(Renewals.notes(station.state(), id));
    notes.putAll(Peers.notes(station.state(), this::key));
    notes.putAll(PartnerList.notes(station, this::key));
    return notes;
  }

  private boolean areStale() {
    Instant now = Instant.now(station.clock());
    Instant made = issuingList().made();
    return made.plus(FRESH).isBefore(now) || made.minus(AHEAD).isAfter(now);
  }

  private Map<String, String> trustList() {
    Map<String, String> notes = new LinkedHashMap<>();
    station
        .state()
        .parts("trustList")
        .ifPresent(p -> p.parts().forEach((k, v) -> v.asText().ifPresent(t -> notes.put(k, t))));
    return notes;
  }

  /** The receiving key of a station for a compartment; empty where it was never enrolled here. */
  public Optional<AgeRecipient> recipient(StationId id, Compartment compartment) {
    return station
        .state()
        .parts("station." + id)
        .flatMap(p -> p.text(compartment.code()))
        .map(AgeRecipient::new);
  }

  private RevocationList issuingList() {
    return RevocationList.ofPem(station.state().texts("revoked").getFirst()).getFirst();
  }

  /** When the authority's own list runs out; its key has to come from the safe before. */
  public Instant authorityListEnds() {
    String pem = station.state().text("authorityList").orElseThrow();
    return RevocationList.ofPem(pem).getFirst().until();
  }

  public Certificate authority() {
    return first("authorities");
  }

  /** Returns the issuing key's own certificate. */
  public Certificate issuing() {
    return first("issuers");
  }

  /** The authorities before this one. */
  public List<Certificate> formerAuthorities() {
    return station.state().texts("formerAuthorities").stream()
        .flatMap(p -> Certificate.ofPem(p).stream())
        .toList();
  }

  private Issuer issuer() {
    return Issuer.of(key(), first("issuers"), random());
  }

  private SecureRandom random() {
    return station.tools().random();
  }

  private SigningKey key() {
    return key(Map.of());
  }

  /** The key of the state as it will be. */
  private SigningKey key(Map<String, Value> changed) {
    return SigningKey.of(bytes(changed, "issuingKey"), bytes(changed, "issuingPublic"));
  }

  private byte[] bytes(Map<String, Value> changed, String name) {
    return Base64.getDecoder().decode(text(changed, name).orElseThrow());
  }

  private Certificate first(String key) {
    return Certificate.ofPem(station.state().texts(key).getFirst()).getFirst();
  }

  /** A minute ago: the clocks of two laptops are never the same. */
  private Instant now() {
    return Instant.now(station.clock()).minusSeconds(60);
  }

  private static Value encoded(byte[] bytes) {
    return Value.text(Base64.getEncoder().encodeToString(bytes));
  }
}
