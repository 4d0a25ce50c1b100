package org.sala.vault;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.ObjectReader;
import org.sala.crypto.Secret;
import org.sala.disk.CarriedOn;
import org.sala.disk.Disk;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.ScopeId;

/**
 * What was read of a long file before a lock ended it: objects sealed like any other, which no
 * index names. Whoever goes on reads the file from where they end, and none of it twice. Not
 * thread-safe.
 */
public final class Pieces {
  static final String ENDING = ".piece";

  /** Bytes at the end of what is here that the file has to show again. */
  private static final int AGAIN = 1 << 16;

  private final ObjectFolder objects;
  private final Disk disk;
  private final Path folder;
  private final RecordId of;
  private final ScopeId scope;
  private final Compartment compartment;
  private final CarriedOn carriedOn;

  /**
   * @param of the record that will name the whole
   * @param carriedOn hears where the disk did not take what came in
   */
  Pieces(
      ObjectFolder objects,
      Disk disk,
      Path folder,
      RecordId of,
      ScopeId scope,
      Compartment compartment,
      CarriedOn carriedOn) {
    this.carriedOn = carriedOn;
    this.objects = objects;
    this.disk = disk;
    this.folder = folder;
    this.of = of;
    this.scope = scope;
    this.compartment = compartment;
  }

  /**
   * Plain bytes that are here; none where a piece is not what was written, which takes all away.
   */
  public long size() {
    try {
      return size(readers());
    } catch (IOException e) {
      throw VaultFault.of("pieces", e);
    }
  }

  private static long size(List<ObjectReader> readers) throws IOException {
    try {
      long size = 0;
      for (ObjectReader r : readers) {
        size += r.size();
      }
      return size;
    } finally {
      close(readers);
    }
  }

  /** All that is here, from the beginning; a spoiled piece is an {@link IOException}. */
  public InputStream stream() throws IOException {
    List<InputStream> all = new ArrayList<>();
    for (ObjectReader r : readers()) {
      all.add(closing(r));
    }
    return new SequenceInputStream(Collections.enumeration(all));
  }

  private static InputStream closing(ObjectReader reader) {
    return new FilterInputStream(reader.stream(0)) {
      @Override
      public void close() throws IOException {
        reader.close();
      }
    };
  }

  /**
   * Reads on where what is here ends, to the end of the file or until it is told to stop.
   *
   * @param file at its beginning
   * @return {@code Stopped}; {@code SourceFailed} where the file does not show again what is here,
   *     which is taken away; empty where all of the file is here
   * @throws VaultFault {@code DISK_FULL} where the disk does not take the rest: what was here stays
   */
  public Optional<ObjectFolder.Taken> goOn(InputStream file, ObjectFolder.Progress progress) {
    long here = size();
    try {
      if (!shows(file, here)) {
        drop();
        return Optional.of(new ObjectFolder.Taken.SourceFailed());
      }
      try (Intake rest = objects.begin(scope, compartment)) {
        return switch (rest.fill(file, done -> progress.goOn(here + done))) {
          case FAILED -> Optional.of(new ObjectFolder.Taken.SourceFailed());
          case STOPPED -> {
            keepWhereItFits(rest);
            yield Optional.of(new ObjectFolder.Taken.Stopped());
          }
          case ENDED -> {
            keep(rest);
            yield Optional.empty();
          }
        };
      }
    } catch (IOException e) {
      throw VaultFault.of("pieces", e);
    }
  }

  /** Goes past what is here; its end has to be the same, as it is where nobody changed the file. */
  private boolean shows(InputStream file, long here) throws IOException {
    int again = (int) Math.min(here, AGAIN);
    try (InputStream kept = stream()) {
      kept.skipNBytes(here - again);
      byte[] last = kept.readNBytes(again);
      try {
        file.skipNBytes(here - again);
        return Arrays.equals(last, file.readNBytes(again));
      } catch (EOFException e) {
        return false;
      }
    }
  }

  /**
   * Keeps what came in so far. What the disk does not take is read again: whoever was stopped loses
   * nothing by it.
   */
  public void keepWhereItFits(Intake came) {
    try {
      keep(came);
    } catch (IOException e) {
      // The pieces from before are what they were, and the intake takes the rest away.
      carriedOn.after(e);
    }
  }

  private void keep(Intake came) throws IOException {
    if (came.facts().size() == 0) {
      return;
    }
    came.aside(folder.resolve(String.format(Locale.ROOT, "%s-%05d-", of, files().size())), ENDING);
    disk.syncFolder(folder);
  }

  /** Takes all of it away: the whole is here, or nobody wants it any more. */
  public void drop() {
    try {
      for (Path f : files()) {
        disk.delete(f);
      }
    } catch (IOException e) {
      throw VaultFault.of("pieces", e);
    }
  }

  private List<ObjectReader> readers() throws IOException {
    List<ObjectReader> readers = new ArrayList<>();
    boolean done = false;
    try {
      for (Path f : files()) {
        readers.add(reader(f));
      }
      done = true;
      return readers;
    } catch (NotAuthenticException | EOFException e) {
      close(readers);
      drop();
      return List.of();
    } finally {
      if (!done) {
        close(readers);
      }
    }
  }

  private ObjectReader reader(Path f) throws IOException, NotAuthenticException {
    String name = f.getFileName().toString();
    String id = name.substring(name.lastIndexOf('-') + 1, name.length() - ENDING.length());
    FileChannel channel = FileChannel.open(f);
    boolean done = false;
    try (Secret key = objects.keyOf(scope, compartment)) {
      ObjectReader reader =
          new ObjectReader(channel, key, ObjectFolder.context(scope, compartment, id));
      done = true;
      return reader;
    } finally {
      if (!done) {
        channel.close();
      }
    }
  }

  private static void close(List<ObjectReader> readers) throws IOException {
    for (ObjectReader r : readers) {
      r.close();
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(of + "-"))
          .filter(f -> f.getFileName().toString().endsWith(ENDING))
          .sorted()
          .toList();
    }
  }

  /** Takes away the pieces in a folder of which nobody wants the whole. */
  static void dropAllBut(Disk disk, Path folder, Set<RecordId> wanted) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path f : files.filter(p -> p.toString().endsWith(ENDING)).toList()) {
        String name = f.getFileName().toString();
        if (wanted.stream().noneMatch(w -> name.startsWith(w + "-"))) {
          disk.delete(f);
        }
      }
    }
  }
}
