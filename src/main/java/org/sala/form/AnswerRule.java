package org.sala.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What the answers at one place say of one indicator.
 *
 * @param path where the answer stands
 * @param indicator its code
 * @param readings each term with what it says, in the order of the file
 * @param line of the rule file
 */
record AnswerRule(String path, String indicator, List<Says> readings, int line) {
  /** An answer, and what it says of the indicator. */
  record Says(Term term, Reading reading) {}

  AnswerRule {
    readings = List.copyOf(readings);
  }

  /** Only yes counts; and a no is one only where nothing else was left open. */
  private static final List<Reading> ORDER =
      List.of(Reading.YES, Reading.UNKNOWN, Reading.DECLINED, Reading.NOT_ASKED, Reading.NO);

  /**
   * What one answer says. One that says why there is none is never a no, whatever the file says.
   *
   * @throws FormFault for a choice or number that the rule does not know
   */
  Reading of(Answer answer) {
    return switch (answer) {
      case Answer.Without w ->
          switch (w.why()) {
            case UNKNOWN -> Reading.UNKNOWN;
            case DECLINED -> Reading.DECLINED;
            case LATER -> Reading.NOT_ASKED;
          };
      case Answer.Chosen _, Answer.Several _, Answer.Amount _ -> {
        List<Reading> said = new ArrayList<>();
        for (Says s : readings) {
          if (s.term().covers(answer)) {
            said.add(s.reading());
            if (answer instanceof Answer.Amount) {
              break;
            }
          }
        }
        if (said.isEmpty()) {
          throw new FormFault(FormFault.Code.UNKNOWN_WORD, "answer at " + path);
        }
        yield together(said);
      }
      default -> Reading.NOT_ASKED;
    };
  }

  /**
   * What the answers at several places say together: yes if one does, no only if all do.
   *
   * @param said what each says; not empty
   */
  static Reading together(List<Reading> said) {
    return said.stream().min(Comparator.comparingInt(ORDER::indexOf)).orElse(Reading.NOT_ASKED);
  }

  /**
   * What stands at its place.
   *
   * @param answers by path; of two versions of one answer the one that protects counts until
   *     somebody has decided
   */
  Reading in(Map<String, List<Answer>> answers) {
    List<Reading> said = new ArrayList<>();
    answers.getOrDefault(path, List.of()).forEach(a -> said.add(of(a)));
    return together(said);
  }
}
