package org.sala.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sala.crypto.Sha256;

/**
 * Counts wrong passphrases in a row, and how long the next try has to wait. The counts lie in the
 * workspace folder and hold no secret: closing the program does not begin them anew, and the door
 * and a second officer's signature count as one. Each handle has a count of its own, which its own
 * right passphrase alone ends: whoever guesses at a colleague's does not begin anew by typing the
 * own. Of a handle the file has one byte of a digest, which many share and which names nobody.
 * Whoever deletes the file is not held up, for against a copied disk only the key derivation helps.
 */
public final class Guesses {
  private static final String NAME = "guesses";
  private static final int FREE = 2;
  private static final int LONGEST = 60;
  private static final int MOST = 1_000_000;
  private static final int LARGEST_FILE = 8_192;

  /** After so long a slip in a handle that nobody has is forgotten. */
  private static final Duration KEPT = Duration.ofDays(1);

  private static final Pattern LINE = Pattern.compile("(\\d{1,3}) (\\d{1,7}) (\\d{1,18})");

  private final Path file;
  private final Map<Integer, Count> counts = new TreeMap<>();

  private record Count(int wrong, Instant last) {
    Duration wait(Instant now) {
      Duration whole = Duration.ofSeconds(seconds(wrong));
      Duration passed = Duration.between(last, now);
      Duration left = passed.isNegative() ? whole : whole.minus(passed);
      return left.isNegative() ? Duration.ZERO : left;
    }
  }

  public Guesses(Path root) {
    this.file = root.resolve(NAME);
    read();
  }

  /** Seconds to wait after so many wrong passphrases in a row. */
  static int seconds(int wrong) {
    return wrong <= FREE ? 0 : (int) Math.min(LONGEST, 1L << Math.min(wrong - FREE, 30));
  }

  /**
   * How long the next try has to wait, whoever's it is: nobody has typed a handle yet. A clock that
   * was set back never makes it longer.
   */
  public synchronized Duration wait(Instant now) {
    read();
    return counts.values().stream()
        .map(c -> c.wait(now))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  public synchronized void wrong(String handle, Instant now) {
    read();
    counts.values().removeIf(c -> c.last().plus(KEPT).isBefore(now));
    Count before = counts.getOrDefault(number(handle), new Count(0, now));
    counts.put(number(handle), new Count(Math.min(MOST, before.wrong() + 1), now));
    write();
  }

  /**
   * Remembers that the passphrase was the right one of that handle; what was guessed at others
   * stays counted.
   */
  public synchronized void right(String handle) {
    read();
    Count before = counts.get(number(handle));
    if (before != null && before.wrong() > 0) {
      // Not taken away: another part of the program that knows of them has to hear of it.
      counts.put(number(handle), new Count(0, before.last()));
      write();
    }
  }

  private static int number(String handle) {
    return Byte.toUnsignedInt(Sha256.of(KeyFile.fold(handle).getBytes(StandardCharsets.UTF_8))[0]);
  }

  private void read() {
    try {
      if (Files.isRegularFile(file) && Files.size(file) < LARGEST_FILE) {
        for (String line : Files.readString(file, StandardCharsets.US_ASCII).split("\n", -1)) {
          Matcher read = LINE.matcher(line);
          if (read.matches()) {
            read(
                Integer.parseInt(read.group(1)) & 0xff,
                new Count(
                    Math.min(MOST, Integer.parseInt(read.group(2))),
                    Instant.ofEpochSecond(Math.min(Long.parseLong(read.group(3)), 1L << 40))));
          }
        }
      }
    } catch (IOException e) {
      return; // Counts that cannot be read keep nobody out; what is known here stays.
    }
  }

  /** Older than what is known here it could not be written the last time. */
  private void read(int number, Count written) {
    Count here = counts.get(number);
    if (here == null || !written.last().isBefore(here.last().truncatedTo(ChronoUnit.SECONDS))) {
      counts.put(number, written);
    }
  }

  private void write() {
    StringBuilder lines = new StringBuilder();
    counts.forEach(
        (number, c) ->
            lines
                .append(number)
                .append(' ')
                .append(c.wrong())
                .append(' ')
                .append(c.last().getEpochSecond())
                .append('\n'));
    try {
      Files.writeString(file, lines, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      return; // A full or write-protected disk has its own message; the counts in memory stay.
    }
  }
}
