package org.sala.casework.packages.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.Signed;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.Value;
import org.sala.domain.wire.RevisionWire;

/** One act that holds more than whoever gets a package reads of it. */
class TooLongToLeaveTest {
  /** Each is well within its bound, and together they are not. */
  private static final int RECORDS = 5;

  @TempDir Path folder;
  private Desk hq;
  private Desk desk;
  private Station station;
  private RecordId caseId;

  @BeforeEach
  void enrolled() {
    hq = Desks.headquarters(folder.resolve("hq"));
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(desk, hq, folder, "A");
    station = Desks.station(desk);
    caseId = desk.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
  }

  @AfterEach
  void everybodyGoesHome() {
    desk.close();
    hq.close();
  }

  private static Map<String, Value> words() {
    Map<String, Value> words = new LinkedHashMap<>();
    words.put("title", Value.text("Compound R-8"));
    for (int i = 0; i < 12; i++) {
      words.put("field" + i, Value.text("w".repeat(900_000)));
    }
    return words;
  }

  private Revision revision(Map<String, Value> words) {
    return RevisionWire.write(
        station.ids().record(),
        Kinds.CASE.key(),
        List.of(),
        station.ids().scope(),
        Compartment.INVESTIGATION,
        words,
        Optional.empty(),
        station.ids().nonce(station.me()));
  }

  @Test
  void itIsNotSaved() {
    Map<String, Value> words = words();
    Act act = new Act();
    for (int i = 0; i < RECORDS; i++) {
      act.make(station.ids().record(), Kinds.CASE, station.ids().scope(), words);
    }
    long before = station.journal().last();
    assertThatThrownBy(() -> new Ledger(station).write(act))
        .isInstanceOfSatisfying(
            CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.TOO_LONG));
    assertThat(station.journal().last()).isEqualTo(before);
  }

  @Test
  void oneThatIsHereStopsNoPackageWithoutIt() throws IOException {
    Map<String, Value> words = words();
    List<Revision> revisions = IntStream.range(0, RECORDS).mapToObj(i -> revision(words)).toList();
    station
        .view()
        .follow(
            station
                .journal()
                .append(List.of(Signed.under(desk, station.ids().change(), revisions)), List.of()));
    assertThatThrownBy(() -> seal(Optional.empty()))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.CHANGE_TOO_LONG));
    try (Stream<Path> sealed = Files.list(folder.resolve("a").resolve("outbox"))) {
      assertThat(sealed).isEmpty();
    }
    Path alone = desk.packages().carry(seal(Optional.of(caseId)), folder.resolve("usb"));
    assertThat(hq.packages().take(alone)).isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(hq.cases().find(caseId)).isPresent();
  }

  private RecordId seal(Optional<RecordId> of) {
    return desk.packages().seal(desk.packages().plan(of), Progress.none()).id();
  }
}
