package org.sala.casework.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.domain.RecordId;

/** Two screenings of one person, question by question. */
class SideBySideTest {
  private static final String MADE_TO_DEFRAUD = "/screening/the_work/S4_01";

  @TempDir Path folder;
  private Desk desk;
  private List<RecordId> people;

  @BeforeEach
  void unlock() {
    desk = Desks.create(folder.resolve("night"), "Officer One Example", "one");
    people =
        desk.people()
            .register(
                List.of(
                    new People.NewPerson("A-001", "", "", "", "30", "th"),
                    new People.NewPerson("A-002", "", "", "", "30", "th")));
  }

  @AfterEach
  void lock() {
    desk.close();
  }

  private RecordId screening(int person, String interpreter) {
    return desk.screenings()
        .begin(
            people.get(person),
            new Screenings.Setting("th", interpreter, ""),
            Screenings.CATALOGUES.getFirst(),
            Optional.empty(),
            Optional.of(new AskedBefore.Again(true, true, "")));
  }

  private void answer(RecordId screening, String path, String code, String words) {
    desk.screenings().answer(screening, path, new Given(code, words, "direct", "th"));
  }

  @Test
  void differentAnswersComeFirstAndNoAnswerIsNoDisagreement() {
    List<String> paths =
        desk.screenings().page(screening(0, "")).questions().stream()
            .map(org.sala.form.Question::path)
            .filter(p -> p.matches("/screening/the_work/S4_0[1-4]"))
            .sorted()
            .toList();
    assertThat(paths).hasSizeGreaterThanOrEqualTo(3);
    RecordId first = screening(0, "IN-01");
    desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
    answer(first, paths.get(0), "yes", "Every day");
    answer(first, paths.get(1), "yes", "");
    answer(first, paths.get(2), "later", "");
    desk.close();
    desk = Desks.unlock(folder.resolve("night"), "two");
    RecordId second = screening(0, "IN-02");
    answer(second, paths.get(0), "yes", "");
    answer(second, paths.get(1), "no", "");
    answer(second, paths.get(2), "no", "");
    SideBySide.Pair pair = desk.sideBySide().of(first, second);
    assertThat(pair.first().by()).isEqualTo("Officer One Example");
    assertThat(pair.second().by()).isEqualTo("Officer Two Example");
    assertThat(pair.second().interpreter()).isEqualTo("IN-02");
    assertThat(pair.lines())
        .extracting(SideBySide.Line::how)
        .containsExactly(SideBySide.How.DIFFERENT, SideBySide.How.ONE_ONLY, SideBySide.How.SAME);
    assertThat(pair.lines().getFirst().words()).isPresent();
    assertThat(pair.lines().getLast().first().words()).isEqualTo("Every day");
    assertThat(pair.toString()).doesNotContain("Every day");
  }

  @Test
  void screeningsOfTwoPeopleAreNotPutSideBySide() {
    RecordId one = screening(0, "");
    RecordId other = screening(1, "");
    answer(one, MADE_TO_DEFRAUD, "yes", "");
    assertThatThrownBy(() -> desk.sideBySide().of(one, other)).isInstanceOf(CaseworkFault.class);
  }
}
