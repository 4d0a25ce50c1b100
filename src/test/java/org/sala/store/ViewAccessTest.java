package org.sala.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.ListQuery;
import org.sala.journal.Sample;
import org.sala.journal.SegmentJournal;
import org.sala.journal.TableJournal;

/** Real logins at a real server: who sees which rows, asked with plain SQL and with the program. */
class ViewAccessTest {
  @TempDir Path folder;
  private ServerAddress administrator;
  private ServerAddress importer;
  private ServerAddress analyst;

  @BeforeEach
  void database() {
    administrator = TestServer.database();
    importer = TestServer.login(administrator, "importer", "sala_follower");
    analyst = TestServer.login(administrator, "analyst", "sala_analyst");
  }

  private static ViewServer ready(ServerAddress address) {
    ViewServer.Opening opening = ViewServer.open(address);
    assertThat(opening).isInstanceOf(ViewServer.Opening.Ready.class);
    return ((ViewServer.Opening.Ready) opening).server();
  }

  /** Makes the view as an importer does, and fills it with records of every kind. */
  private void fill() throws Exception {
    try (SegmentJournal journal = new Sample(1).open(Files.createDirectories(folder.resolve("j")));
        View view = Views.view(ready(importer), journal)) {
      view.catchUp(journal.append(new AllKinds(4).changes(300)));
    }
  }

  private static String view() {
    return "view" + ViewFile.VERSION + ".";
  }

  private static List<List<String>> ask(ServerAddress who, String sql) throws SQLException {
    try (Connection connection = TestServer.connection(who);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<List<String>> all = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        all.add(row);
      }
      return all;
    }
  }

  private static Set<String> one(ServerAddress who, String sql) throws SQLException {
    return ask(who, sql).stream().map(List::getFirst).collect(Collectors.toSet());
  }

  /** What may be seen, worked out here from all rows and not by the database. */
  private Set<String> expected(boolean protection, boolean restricted) throws SQLException {
    Set<String> cases =
        one(
            administrator,
            "select record from "
                + view()
                + "field where name = 'sensitivity' and content like '%restricted%'");
    Map<String, Map<String, String>> references = new HashMap<>();
    for (List<String> r :
        ask(administrator, "select record, name, target from " + view() + "reference")) {
      references.computeIfAbsent(r.get(0), any -> new HashMap<>()).put(r.get(1), r.get(2));
    }
    Set<String> people = new HashSet<>();
    references.values().stream()
        .filter(r -> cases.contains(r.getOrDefault("case", "")) && r.containsKey("person"))
        .forEach(r -> people.add(r.get("person")));
    List<List<String>> same =
        ask(administrator, "select one, other from " + view() + "same_person_row where same");
    for (int before = -1; before < people.size(); ) {
      before = people.size();
      for (List<String> pair : same) {
        if (pair.stream().anyMatch(people::contains)) {
          people.addAll(pair);
        }
      }
    }
    Set<String> hidden = new HashSet<>(cases);
    hidden.addAll(people);
    references.forEach(
        (id, r) -> {
          if (people.contains(r.getOrDefault("saidBy", ""))) {
            hidden.add(id);
          }
        });
    Set<String> safe = Kinds.keepingSafe().stream().map(Kind::key).collect(Collectors.toSet());
    Set<String> hiddenScopes = new HashSet<>();
    List<List<String>> records =
        ask(administrator, "select id, kind, scope from " + view() + "record");
    records.stream()
        .filter(r -> hidden.contains(r.get(0)))
        .forEach(r -> hiddenScopes.add(r.get(2)));
    Set<String> hiddenPeople =
        records.stream()
            .filter(r -> hiddenScopes.contains(r.get(2)))
            .map(List::getFirst)
            .collect(Collectors.toSet());
    Set<String> links =
        records.stream()
            .filter(r -> r.get(1).equals("sameperson"))
            .map(List::getFirst)
            .filter(
                id ->
                    Stream.of("one", "other")
                        .map(n -> references.getOrDefault(id, Map.of()).getOrDefault(n, ""))
                        .anyMatch(hiddenPeople::contains))
            .collect(Collectors.toSet());
    assertThat(links).as("people of whom one is hidden").isNotEmpty();
    return records.stream()
        .filter(r -> restricted || !links.contains(r.get(0)))
        .filter(r -> protection || !safe.contains(r.get(1)))
        .filter(r -> restricted || !hiddenScopes.contains(r.get(2)))
        .map(List::getFirst)
        .collect(Collectors.toSet());
  }

  @Test
  void everybodySeesTheRowsThatAreForThemAndNoOther() throws Exception {
    fill();
    Map<String, String> about = new HashMap<>();
    for (List<String> c :
        ask(
            administrator,
            "select table_name, string_agg(column_name, ' ') from information_schema.columns where"
                + " table_schema = '"
                + view().replace(".", "")
                + "' and (column_name = 'record' or (column_name = 'id' and table_name like"
                + " '%\\_row')) and table_name <> 'parcel_row' group by table_name")) {
      about.put(c.get(0), c.get(1));
    }
    assertThat(about).hasSizeGreaterThan(14);
    for (String table :
        one(
            administrator,
            "select relname from pg_class where relkind = 'r' and relnamespace = '"
                + view().replace(".", "")
                + "'::regnamespace")) {
      assertThat(ask(analyst, "select count(*) from " + view() + table))
          .as("a table that somebody forgot to give a rule")
          .hasSize(1);
    }
    int[] seen = new int[2];
    for (boolean protection : List.of(false, true)) {
      for (boolean restricted : List.of(false, true)) {
        List<String> roles = new ArrayList<>(List.of("sala_analyst"));
        if (protection) {
          roles.add("sala_protection");
        }
        if (restricted) {
          roles.add("sala_restricted");
        }
        ServerAddress who =
            TestServer.login(
                administrator, "p" + protection + "r" + restricted, roles.toArray(new String[0]));
        Set<String> visible = expected(protection, restricted);
        assertThat(one(who, "select id from " + view() + "record")).isEqualTo(visible);
        for (Map.Entry<String, String> t : about.entrySet()) {
          String rows = "select " + t.getValue() + " from " + view() + t.getKey();
          String open =
              switch (t.getKey()) {
                case "revision", "head" -> " where not protection";
                case "dispute" -> " where name <> ''";
                default -> "";
              };
          Set<String> of = one(administrator, rows + (protection ? "" : open));
          of.retainAll(visible);
          Set<String> found = one(who, rows);
          if (t.getKey().equals("same_person_row") || t.getKey().equals("question_row")) {
            assertThat(of).as(t.getKey()).containsAll(found);
          } else {
            assertThat(found).as(t.getKey()).isEqualTo(of);
          }
          seen[0] += found.size();
        }
        seen[1]++;
      }
    }
    assertThat(seen[1]).isEqualTo(4);
    assertThat(expected(false, false).size())
        .isLessThan(expected(true, false).size())
        .isLessThan(expected(false, true).size())
        .isPositive();
  }

  @Test
  void theProgramShowsAnAnalystWhatTheDatabaseGives() throws Exception {
    fill();
    Set<String> visible = expected(false, false);
    try (ViewServer server = ready(analyst);
        SegmentJournal journal = new Sample(1).open(folder.resolve("j"));
        View view = Views.view(server, journal)) {
      assertThat(view.applied()).isEqualTo(300);
      Set<String> people =
          view.people().page(new ListQuery("", "wristband", false, 0, 1000)).rows().stream()
              .map(r -> r.id().toString())
              .collect(Collectors.toSet());
      assertThat(people).isNotEmpty();
      assertThat(visible).containsAll(people);
      assertThat(view.house().open(100)).as("nobody's stay").isEmpty();
      assertThat(people)
          .hasSizeLessThan(ask(administrator, "select id from " + view() + "person_row").size());
    }
  }

  @Test
  void aVersionThatSaysRestrictedCountsWhileAnotherSaysNormal() throws Exception {
    fill();
    List<String> open =
        ask(
                administrator,
                "select record, revision from "
                    + view()
                    + "field where name = 'sensitivity' and"
                    + " content like '%normal%' and record not in (select record from "
                    + view()
                    + "field where content like '%restricted%')")
            .getFirst();
    assertThat(one(analyst, "select id from " + view() + "record")).contains(open.get(0));
    TestServer.say(
        administrator,
        "insert into "
            + view()
            + "field values ('"
            + open.get(0)
            + "', 'sensitivity', repeat('a', 64), '\"restricted\"')");
    assertThat(one(analyst, "select id from " + view() + "record")).doesNotContain(open.get(0));
  }

  @Test
  void anotherRecordOfAHiddenPersonIsHiddenWithWhatSaysThatTheyAreOne() throws Exception {
    fill();
    Set<String> visible = one(analyst, "select id from " + view() + "record");
    List<String> seen =
        ask(administrator, "select id from " + view() + "record where kind = 'person'").stream()
            .map(List::getFirst)
            .filter(visible::contains)
            .toList();
    String hidden =
        ask(administrator, "select id from " + view() + "record where kind = 'person'").stream()
            .map(List::getFirst)
            .filter(id -> !visible.contains(id))
            .findFirst()
            .orElseThrow();
    // A chain: whoever is the same as somebody who is the same is hidden as well.
    link(1, hidden, seen.get(0), true);
    link(2, seen.get(1), seen.get(0), true);
    link(3, seen.get(2), seen.get(1), false);
    Set<String> now = one(analyst, "select id from " + view() + "record");
    assertThat(now)
        .doesNotContain(seen.get(0), seen.get(1), id(1), id(2), id(3))
        .contains(seen.get(2));
    assertThat(one(analyst, "select record from " + view() + "reference"))
        .doesNotContain(id(1), id(2), id(3));
    assertThat(one(analyst, "select id from " + view() + "same_person_row"))
        .doesNotContain(id(1), id(2), id(3));
    assertThat(now).isEqualTo(expected(false, false));
    ServerAddress both = TestServer.login(administrator, "both", "sala_analyst", "sala_restricted");
    assertThat(one(both, "select id from " + view() + "record"))
        .contains(hidden, seen.get(0), seen.get(1), id(1), id(2), id(3));
  }

  private static String id(int number) {
    return new java.util.UUID(7, number).toString();
  }

  /** That two people are one, or two, as a record in a scope of its own. */
  private void link(int number, String one, String other, boolean same) {
    TestServer.say(
        administrator,
        "insert into "
            + view()
            + "record values ('"
            + id(number)
            + "', 'sameperson', '"
            + new java.util.UUID(8, number)
            + "', 1, 1, 1)",
        "insert into "
            + view()
            + "reference values ('"
            + id(number)
            + "', 'one', '"
            + one
            + "'), ('"
            + id(number)
            + "', 'other', '"
            + other
            + "')",
        "insert into "
            + view()
            + "same_person_row values ('"
            + id(number)
            + "', '"
            + one
            + "', '"
            + other
            + "', "
            + same
            + ", "
            + !same
            + ", 1)");
  }

  @Test
  void anAnalystChangesNothingButAddsToTheJournal() throws Exception {
    fill();
    ServerAddress owner = TestServer.login(administrator, "owner", "sala_owner");
    assertThatThrownBy(() -> ServerSchema.make(importer)).isInstanceOf(StoreFault.class);
    ServerSchema.make(owner);
    assertThat(
            one(
                administrator,
                "select distinct tableowner from pg_tables where schemaname = 'sala'"))
        .containsExactly("sala_owner");
    Sample sample = new Sample(2);
    bothAppend(sample);
    TestServer.say(
        analyst, "insert into sala.object_entry(name, entry) values ('a', " + bytes(160) + ")");
    for (String sql :
        List.of(
            "insert into "
                + view()
                + "word values ('person', '"
                + new java.util.UUID(1, 1)
                + "', 'x')",
            "delete from " + view() + "record",
            "update " + view() + "person_row set name = ''",
            "update " + view() + "applied set last_sequence = 0",
            "drop schema view" + ViewFile.VERSION + " cascade",
            "alter table " + view() + "record disable row level security",
            "drop policy seen on " + view() + "record",
            "update sala.frame set segment = 1",
            "delete from sala.frame",
            "alter table sala.frame disable trigger all",
            "update sala.object_entry set entry = " + bytes(160),
            "delete from sala.object_entry",
            "create table public.mine(x int)",
            "create temporary table mine(x int)",
            "create schema mine",
            "set role sala_follower",
            "set role sala_protection")) {
      assertThatThrownBy(() -> TestServer.say(analyst, sql))
          .as(sql)
          .hasRootCauseInstanceOf(SQLException.class);
    }
    for (String sql :
        List.of(
            "delete from sala.frame",
            "update sala.segment set number = 9",
            "set role sala_owner")) {
      assertThatThrownBy(() -> TestServer.say(importer, sql))
          .as(sql)
          .hasRootCauseInstanceOf(SQLException.class);
    }
    for (ServerAddress who : List.of(analyst, importer)) {
      for (String sql :
          List.of(
              "next_frame = next_frame + 5",
              "next_frame = next_frame - 1",
              "next_frame = next_frame",
              "last_change = last_change + 1",
              "segment = segment + 1",
              "hash = " + bytes(32))) {
        assertThatThrownBy(() -> TestServer.say(who, "update sala.journal_end set " + sql))
            .as(sql)
            .hasRootCauseInstanceOf(SQLException.class);
      }
    }
    bothAppend(sample);
    goesOnlyToWhatItSaysOfItsLastFrame();
    ServerAddress stranger = TestServer.login(administrator, "stranger");
    assertThatThrownBy(() -> TestServer.say(stranger, "select 1"))
        .hasRootCauseInstanceOf(SQLException.class);
  }

  private void bothAppend(Sample sample) {
    for (ServerAddress who : List.of(analyst, importer)) {
      TableJournal.Opening opening =
          sample.open(ServerFrames.open(who), new Sample.Keyring(), Optional.empty());
      try (TableJournal journal = ((TableJournal.Opening.Opened) opening).journal()) {
        journal.append(List.of(sample.change(2)));
      }
    }
  }

  /** With a frame behind the end, its end is told as it is and not otherwise. */
  private void goesOnlyToWhatItSaysOfItsLastFrame() {
    String frame =
        "insert into sala.frame select next_frame, segment, "
            + bytes(64)
            + ", 'x'::bytea from"
            + " sala.journal_end";
    String right = "next_frame = next_frame + 1, last_change = last_change + 1, hash = ";
    String hash = "sha256(" + bytes(64) + " || 'x')";
    for (String wrong :
        List.of(
            right + bytes(32),
            "next_frame = next_frame + 1, hash = " + hash,
            right + hash + ", segment = segment + 2000",
            right + hash + ", segment = segment - 1")) {
      assertThatThrownBy(
              () ->
                  TestServer.say(
                      analyst, "begin", frame, "update sala.journal_end set " + wrong, "commit"))
          .as(wrong)
          .hasRootCauseInstanceOf(SQLException.class);
    }
    TestServer.say(
        analyst, "begin", frame, "update sala.journal_end set " + right + hash, "rollback");
  }

  private static String bytes(int length) {
    return "decode(repeat('00', " + length + "), 'hex')";
  }

  @Test
  void onlyAnImporterMakesAViewAndOneThatACrashEmptiedIsMadeAnew() throws Exception {
    assertThat(ViewServer.open(analyst)).isInstanceOf(ViewServer.Opening.NotMade.class);
    fill();
    assertThat(
            one(
                administrator,
                "select relname from pg_class where relkind in ('r', 'i') and relpersistence <> 'u'"
                    + " and relnamespace = '"
                    + view().replace(".", "")
                    + "'::regnamespace"))
        .as("tables and indexes whose rows go into the server's log")
        .isEmpty();
    // What a server does with its unlogged tables after a crash.
    String tables =
        ask(
                administrator,
                "select string_agg('"
                    + view()
                    + "' || relname, ', ') from pg_class where relkind = 'r' and"
                    + " relnamespace = '"
                    + view().replace(".", "")
                    + "'::regnamespace")
            .getFirst()
            .getFirst();
    TestServer.say(administrator, "truncate " + tables);
    assertThat(ViewServer.open(analyst)).isInstanceOf(ViewServer.Opening.NotMade.class);
    try (ViewServer server = ready(TestServer.login(administrator, "other", "sala_follower"));
        SegmentJournal journal = new Sample(1).open(folder.resolve("j"));
        View view = Views.view(server, journal)) {
      assertThat(view.applied()).isZero();
      journal.replay(0, view::catchUp);
      assertThat(view.applied()).isEqualTo(300);
    }
    assertThat(one(analyst, "select id from " + view() + "record"))
        .isEqualTo(expected(false, false));
  }
}
