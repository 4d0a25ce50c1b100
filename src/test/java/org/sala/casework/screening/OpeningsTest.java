package org.sala.casework.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Opening;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.form.Country;

/** What comes before the first question, in a real workspace. */
class OpeningsTest {
  @TempDir Path folder;
  private Desk desk;
  private RecordId screening;

  @BeforeEach
  void begin() {
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    RecordId person =
        desk.people()
            .register(List.of(new People.NewPerson("A-001", "", "", "", "24", "th")))
            .getFirst();
    screening = desk.screenings().begin(person, new Screenings.Setting("th", "IN-04", ""));
  }

  @AfterEach
  void end() {
    desk.close();
  }

  private Opening.Step next() {
    ScreeningPage page = desk.screenings().page(screening);
    return page.opening().next(page.interpreter(), desk.openings().me());
  }

  private void point(Opening.About about, String who, String answer) {
    desk.openings().pointed(screening, about, who, answer);
  }

  @Test
  void firstTheInterpreterThenTheOfficerThenTheStatement() {
    assertThat(next()).isEqualTo(Opening.Step.INTERPRETER);
    point(Opening.About.INTERPRETER, "IN-04", "yes");
    assertThat(next()).isEqualTo(Opening.Step.OFFICER);
    point(Opening.About.OFFICER, desk.openings().me(), "yes");
    assertThat(next()).isEqualTo(Opening.Step.STATEMENT);
    desk.openings().heard(screening, "th", "IN-04");
    assertThat(next()).isEqualTo(Opening.Step.DONE);
    Opening opening = desk.screenings().page(screening).opening();
    assertThat(opening.heard()).isPresent();
    assertThat(opening.in()).isEqualTo("th");
    assertThat(opening.through()).isEqualTo("IN-04");
    assertThat(desk.consents().standing(desk.screenings().find(screening).orElseThrow().person()))
        .as("hearing is no consent")
        .isEmpty();
  }

  @Test
  void aNoBringsAnotherInterpreterWhoIsAskedAboutAnew() {
    point(Opening.About.INTERPRETER, "IN-04", "no");
    assertThat(next()).isEqualTo(Opening.Step.OTHER_INTERPRETER);
    desk.openings().through(screening, new Openings.Through("IN-09", "A shelter", "none known"));
    assertThat(next()).isEqualTo(Opening.Step.INTERPRETER);
    ScreeningPage page = desk.screenings().page(screening);
    assertThat(page.interpreterEngagedBy()).isEqualTo("A shelter");
    assertThat(page.interpreterConflicts()).isEqualTo("none known");
    desk.openings().through(screening, new Openings.Through("IN-04", "", ""));
    assertThat(next()).as("the no stands").isEqualTo(Opening.Step.OTHER_INTERPRETER);
  }

  @Test
  void aNoToTheOfficerIsNotGoneRoundByResuming() {
    point(Opening.About.INTERPRETER, "IN-04", "yes");
    point(Opening.About.OFFICER, desk.openings().me(), "no");
    desk.screenings().stop(screening, "/screening/the_work/S4_01");
    desk.screenings().stopped(screening, Screenings.Stop.OTHER_OFFICER);
    desk.screenings().resume(screening);
    assertThat(next()).isEqualTo(Opening.Step.OTHER_OFFICER);
    Opening opening = desk.screenings().page(screening).opening();
    assertThat(opening.next("IN-04", "another officer's key")).isEqualTo(Opening.Step.OFFICER);
  }

  /** Below the screen: whoever calls it, nothing more is asked through somebody who was refused. */
  @Test
  void afterANoNothingIsAnsweredUntilSomebodyElseIsThere() {
    String place = "/screening/the_work/S4_01";
    Given yes = new Given("yes", "", "direct", "th");
    point(Opening.About.INTERPRETER, "IN-04", "no");
    refused(() -> desk.screenings().answer(screening, place, yes));
    desk.openings().through(screening, new Openings.Through("IN-09", "", ""));
    point(Opening.About.INTERPRETER, "IN-09", "yes");
    desk.screenings().answer(screening, place, yes);
    point(Opening.About.OFFICER, desk.openings().me(), "no");
    refused(() -> desk.screenings().answer(screening, place, Given.NOTHING));
    assertThat(desk.screenings().page(screening).at(place)).isEqualTo(yes);
    desk.screenings().stop(screening, place);
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable asked) {
    assertThatThrownBy(asked)
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.PERSON_SAID_NO));
  }

  @Test
  void notKnowingAndNotPointingAreNoNo() {
    point(Opening.About.INTERPRETER, "IN-04", "unknown");
    point(Opening.About.OFFICER, desk.openings().me(), "declined");
    assertThat(next()).isEqualTo(Opening.Step.STATEMENT);
    assertThatThrownBy(() -> point(Opening.About.OFFICER, "x", "perhaps"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatWasPointedAtIsProtected() {
    point(Opening.About.INTERPRETER, "IN-04", "no");
    assertThat(desk.histories().of(screening).getFirst().compartment())
        .isEqualTo(Compartment.PROTECTION);
    assertThat(Desks.station(desk).view().records().fields(screening).keySet())
        .noneMatch(k -> k.startsWith("silent"));
  }

  @Test
  void theStatementIsThatOfTheCatalogueOfTheScreening() {
    ScreeningPage page = desk.screenings().page(screening);
    List<Country.Point> told = desk.countryRules().statement(page);
    assertThat(told)
        .isEqualTo(page.catalogue().orElseThrow().country().statement("TH"))
        .extracting(Country.Point::code)
        .containsExactly("purpose", "readers", "limits", "refuse", "rights", "record");
    assertThat(told.get(4).text().in("en")).contains("In Thailand");
    assertThat(desk.countryRules().numbers())
        .extracting(Country.Call::number)
        .containsExactly("191", "1669", "1300");
    assertThat(desk.countryRules().identifies().orElseThrow().in("en")).contains("B.E. 2551");
  }

  @Test
  void whereHeadquartersIsInAnotherCountryNothingOfThisLawIsToldNorItsNumbers() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"), "KH")) {
      Desks.enrol(desk, hq, folder, "A");
      List<Country.Point> told = desk.countryRules().statement(desk.screenings().page(screening));
      assertThat(told).hasSize(6);
      assertThat(told.get(4).text().in("en"))
          .doesNotContain("Thailand")
          .contains("Ask me which other rights");
      assertThat(desk.countryRules().numbers()).isEmpty();
      assertThat(desk.countryRules().identifies()).isEmpty();
    }
  }
}
