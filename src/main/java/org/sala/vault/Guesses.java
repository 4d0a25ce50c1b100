package org.sala.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts wrong passphrases in a row, and how long the next try has to wait. The count lies in the
 * workspace folder and holds no secret: closing the program does not begin it anew, and the door
 * and a second officer's signature count as one. Whoever deletes the file is not held up, for
 * against a copied disk only the key derivation helps.
 */
public final class Guesses {
  private static final String NAME = "guesses";
  private static final int FREE = 2;
  private static final int LONGEST = 60;
  private static final int MOST = 1_000_000;
  private static final Pattern LINE = Pattern.compile("(\\d{1,7}) (\\d{1,18})\n");

  private final Path file;
  private int wrong;
  private Instant last = Instant.EPOCH;

  public Guesses(Path root) {
    this.file = root.resolve(NAME);
    read();
  }

  /** Seconds to wait after so many wrong passphrases in a row. */
  static int seconds(int wrong) {
    return wrong <= FREE ? 0 : (int) Math.min(LONGEST, 1L << Math.min(wrong - FREE, 30));
  }

  /** How long the next try has to wait; a clock that was set back never makes it longer. */
  public synchronized Duration wait(Instant now) {
    read();
    Duration whole = Duration.ofSeconds(seconds(wrong));
    Duration passed = Duration.between(last, now);
    Duration left = passed.isNegative() ? whole : whole.minus(passed);
    return left.isNegative() ? Duration.ZERO : left;
  }

  public synchronized void wrong(Instant now) {
    read();
    wrong = Math.min(MOST, wrong + 1);
    last = now;
    write();
  }

  public synchronized void right() {
    read();
    if (wrong > 0) {
      wrong = 0;
      write();
    }
  }

  private void read() {
    try {
      if (Files.isRegularFile(file) && Files.size(file) < 64) {
        Matcher line = LINE.matcher(Files.readString(file, StandardCharsets.US_ASCII));
        if (line.matches()) {
          Instant written =
              Instant.ofEpochSecond(Math.min(Long.parseLong(line.group(2)), 1L << 40));
          // Older than what is known here: it could not be written the last time.
          if (written.getEpochSecond() >= last.getEpochSecond()) {
            wrong = Math.min(MOST, Integer.parseInt(line.group(1)));
            last = written;
          }
        }
      }
    } catch (IOException e) {
      return; // A count that cannot be read keeps nobody out; what is known here stays.
    }
  }

  private void write() {
    try {
      Files.writeString(
          file, wrong + " " + last.getEpochSecond() + "\n", StandardCharsets.US_ASCII);
    } catch (IOException e) {
      return; // A full or write-protected disk has its own message; the count in memory stays.
    }
  }
}
