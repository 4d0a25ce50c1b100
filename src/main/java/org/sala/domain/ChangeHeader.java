package org.sala.domain;

import java.util.List;

/**
 * What an officer signs: who, where, when, and the ids of the revisions. Readable by whoever holds
 * the change, and says nothing of any person.
 *
 * @param bytes as the author's program wrote them, never changed
 * @param number dense per station and incarnation, from 1; shows gaps and forks
 */
public record ChangeHeader(
    byte[] bytes,
    ChangeId id,
    Fingerprint author,
    StationId station,
    IncarnationId incarnation,
    long number,
    Moment time,
    Hlc logical,
    List<RevisionId> revisions) {

  public ChangeHeader {
    revisions = List.copyOf(revisions);
    if (number < 1) {
      throw new DomainFault(DomainFault.Code.BAD_CHANGE, "numbers begin at 1");
    }
  }

  /** The bytes as they were written; callers must not change them. */
  @Override
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChangeHeader h && java.util.Arrays.equals(h.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "ChangeHeader[" + id + "]";
  }
}
