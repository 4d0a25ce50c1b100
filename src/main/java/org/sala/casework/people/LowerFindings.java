package org.sala.casework.people;

import java.util.List;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.store.PersonRows;

/** Findings that take protection away from somebody, and whether they count yet. */
@BehindTheDesk
public final class LowerFindings {
  private final Station station;

  public LowerFindings(Station station) {
    this.station = station;
  }

  /**
   * Whether a second officer's word on a lower finding counts: only once headquarters has certified
   * both officers. Until then the person stays protected, and so while a second look is open, or
   * where it did not find the same.
   */
  boolean counts(PersonRows.Row r) {
    return counts(
        r.look(),
        r.lookAuthor().orElse(""),
        r.findingConfirmed(),
        List.of(r.findingAuthor().orElse(""), r.findingSecond().orElse("")));
  }

  /**
   * Whether the person can be told of the finding: not of one that takes protection away and does
   * not count. After a second look, whatever it came to, there is something to tell.
   */
  public boolean isToTell(PersonRows.Row r) {
    boolean lookedAt = r.findingConfirmed() && !r.look().equals("NONE");
    return r.finding().isPresent() && (!r.findingLower() || counts(r) || lookedAt);
  }

  /**
   * Returns whether a second officer's word on a lower finding counts, for people who are counted.
   */
  boolean counts(PersonRows.Alike a) {
    return counts(
        a.look(),
        a.lookAuthor(),
        a.findingConfirmed(),
        List.of(a.findingAuthor(), a.findingSecond()));
  }

  private boolean counts(String look, String lookAuthor, boolean confirmed, List<String> both) {
    boolean looked =
        switch (look) {
          case "NONE" -> true;
          case "STANDS" -> certified(lookAuthor);
          default -> false;
        };
    return looked && confirmed && both.stream().allMatch(this::certified);
  }

  /** Whether headquarters has certified the officer who holds a key. */
  boolean certified(String key) {
    return station.state().text("certificate." + key).isPresent()
        || new Roster(station.state()).issued().stream().anyMatch(i -> i.key().hex().equals(key));
  }
}
