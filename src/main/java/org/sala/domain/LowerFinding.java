package org.sala.domain;

import java.util.List;

/**
 * Says which findings take protection away. A record's own word for it is believed only where it
 * says yes: a finding is one that protects by what it finds, and whatever else it may be called
 * waits for a second officer.
 */
public final class LowerFinding {
  /** What protects more comes later. */
  public static final List<String> PROTECTING =
      List.of("more_time_needed", "presumed_victim", "presumed_victim_child");

  private LowerFinding() {}

  /**
   * Returns whether a finding takes protection away.
   *
   * @param code what was found; empty where the record does not say
   * @param says whether the record itself says that it does
   */
  public static boolean is(String code, boolean says) {
    return says || !PROTECTING.contains(code);
  }
}
