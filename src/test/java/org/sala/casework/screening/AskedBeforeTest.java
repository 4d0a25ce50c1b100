package org.sala.casework.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.domain.RecordId;

/** Nobody is asked twice without wanting it, and a child never about the same facts. */
class AskedBeforeTest {
  private static final Screenings.Setting SETTING = new Screenings.Setting("th", "", "");
  private static final Child GUARDED = new Child("Social worker Example");
  private static final String WORK = "/screening/the_work/S4_01";
  private static final String OFFER = "/screening/recruitment/S1_01";

  @TempDir Path folder;
  private Desk desk;
  private RecordId grown;
  private RecordId child;

  @BeforeEach
  void begin() {
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    List<RecordId> people =
        desk.people()
            .register(
                List.of(
                    new People.NewPerson("A-001", "", "", "", "30", "th"),
                    new People.NewPerson("A-002", "", "", "", "15", "th")));
    grown = people.getFirst();
    child = people.getLast();
  }

  @AfterEach
  void end() {
    desk.close();
  }

  private RecordId again(
      RecordId person, String with, Optional<Child> guarded, AskedBefore.Again again) {
    return desk.screenings().begin(person, SETTING, with, guarded, Optional.of(again));
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable begin) {
    assertThatThrownBy(begin)
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.ASKED_BEFORE));
  }

  @Test
  void anotherInterviewIsOnlyByThePersonsWishAndAfterReadingTheFirst() {
    RecordId first = desk.screenings().begin(grown, SETTING);
    RecordId stillNothing = desk.screenings().begin(grown, SETTING);
    assertThat(stillNothing).as("only begun: nobody was asked anything").isNotEqualTo(first);
    desk.screenings().answer(first, WORK, new Given("yes", "", "open", "th"));
    for (String with : Screenings.CATALOGUES) {
      refused(() -> desk.screenings().begin(grown, SETTING, with));
      for (AskedBefore.Again half :
          List.of(new AskedBefore.Again(false, true, ""), new AskedBefore.Again(true, false, ""))) {
        refused(() -> again(grown, with, Optional.empty(), half));
      }
    }
    assertThat(again(grown, "labour", Optional.empty(), new AskedBefore.Again(true, true, "")))
        .isNotNull();
    assertThat(desk.screenings().resume(first)).as("the first one goes on").isNotNull();
  }

  @Test
  void aChildIsNotAskedTwiceAboutTheSameFacts() {
    RecordId first = desk.screenings().begin(child, SETTING, GUARDED);
    desk.screenings().answer(first, WORK, new Given("yes", "", "open", "th"));
    String with = Screenings.CATALOGUES.getFirst();
    refused(() -> again(child, with, Optional.of(GUARDED), new AskedBefore.Again(true, true, " ")));
    again(
        child,
        with,
        Optional.of(GUARDED),
        new AskedBefore.Again(true, true, "What happened in the second house, example"));
  }

  @Test
  void whatWasToldElsewhereIsShownByItsNameAndDayAndWithoutItsAnswers() {
    RecordId first = desk.screenings().begin(grown, SETTING);
    desk.screenings().answer(first, WORK, new Given("yes", "", "open", "th"));
    desk.screenings().answer(first, OFFER, new Given("later", "", "direct", "th"));
    RecordId second =
        again(
            grown,
            Screenings.CATALOGUES.getFirst(),
            Optional.empty(),
            new AskedBefore.Again(true, true, ""));
    AskedBefore.Known beside = desk.askedBefore().beside(desk.screenings().page(second));
    assertThat(beside.accounts())
        .singleElement()
        .satisfies(a -> assertThat(a.id()).isEqualTo(first))
        .satisfies(a -> assertThat(a.form()).isEqualTo("scam-compound"));
    assertThat(beside.answered()).as("later was not asked").containsExactly("S4.01");
    assertThat(desk.askedBefore().beside(desk.screenings().page(first)).accounts())
        .as("in the second nothing was told yet")
        .isEmpty();
  }

  /** Somebody has said that two numbers are one person: what was told under the one counts. */
  @Test
  void whatWasToldUnderAnotherNumberOfTheSamePersonCountsUntilTheLinkIsTakenBack() {
    RecordId other =
        desk.people()
            .register(List.of(new People.NewPerson("A-003", "", "", "", "30", "th")))
            .getFirst();
    RecordId first = desk.screenings().begin(other, SETTING);
    desk.screenings().answer(first, WORK, new Given("yes", "", "open", "th"));
    desk.samePeople().same(grown, other, "Same photograph, example");
    refused(() -> desk.screenings().begin(grown, SETTING));
    RecordId second =
        again(
            grown,
            Screenings.CATALOGUES.getFirst(),
            Optional.empty(),
            new AskedBefore.Again(true, true, ""));
    AskedBefore.Known beside = desk.askedBefore().beside(desk.screenings().page(second));
    assertThat(beside.accounts())
        .singleElement()
        .satisfies(a -> assertThat(a.id()).isEqualTo(first))
        .satisfies(a -> assertThat(a.under()).isEqualTo("A-003"));
    assertThat(beside.answered()).containsExactly("S4.01");
    desk.samePeople().takeBack(grown, other, "Another person, example");
    assertThat(desk.askedBefore().beside(desk.screenings().page(second)).accounts()).isEmpty();
    assertThat(desk.screenings().begin(grown, SETTING)).isNotNull();
  }
}
