package org.sala.casework.people;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sala.casework.station.Station;
import org.sala.domain.Value;

/**
 * The letter of a station's wristband numbers and the prefix of its cases. Enrolment brings both;
 * before it an officer chooses them once, so that two laptops in one hall do not give two people
 * the same number.
 */
public final class Numbering {
  private static final String LETTER = "letter";
  private static final String PREFIX = "casePrefix";
  private static final Pattern LETTERS = Pattern.compile("[A-Z]{1,2}");
  private static final Pattern PREFIXES = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,10}[A-Z0-9]");

  private final Station station;

  public Numbering(Station station) {
    this.station = station;
  }

  /**
   * Returns whether nobody has said yet which letter the numbers begin with. Invented people need
   * none.
   */
  public boolean needsLetter() {
    return !station.practice() && station.state().text(LETTER).isEmpty();
  }

  /** What the numbers of cases begin with unless somebody says otherwise; empty once it is said. */
  public Optional<String> suggestedPrefix() {
    return station.practice() || station.state().text(PREFIX).isPresent()
        ? Optional.empty()
        : Optional.of(station.prefix());
  }

  /** Returns whether numbers can begin with what was typed. */
  public static boolean isLetter(String typed) {
    return LETTERS.matcher(typed.strip()).matches();
  }

  /** Returns whether numbers of cases can begin with what was typed. */
  public static boolean isPrefix(String typed) {
    return PREFIXES.matcher(typed.strip()).matches();
  }

  /** Chooses the letter; one that enrolment has brought stays. */
  public void letter(String letter) {
    if (!isLetter(letter)) {
      throw new IllegalArgumentException("one or two letters");
    }
    choose(LETTER, letter.strip());
  }

  /** Chooses the prefix; one that enrolment has brought stays. */
  public void prefix(String prefix) {
    if (!isPrefix(prefix)) {
      throw new IllegalArgumentException("letters, digits and dashes");
    }
    choose(PREFIX, prefix.strip());
  }

  private void choose(String key, String value) {
    station
        .state()
        .change(
            () ->
                station.state().text(key).isPresent() ? Map.of() : Map.of(key, Value.text(value)));
  }
}
