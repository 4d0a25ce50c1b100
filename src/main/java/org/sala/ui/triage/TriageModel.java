package org.sala.ui.triage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.screening.Triages;
import org.sala.form.TriageQuestion;

/** What was answered and which question is open; knows no scene. */
final class TriageModel {
  private final Map<String, String> codes;
  private final Map<String, String> words;
  private final String spoken;
  private Triages.Sheet before;
  private final Set<String> touched = new HashSet<>();
  private Triages.Answers saved;
  private int at;

  /**
   * @param languages that the person speaks, the first foremost, with spaces between
   */
  TriageModel(Triages.Sheet before, String languages) {
    this.spoken = languages.split(" ", -1)[0];
    this.before = before;
    this.codes = new HashMap<>(before.answers().codes());
    this.words = new HashMap<>(before.answers().words());
    this.saved = answers();
    this.at = firstOpen();
  }

  private int firstOpen() {
    for (int i = 0; i < Triages.QUESTIONS.size(); i++) {
      if (!answered(Triages.QUESTIONS.get(i))) {
        return i;
      }
    }
    return 0;
  }

  /** The language that the person speaks; empty where none is written down. */
  String spoken() {
    return spoken;
  }

  /** The question for the interpreter alone: nobody has reviewed its wording. */
  Optional<String> forInterpreter(String question) {
    return TriageQuestion.of(question).unreviewed(spoken);
  }

  String open() {
    return Triages.QUESTIONS.get(at);
  }

  void open(String question) {
    at = Triages.QUESTIONS.indexOf(question);
  }

  /** One question on or back; it stays at the ends. */
  void step(int by) {
    at = Math.clamp((long) at + by, 0, Triages.QUESTIONS.size() - 1);
  }

  /** The answers that a question takes. */
  static List<String> choices(String question) {
    return switch (TriageQuestion.of(question).asked()) {
      case WORDS -> List.of("unknown", "declined", "later");
      case OBSERVED -> List.of("yes", "no", "unknown");
      case ALOUD, POINTED -> List.of("yes", "no", "unknown", "declined", "later");
    };
  }

  /** Whether the answer is typed, so that digits are words there. */
  static boolean inWords(String question) {
    return TriageQuestion.of(question).asked() == TriageQuestion.Asked.WORDS;
  }

  static boolean observed(String question) {
    return TriageQuestion.of(question).asked() == TriageQuestion.Asked.OBSERVED;
  }

  static boolean pointed(String question) {
    return TriageQuestion.of(question).asked() == TriageQuestion.Asked.POINTED;
  }

  /** Answers a question; the same answer again takes it back. */
  void answer(String question, String code) {
    codes.put(question, code.equals(code(question)) ? "" : code);
    touched.add(question);
  }

  /** Puts back an answer as it was given. */
  void choose(String question, String code) {
    if (!code.equals(code(question)) && Triages.ANSWERS.contains(code)) {
      answer(question, code);
    }
  }

  void say(String question, String typed) {
    if (!typed.strip().equals(words(question))) {
      words.put(question, typed.strip());
      touched.add(question);
    }
  }

  String code(String question) {
    return codes.getOrDefault(question, "");
  }

  String words(String question) {
    return words.getOrDefault(question, "");
  }

  boolean answered(String question) {
    return !code(question).isEmpty() || !words(question).isEmpty();
  }

  /** Whether an answer is one that has to be seen to at once. */
  boolean urgent(String question) {
    return !Triages.urgency(new Triages.Answers(Map.of(question, code(question)), Map.of()))
        .isEmpty();
  }

  /** Whether a yes wants words before the next question. */
  boolean staysFor(String question) {
    return code(question).equals("yes") && !observed(question) && !pointed(question);
  }

  boolean nothing() {
    return Triages.QUESTIONS.stream().noneMatch(this::answered);
  }

  /** What nobody has asked or seen yet, in the order of the sheet. */
  List<String> unanswered() {
    return Triages.QUESTIONS.stream().filter(q -> !answered(q)).toList();
  }

  Triages.Answers answers() {
    return new Triages.Answers(codes, words);
  }

  /** Returns what came of this sitting, with what was touched and what stood there before. */
  Triages.Sat sat() {
    return new Triages.Sat(answers(), touched, before);
  }

  /** The words of a question were begun on other versions than stand there now. */
  void begunOn(String question, String by) {
    before = before.seenAs(question, by);
  }

  /** Whether something was answered that is not known to be written. */
  boolean unsaved() {
    return !answers().equals(saved);
  }

  /** These answers are written. */
  void saved(Triages.Answers written) {
    saved = written;
  }

  /** Whether nobody has answered anything in this sitting. */
  boolean untouched() {
    return touched.isEmpty();
  }

  /** Returns an answer that is not written; what stood there at first where it is. */
  String unwritten(String question) {
    String code = code(question);
    return code.equals(saved.codes().getOrDefault(question, ""))
        ? before.answers().codes().getOrDefault(question, "")
        : code;
  }
}
