package org.sala.form;

import java.math.BigDecimal;
import java.util.List;

/** One thing that a form shows. */
public sealed interface Question {

  /** What every question has. */
  Head head();

  /**
   * Returns where the question's answer stands: /screening/section/S5_01, or /house/child[2]/name
   * in a repeat.
   */
  default String path() {
    return head().path();
  }

  /** What is asked or said, by language. */
  default Wording text() {
    return head().text();
  }

  /** What can be chosen; nothing where it is answered otherwise. */
  default List<Choice> choices() {
    return List.of();
  }

  /** What the officer sees beside it, never the person. */
  default Wording guidance() {
    return head().guidance();
  }

  /**
   * What every question has.
   *
   * @param text what is asked or said
   * @param hint shown to whoever answers
   * @param guidance shown to the officer only
   * @param groups the titles that it stands under, the outermost first
   * @param required whether the form wants an answer; "does not know" is one
   */
  record Head(
      String path,
      Wording text,
      Wording hint,
      Wording guidance,
      List<Wording> groups,
      boolean required) {
    public Head {
      groups = List.copyOf(groups);
    }
  }

  /** One of the stored codes. */
  record Choice(String code, Wording label) {}

  /** A question with choices, of which one is the answer. */
  record ChooseOne(Head head, List<Choice> choices) implements Question {
    public ChooseOne {
      choices = List.copyOf(choices);
    }
  }

  /** A question with choices, of which any number is the answer. */
  record ChooseSeveral(Head head, List<Choice> choices) implements Question {
    public ChooseSeveral {
      choices = List.copyOf(choices);
    }
  }

  /** Choices that are put in an order. */
  record PutInOrder(Head head, List<Choice> choices) implements Question {
    public PutInOrder {
      choices = List.copyOf(choices);
    }
  }

  /** A question that is answered in words. */
  record InWords(Head head) implements Question {}

  /** A question that is answered with a number. */
  record HowMany(Head head, boolean whole) implements Question {}

  /** A number between two, in steps. */
  record OnRange(Head head, BigDecimal from, BigDecimal to, BigDecimal step, boolean whole)
      implements Question {}

  /** A question that is answered with a date, as well as it is known. */
  record WhichDay(Head head) implements Question {}

  /** A question that is answered with a time of day. */
  record WhichHour(Head head) implements Question {}

  /** A question that is answered with a day and a time. */
  record WhichInstant(Head head) implements Question {}

  /** A question that is answered with a file. */
  record Attach(Head head, FileKind kind) implements Question {}

  /** What kind of file is asked for. */
  enum FileKind {
    PHOTO,
    SOUND,
    FILM,
    ANY
  }

  /** Something to be taken note of. */
  record Confirm(Head head) implements Question {}

  /**
   * Said, not asked: an invitation to tell, a note, or what the form worked out.
   *
   * @param shown what the form worked out; empty for a note
   */
  record Invitation(Head head, String shown) implements Question {}

  /**
   * Here a repeated group may stand once more.
   *
   * @param stands how many times it stands there now; the answer is one more
   */
  record OnceMore(Head head, int stands) implements Question {}
}
