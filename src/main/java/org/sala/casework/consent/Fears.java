package org.sala.casework.consent;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.station.Act;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.OnePerson;
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
 * that person goes to nobody in that country, and nobody in the field decides otherwise. What one
 * record says counts for every record of the same person.
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
  private final OnePerson linked;

  public Fears(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
    this.linked = new OnePerson(station);
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
   * @param versions the countries that versions of it name, where they differ; it counts as any
   * @param overElsewhere whether another laptop says that it is over: it stands until the person
   *     says so here, or where it was said, or at headquarters
   */
  public record Fear(
      RecordId id, String country, String of, List<String> versions, boolean overElsewhere) {
    public Fear {
      versions = List.copyOf(versions);
    }
  }

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

  /**
   * What another record of the same person says; it is over where it was said.
   *
   * @param number what people know that record by
   */
  public record Elsewhere(RecordId person, String number, Fear fear) {}

  /**
   * What the other records of a person say of fear, which counts here as well; of too many records
   * what some of them say.
   */
  public List<Elsewhere> elsewhere(RecordId person) {
    List<Elsewhere> all = new ArrayList<>();
    for (RecordId other : linked.group(person).records()) {
      if (!other.equals(person)) {
        String number = Stored.number(station, other, "wristband");
        of(other).forEach(f -> all.add(new Elsewhere(other, number, f)));
      }
    }
    return all;
  }

  /**
   * Whether a person fears any country, by any record; also where there are too many records to
   * look at all of them.
   */
  public boolean any(RecordId person) {
    OnePerson.Group group = linked.group(person);
    return group.tooMany() || group.records().stream().anyMatch(r -> !of(r).isEmpty());
  }

  /** Everybody who fears any country, in all records of each. */
  public Set<RecordId> everybody() {
    Set<RecordId> all = new HashSet<>();
    OnePerson now = OnePerson.asNow(station);
    for (Records.Row row : station.view().records().ofKind(Kinds.FEAR.key())) {
      if (standing(row.id()).isPresent()) {
        person(row.id())
            .filter(p -> !all.contains(p))
            .ifPresent(p -> all.addAll(now.group(p).records()));
      }
    }
    return all;
  }

  private Optional<RecordId> person(RecordId fear) {
    return Optional.ofNullable(station.view().records().fields(fear).get("person"))
        .flatMap(f -> f.value().asRef());
  }

  /** What one record says that its person fears now. */
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
                country == null || !country.disputed() ? List.of() : countries(country),
                ended != null));
  }

  private static List<String> countries(FieldState country) {
    return country.versions().stream()
        .map(v -> v.value().asText().orElse(NOT_NAMED))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Everything that must not go to a country, with the person whom it is about.
   *
   * @param scopes of persons
   * @param records outside of those scopes that name one of them
   * @param elsewhere of those who say nothing themselves, which other record of theirs does
   */
  public record KeptFrom(
      Map<ScopeId, RecordId> scopes,
      Map<RecordId, RecordId> records,
      Map<RecordId, RecordId> elsewhere) {
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
    Map<RecordId, RecordId> elsewhere = new LinkedHashMap<>();
    Set<RecordId> saying = new HashSet<>();
    OnePerson now = OnePerson.asNow(station);
    for (Records.Row row : station.view().records().ofKind(Kinds.FEAR.key())) {
      Optional<RecordId> person = person(row.id());
      boolean feared =
          standing(row.id())
              .filter(
                  f ->
                      country.isEmpty()
                          || f.country().equals(NOT_NAMED)
                          || f.country().equals(country))
              .isPresent();
      if (feared && person.isPresent()) {
        saying.add(person.get());
        scopes.put(row.scope(), person.get());
        // Of somebody with several fears and records each record is looked at once.
        if (!elsewhere.containsKey(person.get())) {
          for (RecordId record : now.group(person.get()).records()) {
            keep(record, scopes, records);
            elsewhere.put(record, person.get());
          }
        }
      }
    }
    elsewhere.keySet().removeAll(saying);
    return new KeptFrom(scopes, records, elsewhere);
  }

  private void keep(
      RecordId person, Map<ScopeId, RecordId> scopes, Map<RecordId, RecordId> records) {
    Records all = station.view().records();
    all.find(person).ifPresent(r -> scopes.put(r.scope(), person));
    for (String name : List.of("person", "saidBy", "one", "other")) {
      all.pointingTo(person, name).forEach(r -> records.put(r.id(), person));
    }
  }
}
