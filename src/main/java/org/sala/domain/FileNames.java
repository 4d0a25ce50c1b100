package org.sala.domain;

import java.util.Locale;
import java.util.Set;

/** Names of files from outside: shown so that nothing hides in them, and made harmless on disk. */
public final class FileNames {
  private static final int LONGEST = 120;
  private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul");

  private FileNames() {}

  /**
   * The name with every character written out that cannot be seen or turns the writing round, so
   * that {@code photo<U+202E>gnp.exe} does not pass for a picture.
   */
  public static String shown(String name) {
    StringBuilder shown = new StringBuilder();
    name.codePoints()
        .forEach(
            c -> {
              if (hides(c)) {
                shown.append(String.format(Locale.ROOT, "<U+%04X>", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  private static boolean hides(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      case Character.SPACE_SEPARATOR -> c != ' ';
      default -> c == 0x3164 || c == 0xFFA0 || c == 0x115F || c == 0x1160 || c == 0x2800;
    };
  }

  /** A name that any file system takes and that says nothing else than it shows. */
  public static String harmless(String name) {
    StringBuilder plain = new StringBuilder();
    name.codePoints()
        .forEach(c -> plain.appendCodePoint(hides(c) || "<>:\"/\\|?*".indexOf(c) >= 0 ? '_' : c));
    String safe = plain.toString().strip();
    int dot = safe.lastIndexOf('.');
    String ending = dot > 0 && safe.length() - dot <= 12 ? safe.substring(dot) : "";
    String stem = safe.substring(0, safe.length() - ending.length());
    safe = cut(stem, LONGEST - ending.length()) + ending;
    safe = safe.replaceAll("[. ]+$", "").replaceAll("^[. ]+", "");
    String first = safe.toLowerCase(Locale.ROOT).split("\\.", 2)[0].strip();
    if (RESERVED.contains(first) || first.matches("(com|lpt)[0-9¹²³]")) {
      safe = "_" + safe;
    }
    return safe.isEmpty() ? "file" : safe;
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}
