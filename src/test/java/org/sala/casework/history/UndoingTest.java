package org.sala.casework.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.protection.Referral;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Opening;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Saved;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** What can be taken back, and what must not be, in a real workspace. */
class UndoingTest {
  @TempDir Path folder;
  private Desk desk;
  private RecordId caseId;
  private RecordId person;
  private final List<Saved> heard = new ArrayList<>();

  @BeforeEach
  void begin() {
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    caseId = desk.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    person = desk.people().add(caseId, new People.NewPerson("A-001", "", "", "", "", ""), "", "");
    desk.listen(heard::add);
  }

  @AfterEach
  void end() {
    desk.close();
  }

  private boolean offered() {
    return offers(heard.getLast());
  }

  private boolean offers(Saved saved) {
    return desk.histories().undoable().filter(saved.change()::equals).isPresent();
  }

  private static void refused(CaseworkFault.Code code, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(code));
  }

  @Test
  void anEditIsTakenBackOnceAndOnlyWhileItIsTheLast() {
    Saved first = desk.people().edit(person, Map.of("needs", Value.text("a blanket")), "");
    assertThat(offered()).isTrue();
    Saved second = desk.people().edit(person, Map.of("needs", Value.text("two")), "");
    assertThat(offers(first)).isFalse();
    refused(CaseworkFault.Code.CHANGED_SINCE, () -> desk.histories().undo(first.change()));
    desk.histories().undo(second.change());
    assertThat(desk.people().fields(person).get("needs").value())
        .isEqualTo(Value.text("a blanket"));
    assertThat(offered()).as("the undo itself is not taken back").isFalse();
    assertThat(desk.histories().of(person).getFirst().reason()).contains("undo " + second.change());
  }

  @Test
  void whatTheProgramWritesOfAPackageThatLeavesDoesNotEndTheOffer() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      Desks.enrol(desk, hq, Desks.stick(folder.resolve("enrolment")), "A");
    }
    PackageLine sealed =
        desk.packages().seal(desk.packages().plan(Optional.empty()), Progress.none());
    desk.consents().ask(person, "care", "shelter", Consents.Answer.YES, "th", "");
    desk.packages().carry(sealed.id(), Desks.stick(folder.resolve("usb")));
    desk.histories().undo(desk.histories().undoable().orElseThrow());
    assertThat(lets()).isFalse();
  }

  @Test
  void heldAndNoLongerHeldAreTakenBack() {
    desk.people().held(person, true, "");
    assertThat(offered()).isTrue();
    desk.histories().undo();
    assertThat(desk.people().find(person).orElseThrow().detainedMillis()).isEmpty();
  }

  @Test
  void anAnswerAboutConsentBecomesNotAskedAndNoUndoBringsAYesBack() {
    ask(Consents.Answer.YES);
    assertThat(lets()).isTrue();
    assertThat(offered()).isTrue();
    desk.histories().undo();
    assertThat(lets()).isFalse();
    ask(Consents.Answer.YES);
    ask(Consents.Answer.NO);
    desk.histories().undo();
    assertThat(lets()).as("the yes before it does not come back by a key").isFalse();
    assertThat(desk.consents().standing(person))
        .extracting(Consents.Said::answer)
        .containsExactly("NOT_ASKED");
  }

  private void ask(Consents.Answer answer) {
    desk.consents().ask(person, "care", "shelter", answer, "th", "");
  }

  private boolean lets() {
    return desk.consents()
        .lastWord(person, "care", "shelter")
        .filter(Consents.LastWord::lets)
        .isPresent();
  }

  @Test
  void whatProtectsSomebodyIsNotTakenBackByAKey() {
    desk.triages().raise(person, "danger");
    refused(CaseworkFault.Code.NOTHING_TO_UNDO, () -> desk.histories().undo());
    desk.triages().told(person, "danger", "Duty officer Example, 03:20");
    desk.triages().raise(person, "danger");
    assertThat(offered()).isFalse();
    refused(CaseworkFault.Code.PROTECTS, () -> desk.histories().undo());
    desk.triages().told(person, "danger", "Nobody, typed by mistake");
    assertThat(offered()).isTrue();
    desk.histories().undo();
    assertThat(desk.people().find(person).orElseThrow().urgency()).contains("danger");
    desk.fears().says(person, "MM", Fears.Of.values()[0]);
    assertThat(offered()).isFalse();
  }

  @Test
  void whatAskedOthersOrMadeAPersonIsNotTakenBack() {
    ask(Consents.Answer.YES);
    desk.referrals()
        .send(
            person,
            new Referral.Draft(
                Referral.Service.SHELTER,
                "House of Examples",
                "A bed",
                Referral.Item.least(),
                java.time.Duration.ofHours(2)));
    assertThat(offered()).isFalse();
    desk.people().add(caseId, new People.NewPerson("A-002", "", "", "", "", ""), "", "");
    assertThat(offered()).isFalse();
  }

  private RecordId screening() {
    RecordId grown =
        desk.people()
            .register(List.of(new People.NewPerson("A-002", "", "", "", "24", "th")))
            .getFirst();
    return desk.screenings().begin(grown, new Screenings.Setting("th", "IN-04", ""));
  }

  /** Whoever said no to an interpreter without a word is not asked about the same one again. */
  @Test
  void whatAPersonPointedAtIsNotTakenBackByAKey() {
    RecordId screening = screening();
    desk.openings().pointed(screening, Opening.About.INTERPRETER, "IN-04", "no");
    assertThat(offered()).isFalse();
    refused(CaseworkFault.Code.PROTECTS, () -> desk.histories().undo());
    ScreeningPage page = desk.screenings().page(screening);
    assertThat(page.opening().next(page.interpreter(), desk.openings().me()))
        .isEqualTo(Opening.Step.OTHER_INTERPRETER);
  }

  @Test
  void aScreeningThatWasClosedAndAResultThatWasSeenStayWhatTheyAre() {
    RecordId screening = screening();
    desk.screenings().review(screening);
    assertThat(offered()).as("that the result was seen").isFalse();
    desk.screenings().close(screening);
    assertThat(offered()).as("that it was closed for good").isFalse();
    refused(CaseworkFault.Code.CLOSED_FOR_GOOD, () -> desk.histories().undo());
    assertThat(desk.screenings().page(screening).line().state()).isEqualTo(Screenings.State.CLOSED);
  }
}
