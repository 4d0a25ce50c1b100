package org.sala.ui.work;

/**
 * An error of the machine or the program, for screens that hear of what failed. A screen that was
 * told nothing would say "working" for ever.
 */
final class Broken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Throwable error;

  private Broken(Throwable error) {
    super("an error", error);
    this.error = error;
  }

  /** What a screen is told of what was thrown. */
  static Exception told(Throwable thrown) {
    return thrown instanceof Exception e ? e : new Broken(thrown);
  }

  /** What was thrown in the first place, as it is written down. */
  static Throwable of(Exception told) {
    return told instanceof Broken b ? b.error : told;
  }

  /** The screen knows: an error goes on to whoever hears of what nobody caught. */
  static void handOn(Throwable thrown) {
    if (thrown instanceof Error e) {
      throw e;
    }
  }
}
