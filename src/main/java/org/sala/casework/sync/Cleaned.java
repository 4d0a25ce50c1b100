package org.sala.casework.sync;

import java.util.List;

/**
 * What was taken away from a carrier because its receipt is here.
 *
 * @param names of the packages
 * @param bytes that are free again
 */
public record Cleaned(List<String> names, long bytes) {
  public Cleaned {
    names = List.copyOf(names);
  }
}
