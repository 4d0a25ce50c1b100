package org.sala.casework.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.sala.casework.station.Act;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/** Who can interpret for this station now: by number, never by name, and never sent away. */
public final class Interpreters {
  private final Station station;
  private final Ledger ledger;

  public Interpreters(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /** How one can be reached, the nearest first. */
  public enum Reach {
    /** An officer or helper of the house speaks the language. */
    HOUSE,
    HERE,
    PHONE,
    GONE;

    static Reach of(String code) {
      for (Reach r : values()) {
        if (r.name().equals(code)) {
          return r;
        }
      }
      return GONE;
    }
  }

  /** One interpreter and the languages, as codes. */
  public record Interpreter(RecordId id, String number, List<String> languages, Reach reach) {
    public Interpreter {
      languages = List.copyOf(languages);
    }
  }

  /** Everybody who was ever written down, who is nearest first. */
  public List<Interpreter> all() {
    List<Interpreter> all = new ArrayList<>();
    for (Records.Row row : station.view().records().ofKind("interpreter")) {
      Map<String, FieldState> f = station.view().records().fields(row.id());
      all.add(
          new Interpreter(
              row.id(),
              Stored.text(f, "number").orElse(""),
              f.keySet().stream()
                  .filter(k -> k.startsWith("language/"))
                  .map(k -> k.substring("language/".length()))
                  .sorted()
                  .toList(),
              Reach.of(Stored.text(f, "reach").orElse(""))));
    }
    all.sort(java.util.Comparator.comparing(Interpreter::reach).thenComparing(Interpreter::number));
    return all;
  }

  /** The nearest who speaks a language; empty while there is nobody. */
  public static Optional<Interpreter> nearest(List<Interpreter> all, String language) {
    return all.stream()
        .filter(i -> i.reach() != Reach.GONE && i.languages().contains(language))
        .findFirst();
  }

  /** Writes somebody down, or what changed: a number that is known gains languages. */
  public Saved write(String number, List<String> languages, Reach reach) {
    if (number.isBlank() || languages.isEmpty()) {
      throw new IllegalArgumentException("an interpreter has a number and a language");
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    new TreeSet<>(languages).forEach(l -> fields.put("language/" + l, Value.flag(true)));
    fields.put("reach", Value.text(reach.name()));
    fields.put("at", station.now().toValue());
    Optional<Interpreter> known =
        all().stream().filter(i -> i.number().equals(number.strip())).findFirst();
    if (known.isPresent()) {
      return ledger.write(new Act().edit(known.get().id(), Kinds.INTERPRETER, fields));
    }
    fields.put("number", Value.text(number.strip()));
    return ledger.write(
        new Act().make(station.ids().record(), Kinds.INTERPRETER, station.scope(), fields));
  }

  /** Who was here is by phone now, or has gone. */
  public Saved reach(RecordId interpreter, Reach reach) {
    return ledger.write(
        new Act()
            .edit(
                interpreter,
                Kinds.INTERPRETER,
                Map.of("reach", Value.text(reach.name()), "at", station.now().toValue())));
  }
}
