package org.sala.casework.station;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.sala.disk.Disk;
import org.sala.disk.Room;
import org.sala.disk.WholeFile;
import org.sala.domain.IdSource;

/**
 * A file that leaves in the plain, at a place that the officer chose. It is written beside under
 * another name and moved when it is whole, so that a full disk or a stick pulled out leaves nothing
 * and spoils nothing that was there.
 */
@BehindTheDesk
public final class PlainFile {
  private final IdSource ids;
  private final Predicate<Path> refused;
  private final Optional<Halfway> halfway;

  public PlainFile(Station station) {
    this(station.ids(), target -> isInside(station, target), Optional.of(new Halfway(station)));
  }

  /**
   * One that knows no workspace.
   *
   * @param refused where nothing in the plain may be
   */
  public PlainFile(IdSource ids, Predicate<Path> refused) {
    this(ids, refused, Optional.empty());
  }

  private PlainFile(IdSource ids, Predicate<Path> refused, Optional<Halfway> halfway) {
    this.ids = ids;
    this.refused = refused;
    this.halfway = halfway;
  }

  /**
   * Writes it.
   *
   * @param before done when all bytes are on the disk and before they get their name: the audit has
   *     it before anybody can read it
   */
  public Printed write(Path to, byte[] content, Runnable before) {
    return write(
        to,
        content.length,
        out -> {
          out.write(content);
          return true;
        },
        before);
  }

  /** What is written, as it comes. */
  @FunctionalInterface
  public interface Content {
    /** Writes it; false when it was stopped, and then nothing stands there. */
    boolean into(OutputStream out) throws IOException;
  }

  /**
   * Writes a file that is too large to be held in memory.
   *
   * @param size in bytes, at least; what is free is compared with it
   */
  public Printed write(Path to, long size, Content content, Runnable before) {
    Path target = to.toAbsolutePath().normalize();
    Path parent = target.getParent();
    if (parent == null || refused.test(target) || !Files.isDirectory(parent)) {
      return new Printed.NotThere();
    }
    Path beside = Halfway.beside(parent, ids);
    try {
      long free = Room.free(parent);
      if (size >= free) {
        return new Printed.NoSpace(size, free);
      }
      halfway.ifPresent(h -> h.begins(beside));
      try (WholeFile file = WholeFile.at(Disk.real(), beside)) {
        if (!content.into(file)) {
          return new Printed.Stopped();
        }
        file.written();
        before.run();
        file.keep(target);
        return new Printed.Written(target);
      } finally {
        halfway.ifPresent(h -> h.over(beside));
      }
    } catch (IOException e) {
      return Faults.of(e).code() == CaseworkFault.Code.DISK_FULL
          ? new Printed.NoSpace(size, 0)
          : new Printed.NotThere();
    }
  }

  /** Whether a place lies in the workspace, where nothing in the plain may ever be. */
  public static boolean isInside(Station station, Path target) {
    Path root = station.folder().root();
    Path parent = target.getParent();
    if (target.startsWith(root.toAbsolutePath().normalize())) {
      return true;
    }
    try {
      // A link or another spelling of the same folder leads there as well.
      return parent != null && parent.toRealPath().startsWith(root.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }
}
