package org.sala.casework.screening;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sala.casework.station.BehindTheDesk;
import org.sala.domain.RecordId;
import org.sala.form.Answer;
import org.sala.form.Form;
import org.sala.form.Interview;
import org.sala.form.Problem;
import org.sala.form.Put;
import org.sala.form.Question;
import org.sala.form.Wording;

/**
 * The interviews that are being held: a form is read once for each, and not for every answer.
 *
 * <p>Nothing is kept here that is not in the fields of the screening. Each is brought to the
 * answers as they stand now before it is asked anything, and is made anew whenever that cannot be
 * done step by step. May be used from any thread.
 */
@BehindTheDesk
public final class OpenInterviews {
  /** Forms that are open at once; more are opened again when they are needed. */
  private static final int MOST = 4;

  /** What is kept, and of which form: the age may change the form in the middle. */
  private record Kept(Form form, Interview interview) {}

  private final Map<RecordId, Kept> kept = new LinkedHashMap<>(8, 0.75f, true);
  private final Map<String, Interview> blank = new LinkedHashMap<>(8, 0.75f, true);

  /** What the form shows with these answers. */
  synchronized List<Question> questions(
      RecordId screening, Form form, Map<String, Answer> answers) {
    return at(screening, form, answers).questions();
  }

  /**
   * What a form shows with its answers.
   *
   * @param irrelevant what was asked where answers count for nothing now, by path
   * @param problems what speaks against closing it
   */
  public record Shown(
      List<Question> questions, Map<String, Wording> irrelevant, List<Problem> problems) {
    public Shown {
      questions = List.copyOf(questions);
      irrelevant = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(irrelevant));
      problems = List.copyOf(problems);
    }
  }

  /** All that the form shows with these answers. */
  public synchronized Shown shown(RecordId record, Form form, Map<String, Answer> answers) {
    Interview interview = at(record, form, answers);
    Map<String, Wording> irrelevant = new LinkedHashMap<>();
    interview.irrelevant().forEach(path -> irrelevant.put(path, interview.textAt(path)));
    return new Shown(interview.questions(), irrelevant, interview.validate());
  }

  /**
   * Tries an answer among the others that stand; what it says counts, and nothing is kept of it.
   *
   * @throws org.sala.form.FormFault if the form has no such place, or it takes another kind of
   *     answer
   */
  public synchronized Put put(
      RecordId record, Form form, Map<String, Answer> answers, String path, Answer answer) {
    return at(record, form, answers).put(path, answer);
  }

  private Interview at(RecordId record, Form form, Map<String, Answer> answers) {
    Kept there = kept.get(record);
    if (there == null || there.form() != form || !there.interview().become(answers)) {
      there = new Kept(form, form.open(answers));
      kept.put(record, there);
      eldestOut(kept);
    }
    return there.interview();
  }

  /**
   * Whether an answer may stand at a path, whatever else was said.
   *
   * @throws org.sala.form.FormFault if the form has no such place, or the answer may not stand
   *     there
   */
  synchronized void check(Form form, String path, Answer answer) {
    Interview empty = blank.computeIfAbsent(form.digest(), d -> form.open(Map.of()));
    if (!empty.become(Map.of())) {
      empty = form.open(Map.of());
      blank.put(form.digest(), empty);
    }
    eldestOut(blank);
    empty.answer(path, answer);
  }

  private static <K, V> void eldestOut(Map<K, V> all) {
    while (all.size() > MOST) {
      all.remove(all.keySet().iterator().next());
    }
  }
}
