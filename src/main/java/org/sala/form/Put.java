package org.sala.form;

/** What became of an answer that was put into a form. */
public sealed interface Put {

  /** The answer stands. */
  record Stands() implements Put {}

  /** A constraint of the form speaks against it: nothing was changed. */
  record Against(Wording message) implements Put {}
}
