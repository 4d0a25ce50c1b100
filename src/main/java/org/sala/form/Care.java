package org.sala.form;

/** What a question or an answer has to be handled with. */
public enum Care {
  /** The answer could be held against the person. */
  INCRIMINATING,
  /** The answer is kept in the protection compartment. */
  PROTECTION,
  /** Never asked by an untrained officer; always offered elsewhere. */
  SEXUAL,
  /** May put a family in danger or touch what happened to it. */
  FAMILY,
  /** About what was seen done to others. */
  WITNESS,
  /** May name officials. */
  NAMES_OFFICIAL;

  /** Whether the answer belongs to the protection compartment. */
  public boolean sealsAnswer() {
    return this == PROTECTION || this == SEXUAL || staysHere();
  }

  /** Whether the answer leaves this laptop only for an integrity recipient, and there is none. */
  public boolean staysHere() {
    return this == NAMES_OFFICIAL;
  }
}
