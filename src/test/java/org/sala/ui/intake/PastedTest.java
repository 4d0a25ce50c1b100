package org.sala.ui.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sala.bench.fuzz.Fuzzing;
import org.sala.bench.fuzz.Parser;

/** Rows from a spreadsheet: what is read of them, what is wrong, what is left out. */
class PastedTest {
  private static Pasted read(String text) {
    return Pasted.read(
        text,
        (family, cell) ->
            List.of("", "my", "th", "female", "male").contains(cell)
                ? Optional.of(cell)
                : Optional.empty());
  }

  @Test
  void cellsStandInTheOrderOfTheGridWithOrWithoutANumber() {
    Pasted pasted = read("A-007\tNobody One\tmy\tfemale\t24\r\nNobody Two\tth\n");
    assertThat(pasted.lines()).allMatch(l -> l.flaw().isEmpty());
    assertThat(pasted.lines()).extracting(Pasted.Line::number).containsExactly("A-007", "");
    assertThat(pasted.lines())
        .extracting(Pasted.Line::name)
        .containsExactly("Nobody One", "Nobody Two");
    assertThat(pasted.lines().getFirst().age()).isEqualTo("24");
  }

  @Test
  void eachFlawIsToldOfItsRowAlone() {
    Pasted pasted =
        read(
            "A-001\tOne\tmy\n"
                + "A-001\tTwo\tmy\n"
                + "Three\tKlingon\n"
                + "Four\tmy\tneither\n"
                + "\t\t\t\n"
                + "Six\tmy\tmale\t20\tmore\teven more\n"
                + "x".repeat(101)
                + "\tmy\n"
                + "Eight\n");
    assertThat(pasted.lines())
        .extracting(l -> l.flaw().map(Enum::name).orElse(""))
        .containsExactly("", "TWICE", "LANGUAGE", "SEX", "EMPTY", "TOO_MANY_CELLS", "TOO_LONG", "");
  }

  @Test
  void hostileTextIsNeutralised() {
    assertThat(Pasted.harmless("=HYPERLINK(1)")).isEqualTo("HYPERLINK(1)");
    assertThat(Pasted.harmless("+-@cmd")).isEqualTo("cmd");
    assertThat(Pasted.harmless("No\u202ebody\u0000 \u0007One\u2028")).isEqualTo("Nobody One");
    assertThat(Pasted.harmless("\ud800x")).isEqualTo("x");
    assertThat(Pasted.harmless("က\u200dခ")).as("what joins letters").isEqualTo("က\u200dခ");
    assertThat(read("\"Nobody\nOne\"\tmy\n").lines().getFirst().name())
        .as("a line break within a cell")
        .isEqualTo("Nobody One");
  }

  @Test
  void noMoreThanCanBeLookedOverIsRead() {
    Pasted pasted = read("Nobody\tmy\n".repeat(Pasted.MOST + 300));
    assertThat(pasted.lines()).hasSize(Pasted.MOST);
    assertThat(pasted.cut()).isTrue();
  }

  @Test
  void whateverIsPastedIsReadOrFlawed() {
    Parser parser =
        new Parser(
            "pasted rows",
            List.of("A-007\tNobody One\tmy\tfemale\t24\r\n".getBytes(StandardCharsets.UTF_8)),
            List.of("\t", "\n", "\"", "\"\"", "=1+1", "A-001", "\u202e", "\ud83d\ude00"),
            bytes ->
                assertThat(read(new String(bytes, StandardCharsets.UTF_8)).lines())
                    .hasSizeLessThanOrEqualTo(Pasted.MOST)
                    .allMatch(l -> l.flaw().isPresent() || l.name().length() <= Pasted.LONGEST)
                    .noneMatch(l -> l.name().startsWith("=")),
            List.of());
    assertThat(Fuzzing.run(parser, 3, 2000, Duration.ofSeconds(2)).findings()).isEmpty();
  }
}
