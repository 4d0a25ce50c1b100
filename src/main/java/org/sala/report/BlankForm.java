package org.sala.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.domain.Words;
import org.sala.form.Form;
import org.sala.form.Question;
import org.sala.form.Unfolded;
import org.sala.form.Wording;
import org.sala.report.Block.Look;

/**
 * A form to fill in by hand. What the form asks only after some choice stands there with that
 * choice, and what it skips after one says so. The question is the reviewed English one; another
 * language stands below it for the interpreter.
 */
public final class BlankForm {
  private static final String ENGLISH = "en";

  private final Words words;
  private final Form form;
  private final String title;
  private final String named;
  private final Set<String> reviewed;
  private final String language;

  /**
   * @param title what it is called
   * @param named which form it is, with its version, as it is shown
   * @param reviewed the languages whose wording a native speaker has reviewed
   * @param language beside English; empty for none
   */
  public BlankForm(
      Words words, Form form, String title, String named, Set<String> reviewed, String language) {
    this.words = words;
    this.title = title;
    this.form = form;
    this.named = named;
    this.reviewed = Set.copyOf(reviewed);
    this.language = language.equals(ENGLISH) ? "" : language;
  }

  public Paper of(String number, String foot) {
    Unfolded open = Unfolded.of(form);
    List<Block> all = new ArrayList<>();
    all.add(new Block.Words(named, Look.SMALL));
    all.add(new Block.Words(words.t("paper.form.blank"), Look.SMALL));
    if (!open.whole()) {
      all.add(new Block.Words(words.t("paper.form.notwhole"), Look.SMALL));
    }
    if (!language.isEmpty() && !reviewed.contains(language)) {
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
    for (Unfolded.Line line : open.lines()) {
      List<Wording> groups = line.question().head().groups();
      String part = groups.isEmpty() ? "" : groups.getLast().in(words.language());
      List<Block> together = new ArrayList<>();
      if (!part.equals(group) && !part.isEmpty()) {
        together.add(new Block.Words(part, Look.HEADING));
        if (line.question().path().contains("[")) {
          together.add(new Block.Words(words.t("paper.form.repeats"), Look.SMALL));
        }
      }
      group = part;
      together.addAll(question(line));
      all.add(new Block.Together(together));
    }
    return new Paper(number, title, foot, all);
  }

  private List<Block> question(Unfolded.Line line) {
    Question q = line.question();
    List<Block> one = new ArrayList<>();
    one.add(new Block.Space(5));
    when("paper.form.onlyif", line.onlyIf(), one);
    when("paper.form.notif", line.notIf(), one);
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

  /** Choices of one question stand together behind it. */
  private void when(String key, List<Unfolded.When> choices, List<Block> one) {
    Map<String, Set<String>> byQuestion = new LinkedHashMap<>();
    for (Unfolded.When w : choices) {
      byQuestion
          .computeIfAbsent(w.asked().text().in(words.language()), t -> new LinkedHashSet<>())
          .add(w.choice().label().in(words.language()));
    }
    if (!byQuestion.isEmpty()) {
      String told =
          byQuestion.entrySet().stream()
              .map(e -> e.getKey() + " " + String.join(", ", e.getValue()))
              .collect(Collectors.joining("; "));
      one.add(new Block.Words(words.t(key, told), Look.SMALL));
    }
  }

  private List<Block> choices(List<Question.Choice> choices) {
    if (choices.isEmpty()) {
      // They depend on another answer.
      return List.of(new Block.Blank(1));
    }
    List<Block.Tick> ticks =
        choices.stream().map(c -> new Block.Tick(c.label().in(words.language()), false)).toList();
    return List.of(new Block.Space(2), new Block.Ticks(ticks, true));
  }
}
