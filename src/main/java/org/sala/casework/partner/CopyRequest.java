package org.sala.casework.partner;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.sala.domain.RecordId;

/**
 * What an officer wants copied, for whom and for what.
 *
 * @param partner the agency's record
 * @param purpose as people are asked for it
 * @param removed what the officer takes out; a field that is empty takes out the whole record
 * @param added what the officer adds, and why
 */
public record CopyRequest(
    RecordId partner, String purpose, Scope scope, Set<Part> removed, Map<Part, String> added) {
  public CopyRequest {
    removed = Set.copyOf(removed);
    added = Map.copyOf(added);
    if (added.values().stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("what is added is added for a reason");
    }
  }

  public CopyRequest(RecordId partner, String purpose, Scope scope) {
    this(partner, purpose, scope, Set.of(), Map.of());
  }

  /** What a copy is about. */
  public sealed interface Scope {
    /** A case with everybody in it who lets it happen. */
    record OneCase(RecordId id) implements Scope {}

    record OnePerson(RecordId id) implements Scope {}

    /** What a referral tells of a person, and nothing else. */
    record OneReferral(RecordId person, RecordId referral) implements Scope {}
  }

  /** A field of a record, or with an empty field all of it. */
  public record Part(RecordId record, String field) {}

  /**
   * Returns this request for another agency or purpose. What was taken out by hand stays out; what
   * was added for a reason was added for this one.
   */
  public CopyRequest to(RecordId other, String purposeThere) {
    return new CopyRequest(other, purposeThere, scope, removed, Map.of());
  }

  /** Returns this request without one part more, or with it again. */
  public CopyRequest without(Part part, boolean out) {
    Set<Part> all = new LinkedHashSet<>(removed);
    if (out) {
      all.add(part);
    } else {
      all.remove(part);
    }
    return new CopyRequest(partner, purpose, scope, all, added);
  }

  /** Returns this request with a part that stays otherwise. */
  public CopyRequest with(Part part, String reason) {
    Map<Part, String> all = new LinkedHashMap<>(added);
    all.put(part, reason.strip());
    return new CopyRequest(partner, purpose, scope, removed, all);
  }

  /** Returns this request without a part that was added. */
  public CopyRequest notAdding(Part part) {
    Map<Part, String> all = new LinkedHashMap<>(added);
    all.remove(part);
    return new CopyRequest(partner, purpose, scope, removed, all);
  }
}
