package org.sala.casework.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Seen;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.merge.Lineage;
import org.sala.store.PersonRows;
import org.sala.store.Records;

/** Who is still inside, as people of a case have said. */
public final class StillInside {
  private static final Set<String> STATUS = Set.of("inside", "moved", "unknown", "out", "died");
  private static final String STATUS_KEY = "status";
  private static final Set<String> SAFE = Set.of("yes", "no", "unknown");

  private final Station station;
  private final Ledger ledger;

  public StillInside(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /**
   * What is written of somebody who was said to be inside.
   *
   * @param source how whoever told it came to know it: a kind, never a name
   * @param reliability how reliable that is, as the Admiralty grades it
   * @param credibility whether anything else confirms it
   */
  public record Written(
      String name,
      String relation,
      String site,
      String place,
      String lastSeen,
      String safe,
      String status,
      String source,
      String reliability,
      String credibility) {
    public Written {
      if (name.isBlank() && relation.isBlank()) {
        throw new IllegalArgumentException("called by name or relation");
      }
      if (!STATUS.contains(status) || !SAFE.contains(safe)) {
        throw new IllegalArgumentException("no such code");
      }
    }

    private Map<String, String> texts() {
      Map<String, String> texts = new LinkedHashMap<>();
      texts.put("name", name);
      texts.put("relation", relation);
      texts.put("site", site);
      texts.put("place", place);
      texts.put("lastSeen", lastSeen);
      texts.put("safe", safe);
      texts.put("status", status);
      texts.put("source", source);
      texts.put("reliability", reliability);
      texts.put("credibility", credibility);
      return texts;
    }

    @Override
    public String toString() {
      return "Written";
    }
  }

  /** Whether one officer's word ends no search here: at headquarters two decide. */
  public boolean endsByTwo() {
    return station.state().flag("isHeadquarters");
  }

  /** Every field as it stands, with all values where versions differ. */
  public Map<String, Cases.Shown> fields(RecordId id) {
    return Cases.shown(known(id));
  }

  private Map<String, FieldState> known(RecordId id) {
    return station
        .view()
        .records()
        .find(id)
        .filter(r -> r.kind().equals(Kinds.INSIDE.key()))
        .map(r -> station.view().records().fields(id))
        .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
  }

  /** Writes what is known now: that somebody is out, above all. What was said before stays. */
  public Saved edit(RecordId id, Written w, String reason) {
    Map<String, Cases.Shown> before = fields(id);
    return edit(id, before, w, reason, Cases.seen(before));
  }

  /**
   * Writes what is known now of somebody who was looked at before: what was left alone is not
   * written again.
   *
   * <p>That somebody is out or dead ends a search, and is never written without how that is known.
   * One officer's word at headquarters, which is enough for every station, stands beside what was
   * said, and they are looked for until two have decided; whoever stands in a hall is linked
   * ({@link OutSince}).
   *
   * @param before how it stood then
   * @param seen how it stood when typing began, which is earlier where a draft was put back
   */
  public Saved edit(
      RecordId id, Map<String, Cases.Shown> before, Written w, String reason, Seen seen) {
    known(id);
    Map<String, Value> fields = new LinkedHashMap<>();
    w.texts()
        .forEach(
            (key, text) -> {
              Cases.Shown shown = before.get(key);
              String stood = shown == null ? "" : shown.value().asText().orElse("");
              if (!stood.equals(text.strip())) {
                if (shown != null && shown.disputed() && seen.sameAs(key, shown.setBy())) {
                  throw new CaseworkFault(CaseworkFault.Code.DISPUTED);
                }
                fields.put(key, text.isBlank() ? Value.Nothing.HERE : Value.text(text.strip()));
              }
            });
    if (fields.isEmpty()) {
      throw new CaseworkFault(CaseworkFault.Code.NOTHING_TO_SAVE);
    }
    boolean ends = endsSearch(id, fields);
    if (ends && reason.isBlank()) {
      throw new IllegalArgumentException("whoever is looked for no more: how that is known");
    }
    Seen on = ends && endsByTwo() ? seen.with(STATUS_KEY, "") : seen;
    return ledger.write(new Act().edit(id, Kinds.INSIDE, fields, on).because(reason));
  }

  /** Whether somebody who is looked for would not be looked for any more. */
  private boolean endsSearch(RecordId id, Map<String, Value> fields) {
    FieldState stands = known(id).get(STATUS_KEY);
    Value is = fields.get(STATUS_KEY);
    return is != null
        && stands != null
        && stands.values().stream()
            .anyMatch(was -> Lineage.takesAway(Kinds.INSIDE.key(), id, STATUS_KEY, was, is));
  }

  /**
   * Somebody who is still inside, and the number of the person who said so.
   *
   * @param differing the fields of which versions differ, with all values
   */
  public record Line(
      RecordId id,
      String name,
      String relation,
      String place,
      String status,
      RecordId saidBy,
      String saidByNumber,
      List<Cases.Shown> differing) {
    public Line {
      differing = List.copyOf(differing);
    }

    @Override
    public String toString() {
      return "Line[" + id + "]";
    }
  }

  /** Everybody inside whom the people of a case have named, by the number of who named them. */
  public List<Line> ofCase(RecordId caseId) {
    List<Line> lines = new ArrayList<>();
    for (PersonRows.Row person : station.view().people().inCase(caseId)) {
      if (person.stillInside() > 0) {
        for (Records.Row row : station.view().records().pointingTo(person.id(), "saidBy")) {
          lines.add(line(row.id(), person));
        }
      }
    }
    Set<RecordId> out = new OutSince(station).of(lines.stream().map(Line::id).toList()).keySet();
    lines.removeIf(l -> OutSince.NO_MORE.contains(l.status()) || out.contains(l.id()));
    return lines;
  }

  /** Returns those of some who were named who may still be inside, in the same order. */
  public List<Line> still(List<RecordId> named) {
    List<Line> lines = new ArrayList<>();
    Set<RecordId> out = new OutSince(station).of(named).keySet();
    for (RecordId id : named) {
      Optional.ofNullable(station.view().records().fields(id).get("saidBy"))
          .flatMap(f -> f.value().asRef())
          .flatMap(station.view().people()::find)
          .map(by -> line(id, by))
          .filter(l -> !OutSince.NO_MORE.contains(l.status()) && !out.contains(id))
          .ifPresent(lines::add);
    }
    return lines;
  }

  private Line line(RecordId id, PersonRows.Row by) {
    Map<String, FieldState> f = station.view().records().fields(id);
    return new Line(
        id,
        Stored.text(f, "name").orElse(""),
        Stored.text(f, "relation").orElse(""),
        Stored.text(f, "place").orElse(""),
        OutSince.status(f),
        by.id(),
        by.wristband(),
        Cases.differing(f));
  }
}
