package org.sala.casework.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.todo.ToDo;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/** What was decided without a yes stands before supervisors until one has signed for it. */
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
        .filter(t -> t.what() == ToDo.What.OVERRIDDEN)
        .map(t -> t.person().orElseThrow().id())
        .toList();
  }

  private void carry() {
    SealPlan plan = station.packages().plan(Optional.empty());
    PackageLine sealed = station.packages().seal(plan, Progress.none());
    Path file = station.packages().carry(sealed.id(), folder.resolve("usb"));
    Importing.Outcome.Imported taken = (Importing.Outcome.Imported) hq.packages().take(file);
    station
        .packages()
        .take(hq.packages().carry(taken.receipt().orElseThrow(), folder.resolve("usb")));
  }

  private RecordId override(Consents.Reason why) {
    return station
        .overrides()
        .decide(
            person, Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS, why, "Coma, example");
  }

  /** The station is enrolled anew, with a second officer who supervises it. */
  private void withASupervisor() {
    station.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
    Path request = folder.resolve("again.json");
    Path answer = folder.resolve("again.age");
    station
        .enrolment()
        .request(
            request,
            "EX-100A",
            List.of(
                station
                    .enrolment()
                    .colleague("two", "phrase of two".toCharArray(), "EX-200A")
                    .orElseThrow()));
    Headquarters.Asked asked = hq.headquarters().read(request);
    Headquarters.Asker second = asked.officers().getLast();
    hq.headquarters().answer(asked, "Station A", "A", "EX-A", Set.of(second.fingerprint()), answer);
    station.enrolment().confirm(station.enrolment().open(answer));
    assertThat(hq.headquarters().stations().getFirst().officers())
        .filteredOn(Headquarters.Certified::supervisor)
        .singleElement()
        .extracting(c -> c.key().hex())
        .isEqualTo(second.fingerprint());
  }

  @Test
  void itStandsBeforeSupervisorsHereAndAtHeadquartersUntilOneHasSigned() {
    withASupervisor();
    assertThat(waiting(station)).isEmpty();
    RecordId decided = override(Consents.Reason.DANGER_TO_LIFE);
    assertThat(waiting(station)).containsExactly(person);
    carry();
    assertThat(waiting(hq)).as("it travels").containsExactly(person);
    assertThat(station.overrides().sign(person, ""))
        .as("a station's officer is none")
        .isEqualTo(Overrides.Signed.NO_SUPERVISOR);
    assertThat(station.overrides().sign(person, "", "two", "wrong".toCharArray()))
        .isEqualTo(Overrides.Signed.WRONG_PASSPHRASE);
    assertThat(station.overrides().waiting(person))
        .singleElement()
        .satisfies(
            w -> {
              assertThat(w.words()).isEqualTo("Coma, example");
              assertThat(w.by()).isEqualTo("Officer One Example");
            });
    assertThat(station.overrides().sign(person, "Known", "two", "phrase of two".toCharArray()))
        .isEqualTo(Overrides.Signed.DONE);
    assertThat(waiting(station)).isEmpty();
    carry();
    assertThat(waiting(hq)).as("who signed travels too").isEmpty();
    Map<String, FieldState> f = Desks.station(hq).view().records().fields(decided);
    assertThat(f.get("supervisorName").value()).isEqualTo(Value.text("Officer Two Example"));
    assertThat(f).containsKeys("supervisor", "toldAt");
    override(Consents.Reason.CHILD_PROTECTION);
    assertThat(waiting(station)).as("another one is signed for anew").containsExactly(person);
  }

  @Test
  void whatHeadquartersHasSignedForGoesBackToTheStation() {
    override(Consents.Reason.CHILD_PROTECTION);
    carry();
    assertThat(hq.tonight().todo())
        .filteredOn(t -> t.what() == ToDo.What.OVERRIDDEN)
        .singleElement()
        .satisfies(
            t -> {
              assertThat(t.whose()).isEqualTo(ToDo.Whose.ME);
              assertThat(t.fields()).containsExactly("CHILD_PROTECTION");
            });
    assertThat(hq.overrides().sign(person, "")).isEqualTo(Overrides.Signed.DONE);
    assertThat(waiting(station)).containsExactly(person);
    station.people().edit(person, Map.of("needs", Value.text("Insulin, twice")), "");
    carry();
    assertThat(waiting(station)).as("it came with the receipt").isEmpty();
  }

  @Test
  void anyOtherReasonIsASupervisorsWhoDoesNotSignForTheOwnDecision() {
    assertThatThrownBy(() -> override(Consents.Reason.SUPERVISOR))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.NOT_A_SUPERVISOR));
    withASupervisor();
    station.close();
    station = Desks.unlock(folder.resolve("a"), "two");
    assertThat(station.overrides().supervising()).isTrue();
    override(Consents.Reason.SUPERVISOR);
    assertThat(station.packages().plan(Optional.empty()).withConsent())
        .as("it lets the protected part go")
        .containsExactly(person);
    assertThat(station.overrides().sign(person, "")).isEqualTo(Overrides.Signed.OWN_DECISION);
    assertThat(waiting(station)).containsExactly(person);
    carry();
    assertThat(hq.overrides().sign(person, "")).isEqualTo(Overrides.Signed.DONE);
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
    assertThat(station.overrides().waiting(person)).isEmpty();
  }
}
