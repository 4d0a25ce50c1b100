package org.sala.form;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text file of parts: a line that says what each is, and below it one line a language. It is read
 * to its end after a mistake, so that all are named at once.
 */
final class WordedParts {
  private static final int MOST_BYTES = 256 << 10;
  private static final int MOST_LETTERS = 2_000;
  private static final int MOST_FINDINGS = 100;
  private static final Pattern WORDS = Pattern.compile("([a-z]{2,3}) (.+)");

  private final String file;
  private final List<String> findings = new ArrayList<>();
  private final Map<String, Map<String, String>> parts = new LinkedHashMap<>();

  private WordedParts(String file) {
    this.file = file;
  }

  /**
   * Reads one.
   *
   * @param file its name, for what is said of it
   * @param firstLine what it begins with
   * @param isHead whether a line begins a part
   * @throws FormFault where it is too long, not UTF-8, or begins otherwise
   */
  static WordedParts read(String file, byte[] bytes, String firstLine, Predicate<String> isHead) {
    WordedParts read = new WordedParts(file);
    String[] lines = read.text(bytes).split("\r?\n", -1);
    if (!lines[0].equals(firstLine)) {
      throw new FormFault(
          FormFault.Code.BAD_CATALOGUE, file + " line 1: it begins with \"" + firstLine + "\"");
    }
    Map<String, String> open = new LinkedHashMap<>();
    for (int line = 2; line <= lines.length && read.findings.size() < MOST_FINDINGS; line++) {
      String words = lines[line - 1].strip();
      if (words.isEmpty() || words.startsWith("#")) {
        continue;
      }
      if (isHead.test(words)) {
        open = new LinkedHashMap<>();
        if (read.parts.putIfAbsent(words, open) != null) {
          read.wrong(line, "stands there twice");
        }
      } else {
        read.words(line, words, open);
      }
    }
    return read;
  }

  private String text(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new FormFault(FormFault.Code.BAD_CATALOGUE, file + " of more than 256 KiB");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new FormFault(FormFault.Code.BAD_CATALOGUE, file + " is not UTF-8");
    }
  }

  private void words(int line, String words, Map<String, String> open) {
    Matcher said = WORDS.matcher(words);
    if (!said.matches() || parts.isEmpty()) {
      wrong(line, "not a line of this file");
      return;
    }
    String text = said.group(2).strip();
    if (text.length() > MOST_LETTERS || text.codePoints().anyMatch(WordedParts::hidden)) {
      wrong(line, "at most " + MOST_LETTERS + " letters, none of them hidden");
    } else if (open.putIfAbsent(said.group(1), text) != null) {
      wrong(line, "this language stands there twice");
    }
  }

  /** Letters that turn or hide others; those that join or part letters of a script stay. */
  private static boolean hidden(int letter) {
    int type = Character.getType(letter);
    boolean joiner = letter == 0x200B || letter == 0x200C || letter == 0x200D;
    return type == Character.CONTROL || type == Character.FORMAT && !joiner;
  }

  private void wrong(int line, String what) {
    findings.add(file + " line " + line + ": " + what);
  }

  /** Adds to what is wrong with it as a whole. */
  void wrong(String what) {
    findings.add(file + ": " + what);
  }

  /** The parts in their order, each with its words by language. */
  Map<String, Map<String, String>> parts() {
    return parts;
  }

  /**
   * Ends reading.
   *
   * @throws FormFault with everything that is wrong, each with its line
   */
  void check() {
    if (!findings.isEmpty()) {
      throw new FormFault(FormFault.Code.BAD_CATALOGUE, findings);
    }
  }
}
