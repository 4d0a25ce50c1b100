package org.sala.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sala.domain.ChangeHeader;
import org.sala.domain.Maker;
import org.sala.domain.RecordId;
import org.sala.domain.wire.Bounds;
import org.sala.journal.Committed;

/**
 * Turns committed changes into rows, a slice at a time: what the view knows of the records touched
 * is read at once, the changes are taken in one by one in memory, and the rows are written at once.
 * Runs inside one transaction of the write connection.
 */
final class Projector {
  private final Sql sql;
  private final Taking taking;
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
    this.taking = new Taking(sql, from);
    this.rows = new RecordRows(sql);
    WrittenRows written = new WrittenRows(sql, from);
    this.cases = new CaseProjection(sql);
    this.people = new PersonProjection(sql, new Urgencies(written), from.deciding());
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
    headers(changes, claims);
    Map<Boolean, List<Incoming>> coming =
        claims.coming().stream().collect(Collectors.partitioningBy(claims::isHeld));
    take(coming.getOrDefault(false, List.of()));
    give(coming.getOrDefault(true, List.of()));
  }

  private void take(List<Incoming> incoming) {
    if (!incoming.isEmpty()) {
      Slice slice = begun(incoming);
      taking.take(slice, incoming);
      rows.write(slice, incoming);
      unshown.count(incoming);
      lists(slice);
    }
  }

  /** Gives revisions that are here to the changes whose they are: their records are joined anew. */
  private void give(List<Incoming> given) {
    if (!given.isEmpty()) {
      rows.give(given);
      Slice slice = begun(given);
      taking.takeAnew(slice, given);
      rows.write(slice, List.of());
      lists(slice);
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
    headers(one, new Claims(sql, one));
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

  private void headers(List<Committed> changes, Claims claims) {
    List<Object[]> rows = new ArrayList<>();
    List<Object[]> unfit = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      Committed c = changes.get(i);
      ChangeHeader h = c.change().header();
      Claim claim = claims.all().get(i);
      if (!Bounds.isWithin(c.change()) || !Maker.is(h.station(), h.id())) {
        unfit.add(new Object[] {claim.change().value()});
      }
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
    sql.put("unfit", 1, unfit);
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
