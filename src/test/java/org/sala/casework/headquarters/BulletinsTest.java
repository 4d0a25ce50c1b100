package org.sala.casework.headquarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.todo.ToDo;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/** Headquarters tells all stations something; each shows it until it was read there. */
class BulletinsTest {
  @TempDir Path folder;
  private Desk hq;
  private Desk one;
  private Desk two;

  @BeforeEach
  void twoStationsAndTheirHeadquarters() {
    hq = Desks.headquarters(folder.resolve("hq"));
    one = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(one, hq, folder, "A");
    two = Desks.create(folder.resolve("b"), "Officer Two Example", "two");
    Desks.enrol(two, hq, folder, "B");
  }

  @AfterEach
  void everybodyGoesHome() {
    one.close();
    two.close();
    hq.close();
  }

  private static List<String> told(Desk desk) {
    return desk.tonight().todo().stream()
        .filter(t -> t.what() == ToDo.What.BULLETIN)
        .flatMap(t -> t.bulletin().stream())
        .map(Bulletin::title)
        .toList();
  }

  private void takes(Desk station, RecordId parcel) {
    assertThat(station.packages().take(hq.packages().carry(parcel, folder.resolve("usb"))))
        .isInstanceOf(Importing.Outcome.Imported.class);
  }

  private void sendTo(Desk station, String name) {
    DecisionDelivery.Owed owed =
        hq.decisions().owed().stream().filter(o -> o.name().equals(name)).findFirst().orElseThrow();
    takes(station, hq.decisions().seal(owed.station(), Progress.none()).orElseThrow());
  }

  /** A report, and the answer to it. */
  private void report(Desk from) {
    PackageLine sealed =
        from.packages().seal(from.packages().plan(Optional.empty()), Progress.none());
    Importing.Outcome.Imported came =
        (Importing.Outcome.Imported)
            hq.packages().take(from.packages().carry(sealed.id(), folder.resolve("usb")));
    takes(from, came.receipt().orElseThrow());
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable what, CaseworkFault.Code code) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(code));
  }

  @Test
  void itGoesToEveryStationByItselfOrWithAnAnswerAndComesBackAsRead() {
    RecordId id = hq.bulletins().tell("The old hotline is dead", "Call 0-0000 instead.");
    assertThat(told(hq)).as("headquarters knows it").isEmpty();
    assertThat(hq.decisions().owed()).extracting(DecisionDelivery.Owed::name).hasSize(2);
    sendTo(one, "Station A");
    assertThat(told(one)).containsExactly("The old hotline is dead");
    one.people()
        .register(List.of(new People.NewPerson("A-1", "", "Person Example", "f", "", "th")));
    two.people()
        .register(List.of(new People.NewPerson("B-1", "", "Person Example", "f", "", "th")));
    report(two);
    assertThat(told(two)).as("with the answer to a report").hasSize(1);

    Bulletin there = one.bulletins().unread().getFirst();
    assertThat(there.words()).isEqualTo("Call 0-0000 instead.");
    assertThat(there.toString()).doesNotContain("hotline");
    one.bulletins().read(there.id());
    assertThat(told(one)).isEmpty();
    refused(() -> one.bulletins().read(there.id()), CaseworkFault.Code.ALREADY_DONE);
    assertThat(hq.bulletins().all().getFirst().readAt()).isEmpty();
    report(one);
    assertThat(hq.bulletins().all().getFirst().readAt()).containsExactly("Station A");
    assertThat(hq.decisions().owed()).as("nobody is told twice").isEmpty();

    hq.bulletins().takeBack(id);
    assertThat(told(two)).as("it has not heard of that").hasSize(1);
    sendTo(two, "Station B");
    assertThat(told(two)).isEmpty();
    assertThat(two.bulletins().all().getFirst().over()).isTrue();
    refused(() -> hq.bulletins().takeBack(id), CaseworkFault.Code.ALREADY_DONE);
  }

  @Test
  void itCountsFromHeadquartersAlone() {
    refused(() -> one.bulletins().tell("A", "B"), CaseworkFault.Code.NOT_HEADQUARTERS);
    refused(() -> hq.bulletins().tell(" ", "B"), CaseworkFault.Code.NOTHING_TO_SAVE);
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("title", Value.text("Everybody go home"));
    fields.put("words", Value.text("Signed by nobody"));
    fields.put("at", Desks.station(one).now().toValue());
    new Ledger(Desks.station(one))
        .write(
            new Act()
                .make(
                    Desks.station(one).ids().record(),
                    Kinds.BULLETIN,
                    Desks.station(one).scope(),
                    fields));
    assertThat(told(one)).isEmpty();
    PackageLine sealed =
        one.packages().seal(one.packages().plan(Optional.empty()), Progress.none());
    assertThat(hq.packages().take(one.packages().carry(sealed.id(), folder.resolve("usb"))))
        .as("no report brings one")
        .isInstanceOf(Importing.Outcome.Refused.class);
    assertThat(hq.bulletins().all()).as("what a station says is no word to all").isEmpty();
    report(two());
    assertThat(told(two)).isEmpty();
  }

  private Desk two() {
    two.people()
        .register(List.of(new People.NewPerson("B-1", "", "Person Example", "f", "", "th")));
    return two;
  }

  @Test
  void whoHoldsALostLaptopIsToldNothingMore() {
    report(one);
    report(two);
    assertThat(two.packages().peers()).hasSize(1);
    hq.bulletins().tell("Where the house is", "Words.");
    StationId lost = Desks.station(one).identity().station();
    RecordId before = hq.decisions().seal(lost, Progress.none()).orElseThrow();
    hq.headquarters().revoke(lost, "stolen");
    assertThat(hq.decisions().owed())
        .extracting(DecisionDelivery.Owed::name)
        .containsExactly("Station B");
    assertThat(hq.decisions().seal(lost, Progress.none())).isEmpty();
    refused(() -> hq.packages().carry(before, folder.resolve("usb")), CaseworkFault.Code.PEER_GONE);
    two.cases().open(new Cases.NewCase("By nobody else", "rescue", "normal", "", ""));
    report(two);
    assertThat(two.packages().peers()).as("nor does a neighbour seal to it").isEmpty();
    one.cases().open(new Cases.NewCase("By the thief", "rescue", "normal", "", ""));
    PackageLine sealed =
        one.packages().seal(one.packages().plan(Optional.empty()), Progress.none());
    Importing.Outcome.Held held =
        (Importing.Outcome.Held)
            hq.packages().take(one.packages().carry(sealed.id(), folder.resolve("usb")));
    takes(one, held.receipt().orElseThrow());
    assertThat(told(one)).as("that it waits, and nothing else").isEmpty();
  }

  @Test
  void aStationThatComesLaterIsToldWhatHolds() {
    hq.bulletins().tell("What holds", "Words.");
    RecordId over = hq.bulletins().tell("What is over", "Words.");
    hq.bulletins().takeBack(over);
    try (Desk later = Desks.create(folder.resolve("c"), "Officer Three Example", "three")) {
      Desks.enrol(later, hq, folder, "C");
      sendTo(later, "Station C");
      assertThat(told(later)).containsExactly("What holds");
    }
  }
}
