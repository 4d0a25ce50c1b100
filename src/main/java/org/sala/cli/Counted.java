package org.sala.cli;

/** A number with what it counts, so that one is said as one. */
final class Counted {
  private Counted() {}

  /** Returns the number and the words that go with it. */
  static String of(long number, String one, String more) {
    return number + " " + (number == 1 ? one : more);
  }

  static String changes(long number) {
    return of(number, "change", "changes");
  }

  static String entries(long number) {
    return of(number, "entry", "entries");
  }

  static String files(long number) {
    return of(number, "file", "files");
  }

  static String people(long number) {
    return of(number, "person", "people");
  }
}
