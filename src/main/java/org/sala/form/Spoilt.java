package org.sala.form;

/** JavaRosa's faults in words that somebody who made a form can do something with. */
final class Spoilt {
  private Spoilt() {}

  /** Returns what a fault says, or that it says nothing where it only broke. */
  static String words(Throwable fault) {
    String message = fault.getMessage();
    boolean broke =
        fault instanceof NullPointerException
            || fault instanceof IndexOutOfBoundsException
            || fault instanceof ClassCastException;
    return broke || message == null || message.isBlank()
        ? "something that the form names is not in it"
        : message;
  }
}
