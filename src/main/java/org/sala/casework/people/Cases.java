package org.sala.casework.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.station.Act;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.NextNumber;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Seen;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.ListPage;
import org.sala.domain.ListQuery;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.RunningNumber;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.merge.Version;
import org.sala.store.CaseRows;

/** Cases: opening them, listing them, writing in them. */
public final class Cases {
  private final Station station;
  private final Ledger ledger;

  public Cases(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /** One line in the list of cases. */
  public record CaseLine(
      RecordId id,
      String number,
      String title,
      String status,
      String sensitivity,
      String place,
      int people,
      int disputes,
      long changedMillis) {
    @Override
    public String toString() {
      return "CaseLine[" + id + "]";
    }
  }

  /** What a new case begins with; everything but the title may be empty. */
  public record NewCase(
      String title, String kind, String sensitivity, String place, String summary) {
    public NewCase {
      if (title.isBlank()) {
        throw new IllegalArgumentException("a case has a title");
      }
    }

    @Override
    public String toString() {
      return "NewCase";
    }
  }

  /**
   * A field as it stands, with every value when versions differ.
   *
   * @param setBy the revisions that these values are from
   */
  public record Shown(String key, Value value, List<Value> versions, Set<RevisionId> setBy) {
    public boolean disputed() {
      return versions.size() > 1;
    }

    @Override
    public String toString() {
      return "Shown[" + key + "]";
    }
  }

  public ListPage<CaseLine> page(ListQuery q) {
    return station.view().cases().page(q).map(Cases::line);
  }

  public List<CaseLine> list(String filter, String sort, boolean down, int offset, int limit) {
    return page(new ListQuery(filter, sort, down, offset, limit)).rows();
  }

  public int count(String filter) {
    return count(filter, Integer.MAX_VALUE);
  }

  /** How many there are; where something was typed, counted no further than asked. */
  public int count(String filter, int most) {
    return station.view().cases().count(filter, most);
  }

  public Optional<CaseLine> find(RecordId id) {
    return station.view().cases().find(id).map(Cases::line);
  }

  /** Every field of a case that is set. */
  public Map<String, Shown> fields(RecordId id) {
    return shown(station.view().records().fields(id));
  }

  /** Opens a case in a scope of its own; its number cannot collide with another station's. */
  public RecordId open(NewCase c) {
    RecordId id = station.ids().record();
    ScopeId scope = station.ids().scope();
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("number", Value.text(nextNumber()));
    fields.put("title", Value.text(c.title().strip()));
    Stored.put(fields, "caseKind", c.kind());
    fields.put("status", Value.text("open"));
    Stored.put(fields, "sensitivity", c.sensitivity());
    Stored.put(fields, "place", c.place());
    Stored.put(fields, "summary", c.summary());
    ledger.write(new Act().make(id, Kinds.CASE, scope, fields));
    return id;
  }

  /** Sets fields of a case; an empty value takes the old one away. */
  public Saved edit(RecordId id, Map<String, Value> fields, String reason) {
    return ledger.write(new Act().edit(id, Kinds.CASE, fields).because(reason));
  }

  /** Sets fields of a case that was looked at before. */
  public Saved edit(RecordId id, Map<String, Value> fields, String reason, Seen seen) {
    return ledger.write(new Act().edit(id, Kinds.CASE, fields, seen).because(reason));
  }

  private String nextNumber() {
    RunningNumber number = new RunningNumber(station.numbering());
    long next = NextNumber.in(station.view().cases(), number, station);
    return number.start() + String.format(Locale.ROOT, "%04d", next);
  }

  public static Map<String, Shown> shown(Map<String, FieldState> fields) {
    Map<String, Shown> shown = new LinkedHashMap<>();
    fields.forEach(
        (k, f) ->
            shown.put(
                k,
                new Shown(
                    k,
                    f.value(),
                    new ArrayList<>(f.values()),
                    f.versions().stream()
                        .map(Version::revision)
                        .collect(Collectors.toUnmodifiableSet()))));
    return shown;
  }

  /** The fields of which versions differ, with all values. */
  public static List<Shown> differing(Map<String, FieldState> fields) {
    return shown(fields).values().stream().filter(Shown::disputed).toList();
  }

  /** Returns how fields stood when somebody began to write. */
  public static Seen seen(Map<String, Shown> fields) {
    return new Seen(
        fields.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().setBy())));
  }

  private static CaseLine line(CaseRows.Row r) {
    return new CaseLine(
        r.id(),
        r.number(),
        r.title(),
        r.status(),
        r.sensitivity(),
        r.place(),
        r.people(),
        r.disputes(),
        r.changedMillis());
  }
}
