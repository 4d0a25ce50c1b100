package org.sala.ui.roster;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.TextField;
import org.sala.domain.Moment;
import org.sala.ui.text.Texts;

/**
 * A day and a time in one field, such as {@code 2026-11-24 03:12}; in Thai the year is that of the
 * dates beside it. Either era is read in every language.
 */
public final class MomentField {
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2}) (\\d{2}):(\\d{2})");

  /** Years of the Buddhist era are as many ahead; nobody writes of a time so far away. */
  private static final int BUDDHIST_ERA = 543;

  private static final int SURELY_BUDDHIST = 2400;

  private MomentField() {}

  /** Makes a field with the time of the clock that was handed in: it is signed like any other. */
  public static TextField now(Texts texts, Clock clock) {
    TextField field = empty(texts);
    field.setText(written(at(clock, texts.zone()), texts));
    return field;
  }

  static LocalDateTime at(Clock clock, ZoneId zone) {
    return LocalDateTime.ofInstant(clock.instant(), zone);
  }

  /** Makes a field where no time is assumed. */
  public static TextField empty(Texts texts) {
    TextField field = new TextField();
    field.setPromptText(written(LocalDateTime.of(2026, 11, 24, 3, 12), texts));
    return field;
  }

  /** The year is counted by hand: the day after 28 February is in either era the same. */
  static String written(LocalDateTime at, Texts texts) {
    return String.format(
        Locale.ROOT,
        "%s-%02d-%02d %02d:%02d",
        texts.year(at.getYear()),
        at.getMonthValue(),
        at.getDayOfMonth(),
        at.getHour(),
        at.getMinute());
  }

  /** What was typed; empty when it is no day and time. */
  public static Optional<Moment> read(TextField field, ZoneId zone) {
    return read(field.getText(), zone);
  }

  static Optional<Moment> read(String words, ZoneId zone) {
    Matcher typed = WRITTEN.matcher(words.strip());
    if (!typed.matches()) {
      return Optional.empty();
    }
    int year = number(typed, 1);
    try {
      LocalDateTime meant =
          LocalDateTime.of(
              year > SURELY_BUDDHIST ? year - BUDDHIST_ERA : year,
              number(typed, 2),
              number(typed, 3),
              number(typed, 4),
              number(typed, 5));
      return Optional.of(new Moment(ZonedDateTime.of(meant, zone).toInstant(), zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher typed, int group) {
    return Integer.parseInt(typed.group(group));
  }
}
