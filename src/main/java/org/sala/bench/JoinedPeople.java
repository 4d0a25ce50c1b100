package org.sala.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;

/**
 * Whom the stations write about, by number: ids and at most two heads of each, in arrays that are
 * there from the start, so that what grows in memory is not what the measurement itself knows.
 */
final class JoinedPeople {
  private static final int HEADS = 2;
  private static final int HEAD = 32;
  private static final int LONGS = 4;

  private final long[] ids;
  private final byte[] heads;
  private final byte[] many;

  JoinedPeople(int people) {
    ids = new long[people * LONGS];
    heads = new byte[people * HEADS * HEAD];
    many = new byte[people];
  }

  void put(int person, RecordId record, ScopeId scope) {
    put(person * LONGS, record.value());
    put(person * LONGS + 2, scope.value());
  }

  private void put(int at, UUID id) {
    ids[at] = id.getMostSignificantBits();
    ids[at + 1] = id.getLeastSignificantBits();
  }

  RecordId record(int person) {
    return new RecordId(id(person * LONGS));
  }

  ScopeId scope(int person) {
    return new ScopeId(id(person * LONGS + 2));
  }

  private UUID id(int at) {
    return new UUID(ids[at], ids[at + 1]);
  }

  /** The versions that nobody has edited yet, the oldest first. */
  List<RevisionId> heads(int person) {
    List<RevisionId> all = new ArrayList<>();
    for (int i = 0; i < many[person]; i++) {
      int at = (person * HEADS + i) * HEAD;
      all.add(RevisionId.of(Arrays.copyOfRange(heads, at, at + HEAD)));
    }
    return all;
  }

  void heads(int person, List<RevisionId> now) {
    many[person] = (byte) now.size();
    for (int i = 0; i < now.size(); i++) {
      byte[] head = HexFormat.of().parseHex(now.get(i).hex());
      System.arraycopy(head, 0, heads, (person * HEADS + i) * HEAD, HEAD);
    }
  }
}
