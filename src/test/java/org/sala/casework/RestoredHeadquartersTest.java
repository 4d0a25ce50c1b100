package org.sala.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.joining.Choice;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.People;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Progress;
import org.sala.domain.Change;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** The word of a headquarters that goes on from a backup counts as newer than any of before. */
class RestoredHeadquartersTest {
  @TempDir Path folder;

  /** The lists of before the restore have the numbers that would come next. */
  @Test
  void whoIsTakenBackAfterTheRestoreIsTakenBackWhereALaterListIsKnown() throws Exception {
    Path backup;
    long before;
    try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
        Desks.enrol(station, hq, folder, "A");
        try (Desk stolen = Desks.create(folder.resolve("b"), "Officer Six Example", "six");
            Desk lost = Desks.create(folder.resolve("c"), "Officer Seven Example", "seven")) {
          Desks.enrol(stolen, hq, folder, "B");
          Desks.enrol(lost, hq, folder, "C");
        }
        Path stick = Files.createDirectory(folder.resolve("stick"));
        backup = Path.of(hq.backups().make(stick, Progress.none()).place());
        revoke(hq, "Station B");
        revoke(hq, "Station C");
        reports(station, hq, "A-001");
        before = station.enrolment().trusted().orElseThrow().number();
      }
      Path back = folder.resolve("back");
      char[] phrase = "phrase of zero".toCharArray();
      assertThat(
              new Restoring(Desks.CHEAP)
                  .asTheOnlyOne()
                  .restore(backup, back, "zero", phrase, Progress.none()))
          .isInstanceOf(Restoring.Outcome.Restored.class);
      try (Desk hq = Desks.unlock(back, "zero")) {
        // A list that has forgotten somebody is believed nowhere.
        revoke(hq, "Station B");
        revoke(hq, "Station C");
        reports(station, hq, "A-002");
        assertThat(station.enrolment().trusted().orElseThrow().number()).isGreaterThan(before);
      }
    }
  }

  @Test
  void aStationWithNothingNewIsToldAndSendsAgainWhatWasLost() throws Exception {
    Path backup;
    try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
        Desks.enrol(station, hq, folder, "A");
        Path stick = Files.createDirectory(folder.resolve("stick"));
        backup = Path.of(hq.backups().make(stick, Progress.none()).place());
        reports(station, hq, "A-001");
        assertThat(station.packages().plan(Optional.empty()).empty()).isTrue();
      }
      Path back = folder.resolve("back");
      char[] phrase = "phrase of zero".toCharArray();
      new Restoring(Desks.CHEAP)
          .asTheOnlyOne()
          .restore(backup, back, "zero", phrase, Progress.none());
      try (Desk hq = Desks.unlock(back, "zero")) {
        var owed = hq.decisions().owed().getFirst();
        var told = hq.decisions().seal(owed.station(), Progress.none()).orElseThrow();
        assertThat(hq.decisions().owed()).as("once is enough").isEmpty();
        station.packages().take(hq.packages().carry(told, folder.resolve("usb")));
        assertThat(station.packages().plan(Optional.empty()).changes()).isNotEmpty();
        reports(station, hq, "A-002");
        assertThat(station.packages().plan(Optional.empty()).empty()).isTrue();
      }
    }
  }

  /** It was on its way when headquarters was lost, and says of a package that it is there. */
  @Test
  void anAnswerOfBeforeThatComesLateDoesNotSayThatWhatWasLostIsThere() throws Exception {
    Path usb = folder.resolve("usb");
    Path backup;
    Path late;
    try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
        Desks.enrol(station, hq, folder, "A");
        Path stick = Files.createDirectory(folder.resolve("stick"));
        backup = Path.of(hq.backups().make(stick, Progress.none()).place());
        person(station, "A-001");
        RecordId sealed =
            station
                .packages()
                .seal(station.packages().plan(Optional.empty()), Progress.none())
                .id();
        hq.packages().take(station.packages().carry(sealed, usb));
        var answer =
            hq.packages().list().stream().filter(p -> p.outgoing()).findFirst().orElseThrow();
        late = hq.packages().carry(answer.id(), usb);
      }
      Path back = folder.resolve("back");
      char[] phrase = "phrase of zero".toCharArray();
      new Restoring(Desks.CHEAP)
          .asTheOnlyOne()
          .restore(backup, back, "zero", phrase, Progress.none());
      try (Desk hq = Desks.unlock(back, "zero")) {
        tell(hq, station, "Station A");
        assertThat(station.packages().take(late)).isInstanceOf(Importing.Outcome.Imported.class);
        assertThat(station.packages().plan(Optional.empty()).changes()).isNotEmpty();
        answered(station, hq);
        assertThat(station.packages().plan(Optional.empty()).empty()).isTrue();
      }
    }
  }

  /** It was joined with what is lost there, and nobody there knows of its audit. */
  @Test
  void whatGoesAgainIsShownAsNoMoreThanCarriedAndTheAuditGoesAgainAsWell() throws Exception {
    Path backup;
    RecordId one;
    try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
        Desk second = Desks.create(folder.resolve("b"), "Officer Two Example", "two")) {
      try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
        Desks.enrol(station, hq, folder, "A");
        Desks.enrol(second, hq, folder, "B");
        one = person(station, "A-001");
        Path stick = Files.createDirectory(folder.resolve("stick"));
        backup = Path.of(hq.backups().make(stick, Progress.none()).place());
        List<Change> known = new ArrayList<>();
        Desks.station(station).journal().replay(0, run -> run.forEach(c -> known.add(c.change())));
        Desks.take(second, known);
        second.people().edit(one, Map.of("sex", Value.text("female")), "as seen");
        answered(second, hq);
        station.people().edit(one, Map.of("interpreter", Value.text("th")), "as said");
        answered(station, hq);
        assertThat(station.packages().reached(one)).isEqualTo(RecordStates.Reached.JOINED);
      }
      Path back = folder.resolve("back");
      char[] phrase = "phrase of zero".toCharArray();
      new Restoring(Desks.CHEAP)
          .asTheOnlyOne()
          .restore(backup, back, "zero", phrase, Progress.none());
      try (Desk hq = Desks.unlock(back, "zero")) {
        tell(hq, station, "Station A");
        assertThat(station.packages().reached(one)).isEqualTo(RecordStates.Reached.CARRIED);
        answered(station, hq);
        assertThat(station.packages().reached(one)).isEqualTo(RecordStates.Reached.RECEIVED);
        assertThat(hq.audit().stations())
            .filteredOn(s -> s.name().equals("Station A"))
            .isNotEmpty()
            .allSatisfy(s -> assertThat(s.verdict()).isInstanceOf(AuditTrail.Verdict.Whole.class));
      }
    }
  }

  /** Two wrote of one case; each passes back what it had heard of the decision between them. */
  @Test
  void whatHeadquartersItselfHadWrittenComesBackFromWhoeverGotItAndEverybodyIsTold()
      throws Exception {
    Path usb = folder.resolve("usb");
    Path backup;
    RecordId one;
    RecordId other;
    try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
        Desk second = Desks.create(folder.resolve("b"), "Officer Two Example", "two")) {
      try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
        Desks.enrol(station, hq, folder, "A");
        Desks.enrol(second, hq, folder, "B");
        one = person(station, "A-001");
        other = person(station, "A-002");
        reports(station, hq, "A-003");
        // The second station knows them, and writes of the first.
        List<Change> known = new ArrayList<>();
        Desks.station(station).journal().replay(0, run -> run.forEach(c -> known.add(c.change())));
        Desks.take(second, known);
        second.people().edit(one, Map.of("sex", Value.text("female")), "as seen");
        station.people().edit(one, Map.of("sex", Value.text("male")), "as seen");
        reports(second, hq, "B-001");
        reports(station, hq, "A-004");
        Path stick = Files.createDirectory(folder.resolve("stick"));
        backup = Path.of(hq.backups().make(stick, Progress.none()).place());
        hq.samePeople().same(one, other, "one document");
        decides(hq, one);
        // No report may bring it: one that did would be refused whole, and for ever.
        hq.bulletins().tell("A dead number", "Call nobody there.");
        tell(hq, station, "Station A");
        assertThat(station.samePeople().said()).hasSize(1);
        assertThat(station.disagreements().open()).isEmpty();
      }
      Path back = folder.resolve("back");
      char[] phrase = "phrase of zero".toCharArray();
      new Restoring(Desks.CHEAP)
          .asTheOnlyOne()
          .restore(backup, back, "zero", phrase, Progress.none());
      try (Desk hq = Desks.unlock(back, "zero")) {
        assertThat(hq.samePeople().said()).isEmpty();
        assertThat(hq.disagreements().open()).containsExactly(one);
        tell(hq, station, "Station A");
        answered(station, hq);
        assertThat(hq.samePeople().said()).hasSize(1);
        assertThat(hq.disagreements().open()).isEmpty();
        assertThat(station.packages().plan(Optional.empty()).empty()).as("once is enough").isTrue();
        assertThat(second.disagreements().open()).isEmpty();
        tell(hq, second, "Station B");
        assertThat(second.people().find(one).orElseThrow().sex())
            .isEqualTo(station.people().find(one).orElseThrow().sex());
        hq.samePeople().takeBack(one, other, "two documents");
        tell(hq, station, "Station A");
        assertThat(station.samePeople().said()).as("on top of what came back").isEmpty();
      }
    }
  }

  private static RecordId person(Desk station, String wristband) {
    return station
        .people()
        .register(List.of(new People.NewPerson(wristband, "", "", "", "", "")))
        .getFirst();
  }

  /** Headquarters seals what it owes a station, which takes it. */
  private void tell(Desk hq, Desk station, String name) {
    DecisionDelivery.Owed owed =
        hq.decisions().owed().stream().filter(o -> o.name().equals(name)).findFirst().orElseThrow();
    RecordId told = hq.decisions().seal(owed.station(), Progress.none()).orElseThrow();
    assertThat(station.packages().take(hq.packages().carry(told, folder.resolve("usb"))))
        .isInstanceOf(Importing.Outcome.Imported.class);
  }

  private static void decides(Desk hq, RecordId record) {
    Map<String, Choice> choices = new HashMap<>();
    hq.disagreements().of(record).orElseThrow().points().stream()
        .forEach(p -> choices.put(p.key(), new Choice.Keep(p.voices().getFirst().version())));
    hq.disagreements().decide(record, choices, "by the document");
  }

  /** Somebody is written down and reported, and the answer is taken. */
  private void reports(Desk station, Desk hq, String wristband) {
    person(station, wristband);
    answered(station, hq);
  }

  private void answered(Desk station, Desk hq) {
    Path usb = folder.resolve("usb");
    var sealed =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    assertThat(hq.packages().take(station.packages().carry(sealed.id(), usb)))
        .isInstanceOfSatisfying(
            Importing.Outcome.Imported.class, i -> assertThat(i.held()).isZero());
    var answer = hq.packages().list().stream().filter(p -> p.outgoing()).findFirst().orElseThrow();
    station.packages().take(hq.packages().carry(answer.id(), usb));
  }

  private static void revoke(Desk hq, String name) {
    hq.headquarters()
        .revoke(
            hq.headquarters().stations().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id(),
            "the laptop is gone");
  }
}
