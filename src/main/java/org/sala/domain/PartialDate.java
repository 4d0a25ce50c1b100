package org.sala.domain;

import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A date as well as it is known, with what was typed. The bounds are the earliest and the latest
 * day that it may be; {@code UNKNOWN} has none.
 */
public record PartialDate(Precision precision, LocalDate earliest, LocalDate latest, String typed) {

  /** How well a date is known. */
  public enum Precision {
    DAY,
    MONTH,
    YEAR,
    BETWEEN,
    ABOUT,
    ANIMAL_YEAR,
    UNKNOWN
  }

  public PartialDate {
    if (earliest.isAfter(latest)) {
      throw new DomainFault(DomainFault.Code.BAD_VALUE, "the bounds of a date are crossed");
    }
    if (earliest.getYear() < 1000 || latest.getYear() > 3000) {
      // Of nobody who can be asked; and whoever counts the years between must come to an end.
      throw new DomainFault(DomainFault.Code.BAD_VALUE, "the year of a date");
    }
  }

  /** Makes a date of which nothing is known but what was typed. */
  public static PartialDate unknown(String typed) {
    return new PartialDate(
        Precision.UNKNOWN, LocalDate.of(1900, 1, 1), LocalDate.of(2200, 1, 1), typed);
  }

  /**
   * The age group on a day. Only a date whose every reading is 18 years back makes an adult; only
   * one whose every reading is less makes a child; all else is in doubt.
   */
  public AgeGroup ageGroup(LocalDate on) {
    if (precision == Precision.UNKNOWN) {
      return AgeGroup.UNKNOWN;
    }
    boolean youngest = Period.between(latest, on).getYears() >= 18;
    boolean oldest = Period.between(earliest, on).getYears() >= 18;
    return youngest ? AgeGroup.ADULT : oldest ? AgeGroup.UNKNOWN : AgeGroup.CHILD;
  }

  public Value toValue() {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("precision", Value.text(precision.name().toLowerCase(java.util.Locale.ROOT)));
    if (precision != Precision.UNKNOWN) {
      parts.put("earliest", Value.text(earliest.toString()));
      parts.put("latest", Value.text(latest.toString()));
    }
    parts.put("typed", Value.text(typed));
    return new Value.Parts(parts);
  }

  /**
   * Reads the shape that {@link #toValue} writes; anything else counts as unknown, whoever wrote
   * it, for a page that does not open hides a person.
   */
  public static PartialDate of(Value value) {
    if (!(value instanceof Value.Parts parts)) {
      return unknown("");
    }
    String typed = parts.text("typed").orElse("");
    try {
      Precision p =
          Precision.valueOf(
              parts.text("precision").orElse("unknown").toUpperCase(java.util.Locale.ROOT));
      if (p == Precision.UNKNOWN) {
        return unknown(typed);
      }
      return new PartialDate(
          p,
          LocalDate.parse(parts.text("earliest").orElse("")),
          LocalDate.parse(parts.text("latest").orElse("")),
          typed);
    } catch (IllegalArgumentException | java.time.DateTimeException | DomainFault e) {
      return unknown(typed);
    }
  }

  @Override
  public String toString() {
    return "PartialDate[" + precision + "]";
  }
}
