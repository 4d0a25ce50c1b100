package org.sala.carrier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.sala.disk.WholeFile;

/**
 * A small file that tells one stick from another. Two sticks appear under the same path, and an
 * empty mount point is a folder as well: nothing is to leave by itself onto a stick that nobody has
 * chosen for it. The mark is random and says nothing of who uses the stick.
 */
public final class StickMark {
  /** The mark's name on the stick. */
  public static final String FILE = "sala-carrier.txt";

  private static final String FIRST = "sala carrier 1\n";
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 26;
  private static final int LONGEST = 200;

  private StickMark() {}

  /** The mark that lies in a folder; empty where none does that could be one. */
  public static Optional<String> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LONGEST) {
      return Optional.empty();
    }
    String text;
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      text = new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
    }
    String mark = text.startsWith(FIRST) ? text.substring(FIRST.length()).strip() : "";
    return Optional.of(mark).filter(m -> m.matches("[a-z2-7]{26}"));
  }

  /** The mark of a folder, made where there is none yet; several stations share one stick. */
  public static String readOrMake(Path folder, SecureRandom random) throws IOException {
    Optional<String> there = read(folder);
    if (there.isPresent()) {
      return there.get();
    }
    StringBuilder mark = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      mark.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    // A link of that name would lead to a file of whoever plugged the stick in.
    WholeFile.write(
        folder.resolve(FILE), (FIRST + mark + "\n").getBytes(StandardCharsets.US_ASCII));
    return mark.toString();
  }
}
