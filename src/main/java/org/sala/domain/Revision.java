package org.sala.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An immutable piece of a record: the fields of one compartment that one act set. Its bytes were
 * written once by its author's program and are passed on unchanged; its id is their SHA-256.
 *
 * @param fields by flat key; {@link Value.Nothing} empties a field
 */
public record Revision(
    RevisionId id,
    byte[] bytes,
    RecordId record,
    String kind,
    List<RevisionId> parents,
    ScopeId scope,
    Compartment compartment,
    Map<String, Value> fields,
    Optional<String> reason) {

  public Revision {
    parents = List.copyOf(parents);
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** The bytes as they were written; callers must not change them. */
  @Override
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Revision r && r.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "Revision[" + kind + " " + id.hex().substring(0, 8) + "]";
  }
}
