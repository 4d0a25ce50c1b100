package org.sala.ui.joining;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sala.casework.joining.Disagreements;
import org.sala.casework.joining.OpenDisagreement;
import org.sala.domain.StationId;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.roster.RowsInMemory;
import org.sala.ui.text.Texts;

/** What waits for a decision, in the words in which it is read and looked for. */
final class WaitingRows {
  /** How many are listed: what is decided is gone, and the next ones come up. */
  static final int MOST = 500;

  private final Texts texts;
  private final RowsInMemory<OpenDisagreement> rows;

  /**
   * @param of the only station of whose versions there is a list; empty for all
   */
  WaitingRows(Optional<StationId> of, Disagreements disagreements, Texts texts) {
    this.texts = texts;
    this.rows =
        new RowsInMemory<>(
            () -> disagreements.list(of, MOST),
            this::words,
            Map.of(
                "number", Comparator.comparing(OpenDisagreement::number),
                "what", Comparator.comparing(this::what),
                "from", Comparator.comparing(this::from),
                "since", Comparator.comparingLong(OpenDisagreement::sinceMillis)));
  }

  RowsInMemory<OpenDisagreement> rows() {
    return rows;
  }

  private String words(OpenDisagreement line) {
    return String.join(
        " ",
        line.person().map(p -> NumberWords.named(p, texts)).orElse(line.number()),
        what(line),
        from(line));
  }

  /** Returns in words which record it is, and which of its fields. */
  String what(OpenDisagreement line) {
    return texts.code("kind", line.kind()) + " · " + fields(line);
  }

  private String fields(OpenDisagreement line) {
    return line.fields().stream()
        .map(f -> texts.code("field", f))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Returns who wrote the versions; where only a protected part differs that stands in it. */
  String from(OpenDisagreement line) {
    return line.stations().isEmpty()
        ? texts.t("none")
        : line.stations().stream()
            .map(s -> s.isEmpty() ? texts.t("deciding.unknown") : s)
            .collect(Collectors.joining(", "));
  }
}
