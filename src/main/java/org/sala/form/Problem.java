package org.sala.form;

/**
 * Something that has to be looked at before a form goes to review.
 *
 * @param message what the form itself says of it; may be empty
 */
public record Problem(String path, Kind kind, Wording message) {

  /** What is wrong there. */
  public enum Kind {
    /** The form wants an answer, and none is there, or it was put off. */
    REQUIRED,
    /** Another answer changed, and now a constraint speaks against this one. */
    CONSTRAINT,
    /** Another answer changed, and now this choice is no longer offered. */
    NOT_OFFERED
  }
}
