package org.sala.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sala.domain.PartialDate;
import org.sala.domain.Value;

/**
 * How an answer stands in a record: an object with one part, whose name says what kind of answer it
 * is; {@code docs/formats/answers.md}.
 */
public final class AnswerShape {
  private static final int MOST_DIGITS = 30;

  private AnswerShape() {}

  /** The value that a record keeps. */
  public static Value of(Answer answer) {
    return switch (answer) {
      case Answer.Chosen c -> part("code", Value.text(c.code()));
      case Answer.Several s -> part("codes", Value.texts(s.codes()));
      case Answer.Words w -> part("words", Value.text(w.text()));
      case Answer.Amount a -> part("number", Value.text(a.number().toPlainString()));
      case Answer.Day d -> part("date", d.date().toValue());
      case Answer.Hour h -> part("time", Value.text(h.time().toString()));
      case Answer.Instant i -> part("at", Value.text(i.when().toString()));
      case Answer.Attached a -> part("file", Value.text(a.reference()));
      case Answer.Confirmed _ -> part("confirmed", Value.flag(true));
      case Answer.Without w -> part("without", Value.text(w.why().name().toLowerCase(Locale.ROOT)));
      case Answer.Times t -> part("times", Value.whole(t.count()));
    };
  }

  private static Value part(String key, Value value) {
    return new Value.Parts(Map.of(key, value));
  }

  /**
   * Reads what stands in a record, whoever wrote it.
   *
   * @return empty for what is no answer: one that was taken back, or a shape of a newer station
   */
  public static Optional<Answer> read(Value value) {
    if (!(value instanceof Value.Parts p) || p.parts().size() != 1) {
      return Optional.empty();
    }
    String key = p.parts().keySet().iterator().next();
    try {
      return Optional.ofNullable(p.parts().get(key)).flatMap(v -> read(key, v));
    } catch (FormFault | DateTimeException | ArithmeticException | IllegalArgumentException e) {
      // A newer station may write what this one does not know: it stays in the record, unread.
      return Optional.empty();
    }
  }

  private static Optional<Answer> read(String key, Value v) {
    Optional<String> text = v.asText();
    return switch (key) {
      case "code" -> text.map(Answer.Chosen::new);
      case "codes" -> v instanceof Value.Listing l ? several(l) : Optional.empty();
      case "words" -> text.map(Answer.Words::new);
      case "number" ->
          text.filter(t -> t.matches("-?[0-9]{1," + MOST_DIGITS + "}(\\.[0-9]{1,20})?"))
              .map(t -> new Answer.Amount(new BigDecimal(t)));
      case "date" -> Optional.of(new Answer.Day(PartialDate.of(v)));
      case "time" -> text.map(t -> new Answer.Hour(LocalTime.parse(t)));
      case "at" -> text.map(t -> new Answer.Instant(OffsetDateTime.parse(t)));
      case "file" -> text.map(Answer.Attached::new);
      case "confirmed" -> Optional.of(new Answer.Confirmed());
      case "without" ->
          text.map(t -> new Answer.Without(Answer.Why.valueOf(t.toUpperCase(Locale.ROOT))));
      case "times" ->
          v instanceof Value.Whole w
              ? Optional.of(new Answer.Times(Math.toIntExact(w.number())))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Answer> several(Value.Listing listing) {
    List<String> codes = new ArrayList<>();
    listing.items().forEach(i -> i.asText().ifPresent(codes::add));
    return Optional.of(new Answer.Several(codes));
  }
}
