package org.sala.casework.keys;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.StationState;
import org.sala.crypto.AgeRecipient;
import org.sala.crypto.Certificate;
import org.sala.crypto.CryptoFault;
import org.sala.crypto.RevocationList;
import org.sala.crypto.SigningKey;
import org.sala.crypto.Succession;
import org.sala.crypto.Trust;
import org.sala.domain.DomainFault;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/**
 * Whom a station believes, in one signed list that only moves forward: issuers, revocation lists,
 * headquarters' receiving keys, and who followed whom as the agency's authority. It travels in the
 * notes of every package from headquarters.
 *
 * @param number higher for every newer list
 * @param issuers certificates (PEM), each signed by the authority
 * @param revoked revocation lists (PEM), one of each issuer and one of the authority
 * @param recovery the agency's recovery key (age recipient), empty where there is none
 * @param successions every {@link Succession} of the authority (PEM), the first one first, so that
 *     a station that missed some still finds its way from the authority that it believes
 */
@BehindTheDesk
public record TrustList(
    long number,
    Instant made,
    List<String> issuers,
    List<String> revoked,
    List<String> successions,
    String headquarters,
    String investigation,
    String protection,
    String recovery) {

  /** Under what a station keeps the number of the list that it holds. */
  static final String NUMBER = "trustNumber";

  static final SignedList SIGNED = new SignedList("trust", "sala trust list v1\n");

  public TrustList {
    issuers = List.copyOf(issuers);
    revoked = List.copyOf(revoked);
    successions = List.copyOf(successions);
  }

  /** What a station makes of a list that came. */
  public enum Taken {
    NEWER,
    /** Newer, and the agency's authority has a successor, which alone is believed from now on. */
    SUCCEEDED,
    NOT_NEWER,
    /** Not signed by an issuer that the authority vouches for, or older in a part. */
    REFUSED,
    NONE
  }

  /** The notes that carry it. */
  Map<String, String> sign(SigningKey issuing) {
    return SIGNED.sign(write(), issuing);
  }

  private byte[] write() {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("format", Value.whole(1));
    parts.put("number", Value.whole(number));
    parts.put("made", Value.text(made.toString()));
    parts.put("issuers", Value.texts(issuers));
    parts.put("revoked", Value.texts(revoked));
    parts.put("successions", Value.texts(successions));
    parts.put("headquarters", Value.text(headquarters));
    parts.put("investigation", Value.text(investigation));
    parts.put("protection", Value.text(protection));
    parts.put("recovery", Value.text(recovery));
    return Json.write(new Value.Parts(parts));
  }

  /** At a station: takes the list over if it is newer and signed under the authority. */
  public static Taken take(
      StationState state, Trust trust, Map<String, String> notes, Instant now) {
    if (!SIGNED.isIn(notes)) {
      return Taken.NONE;
    }
    try {
      TrustList list = read(SIGNED.bytes(notes));
      List<Certificate> authorities = list.succeeded(trust.authorities(), now);
      // Before the signature: what an authority signed that has a successor by now is only old.
      if (list.number() <= state.whole(NUMBER)
          && !list.endsIssuers(state.texts("issuers"), authorities, now)) {
        return Taken.NOT_NEWER;
      }
      Trust led = new Trust(authorities, List.of(), trust.revoked());
      if (!list.signedUnder(led, notes, now)
          || !list.listsAreNoOlder(led)
          || state.text("headquarters").filter(list.headquarters()::equals).isEmpty()) {
        return Taken.REFUSED;
      }
      Map<String, Value> taken = list.state();
      List<String> former = list.former(state, trust.authorities(), now);
      if (former.size() > state.texts(StationState.FORMER_ISSUERS).size()) {
        // What was signed with a stolen key may name anybody, under any number.
        taken.putAll(Peers.none());
        taken.putAll(PartnerList.none());
      }
      taken.put(StationState.FORMER_ISSUERS, Value.texts(former));
      taken.put("authorities", Value.texts(authorities.stream().map(Certificate::pem).toList()));
      state.set(taken);
      return authorities.equals(trust.authorities()) ? Taken.NEWER : Taken.SUCCEEDED;
    } catch (DomainFault | CryptoFault | IllegalArgumentException | DateTimeException e) {
      return Taken.REFUSED;
    }
  }

  /** Each authority followed to its last successor, as far as each introduced the next. */
  private List<Certificate> succeeded(List<Certificate> believed, Instant now) {
    List<Certificate> last = new ArrayList<>(believed);
    for (String pem : successions) {
      Succession next = Succession.ofPem(pem);
      last.replaceAll(a -> next.isOf(a, now) ? next.successor() : a);
    }
    return last;
  }

  /** What the authority says in this list. */
  private Trust told(List<Certificate> authorities) {
    return new Trust(
        authorities,
        List.of(),
        revoked.stream().flatMap(p -> RevocationList.ofPem(p).stream()).toList());
  }

  /**
   * Whether by the authority's own word none of the issuers that are believed is left: whoever has
   * stolen the key of one may have given any number to a list of theirs.
   */
  private boolean endsIssuers(List<String> believed, List<Certificate> authorities, Instant now) {
    Trust told = told(authorities);
    return !believed.isEmpty()
        && believed.stream()
            .map(p -> told.standing(Certificate.ofPem(p).getFirst(), List.of(), now))
            .allMatch(
                s -> s instanceof Trust.Standing.Revoked || s instanceof Trust.Standing.Unknown);
  }

  /** Issuers that were believed before and are taken back by this list. */
  private List<String> former(StationState state, List<Certificate> authorities, Instant now) {
    Trust told = told(authorities);
    List<String> former = new ArrayList<>(state.texts(StationState.FORMER_ISSUERS));
    state.texts("issuers").stream()
        .filter(p -> !issuers.contains(p) && !former.contains(p))
        .filter(
            p ->
                told.standing(Certificate.ofPem(p).getFirst(), List.of(), now)
                    instanceof Trust.Standing.Revoked)
        .forEach(former::add);
    return former;
  }

  private Map<String, Value> state() {
    Map<String, Value> state = new LinkedHashMap<>();
    state.put(NUMBER, Value.whole(number));
    state.put("trustMade", Value.text(made.toString()));
    state.put("issuers", Value.texts(issuers));
    state.put("revoked", Value.texts(revoked));
    state.put("hqInvestigation", Value.text(new AgeRecipient(investigation).text()));
    state.put("hqProtection", Value.text(new AgeRecipient(protection).text()));
    state.put("recovery", Value.text(recovery.isEmpty() ? "" : new AgeRecipient(recovery).text()));
    return state;
  }

  /** The list's own revocations count for its signer, and so do those that are known already. */
  private boolean signedUnder(Trust trust, Map<String, String> notes, Instant now) {
    List<RevocationList> lists = new ArrayList<>(trust.revoked());
    revoked.forEach(p -> lists.addAll(RevocationList.ofPem(p)));
    Trust both = new Trust(trust.authorities(), List.of(), lists);
    for (String pem : issuers) {
      for (Certificate c : Certificate.ofPem(pem)) {
        if (!c.issues() || !(both.standing(c, List.of(), now) instanceof Trust.Standing.Trusted)) {
          return false;
        }
      }
    }
    return issuers.stream()
        .flatMap(p -> Certificate.ofPem(p).stream())
        .anyMatch(c -> SIGNED.isBy(c, notes));
  }

  /**
   * Every issuer and the authority has its list here, none with a lower number than the one that is
   * known, and none that has forgotten a serial number.
   */
  private boolean listsAreNoOlder(Trust trust) {
    List<Certificate> signers = new ArrayList<>(trust.authorities());
    issuers.forEach(p -> signers.addAll(Certificate.ofPem(p)));
    for (Certificate c : signers) {
      Optional<RevocationList> known = of(c, trust.revoked());
      Optional<RevocationList> here =
          of(c, revoked.stream().flatMap(p -> RevocationList.ofPem(p).stream()).toList());
      if (here.isEmpty() || known.isPresent() && !here.get().isNoOlderThan(known.get())) {
        return false;
      }
    }
    return true;
  }

  private static Optional<RevocationList> of(Certificate issuer, List<RevocationList> lists) {
    return lists.stream().filter(l -> l.issuedBy(issuer)).findFirst();
  }

  private static TrustList read(byte[] bytes) {
    Value.Parts p = Json.readParts(bytes);
    if (p.whole("format").orElse(0L) != 1) {
      throw new IllegalArgumentException("another format of trust list");
    }
    return new TrustList(
        p.whole("number").orElse(0L),
        Instant.parse(p.text("made").orElse("")),
        texts(p, "issuers"),
        texts(p, "revoked"),
        texts(p, "successions"),
        p.text("headquarters").orElse(""),
        p.text("investigation").orElse(""),
        p.text("protection").orElse(""),
        p.text("recovery").orElse(""));
  }

  private static List<String> texts(Value.Parts parts, String key) {
    List<String> texts = new ArrayList<>();
    if (parts.parts().get(key) instanceof Value.Listing l) {
      l.items().forEach(i -> i.asText().ifPresent(texts::add));
    }
    return texts;
  }
}
