package org.sala.form;

import java.util.List;

/** One thing that a form shows. */
public sealed interface Question {
  /** Where its answer stands: /screening/section/S5_01. */
  String path();

  /** What is asked or said, by language. */
  Wording text();

  /** One of the stored codes. */
  record Choice(String code, Wording label) {}

  /**
   * A question with choices, of which one is the answer.
   *
   * @param guidance what the officer sees beside it, never the person
   */
  record ChooseOne(String path, Wording text, Wording guidance, List<Choice> choices)
      implements Question {
    public ChooseOne {
      choices = List.copyOf(choices);
    }
  }

  /** A question that is answered in words. */
  record InWords(String path, Wording text, Wording guidance) implements Question {}

  /** Said, not asked: an invitation to tell. */
  record Invitation(String path, Wording text) implements Question {}
}
