package org.sala.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of the card that a person takes along. They name no agency, no crime and no
 * conversation: whoever finds the card learns nothing.
 *
 * @param lines what stands on it, by point
 * @param knows who may know of the person, by the code of the recipient
 */
public record CardWords(Map<Line, Wording> lines, Map<String, Wording> knows) {
  private static final String FIRST_LINE = "sala-card 1";
  private static final Pattern HEAD =
      Pattern.compile("line (ask|shared|nobody|other|back)|knows [a-z][a-z-]{1,40}");

  /** A line of the card; two have a place for what is filled in. */
  public enum Line {
    /** Whom to ask. */
    ASK(true),
    /** Who knows of the person. */
    SHARED(true),
    NOBODY(false),
    /** Somebody for whom there is no word of its own. */
    OTHER(false),
    /** How to take back what was agreed to. */
    BACK(false);

    private final boolean place;

    Line(boolean place) {
      this.place = place;
    }
  }

  /** What is filled in. */
  private static final String PLACE = "{}";

  public CardWords {
    lines = Map.copyOf(lines);
    knows = Map.copyOf(knows);
  }

  /**
   * Reads the file of the card's words.
   *
   * @param file its name, for what is said of it
   * @throws FormFault with everything that is wrong, each with its line
   */
  static CardWords read(String file, byte[] bytes) {
    WordedParts read =
        WordedParts.read(file, bytes, FIRST_LINE, line -> HEAD.matcher(line).matches());
    Map<Line, Wording> lines = new LinkedHashMap<>();
    Map<String, Wording> knows = new LinkedHashMap<>();
    read.parts()
        .forEach(
            (head, words) -> {
              if (!words.containsKey("en")) {
                read.wrong(head + " needs words in English");
              }
              String name = head.substring(head.indexOf(' ') + 1);
              if (head.startsWith("line ")) {
                Line line = Line.valueOf(name.toUpperCase(Locale.ROOT));
                lines.put(line, new Wording(words));
                words.forEach(
                    (language, text) -> {
                      int first = text.indexOf(PLACE);
                      boolean one = first >= 0 && text.indexOf(PLACE, first + 1) < 0;
                      if (line.place ? !one : first >= 0) {
                        read.wrong(
                            head
                                + " in "
                                + language
                                + (line.place ? " has one place {}" : " has no place {}"));
                      }
                    });
              } else {
                knows.put(name, new Wording(words));
              }
            });
    for (Line line : Line.values()) {
      if (!lines.containsKey(line)) {
        read.wrong("line " + line.name().toLowerCase(Locale.ROOT) + " is missing");
      }
    }
    read.check();
    return new CardWords(lines, knows);
  }

  /** One line in a language. */
  public String line(Line line, String language) {
    return text(lines.get(line), language);
  }

  /** One line in a language, filled in. */
  public String line(Line line, String language, String filledIn) {
    return line(line, language).replace(PLACE, filledIn);
  }

  /** Returns the words that somebody knows of the person: never the name of an agency. */
  public String knows(String recipient, String language) {
    Wording own = knows.get(recipient);
    return own == null ? line(Line.OTHER, language) : text(own, language);
  }

  /** Returns whether everything on the card is there in a language. */
  public boolean speaks(String language) {
    return wordings().stream().allMatch(w -> w.byLanguage().containsKey(language));
  }

  private static String text(@Nullable Wording words, String language) {
    return words == null ? "" : words.in(language);
  }

  List<Wording> wordings() {
    return Stream.concat(lines.values().stream(), knows.values().stream()).toList();
  }
}
