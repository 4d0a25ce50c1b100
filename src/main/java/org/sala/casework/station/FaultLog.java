package org.sala.casework.station;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.sala.journal.JournalFault;
import org.sala.store.StoreFault;
import org.sala.vault.VaultFault;

/**
 * Where what nobody expected is written down, once: a small file in the workspace, in the clear, so
 * that it can be read where nothing opens any more. It holds kinds and places alone ({@link
 * FaultText}). A full disk or a folder that cannot be written keeps nobody from their work: what
 * cannot be written is still told by its code.
 */
public final class FaultLog {
  /** The newer of two files; the older one has {@link #OLDER}. */
  public static final String NAME = "faults.log";

  static final String OLDER = "faults.1.log";

  /** The most bytes of one of the two files. */
  static final int LARGEST = 128 << 10;

  private final Clock clock;
  private final Map<Throwable, String> noted = new WeakHashMap<>();
  private final Map<String, Long> times = new HashMap<>();
  private Optional<Path> folder = Optional.empty();

  public FaultLog(Clock clock) {
    this.clock = clock;
  }

  /**
   * Writes faults into a workspace from now on; where it has no folder for them, nothing is
   * written.
   */
  public synchronized void into(Path workspace) {
    Optional<Path> there = Optional.of(workspace.resolve("log"));
    if (!there.equals(folder)) {
      folder = there;
      times.clear();
    }
  }

  /** Returns the file that faults are written to; empty while nothing was. */
  public synchronized Optional<Path> file() {
    return folder.map(f -> f.resolve(NAME)).filter(Files::exists);
  }

  /** Returns all that stands in the log; empty where it cannot be read. */
  public synchronized String written() {
    try {
      Optional<Path> there = file();
      return there.isEmpty() ? "" : Files.readString(there.get());
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * Writes a fault down, unless it was written down before.
   *
   * @return its code, by which it is found in the log; empty for what is no fault of the program or
   *     the disk but an answer to an officer
   */
  public synchronized Optional<String> note(Throwable thrown) {
    if (isAnswer(thrown)) {
      return Optional.empty();
    }
    String known = noted.get(thrown);
    if (known != null) {
      return Optional.of(known);
    }
    FaultText text = new FaultText(thrown);
    noted.put(thrown, text.code());
    long often = times.merge(text.code(), 1L, Long::sum);
    String when = clock.instant().truncatedTo(ChronoUnit.SECONDS) + " fault " + text.code();
    if (often == 1) {
      write(when + ", " + text.where() + "\n" + text.words());
    } else if (Long.bitCount(often) == 1) {
      // What fails every few seconds all night does not push out what it began with.
      write(when + ", " + often + " times now\n");
    }
    return Optional.of(text.code());
  }

  /** What an officer is told in words of its own, and can do something about. */
  private static boolean isAnswer(Throwable thrown) {
    return switch (thrown) {
      case CaseworkFault f ->
          switch (f.code()) {
            case IO, READ_ONLY, JOURNAL_DAMAGED, SERVER_DIFFERS, SAVED_UNSHOWN -> false;
            default -> true;
          };
      case JournalFault f -> f.code() == JournalFault.Code.DISK_FULL;
      case VaultFault f -> f.code() == VaultFault.Code.DISK_FULL;
      case StoreFault f ->
          switch (f.code()) {
            case AWAY, NOT_FOLLOWED, DISK_FULL -> true;
            default -> false;
          };
      default -> false;
    };
  }

  private void write(String words) {
    Optional<Path> there = folder.filter(Files::isDirectory);
    if (there.isEmpty()) {
      return;
    }
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    Path file = there.get().resolve(NAME);
    try {
      if (Files.exists(file) && Files.size(file) + bytes.length > LARGEST) {
        Files.move(file, there.get().resolve(OLDER), StandardCopyOption.REPLACE_EXISTING);
      }
      Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      // The fault that is written down may be this disk's own.
      return;
    }
  }
}
