package org.sala.casework.hall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;

/**
 * A person in danger, as every laptop of a hall knows it: a number and no name.
 *
 * @param person whose record may be here or not
 * @param number on the wristband; may be empty
 * @param ours whether it was raised on this laptop
 * @param station the laptop's where it was raised; empty where that is this one
 * @param taken who has taken it on, the first first
 * @param told where somebody has written on another laptop that somebody was told
 */
public record Alarm(
    RecordId id,
    RecordId person,
    String number,
    boolean ours,
    String station,
    Moment since,
    List<Answer> taken,
    Optional<Answer> told) {
  /** How long an alarm may stand unanswered before it is late: somebody may be on the way to it. */
  public static final Duration UNANSWERED = Duration.ofMinutes(10);

  /**
   * Who did something about it.
   *
   * @param station the laptop's; empty where that is this one
   */
  public record Answer(String officer, String station, Moment at) {
    @Override
    public String toString() {
      return "Answer";
    }
  }

  public Alarm {
    taken = List.copyOf(taken);
  }

  /** Whether nobody has answered for ten minutes: then it stands before everything else. */
  public boolean late(Instant now) {
    return taken.isEmpty() && told.isEmpty() && !since.instant().plus(UNANSWERED).isAfter(now);
  }

  @Override
  public String toString() {
    return "Alarm[" + id + "]";
  }
}
