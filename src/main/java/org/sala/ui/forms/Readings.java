package org.sala.ui.forms;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sala.domain.DateReader;
import org.sala.domain.PartialDate;
import org.sala.form.Answer;
import org.sala.ui.text.Texts;

/** Reads numbers, days and times as officers type them, in the digits of any script. */
final class Readings {
  /** Where receipts come from, the ones nearest to us first. */
  static final List<String> ZONES =
      List.of(
          "Asia/Bangkok",
          "Asia/Yangon",
          "Asia/Phnom_Penh",
          "Asia/Vientiane",
          "Asia/Ho_Chi_Minh",
          "Asia/Jakarta",
          "Asia/Manila",
          "Asia/Kuala_Lumpur",
          "Asia/Singapore",
          "Asia/Shanghai",
          "Asia/Taipei",
          "Asia/Hong_Kong",
          "Asia/Tokyo",
          "Asia/Kolkata",
          "Asia/Kathmandu",
          "Asia/Dubai",
          "Africa/Nairobi",
          "Europe/London",
          "America/New_York",
          "America/Los_Angeles",
          "UTC");

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}([.,]\\d{1,9})?");
  private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d{1,9})?");
  private static final Pattern HOUR = Pattern.compile("(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?");
  private static final Pattern INSTANT =
      Pattern.compile("(\\S+)\\s+(\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?)");

  private Readings() {}

  /** A number, also with commas between thousands. */
  static Optional<Answer> number(String typed, boolean whole) {
    String text = ascii(typed);
    if (GROUPED.matcher(text).matches()) {
      text = text.replace(",", "");
    } else if (NUMBER.matcher(text).matches()) {
      text = text.replace(',', '.');
    } else {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text);
    boolean fits =
        !whole
            || number.stripTrailingZeros().scale() <= 0
                && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    return fits ? Optional.of(new Answer.Amount(number)) : Optional.empty();
  }

  /** A day as well as it is known; years from 2400 on are of the Buddhist era. */
  static Optional<Answer> day(String typed) {
    PartialDate date = DateReader.date(typed.strip());
    return date.precision() == PartialDate.Precision.UNKNOWN
        ? Optional.empty()
        : Optional.of(new Answer.Day(date));
  }

  static Optional<Answer> hour(String typed) {
    return time(ascii(typed)).map(Answer.Hour::new);
  }

  private static Optional<LocalTime> time(String text) {
    Matcher m = HOUR.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalTime.of(
              Integer.parseInt(m.group(1)),
              Integer.parseInt(m.group(2)),
              m.group(3) == null ? 0 : Integer.parseInt(m.group(3))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A day and a time on the clocks of a zone. */
  static Optional<Answer> instant(String typed, ZoneId zone) {
    Matcher m = INSTANT.matcher(ascii(typed));
    if (!m.matches()) {
      return Optional.empty();
    }
    PartialDate day = DateReader.date(m.group(1));
    if (day.precision() != PartialDate.Precision.DAY) {
      return Optional.empty();
    }
    return time(m.group(2))
        .map(t -> LocalDateTime.of(day.earliest(), t).atZone(zone).toOffsetDateTime())
        .map(Answer.Instant::new);
  }

  /** Returns a time as it is typed again, with the year as the language counts it. */
  static String typed(OffsetDateTime when, Texts texts) {
    String day = when.toLocalDate().toString();
    return texts.year(when.getYear()) + day.substring(day.indexOf('-')) + " " + when.toLocalTime();
  }

  private static String ascii(String typed) {
    StringBuilder out = new StringBuilder();
    typed
        .strip()
        .codePoints()
        .forEach(c -> out.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
    return out.toString();
  }
}
