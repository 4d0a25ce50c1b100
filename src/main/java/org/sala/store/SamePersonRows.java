package org.sala.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sala.domain.RecordId;

/** Finds the records that may tell of the same person, and what was said of them. */
public final class SamePersonRows {
  /** A clue that more people share than these leads to none of them. */
  public static final int SHARED_BY = 24;

  /** Clues that are read with one question. */
  private static final int CLUES = 50_000;

  private final Reading sql;

  SamePersonRows(Reading sql) {
    this.sql = sql;
  }

  /** Two records, the one with the lower id first. */
  public record Pair(RecordId one, RecordId other) {
    public Pair {
      if (one.value().compareTo(other.value()) > 0) {
        RecordId lower = other;
        other = one;
        one = lower;
      }
    }
  }

  /**
   * What was said of two records; both where stations say different things.
   *
   * @param id the record that says it
   */
  public record Said(
      RecordId id, RecordId one, RecordId other, boolean same, boolean different, long millis) {
    public Pair pair() {
      return new Pair(one, other);
    }

    /** Returns the one of the two that is not this one. */
    public RecordId besides(RecordId person) {
      return one.equals(person) ? other : one;
    }
  }

  /**
   * Pairs that share clues and of which nothing was said, those that share most first. Records are
   * never compared with each other: what costs time is reading the clues once.
   */
  public List<Pair> alike(int most) {
    return new SharedClues(sql, CLUES).first(most, decided(Set.of()));
  }

  /** Returns the pairs of one person with others who share clues with that person. */
  public List<Pair> alike(RecordId person, int most) {
    Map<Pair, Integer> worth = new HashMap<>();
    count(worth, "k.hash in (select hash from person_key where person = ?)", person.value());
    worth.keySet().removeIf(p -> !p.one().equals(person) && !p.other().equals(person));
    return first(worth, most);
  }

  private record Clue(long hash, RecordId person, int weight) {}

  private void count(Map<Pair, Integer> worth, String which, Object value) {
    Map<Long, List<Clue>> byClue = new HashMap<>();
    sql.list(
            "select k.hash, k.person, k.weight from person_key k where " + which,
            r -> new Clue(r.getLong(1), new RecordId(r.getObject(2, UUID.class)), r.getInt(3)),
            value)
        .forEach(c -> byClue.computeIfAbsent(c.hash(), any -> new ArrayList<>()).add(c));
    for (List<Clue> sharing : byClue.values()) {
      for (int i = 0; sharing.size() <= SHARED_BY && i < sharing.size(); i++) {
        for (int j = i + 1; j < sharing.size(); j++) {
          worth.merge(
              new Pair(sharing.get(i).person(), sharing.get(j).person()),
              sharing.get(i).weight(),
              Integer::sum);
        }
      }
    }
  }

  /** Returns the pairs of whom it was said whether they are one, and nobody says otherwise. */
  private Set<Pair> decided(Set<RecordId> people) {
    Set<Pair> decided = new HashSet<>();
    for (Said s : said(people)) {
      if (s.same() != s.different()) {
        decided.add(s.pair());
      }
    }
    return decided;
  }

  private List<Pair> first(Map<Pair, Integer> worth, int most) {
    Set<Pair> decided = decided(worth.size() > 1000 ? Set.of() : people(worth.keySet()));
    return worth.entrySet().stream()
        .filter(e -> !decided.contains(e.getKey()))
        .sorted(
            Comparator.comparingInt((Map.Entry<Pair, Integer> e) -> -e.getValue())
                .thenComparing(e -> e.getKey().one().value())
                .thenComparing(e -> e.getKey().other().value()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Set<RecordId> people(Collection<Pair> pairs) {
    Set<RecordId> people = new HashSet<>();
    for (Pair p : pairs) {
      people.add(p.one());
      people.add(p.other());
    }
    return people;
  }

  /**
   * What was said of any of these people and counts, the last first.
   *
   * @param people none for all
   */
  public List<Said> said(Set<RecordId> people) {
    if (people.isEmpty()) {
      return sql.list(
          "select * from same_person_row where same or different order by changed_millis desc, id",
          SamePersonRows::said);
    }
    return sql.list(
        "select * from same_person_row where (same or different) and (one = any(?) or other ="
            + " any(?)) order by changed_millis desc, id",
        SamePersonRows::said,
        (Object) Slice.uuids(people),
        (Object) Slice.uuids(people));
  }

  /**
   * The links that say that any of these people is one with another, in no particular order.
   *
   * @param most no more of them are read
   */
  public List<Said> same(Set<RecordId> people, int most) {
    return sql.list(
        "select * from same_person_row where same and (one = any(?) or other = any(?)) fetch next"
            + " ? rows only",
        SamePersonRows::said,
        (Object) Slice.uuids(people),
        (Object) Slice.uuids(people),
        most);
  }

  /** How many links there are that say that two are one. */
  public long links() {
    return sql.number("select count(*) from same_person_row where same");
  }

  private static Said said(ResultSet r) throws SQLException {
    return new Said(
        new RecordId(r.getObject("id", UUID.class)),
        new RecordId(r.getObject("one", UUID.class)),
        new RecordId(r.getObject("other", UUID.class)),
        r.getBoolean("same"),
        r.getBoolean("different"),
        r.getLong("changed_millis"));
  }
}
