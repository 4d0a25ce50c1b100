package org.sala.casework.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;

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
}
