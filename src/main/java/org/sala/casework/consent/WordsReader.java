package org.sala.casework.consent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/** Reads what was said of one record, and believes of each word what its writer may say. */
final class WordsReader {
  private final Station station;
  private final Deciders deciders;

  WordsReader(Station station) {
    this.station = station;
    this.deciders = new Deciders(station);
  }

  /**
   * All words of one record that count here, by purpose and recipient. A decision without the
   * person that was taken elsewhere is none: it ends no word either.
   */
  Map<String, Words> of(RecordId person) {
    List<RecordId> ids =
        station.view().records().pointingTo(person, "person").stream()
            .filter(r -> r.kind().equals(Kinds.CONSENT.key()))
            .map(Records.Row::id)
            .toList();
    Map<RecordId, Map<String, FieldState>> fields = station.view().records().fields(ids);
    Map<String, Words> words = new LinkedHashMap<>();
    for (RecordId id : ids) {
      Map<String, FieldState> f = fields.getOrDefault(id, Map.of());
      said(id, f)
          .filter(s -> s.disputed() || counts(s, f))
          .ifPresent(
              s ->
                  words
                      .computeIfAbsent(key(s.purpose(), s.recipient()), k -> new Words())
                      .add(s, f));
    }
    return words;
  }

  private boolean counts(Consents.Said said, Map<String, FieldState> f) {
    return Consents.Reason.of(said.answer())
        .map(r -> deciders.mayDecide(said.id(), f, r))
        .orElse(true);
  }

  /** By what words are kept apart. */
  static String key(String purpose, String recipient) {
    return purpose + "\n" + recipient;
  }

  private Optional<Consents.Said> said(RecordId id, Map<String, FieldState> f) {
    FieldState answer = f.get("answer");
    Optional<String> purpose = Stored.text(f, "purpose");
    Optional<String> recipient = Stored.text(f, "recipient");
    if (answer == null || purpose.isEmpty() || recipient.isEmpty()) {
      return Optional.empty();
    }
    Deciders.Believed word = deciders.believed(id, f);
    Consents.Said said =
        new Consents.Said(
            id,
            purpose.get(),
            recipient.get(),
            word.answer(),
            word.without(),
            Stored.text(f, "language").orElse(""),
            Stored.text(f, "interpreter").orElse(""),
            Optional.ofNullable(f.get("at")).map(FieldState::value).flatMap(Moment::of),
            told(id, f, word.answer()),
            answer.disputed());
    // Whatever it lets leave, another hand has not said; and what was taken back lets nothing.
    return Optional.of(said.mayLet() && word.changed() ? said.with(said.without(), true) : said);
  }

  /** When somebody was told, where whoever says so may: others ended a task that is not theirs. */
  private Optional<Moment> told(RecordId id, Map<String, FieldState> f, String answer) {
    FieldState at = f.get("toldAt");
    if (at == null) {
      return Optional.empty();
    }
    boolean counts =
        Consents.Reason.of(answer).isPresent()
            ? new SignedFor(station).is(id, f)
            : new Hands(station, id).mayEnd(at, f, List.of("purpose", "recipient"));
    return counts ? Moment.of(at.value()) : Optional.empty();
  }
}
