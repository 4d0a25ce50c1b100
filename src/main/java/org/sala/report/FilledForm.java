package org.sala.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sala.domain.Words;
import org.sala.form.Catalogue;
import org.sala.form.Indicator;
import org.sala.form.Question;
import org.sala.form.Wording;
import org.sala.report.Block.Look;

/**
 * A form with its answers, as the form shows itself with them: what it does not ask is not printed
 * as a question. What was answered before it fell away stands apart, for nothing is dropped. A
 * wording that no native speaker has reviewed is never printed as what was asked.
 */
public final class FilledForm {
  private static final String ENGLISH = "en";

  private final Words words;
  private final Catalogue catalogue;
  private final List<Question> questions;
  private final Map<String, AnswerOnPaper> answers;
  private final Set<String> printed = new HashSet<>();
  private String group = "";

  /**
   * @param questions what the form shows with these answers
   * @param answers by path
   */
  public FilledForm(
      Words words,
      Catalogue catalogue,
      List<Question> questions,
      Map<String, AnswerOnPaper> answers) {
    this.words = words;
    this.catalogue = catalogue;
    this.questions = List.copyOf(questions);
    this.answers = Map.copyOf(answers);
  }

  /**
   * The paper.
   *
   * @param head what is known of the whole, each a line
   */
  public Paper of(String number, String foot, List<String> head) {
    List<Block> all = new ArrayList<>();
    head.forEach(line -> all.add(new Block.Words(line, Look.BODY)));
    all.add(
        new Block.Words(
            words.t(
                "paper.form.version",
                catalogue.id(),
                catalogue.version(),
                catalogue.digest().substring(0, 12)),
            Look.SMALL));
    for (Question q : questions) {
      heading(q, all);
      question(q, all);
      heardIn(q, all);
    }
    fallenAway(all);
    return new Paper(number, catalogue.form().title(), foot, all);
  }

  private void heading(Question q, List<Block> all) {
    List<Wording> groups = q.head().groups();
    String title = groups.isEmpty() ? "" : groups.getLast().in(words.language());
    if (!title.equals(group)) {
      group = title;
      if (!title.isEmpty()) {
        all.add(new Block.Words(title, Look.HEADING));
      }
    }
  }

  private void question(Question q, List<Block> all) {
    AnswerOnPaper a = answers.get(q.path());
    if (a == null) {
      if (!(q instanceof Question.Invitation)) {
        one(asked(q.text(), ENGLISH), words.t("paper.form.notasked"), all);
      }
      return;
    }
    printed.add(q.path());
    String title =
        a.answersTheQuestion()
            ? asked(q.text(), a.askedFrom())
            : words.t("paper.form.heard", topic(q));
    answered(title, label(q, a.code()), a, all);
  }

  /** The reviewed wording: the one in the language that it was asked from, or the English one. */
  private String asked(Wording text, String from) {
    return text.in(!from.isEmpty() && catalogue.reviewed(from) ? from : ENGLISH);
  }

  private String topic(Question q) {
    return indicator(q.path())
        .map(i -> i.code() + " " + i.heardLabel().in(words.language()))
        .orElseGet(() -> q.text().in(words.language()));
  }

  private Optional<Indicator> indicator(String path) {
    return catalogue.indicators().stream().filter(i -> catalogue.path(i).equals(path)).findFirst();
  }

  /** What was heard of a section that no question asks for stands after its last question. */
  private void heardIn(Question q, List<Block> all) {
    int next = questions.indexOf(q) + 1;
    String here = section(q.path());
    if (next < questions.size() && section(questions.get(next).path()).equals(here)) {
      return;
    }
    for (Indicator i : catalogue.indicators()) {
      String path = catalogue.path(i);
      AnswerOnPaper a = answers.get(path);
      boolean asked = questions.stream().anyMatch(x -> x.path().equals(path));
      if (a != null && !asked && section(path).equals(here) && printed.add(path)) {
        String title = i.code() + " " + i.heardLabel().in(words.language());
        answered(words.t("paper.form.heard", title), words.code("answer", a.code()), a, all);
      }
    }
  }

  private static String section(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }

  private void fallenAway(List<Block> all) {
    List<String> left =
        answers.keySet().stream().filter(p -> !printed.contains(p)).sorted().toList();
    if (left.isEmpty()) {
      return;
    }
    all.add(new Block.Words(words.t("paper.form.fallen"), Look.HEADING));
    all.add(new Block.Words(words.t("paper.form.fallen.below"), Look.SMALL));
    for (String path : left) {
      AnswerOnPaper a = Objects.requireNonNull(answers.get(path));
      answered(path, a.code().isEmpty() ? "" : words.code("answer", a.code()), a, all);
    }
  }

  private String label(Question q, String code) {
    return q.choices().stream()
        .filter(c -> c.code().equals(code))
        .findFirst()
        .map(c -> c.label().in(words.language()))
        .orElseGet(() -> code.isEmpty() ? "" : words.code("answer", code));
  }

  private void answered(String title, String answer, AnswerOnPaper a, List<Block> all) {
    one(title, answer, all);
    if (!a.words().isBlank()) {
      all.add(new Block.Words("“" + a.words() + "”", Look.BODY));
    }
    List<String> how = new ArrayList<>();
    if (!a.came().isEmpty()) {
      how.add(words.code("came", a.came()));
    }
    if (a.inOwnWords()) {
      how.add(words.t("how.own"));
    }
    if (!a.through().isEmpty()) {
      String from = a.askedFrom().isEmpty() ? ENGLISH : a.askedFrom();
      how.add(words.t("paper.form.through", a.through(), words.code("lang", from)));
    }
    if (a.otherwise()) {
      how.add(words.t("paper.form.otherwise"));
    }
    if (!how.isEmpty()) {
      all.add(new Block.Words(String.join(" · ", how), Look.SMALL));
    }
    if (!a.seen().isBlank()) {
      all.add(new Block.Words(words.t("paper.form.seen", a.seen()), Look.BODY));
    }
  }

  private static void one(String title, String answer, List<Block> all) {
    List<Block> both = new ArrayList<>();
    both.add(new Block.Space(6));
    both.add(new Block.Words(title, Look.STRONG));
    if (!answer.isEmpty()) {
      both.add(new Block.Words(answer, Look.BODY));
    }
    all.add(new Block.Together(both));
  }
}
