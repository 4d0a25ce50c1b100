package org.sala.carrier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What has arrived of objects whose fetch was cut, to be gone on with. A store may begin many and
 * end none: what is kept for it fills no disk.
 */
final class CutFetches {
  private static final String ENDING = ".part";

  /** How many cut fetches are kept beside the one that is under way. */
  static final int MOST = 64;

  /** Together they take no more than this part of what is free; the newest stays whatever it is. */
  private static final int PART_OF_FREE = 2;

  private static final Duration LONGEST = Duration.ofDays(30);

  /** Somebody may look at what a carrier brings while it is being carried from. */
  private static final Set<Path> UNDER_WAY = ConcurrentHashMap.newKeySet();

  private final Path folder;

  CutFetches(Path folder) {
    this.folder = folder;
  }

  /** One that is being fetched, until it is closed. */
  static final class Part implements AutoCloseable {
    private final Path file;

    private Part(Path file) {
      this.file = file;
    }

    Path file() {
      return file;
    }

    @Override
    public void close() {
      UNDER_WAY.remove(file);
    }
  }

  /**
   * Begins, or goes on with, the part of an object; what cannot be gone on with any more is taken
   * away first.
   *
   * @param token of its content: another content under the same name is another object
   */
  Part of(String name, String token) throws IOException {
    Path file = folder.resolve(name + "." + token + ENDING).toAbsolutePath();
    UNDER_WAY.add(file);
    Part part = new Part(file);
    try {
      clear(name, file);
    } catch (IOException | RuntimeException e) {
      part.close();
      throw e;
    }
    return part;
  }

  private record Lying(Path file, long size, FileTime written) {}

  private void clear(String name, Path mine) throws IOException {
    List<Lying> others = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path f : all.map(Path::toAbsolutePath).filter(f -> isPart(f, "")).toList()) {
        if (!f.equals(mine) && !UNDER_WAY.contains(f)) {
          lying(f).ifPresent(others::add);
        }
      }
    }
    others.sort(Comparator.comparing(Lying::written).reversed());
    FileTime oldest = FileTime.from(Instant.now().minus(LONGEST));
    long room = folder.toFile().getUsableSpace() / PART_OF_FREE;
    int kept = 0;
    for (Lying l : others) {
      boolean stays =
          !isPart(l.file(), name + ".")
              && l.written().compareTo(oldest) > 0
              && (kept == 0 || kept < MOST && l.size() <= room);
      if (stays) {
        kept++;
        room -= l.size();
      } else {
        Files.deleteIfExists(l.file());
      }
    }
  }

  private static boolean isPart(Path file, String begin) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(begin) && name.endsWith(ENDING);
  }

  /** Returns what lies in a file; empty where the file was taken away meanwhile. */
  private static Optional<Lying> lying(Path file) throws IOException {
    try {
      return Optional.of(new Lying(file, Files.size(file), Files.getLastModifiedTime(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
