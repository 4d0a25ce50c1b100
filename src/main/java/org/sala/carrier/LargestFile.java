package org.sala.carrier;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** Whether a carrier takes a file of some size at all, however much room there is. */
final class LargestFile {
  /** Bytes; FAT32 writes down sizes in 32 bits. */
  private static final long OF_FAT = (1L << 32) - 1;

  /** As Linux, macOS and Windows call it. */
  private static final Set<String> FAT = Set.of("vfat", "msdos", "fat", "fat32");

  private LargestFile() {}

  /** Asked before: a copy of four gigabytes that ends in a no would be made again each minute. */
  static boolean allows(String kindOfFileSystem, long size) {
    return size <= OF_FAT || !FAT.contains(kindOfFileSystem.toLowerCase(Locale.ROOT));
  }

  /** Returns whether a write failed for it (EFBIG), where nobody could tell before. */
  static boolean isReached(IOException e) {
    return String.valueOf(e.getMessage()).contains("File too large");
  }
}
