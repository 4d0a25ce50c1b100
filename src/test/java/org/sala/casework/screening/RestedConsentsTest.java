package org.sala.casework.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
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
import org.sala.casework.people.People;
import org.sala.casework.protection.Referral;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Opening;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.form.ConsentFact;
import org.sala.ui.text.Texts;

/** Seven things are asked each by itself before a rested screening, and each is obeyed below it. */
class RestedConsentsTest {
  private static final String OFFER = "/screening/recruitment/S1_01";
  private static final Consents.How THAI = new Consents.How("th", "IN-04", "");

  @TempDir Path folder;
  private Desk desk;
  private RecordId grown;
  private RecordId child;
  private RecordId screening;

  @BeforeEach
  void heard() {
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    List<RecordId> people =
        desk.people()
            .register(
                List.of(
                    new People.NewPerson("A-001", "", "", "", "30", "th"),
                    new People.NewPerson("A-002", "", "", "", "15", "th")));
    grown = people.getFirst();
    child = people.getLast();
    screening = desk.screenings().begin(grown, new Screenings.Setting("th", "", ""));
    desk.openings().pointed(screening, Opening.About.OFFICER, desk.openings().me(), "yes");
    desk.openings().heard(screening, "th", "");
  }

  @AfterEach
  void end() {
    desk.close();
  }

  private ScreeningPage page() {
    return desk.screenings().page(screening);
  }

  private void say(String code, Consents.Answer answer) {
    desk.restedConsents().ask(page(), code, answer, "");
  }

  private Opening.Step next() {
    return desk.restedConsents().next(page());
  }

  private static void refused(CaseworkFault.Code code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(code));
  }

  private List<String> standing() {
    return desk.restedConsents().of(page()).stream().map(RestedConsents.One::answer).toList();
  }

  @Test
  void theyComeBeforeTheFirstQuestionAndNoneFollowsFromAnother() {
    assertThat(next()).isEqualTo(Opening.Step.CONSENTS);
    assertThat(desk.restedConsents().of(page()))
        .extracting(o -> o.asked().code())
        .isEqualTo(ConsentFact.CODES);
    assertThat(standing()).containsOnly("NOT_ASKED");
    refused(CaseworkFault.Code.CONSENT_MISSING, () -> desk.restedConsents().done(page()));
    say("interview", Consents.Answer.YES);
    assertThat(standing())
        .as("a yes to one is a yes to nothing else")
        .containsExactly(
            "YES", "NOT_ASKED", "NOT_ASKED", "NOT_ASKED", "NOT_ASKED", "NOT_ASKED", "NOT_ASKED");
    refused(CaseworkFault.Code.CONSENT_MISSING, () -> desk.restedConsents().done(page()));
    say("record", Consents.Answer.YES);
    say("help", Consents.Answer.NO);
    desk.restedConsents().done(page());
    assertThat(next()).as("a no to help is no condition").isEqualTo(Opening.Step.DONE);
    desk.screenings().answer(screening, OFFER, new Given("yes", "", "open", "th"));
  }

  @Test
  void aNoOrAYesTakenBackStopsTheAnswersAndWhatWasWrittenStays() {
    say("interview", Consents.Answer.YES);
    say("record", Consents.Answer.YES);
    desk.restedConsents().done(page());
    desk.screenings().answer(screening, OFFER, new Given("yes", "", "open", "th"));
    for (String code : List.of("interview", "record")) {
      desk.restedConsents().ask(grown, code, Consents.Answer.WITHDRAWN, THAI);
      assertThat(next()).isEqualTo(Opening.Step.CONSENTS);
      refused(
          CaseworkFault.Code.CONSENT_REFUSED,
          () -> desk.screenings().answer(screening, OFFER, new Given("no", "", "direct", "th")));
      refused(CaseworkFault.Code.CONSENT_REFUSED, () -> desk.restedConsents().done(page()));
      desk.restedConsents().ask(grown, code, Consents.Answer.YES, THAI);
    }
    assertThat(page().at(OFFER).code()).isEqualTo("yes");
    assertThat(desk.takenBack().toAct(grown)).as("nobody else has to be told").isEmpty();
  }

  /** The yes of another day is none for today; what is not about today stands. */
  @Test
  void anotherScreeningAsksAnewWhetherNowIsAllRight() {
    for (String code : ConsentFact.CODES) {
      say(code, Consents.Answer.YES);
    }
    desk.restedConsents().done(page());
    screening = desk.screenings().begin(grown, new Screenings.Setting("th", "", ""));
    assertThat(
            desk.restedConsents().of(page()).stream()
                .filter(RestedConsents.One::due)
                .map(o -> o.asked().code()))
        .containsExactly("interview", "record");
    refused(CaseworkFault.Code.CONSENT_MISSING, () -> desk.restedConsents().done(page()));
  }

  @Test
  void aNoToTellingThoseWhoHelpLeavesTheAccountOutOfEveryReferral() {
    desk.consents().ask(grown, "care", "shelter", Consents.Answer.YES, "th", "");
    Referral.Draft told = draft(Referral.Service.SHELTER, Referral.Item.ACCOUNT);
    say("services", Consents.Answer.NO);
    refused(CaseworkFault.Code.ITEM_KEPT, () -> desk.referrals().send(grown, told));
    desk.referrals().send(grown, draft(Referral.Service.SHELTER, Referral.Item.NUMBER));
    say("services", Consents.Answer.YES);
    desk.referrals().send(grown, told);
    desk.restedConsents().ask(grown, "services", Consents.Answer.WITHDRAWN, THAI);
    assertThat(desk.takenBack().toAct(grown)).as("who was told has to hear of it").hasSize(1);
  }

  @Test
  void aYesToADoctorIsWhatAReferralToOneRestsOn() {
    Referral.Draft doctor = draft(Referral.Service.HEALTH, Referral.Item.NUMBER);
    refused(CaseworkFault.Code.CONSENT_MISSING, () -> desk.referrals().send(grown, doctor));
    say("help", Consents.Answer.YES);
    desk.referrals().send(grown, doctor);
    refused(
        CaseworkFault.Code.CONSENT_MISSING,
        () -> desk.referrals().send(grown, draft(Referral.Service.SHELTER, Referral.Item.NUMBER)));
  }

  private static Referral.Draft draft(Referral.Service service, Referral.Item item) {
    return new Referral.Draft(service, "Example house", "A bed", Set.of(item), Duration.ofHours(4));
  }

  @Test
  void whoWillNotBePhotographedIsNot() throws Exception {
    Path picture = Files.write(folder.resolve("p.png"), new byte[] {1});
    say("copies", Consents.Answer.NO);
    refused(
        CaseworkFault.Code.CONSENT_REFUSED,
        () -> desk.photos().attach(grown, picture, Progress.none()));
  }

  @Test
  void whoWillNotBeCountedStandsInNoTable() {
    Path before = folder.resolve("before.csv");
    assertThat(desk.exports().statistics(Texts.in("en", ZoneOffset.UTC), before).rows())
        .isEqualTo(2);
    say("numbers", Consents.Answer.NO);
    Path after = folder.resolve("after.csv");
    assertThat(desk.exports().statistics(Texts.in("en", ZoneOffset.UTC), after).rows())
        .isEqualTo(1);
  }

  @Test
  void whateverAChildIsAskedForAYesNeedsTheGuardian() {
    for (String purpose : Consents.PURPOSES) {
      refused(
          CaseworkFault.Code.CHILD_RULES,
          () -> desk.consents().ask(child, purpose, "shelter", Consents.Answer.YES, "th", ""));
      assertThat(desk.consents().lastWord(child, purpose, "shelter")).isEmpty();
      desk.consents().ask(grown, purpose, "shelter", Consents.Answer.YES, "th", "");
    }
    desk.consents().ask(child, "care", "shelter", Consents.Answer.NO, "th", "");
    RecordId yes =
        desk.consents()
            .ask(
                child,
                "care",
                "shelter",
                Consents.Answer.YES,
                Set.of(),
                new Consents.How("th", "", "Social worker Example"));
    assertThat(Desks.station(desk).view().records().fields(yes).get("guardian").value())
        .isEqualTo(Value.text("Social worker Example"));
  }

  @Test
  void aChildsYesNeedsTheGuardianAndANoNeedsNobody() {
    refused(
        CaseworkFault.Code.CHILD_RULES,
        () -> desk.restedConsents().ask(child, "help", Consents.Answer.YES, THAI));
    desk.restedConsents().ask(child, "help", Consents.Answer.NO, THAI);
    desk.restedConsents()
        .ask(
            child,
            "help",
            Consents.Answer.YES,
            new Consents.How("th", "", "Social worker Example"));
    assertThat(
            desk.restedConsents().ofPerson(child).stream()
                .filter(o -> o.asked().code().equals("help"))
                .map(RestedConsents.One::answer))
        .containsExactly("YES");
  }

  /** What went to headquarters by this yes is the same yes that sealing asks for. */
  @Test
  void theYesToTheAuthoritiesIsTheOneThatSealingAsksFor() {
    say("authorities", Consents.Answer.YES);
    assertThat(
            desk.consents()
                .lastWord(grown, "investigation-and-protection", "headquarters")
                .map(Consents.LastWord::lets))
        .isEqualTo(Optional.of(true));
  }
}
