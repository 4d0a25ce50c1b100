package org.sala.casework;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sala.domain.Moment;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.PersonRows;

/**
 * What is handed to a service on paper: whom it asks, for what, and of the person what was ticked
 * and nothing else.
 *
 * @param slip the number that comes back on the return slip
 * @param entry what the directory knows of the agency; empty where it was typed
 * @param told what was ticked, with its words; empty words where nothing is written of it
 */
public record ReferralSheet(
    RecordId id,
    String slip,
    Referral.Service service,
    String agency,
    Optional<Services.Entry> entry,
    String asked,
    Map<Referral.Item, String> told,
    Optional<Moment> sent,
    Optional<Moment> due) {
  public ReferralSheet {
    told = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(told));
  }

  static ReferralSheet of(Station station, Referral r, Referral.Contents contents) {
    Map<Referral.Item, String> told = new LinkedHashMap<>();
    for (Referral.Item item : contents.shared()) {
      told.put(item, words(station, r.person(), item, contents));
    }
    return new ReferralSheet(
        r.id(),
        r.slip(),
        contents.service(),
        contents.agency(),
        contents.listed().flatMap(l -> Services.entry(station, l)),
        contents.asked(),
        told,
        r.sent(),
        r.due());
  }

  /** The words of one item, as they stand now; a code where the screen has words for it. */
  private static String words(
      Station station, RecordId person, Referral.Item item, Referral.Contents contents) {
    Map<String, FieldState> open = station.view().records().fields(person);
    Optional<PersonRows.Row> row = station.view().people().find(person);
    return switch (item) {
      case NUMBER -> row.map(PersonRows.Row::wristband).orElse("");
      case LANGUAGE -> row.map(PersonRows.Row::languages).orElse("");
      case NEED -> contents.asked();
      case AGE ->
          Optional.ofNullable(open.get("birth"))
              .map(
                  f ->
                      f.values().stream()
                          .map(v -> PartialDate.of(v).typed())
                          .collect(Collectors.joining(" / ")))
              .orElse("");
      case NAME ->
          row.map(p -> p.roman().isEmpty() ? p.name() : p.name() + " " + p.roman())
              .map(String::strip)
              .orElse("");
      case CONTACT -> parts(open, "contact/");
      case HEALTH -> Officers.text(new ProtectedPart(station).fields(person), "health").orElse("");
      // The account is told by the person or a statement, never copied to a sheet by a machine.
      case ACCOUNT -> "";
    };
  }

  private static String parts(Map<String, FieldState> open, String family) {
    return open.values().stream()
        .filter(f -> f.key().startsWith(family))
        .map(FieldState::value)
        .map(v -> v instanceof Value.Parts p ? p.text("text").orElse("") : "")
        .filter(t -> !t.isEmpty())
        .collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return "ReferralSheet[" + slip + "]";
  }
}
