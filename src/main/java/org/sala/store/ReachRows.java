package org.sala.store;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;

/** How far what stands on top of records has come: in which packages, and without what. */
public final class ReachRows {
  private final Reading sql;

  ReachRows(Reading sql) {
    this.sql = sql;
  }

  /** A head of a record, in which compartment, and the change and station that it is of. */
  public record Head(
      RecordId record,
      RevisionId revision,
      Compartment compartment,
      ChangeId change,
      StationId station) {}

  /** The heads of several records in both compartments. */
  public List<Head> heads(Collection<RecordId> records) {
    return sql.listAny(
        "select h.record, h.revision, h.protection, v.change, c.station from head h join revision v"
            + " on v.id = h.revision join change_log c on c.id = v.change where h.record = any(?)"
            + " order by h.record, h.revision",
        r ->
            new Head(
                new RecordId(r.getObject(1, UUID.class)),
                new RevisionId(r.getString(2)),
                r.getBoolean(3) ? Compartment.PROTECTION : Compartment.INVESTIGATION,
                new ChangeId(r.getObject(4, UUID.class)),
                new StationId(r.getObject(5, UUID.class))),
        (Object) Slice.uuids(records));
  }

  /**
   * A package that a revision's change left in.
   *
   * @param state the package's, or an outcome of the change where it differs
   * @param without whether the revision itself stayed here
   */
  public record Left(RevisionId revision, String state, boolean without) {}

  /**
   * Every package that the changes of some revisions left in, the last one last.
   *
   * @param to whom packages went that count; nothing for all
   */
  public List<Left> left(Collection<RevisionId> revisions, String to) {
    return sql.listAny(
        "select v.id, case when s.outcome = '' then p.state else s.outcome end, exists (select 1"
            + " from kept_back k where k.revision = v.id and k.parcel = s.parcel) from revision v"
            + " join sent s on s.change = v.change join parcel_row p on p.id = s.parcel join record"
            + " r on r.id = s.parcel where v.id = any(?) and s.outcome <> 'BROUGHT' and (not"
            + " p.outgoing or ? in ('', p.peer)) order by v.id, r.created_seq, s.parcel",
        r -> new Left(new RevisionId(r.getString(1)), r.getString(2), r.getBoolean(3)),
        revisions.stream().map(RevisionId::hex).toArray(String[]::new),
        to);
  }

  /**
   * Revisions of a station that stand on top of records and that nobody has receipted. The
   * protected part that a package went without is not behind: what keeps it is asked elsewhere.
   *
   * @param scopes of which records
   * @param to whose receipts count
   * @param staying kinds of records that never leave
   */
  public List<RevisionId> behind(
      Collection<ScopeId> scopes, StationId of, String to, Collection<String> staying) {
    return sql.listAny(
        "select v.id from record r join head h on h.record = r.id join revision v on v.id ="
            + " h.revision join change_log c on c.id = v.change where r.scope = any(?) and r.kind"
            + " <> all(?) and c.station = ? and not exists (select 1 from sent s join parcel_row p"
            + " on p.id = s.parcel where s.change = v.change and (not p.outgoing or p.peer = ?) and"
            + " case when s.outcome = '' then p.state else s.outcome end in ('RECEIVED', 'PARTLY',"
            + " 'WAITING', 'JOINED') and (h.protection or not exists (select 1 from kept_back k"
            + " where k.revision = v.id and k.parcel = s.parcel))) order by v.id",
        r -> new RevisionId(r.getString(1)),
        scopes.stream().map(ScopeId::value).toArray(UUID[]::new),
        staying.toArray(new String[0]),
        of.value(),
        to);
  }
}
