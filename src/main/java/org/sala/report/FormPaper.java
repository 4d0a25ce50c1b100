package org.sala.report;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sala.domain.Words;
import org.sala.form.Answer;
import org.sala.form.Question;
import org.sala.form.Wording;
import org.sala.report.Block.Look;

/**
 * Any form with its answers, as the form shows itself with them: what it skips is not printed as a
 * question, and what was answered before it fell away stands apart. A wording that no native
 * speaker has reviewed is never printed as what was asked.
 */
public final class FormPaper {
  private static final String ENGLISH = "en";
  private static final Pattern REPEATED = Pattern.compile("\\[(\\d+)]/[^/\\[\\]]+$");
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'xxx", Locale.ROOT);

  private final Words words;
  private final Filled filled;
  private final Set<String> printed = new HashSet<>();
  private String group = "";

  /**
   * A form as it was filled in.
   *
   * @param questions what the form shows with these answers; none where the form itself is not here
   * @param answers by path, those of every version where versions differ
   * @param irrelevant what was asked where answers count for nothing now
   * @param asked the language of the questions, if a native speaker has reviewed it; else empty
   */
  public record Filled(
      List<Question> questions,
      Map<String, List<Answer>> answers,
      Map<String, Wording> irrelevant,
      String asked) {
    public Filled {
      questions = List.copyOf(questions);
      answers = Map.copyOf(answers);
      irrelevant = Map.copyOf(irrelevant);
    }

    @Override
    public String toString() {
      return "Filled[" + questions.size() + "]";
    }
  }

  public FormPaper(Words words, Filled filled) {
    this.words = words;
    this.filled = filled;
  }

  /**
   * The paper.
   *
   * @param head what is known of the whole, each a line
   */
  public Paper of(String number, String title, String foot, List<String> head) {
    List<Block> all = new ArrayList<>();
    head.forEach(line -> all.add(new Block.Words(line, Look.SMALL)));
    for (Question q : filled.questions()) {
      if (!(q instanceof Question.OnceMore)) {
        heading(q, all);
        question(q, all);
      }
    }
    fallenAway(all);
    return new Paper(number, title, foot, all);
  }

  /** In a repeated group its number tells the one from the other. */
  private void heading(Question q, List<Block> all) {
    List<Wording> groups = q.head().groups();
    String title = groups.isEmpty() ? "" : groups.getLast().in(words.language());
    Matcher repeated = REPEATED.matcher(q.path());
    String numbered = repeated.find() ? (title + " " + repeated.group(1)).strip() : title;
    if (!numbered.equals(group)) {
      group = numbered;
      if (!numbered.isEmpty()) {
        all.add(new Block.Words(numbered, Look.HEADING));
      }
    }
  }

  private void question(Question q, List<Block> all) {
    if (q instanceof Question.Invitation said) {
      all.add(new Block.Space(6));
      all.add(new Block.Words(asked(q.text()), Look.BODY));
      if (!said.shown().isEmpty()) {
        all.add(new Block.Words(said.shown(), Look.STRONG));
      }
      return;
    }
    printed.add(q.path());
    one(asked(q.text()), q.path(), Optional.of(q), all);
  }

  private String asked(Wording text) {
    return text.in(filled.asked().isEmpty() ? ENGLISH : filled.asked());
  }

  private void one(String title, String path, Optional<Question> asked, List<Block> all) {
    List<Answer> answers = filled.answers().getOrDefault(path, List.of());
    List<Block> both = new ArrayList<>();
    both.add(new Block.Space(6));
    both.add(new Block.Words(title, Look.STRONG));
    if (answers.isEmpty()) {
      both.add(new Block.Words(words.t("paper.form.notasked"), Look.BODY));
    }
    for (Answer a : answers) {
      both.add(new Block.Words(said(a, asked), Look.BODY));
    }
    if (answers.size() > 1) {
      both.add(new Block.Words(words.t("disputed"), Look.SMALL));
    }
    all.add(new Block.Together(both));
  }

  private void fallenAway(List<Block> all) {
    List<String> left =
        filled.answers().entrySet().stream()
            .filter(e -> !printed.contains(e.getKey()))
            .filter(e -> !(e.getValue().getFirst() instanceof Answer.Times))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    if (left.isEmpty()) {
      return;
    }
    if (!filled.questions().isEmpty()) {
      all.add(new Block.Words(words.t("paper.form.fallen"), Look.HEADING));
      all.add(new Block.Words(words.t("paper.form.fallen.below"), Look.SMALL));
    }
    for (String path : left) {
      String title = asked(filled.irrelevant().getOrDefault(path, Wording.NONE));
      one(title.isEmpty() ? path : title, path, Optional.empty(), all);
    }
  }

  private String said(Answer answer, Optional<Question> asked) {
    return switch (answer) {
      case Answer.Chosen c -> label(c.code(), asked);
      case Answer.Several s ->
          s.codes().stream().map(c -> label(c, asked)).collect(Collectors.joining(", "));
      case Answer.Words w -> "“" + w.text() + "”";
      case Answer.Amount a -> words.amount(a.number());
      case Answer.Day d -> words.day(d.date());
      case Answer.Hour h -> h.time().toString();
      case Answer.Instant i -> EXACT.format(i.when());
      case Answer.Attached _ -> words.t("forms.attached");
      case Answer.Confirmed _ -> words.t("forms.confirmed");
      case Answer.Without w -> words.t("choice." + w.why().name().toLowerCase(Locale.ROOT));
      case Answer.Times t -> words.t("forms.times", t.count());
    };
  }

  private String label(String code, Optional<Question> asked) {
    return asked.stream()
        .flatMap(q -> q.choices().stream())
        .filter(c -> c.code().equals(code))
        .map(c -> c.label().in(words.language()))
        .findFirst()
        .orElse(code);
  }
}
