package org.sala.form;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the file of a country line by line, and goes on after a mistake so that all are named at
 * once. What a frightened person hears first is never run half.
 */
final class CountryReader {
  private static final String FIRST_LINE = "sala-country 1";
  private static final int MOST_BYTES = 256 << 10;
  private static final int MOST_LETTERS = 2_000;
  private static final int MOST_NUMBERS = 6;
  private static final int MOST_FINDINGS = 100;

  private static final Pattern COUNTRY = Pattern.compile("country ([A-Z]{2})");
  private static final Pattern TELL = Pattern.compile("tell ([a-z]{1,20})( elsewhere)?");
  private static final Pattern SILENT = Pattern.compile("silent (interpreter|officer)");
  private static final Pattern CALL = Pattern.compile("call (\\+?[0-9][0-9 -]{1,18}[0-9])");
  private static final Pattern WORDS = Pattern.compile("([a-z]{2,3}) (.+)");

  private final String file;
  private final List<String> findings = new ArrayList<>();
  private final Map<String, Map<String, String>> parts = new LinkedHashMap<>();
  private Map<String, String> open = new LinkedHashMap<>();
  private String code = "";
  private int line;

  private CountryReader(String file) {
    this.file = file;
  }

  /**
   * Reads it.
   *
   * @param file its name, for what is said of it
   * @throws FormFault with everything that is wrong, each with its line
   */
  static Country read(String file, byte[] bytes) {
    return new CountryReader(file).read(bytes);
  }

  private Country read(byte[] bytes) {
    String[] lines = text(bytes).split("\r?\n", -1);
    if (!lines[0].equals(FIRST_LINE)) {
      throw new FormFault(
          FormFault.Code.BAD_CATALOGUE, file + " line 1: it begins with \"" + FIRST_LINE + "\"");
    }
    for (line = 2; line <= lines.length && findings.size() < MOST_FINDINGS; line++) {
      String words = lines[line - 1].strip();
      if (!words.isEmpty() && !words.startsWith("#")) {
        line(words);
      }
    }
    Country read = made();
    if (!findings.isEmpty()) {
      throw new FormFault(FormFault.Code.BAD_CATALOGUE, findings);
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

  private void line(String words) {
    Matcher country = COUNTRY.matcher(words);
    Matcher said = WORDS.matcher(words);
    if (country.matches()) {
      if (!code.isEmpty()) {
        wrong("stands there twice");
      }
      code = country.group(1);
    } else if (isHead(words)) {
      open = new LinkedHashMap<>();
      if (parts.putIfAbsent(words, open) != null) {
        wrong("stands there twice");
      }
    } else if (said.matches() && !parts.isEmpty()) {
      String text = said.group(2).strip();
      if (text.length() > MOST_LETTERS || text.codePoints().anyMatch(CountryReader::hidden)) {
        wrong("at most " + MOST_LETTERS + " letters, none of them hidden");
      } else if (open.putIfAbsent(said.group(1), text) != null) {
        wrong("this language stands there twice");
      }
    } else {
      wrong("not a line of a country");
    }
  }

  private static boolean isHead(String words) {
    return words.equals("identifies")
        || SILENT.matcher(words).matches()
        || CALL.matcher(words).matches()
        || TELL.matcher(words).matches();
  }

  /** Letters that turn or hide others; those that join or part letters of a script stay. */
  private static boolean hidden(int letter) {
    int type = Character.getType(letter);
    boolean joiner = letter == 0x200B || letter == 0x200C || letter == 0x200D;
    return type == Character.CONTROL || type == Character.FORMAT && !joiner;
  }

  private void wrong(String what) {
    findings.add(file + " line " + line + ": " + what);
  }

  private Country made() {
    if (code.isEmpty()) {
      findings.add(file + ": a country is needed");
    }
    parts.forEach(
        (head, words) -> {
          if (!words.containsKey("en")) {
            findings.add(file + ": " + head + " needs words in English");
          }
        });
    for (String point : Country.POINTS) {
      if (!parts.containsKey("tell " + point)) {
        findings.add(file + ": tell " + point + " is missing");
      }
    }
    List<Country.Told> told = new ArrayList<>();
    Map<Country.About, Wording> silent = new EnumMap<>(Country.About.class);
    List<Country.Number> numbers = new ArrayList<>();
    parts.forEach(
        (head, words) -> {
          Wording wording = new Wording(words);
          Matcher tell = TELL.matcher(head);
          Matcher asked = SILENT.matcher(head);
          Matcher call = CALL.matcher(head);
          if (tell.matches()) {
            told.add(new Country.Told(tell.group(1), tell.group(2) != null, wording));
          } else if (asked.matches()) {
            silent.put(Country.About.valueOf(asked.group(1).toUpperCase(Locale.ROOT)), wording);
          } else if (call.matches()) {
            numbers.add(new Country.Number(call.group(1), wording));
          }
        });
    if (silent.size() < Country.About.values().length) {
      findings.add(file + ": both silent questions are needed");
    }
    if (numbers.size() > MOST_NUMBERS) {
      findings.add(file + ": at most " + MOST_NUMBERS + " numbers to call");
    }
    if (!parts.containsKey("identifies")) {
      findings.add(file + ": who identifies victims is missing");
    }
    return new Country(
        code, told, silent, new Wording(parts.getOrDefault("identifies", Map.of())), numbers);
  }
}
