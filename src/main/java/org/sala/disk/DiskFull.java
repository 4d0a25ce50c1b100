package org.sala.disk;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a disk failed because it is full. Java tells that in the system's words alone,
 * which on Windows are in its user's language: where they are not known, what is free is asked as
 * well, and at once, before a half that was written is taken away again.
 */
public final class DiskFull {
  /** Bytes; where less is free, a write that failed without a better reason failed for that. */
  static final long LITTLE = 1L << 20;

  private static final List<String> WORDS = List.of("No space left", "not enough space", "quota");

  private DiskFull() {}

  /** How much is free. */
  interface Free {
    long bytes() throws IOException;
  }

  /** Whether an error that comes from further below says so. */
  public static boolean is(IOException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof NoRoomException || isSaid(t)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether an error says that the disk is full, where it happened. */
  public static boolean is(IOException e, Path there) {
    return is(told(e, there));
  }

  /**
   * What to throw on: a {@link NoRoomException} where the disk was full, and what came elsewhere.
   *
   * @param there what was written, or a folder on that disk
   */
  public static IOException told(IOException e, Path there) {
    return told(e, () -> Room.free(existing(there)));
  }

  static IOException told(IOException e, Free free) {
    if (e instanceof NoRoomException) {
      return e;
    }
    return is(e) || isUnexplained(e) && isLittle(free) ? new NoRoomException(e) : e;
  }

  private static boolean isSaid(Throwable t) {
    String said = String.valueOf(t.getMessage());
    return WORDS.stream().anyMatch(said::contains);
  }

  /** The system gave a reason that Java has no type for: everything else is another reason. */
  private static boolean isUnexplained(IOException e) {
    return e.getClass() == IOException.class || e.getClass() == FileSystemException.class;
  }

  private static boolean isLittle(Free free) {
    try {
      return free.bytes() < LITTLE;
    } catch (IOException e) {
      // A disk that does not even say how much is free is gone.
      return false;
    }
  }

  private static Path existing(Path there) {
    @Nullable Path path = there.toAbsolutePath();
    while (path != null && !Files.exists(path)) {
      path = path.getParent();
    }
    return path == null ? there : path;
  }
}
