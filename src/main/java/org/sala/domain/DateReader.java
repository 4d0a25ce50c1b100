package org.sala.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what an officer types for a birth date or an age: {@code 24}, {@code 24 years}, {@code
 * 3/5/2545}, {@code 5/2002}, {@code 2002}, {@code ~2002}, {@code about 17}, {@code 2000-2003},
 * {@code dog}. Years from 2400 on are of the Buddhist era (543 ahead).
 */
public final class DateReader {
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})");
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final Pattern MONTH = Pattern.compile("(\\d{1,2})[/.](\\d{4})");
  private static final Pattern SPAN = Pattern.compile("(\\d{4})\\s*[-–]\\s*(\\d{4})");
  private static final String AGED = "(?:\\s*(?:years?(?:\\s+old)?|ปี))?";
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?:อายุ\\s*)?(?:[~≈]|about|around|approx\\.?|ประมาณ|ราว)\\s*(\\d{1,4})" + AGED);
  private static final Pattern AGE = Pattern.compile("(?:อายุ|age|aged)?\\s*(\\d{1,3})" + AGED);

  /** The animals of the twelve-year cycle, from the rat (1996, 2008, ...). */
  public static final List<String> ANIMALS =
      List.of(
          "rat", "ox", "tiger", "rabbit", "dragon", "snake", "horse", "goat", "monkey", "rooster",
          "dog", "pig");

  /**
   * The animals of the twelve-year cycle as they are said in Thai, in the order of {@link
   * #ANIMALS}.
   */
  private static final List<String> THAI_ANIMALS =
      List.of(
          "ชวด", "ฉลู", "ขาล", "เถาะ", "มะโรง", "มะเส็ง", "มะเมีย", "มะแม", "วอก", "ระกา", "จอ",
          "กุน");

  private static final String THAI_YEAR = "ปี";

  private DateReader() {}

  /** Reads a date of an event, as well as it is known; what it cannot read is unknown. */
  public static PartialDate date(String typed) {
    try {
      return written(asciiDigits(typed.strip()), typed).orElseGet(() -> PartialDate.unknown(typed));
    } catch (DateTimeException | DomainFault e) {
      return PartialDate.unknown(typed);
    }
  }

  /** Reads a birth date, an age or an animal year, as of a day; what it cannot read is unknown. */
  public static PartialDate birth(String typed, LocalDate today) {
    String text = asciiDigits(typed.strip()).toLowerCase(Locale.ROOT);
    try {
      Optional<PartialDate> date = written(text, typed);
      if (date.isPresent()) {
        return date.get();
      }
      Matcher m = ABOUT.matcher(text);
      if (m.matches()) {
        return about(number(m.group(1)), typed, today);
      }
      m = AGE.matcher(text);
      if (m.matches()) {
        return age(number(m.group(1)), typed, today);
      }
      int animal =
          ANIMALS.contains(text)
              ? ANIMALS.indexOf(text)
              : THAI_ANIMALS.indexOf(
                  text.startsWith(THAI_YEAR) ? text.substring(THAI_YEAR.length()).strip() : text);
      return animal < 0 ? PartialDate.unknown(typed) : animal(animal, typed, today);
    } catch (DateTimeException | DomainFault e) {
      return PartialDate.unknown(typed);
    }
  }

  /** A day, a month, a year or a span of years, in either era. */
  private static Optional<PartialDate> written(String text, String typed) {
    Matcher m = DAY.matcher(text);
    if (m.matches()) {
      LocalDate d = LocalDate.of(year(m.group(3)), number(m.group(2)), number(m.group(1)));
      return Optional.of(new PartialDate(PartialDate.Precision.DAY, d, d, typed));
    }
    m = ISO.matcher(text);
    if (m.matches()) {
      LocalDate d = LocalDate.of(year(m.group(1)), number(m.group(2)), number(m.group(3)));
      return Optional.of(new PartialDate(PartialDate.Precision.DAY, d, d, typed));
    }
    m = MONTH.matcher(text);
    if (m.matches()) {
      YearMonth ym = YearMonth.of(year(m.group(2)), number(m.group(1)));
      return Optional.of(
          new PartialDate(PartialDate.Precision.MONTH, ym.atDay(1), ym.atEndOfMonth(), typed));
    }
    m = SPAN.matcher(text);
    if (m.matches()) {
      return Optional.of(
          years(PartialDate.Precision.BETWEEN, year(m.group(1)), year(m.group(2)), typed));
    }
    return text.matches("\\d{4}")
        ? Optional.of(years(PartialDate.Precision.YEAR, year(text), year(text), typed))
        : Optional.empty();
  }

  /** A stated age says a span of two years less a day; nobody is older than 120. */
  private static PartialDate age(int age, String typed, LocalDate today) {
    if (age > 120) {
      return PartialDate.unknown(typed);
    }
    return new PartialDate(
        PartialDate.Precision.BETWEEN,
        today.minusYears(age + 1L).plusDays(1),
        today.minusYears(age),
        typed);
  }

  /** An approximate year or age is taken two years either way. */
  private static PartialDate about(int number, String typed, LocalDate today) {
    int year = number < 130 ? today.getYear() - number : christian(number);
    return years(PartialDate.Precision.ABOUT, year - 2, year + 2, typed);
  }

  /**
   * An animal year alone says one year in twelve: the bounds are the oldest and the youngest
   * reading for someone between 6 and 80, so that a child is never ruled out by it.
   */
  private static PartialDate animal(int animal, String typed, LocalDate today) {
    int youngest = today.getYear() - 6;
    while (Math.floorMod(youngest - 1996, 12) != animal) {
      youngest--;
    }
    int oldest = youngest;
    while (oldest - 12 >= today.getYear() - 80) {
      oldest -= 12;
    }
    return years(PartialDate.Precision.ANIMAL_YEAR, oldest, youngest, typed);
  }

  private static PartialDate years(
      PartialDate.Precision precision, int from, int to, String typed) {
    // The lunar new year falls up to 20 February: an animal year reaches into the next one.
    LocalDate latest =
        precision == PartialDate.Precision.ANIMAL_YEAR
            ? LocalDate.of(to + 1, 2, 20)
            : Year.of(to).atMonth(12).atEndOfMonth();
    return new PartialDate(precision, LocalDate.of(from, 1, 1), latest, typed);
  }

  private static int year(String digits) {
    return christian(number(digits));
  }

  private static int christian(int year) {
    int christian = year >= 2400 ? year - 543 : year;
    if (christian < 1880 || christian > 2200) {
      throw new DomainFault(DomainFault.Code.BAD_VALUE, "year");
    }
    return christian;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /** Thai, Lao, Khmer and Burmese digits become 0 to 9. */
  private static String asciiDigits(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
              out.appendCodePoint(digit >= 0 ? '0' + digit : c);
            });
    return out.toString();
  }
}
