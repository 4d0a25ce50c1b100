package org.sala.ui.forms;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sala.form.Answer;
import org.sala.form.Question;
import org.sala.ui.route.Here;
import org.sala.ui.text.BirthWords;

/** An answer as the officer reads it. */
final class AnswerWords {
  private AnswerWords() {}

  /**
   * @param asked the question, where the form shows it now: codes are then told as its choices
   */
  static String of(Answer answer, Optional<Question> asked, Here here) {
    return switch (answer) {
      case Answer.Chosen c -> label(c.code(), asked, here);
      case Answer.Several s ->
          s.codes().stream().map(c -> label(c, asked, here)).collect(Collectors.joining(", "));
      case Answer.Words w -> w.text();
      case Answer.Amount a -> here.texts().amount(a.number());
      case Answer.Day d -> BirthWords.of(d.date(), here.texts());
      case Answer.Hour h -> h.time().toString();
      case Answer.Instant i -> InstantEntry.told(i.when(), here);
      case Answer.Attached _ -> here.t("forms.attached");
      case Answer.Confirmed _ -> here.t("forms.confirmed");
      case Answer.Without w -> here.t("choice." + w.why().name().toLowerCase(Locale.ROOT));
      case Answer.Times t -> here.t("forms.times", t.count());
    };
  }

  /**
   * Returns an answer's words for a list, where a time has room for its minutes only without the
   * other era.
   */
  static String brief(Answer answer, Optional<Question> asked, Here here) {
    return answer instanceof Answer.Instant i
        ? here.texts().day(i.when().toLocalDate())
            + " · "
            + i.when().toLocalTime().truncatedTo(ChronoUnit.MINUTES)
        : of(answer, asked, here);
  }

  private static String label(String code, Optional<Question> asked, Here here) {
    return asked.stream()
        .flatMap(q -> q.choices().stream())
        .filter(c -> c.code().equals(code))
        .map(c -> c.label().in(here.texts().language()))
        .findFirst()
        .orElse(code);
  }
}
