package org.sala.parcel;

import java.util.Arrays;
import java.util.List;

/**
 * What a first reading remembers of the changes that it checked: a digest for each batch of lines.
 * A second reading gives out lines that have these digests, and need not check signatures again.
 */
public final class Proof {
  private final List<byte[]> digests;

  Proof(List<byte[]> digests) {
    this.digests = List.copyOf(digests);
  }

  int batches() {
    return digests.size();
  }

  boolean covers(int number, Lines.Batch batch) {
    return number < digests.size() && Arrays.equals(digests.get(number), batch.digest());
  }
}
