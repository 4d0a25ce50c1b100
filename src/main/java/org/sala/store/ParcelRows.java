package org.sala.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sala.crypto.Sha256;
import org.sala.domain.RecordId;

/**
 * Finds the packages that a list shows and that a carrier takes, however many there have ever been.
 */
public final class ParcelRows {
  /** Nobody ever tells of these, so that they are over once they have left. */
  private static final String UNTOLD = "purpose not in ('field', 'danger')";

  private static final String LYING =
      "select id, outgoing, state, digest, file_key, bytes from parcel_row where ";

  private final Reading sql;

  ParcelRows(Reading sql) {
    this.sql = sql;
  }

  /**
   * A package, as it would lie on a carrier.
   *
   * @param file stands for the name of its file, see {@link #key}
   */
  public record Lying(
      RecordId id, boolean outgoing, String state, String digest, String file, long size) {}

  /**
   * What stands for the name of a file. People may name a copy as they like: the name itself is in
   * the fields of the package alone.
   */
  public static String key(String fileName) {
    return fileName.isEmpty() ? "" : Sha256.hex(fileName.getBytes(StandardCharsets.UTF_8));
  }

  /** What leaves here or what came, the last sealed or come first; so many at most. */
  public List<RecordId> newest(boolean outgoing, int most) {
    return ids(
        "select id from parcel_row where outgoing = ? order by shown_millis desc, sequence desc, id"
            + " fetch next ? rows only",
        outgoing,
        most);
  }

  /** Returns how many packages there are that left, or that came. */
  public int count(boolean outgoing) {
    return (int) sql.number("select count(*) from parcel_row where outgoing = ?", outgoing);
  }

  /** Packages of whose files one has such a name, by the name; whatever became of them. */
  public Map<String, List<Lying>> named(Collection<String> fileNames) {
    Map<String, String> names = new HashMap<>();
    fileNames.forEach(n -> names.put(key(n), n));
    names.remove("");
    Map<String, List<Lying>> named = new HashMap<>();
    sql.listAny(
            LYING + "file_key = any(?) order by id",
            ParcelRows::lying,
            (Object) names.keySet().toArray(new String[0]))
        .forEach(
            l ->
                named
                    .computeIfAbsent(names.getOrDefault(l.file(), ""), n -> new ArrayList<>())
                    .add(l));
    return named;
  }

  /**
   * What was sealed here and may have to go by itself: what waits, and of what was carried and
   * nobody has told of reports and whatever left since some moment. The first sealed first.
   */
  public List<Lying> going(long sinceMillis) {
    return sql.list(
        LYING
            + "outgoing and (state = 'SEALED' or (state = 'CARRIED' and (purpose = 'report' or"
            + " left_millis >= ?))) order by shown_millis, sequence, id",
        ParcelRows::lying,
        sinceMillis);
  }

  /** Whether something that was carried and is no report left before some moment. */
  public boolean carriedBefore(long millis) {
    return sql.number(
            "select count(*) from parcel_row where outgoing and state = 'CARRIED' and purpose <>"
                + " 'report' and left_millis <= ?",
            millis)
        > 0;
  }

  /** Packages of a number, whoever sealed them, the last sealed or come first. */
  public List<RecordId> numbered(long sequence, int most) {
    return ids(
        "select id from parcel_row where sequence = ? order by shown_millis desc, id fetch next ?"
            + " rows only",
        sequence,
        most);
  }

  /** For whom each package is that was sealed here and has not left, in the order of numbers. */
  public Map<RecordId, String> sealedFor() {
    Map<RecordId, String> sealed = new LinkedHashMap<>();
    sql.list(
            "select id, peer from parcel_row where outgoing = true and state = 'SEALED' order by"
                + " sequence, id",
            r -> Map.entry(new RecordId(r.getObject(1, UUID.class)), r.getString(2)))
        .forEach(e -> sealed.put(e.getKey(), e.getValue()));
    return sealed;
  }

  /** What was sealed here and has not left. */
  public List<RecordId> sealed() {
    return ids(
        "select id from parcel_row where outgoing = true and state = 'SEALED' order by sequence,"
            + " id");
  }

  /**
   * What was sealed here, answers nothing, and is not over: nobody has told of it yet, or some of
   * it was refused. With it reports that arrived after one that is still open, for they may hold
   * that one whole.
   */
  public List<RecordId> asked() {
    return ids(
        "select p.id from parcel_row p where p.answers = '' and p.outgoing = true and ((p.state not"
            + " in ('RECEIVED', 'SET_ASIDE') and p."
            + UNTOLD
            + ") or exists (select 1 from sent s where s.parcel = p.id and s.outcome = 'REFUSED')"
            + " or p.purpose = 'report' and p.state = 'RECEIVED' and p.sequence > (select"
            + " min(o.sequence) from parcel_row o where o.answers = '' and o.outgoing = true and"
            + " o.purpose = 'report' and o.state in ('SEALED', 'CARRIED'))) order by p.id");
  }

  private List<RecordId> ids(String question, Object... values) {
    return sql.list(question, r -> new RecordId(r.getObject(1, UUID.class)), values);
  }

  private static Lying lying(ResultSet r) throws SQLException {
    return new Lying(
        new RecordId(r.getObject(1, UUID.class)),
        r.getBoolean(2),
        r.getString(3),
        r.getString(4),
        r.getString(5),
        r.getLong(6));
  }
}
