package org.sala.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sala.domain.Words;
import org.sala.form.TriageQuestion;
import org.sala.report.Block.Look;

/**
 * Blank triage sheets, one page each. What is asked stands on them in English, the only wording
 * that a native speaker has reviewed; another language stands beside it for the interpreter and
 * says that nobody has reviewed it.
 */
public final class TriageSheets {
  private static final String REVIEWED = "en";

  private final Words words;
  private final String language;
  private final String foot;

  /**
   * @param language beside English; empty for none
   */
  public TriageSheets(Words words, String language, String foot) {
    this.words = words;
    this.language = language.equals(REVIEWED) ? "" : language;
    this.foot = foot;
  }

  /** Every language in which all that is asked can be read, but English. */
  public static List<String> languages() {
    return Arrays.stream(Locale.getISOLanguages())
        .filter(l -> !l.equals(REVIEWED))
        .filter(
            l ->
                TriageQuestion.all().stream()
                    .filter(q -> q.asked() != TriageQuestion.Asked.OBSERVED)
                    .allMatch(q -> wording(q, l).isPresent()))
        .toList();
  }

  private static Optional<String> wording(TriageQuestion q, String language) {
    return Optional.ofNullable(q.question().byLanguage().get(language))
        .or(() -> q.unreviewed(language));
  }

  /** A sheet for each number. */
  public List<Paper> all(List<String> numbers) {
    List<Block> blocks = blocks();
    return numbers.stream()
        .map(n -> new Paper(n, words.t("paper.triage.title"), foot, blocks))
        .toList();
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Words(words.t("paper.triage.below"), Look.SMALL));
    blocks.add(
        new Block.Fields(
            List.of(
                words.t("people.name"), words.t("people.language"), words.t("today.interpreter"))));
    blocks.add(
        new Block.Fields(
            List.of(
                words.t("paper.triage.arrived"),
                words.t("paper.triage.began"),
                words.t("paper.triage.officer"))));
    if (!language.isEmpty()) {
      blocks.add(new Block.Space(1));
      blocks.add(
          new Block.Words(words.t("paper.unreviewed", words.code("lang", language)), Look.SMALL));
    }
    int number = 1;
    List<Block.Tick> seen = new ArrayList<>();
    for (TriageQuestion q : TriageQuestion.all()) {
      if (q.asked() == TriageQuestion.Asked.OBSERVED) {
        seen.add(new Block.Tick(q.question().in(words.language()), false));
      } else {
        blocks.add(new Block.Together(question(q, number++)));
      }
    }
    blocks.add(new Block.Space(2));
    blocks.add(new Block.Words(words.t("paper.triage.seen"), Look.STRONG));
    blocks.add(new Block.Space(2));
    blocks.add(new Block.Ticks(seen));
    blocks.add(new Block.Space(2));
    blocks.add(new Block.Fields(List.of(words.t("paper.triage.told"), words.t("paper.triage.at"))));
    blocks.add(
        new Block.Fields(List.of(words.t("paper.triage.typed"), words.t("paper.triage.at"))));
    return blocks;
  }

  private List<Block> question(TriageQuestion q, int number) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Space(2));
    blocks.add(new Block.Words(number + ". " + q.question().in(REVIEWED), Look.STRONG));
    wording(q, language).ifPresent(w -> blocks.add(new Block.Words(w, Look.BODY)));
    if (q.asked() == TriageQuestion.Asked.WORDS) {
      blocks.add(new Block.Blank(1));
      return blocks;
    }
    blocks.add(new Block.Words(q.how().in(words.language()), Look.SMALL));
    blocks.add(new Block.Space(2));
    blocks.add(
        new Block.Ticks(
            Stream.of("yes", "no", "unknown", "declined", "later")
                .map(code -> new Block.Tick(words.t("answer." + code), false))
                .toList(),
            true));
    return blocks;
  }
}
