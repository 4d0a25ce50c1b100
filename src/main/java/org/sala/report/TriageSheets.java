package org.sala.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
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

  /** Every language that all questions have, but English. */
  public static List<String> languages() {
    TreeSet<String> all =
        new TreeSet<>(TriageQuestion.all().getFirst().question().byLanguage().keySet());
    TriageQuestion.all().forEach(q -> all.retainAll(q.question().byLanguage().keySet()));
    all.remove(REVIEWED);
    return List.copyOf(all);
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
      blocks.add(new Block.Space(4));
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
    blocks.add(new Block.Space(6));
    blocks.add(new Block.Words(words.t("paper.triage.seen"), Look.STRONG));
    blocks.add(new Block.Space(2));
    blocks.add(new Block.Ticks(seen));
    blocks.add(new Block.Space(6));
    blocks.add(new Block.Fields(List.of(words.t("paper.triage.told"), words.t("paper.triage.at"))));
    blocks.add(
        new Block.Fields(List.of(words.t("paper.triage.typed"), words.t("paper.triage.at"))));
    return blocks;
  }

  private List<Block> question(TriageQuestion q, int number) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Space(5));
    blocks.add(new Block.Words(number + ". " + q.question().in(REVIEWED), Look.STRONG));
    if (!language.isEmpty()) {
      blocks.add(new Block.Words(q.question().in(language), Look.BODY));
    }
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
