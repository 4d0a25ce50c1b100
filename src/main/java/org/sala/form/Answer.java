package org.sala.form;

/** What stands at one place of a form. */
public sealed interface Answer {

  /** One of the choices of a question. */
  record Chosen(String code) implements Answer {
    @Override
    public String toString() {
      return "Chosen";
    }
  }

  /** Words as they were said or written. */
  record Words(String text) implements Answer {
    @Override
    public String toString() {
      return "Words[" + text.length() + "]";
    }
  }
}
