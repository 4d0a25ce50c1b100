package org.sala.casework.station;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.domain.Compartment;
import org.sala.domain.Kind;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;

/** One act of an officer while it is put together: records made and edited, all or nothing. */
@BehindTheDesk
public final class Act {

  /**
   * One record's part.
   *
   * @param compartments where fields go against their declaration: protected answers of a screening
   * @param after what it builds on beside the heads
   * @param seen what it builds on instead of the heads, where those came unseen
   * @param on the heads that it builds on, as they were when it was made sure of; else those of now
   */
  record Part(
      RecordId record,
      Kind kind,
      Optional<ScopeId> newIn,
      Map<String, Value> fields,
      Map<String, Compartment> compartments,
      List<RevisionId> after,
      Optional<Seen> seen,
      Optional<Map<Compartment, List<RevisionId>>> on) {
    Part(
        RecordId record,
        Kind kind,
        Optional<ScopeId> newIn,
        Map<String, Value> fields,
        Map<String, Compartment> compartments) {
      this(
          record, kind, newIn, fields, compartments, List.of(), Optional.empty(), Optional.empty());
    }
  }

  private final List<Part> parts = new ArrayList<>();
  private Optional<String> reason = Optional.empty();

  public Act make(RecordId record, Kind kind, ScopeId scope, Map<String, Value> fields) {
    parts.add(new Part(record, kind, Optional.of(scope), new LinkedHashMap<>(fields), Map.of()));
    return this;
  }

  /**
   * Begins a record where some fields go against their declaration.
   *
   * @param compartments by field
   */
  public Act make(
      RecordId record,
      Kind kind,
      ScopeId scope,
      Map<String, Value> fields,
      Map<String, Compartment> compartments) {
    parts.add(
        new Part(record, kind, Optional.of(scope), new LinkedHashMap<>(fields), compartments));
    return this;
  }

  public Act edit(RecordId record, Kind kind, Map<String, Value> fields) {
    return edit(record, kind, fields, Map.of());
  }

  public Act edit(
      RecordId record,
      Kind kind,
      Map<String, Value> fields,
      Map<String, Compartment> compartments) {
    if (!fields.isEmpty()) {
      parts.add(
          new Part(record, kind, Optional.empty(), new LinkedHashMap<>(fields), compartments));
    }
    return this;
  }

  /**
   * Edits what was looked at before.
   *
   * @param seen how it stood then
   */
  public Act edit(RecordId record, Kind kind, Map<String, Value> fields, Seen seen) {
    return edit(record, kind, fields, Map.of(), seen);
  }

  /** Edits what was looked at before, where some fields go against their declaration. */
  public Act edit(
      RecordId record,
      Kind kind,
      Map<String, Value> fields,
      Map<String, Compartment> compartments,
      Seen seen) {
    return edited(
        record, kind, fields, compartments, List.of(), Optional.of(seen), Optional.empty());
  }

  /**
   * Edits a record as it was when somebody made sure of it: what has come since stands beside.
   *
   * @param on its heads then, read before it was made sure of
   */
  public Act editOn(
      Map<Compartment, List<RevisionId>> on,
      RecordId record,
      Kind kind,
      Map<String, Value> fields,
      Map<String, Compartment> compartments) {
    return edited(
        record,
        kind,
        fields,
        compartments,
        List.of(),
        Optional.empty(),
        Optional.of(Map.copyOf(on)));
  }

  /**
   * Says fields of a record again.
   *
   * @param after revisions that it builds on beside the heads
   */
  public Act restate(
      RecordId record, Kind kind, Map<String, Value> fields, List<RevisionId> after) {
    return edited(record, kind, fields, Map.of(), after, Optional.empty(), Optional.empty());
  }

  private Act edited(
      RecordId record,
      Kind kind,
      Map<String, Value> fields,
      Map<String, Compartment> compartments,
      List<RevisionId> after,
      Optional<Seen> seen,
      Optional<Map<Compartment, List<RevisionId>>> on) {
    if (!fields.isEmpty()) {
      parts.add(
          new Part(
              record,
              kind,
              Optional.empty(),
              new LinkedHashMap<>(fields),
              compartments,
              after,
              seen,
              on));
    }
    return this;
  }

  public Act because(String why) {
    reason = Optional.of(why).filter(w -> !w.isBlank());
    return this;
  }

  public List<Part> parts() {
    return parts;
  }

  Optional<String> reason() {
    return reason;
  }
}
