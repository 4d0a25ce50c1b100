package org.sala.report;

import java.util.ArrayList;
import java.util.List;
import org.sala.domain.Words;
import org.sala.form.Catalogue;
import org.sala.form.Question;
import org.sala.form.Wording;
import org.sala.report.Block.Look;

/**
 * A form to fill in by hand, as the empty form shows itself. The question is the reviewed English
 * one; another language stands below it for the interpreter.
 */
public final class BlankForm {
  private static final String ENGLISH = "en";

  private final Words words;
  private final Catalogue catalogue;
  private final String language;

  /**
   * @param language beside English; empty for none
   */
  public BlankForm(Words words, Catalogue catalogue, String language) {
    this.words = words;
    this.catalogue = catalogue;
    this.language = language.equals(ENGLISH) ? "" : language;
  }

  public Paper of(String number, String foot) {
    List<Block> all = new ArrayList<>();
    all.add(
        new Block.Words(
            words.t(
                "paper.form.version",
                catalogue.id(),
                catalogue.version(),
                catalogue.digest().substring(0, 12)),
            Look.SMALL));
    all.add(new Block.Words(words.t("paper.form.blank"), Look.SMALL));
    if (!language.isEmpty() && !catalogue.reviewed(language)) {
      all.add(
          new Block.Words(words.t("paper.unreviewed", words.code("lang", language)), Look.SMALL));
    }
    all.add(
        new Block.Fields(
            List.of(
                words.t("people.number"),
                words.t("people.language"),
                words.t("today.interpreter"))));
    all.add(
        new Block.Fields(
            List.of(
                words.t("paper.triage.officer"), words.t("paper.place"), words.t("paper.day"))));
    String group = "";
    for (Question q : catalogue.form().questions()) {
      List<Wording> groups = q.head().groups();
      String title = groups.isEmpty() ? "" : groups.getLast().in(words.language());
      if (!title.equals(group) && !title.isEmpty()) {
        all.add(new Block.Words(title, Look.HEADING));
      }
      group = title;
      all.add(new Block.Together(question(q)));
    }
    return new Paper(number, catalogue.form().title(), foot, all);
  }

  private List<Block> question(Question q) {
    List<Block> one = new ArrayList<>();
    one.add(new Block.Space(5));
    Look look = q instanceof Question.Invitation ? Look.BODY : Look.STRONG;
    one.add(new Block.Words(q.text().in(ENGLISH), look));
    String other = language.isEmpty() ? "" : q.text().in(language);
    if (!other.isEmpty() && !other.equals(q.text().in(ENGLISH))) {
      one.add(new Block.Words(other, Look.BODY));
    }
    one.addAll(
        switch (q) {
          case Question.ChooseOne c -> choices(c.choices());
          case Question.ChooseSeveral c -> choices(c.choices());
          case Question.PutInOrder c -> choices(c.choices());
          case Question.Confirm c ->
              List.<Block>of(
                  new Block.Ticks(List.of(new Block.Tick(words.t("answer.yes"), false))));
          case Question.InWords w -> List.<Block>of(new Block.Blank(3));
          case Question.Invitation i ->
              List.<Block>of(new Block.Blank(i.shown().isEmpty() ? 2 : 1));
          default -> List.<Block>of(new Block.Blank(1));
        });
    return one;
  }

  private List<Block> choices(List<Question.Choice> choices) {
    List<Block.Tick> ticks =
        choices.stream().map(c -> new Block.Tick(c.label().in(words.language()), false)).toList();
    return List.of(new Block.Space(2), new Block.Ticks(ticks, true));
  }
}
