package org.sala.ui.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Rows that were copied from a spreadsheet: cells between tabs, in the order of the grid. The text
 * may be hostile: characters that steer or hide are left out, and nothing that a spreadsheet would
 * calculate is kept at the start of a cell.
 */
record Pasted(List<Line> lines, boolean cut) {
  /** More at once nobody can look over. */
  static final int MOST = 200;

  static final int LONGEST = 100;

  /** A wristband number: letters of a station, a dash, digits. */
  private static final String NUMBER = "\\p{Lu}{1,3}-\\d{1,6}";

  /** What is wrong with a row. */
  enum Flaw {
    EMPTY,
    TOO_MANY_CELLS,
    TOO_LONG,
    LANGUAGE,
    SEX,
    TWICE,
    TAKEN
  }

  /** One row; with a flaw nothing is made of it. */
  record Line(
      int at,
      String number,
      String name,
      String language,
      String sex,
      String age,
      Optional<Flaw> flaw) {
    Line flawed(Flaw found) {
      return new Line(at, number, name, language, sex, age, Optional.of(found));
    }

    @Override
    public String toString() {
      return "Line[" + at + "]";
    }
  }

  Pasted {
    lines = List.copyOf(lines);
  }

  /**
   * Reads what was copied.
   *
   * @param code finds the code of a family by a word or the code itself; nothing where none fits
   */
  static Pasted read(String text, BiFunction<String, String, Optional<String>> code) {
    List<List<String>> rows = cells(text);
    Set<String> numbers = new HashSet<>();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < Math.min(rows.size(), MOST); i++) {
      Line line = line(i + 1, rows.get(i), code);
      boolean twice =
          !line.number().isEmpty() && !numbers.add(line.number().toUpperCase(Locale.ROOT));
      lines.add(twice && line.flaw().isEmpty() ? line.flawed(Flaw.TWICE) : line);
    }
    return new Pasted(lines, rows.size() > MOST);
  }

  private static Line line(
      int at, List<String> raw, BiFunction<String, String, Optional<String>> code) {
    List<String> cells = new ArrayList<>(raw.stream().map(Pasted::harmless).toList());
    String first = cells.getFirst().toUpperCase(Locale.ROOT);
    boolean numbered = first.matches(NUMBER) || cells.size() == 5 && cells.getFirst().isEmpty();
    String number = numbered && !first.isEmpty() ? first : "";
    if (numbered) {
      cells.removeFirst();
    }
    while (cells.size() < 4) {
      cells.add("");
    }
    Optional<String> language = code.apply("lang", cells.get(1));
    Optional<String> sex = code.apply("sex", cells.get(2));
    Line line =
        new Line(
            at,
            number,
            cells.get(0),
            language.orElse(""),
            sex.orElse(""),
            cells.get(3),
            Optional.empty());
    if (cells.stream().skip(4).anyMatch(c -> !c.isEmpty())) {
      return line.flawed(Flaw.TOO_MANY_CELLS);
    }
    if (cells.stream().anyMatch(c -> c.length() > LONGEST)) {
      return line.flawed(Flaw.TOO_LONG);
    }
    if (number.isEmpty() && cells.stream().allMatch(String::isEmpty)) {
      return line.flawed(Flaw.EMPTY);
    }
    return language.isEmpty()
        ? line.flawed(Flaw.LANGUAGE)
        : sex.isEmpty() ? line.flawed(Flaw.SEX) : line;
  }

  /** What joins letters stays; what steers, hides or turns the writing goes. */
  static String harmless(String cell) {
    StringBuilder kept = new StringBuilder();
    cell.codePoints()
        .forEach(
            c -> {
              boolean joins = c == 0x200c || c == 0x200d;
              switch (Character.getType(c)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    kept.append(' ');
                case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> {
                  if (joins) {
                    kept.appendCodePoint(c);
                  }
                }
                default -> kept.appendCodePoint(c);
              }
            });
    return kept.toString().strip().replaceAll("\\s+", " ").replaceFirst("^[=+@\\-\\s]+", "");
  }

  /** Cells between tabs; one in quotes may hold a line break, as spreadsheets copy it. */
  private static List<List<String>> cells(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length() && rows.size() <= MOST; i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append(c);
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (c == '\t') {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n') {
        row.add(cell.toString());
        cell.setLength(0);
        rows.add(row);
        row = new ArrayList<>();
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    if (!cell.isEmpty() || !row.isEmpty()) {
      row.add(cell.toString());
      rows.add(row);
    }
    return rows;
  }
}
