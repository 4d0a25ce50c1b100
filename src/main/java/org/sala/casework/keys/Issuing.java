package org.sala.casework.keys;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.crypto.AgeRecipient;
import org.sala.crypto.Certificate;
import org.sala.crypto.Issuer;
import org.sala.crypto.RevocationList;
import org.sala.crypto.SigningKey;
import org.sala.crypto.Succession;
import org.sala.crypto.VerifyingKey;
import org.sala.domain.Compartment;
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
  private static final Duration LIST_LIFE = Duration.ofDays(90);

  private static final Duration FRESH = Duration.ofDays(7);

  /** The authority lies in a safe: its list is renewed seldom. */
  private static final Duration AUTHORITY_LIST_LIFE = Duration.ofDays(730);

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
    state.put("authorityList", authorityList(authority, 1));
    state.put("authorityListNumber", Value.whole(1));
    state.put("listNumber", Value.whole(0));
    return state;
  }

  private Value authorityList(Issuer authority, long number) {
    return Value.text(authority.revoke(List.of(), number, now(), AUTHORITY_LIST_LIFE).pem());
  }

  /** Signs the authority's own list anew, before it runs out. */
  public void renewAuthority(SigningKey authorityKey) {
    renewLists(
        () -> {
          long number = station.state().whole("authorityListNumber") + 1;
          Issuer authority = Issuer.of(authorityKey, authority(), random());
          return Map.of(
              "authorityList",
              authorityList(authority, number),
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
    state.put("authorityList", authorityList(successor, 1));
    state.put("authorityListNumber", Value.whole(1));
    return state;
  }

  /** Signs the list of what is revoked anew, and the trust list that carries it. */
  public void renewLists() {
    renewLists(Map::of);
  }

  /**
   * The same.
   *
   * @param changed what becomes of the state in the same write, before which none of it counts
   */
  private void renewLists(Supplier<Map<String, Value>> changed) {
    station.state().change(() -> renewed(changed.get()));
  }

  private Map<String, Value> renewed(Map<String, Value> changed) {
    StationState before = station.state();
    Map<String, Value> state = new LinkedHashMap<>(changed);
    long number = before.whole("listNumber") + 1;
    Instant made = Instant.now(station.clock());
    List<String> issuers = texts(changed, "issuers");
    Issuer issuing = Issuer.of(key(), Certificate.ofPem(issuers.getFirst()).getFirst(), random());
    List<String> lists = new ArrayList<>();
    lists.add(issuing.revoke(before.texts("revokedSerials"), number, made, LIST_LIFE).pem());
    lists.add(
        Optional.ofNullable(changed.get("authorityList"))
            .flatMap(Value::asText)
            .or(() -> before.text("authorityList"))
            .orElseThrow());
    TrustList list =
        new TrustList(
            number,
            made,
            issuers,
            lists,
            texts(changed, "successions"),
            station.identity().station().toString(),
            station.receiving(Compartment.INVESTIGATION).recipient().text(),
            station.receiving(Compartment.PROTECTION).recipient().text(),
            before.text("ownRecovery").orElse(""));
    state.put("listNumber", Value.whole(number));
    state.put("revoked", Value.texts(lists));
    state.put("trustList", Value.parts(list.sign(key())));
    return state;
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

  /** Puts an answer to a request for enrolment together, and signs it. */
  public EnrolmentAnswer.Written answer(EnrolmentRequest request, Map<String, Value> said) {
    return EnrolmentAnswer.write(request, authority(), said, Instant.now(station.clock()), key());
  }

  /**
   * What goes into every package to a station: the signed lists, and what was renewed. Lists of
   * last week are signed anew first, for a station takes an old one for silence.
   */
  public Map<String, String> notesTo(StationId id) {
    if (issuingList().made().plus(FRESH).isBefore(Instant.now(station.clock()))) {
      renewLists();
    }
    Map<String, String> notes = new LinkedHashMap<>(trustList());
    if (new Roster(station.state()).isGone(id)) {
      // That it is told no, and by whom, is all that whoever holds a lost laptop hears.
      return notes;
    }
    notes.putAll(Renewals.notes(station.state(), id));
    notes.putAll(Peers.notes(station.state(), this::key));
    notes.putAll(PartnerList.notes(station, this::key));
    return notes;
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
    return SigningKey.of(
        Base64.getDecoder().decode(station.state().text("issuingKey").orElseThrow()),
        Base64.getDecoder().decode(station.state().text("issuingPublic").orElseThrow()));
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
