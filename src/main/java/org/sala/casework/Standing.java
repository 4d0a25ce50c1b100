package org.sala.casework;

import java.time.Duration;
import java.util.Optional;

/**
 * How this laptop stands, as far as it can tell by itself.
 *
 * @param toSee how many things stand on the yellow line
 * @param free bytes that may still be written
 * @param backed whether backups are made here: not where one practises, nor of a view on a server
 * @param backupMillis when the last one was made; empty where there is none
 */
public record Standing(int toSee, long free, boolean backed, Optional<Long> backupMillis) {
  private static final long LITTLE = 2L << 30;
  private static final Duration OLD = Duration.ofDays(7);

  /** Whether the next exhibits may find no room. */
  public boolean littleSpace() {
    return free < LITTLE;
  }

  /** Whether much would be lost with the laptop: no backup was made for a week. */
  public boolean backupDue(long nowMillis) {
    return backed && backupMillis.filter(at -> nowMillis - at < OLD.toMillis()).isEmpty();
  }
}
