package org.sala.casework.consent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.Act;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/**
 * Fear of a country's authorities, or of being returned there, as a person says it. What is about
 * that person goes to nobody in that country, and nobody in the field decides otherwise.
 */
public final class Fears {
  /** Stands for a country that the person has not named: it may be any. */
  public static final String NOT_NAMED = "ZZ";

  /** The countries that are offered: those people come from, pass and are held in. */
  public static final List<String> COUNTRIES =
      List.of(
          "TH", "MM", "KH", "LA", "VN", "CN", "PH", "ID", "MY", "SG", "TW", "HK", "IN", "BD", "PK",
          "NP", "LK", "JP", "KR", "KE", "ET", "UG", "TZ", "GH", "NG", "ZA", "BR", "RU");

  private final Station station;
  private final Ledger ledger;

  public Fears(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /** What is feared. */
  public enum Of {
    AUTHORITIES,
    RETURN,
    BOTH;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One fear that stands.
   *
   * @param country ISO 3166-1, or {@link #NOT_NAMED}
   * @param of the code of an {@link Of}, also one of a newer station
   * @param overElsewhere whether another laptop says that it is over: it stands until the person
   *     says so here, or where it was said, or at headquarters
   */
  public record Fear(RecordId id, String country, String of, boolean overElsewhere) {}

  /** Writes down what a person says; it counts from this moment. */
  public RecordId says(RecordId person, String country, Of of) {
    if (!country.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("a country has two letters");
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("person", Value.ref(person));
    fields.put("country", Value.text(country));
    fields.put("of", Value.text(of.code()));
    fields.put("at", station.now().toValue());
    RecordId id = station.ids().record();
    ledger.write(new Act().make(id, Kinds.FEAR, station.scopeOf(person), fields));
    return id;
  }

  /** The person says that it is over; in whose words, is the reason. */
  public Saved over(RecordId fear, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a fear that is over has a reason");
    }
    return ledger.write(
        new Act().edit(fear, Kinds.FEAR, Map.of("ended", station.now().toValue())).because(reason));
  }

  /** What a person fears now. */
  public List<Fear> of(RecordId person) {
    List<Fear> all = new ArrayList<>();
    for (Records.Row row : station.view().records().pointingTo(person, "person")) {
      if (row.kind().equals("fear")) {
        standing(row.id()).ifPresent(all::add);
      }
    }
    return all;
  }

  /**
   * Where two laptops differ on whether it is over, it is not; nor where somebody says so who is
   * neither here nor where it was said.
   */
  private Optional<Fear> standing(RecordId id) {
    Map<String, FieldState> f = station.view().records().fields(id);
    FieldState ended = f.get("ended");
    boolean over =
        ended != null
            && !ended.disputed()
            && new Hands(station, id).mayEnd(ended, f, List.of("person", "country"));
    FieldState country = f.get("country");
    return over
        ? Optional.empty()
        : Optional.of(
            new Fear(
                id,
                // Two who differ on the country may both be right.
                country == null || country.disputed()
                    ? NOT_NAMED
                    : country.value().asText().orElse(NOT_NAMED),
                Stored.text(f, "of").orElse(""),
                ended != null));
  }

  /**
   * Everything that must not go to a country, with the person whom it is about.
   *
   * @param scopes of persons
   * @param records outside of those scopes that name one of them
   */
  public record KeptFrom(Map<ScopeId, RecordId> scopes, Map<RecordId, RecordId> records) {
    public boolean isEmpty() {
      return scopes.isEmpty();
    }

    /** The person whom a revision is about; empty where it may go. */
    public Optional<RecordId> who(ScopeId scope, RecordId record) {
      return Optional.ofNullable(scopes.get(scope))
          .or(() -> Optional.ofNullable(records.get(record)));
    }
  }

  /** What nobody in the country of the own headquarters may be sent. */
  public KeptFrom keptFromHeadquarters() {
    return keptFrom(station.state().text("hqCountry").orElse(""));
  }

  /**
   * What is kept from a country.
   *
   * @param country where the recipient is; empty where that is not known, which is any country
   */
  public KeptFrom keptFrom(String country) {
    Map<ScopeId, RecordId> scopes = new LinkedHashMap<>();
    Map<RecordId, RecordId> records = new LinkedHashMap<>();
    for (Records.Row row : station.view().records().ofKind("fear")) {
      Optional<RecordId> person =
          Optional.ofNullable(station.view().records().fields(row.id()).get("person"))
              .flatMap(f -> f.value().asRef());
      boolean feared =
          standing(row.id())
              .filter(
                  f ->
                      country.isEmpty()
                          || f.country().equals(NOT_NAMED)
                          || f.country().equals(country))
              .isPresent();
      if (feared && person.isPresent()) {
        scopes.put(row.scope(), person.get());
        for (String name : List.of("person", "saidBy", "one", "other")) {
          station
              .view()
              .records()
              .pointingTo(person.get(), name)
              .forEach(r -> records.put(r.id(), person.get()));
        }
      }
    }
    return new KeptFrom(scopes, records);
  }
}
