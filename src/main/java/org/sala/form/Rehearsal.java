package org.sala.form;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.sala.domain.PartialDate;

/**
 * Answers a form from its first question to its last as chance has it, so that what it cannot do is
 * found before anybody sits opposite: each question that comes to be shown is answered once, groups
 * are repeated twice, and what came of it is opened anew.
 *
 * @param answered how many questions took an answer
 * @param against how many answers a constraint of the form spoke against
 */
public record Rehearsal(int answered, int against) {
  private static final int MOST_STEPS = 5_000;
  private static final int MOST_REPEATS = 2;

  /**
   * One walk.
   *
   * @param seed the same walk for the same form
   * @throws FormFault where the form fails, naming the place
   */
  public static Rehearsal of(Form form, long seed) {
    return new Walk(form, new Random(seed)).walk();
  }

  /**
   * Walks once through a form from outside, which must not hold up whoever asks.
   *
   * @param most how long it may take
   */
  public static Rehearsal of(Form form, long seed, Duration most) {
    return Patience.within(most, "be answered", () -> of(form, seed));
  }

  private static final class Walk {
    private final Form form;
    private final Random random;
    private final Interview interview;
    private final Set<String> tried = new HashSet<>();
    private int answered;
    private int against;

    Walk(Form form, Random random) {
      this.form = form;
      this.random = random;
      this.interview = form.open(Map.of());
    }

    Rehearsal walk() {
      List<Question> shown = at("the beginning", interview::questions);
      for (int step = 0; step < MOST_STEPS; step++) {
        Optional<Question> next = shown.stream().filter(q -> tried.add(key(q))).findFirst();
        if (next.isEmpty()) {
          break;
        }
        Question q = next.get();
        shown =
            at(
                q.path(),
                () -> {
                  answer(q);
                  return interview.questions();
                });
      }
      at("the end", interview::validate);
      again(shown);
      return new Rehearsal(answered, against);
    }

    /** A group that is asked for once more is another question each time. */
    private static String key(Question q) {
      return q instanceof Question.OnceMore more ? q.path() + "#" + more.stands() : q.path();
    }

    private interface Step<T> {
      T take();
    }

    private static <T> T at(String place, Step<T> step) {
      try {
        return step.take();
      } catch (FormFault e) {
        throw new FormFault(e.code(), e.findings().stream().map(f -> f + " at " + place).toList());
      } catch (RuntimeException e) {
        // JavaRosa throws many kinds of unchecked exceptions where a formula cannot be worked out
        throw new FormFault(FormFault.Code.NOT_SUPPORTED, Spoilt.words(e) + " at " + place);
      }
    }

    private void answer(Question q) {
      for (Answer a : answers(q)) {
        if (interview.put(q.path(), a) instanceof Put.Stands) {
          answered++;
        } else {
          against++;
        }
      }
    }

    /** One answer that the question takes; nothing for what is only said. */
    private List<Answer> answers(Question q) {
      if (!(q instanceof Question.Invitation || q instanceof Question.OnceMore)
          && random.nextInt(12) == 0) {
        return List.of(new Answer.Without(Answer.Why.UNKNOWN));
      }
      return switch (q) {
        case Question.ChooseOne c -> any(c.choices()).stream().map(this::chosen).toList();
        case Question.ChooseSeveral c -> several(c.choices(), random.nextInt(3) + 1);
        case Question.PutInOrder c -> several(c.choices(), c.choices().size());
        case Question.InWords _ -> List.of(new Answer.Words("Some words"));
        case Question.HowMany _ ->
            List.of(new Answer.Amount(BigDecimal.valueOf(random.nextInt(5))));
        case Question.OnRange r ->
            List.of(new Answer.Amount(random.nextBoolean() ? r.from() : r.from().add(r.step())));
        case Question.WhichDay _ -> List.of(new Answer.Day(day()));
        case Question.WhichHour _ -> List.of(new Answer.Hour(LocalTime.of(random.nextInt(24), 0)));
        case Question.WhichInstant _ ->
            List.of(new Answer.Instant(OffsetDateTime.parse("2026-02-03T10:30:00+07:00")));
        case Question.Attach _ -> List.of(new Answer.Attached("a-file-of-the-rehearsal"));
        case Question.Confirm _ -> List.of(new Answer.Confirmed());
        case Question.Invitation _ -> List.of();
        case Question.OnceMore m ->
            m.stands() < MOST_REPEATS ? List.of(new Answer.Times(m.stands() + 1)) : List.of();
      };
    }

    private PartialDate day() {
      LocalDate day = LocalDate.of(1960 + random.nextInt(66), 1 + random.nextInt(12), 3);
      return new PartialDate(PartialDate.Precision.DAY, day, day, "");
    }

    private Answer chosen(Question.Choice choice) {
      return new Answer.Chosen(choice.code());
    }

    private Optional<Question.Choice> any(List<Question.Choice> choices) {
      return choices.isEmpty()
          ? Optional.empty()
          : Optional.of(choices.get(random.nextInt(choices.size())));
    }

    private List<Answer> several(List<Question.Choice> choices, int most) {
      List<String> codes =
          new ArrayList<>(choices.stream().map(Question.Choice::code).distinct().toList());
      Collections.shuffle(codes, random);
      return codes.isEmpty()
          ? List.of()
          : List.of(new Answer.Several(codes.subList(0, Math.min(most, codes.size()))));
    }

    /** Nothing is kept in an interview that is not in its answers. */
    private void again(List<Question> shown) {
      List<String> before = shown.stream().map(Question::path).toList();
      List<String> after =
          at("opening it again", () -> form.open(interview.answers()).questions()).stream()
              .map(Question::path)
              .toList();
      if (!after.equals(before)) {
        List<String> differ = new ArrayList<>(before);
        differ.removeAll(after);
        List<String> more = new ArrayList<>(after);
        more.removeAll(before);
        differ.addAll(more);
        throw new FormFault(
            FormFault.Code.NOT_SUPPORTED,
            "shows other questions when it is opened again"
                + differ.stream().limit(3).map(p -> " " + p).reduce("", String::concat));
      }
    }
  }
}
