package org.sala.casework.protection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.house.Stays;
import org.sala.casework.station.Act;
import org.sala.casework.station.Begun;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/**
 * Formal identification: the act of the authority that the country's law names, written down by an
 * officer and made by none. It changes no finding, and takes no protection away.
 */
public final class Identifications {
  private final Station station;
  private final Ledger ledger;
  private final Officers officers;

  public Identifications(Station station, Ledger ledger, Officers officers) {
    this.station = station;
    this.ledger = ledger;
    this.officers = officers;
  }

  /** What the authority has decided. */
  public enum Decision {
    VICTIM,
    NOT_VICTIM,
    /** The procedure has begun, and the authority wants more time. */
    OPEN;

    /** The word that stands in records. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What an authority has decided.
   *
   * @param authority whose act it is
   * @param on the day of the decision, as well as it is known
   * @param reference of the authority's own letter; may be empty
   */
  public record Decided(Decision decision, String authority, PartialDate on, String reference) {
    public Decided {
      if (authority.isBlank()) {
        throw new IllegalArgumentException("an identification is an authority's act");
      }
    }

    @Override
    public String toString() {
      return "Decided[" + decision + "]";
    }
  }

  /**
   * One that was written down.
   *
   * @param decision the code of a {@link Decision}, also one of a newer station
   * @param by the officer who wrote it down; empty where that is not known
   */
  public record Line(
      String decision, String authority, PartialDate on, String reference, Moment at, String by) {
    @Override
    public String toString() {
      return "Line[" + decision + "]";
    }
  }

  /** Writes down what an authority has decided; an earlier one stays beside it. */
  public RecordId write(RecordId person, Decided act) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("person", Value.ref(person));
    fields.put("decision", Value.text(act.decision().code()));
    fields.put("authority", Value.text(act.authority().strip()));
    fields.put("on", act.on().toValue());
    Stored.put(fields, "reference", act.reference().strip());
    fields.put("at", station.now().toValue());
    RecordId id = station.ids().record();
    ledger.write(new Act().make(id, Kinds.IDENTIFIED, station.scopeOf(person), fields));
    return id;
  }

  /** Everything that authorities have decided of a person, the last first. */
  public List<Line> of(RecordId person) {
    Map<Fingerprint, String> names = officers.names();
    List<Line> all = new ArrayList<>();
    for (Records.Row row : station.view().records().pointingTo(person, "person")) {
      if (row.kind().equals(Kinds.IDENTIFIED.key())) {
        Map<String, FieldState> f = station.view().records().fields(row.id());
        String by = Begun.by(station, row.id()).map(a -> names.getOrDefault(a, "")).orElse("");
        all.addFirst(
            new Line(
                Stored.text(f, "decision").orElse(""),
                Stored.text(f, "authority").orElse(""),
                Optional.ofNullable(f.get("on"))
                    .map(s -> PartialDate.of(s.value()))
                    .orElseGet(() -> PartialDate.unknown("")),
                Stored.text(f, "reference").orElse(""),
                Stays.moment(f, "at").orElseGet(station::now),
                by));
      }
    }
    return all;
  }
}
