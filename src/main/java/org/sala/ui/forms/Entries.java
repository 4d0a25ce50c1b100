package org.sala.ui.forms;

import java.util.Optional;
import java.util.function.Consumer;
import org.sala.casework.forms.FormPage;
import org.sala.form.Answer;
import org.sala.form.Question;
import org.sala.ui.route.Here;
import org.sala.ui.text.BirthWords;

/** Makes the entry of a question. */
final class Entries {
  private final FormPage page;
  private final Here here;
  private final Consumer<Answer> say;
  private final Runnable attach;

  /**
   * @param say takes an answer that is saved at once
   * @param attach takes in a file
   */
  Entries(FormPage page, Here here, Consumer<Answer> say, Runnable attach) {
    this.page = page;
    this.here = here;
    this.say = say;
    this.attach = attach;
  }

  Entry of(Question question) {
    Optional<Answer> stands = page.at(question.path());
    String asked = question.text().in(here.texts().language());
    return switch (question) {
      case Question.ChooseOne _, Question.ChooseSeveral _, Question.PutInOrder _ ->
          new ChoiceEntry(question, stands, page.language(), here, say);
      case Question.InWords _ ->
          TypedEntry.words(stands.orElse(null) instanceof Answer.Words w ? w.text() : "", asked);
      case Question.HowMany q ->
          TypedEntry.line(
              stands.orElse(null) instanceof Answer.Amount a ? a.number().toPlainString() : "",
              asked,
              new TypedEntry.Reading(
                  "",
                  typed -> Readings.number(typed, q.whole()),
                  a -> AnswerWords.of(a, Optional.of(q), here),
                  here.t(q.whole() ? "forms.whole.unread" : "forms.number.unread")));
      case Question.OnRange q -> new RangeEntry(q, stands, here);
      case Question.WhichDay q ->
          TypedEntry.line(
              stands.orElse(null) instanceof Answer.Day d ? d.date().typed() : "",
              asked,
              new TypedEntry.Reading(
                  here.t("forms.day.prompt"),
                  Readings::day,
                  a -> a instanceof Answer.Day d ? BirthWords.of(d.date(), here.texts()) : "",
                  here.t("forms.day.unread")));
      case Question.WhichHour q ->
          TypedEntry.line(
              stands.orElse(null) instanceof Answer.Hour h ? h.time().toString() : "",
              asked,
              new TypedEntry.Reading(
                  "03:12",
                  Readings::hour,
                  a -> AnswerWords.of(a, Optional.of(q), here),
                  here.t("forms.hour.unread")));
      case Question.WhichInstant _ ->
          new InstantEntry(
              stands.orElse(null) instanceof Answer.Instant i
                  ? Optional.of(i.when())
                  : Optional.empty(),
              asked,
              here);
      case Question.Confirm _ ->
          new ButtonEntry(here.t("forms.confirm"), () -> say.accept(new Answer.Confirmed()));
      case Question.OnceMore m ->
          new ButtonEntry(
              here.t(m.stands() == 0 ? "forms.first" : "forms.more", asked),
              () -> say.accept(new Answer.Times(m.stands() + 1)));
      case Question.Attach _ ->
          page.caseId().isPresent()
              ? new ButtonEntry(here.t("forms.attach"), attach)
              : new ReadEntry(here.t("forms.attach.nocase"), "muted");
      case Question.Invitation i -> new ReadEntry(i.shown(), "own-words");
    };
  }
}
