package org.sala.report;

/**
 * An answer as it is printed, all of it codes and words that stand in the record.
 *
 * @param code of the choice, or why there is none; empty where the answer is words
 * @param words the person's own
 * @param came how it came; empty where nobody wrote it down
 * @param askedFrom the language that it was asked from
 * @param inOwnWords whether the officer asked it in own words
 * @param through the interpreter's number; empty where nobody interpreted
 * @param seen what the officer saw, apart from the person's words
 * @param otherwise whether another laptop wrote another answer
 */
public record AnswerOnPaper(
    String code,
    String words,
    String came,
    String askedFrom,
    boolean inOwnWords,
    String through,
    String seen,
    boolean otherwise) {

  /** Whether the written question was put to the person; else it must not be printed as asked. */
  boolean answersTheQuestion() {
    return came.isEmpty() || came.equals("direct");
  }

  @Override
  public String toString() {
    return "AnswerOnPaper";
  }
}
