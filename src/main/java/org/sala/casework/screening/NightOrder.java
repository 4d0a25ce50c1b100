package org.sala.casework.screening;

import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * The order of a night: safe, fed, asleep, then asked. In these hours the queue offers triage and
 * no screening; an officer can overrule that for a reason.
 */
public final class NightOrder {
  /** From here on people sleep. */
  public static final LocalTime FROM = LocalTime.of(22, 0);

  /** From here on somebody who has slept can be asked. */
  public static final LocalTime UNTIL = LocalTime.of(6, 0);

  private NightOrder() {}

  /** Whether it is a time to sleep, by the clock on the wall. */
  public static boolean asleep(ZonedDateTime now) {
    LocalTime time = now.toLocalTime();
    return !time.isBefore(FROM) || time.isBefore(UNTIL);
  }
}
