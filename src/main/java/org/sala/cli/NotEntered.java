package org.sala.cli;

/** The workspace could not be entered; the message says what to do. */
final class NotEntered extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int exit;

  NotEntered(String message, int exit) {
    super(message);
    this.exit = exit;
  }

  int exit() {
    return exit;
  }
}
