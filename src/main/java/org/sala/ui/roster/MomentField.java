package org.sala.ui.roster;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.TextField;
import org.sala.domain.Moment;

/** A day and a time in one field, such as {@code 2026-11-24 03:12}. */
public final class MomentField {
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** Years of the Buddhist era are as many ahead; nobody writes of a time so far away. */
  private static final int BUDDHIST_ERA = 543;

  private static final int SURELY_BUDDHIST = 2400;

  private MomentField() {}

  public static TextField now(ZoneId zone) {
    TextField field = new TextField(WRITTEN.format(LocalDateTime.now(zone)));
    field.setPromptText("2026-11-24 03:12");
    return field;
  }

  /** What was typed; empty when it is no day and time. */
  public static Optional<Moment> read(TextField field, ZoneId zone) {
    try {
      LocalDateTime typed = LocalDateTime.parse(field.getText().strip(), WRITTEN);
      LocalDateTime meant =
          typed.getYear() > SURELY_BUDDHIST ? typed.minusYears(BUDDHIST_ERA) : typed;
      return Optional.of(new Moment(meant.atZone(zone).toInstant(), zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
