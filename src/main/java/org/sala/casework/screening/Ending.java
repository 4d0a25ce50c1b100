package org.sala.casework.screening;

import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.Stored;
import org.sala.domain.Moment;
import org.sala.merge.FieldState;

/**
 * How an interview ended.
 *
 * @param readBack when the summary was read back to the person
 * @param corrections what the person said to it
 * @param offered whom else the person would like to speak with; empty while it was not offered
 * @param next what happens next, as it was told
 * @param when by when
 * @param whom whom to ask; it stands on the card
 * @param code the word on the card that goes with the number; empty while there is no card
 * @param card when the card was given
 */
public record Ending(
    Optional<Moment> readBack,
    String corrections,
    String offered,
    String next,
    String when,
    String whom,
    String code,
    Optional<Moment> card) {

  static Ending of(Map<String, FieldState> all) {
    return new Ending(
        moment(all, "readBack"),
        Stored.text(all, "corrections").orElse(""),
        Stored.text(all, "offered").orElse(""),
        Stored.text(all, "nextStep").orElse(""),
        Stored.text(all, "nextWhen").orElse(""),
        Stored.text(all, "askWhom").orElse(""),
        Stored.text(all, "cardCode").orElse(""),
        moment(all, "cardGiven"));
  }

  private static Optional<Moment> moment(Map<String, FieldState> all, String key) {
    return Optional.ofNullable(all.get(key)).map(FieldState::value).flatMap(Moment::of);
  }

  @Override
  public String toString() {
    return "Ending";
  }
}
