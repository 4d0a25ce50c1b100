package org.sala.casework.packages;

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
import org.sala.casework.consent.Fears;
import org.sala.casework.joining.Choice;
import org.sala.casework.joining.Disagreement;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.domain.Change;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;

/** Headquarters learns whom somebody fears while it owes its stations a decision about them. */
class FearAtHeadquartersTest {
  @TempDir Path folder;
  private Hall hall;
  private RecordId caseId;
  private RecordId afraid;

  @BeforeEach
  void aDecisionIsDue() {
    hall = new Hall(folder);
    caseId = hall.heard();
    afraid = add("A-001");
    Desks.take(hall.two, changes(hall.one));
    hall.report(hall.one);
    hall.one.people().setBirth(afraid, "2001-03-14", "read from a passport");
    hall.two.people().setBirth(afraid, "2009", "said");
    hall.report(hall.one);
    hall.report(hall.two);
    hall.secondOfficer();
    Disagreement.Voice kept =
        hall.hq.disagreements().of(afraid).orElseThrow().points().getFirst().voices().stream()
            .filter(v -> v.station().equals("Station B"))
            .findFirst()
            .orElseThrow();
    hall.hq
        .disagreements()
        .decideByTwo(
            afraid,
            Map.of("birth", new Choice.Keep(kept.version())),
            "said twice",
            "nine",
            "phrase of nine".toCharArray());
    assertThat(decisions("Station A")).isPositive();
  }

  @AfterEach
  void everybodyGoesHome() {
    hall.close();
  }

  private RecordId add(String wristband) {
    return hall.one
        .people()
        .add(
            caseId,
            new People.NewPerson(wristband, "", "Somebody Example", "", "17", "my"),
            "",
            "");
  }

  private static List<Change> changes(Desk of) {
    List<Change> all = new ArrayList<>();
    Desks.station(of).journal().replay(0, run -> run.forEach(c -> all.add(c.change())));
    return all;
  }

  private int decisions(String station) {
    return owed(station).map(DecisionDelivery.Owed::decisions).orElse(0);
  }

  private Optional<DecisionDelivery.Owed> owed(String station) {
    return hall.hq.decisions().owed().stream().filter(o -> o.name().equals(station)).findFirst();
  }

  private RecordId seal(Desk to) {
    StationId id = Desks.station(to).identity().station();
    return hall.hq.decisions().seal(id, Progress.none()).orElseThrow();
  }

  private void takes(Desk station, RecordId fromHeadquarters) {
    assertThat(station.packages().take(hall.hq.packages().carry(fromHeadquarters, hall.usb)))
        .isInstanceOf(Importing.Outcome.Imported.class);
  }

  private void stopped(RecordId sealed) {
    assertThatThrownBy(() -> hall.hq.packages().carry(sealed, hall.usb))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.FEAR_OF_RECIPIENT));
    assertThat(
            hall.hq.packages().list().stream()
                .filter(p -> p.id().equals(sealed))
                .findFirst()
                .orElseThrow()
                .state())
        .isEqualTo(PackageState.SET_ASIDE);
  }

  /** Whether a station has what headquarters wrote of the person. */
  private boolean isDecided(Desk station) {
    StationId hq = Desks.station(hall.hq).identity().station();
    return Desks.station(station).view().records().revisions(afraid).stream()
        .anyMatch(r -> r.station().equals(hq));
  }

  @Test
  void theListOfAStolenLaptopGoesWithoutThePersonAndThePersonsPartWhenTheFearIsOver() {
    RecordId fear = hall.hq.fears().says(afraid, Fears.NOT_NAMED, Fears.Of.BOTH);
    hall.revoke("Station B");
    assertThat(decisions("Station A")).isZero();
    assertThat(owed("Station A").orElseThrow().lists()).isTrue();
    takes(hall.one, seal(hall.one));
    assertThat(hall.one.packages().peers()).isEmpty();
    assertThat(isDecided(hall.one)).isFalse();
    assertThat(Desks.station(hall.one).view().records().ofKind("fear")).isEmpty();
    hall.hq.fears().over(fear, "says so");
    assertThat(decisions("Station A")).isPositive();
    takes(hall.one, seal(hall.one));
    assertThat(isDecided(hall.one)).isTrue();
  }

  @Test
  void anAnswerGoesWithoutWhatIsAboutThePerson() {
    hall.hq.fears().says(afraid, "TH", Fears.Of.AUTHORITIES);
    RecordId other = add("A-002");
    hall.report(hall.one);
    assertThat(isDecided(hall.one)).isFalse();
    assertThat(hall.hq.people().find(other)).isPresent();
  }

  @Test
  void whatWasSealedBeforeIsSetAsideAtTheDoorAndGoesAnewWithoutThePerson() {
    hall.revoke("Station B");
    RecordId sealed = seal(hall.one);
    hall.hq.fears().says(afraid, "TH", Fears.Of.AUTHORITIES);
    stopped(sealed);
    takes(hall.one, seal(hall.one));
    assertThat(hall.one.packages().peers()).isEmpty();
    assertThat(isDecided(hall.one)).isFalse();
  }

  @Test
  void anAnswerThatWasSetAsideGoesWithThePackageAfter() {
    add("A-002");
    RecordId answer =
        ((Importing.Outcome.Imported) hall.hq.packages().take(hall.toHeadquarters(hall.one)))
            .receipt()
            .orElseThrow();
    hall.hq.fears().says(afraid, "TH", Fears.Of.AUTHORITIES);
    stopped(answer);
    takes(hall.one, seal(hall.one));
    assertThat(isDecided(hall.one)).isFalse();
    assertThat(Hall.plan(hall.one).empty()).isTrue();
    assertThat(
            hall.one.packages().list().stream()
                .filter(p -> p.outgoing() && p.state() == PackageState.CARRIED))
        .as("all of its own were answered")
        .isEmpty();
    assertThat(owed("Station A")).isEmpty();
  }
}
