package org.sala.casework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sala.vault.Entries;

/** Sealed entries out of a backup, to be read and carried on; nothing is added to them. */
final class PackedEntries implements Entries {
  private final List<byte[]> all = new ArrayList<>();

  /**
   * @param length of each
   */
  PackedEntries(byte[] packed, int length) {
    for (int at = 0; at + length <= packed.length; at += length) {
      all.add(Arrays.copyOfRange(packed, at, at + length));
    }
  }

  @Override
  public byte @Nullable [] get(int place) {
    return all.get(place);
  }

  @Override
  public int size() {
    return all.size();
  }

  @Override
  public void append(List<byte[]> fresh) {
    throw new IllegalStateException("a backup is not added to");
  }

  /** What is known to be erased is so here as well, until this is let go. */
  @Override
  public void put(int place, byte[] entry) {
    all.set(place, entry);
  }

  @Override
  public void look() {
    // All is known.
  }

  @Override
  public int lost() {
    return 0;
  }

  @Override
  public int mended() {
    return 0;
  }
}
