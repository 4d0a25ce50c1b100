package org.sala.casework.sync;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.casework.station.Station;

/**
 * Where what carriers bring lies until it was looked at: a place for each, since two of them that
 * hold the same package would write and take away one file.
 */
final class Inbox {
  private static final Duration LONGEST = Duration.ofDays(30);

  private final Path folder;
  private final Clock clock;

  Inbox(Station station) {
    this.clock = station.tools().clock();
    this.folder = station.folder().folder("inbox");
  }

  /** The place of one carrier, which is made; its name tells nobody what the carrier is. */
  Path of(String carrier) throws IOException {
    byte[] id = carrier.getBytes(StandardCharsets.UTF_8);
    return Files.createDirectories(folder.resolve(UUID.nameUUIDFromBytes(id).toString()));
  }

  /**
   * Takes away what was brought whole before a program ended, for it lies on its carrier still, and
   * what nobody went on with for thirty days.
   */
  void empty() throws IOException {
    FileTime oldest = FileTime.from(clock.instant().minus(LONGEST));
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts)
              throws IOException {
            boolean cut = file.toString().endsWith(".part") && !folder.equals(file.getParent());
            if (!cut || facts.lastModifiedTime().compareTo(oldest) < 0) {
              Files.delete(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path place, @Nullable IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            if (!place.equals(folder)) {
              removed(place);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** What was cut stays, to be gone on with. */
  private static void removed(Path place) throws IOException {
    try {
      Files.delete(place);
    } catch (DirectoryNotEmptyException e) {
      return;
    }
  }
}
