package org.sala.casework.consent;

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
import org.sala.casework.Tonight;
import org.sala.casework.packages.Importing;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.SealPlan;
import org.sala.casework.packages.Sealing;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Letting the protected part go without a yes is told to a supervisor afterwards. */
class OverridesTest {
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
            .register(List.of(new People.NewPerson("A-001", "", "", "", "30", "my")))
            .getFirst();
    station.people().edit(person, Map.of("needs", Value.text("Insulin, example")), "");
  }

  @AfterEach
  void end() {
    station.close();
    hq.close();
  }

  private static List<RecordId> waiting(Desk desk) {
    return desk.tonight().todo().stream()
        .filter(t -> t.what() == Tonight.What.OVERRIDDEN)
        .filter(t -> t.whose() == Tonight.Whose.SUPERVISOR)
        .map(t -> t.person().orElseThrow().id())
        .toList();
  }

  private void carry() {
    SealPlan plan = station.packages().plan(Optional.empty());
    Packages.PackageLine sealed = station.packages().seal(plan, Progress.none());
    Path file = station.packages().carry(sealed.id(), folder.resolve("usb"));
    Importing.Outcome.Imported taken = (Importing.Outcome.Imported) hq.packages().take(file);
    station
        .packages()
        .take(hq.packages().carry(taken.receipt().orElseThrow(), folder.resolve("usb")));
  }

  private void override(Consents.Reason why) {
    station
        .consents()
        .override(person, Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS, why);
  }

  @Test
  void anOverrideStandsInTodayHereAndAtHeadquartersUntilASupervisorWasTold() {
    assertThat(waiting(station)).isEmpty();
    override(Consents.Reason.DANGER_TO_LIFE);
    assertThat(waiting(station)).containsExactly(person);
    carry();
    assertThat(waiting(hq)).as("it travels").containsExactly(person);
    station.consents().toldOfOverrides(person, "Supervisor Example, 03:40");
    assertThat(waiting(station)).isEmpty();
    carry();
    assertThat(waiting(hq)).isEmpty();
    override(Consents.Reason.CHILD_PROTECTION);
    assertThat(waiting(station)).as("another one is told anew").containsExactly(person);
  }

  @Test
  void aYesIsNobodysTask() {
    station
        .consents()
        .ask(
            person,
            Sealing.INVESTIGATION_PURPOSE,
            Sealing.TO_HEADQUARTERS,
            Consents.Answer.YES,
            "my",
            "IN-07");
    assertThat(waiting(station)).isEmpty();
    assertThat(station.consents().overridesUntold(person)).isEmpty();
  }
}
