package org.sala.casework.packages.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;

/** Each list of packages holds what it shows, however many others there are. */
class PackageListsTest {
  private static final Instant LONG_AGO = Instant.EPOCH;

  @TempDir Path folder;
  private Desk hq;
  private Desk station;

  @BeforeEach
  void aStationAndItsHeadquarters() {
    hq = Desks.headquarters(folder.resolve("hq"));
    station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(station, hq, folder, "A");
  }

  @AfterEach
  void everybodyGoesHome() {
    station.close();
    hq.close();
  }

  private PackageLine seal(String number) {
    station
        .people()
        .register(List.of(new People.NewPerson(number, "", "Zaw Example", "f", "", "my")));
    return station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
  }

  private Path carry(Desk from, RecordId parcel) {
    return from.packages().carry(parcel, folder.resolve("usb"));
  }

  private Path arrived(PackageLine line) {
    Importing.Outcome.Imported there =
        (Importing.Outcome.Imported) hq.packages().take(carry(station, line.id()));
    return carry(hq, there.receipt().orElseThrow());
  }

  private static Map<String, Long> lying(PackageLine line) {
    return Map.of(line.fileName(), line.size());
  }

  private List<Long> going(Instant since, Map<String, Long> there) {
    return station.packages().lines().going(since, there).stream()
        .map(PackageLine::sequence)
        .toList();
  }

  @Test
  void whatCameSaysFromWhichStationAndWhatLeavesSaysNone() {
    PackageLine sealed = seal("A-001");
    assertThat(sealed.from()).isEmpty();
    arrived(sealed);
    assertThat(hq.packages().lines().newest(false, 9).lines())
        .extracting(PackageLine::from)
        .containsExactly("Station A");
  }

  @Test
  void aPageHoldsTheLastAndSaysHowManyThereAre() {
    PackageLine first = seal("A-001");
    PackageLine second = seal("A-002");
    PackageLists.Some page = station.packages().lines().newest(true, 1);
    assertThat(page.lines()).extracting(PackageLine::id).containsExactly(second.id());
    assertThat(page.all()).isEqualTo(2);
    assertThat(station.packages().lines().newest(true, 9).lines())
        .containsExactlyInAnyOrderElementsOf(station.packages().list())
        .extracting(PackageLine::id)
        .containsExactly(second.id(), first.id());

    station.packages().take(arrived(second));
    PackageLists.Some came = station.packages().lines().newest(false, 1);
    assertThat(came.all()).isOne();
    assertThat(came.lines()).noneMatch(PackageLine::outgoing);
  }

  @Test
  void whatHasArrivedGoesNoMoreAndWhatLiesThereIsNotSentAgain() {
    PackageLine first = seal("A-001");
    assertThat(going(LONG_AGO, lying(first)))
        .as("sent by one who was cut off before it was written down")
        .containsExactly(first.sequence());
    carry(station, first.id());
    assertThat(going(LONG_AGO, Map.of())).containsExactly(first.sequence());
    assertThat(going(LONG_AGO, lying(first))).isEmpty();
    assertThat(going(LONG_AGO, Map.of(first.fileName(), first.size() - 1)))
        .as("half of it lies there")
        .containsExactly(first.sequence());

    PackageLine second = seal("A-002");
    assertThat(station.packages().lines().going(LONG_AGO, Map.of()))
        .extracting(PackageLine::sequence, PackageLine::overtakenBy)
        .containsExactly(tuple(first.sequence(), second.sequence()), tuple(second.sequence(), 0L));
    assertThat(station.packages().lines().sealed())
        .extracting(PackageLine::sequence)
        .containsExactly(second.sequence());
    station.packages().take(arrived(second));
    assertThat(station.packages().lines().going(LONG_AGO, Map.of()))
        .as("what has overtaken it is no list's own")
        .extracting(PackageLine::sequence, PackageLine::overtakenBy)
        .containsExactly(tuple(first.sequence(), second.sequence()));
  }

  @Test
  void anAnswerIsFoundByThePackageThatLiesThereStill() {
    PackageLine report = seal("A-001");
    Path answer = arrived(report);
    PackageLists lines = hq.packages().lines();
    assertThat(lines.answersTo(List.of(report.fileName()), LONG_AGO))
        .as("none is as old as that")
        .isEmpty();
    Instant later = Instant.now().plus(Duration.ofDays(400));
    assertThat(lines.answersTo(List.of("another.sala"), later)).isEmpty();
    assertThat(lines.answersTo(List.of(report.fileName(), "another.sala"), later))
        .extracting(PackageLine::fileName)
        .containsExactly(answer.getFileName().toString());
  }

  @Test
  void filesAreKnownByTheirNames() {
    PackageLine report = seal("A-001");
    arrived(report);
    PackageLists.Known known = new PackageLists.Known(report.size(), false);
    assertThat(station.packages().lines().known(List.of(report.fileName(), "another.sala")))
        .isEqualTo(Map.of(report.fileName(), List.of(known)));
    assertThat(hq.packages().lines().known(List.of(report.fileName())))
        .isEqualTo(Map.of(report.fileName(), List.of(known)));
    assertThat(station.packages().lines().receipted()).isEmpty();
  }
}
