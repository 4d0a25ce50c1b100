package org.sala.casework.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.forms.BlankForms;
import org.sala.casework.forms.FormPage;
import org.sala.casework.forms.Forms;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.People;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.form.Answer;

/** What of filled forms leaves in a package, over real packages. */
class FormsInPackagesTest {
  private static final Answer.Words MARKED = new Answer.Words("Marked words of the plan");
  private static final String REACH = "/needs/safety/reach";

  @TempDir Path folder;
  private Desk hq;
  private Desk station;
  private RecordId person;

  @BeforeEach
  void begin() {
    hq = Desks.headquarters(folder.resolve("hq"));
    station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(station, hq, folder, "A");
    person =
        station
            .people()
            .register(
                List.of(new People.NewPerson("A-001", "", "Somebody Example", "", "24", "th")))
            .getFirst();
  }

  @AfterEach
  void end() {
    station.close();
    hq.close();
  }

  private RecordId begun(Forms.Offer offer) {
    return station.forms().begin(person, Optional.empty(), offer, new Forms.Setting("th", "IN-04"));
  }

  private void carry() {
    PackageLine sealed =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    Path carried = station.packages().carry(sealed.id(), folder.resolve("usb"));
    assertThat(hq.packages().take(carried)).isInstanceOf(Importing.Outcome.Imported.class);
  }

  @Test
  void thePlanLeavesOnlyWithThePersonsYes() {
    RecordId plan = begun(new Forms.Offer("needs", "", ""));
    station.forms().answer(plan, REACH, MARKED);
    carry();
    assertThat(hq.forms().page(plan).at(REACH)).as("nobody was asked").isEmpty();
    station
        .consents()
        .ask(
            person,
            Sealing.INVESTIGATION_PURPOSE,
            Sealing.TO_HEADQUARTERS,
            Consents.Answer.NO,
            "th",
            "IN-04");
    station.forms().answer(plan, "/needs/safety/never", MARKED);
    carry();
    assertThat(hq.forms().page(plan).answers()).as("the person said no").isEmpty();
    station
        .consents()
        .ask(
            person,
            Sealing.INVESTIGATION_PURPOSE,
            Sealing.TO_HEADQUARTERS,
            Consents.Answer.YES,
            "th",
            "IN-04");
    station.forms().answer(plan, "/needs/danger_plan/word", MARKED);
    carry();
    assertThat(hq.forms().page(plan).at("/needs/danger_plan/word")).contains(MARKED);
  }

  @Test
  void headquartersSeesAFormFromElsewhereWithItsQuestions() throws IOException {
    Path file = folder.resolve("example.xml");
    Files.writeString(
        file,
        "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\">"
            + "<h:head><h:title>Example form</h:title><model><instance>"
            + "<d id=\"example\" version=\"1\"><q/></d></instance>"
            + "<bind nodeset=\"/d/q\" type=\"int\"/></model></h:head><h:body>"
            + "<input ref=\"/d/q\"><label>How many?</label></input></h:body></h:html>");
    assertThat(station.blankForms().install(file)).isInstanceOf(BlankForms.Installed.Done.class);
    RecordId form = begun(station.forms().offered().getLast());
    station.forms().answer(form, "/d/q", new Answer.Amount(new BigDecimal(7)));
    carry();
    FormPage page = hq.forms().page(form);
    assertThat(page.runs()).isTrue();
    assertThat(page.questions().getFirst().text().in("en")).isEqualTo("How many?");
    assertThat(page.at("/d/q")).contains(new Answer.Amount(new BigDecimal(7)));
  }

  @Test
  void anAnswerOfTheLabourScreeningThatMayNameAnOfficialStaysHere() {
    Screenings screenings = station.screenings();
    RecordId screening =
        screenings.begin(person, new Screenings.Setting("th", "IN-04", ""), "labour");
    Given given = new Given("yes", "Marked words", "volunteered", "");
    screenings.answer(screening, "/screening/the_journey/D2_07", given);
    screenings.answer(screening, "/screening/the_journey/D2_04", given);
    carry();
    ScreeningPage page = hq.screenings().page(screening);
    assertThat(page.at("/screening/the_journey/D2_04").code()).isEqualTo("yes");
    assertThat(page.at("/screening/the_journey/D2_07").code()).isEmpty();
  }
}
