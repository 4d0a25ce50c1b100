package org.sala.app;

import java.io.PrintStream;
import java.util.logging.LogManager;

/**
 * What nobody caught, on whichever thread: told by its kind and its place alone. A message may
 * quote what somebody typed, and a desktop writes what its programs say into a file that stays.
 */
final class Unexpected implements Thread.UncaughtExceptionHandler {
  private static final int FRAMES = 24;
  private static final int CAUSES = 8;

  private final PrintStream to;

  Unexpected(PrintStream to) {
    this.to = to;
  }

  /** For all threads of this process; the toolkit's own words are not written either. */
  static void everywhere(PrintStream to) {
    Thread.setDefaultUncaughtExceptionHandler(new Unexpected(to));
    // The toolkit and some libraries write what they caught with its message.
    LogManager.getLogManager().reset();
  }

  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    StringBuilder words = new StringBuilder("Unexpected on " + thread.getName() + ":\n");
    Throwable next = thrown;
    for (int i = 0; next != null && i < CAUSES; i++) {
      words.append(next.getClass().getName()).append('\n');
      StackTraceElement[] frames = next.getStackTrace();
      for (int f = 0; f < Math.min(frames.length, FRAMES); f++) {
        words.append("  at ").append(frames[f]).append('\n');
      }
      next = next.getCause();
    }
    to.print(words);
  }
}
