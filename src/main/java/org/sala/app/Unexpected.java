package org.sala.app;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.logging.LogManager;
import org.sala.casework.station.FaultLog;
import org.sala.casework.station.FaultText;

/**
 * Tells of what nobody caught, on whichever thread, by its kind and its place alone, and writes it
 * down. A message may quote what somebody typed, and a desktop writes what its programs say into a
 * file that stays.
 */
final class Unexpected implements Thread.UncaughtExceptionHandler {
  private final PrintStream to;
  private final FaultLog faults;
  private final Consumer<String> told;
  private final ConcurrentHashMap<String, Boolean> before = new ConcurrentHashMap<>();

  /**
   * @param told hears a fault's code, once each, however often it comes again
   */
  Unexpected(PrintStream to, FaultLog faults, Consumer<String> told) {
    this.to = to;
    this.faults = faults;
    this.told = told;
  }

  /**
   * Tells of faults in all threads of this process; the toolkit's own words are not written either.
   */
  static void everywhere(PrintStream to, FaultLog faults) {
    alsoTold(to, faults, code -> {});
    // The toolkit and some libraries write what they caught with its message.
    LogManager.getLogManager().reset();
  }

  /** Tells of faults in all threads of this process, where somebody sits before a window. */
  static void alsoTold(PrintStream to, FaultLog faults, Consumer<String> told) {
    Thread.setDefaultUncaughtExceptionHandler(new Unexpected(to, faults, told));
  }

  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    Optional<String> code = faults.note(thrown);
    FaultText text = new FaultText(thrown);
    to.print("Unexpected, fault " + text.code() + " (" + text.where() + "):\n" + text.words());
    code.filter(c -> before.putIfAbsent(c, true) == null).ifPresent(told);
  }
}
