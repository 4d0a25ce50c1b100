package org.sala.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sala.domain.RecordId;

/** Finds the packages of which something was told: that they came, and what answers them. */
public final class ReceiptRows {
  private final Reading sql;

  ReceiptRows(Reading sql) {
    this.sql = sql;
  }

  /** Packages to somebody that were not told as received yet, by what they are known by. */
  public List<RecordId> untold(String peer, Collection<String> digests) {
    return sql.listAny(
        "select id from parcel_row where outgoing and peer = ? and state not in ('RECEIVED',"
            + " 'SET_ASIDE') and digest = any(?) order by sequence, id",
        r -> new RecordId(r.getObject(1, UUID.class)),
        peer,
        digests.toArray(new String[0]));
  }

  /** Packages that were sealed for somebody and are one of these files. */
  public List<RecordId> withDigests(String peer, Collection<String> digests) {
    return sql.listAny(
        "select id from parcel_row where outgoing and peer = ? and digest = any(?) order by"
            + " sequence, id",
        r -> new RecordId(r.getObject(1, UUID.class)),
        peer,
        digests.toArray(new String[0]));
  }

  /**
   * Packages to somebody that were told as received, and that are not among those that are named
   * now.
   *
   * @param all whether the names are all that there are; otherwise what came before the first of
   *     those was told long ago
   */
  public List<RecordId> forgotten(String peer, Collection<String> named, boolean all) {
    return sql.list(
        "select id from parcel_row where outgoing and peer = ? and state = 'RECEIVED' and digest <>"
            + " all(?) and (? or sequence > (select coalesce(min(n.sequence), 0) from parcel_row n"
            + " where n.outgoing and n.peer = ? and n.digest = any(?))) order by sequence, id",
        r -> new RecordId(r.getObject(1, UUID.class)),
        peer,
        named.toArray(new String[0]),
        all,
        peer,
        named.toArray(new String[0]));
  }

  /** Digests of packages to somebody that were told as received and went before some others. */
  public List<String> receivedBefore(String peer, Collection<String> named) {
    return sql.list(
        "select digest from parcel_row where outgoing and peer = ? and state = 'RECEIVED' and"
            + " sequence < (select coalesce(min(n.sequence), 0) from parcel_row n where n.outgoing"
            + " and n.peer = ? and n.digest = any(?))",
        r -> r.getString(1),
        peer,
        peer,
        named.toArray(new String[0]));
  }

  /** What the last packages that came from somebody are known by, the last first. */
  public List<String> came(String peer, int most) {
    return sql.list(
        "select digest from parcel_row where not outgoing and peer like ? and state in ('IMPORTED',"
            + " 'PARTLY') order by sequence desc, id desc fetch first ? rows only",
        r -> r.getString(1),
        peer + "%",
        most);
  }

  /** Digests of all packages of somebody that were taken in, but for those that wait in part. */
  public List<String> takenIn(String peer) {
    return sql.list(
        "select digest from parcel_row where not outgoing and peer like ? and (state = 'IMPORTED'"
            + " or state = 'PARTLY' and held = 0) order by sequence, id",
        r -> r.getString(1),
        peer + "%");
  }

  /** Digests of all packages of somebody on which people have to decide, if only in part. */
  public List<String> waiting(String peer) {
    return sql.list(
        "select digest from parcel_row where not outgoing and peer like ? and (state = 'HELD' or"
            + " state = 'PARTLY' and held > 0) order by sequence, id",
        r -> r.getString(1),
        peer + "%");
  }

  /** When the last word came on a package that was sealed here; empty before the first. */
  public Optional<Long> lastWordMillis() {
    return sql.first(
        "select received_millis from parcel_row where outgoing and received_millis is not null"
            + " order by received_millis desc limit 1",
        r -> r.getLong(1));
  }

  /** Returns of each of some packages that came the last package that answers it. */
  public List<RecordId> answering(Collection<String> digests) {
    return sql.listAny(
        "select a.id from parcel_row a where a.outgoing and a.answers = any(?) and not exists"
            + " (select 1 from parcel_row b where b.outgoing and b.answers = a.answers and"
            + " b.peer = a.peer and b.sequence > a.sequence) order by a.id",
        r -> new RecordId(r.getObject(1, UUID.class)),
        (Object) digests.toArray(new String[0]));
  }

  /** The last answers to packages that came of which none was taken along, the first first. */
  public List<RecordId> answersHere() {
    return sql.list(
        "select a.id from parcel_row a where a.outgoing and a.answers <> '' and not a.carried and"
            + " exists (select 1 from parcel_row p where p.digest = a.answers and not p.outgoing)"
            + " and not exists (select 1 from parcel_row b where b.outgoing and b.answers ="
            + " a.answers and b.sequence > a.sequence) order by a.sequence, a.id",
        r -> new RecordId(r.getObject(1, UUID.class)));
  }

  /** Packages that were sealed here and are this file. */
  public List<RecordId> withDigest(String digest) {
    return sql.list(
        "select id from parcel_row where digest = ? and outgoing order by id",
        r -> new RecordId(r.getObject(1, UUID.class)),
        digest);
  }
}
