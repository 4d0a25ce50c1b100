package org.sala.casework.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.station.Act;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.Value;

/** What numbers begin with before enrolment says it, and after. */
class NumberingTest {
  @TempDir Path folder;

  @Test
  void itIsChosenOnceAndWhatEnrolmentBringsTakesItsPlace() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk one = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      assertThat(hq.numbering().needsLetter()).isFalse();
      assertThat(one.numbering().needsLetter()).isTrue();
      String suggested = one.numbering().suggestedPrefix().orElseThrow();
      one.numbering().letter("Q");
      one.numbering().letter("R");
      one.numbering().prefix("EX-Q");
      one.numbering().prefix("EX-R");
      assertThat(one.people().nextWristband()).isEqualTo("Q-001");
      assertThat(one.numbering().needsLetter()).isFalse();
      assertThat(one.numbering().suggestedPrefix()).isEmpty();
      assertThat(suggested).matches("[0-9A-F]{4}");
      one.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
      assertThat(one.cases().list("", "number", false, 0, 1).getFirst().number())
          .startsWith("EX-Q-");

      Desks.enrol(one, hq, folder, "A");
      assertThat(one.people().nextWristband()).isEqualTo("A-001");
      assertThat(one.cases().list("", "number", false, 0, 1).getFirst().number())
          .as("what was given out stays")
          .startsWith("EX-Q-");
    }
  }

  @Test
  void inventedPeopleNeedNoneAndNonsenseIsNone() {
    try (Desk desk = Desks.practice(folder.resolve("p"), "one")) {
      assertThat(desk.numbering().needsLetter()).isFalse();
      assertThat(desk.numbering().suggestedPrefix()).isEmpty();
    }
    for (String no : new String[] {"", "a", "ABC", "7", "ก", "A-"}) {
      assertThat(Numbering.isLetter(no)).as(no).isFalse();
    }
    for (String no : new String[] {"", "E", "EX-", "ex", "A B", "A".repeat(13)}) {
      assertThat(Numbering.isPrefix(no)).as(no).isFalse();
    }
    try (Desk desk = Desks.create(folder.resolve("b"), "Officer One Example", "one")) {
      assertThatThrownBy(() -> desk.numbering().letter("7"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** What a trusted laptop may write by hand: any text. */
  private static void made(Desk desk, Kind kind, String field, String number, String title) {
    Station station = Desks.station(desk);
    new Ledger(station)
        .write(
            new Act()
                .make(
                    station.ids().record(),
                    kind,
                    station.scope(),
                    Map.of(field, Value.text(number), "title", Value.text(title))));
  }

  private static String opened(Desk desk) {
    return desk.cases()
        .find(desk.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", "")))
        .orElseThrow()
        .number();
  }

  @Test
  void noCaseOfAnotherLaptopStopsTheOpeningOfCasesOrStartsTheirNumbersAnew() {
    try (Desk desk = Desks.create(folder.resolve("c"), "Officer One Example", "one")) {
      desk.numbering().prefix("HQ");
      String first = opened(desk);
      String start = first.substring(0, first.length() - 4);
      assertThat(first).isEqualTo(start + "0001");
      made(desk, Kinds.CASE, "number", start + "zz", "A case");
      made(desk, Kinds.CASE, "number", start + "0007 b", "A case");
      made(desk, Kinds.CASE, "number", start, "A case");
      made(desk, Kinds.CASE, "number", "OTHER-1", start + "0001 and what came of it");
      assertThat(opened(desk)).isEqualTo(start + "0002");
      made(desk, Kinds.CASE, "number", start + "9999", "A case");
      assertThat(opened(desk)).isEqualTo(start + "10000");
      assertThat(opened(desk)).isEqualTo(start + "10001");
      made(desk, Kinds.CASE, "number", start + "999999", "A case");
      assertThat(opened(desk)).isEqualTo(start + "0003");
    }
  }

  @Test
  void noOddWristbandGivesANumberTwice() {
    try (Desk desk = Desks.create(folder.resolve("d"), "Officer One Example", "one")) {
      desk.numbering().letter("Q");
      for (String worn : new String[] {"Q-017", "Q-017 b", "Q-zzzzzzz", "Q-0000000000000001"}) {
        made(desk, Kinds.PERSON, "wristband", worn, "");
      }
      assertThat(desk.people().nextWristband()).isEqualTo("Q-018");
      Station station = Desks.station(desk);
      for (long last : new long[] {Long.MAX_VALUE, -4}) {
        new Ledger(station)
            .write(
                new Act()
                    .make(
                        station.ids().record(),
                        Kinds.SHEETS,
                        station.scope(),
                        Map.of(
                            "letter",
                            Value.text("Q"),
                            "first",
                            Value.whole(1),
                            "last",
                            Value.whole(last))));
      }
      assertThat(desk.people().nextWristband()).isEqualTo("Q-018");
    }
  }
}
