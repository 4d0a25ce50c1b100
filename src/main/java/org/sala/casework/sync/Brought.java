package org.sala.casework.sync;

import java.nio.file.Path;
import java.util.List;
import org.sala.carrier.Carrier;
import org.sala.carrier.Listing;

/**
 * Packages that were brought here so that somebody can look at them before any is taken in.
 *
 * @param carrier id of the one on which they lie
 * @param files where their copies are, until they were looked at
 * @param stuck those that did not come, and why
 */
public record Brought(
    String carrier,
    List<Path> files,
    List<Carrier.Waiting> these,
    Listing there,
    List<Tally.Item> stuck) {
  public Brought {
    files = List.copyOf(files);
    these = List.copyOf(these);

    stuck = List.copyOf(stuck);
  }
}
