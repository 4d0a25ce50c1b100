package org.sala.casework.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.bench.fuzz.Fuzzing;
import org.sala.bench.fuzz.Parser;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.casework.station.StationState;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.AgeRecipient;
import org.sala.crypto.Certificate;
import org.sala.crypto.Issuer;
import org.sala.crypto.RevocationList;
import org.sala.crypto.Secret;
import org.sala.crypto.SigningKey;
import org.sala.crypto.Succession;
import org.sala.crypto.Trust;
import org.sala.domain.IdSource;
import org.sala.domain.Moment;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;
import org.sala.vault.SealedFile;

/** A station's trust only moves forward, and only under its authority. */
class TrustListTest {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final Duration YEAR = Duration.ofDays(365);
  private static final String HQ = "headquarters";

  private final SecureRandom random = new SecureRandom();
  private final Issuer authority = authority();
  private final SigningKey issuingKey = SigningKey.generate(random);
  private final Issuer issuing = issuing(authority, issuingKey);
  private final String receiving = AgeIdentity.generate().recipient().text();
  @TempDir Path folder;
  private StationState state;

  private Issuer authority() {
    return Issuer.authority(
        SigningKey.generate(random), "Agency of Examples", NOW.minusSeconds(90), YEAR, random);
  }

  private static Issuer issuing(Issuer under, SigningKey key) {
    return under.certifyIssuer(key, "Agency of Examples", NOW.minusSeconds(90), YEAR);
  }

  @BeforeEach
  void aStationThatHasListFive() {
    IdSource ids = new IdSource(Clock.systemUTC(), random);
    state =
        StationState.create(
            new SealedFile(folder, "state", Secret.random(random), random),
            ids.station(),
            ids.incarnation(),
            ids.scope(),
            new byte[32],
            "en");
    state.set(
        Map.of(
            "headquarters", Value.text(HQ),
            "authorities", Value.texts(List.of(authority.certificate().pem()))));
    assertThat(take(list(5, List.of("a1")).sign(issuingKey))).isEqualTo(TrustList.Taken.NEWER);
  }

  private TrustList list(long number, List<String> revoked) {
    return list(number, revoked, NOW.plusSeconds(number));
  }

  private TrustList list(long number, List<String> revoked, Instant made) {
    return new TrustList(
        number,
        made,
        List.of(issuing.certificate().pem()),
        List.of(
            issuing.revoke(revoked, number, made, YEAR).pem(),
            authority.revoke(List.of(), 1, NOW, YEAR).pem()),
        List.of(),
        HQ,
        receiving,
        receiving,
        "");
  }

  private Trust trust() {
    return new Trust(
        pem("authorities"),
        pem("issuers"),
        state.texts("revoked").stream().flatMap(p -> RevocationList.ofPem(p).stream()).toList());
  }

  private List<Certificate> pem(String key) {
    return state.texts(key).stream().flatMap(p -> Certificate.ofPem(p).stream()).toList();
  }

  private TrustList.Taken take(Map<String, String> notes) {
    return TrustList.take(state, trust(), notes, NOW);
  }

  @Test
  void aNewerListIsTakenOverAndRevokesFromThenOn() {
    Certificate officer =
        issuing.certify(
            SigningKey.generate(random).verifying(), "EX-1", "field", "Agency", NOW, YEAR);
    assertThat(trust().standing(officer, List.of(), NOW))
        .isInstanceOf(Trust.Standing.Trusted.class);
    assertThat(take(list(6, List.of("a1", officer.serial())).sign(issuingKey)))
        .isEqualTo(TrustList.Taken.NEWER);
    assertThat(trust().standing(officer, List.of(), NOW))
        .isInstanceOf(Trust.Standing.Revoked.class);
    assertThat(state.text("hqInvestigation")).contains(receiving);
    assertThat(state.whole("trustNumber")).isEqualTo(6);
  }

  /** What nobody else could do: the authority's own list names the issuer that is believed. */
  @Test
  void whoeverStoleTheIssuingKeyKeepsTheAuthoritysWordOutByNoNumber() {
    state.set("stationListNumber", Value.whole(1_000_000));
    state.set("peers", Value.texts(List.of("somebody's own")));
    TrustList stolen = list(1_000_000, List.of("a1"));
    assertThat(take(stolen.sign(issuingKey))).isEqualTo(TrustList.Taken.NEWER);
    assertThat(state.whole("trustNumber")).isEqualTo(1_000_000);

    SigningKey nextKey = SigningKey.generate(random);
    Issuer next = issuing(authority, nextKey);
    TrustList word = replaced(next, List.of(issuing.certificate().serial()));
    assertThat(take(replaced(next, List.of()).sign(nextKey)))
        .as("without the authority's word it is only old")
        .isEqualTo(TrustList.Taken.NOT_NEWER);
    assertThat(take(word.sign(issuingKey))).isEqualTo(TrustList.Taken.REFUSED);
    assertThat(take(word.sign(nextKey))).isEqualTo(TrustList.Taken.NEWER);
    assertThat(state.whole("trustNumber")).isEqualTo(6);
    assertThat(state.texts("peers")).as("nor what else it has signed").isEmpty();
    assertThat(state.whole("stationListNumber")).isZero();
    assertThat(take(list(2_000_000, List.of("a1")).sign(issuingKey)))
        .isEqualTo(TrustList.Taken.REFUSED);
    assertThat(take(word.sign(nextKey))).isEqualTo(TrustList.Taken.NOT_NEWER);
  }

  private TrustList replaced(Issuer next, List<String> takenBack) {
    return new TrustList(
        6,
        NOW,
        List.of(next.certificate().pem()),
        List.of(
            next.revoke(List.of("a1"), 6, NOW, YEAR).pem(),
            authority.revoke(takenBack, 2, NOW, YEAR).pem()),
        List.of(),
        HQ,
        receiving,
        receiving,
        "");
  }

  @Test
  void anOlderOrTheSameListChangesNothing() {
    assertThat(take(list(5, List.of("a1")).sign(issuingKey))).isEqualTo(TrustList.Taken.NOT_NEWER);
    assertThat(take(list(4, List.of("a1"), NOW.plusSeconds(9)).sign(issuingKey)))
        .isEqualTo(TrustList.Taken.NOT_NEWER);
    assertThat(take(Map.of())).isEqualTo(TrustList.Taken.NONE);
    assertThat(state.whole("trustNumber")).isEqualTo(5);
  }

  @Test
  void aHigherNumberDoesNotBringAnOlderRevocationListBack() {
    TrustList old = list(4, List.of("a1"), NOW.plusSeconds(9));
    TrustList again =
        new TrustList(
            7, NOW, old.issuers(), old.revoked(), List.of(), HQ, receiving, receiving, "");
    assertThat(take(again.sign(issuingKey))).isEqualTo(TrustList.Taken.REFUSED);
    assertThat(take(list(7, List.of("b2")).sign(issuingKey)))
        .as("a serial number that was revoked is forgotten")
        .isEqualTo(TrustList.Taken.REFUSED);
    TrustList none = list(7, List.of("a1"));
    TrustList without =
        new TrustList(
            7,
            none.made(),
            none.issuers(),
            List.of(none.revoked().getFirst()),
            List.of(),
            HQ,
            receiving,
            receiving,
            "");
    assertThat(take(without.sign(issuingKey)))
        .as("the authority's own list is left out")
        .isEqualTo(TrustList.Taken.REFUSED);
  }

  /** Headquarters' clock was a year ahead one evening, or is behind where it was restored. */
  @Test
  void aClockThatIsPutRightKeepsNoLaterListOut() {
    assertThat(take(list(6, List.of("a1"), NOW.plus(YEAR)).sign(issuingKey)))
        .isEqualTo(TrustList.Taken.NEWER);
    assertThat(take(list(7, List.of("a1", "b2"), NOW).sign(issuingKey)))
        .isEqualTo(TrustList.Taken.NEWER);
    assertThat(trust().revoked().getFirst().serials()).contains("b2");
    assertThat(take(list(6, List.of("a1"), NOW.plus(YEAR)).sign(issuingKey)))
        .isEqualTo(TrustList.Taken.NOT_NEWER);
  }

  @Test
  void whatAStolenKeySaidOfOtherAgenciesIsForgottenAndTheNextListIsTaken() {
    SignedList signed = new SignedList("partnerList", "sala partner list v1\n");
    assertThat(
            PartnerList.take(
                state, trust(), signed.sign(agencies(1_000_000, "Forged"), issuingKey), NOW))
        .isTrue();
    assertThat(PartnerList.listed(state)).hasSize(1);

    SigningKey nextKey = SigningKey.generate(random);
    TrustList word = replaced(issuing(authority, nextKey), List.of(issuing.certificate().serial()));
    assertThat(take(word.sign(nextKey))).isEqualTo(TrustList.Taken.NEWER);
    assertThat(PartnerList.listed(state)).as("nobody until the next list").isEmpty();
    assertThat(PartnerList.take(state, trust(), signed.sign(agencies(1, "Honest"), nextKey), NOW))
        .isTrue();
    assertThat(PartnerList.listed(state)).extracting(Partner::name).containsExactly("Honest");
  }

  private byte[] agencies(long number, String name) {
    IdSource ids = new IdSource(Clock.systemUTC(), random);
    PartnerCard card =
        PartnerCard.write(
            ids.station(),
            name,
            "MM",
            new AgeRecipient(receiving),
            Optional.empty(),
            Optional.empty());
    Value one =
        new Value.Parts(
            Map.of(
                "id", Value.text(ids.record().toString()),
                "card", Value.text(card.text()),
                "at", new Moment(NOW, ZoneId.of("Asia/Bangkok")).toValue()));
    return Json.write(
        new Value.Parts(
            Map.of(
                "format", Value.whole(1),
                "number", Value.whole(number),
                "partners", new Value.Listing(List.of(one)))));
  }

  @Test
  void aListSignedByAnyoneElseIsRefused() {
    assertThat(take(list(6, List.of("a1")).sign(SigningKey.generate(random))))
        .isEqualTo(TrustList.Taken.REFUSED);
    Map<String, String> altered = new HashMap<>(list(6, List.of("a1")).sign(issuingKey));
    altered.computeIfPresent(
        "trust",
        (k, v) ->
            Base64.getEncoder()
                .encodeToString(
                    new String(
                            Base64.getDecoder().decode(v), java.nio.charset.StandardCharsets.UTF_8)
                        .replace("\"number\":6", "\"number\":9")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(take(altered)).isEqualTo(TrustList.Taken.REFUSED);
    altered.put("trustSignature", "not base64 at all");
    assertThat(take(altered)).isEqualTo(TrustList.Taken.REFUSED);
  }

  @Test
  void anIssuerOfAnotherAuthorityIsNotLetIn() {
    Issuer stranger = authority();
    SigningKey key = SigningKey.generate(random);
    Issuer theirs = issuing(stranger, key);
    TrustList mine = list(6, List.of("a1"));
    List<String> issuers = new ArrayList<>(mine.issuers());
    issuers.add(theirs.certificate().pem());
    List<String> revoked = new ArrayList<>(mine.revoked());
    revoked.add(theirs.revoke(List.of(), 1, NOW, YEAR).pem());
    TrustList both =
        new TrustList(6, mine.made(), issuers, revoked, List.of(), HQ, receiving, receiving, "");
    assertThat(take(both.sign(issuingKey))).isEqualTo(TrustList.Taken.REFUSED);
    assertThat(take(both.sign(key))).isEqualTo(TrustList.Taken.REFUSED);
  }

  /** The old key, stolen from its safe years later, leads nobody anywhere any more. */
  @Test
  void afterASuccessorNothingThatTheFormerAuthoritySignsIsBelieved() {
    SigningKey nextKey = SigningKey.generate(random);
    Succession handed = authority.succeed(nextKey, NOW.minusSeconds(60), YEAR);
    Issuer next = Issuer.of(nextKey, handed.successor(), random);
    assertThat(take(under(next, 6, List.of()).sign(issuingKey)))
        .as("nobody introduced it")
        .isEqualTo(TrustList.Taken.REFUSED);
    assertThat(take(under(next, 6, List.of(handed.pem())).sign(issuingKey)))
        .isEqualTo(TrustList.Taken.SUCCEEDED);
    assertThat(pem("authorities")).containsExactly(handed.successor());
    assertThat(take(list(5, List.of("a1")).sign(issuingKey)))
        .as("a late package from before")
        .isEqualTo(TrustList.Taken.NOT_NEWER);
    assertThat(take(list(7, List.of("a1")).sign(issuingKey))).isEqualTo(TrustList.Taken.REFUSED);
    SigningKey thiefsKey = SigningKey.generate(random);
    Succession stolen = authority.succeed(thiefsKey, NOW.minusSeconds(60), YEAR);
    Issuer thief = Issuer.of(thiefsKey, stolen.successor(), random);
    assertThat(take(under(thief, 7, List.of(handed.pem(), stolen.pem())).sign(issuingKey)))
        .isEqualTo(TrustList.Taken.REFUSED);
    assertThat(take(under(next, 7, List.of(handed.pem())).sign(issuingKey)))
        .isEqualTo(TrustList.Taken.NEWER);
  }

  private TrustList under(Issuer over, long number, List<String> successions) {
    Issuer again = issuing(over, issuingKey);
    Instant made = NOW.plusSeconds(number);
    return new TrustList(
        number,
        made,
        List.of(again.certificate().pem()),
        List.of(
            again.revoke(List.of("a1"), number, made, YEAR).pem(),
            over.revoke(List.of(), 1, NOW, YEAR).pem()),
        successions,
        HQ,
        receiving,
        receiving,
        "");
  }

  @Test
  void aListForAnotherHeadquartersOrWithNonsenseInItIsRefused() {
    TrustList mine = list(6, List.of("a1"));
    TrustList other =
        new TrustList(
            6,
            mine.made(),
            mine.issuers(),
            mine.revoked(),
            List.of(),
            "elsewhere",
            receiving,
            receiving,
            "");
    assertThat(take(other.sign(issuingKey))).isEqualTo(TrustList.Taken.REFUSED);
    TrustList nonsense =
        new TrustList(
            6,
            mine.made(),
            List.of("no pem"),
            mine.revoked(),
            List.of(),
            HQ,
            receiving,
            receiving,
            "");
    assertThat(take(nonsense.sign(issuingKey))).isEqualTo(TrustList.Taken.REFUSED);
    TrustList badKey =
        new TrustList(
            6,
            mine.made(),
            mine.issuers(),
            mine.revoked(),
            List.of(),
            HQ,
            "age1nothing",
            receiving,
            "");
    assertThat(take(badKey.sign(issuingKey))).isEqualTo(TrustList.Taken.REFUSED);
    assertThat(state.whole("trustNumber")).isEqualTo(5);
  }

  @Test
  void aRevocationTravelsToTheStationInTheNextReceipt() {
    Path usb = folder.resolve("usb");
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
        Desk other = Desks.create(folder.resolve("b"), "Officer Six Example", "six")) {
      Desks.enrol(station, hq, folder, "A");
      Desks.enrol(other, hq, folder, "B");
      long before = station.enrolment().trusted().orElseThrow().number();
      hq.headquarters().revoke(hq.headquarters().stations().getLast().id(), "laptop lost");
      station.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
      PackageLine line =
          station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
      Importing.Outcome.Imported i =
          (Importing.Outcome.Imported) hq.packages().take(station.packages().carry(line.id(), usb));
      station.packages().take(hq.packages().carry(i.receipt().orElseThrow(), usb));
      Enrolment.Trusted after = station.enrolment().trusted().orElseThrow();
      assertThat(after.number()).isEqualTo(before + 1);
      assertThat(after.revoked()).isEqualTo(1);
      assertThat(after.old()).isFalse();
    }
  }

  @Test
  void theAuthoritysKeyIsNotInHeadquartersStateAndOpensByItsOwnPassphraseAlone() {
    Path safe = folder.resolve("authority of hq");
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      assertThat(safe.toFile().list()).isNotEmpty();
      assertThat(hq.headquarters().authority().renewList(safe, "phrase of zero".toCharArray()))
          .isFalse();
      assertThat(hq.headquarters().authority().renewList(safe, Desks.AUTHORITY.toCharArray()))
          .isTrue();
      assertThat(Desks.station(hq).state().names())
          .filteredOn(n -> n.endsWith("Key") && !n.startsWith("audit") && !n.equals("viewKey"))
          .containsExactly("issuingKey");
    }
  }

  @Test
  void whateverAListHoldsItIsTakenOrRefused() {
    byte[] list = Base64.getDecoder().decode(list(6, List.of("a1")).sign(issuingKey).get("trust"));
    Parser parser =
        new Parser(
            "trust list",
            List.of(list),
            List.of("-----BEGIN X509 CRL-----", "\"number\":9e9", "\"made\":\"", "[]", "{}"),
            bytes -> take(signedAsItIs(bytes)),
            List.of());
    assertThat(Fuzzing.run(parser, 11, 300, Duration.ofSeconds(2)).findings()).isEmpty();
    assertThat(state.whole("trustNumber")).as("the seed itself was taken").isEqualTo(6);
  }

  /** With a right signature over whatever it is, so that all of it is read. */
  private Map<String, String> signedAsItIs(byte[] bytes) {
    byte[] purpose = "sala trust list v1\n".getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(purpose, purpose.length + bytes.length);
    System.arraycopy(bytes, 0, all, purpose.length, bytes.length);
    return Map.of(
        "trust", Base64.getEncoder().encodeToString(bytes),
        "trustSignature", Base64.getEncoder().encodeToString(issuingKey.sign(all)));
  }
}
