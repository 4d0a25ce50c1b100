package org.sala.form;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long money that was sent in one way may still be called back, and whom to call.
 *
 * @param rail as the defrauded person's form names it
 * @param lasts from the moment of sending; empty where no time is fixed
 * @param call whom to call and what for
 * @param source where the time comes from; nothing where none is fixed
 */
public record RecoveryWindow(String rail, Optional<Duration> lasts, Wording call, Wording source) {
  private static final List<RecoveryWindow> ALL =
      CatalogueTables.windows(CatalogueFiles.resource("defrauded/windows.csv").orElseThrow());

  /** Longer ones are nothing that has to be done tonight. */
  private static final Duration SHORT = Duration.ofDays(7);

  /** All of them, one a way of sending. */
  public static List<RecoveryWindow> all() {
    return ALL;
  }

  /** The one of a way of sending; empty for a way that a newer form knows. */
  public static Optional<RecoveryWindow> of(String rail) {
    return ALL.stream().filter(w -> w.rail().equals(rail)).findFirst();
  }

  /** Whether it is over so soon that somebody has to act tonight. */
  public boolean isShort() {
    return lasts.filter(d -> d.compareTo(SHORT) <= 0).isPresent();
  }
}
