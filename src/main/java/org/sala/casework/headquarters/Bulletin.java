package org.sala.casework.headquarters;

import java.util.List;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;

/**
 * What headquarters has told all its stations.
 *
 * @param over headquarters has taken it back
 * @param readHere somebody at this station has read it
 * @param readAt at headquarters: the stations where it was read, by name
 */
public record Bulletin(
    RecordId id,
    String title,
    String words,
    Moment at,
    boolean over,
    boolean readHere,
    List<String> readAt) {
  public Bulletin {
    readAt = List.copyOf(readAt);
  }

  /** Says nothing of what it holds: a bulletin may speak of people. */
  @Override
  public String toString() {
    return "Bulletin";
  }
}
