package org.sala.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;

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

  /** Somebody is written down and reported, and the answer is taken. */
  private void reports(Desk station, Desk hq, String wristband) {
    Path usb = folder.resolve("usb");
    station.people().register(List.of(new People.NewPerson(wristband, "", "", "", "", "")));
    var sealed =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    hq.packages().take(station.packages().carry(sealed.id(), usb));
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
