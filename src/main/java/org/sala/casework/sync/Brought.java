package org.sala.casework.sync;

import java.nio.file.Path;
import java.util.List;
import org.sala.carrier.Carrier;

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
    List<Carrier.Waiting> there,
    List<Tally.Item> stuck) {
  public Brought {
    files = List.copyOf(files);
    these = List.copyOf(these);
    there = List.copyOf(there);
    stuck = List.copyOf(stuck);
  }
}
