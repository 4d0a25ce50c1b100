package org.sala.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;

/**
 * Who reads which rows of a view on a server, by the database's own row-level security, whatever
 * program asks. Every row of a view is about records; it is there for those who may see all of
 * them.
 *
 * <p>Without {@code sala_protection} there is no row of a kind that keeps somebody safe, and none
 * of the protected compartment. Without {@code sala_restricted} there is nothing of the scope of a
 * case that any version calls restricted, nor of people who are involved in one, nor of other
 * records of the same people, nor of those whom they left behind. That somebody hidden is the same
 * as somebody else is not there either.
 */
final class ViewAccess {
  static final String FOLLOWER = "sala_follower";
  private static final String ANALYST = "sala_analyst";

  /** Tables without names, and about no single record. */
  private static final List<String> OPEN =
      List.of("applied", "change_log", "unshown", "unfit", "parcel_row", "sent", "kept_back");

  /** Columns that name records, by table. */
  private static final Map<String, List<String>> ABOUT = about();

  private ViewAccess() {}

  private static Map<String, List<String>> about() {
    Map<String, List<String>> about = new LinkedHashMap<>();
    about.put("revision", List.of("record"));
    about.put("head", List.of("record"));
    about.put("field", List.of("record"));
    about.put("dispute", List.of("record"));
    about.put("reference", List.of("record"));
    about.put("word", List.of("record"));
    about.put("case_row", List.of("id"));
    about.put("exhibit_row", List.of("id"));
    about.put("person_row", List.of("id"));
    about.put("screening_row", List.of("id"));
    about.put("referral_row", List.of("id"));
    about.put("consent_row", List.of("id"));
    about.put("stay_row", List.of("id"));
    about.put("pair_row", List.of("id"));
    about.put("filled_row", List.of("id"));
    about.put("person_key", List.of("person"));
    about.put("same_person_row", List.of("id", "one", "other"));
    about.put("question_row", List.of("id", "about"));
    return about;
  }

  /**
   * Returns the statements that set the row-level security, for the tables of a schema that the
   * current role owns.
   */
  static List<String> statements(String schema) {
    List<String> sql = new ArrayList<>();
    sql.add("grant usage on schema " + schema + " to " + ANALYST);
    for (String table : OPEN) {
      sql.add("grant select on " + table + " to " + ANALYST);
    }
    sql.add(
        "create index field_restricted on field(record) where name = 'sensitivity' and content ="
            + " '\"restricted\"'");
    sql.add(restricted(schema));
    sql.add("revoke all on function restricted_scopes() from public");
    sql.add("grant execute on function restricted_scopes() to " + ANALYST);
    sql.add(linked(schema));
    sql.add("revoke all on function restricted_links() from public");
    sql.add("grant execute on function restricted_links() to " + ANALYST);
    sql.add(
        policy(
            "record",
            has("sala_protection")
                + " or kind <> all (array["
                + Kinds.keepingSafe().stream()
                    .map(Kind::key)
                    .map(k -> "'" + k + "'")
                    .collect(Collectors.joining(", "))
                + "])) and ("
                + has("sala_restricted")
                + " or (scope <> all ((select restricted_scopes())::uuid[])"
                + " and (kind <> '"
                + SamePersonProjection.KIND
                + "' or id <> all ((select restricted_links())::uuid[])))"));
    ABOUT.forEach(
        (table, columns) ->
            sql.add(
                policy(
                    table,
                    columns.stream()
                            .map(
                                c ->
                                    "exists (select 1 from record r where r.id = "
                                        + table
                                        + "."
                                        + c
                                        + ")")
                            .collect(Collectors.joining(" and "))
                        + protection(table))));
    for (String table : all()) {
      sql.add("alter table " + table + " enable row level security");
      sql.add("grant select on " + table + " to " + ANALYST);
    }
    return sql;
  }

  /**
   * Returns the condition that leaves a table's protected rows to whoever may read them; a dispute
   * without a name is one of these.
   */
  private static String protection(String table) {
    String open =
        switch (table) {
          case "revision", "head" -> "not protection";
          case "dispute" -> "name <> ''";
          default -> "";
        };
    return open.isEmpty() ? "" : " and (" + open + " or " + has("sala_protection") + ")";
  }

  private static List<String> all() {
    List<String> all = new ArrayList<>(ABOUT.keySet());
    all.add("record");
    return all;
  }

  private static String policy(String table, String rows) {
    return "create policy seen on "
        + table
        + " for select to "
        + ANALYST
        + " using (("
        + rows
        + "))";
  }

  /** Asked once a statement, not once a row. */
  private static String has(String role) {
    return "(select pg_has_role(current_user, '" + role + "', 'member'))";
  }

  /** Runs as the tables' owner, for whoever asks may not see what it looks at. */
  private static String restricted(String schema) {
    return """
    create function restricted_scopes() returns uuid[] language sql stable security definer
    set search_path = %1$s, pg_temp as $$
      with recursive cases as (
        select distinct record from field
        where name = 'sensitivity' and content = '"restricted"'),
      people(id) as (
        select rp.target from cases c
        join reference rc on rc.target = c.record and rc.name = 'case'
        join reference rp on rp.record = rc.record and rp.name = 'person'
        union
        select s.id from people p cross join lateral (
          select other id from same_person_row where same and one = p.id
          union all select one from same_person_row where same and other = p.id) s)
      select coalesce(array_agg(r.scope), array[]::uuid[]) from record r where r.id in (
        select record from cases
        union select id from people
        union select i.record from people p
          join reference i on i.target = p.id and i.name = 'saidBy')
    $$\
    """
        .formatted(schema);
  }

  /**
   * What was said of two people of whom one is hidden, whether they are the same or not: a record
   * of the station's own scope, which names both.
   */
  private static String linked(String schema) {
    return """
    create function restricted_links() returns uuid[] language sql stable security definer
    set search_path = %1$s, pg_temp as $$
      select coalesce(array_agg(distinct f.record), array[]::uuid[])
      from record l
      join reference f on f.record = l.id and f.name in (%2$s)
      join record r on r.id = f.target
      where l.kind = '%3$s' and r.scope = any (restricted_scopes())
    $$\
    """
        .formatted(
            schema,
            SamePersonProjection.REFERENCES.stream()
                .map(n -> "'" + n + "'")
                .collect(Collectors.joining(", ")),
            SamePersonProjection.KIND);
  }
}
