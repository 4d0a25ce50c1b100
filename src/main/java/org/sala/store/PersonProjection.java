package org.sala.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.domain.LowerFinding;
import org.sala.domain.Maker;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.domain.wire.Bounds;
import org.sala.domain.wire.Json;
import org.sala.merge.FieldState;
import org.sala.store.Around.Related;

/** Keeps the rows of the list of people: who someone is, and how far triage and screening are. */
final class PersonProjection {
  /** The fields by which other records say whom they are about. */
  static final List<String> REFERENCES = List.of("person", "saidBy");

  private static final Set<String> READ =
      Set.of("triage", "involvement", "finding", "confirmation", "outcome", "secondlook", "looked");

  /** Kinds of records of which it counts who wrote them. */
  private static final Set<String> SIGNED = Set.of("triage", "finding", "confirmation", "looked");

  private final Sql sql;
  private final Urgencies urgencies;
  private final Supplier<Set<StationId>> deciding;

  /**
   * @param deciding those whose word takes protection away from whomever another one protects
   */
  PersonProjection(Sql sql, Urgencies urgencies, Supplier<Set<StationId>> deciding) {
    this.sql = sql;
    this.urgencies = urgencies;
    this.deciding = deciding;
  }

  /** Refreshes the rows of people, whatever of them or around them was touched. */
  void refresh(Slice slice, Set<RecordId> ids) {
    if (ids.isEmpty()) {
      return;
    }
    Around around = new Around(sql, slice, ids, REFERENCES);
    Set<RecordId> wanted = new LinkedHashSet<>(ids);
    Set<RecordId> signed = new LinkedHashSet<>();
    for (RecordId id : ids) {
      for (Related r : around.of(id)) {
        if (READ.contains(r.kind())) {
          wanted.add(r.id());
        }
        if (SIGNED.contains(r.kind())) {
          signed.add(r.id());
        }
      }
      Related last = last(around.of(id), "screening");
      if (last != null) {
        wanted.add(last.id());
      }
    }
    slice.read(wanted);
    Set<RecordId> apart = slice.apart(ids);
    Map<UUID, Set<UUID>> stations = new HashMap<>();
    Map<UUID, StationId> makers = new HashMap<>();
    Map<UUID, String> authors = authors(signed, stations, makers);
    Map<RecordId, Integer> links = SamePersonProjection.links(sql, ids);
    List<@Nullable Object[]> rows = new ArrayList<>();
    List<Object[]> gone = new ArrayList<>();
    for (RecordId id : ids) {
      if (slice.fields(id).isEmpty()) {
        gone.add(new Object[] {id.value()});
      } else {
        rows.add(
            row(
                slice,
                id,
                new Shown(slice.fields(id), apart.contains(id)),
                around.of(id),
                around.millis(id),
                links.getOrDefault(id, 0),
                authors,
                makers,
                triage(slice, around.of(id), authors, stations)));
      }
    }
    sql.batch("delete from person_row where id = ?", gone);
    sql.put("person_row", 1, rows);
  }

  private @Nullable Object[] row(
      Slice slice,
      RecordId id,
      Shown person,
      List<Related> related,
      long millis,
      int links,
      Map<UUID, String> authors,
      Map<UUID, StationId> makers,
      Triage triage) {
    Names names = Names.of(person.all());
    Related screening = last(related, "screening");
    Finding finding = finding(slice, related, authors, makers);
    String screened =
        screening == null ? "" : new Shown(slice.fields(screening.id())).text("state", 20);
    AfterFinding after = AfterFinding.of(slice, related, finding, authors);
    Todo todo = todo(person, triage, screened, finding, after, millis);
    return new @Nullable Object[] {
      id.value(),
      person.text("wristband", 40),
      names.shown(),
      names.roman(),
      names.key(),
      person.text("sex", 20),
      births(person.all().get("birth")),
      families(person.all(), "language", 200),
      person.text("interpreter", 80),
      person.millis("arrived").orElse(null),
      person.millis("detained").orElse(null),
      triage.id(),
      triage.state(),
      triage.urgency(),
      triage.told(),
      screening == null ? null : screening.id().value(),
      screened,
      finding.id(),
      finding.code(),
      finding.lower(),
      finding.author(),
      finding.second() != null,
      finding.second(),
      finding.millis(),
      strongest(slice, related, "forced"),
      strongest(slice, related, "defrauded"),
      (int) related.stream().filter(r -> r.kind().equals("inside")).count(),
      person.disputes(),
      millis,
      triage.millis(),
      triage.author(),
      todo.rank(),
      todo.millis(),
      after.told(),
      after.look().name(),
      after.lookMillis(),
      after.lookAuthor(),
      links
    };
  }

  private static Todo todo(
      Shown person,
      Triage triage,
      String screened,
      Finding finding,
      AfterFinding after,
      long changed) {
    Todo todo = triage.todo(Todo.none(changed));
    Optional<Long> detained = person.millis("detained");
    if (detained.isPresent() && !screened.equals("closed")) {
      todo = todo.or(Need.DETAINED, detained.get());
    }
    if (finding.lower() && finding.second() == null) {
      todo = todo.or(Need.CONFIRM, finding.millis());
    }
    if (after.look() == AfterFinding.Look.OPEN) {
      todo = todo.or(Need.SECOND_LOOK, after.lookMillis());
    }
    if (person.disputes() > 0) {
      todo = todo.or(Need.VERSIONS, changed);
    }
    return finding.counts() && !after.told() ? todo.or(Need.OUTCOME, finding.millis()) : todo;
  }

  private record Triage(
      @Nullable UUID id,
      String state,
      String urgency,
      boolean told,
      @Nullable Long millis,
      @Nullable String author,
      List<Open> open) {

    /** What one triage has raised that nobody was told of, and since when. */
    private record Open(String codes, @Nullable Long since) {}

    Todo todo(Todo none) {
      Todo todo = none;
      for (Open o : open) {
        todo = todo.or(o.codes(), o.since());
      }
      return todo;
    }
  }

  /** How far the last one is, and what of any of them nobody was told of. */
  private Triage triage(
      Slice slice,
      List<Related> related,
      Map<UUID, String> authors,
      Map<UUID, Set<UUID>> stations) {
    @Nullable Related last = last(related, "triage");
    if (last == null) {
      return new Triage(null, "", "", false, null, null, List.of());
    }
    TreeSet<String> all = new TreeSet<>();
    List<Triage.Open> open = new ArrayList<>();
    String author = null;
    for (Related r : related) {
      if (r.kind().equals("triage")) {
        Set<String> codes =
            urgencies.open(slice, r.id(), stations.getOrDefault(r.id().value(), Set.of()));
        if (!codes.isEmpty()) {
          all.addAll(codes);
          open.add(
              new Triage.Open(String.join(" ", codes), since(new Shown(slice.fields(r.id())))));
          author = authors.getOrDefault(r.id().value(), "");
        }
      }
    }
    Shown t = new Shown(slice.fields(last.id()));
    return new Triage(
        last.id().value(),
        t.millis("done").isPresent() ? "done" : "begun",
        cut(String.join(" ", all), 200),
        open.isEmpty(),
        since(t),
        author,
        open);
  }

  private static @Nullable Long since(Shown triage) {
    return triage.millis("done").or(() -> triage.millis("began")).orElse(null);
  }

  record Finding(
      @Nullable UUID id,
      String code,
      boolean lower,
      @Nullable String author,
      @Nullable String second,
      @Nullable Long millis) {
    /** Whether there is one of which the person can be told. */
    boolean counts() {
      return id != null && !(lower && second == null);
    }
  }

  /** The finding that stands; a lower one is confirmed only by an agreeing record of another. */
  private Finding finding(
      Slice slice, List<Related> related, Map<UUID, String> authors, Map<UUID, StationId> makers) {
    Related finding =
        new StandingFinding(
                slice,
                related,
                f -> second(slice, related, f, authors) != null,
                new StandingFinding.Makers(makers, deciding.get()))
            .find()
            .orElse(null);
    if (finding == null) {
      return new Finding(null, "", false, null, null, null);
    }
    UUID id = finding.id().value();
    Shown f = new Shown(slice.fields(finding.id()));
    String code = f.text("finding", 60);
    return new Finding(
        id,
        code,
        LowerFinding.is(code, f.flag("lower")),
        authors.getOrDefault(id, ""),
        second(slice, related, finding, authors),
        f.millis("at").orElse(null));
  }

  /**
   * Who else has agreed to a finding; nobody while another officer says no to it. Of what one
   * officer said twice the later word counts, by that officer's own clock; of two at once the no.
   */
  private static @Nullable String second(
      Slice slice, List<Related> related, Related finding, Map<UUID, String> authors) {
    String author = authors.getOrDefault(finding.id().value(), "");
    Map<String, Shown> words = new TreeMap<>();
    for (Related r : related) {
      if (r.kind().equals("confirmation")) {
        Shown c = new Shown(slice.fields(r.id()));
        String by = authors.getOrDefault(r.id().value(), "");
        if (c.text("finding", 36).equals(finding.id().toString()) && !by.equals(author)) {
          words.merge(by, c, PersonProjection::later);
        }
      }
    }
    boolean agreed = words.values().stream().allMatch(c -> c.flag("agrees"));
    return agreed ? words.keySet().stream().findFirst().orElse(null) : null;
  }

  private static Shown later(Shown one, Shown other) {
    long first = one.millis("at").orElse(0L);
    long then = other.millis("at").orElse(0L);
    if (first == then) {
      return one.flag("agrees") ? other : one;
    }
    return first < then ? other : one;
  }

  /**
   * The officers who began each record: at the station that made it, or else who came first.
   *
   * @param stations gets all that have written one
   */
  private Map<UUID, String> authors(
      Set<RecordId> records, Map<UUID, Set<UUID>> stations, Map<UUID, StationId> makers) {
    Map<UUID, String> authors = new HashMap<>();
    sql.listAny(
        "select v.record, c.author, c.station from revision v join change_log c on c.id = v.change"
            + " where v.record = any(?) order by v.seq, v.id",
        r -> {
          UUID record = r.getObject(1, UUID.class);
          UUID by = r.getObject(3, UUID.class);
          Set<UUID> some = stations.computeIfAbsent(record, any -> new HashSet<>());
          boolean first = some.isEmpty();
          // Another hand's may have come before the maker's.
          boolean late =
              some.add(by) && !first && Maker.is(new StationId(by), new RecordId(record));
          if (first || late) {
            makers.put(record, new StationId(by));
            authors.put(record, r.getString(2));
          }
          return record;
        },
        (Object) Slice.uuids(records));
    return authors;
  }

  private static String strongest(Slice slice, List<Related> related, String axis) {
    List<String> grades = List.of("said", "presumed", "established");
    String best = "";
    for (Related r : related) {
      if (r.kind().equals("involvement")) {
        String grade = new Shown(slice.fields(r.id())).text(axis, 20);
        if (grades.indexOf(grade) > grades.indexOf(best)) {
          best = grade;
        }
      }
    }
    return best;
  }

  private static @Nullable Related last(List<Related> related, String kind) {
    Related last = null;
    for (Related r : related) {
      if (r.kind().equals(kind)) {
        last = r;
      }
    }
    return last;
  }

  /** Every version of the birth date as a JSON list: in a dispute all of them count. */
  private static String births(@Nullable FieldState birth) {
    Value all = new Value.Listing(birth == null ? List.of() : birth.values());
    if (!Bounds.isValue(all)) {
      // Nobody has typed that, and whoever reads it is to ask.
      all = new Value.Listing(List.of(PartialDate.unknown("").toValue()));
    }
    return new String(Json.write(all), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String families(Map<String, FieldState> fields, String family, int longest) {
    return cut(
        fields.values().stream()
            .filter(f -> f.key().startsWith(family + "/"))
            .filter(f -> f.values().stream().anyMatch(v -> !(v instanceof Value.Nothing)))
            .map(f -> f.key().substring(family.length() + 1))
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(" ")),
        longest);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
