package org.sala.casework.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.keys.PartnerCard;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.packages.take.PackageCheck;
import org.sala.casework.packages.take.PartnerOriginals;
import org.sala.casework.protection.Referral;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Printed;
import org.sala.casework.station.Progress;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.Tool;
import org.sala.domain.AuditEntry;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.domain.Words;
import org.sala.ui.text.Texts;

/** What is copied for another agency, what is not, and what the other end makes of it. */
class CopiesTest {
  private static final String THEIR_NAME = "Border Police of Elsewhere";
  private static final Words WORDS = Texts.in("en", ZoneId.of("Asia/Bangkok"));

  @TempDir Path folder;
  private Desk ours;
  private Desk theirs;
  private RecordId partner;
  private RecordId caseId;
  private RecordId said;

  @BeforeEach
  void twoAgenciesThatKnowEachOther() {
    ours = Agencies.founded(folder.resolve("ours"), "Agency of Examples", "TH");
    theirs = Agencies.founded(folder.resolve("theirs"), THEIR_NAME, "PH");
    partner = Agencies.introduce(ours, theirs);
    Agencies.introduce(theirs, ours);
    caseId = Agencies.aCase(ours);
    said = Agencies.person(ours, caseId, "A-1", THEIR_NAME, Consents.Answer.YES);
  }

  @AfterEach
  void close() {
    ours.close();
    theirs.close();
  }

  private CopyRequest request() {
    return new CopyRequest(partner, Agencies.PURPOSE, new CopyRequest.Scope.OneCase(caseId));
  }

  private Redaction look() {
    return ours.copies().look(request());
  }

  private Path seal(Redaction redaction) {
    return seal(redaction, "partner");
  }

  private Path seal(Redaction redaction, String purpose) {
    PackageLine sealed = ours.copies().seal(redaction, WORDS, Progress.none());
    assertThat(sealed.purpose()).isEqualTo(purpose);
    return ours.packages().carry(sealed.id(), folder.resolve("usb"));
  }

  private PackageLine last(Desk desk) {
    return desk.packages().list().getFirst();
  }

  private static void refused(ThrowingCallable what, CaseworkFault.Code code) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(code));
  }

  private static String refusal(Importing.Outcome outcome) {
    assertThat(outcome).isInstanceOf(Importing.Outcome.Refused.class);
    return ((Importing.Outcome.Refused) outcome).checked().kind();
  }

  private static Redaction.Item item(Redaction r, RecordId record) {
    return r.items().stream().filter(i -> i.record().equals(record)).findFirst().orElseThrow();
  }

  private static Redaction.Line line(Redaction r, RecordId record, String field) {
    return item(r, record).lines().stream()
        .filter(l -> l.field().equals(field))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void onlyWhoSaidYesToThisAgencyAndPurposeIsInItAndNobodyLearnsOfTheOthers() throws Exception {
    RecordId no = Agencies.person(ours, caseId, "A-2", THEIR_NAME, Consents.Answer.NO);
    RecordId notAsked = Agencies.person(ours, caseId, "A-3", THEIR_NAME, Consents.Answer.NOT_ASKED);
    RecordId other = Agencies.person(ours, caseId, "A-4", "headquarters", Consents.Answer.YES);
    RecordId fears = Agencies.person(ours, caseId, "A-5", THEIR_NAME, Consents.Answer.YES);
    ours.fears().says(fears, "PH", Fears.Of.RETURN);
    RecordId fearsAny = Agencies.person(ours, caseId, "A-6", THEIR_NAME, Consents.Answer.YES);
    ours.fears().says(fearsAny, Fears.NOT_NAMED, Fears.Of.BOTH);
    RecordId fearsElsewhere = Agencies.person(ours, caseId, "A-7", THEIR_NAME, Consents.Answer.YES);
    ours.fears().says(fearsElsewhere, "MM", Fears.Of.BOTH);
    Redaction r = look();
    assertThat(r.people()).containsExactlyInAnyOrder(said, fearsElsewhere);
    assertThat(r.asked().stream().map(a -> a.number() + " " + a.word()))
        .containsExactly(
            "A-1 YES",
            "A-2 NO",
            "A-3 NOT_ASKED",
            "A-4 NOT_ASKED",
            "A-5 FEARS",
            "A-6 FEARS",
            "A-7 YES");
    theirs.packages().take(seal(r));
    Received.Copy copy =
        theirs.copies().open(theirs.copies().received().getFirst().id()).orElseThrow();
    assertThat(
            copy.extracts().stream()
                .filter(e -> e.kind().equals("person"))
                .map(Received.Extract::of))
        .containsExactlyInAnyOrder(said.toString(), fearsElsewhere.toString());
    String inside = everythingIn(theirs);
    for (RecordId left : List.of(no, notAsked, other, fears, fearsAny)) {
      assertThat(inside).doesNotContain(left.toString());
    }
    assertThat(inside).contains(said.toString()).doesNotContain("A-2").doesNotContain("A-5");
  }

  /** The last package that lies on the stick, as whoever has its keys can read it. */
  private String everythingIn(Desk reader) throws Exception {
    StringBuilder all = new StringBuilder();
    Desks.station(reader)
        .journal()
        .replay(
            0,
            run ->
                run.forEach(
                    c ->
                        c.change().revisions().stream()
                            .filter(x -> Set.of("copy", "extract").contains(x.kind()))
                            .forEach(
                                x -> all.append(new String(x.bytes(), StandardCharsets.UTF_8)))));
    return all.toString();
  }

  @Test
  void whatIsProtectedAndFreeWordsStayUntilAnOfficerAddsThemForAReason() throws Exception {
    ours.cases().edit(caseId, Map.of("summary", Value.text("Somebody is named here")), "");
    Redaction r = look();
    assertThat(line(r, said, "needs").why()).contains(Redaction.Why.PROTECTED);
    assertThat(line(r, said, "name").goes()).isTrue();
    assertThat(line(r, caseId, "summary").why()).contains(Redaction.Why.FREE_TEXT);
    assertThat(r.protection()).isFalse();
    CopyRequest.Part needs = new CopyRequest.Part(said, "needs");
    CopyRequest.Part name = new CopyRequest.Part(said, "name");
    assertThatThrownBy(() -> request().with(needs, " "))
        .isInstanceOf(IllegalArgumentException.class);
    Redaction more =
        ours.copies()
            .look(request().with(needs, "They take over the treatment").without(name, true));
    assertThat(line(more, said, "needs").goes()).isTrue();
    assertThat(line(more, said, "name").why()).contains(Redaction.Why.OFFICER);
    assertThat(more.protection()).isTrue();
    Redaction anew = ours.copies().look(more.request().to(request().partner(), "investigation"));
    assertThat(anew.request().removed()).as("taken out by hand").containsExactly(name);
    assertThat(anew.request().added()).as("for another purpose it was not added").isEmpty();
    theirs.packages().take(seal(more));
    Received.Extract person =
        theirs
            .copies()
            .open(theirs.copies().received().getFirst().id())
            .orElseThrow()
            .extracts()
            .stream()
            .filter(e -> e.kind().equals("person"))
            .findFirst()
            .orElseThrow();
    assertThat(person.said().stream().map(Received.Said::field))
        .contains("needs", "birth")
        .doesNotContain("name");
    assertThat(person.removed())
        .as("that an officer took it out would tell that there is one")
        .doesNotContainKeys("name", "needs")
        .containsEntry("health", "PROTECTED");
    assertThat(everythingIn(theirs))
        .contains("Insulin")
        .doesNotContain("Person A-1")
        .doesNotContain("Somebody is named");
    assertThat(everythingIn(theirs)).as("why it was added stays here").doesNotContain("take over");
  }

  @Test
  void nobodyAddsWhatConsentDoesNotCover() {
    RecordId no = Agencies.person(ours, caseId, "A-2", THEIR_NAME, Consents.Answer.NO);
    ours.cases().edit(caseId, Map.of("summary", Value.text("Somebody is named here")), "");
    CopyRequest asked =
        request()
            .with(new CopyRequest.Part(no, "needs"), "because")
            .with(new CopyRequest.Part(caseId, "summary"), "because");
    Redaction r = ours.copies().look(asked);
    assertThat(r.items().stream().map(Redaction.Item::record)).doesNotContain(no);
    assertThat(line(r, caseId, "summary").why())
        .as("it may be about somebody who said no")
        .contains(Redaction.Why.FREE_TEXT);
    assertThat(line(r, caseId, "summary").addable()).isFalse();
  }

  @Test
  void aYesThatWasTakenBackLetsNothingGo() {
    ours.consents()
        .ask(
            said,
            Agencies.PURPOSE,
            THEIR_NAME,
            Consents.Answer.WITHDRAWN,
            Set.of(),
            new Consents.How("th", "", "Guardian Example"));
    Redaction r = look();
    assertThat(r.people()).isEmpty();
    refused(
        () -> ours.copies().seal(r, WORDS, Progress.none()), CaseworkFault.Code.CONSENT_MISSING);
  }

  @Test
  void itIsSealedExactlyAsItWasLookedAtOrNotAtAll() {
    Redaction r = look();
    ours.people().edit(said, Map.of("sex", Value.text("male")), "");
    refused(() -> ours.copies().seal(r, WORDS, Progress.none()), CaseworkFault.Code.CHANGED_SINCE);
    Redaction again = look();
    ours.consents()
        .ask(
            said,
            Agencies.PURPOSE,
            THEIR_NAME,
            Consents.Answer.WITHDRAWN,
            Set.of(),
            new Consents.How("th", "", "Guardian Example"));
    refused(
        () -> ours.copies().seal(again, WORDS, Progress.none()), CaseworkFault.Code.CHANGED_SINCE);
  }

  @Test
  void aYesThatIsTakenBackOrAFearStopsTheSealedCopyAtTheDoor() {
    PackageLine sealed = ours.copies().seal(look(), WORDS, Progress.none());
    ours.consents()
        .ask(
            said,
            Agencies.PURPOSE,
            THEIR_NAME,
            Consents.Answer.WITHDRAWN,
            Set.of(),
            new Consents.How("th", "", "Guardian Example"));
    assertThat(ours.packages().withdrawn(sealed.id())).containsExactly("A-1");
    refused(
        () -> ours.packages().carry(sealed.id(), folder.resolve("usb")),
        CaseworkFault.Code.CONSENT_WITHDRAWN);
    ours.consents()
        .ask(
            said,
            Agencies.PURPOSE,
            THEIR_NAME,
            Consents.Answer.YES,
            Set.of(),
            new Consents.How("th", "", "Guardian Example"));
    ours.fears().says(said, "PH", Fears.Of.AUTHORITIES);
    refused(
        () -> ours.packages().carry(sealed.id(), folder.resolve("usb")),
        CaseworkFault.Code.FEAR_OF_RECIPIENT);
  }

  @Test
  void theOtherAgencyHasItAsItsOwnRecordUnderOurNameAndItsReceiptComesBack() {
    int people = theirs.people().count("");
    Path file = seal(look());
    assertThat(theirs.packages().check(file).genuine()).isTrue();
    Importing.Outcome outcome = theirs.packages().take(file);
    assertThat(outcome).isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(theirs.packages().take(file)).isInstanceOf(Importing.Outcome.AlreadyImported.class);
    Received received = theirs.copies().received().getFirst();
    assertThat(received.agency()).isEqualTo("Agency of Examples");
    assertThat(received.country()).isEqualTo("TH");
    assertThat(Desks.came(theirs).getFirst().stationName())
        .as("arrivals say which agency it came from")
        .isEqualTo("Agency of Examples");
    assertThat(received.extracts()).isPositive();
    assertThat(theirs.people().count("")).as("no person of theirs came of it").isEqualTo(people);
    assertThat(theirs.cases().count("")).isZero();
    assertThat(ours.copies().received()).isEmpty();
    assertThat(ours.packages().list().getFirst().state()).isEqualTo(PackageState.CARRIED);
    RecordId receipt = ((Importing.Outcome.Imported) outcome).receipt().orElseThrow();
    Path answer = theirs.packages().carry(receipt, folder.resolve("usb"));
    assertThat(ours.packages().take(answer)).isInstanceOf(Importing.Outcome.Imported.class);
    PackageLine sent =
        ours.packages().list().stream().filter(PackageLine::outgoing).findFirst().orElseThrow();
    assertThat(sent.state()).isEqualTo(PackageState.RECEIVED);
    assertThat(ours.packages().details(sent.id()).peer()).isEqualTo(THEIR_NAME);
    assertThat(ours.packages().details(sent.id()).withConsent()).containsExactly("A-1");
    for (Desk desk : List.of(ours, theirs)) {
      assertThat(desk.overview().glance().stations()).as("an agency is no station").isEmpty();
    }
    // And once more, which takes a second receipt.
    Importing.Outcome.Imported second =
        (Importing.Outcome.Imported) theirs.packages().take(seal(look()));
    assertThat(second.gap()).isZero();
    assertThat(
            ours.packages()
                .take(
                    theirs.packages().carry(second.receipt().orElseThrow(), folder.resolve("usb"))))
        .isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(
            ours.packages().list().stream().filter(PackageLine::outgoing).map(PackageLine::state))
        .containsOnly(PackageState.RECEIVED);
  }

  @Test
  void thePackageStaysAsItCameAndACourtReadsItWithItsSignature() throws Exception {
    Path file = seal(look());
    byte[] came = Files.readAllBytes(file);
    theirs.packages().take(file);
    Files.delete(file);
    RecordId copy = theirs.copies().received().getFirst().id();
    PartnerOriginals.Original original = theirs.copies().original(copy).orElseThrow();
    assertThat(original.agency()).isEqualTo("Agency of Examples");
    assertThat(original.signer()).isEqualTo("EX-0000");
    assertThat(original.here()).isTrue();
    Path kept = folder.resolve("theirs/originals").resolve(original.digest() + ".sala");
    assertThat(kept).hasBinaryContent(came);
    assertThat(theirs.copies().check(original, Progress.none()).genuine()).isTrue();

    Path court = Files.createDirectory(folder.resolve("court"));
    Path container = court.resolve(original.containerName());
    assertThat(theirs.copies().save(original, container, Progress.none()))
        .isInstanceOf(Printed.Written.class);
    assertThat(theirs.audit().acts()).contains(AuditEntry.Act.EXPORTED);
    assertThat(container.getFileName().toString()).endsWith(".asice");
    Path authority = court.resolve(container.getFileName() + ".authority.pem");
    assertThat(authority)
        .hasContent(theirs.partners().known().getFirst().card().authority().orElseThrow().pem());
    if (Tool.has("unzip") && Tool.has("openssl")) {
      Path unpacked = Files.createDirectory(court.resolve("package"));
      assertThat(Tool.run(unpacked, "unzip", container.toString()).status()).isZero();
      Files.copy(authority, unpacked.resolve("authority.pem"));
      String verify =
          Files.readString(unpacked.resolve("README.txt"))
              .lines()
              .filter(l -> l.contains("openssl cms"))
              .findFirst()
              .orElseThrow()
              .strip();
      assertThat(Tool.run(unpacked, "sh", "-c", verify).text())
          .contains("CMS Verification successful");
    }

    assertThat(theirs.copies().save(original, folder.resolve("theirs/x.asice"), Progress.none()))
        .as("nothing in the plain inside of the workspace")
        .isInstanceOf(Printed.NotThere.class);
    byte[] spoiled = came.clone();
    spoiled[came.length / 2] ^= 1;
    Files.write(kept, spoiled);
    assertThat(theirs.copies().check(original, Progress.none()).genuine()).isFalse();
    Path second = court.resolve("second.asice");
    refused(
        () -> theirs.copies().save(original, second, Progress.none()), CaseworkFault.Code.BAD_FILE);
    assertThat(second).doesNotExist();
    Files.delete(kept);
    assertThat(theirs.copies().original(copy).orElseThrow().here()).isFalse();
    refused(() -> theirs.copies().check(original, Progress.none()), CaseworkFault.Code.NOT_FOUND);
  }

  /**
   * Whoever plays an old copy back brings nothing: not into a workspace that has moved on either.
   */
  @Test
  void anOldCopyThatIsPlayedBackChangesNothing() throws Exception {
    Path first = seal(look());
    theirs.packages().take(first);
    Received.Copy before =
        theirs.copies().open(theirs.copies().received().getFirst().id()).orElseThrow();
    ours.people().edit(said, Map.of("sex", Value.text("male")), "");
    theirs.packages().take(seal(look()));
    assertThat(theirs.copies().received()).hasSize(2);
    Path renamed = Files.copy(first, folder.resolve("aaaaaaaaaaaaaaaaaaaaaaaaaa.sala"));
    assertThat(theirs.packages().take(renamed))
        .isInstanceOf(Importing.Outcome.AlreadyImported.class);
    assertThat(theirs.copies().received()).hasSize(2);
    assertThat(theirs.copies().open(before.head().id()).orElseThrow().extracts())
        .isEqualTo(before.extracts());
  }

  @Test
  void aPersonOfTheirOwnIsBegunOnceAndTheCopyStaysAsItCame() {
    theirs.packages().take(seal(look()));
    Received received = theirs.copies().received().getFirst();
    Received.Extract extract =
        theirs.copies().open(received.id()).orElseThrow().extracts().stream()
            .filter(e -> e.kind().equals("person"))
            .findFirst()
            .orElseThrow();
    assertThat(extract.own()).isEmpty();
    RecordId own =
        theirs.copies().begin(received.id(), extract.id(), "Begun from a copy of Examples");
    assertThat(theirs.people().find(own).orElseThrow().wristband())
        .as("a number of their own")
        .isNotBlank()
        .isNotEqualTo("A-1");
    for (Received.Said s : extract.said()) {
      if (Set.of("sex", "birth", "name", "language").contains(s.field())) {
        s.values()
            .forEach(
                (key, value) ->
                    assertThat(theirs.people().fields(own).get(key).value()).isEqualTo(value));
      }
    }
    assertThat(theirs.consents().standing(own)).as("they have to ask anew").isEmpty();
    Received.Extract after =
        theirs.copies().open(received.id()).orElseThrow().extracts().stream()
            .filter(e -> e.id().equals(extract.id()))
            .findFirst()
            .orElseThrow();
    assertThat(after.own()).contains(own);
    assertThat(after.said()).isEqualTo(extract.said());
    refused(
        () -> theirs.copies().begin(received.id(), extract.id(), "again"),
        CaseworkFault.Code.ALREADY_DONE);
    assertThat(theirs.people().count("")).isEqualTo(1);
  }

  @Test
  void whoIsUnknownOrEndedIsNotBelievedAndGetsNothing() {
    Path file = seal(look());
    try (Desk stranger = Agencies.founded(folder.resolve("stranger"), "Somebody Else", "MY")) {
      assertThat(refusal(stranger.packages().take(file))).isNotEqualTo("GENUINE");
      RecordId strange = Agencies.introduce(stranger, theirs);
      Path theirKey = folder.resolve("usb");
      assertThat(refusal(stranger.packages().take(file)))
          .as("written to somebody else")
          .isEqualTo("UNREADABLE");
      assertThat(theirKey).isNotNull();
      assertThat(strange).isNotNull();
    }
    RecordId us = theirs.partners().known().getFirst().id();
    theirs.partners().end(us, "they were breached");
    assertThat(refusal(theirs.packages().take(file))).isEqualTo("PARTNER_ENDED");
    ours.partners().end(partner, "they were breached");
    refused(this::look, CaseworkFault.Code.NOT_A_PARTNER);
    refused(
        () -> ours.packages().carry(last(ours).id(), folder.resolve("usb")),
        CaseworkFault.Code.NOT_A_PARTNER);
  }

  @Test
  void withoutACardItIsOfSomebodyUnknownHoweverGenuine() {
    try (Desk third = Agencies.founded(folder.resolve("third"), "Third Agency", "VN")) {
      RecordId known = Agencies.introduce(third, theirs);
      RecordId theirCase = Agencies.aCase(third);
      Agencies.person(third, theirCase, "C-1", THEIR_NAME, Consents.Answer.YES);
      Redaction r =
          third
              .copies()
              .look(
                  new CopyRequest(
                      known, Agencies.PURPOSE, new CopyRequest.Scope.OneCase(theirCase)));
      Path file =
          third
              .packages()
              .carry(third.copies().seal(r, WORDS, Progress.none()).id(), folder.resolve("usb"));
      assertThat(theirs.packages().check(file).kind()).isEqualTo("UNKNOWN_PARTNER");
      assertThat(refusal(theirs.packages().take(file))).isEqualTo("UNKNOWN_PARTNER");
      assertThat(theirs.copies().received()).isEmpty();
    }
  }

  @Test
  void anOfficerWhomTheirHeadquartersTookBackIsNotBelievedOnceWeHeardOfIt() {
    ours.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
    ours.headquarters()
        .uncertified()
        .keySet()
        .forEach(k -> ours.headquarters().certify(k, "EX-0009"));
    Path early = seal(look());
    theirs.packages().take(early);
    Path byZero = seal(look());
    String serial =
        ours.headquarters().own().stream()
            .filter(o -> o.number().equals("EX-0000"))
            .findFirst()
            .orElseThrow()
            .serial();
    ours.close();
    ours = Desks.unlock(folder.resolve("ours"), "nine");
    ours.headquarters().revoke(serial, "the laptop is lost");
    theirs.packages().take(seal(look()));
    assertThat(refusal(theirs.packages().take(byZero))).isEqualTo("REVOKED");
  }

  @Test
  void aPartnerBringsNothingButExtractsAndReceiptsForItsOwnCopies() {
    // A package of ours that says it is between agencies and holds a person as it stands.
    ours.people().edit(said, Map.of("sex", Value.text("female")), "");
    List<org.sala.domain.ChangeId> changes = new java.util.ArrayList<>();
    Desks.station(ours).journal().replay(0, run -> run.forEach(c -> changes.add(c.change().id())));
    PackageLine forged =
        ours.packages()
            .sealFor(
                ours.partners().known().getFirst(),
                new SealPlan(
                    changes,
                    Set.of(),
                    1,
                    1,
                    0,
                    List.of(said),
                    List.of(),
                    List.of(),
                    List.of(),
                    false,
                    java.util.Map.of(),
                    List.of(),
                    List.of(),
                    true,
                    THEIR_NAME,
                    1 << 20,
                    Long.MAX_VALUE,
                    Agencies.PURPOSE,
                    java.util.Map.of(),
                    0,
                    false,
                    0),
                Map.of("consentTo", Value.text(THEIR_NAME)),
                new byte[0],
                Progress.none());
    Path file = ours.packages().carry(forged.id(), folder.resolve("usb"));
    assertThat(refusal(theirs.packages().take(file))).isEqualTo("NOT_FOR_US");
    assertThat(theirs.people().find(said)).isEmpty();
    assertThat(theirs.cases().count("")).isZero();
  }

  @Test
  void anAgencyWithoutSalaReadsItAndNobodyWaitsForAReceipt() throws Exception {
    AgeIdentity theirKey = AgeIdentity.generate();
    String byHand =
        "{\"sala\":\"partner\",\"format\":1,\"agency\":\"11111111-2222-4333-8444-555555555555\","
            + "\"name\":\"A shelter of Elsewhere\",\"country\":\"PH\",\"investigation\":\""
            + theirKey.recipient().text()
            + "\"}";
    PartnerCard card = ours.partners().read(byHand);
    RecordId reader = ours.partners().confirm(card, card.code());
    ours.consents()
        .ask(
            said,
            Agencies.PURPOSE,
            "A shelter of Elsewhere",
            Consents.Answer.YES,
            Set.of(),
            new Consents.How("th", "", "Guardian Example"));
    CopyRequest request =
        new CopyRequest(reader, Agencies.PURPOSE, new CopyRequest.Scope.OneCase(caseId));
    Redaction r = ours.copies().look(request);
    assertThat(line(r, said, "needs").why()).contains(Redaction.Why.NO_KEY);
    assertThat(line(r, said, "needs").addable()).isFalse();
    Path file = seal(r, "partner-reader");
    assertThat(last(ours).answered()).as("nobody there can sign a receipt").isFalse();
    assertThat(last(ours).state()).isEqualTo(PackageState.CARRIED);
    if (Tool.has("age") && Tool.has("unzip")) {
      Files.writeString(folder.resolve("identity.txt"), theirKey.secret() + "\n");
      Tool.run(folder, "age", "-d", "-i", "identity.txt", "-o", "package.zip", file.toString());
      Tool.Answer read = Tool.run(folder, "unzip", "-p", "package.zip", "CONTENTS.txt");
      assertThat(read.text()).contains("A shelter of Elsewhere", "Person A-1");
    }
  }

  @Test
  void aStationKnowsWhomItsHeadquartersListsAndGetsItsOwnReceipt() {
    try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(station, ours, folder, "A");
      assertThat(station.partners().known()).as("headquarters has not named them yet").isEmpty();
      RecordId hall = Agencies.aCase(station);
      RecordId person = Agencies.person(station, hall, "A-9", THEIR_NAME, Consents.Answer.YES);
      report(station);
      assertThat(station.partners().known()).extracting(p -> p.name()).containsExactly(THEIR_NAME);
      Redaction r =
          station
              .copies()
              .look(
                  new CopyRequest(
                      station.partners().known().getFirst().id(),
                      Agencies.PURPOSE,
                      new CopyRequest.Scope.OneCase(hall)));
      assertThat(r.people()).containsExactly(person);
      PackageLine sealed = station.copies().seal(r, WORDS, Progress.none());
      Path file = station.packages().carry(sealed.id(), folder.resolve("usb"));
      Importing.Outcome.Imported taken = (Importing.Outcome.Imported) theirs.packages().take(file);
      assertThat(theirs.copies().received().getFirst().agency()).isEqualTo("Agency of Examples");
      Path answer = theirs.packages().carry(taken.receipt().orElseThrow(), folder.resolve("usb"));
      station.packages().take(answer);
      assertThat(
              station.packages().list().stream()
                  .filter(p -> p.id().equals(sealed.id()))
                  .map(PackageLine::state))
          .containsExactly(PackageState.RECEIVED);
      ours.partners().end(partner, "they were breached");
      station.people().edit(person, Map.of("sex", Value.text("male")), "");
      report(station);
      assertThat(station.partners().known()).as("whoever was ended is off the list").isEmpty();
    }
  }

  private void report(Desk station) {
    SealPlan plan = station.packages().plan(Optional.empty());
    PackageLine sealed = station.packages().seal(plan, Progress.none());
    Importing.Outcome taken =
        ours.packages().take(station.packages().carry(sealed.id(), folder.resolve("usb")));
    RecordId receipt = ((Importing.Outcome.Imported) taken).receipt().orElseThrow();
    station.packages().take(ours.packages().carry(receipt, folder.resolve("usb")));
  }

  @Test
  void aReferralTellsWhatWasTickedAndNothingElse() {
    Agencies.person(ours, caseId, "A-2", THEIR_NAME, Consents.Answer.YES);
    RecordId person = Agencies.person(ours, caseId, "A-3", "nobody", Consents.Answer.NOT_ASKED);
    ours.consents()
        .ask(
            person,
            "care",
            "shelter",
            Consents.Answer.YES,
            Set.of(),
            new Consents.How("th", "", "Guardian Example"));
    RecordId referral =
        ours.referrals()
            .send(
                person,
                new Referral.Draft(
                    Referral.Service.SHELTER,
                    THEIR_NAME,
                    "A bed, and a doctor tonight",
                    Set.of(Referral.Item.NUMBER, Referral.Item.LANGUAGE, Referral.Item.NEED),
                    Duration.ofHours(4)));
    CopyRequest request =
        new CopyRequest(
            partner, Agencies.PURPOSE, new CopyRequest.Scope.OneReferral(person, referral));
    Redaction r = ours.copies().look(request);
    assertThat(r.people()).containsExactly(person);
    assertThat(r.items().stream().map(Redaction.Item::kind)).containsOnly("person", "referral");
    assertThat(item(r, person).going().stream().map(Redaction.Line::field))
        .containsOnly("wristband", "language");
    assertThat(item(r, referral).going().stream().map(Redaction.Line::field))
        .contains("asked", "slip")
        .doesNotContain("basis");
    assertThat(line(r, person, "name").addable()).as("it was not ticked").isFalse();
    PackageLine sealed = ours.copies().seal(r, WORDS, Progress.none());
    assertThat(ours.packages().withdrawn(sealed.id())).isEmpty();
    assertThat(ours.packages().details(sealed.id()).peer()).isEqualTo(THEIR_NAME);
    Path file = ours.packages().carry(sealed.id(), folder.resolve("usb"));
    assertThat(theirs.packages().take(file)).isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(theirs.copies().received().getFirst().purpose()).isEqualTo("care");
    ours.consents()
        .ask(
            person,
            "care",
            "shelter",
            Consents.Answer.WITHDRAWN,
            Set.of(),
            new Consents.How("th", "", "Guardian Example"));
    assertThat(ours.copies().look(request).people()).isEmpty();
    refused(
        () -> ours.packages().carry(sealed.id(), Desks.stick(folder.resolve("again"))),
        CaseworkFault.Code.CONSENT_WITHDRAWN);
    ours.referrals().step(referral, Referral.State.REVOKED, "the person went elsewhere");
    refused(() -> ours.copies().look(request), CaseworkFault.Code.CLOSED_FOR_GOOD);
  }

  @Test
  void nobodyInPracticeCopiesAnything() {
    try (Desk practice = Desks.practice(folder.resolve("practice"), "zero")) {
      refused(() -> practice.partners().own(), CaseworkFault.Code.PRACTICE_AND_WORK);
      refused(() -> practice.copies().look(request()), CaseworkFault.Code.PRACTICE_AND_WORK);
    }
  }

  @Test
  void ageUnzipAndOpensslReadItAndSoDoPeople() throws Exception {
    Path file = seal(look());
    PackageCheck checked = ours.packages().checkKept(last(ours).id(), Progress.none());
    assertThat(checked.genuine()).isTrue();
    assertThat(
            Tool.has("age") && Tool.has("unzip") && Tool.has("openssl")
                || System.getenv("CI") == null)
        .isTrue();
    if (!Tool.has("age") || !Tool.has("unzip") || !Tool.has("openssl")) {
      return;
    }
    Files.writeString(
        folder.resolve("identity.txt"),
        Desks.station(theirs).receiving(Compartment.INVESTIGATION).secret() + "\n");
    assertThat(
            Tool.run(
                    folder, "age", "-d", "-i", "identity.txt", "-o", "package.zip", file.toString())
                .status())
        .isZero();
    Path unpacked = Files.createDirectory(folder.resolve("package"));
    assertThat(Tool.run(unpacked, "unzip", "../package.zip").status()).isZero();
    Files.writeString(
        unpacked.resolve("authority.pem"),
        theirs.partners().known().getFirst().card().authority().orElseThrow().pem());
    String readme = Files.readString(unpacked.resolve("README.txt"));
    String verify =
        readme.lines().filter(l -> l.contains("openssl cms")).findFirst().orElseThrow().strip();
    assertThat(Tool.run(unpacked, "sh", "-c", verify).text())
        .contains("CMS Verification successful");
    String compare =
        String.join(
            "\n",
            readme
                .lines()
                .filter(l -> l.contains("sed -n") || l.contains("while read"))
                .map(String::strip)
                .toList());
    assertThat(Tool.run(unpacked, "sh", "-c", compare).text()).isBlank();
    assertThat(Files.readString(unpacked.resolve("audit.jsonl"))).isEmpty();
    String contents = Files.readString(unpacked.resolve("CONTENTS.txt"));
    assertThat(contents)
        .contains("COPY FOR " + THEIR_NAME, "Person A-1", "Agency of Examples", ", Needs")
        .doesNotContain("Insulin");
  }

  @Test
  void aRecordOfOneKindAfterTheOtherStaysUnlessItIsNamed() {
    assertThat(RedactionRules.COPIED)
        .as("whoever adds a kind to what is copied thinks of who is named in it")
        .doesNotContain(
            "screening",
            "triage",
            "dossier",
            "deed",
            "envelope",
            "fear",
            "consent",
            "pair",
            "inside",
            "stay");
    assertThat(
            Optional.of(look()).map(Redaction::kept).orElseThrow().stream()
                .map(Redaction.Kept::why))
        .contains(Redaction.WhyKept.STAYS);
  }
}
