package org.sala.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sala.domain.ChangeHeader;
import org.sala.domain.Compartment;
import org.sala.domain.Piece;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.journal.Committed;
import org.sala.journal.Position;
import org.sala.merge.FieldState;
import org.sala.merge.Home;
import org.sala.merge.Lineage;
import org.sala.merge.Version;
import org.sala.merge.Written;

/**
 * Turns committed changes into rows, a slice at a time: what the view knows of the records touched
 * is read at once, the changes are taken in one by one in memory, and the rows are written at once.
 * Runs inside one transaction of the write connection.
 */
final class Projector {
  private final Sql sql;
  private final Function<Position, Optional<Revision>> bodies;
  private final Supplier<Set<StationId>> deciding;
  private final RecordRows rows;
  private final CaseProjection cases;
  private final PersonProjection people;
  private final ExhibitProjection exhibits;
  private final ParcelProjection parcels;
  private final AboutPersonProjection aboutPeople;
  private final WordProjection words;
  private final SamePersonProjection samePeople;
  private final QuestionProjection questions;
  private final Unshown unshown;

  Projector(Sql sql, Backing from) {
    this.sql = sql;
    this.bodies = from.bodies();
    this.deciding = from.deciding();
    this.rows = new RecordRows(sql);
    WrittenRows written = new WrittenRows(sql, from);
    this.cases = new CaseProjection(sql);
    this.people = new PersonProjection(sql, new Urgencies(written));
    this.parcels = new ParcelProjection(sql);
    this.exhibits = new ExhibitProjection(sql);
    this.aboutPeople = new AboutPersonProjection(sql);
    this.words = new WordProjection(sql);
    this.samePeople = new SamePersonProjection(sql, written);
    this.questions = new QuestionProjection(sql);
    this.unshown = new Unshown(sql);
  }

  /** Takes changes in; those that the view has already change nothing. */
  void apply(List<Committed> changes) {
    Claims claims = new Claims(sql, changes);
    List<Claims.Claim> whose = changes.stream().map(c -> claims.of(c.change().header())).toList();
    headers(changes, whose);
    List<Incoming> incoming = new ArrayList<>();
    List<Incoming> back = new ArrayList<>();
    for (Incoming in : coming(changes, whose, claims)) {
      (claims.held(in.revision()).isEmpty() ? incoming : back).add(in);
    }
    if (!incoming.isEmpty()) {
      Slice slice = begun(incoming);
      incoming.forEach(in -> take(slice, in));
      rows.write(slice, incoming);
      unshown.count(incoming);
      lists(slice);
    }
    if (!back.isEmpty()) {
      give(back);
    }
  }

  private Slice begun(List<Incoming> incoming) {
    Slice slice = new Slice(sql);
    Map<RecordId, Incoming> first = new LinkedHashMap<>();
    incoming.forEach(in -> first.putIfAbsent(in.revision().record(), in));
    slice.begin(first);
    return slice;
  }

  /** Takes nothing of a change but that it is there: what it says cannot be worked out. */
  void pass(Committed change) {
    List<Committed> one = List.of(change);
    headers(one, List.of(new Claims(sql, one).of(change.change().header())));
    unshown.count(change.sequence());
  }

  /** Whether something was counted since this was asked last that cannot be shown in full. */
  boolean hasPassed() {
    return unshown.hasCounted();
  }

  /** States how far the journal has been followed. */
  void reached(long sequence, String digest) {
    sql.update("update applied set last_sequence = ?, digest = ? where one = 1", sequence, digest);
  }

  /**
   * States on a server how far the journal has been followed, and tells all: one question instead
   * of two, while others wait.
   */
  void reachedAmongOthers(long sequence, String digest) {
    sql.list(
        "update applied set last_sequence = ?, digest = ? where one = 1 returning " + Dialect.TOLD,
        r -> "",
        sequence,
        digest,
        String.valueOf(sequence));
  }

  private void headers(List<Committed> changes, List<Claims.Claim> whose) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      Committed c = changes.get(i);
      ChangeHeader h = c.change().header();
      Claims.Claim claim = whose.get(i);
      rows.add(
          new Object[] {
            claim.change().value(),
            c.sequence(),
            h.author().hex(),
            h.station().value(),
            h.incarnation().value(),
            h.number(),
            h.time().toString(),
            h.time().instant().toEpochMilli(),
            claim.digest()
          });
    }
    sql.put("change_log", 1, rows);
  }

  /** Returns each revision that is not here, or rather of a change that comes than of the known. */
  private static Collection<Incoming> coming(
      List<Committed> changes, List<Claims.Claim> whose, Claims claims) {
    Map<RevisionId, Incoming> coming = new LinkedHashMap<>();
    Map<RevisionId, Claims.Claim> of = new HashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      Committed c = changes.get(i);
      Claims.Claim claim = whose.get(i);
      List<Piece> pieces = c.change().pieces();
      for (int p = 0; p < pieces.size(); p++) {
        if (pieces.get(p) instanceof Piece.Whole whole) {
          Revision r = whole.revision();
          Optional<Claims.Claim> known =
              Optional.ofNullable(of.get(r.id())).or(() -> claims.held(r));
          if (known.isEmpty() || claim.isBefore(known.get(), r)) {
            of.put(r.id(), claim);
            coming.put(r.id(), incoming(c, claim, r, p));
          }
        }
      }
    }
    return coming.values();
  }

  private static Incoming incoming(Committed c, Claims.Claim claim, Revision r, int piece) {
    return new Incoming(
        r,
        claim.change(),
        claim.station(),
        c.change().header().author(),
        c.sequence(),
        c.change().header().time().instant().toEpochMilli(),
        c.pieces().get(piece));
  }

  /** Gives revisions that are here to the changes whose they are: their records are joined anew. */
  private void give(List<Incoming> back) {
    sql.batch(
        "update revision set change = ?, seq = ?, segment = ?, place = ? where id = ?",
        back.stream()
            .map(
                in ->
                    new Object[] {
                      in.change().value(),
                      in.sequence(),
                      in.at().segment(),
                      in.at().offset(),
                      in.revision().id().hex()
                    })
            .toList());
    Slice slice = begun(back);
    back.forEach(
        in -> slice.touched(in.revision().record()).moved.add(in.revision().compartment()));
    slice.all().forEach(this::anew);
    rows.write(slice, List.of());
    lists(slice);
  }

  private void anew(Slice.Touched t) {
    List<WrittenRows.Row> all = new ArrayList<>();
    for (Compartment c : Compartment.values()) {
      all.addAll(WrittenRows.stored(sql, t.id, c));
    }
    Map<WrittenRows.Row, Written> written = new LinkedHashMap<>();
    all.forEach(row -> bodies.apply(row.at()).ifPresent(r -> written.put(row, row.written(r))));
    Home home = Home.made(written.values()).orElse(t.home);
    t.rehomed = !home.equals(t.home);
    t.home = home;
    List<WrittenRows.Row> counting =
        all.stream()
            .filter(
                row ->
                    Optional.ofNullable(written.get(row))
                        .map(Written::revision)
                        .filter(r -> !home.has(r))
                        .isEmpty())
            .toList();
    t.created = counting.stream().mapToLong(WrittenRows.Row::sequence).min().orElse(t.created);
    t.changed = counting.stream().mapToLong(WrittenRows.Row::sequence).max().orElse(t.changed);
    t.millis = counting.stream().mapToLong(WrittenRows.Row::millis).max().orElse(t.millis);
    for (Compartment c : Compartment.values()) {
      if (t.rehomed || t.moved.contains(c)) {
        t.moved.add(c);
        joined(
            t, c, written.values().stream().filter(w -> w.revision().compartment() == c).toList());
      }
    }
  }

  private void take(Slice slice, Incoming in) {
    Revision r = in.revision();
    Slice.Touched t = slice.touched(r.record());
    if (!t.home.has(r)) {
      strange(t, in);
      return;
    }
    Set<RevisionId> heads = t.heads(r.compartment());
    t.created = Math.min(t.created, in.sequence());
    t.changed = Math.max(t.changed, in.sequence());
    t.millis = Math.max(t.millis, in.millis());
    t.moved.add(r.compartment());
    boolean apart = t.apart && r.compartment() == Compartment.PROTECTION;
    boolean joins = setsAgain(r) || isGuarded(r) || apart || t.closed;
    if (heads.equals(new HashSet<>(r.parents())) && !joins) {
      straight(t, r, heads);
    } else {
      joined(t, r.compartment(), all(t, in, Optional.of(r.compartment())));
    }
    t.incoming.add(in);
    t.closed |= Lineage.isClosedForGood(t.kind()) && r.fields().containsKey(Lineage.CLOSING);
  }

  /** The usual case: built on all heads, so it replaces what it sets. */
  private static void straight(Slice.Touched t, Revision r, Set<RevisionId> heads) {
    heads.clear();
    heads.add(r.id());
    if (r.compartment() == Compartment.INVESTIGATION) {
      for (Map.Entry<String, Value> f : r.fields().entrySet()) {
        t.set(new FieldState(f.getKey(), List.of(new Version(r.id(), f.getValue()))));
      }
    }
  }

  /**
   * Returns whether a revision may write again what is written once, which only the whole lineage
   * shows.
   */
  private static boolean setsAgain(Revision r) {
    return !r.parents().isEmpty()
        && r.compartment() == Compartment.INVESTIGATION
        && r.fields().keySet().stream().anyMatch(key -> Lineage.isClosed(r, key));
  }

  /** Returns whether a revision may write over what another station said to protect somebody. */
  private static boolean isGuarded(Revision r) {
    return !r.parents().isEmpty()
        && r.compartment() == Compartment.INVESTIGATION
        && r.fields().keySet().stream().anyMatch(key -> Lineage.isGuarded(r.kind(), key));
  }

  /**
   * Takes a revision that names another home than the one by which its record is known. The
   * record's maker is believed; of anybody else it is kept, and counts for nothing.
   */
  private void strange(Slice.Touched t, Incoming in) {
    List<Written> all = all(t, in, Optional.empty());
    t.incoming.add(in);
    Home home = Home.made(all).orElse(t.home);
    if (home.equals(t.home)) {
      return;
    }
    t.home = home;
    t.rehomed = true;
    t.millis = Math.max(t.millis, in.millis());
    for (Compartment c : Compartment.values()) {
      t.moved.add(c);
      joined(t, c, all.stream().filter(w -> w.revision().compartment() == c).toList());
    }
    t.closed = Lineage.isClosedForGood(t.kind()) && t.set.containsKey(Lineage.CLOSING);
  }

  /** Versions met that did not know of each other: the whole lineage is joined. */
  private void joined(Slice.Touched t, Compartment compartment, List<Written> all) {
    Lineage lineage = Lineage.of(t.home, all, deciding.get());
    Set<RevisionId> heads = t.heads(compartment);
    heads.clear();
    heads.addAll(lineage.heads());
    if (compartment == Compartment.INVESTIGATION) {
      t.cleared = true;
      t.set.clear();
      lineage.fields().values().forEach(t::set);
    } else {
      t.apart =
          lineage.fields().values().stream()
              .anyMatch(
                  f ->
                      f.disputed()
                          && Lineage.isDecided(t.kind(), f.key())
                          && lineage.mayBeDecided(f.key()));
    }
  }

  /** Returns all that is known of a record, with what comes now; in one compartment or in both. */
  private List<Written> all(Slice.Touched t, Incoming in, Optional<Compartment> compartment) {
    List<Written> all = new ArrayList<>();
    all.add(in.written());
    for (Incoming earlier : t.incoming) {
      if (compartment.filter(c -> c != earlier.revision().compartment()).isEmpty()) {
        all.add(earlier.written());
      }
    }
    if (!t.fresh) {
      for (Compartment c : Compartment.values()) {
        if (compartment.filter(only -> only != c).isEmpty()) {
          WrittenRows.stored(sql, t.id, c)
              .forEach(row -> bodies.apply(row.at()).ifPresent(r -> all.add(row.written(r))));
        }
      }
    }
    return all;
  }

  /** Refreshes the rows of lists that the touched records stand in. */
  private void lists(Slice slice) {
    slice.read(slice.all().stream().map(t -> t.id).toList());
    Set<RecordId> personRows = new LinkedHashSet<>();
    Set<RecordId> exhibitRows = new LinkedHashSet<>();
    Set<RecordId> linked = new LinkedHashSet<>();
    for (Slice.Touched t : slice.all()) {
      if (t.kind().equals("person")) {
        personRows.add(t.id);
      } else {
        about(t, PersonProjection.REFERENCES, personRows);
      }
      if (t.kind().equals("exhibit")) {
        exhibitRows.add(t.id);
      } else {
        about(t, ExhibitProjection.REFERENCES, exhibitRows);
      }
      if (t.kind().equals(SamePersonProjection.KIND)) {
        about(t, SamePersonProjection.REFERENCES, linked);
      }
    }
    personRows.addAll(people(linked));
    parcels.refresh(slice);
    aboutPeople.refresh(slice);
    words.refresh(slice);
    samePeople.refresh(slice);
    questions.refresh(slice);
    people.refresh(slice, personRows);
    exhibits.refresh(slice, exhibitRows);
    cases.refresh(slice);
  }

  /** Of two that are held to be one, one may only have been told of: that is no row of a person. */
  private List<RecordId> people(Set<RecordId> linked) {
    return sql.listAny(
        "select id from record where id = any(?) and kind = 'person'",
        r -> new RecordId(r.getObject(1, UUID.class)),
        (Object) Slice.uuids(linked));
  }

  /** Whom or what a record is about, and was about before. */
  private static void about(Slice.Touched t, List<String> references, Set<RecordId> to) {
    for (String name : references) {
      for (Map<String, UUID> side : List.of(t.before, t.after)) {
        UUID target = side.get(name);
        if (target != null) {
          to.add(new RecordId(target));
        }
      }
    }
  }
}
