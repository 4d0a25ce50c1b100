package org.sala.casework.screening;

import org.sala.domain.Moment;

/**
 * Something that a person said no to, by pointing or when asked.
 *
 * @param who an interpreter's number; empty where it is about nobody else
 */
public record No(To to, String who, Moment at) {
  /** What the no was said to. */
  public enum To {
    INTERPRETER,
    /** Speaking with the officer who is at the desk. */
    OFFICER,
    /** Being asked questions. */
    INTERVIEW,
    /** Answers being written down. */
    RECORD
  }

  /** Whether it is about the interpreter of that number, however it is typed. */
  public boolean isTo(String interpreter) {
    return to == To.INTERPRETER && who.strip().equalsIgnoreCase(interpreter.strip());
  }

  @Override
  public String toString() {
    return "No[" + to + "]";
  }
}
