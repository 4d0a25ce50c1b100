package org.sala.casework.packages.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.sala.casework.station.Station;
import org.sala.store.ArrivalRows;

/**
 * Keeps files that were refused in quarantine, for people who want to know what they were. Whoever
 * has a public key of ours can make any number of them: they get a corner of the disk and no more,
 * and leave it by themselves. That they came stays written down.
 */
final class RefusedFileQuota {
  static final int MOST = 200;
  private static final long BYTES = 256L << 20;
  private static final Duration KEPT = Duration.ofDays(90);

  private final Station station;
  private final Path folder;
  private int files;
  private long bytes;

  RefusedFileQuota(Station station) throws IOException {
    this.station = station;
    this.folder = station.folder().folder("quarantine");
  }

  /** Whether one more has room. The first ones stay: who sends garbage drives out none of them. */
  boolean haveRoomFor(long size) throws IOException {
    files = 0;
    bytes = 0;
    Instant old = station.now().instant().minus(KEPT);
    try (var all = Files.newDirectoryStream(folder, "*.sala")) {
      for (Path f : all) {
        count(f, old);
      }
    }
    return files < MOST && size <= BYTES - bytes;
  }

  private void count(Path file, Instant old) throws IOException {
    String digest = file.getFileName().toString().replaceFirst("\\.sala$", "");
    ArrivalRows arrivals = station.view().arrivals();
    if (!arrivals.wasRefused(digest) || !arrivals.withDigest(digest).isEmpty()) {
      // It waits for people, whether it was refused before or not.
      return;
    }
    if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
      Files.deleteIfExists(file);
      return;
    }
    files++;
    bytes += Files.size(file);
  }
}
