package org.sala.casework.packages.register;

import java.util.List;
import java.util.Optional;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.parcel.Purpose;

/**
 * One line in the list of packages.
 *
 * @param from the station that a package came from, by the name that is known of it; empty for one
 *     that leaves
 * @param overtakenBy the number of a later package in which everything of this one lies as well; 0
 *     where there is none, or where it makes no difference any more
 */
public record PackageLine(
    RecordId id,
    boolean outgoing,
    String purpose,
    long sequence,
    String fileName,
    long size,
    String contents,
    Optional<Moment> sealed,
    Optional<Moment> carried,
    PackageState state,
    Optional<Moment> received,
    int changes,
    List<Doubt> doubts,
    List<String> cases,
    String from,
    long overtakenBy) {
  public PackageLine {
    doubts = List.copyOf(doubts);
    cases = List.copyOf(cases);
  }

  /**
   * Whether a receipt is to be expected of whoever gets it; another station gives none, an agency
   * without Sala none, and a receipt is not answered.
   */
  public boolean answered() {
    return !purpose.equals("field") && !alarm() && !(abroad() && !purpose.equals("partner"));
  }

  /** Returns whether the package is between agencies. */
  public boolean abroad() {
    return purpose.startsWith("partner");
  }

  /** Returns whether the package tells of somebody in danger, and nothing else. */
  public boolean alarm() {
    return purpose.equals(Purpose.DANGER.code());
  }
}
