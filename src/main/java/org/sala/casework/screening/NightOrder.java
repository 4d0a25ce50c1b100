package org.sala.casework.screening;

import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * The order of a night: safe, fed, asleep, then asked. In these hours the queue offers triage and
 * no screening; an officer can overrule that for a reason.
 */
public final class NightOrder {
  /** The time of day from which people sleep. */
  public static final LocalTime FROM = LocalTime.of(22, 0);

  /** The time of day from which somebody who has slept can be asked. */
  public static final LocalTime UNTIL = LocalTime.of(6, 0);

  private NightOrder() {}

  /** Returns whether this is a time to sleep, by the clock on the wall. */
  public static boolean asleep(ZonedDateTime now) {
    LocalTime time = now.toLocalTime();
    return !time.isBefore(FROM) || time.isBefore(UNTIL);
  }
}
