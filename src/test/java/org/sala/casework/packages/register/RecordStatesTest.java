package org.sala.casework.packages.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.forms.Forms;
import org.sala.casework.packages.register.RecordStates.Reached;
import org.sala.casework.packages.register.RecordStates.Way;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Statements;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** How far single records are: what stands in the lists of exhibits, screenings and statements. */
class RecordStatesTest {
  @TempDir Path folder;
  private Desk hq;
  private Desk station;
  private RecordId caseId;
  private RecordId person;
  private RecordId exhibit;
  private RecordId statement;
  private RecordId screening;
  private RecordId form;

  @BeforeEach
  void oneOfEach() {
    hq = Desks.headquarters(folder.resolve("hq"));
    station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(station, hq, folder, "A");
    caseId = station.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    person =
        station
            .people()
            .add(caseId, new People.NewPerson("A-001", "", "Zaw Example", "", "24", "my"), "", "");
    exhibit =
        station
            .exhibits()
            .add(caseId, new Exhibits.NewExhibit("Ledger", "", Optional.empty(), "", ""));
    statement =
        station.statements().begin(caseId, person, new Statements.Setting("my", "", "", ""));
    screening = station.screenings().begin(person, new Screenings.Setting("my", "", ""));
    form =
        station
            .forms()
            .begin(
                person,
                Optional.empty(),
                new Forms.Offer("defrauded", "", ""),
                new Forms.Setting("th", ""));
  }

  @AfterEach
  void everybodyGoesHome() {
    station.close();
    hq.close();
  }

  private Map<RecordId, Way> ways() {
    return station.packages().ways(List.of(exhibit, statement, screening, form));
  }

  private static Way at(Reached reached) {
    return new Way(reached, reached);
  }

  private void allAre(Reached reached) {
    assertThat(ways().values()).hasSize(4).allMatch(at(reached)::equals);
  }

  private PackageLine sealed() {
    return station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
  }

  private Path carry(PackageLine line) {
    return station.packages().carry(line.id(), folder.resolve("usb"));
  }

  private void receipt(Path carried) {
    Importing.Outcome.Imported there = (Importing.Outcome.Imported) hq.packages().take(carried);
    station
        .packages()
        .take(
            hq.packages()
                .carry(there.receipt().orElseThrow(), Desks.stick(folder.resolve("back"))));
  }

  @Test
  void eachGoesFromHereToAcceptedAndWhatIsWrittenSinceIsHereAgain() {
    allAre(Reached.HERE);
    PackageLine line = sealed();
    allAre(Reached.SEALED);
    Path carried = carry(line);
    allAre(Reached.CARRIED);
    receipt(carried);
    allAre(Reached.RECEIVED);

    station.statements().write(statement, Map.of("text", "It was another boat."));
    assertThat(ways().get(statement)).isEqualTo(at(Reached.HERE));
    assertThat(ways().get(exhibit))
        .as("nothing of this was changed")
        .isEqualTo(at(Reached.RECEIVED));
    station.exhibits().edit(exhibit, Map.of("place", Value.text("Room 3")), "");
    assertThat(ways().get(exhibit)).isEqualTo(at(Reached.HERE));
    assertThat(ways().get(screening)).isEqualTo(at(Reached.RECEIVED));
    assertThat(hq.packages().ways(List.of(exhibit))).as("not asked at headquarters").isEmpty();
  }

  @Test
  void aProtectedPartThatStayedIsNoGreenWord() {
    station.people().edit(person, Map.of("needs", Value.text("Insulin")), "");
    receipt(carry(sealed()));
    assertThat(station.packages().ways(List.of(person)).get(person))
        .as("nobody asked: the needs stayed here")
        .isEqualTo(new Way(Reached.RECEIVED, Reached.RECEIVED, true));

    station
        .consents()
        .ask(
            person,
            Sealing.INVESTIGATION_PURPOSE,
            Sealing.TO_HEADQUARTERS,
            Consents.Answer.YES,
            "my",
            "");
    PackageLine second = sealed();
    assertThat(station.packages().ways(List.of(person)).get(person))
        .as("it goes now: it stays here no more")
        .isEqualTo(at(Reached.SEALED));
    station.packages().setAside(second.id(), "not yet");
    assertThat(station.packages().ways(List.of(person)).get(person))
        .isEqualTo(new Way(Reached.RECEIVED, Reached.RECEIVED, true));
    Path carried = carry(sealed());
    assertThat(station.packages().ways(List.of(person)).get(person)).isEqualTo(at(Reached.CARRIED));
    receipt(carried);
    assertThat(station.packages().ways(List.of(person)).get(person))
        .isEqualTo(at(Reached.RECEIVED));
  }
}
