package org.sala.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds records of one kind by what was typed: every typed word has to begin one of theirs. Asks
 * the two indexes of words alone, and never reads more than it was told to.
 */
final class Beginnings {
  private static final String RANGE = " word >= ? and word < ?";

  private final Reading sql;
  private final String kind;
  private final List<String> starts;

  Beginnings(Reading sql, String kind, String typed) {
    this.sql = sql;
    this.kind = kind;
    String folded = Folding.fold(typed);
    this.starts = folded.isEmpty() ? List.of() : List.of(folded.split(" "));
  }

  /** Whether nothing was typed: then everything is found. */
  boolean isAll() {
    return starts.isEmpty();
  }

  /**
   * The records found, in the order of their words, so that an exact word comes first; empty where
   * even the rarest of the typed words begins more than so many.
   */
  Optional<List<UUID>> few(int most) {
    List<UUID> fewest = rarest(most + 1);
    return fewest.size() > most ? Optional.empty() : Optional.of(inAll(fewest));
  }

  /** Some that are found, soonest in the order of their words; of very many, not all. */
  List<UUID> first(int most) {
    // A record has several words that begin alike; and of two words, either may be the common one.
    List<UUID> some = rarest(starts.size() > 1 ? 2_000 : most * 8);
    return inAll(some).stream().limit(most).toList();
  }

  private List<UUID> rarest(int most) {
    List<UUID> fewest = List.of();
    boolean begun = false;
    for (String start : starts) {
      List<UUID> some = with(start, most);
      if (!begun || some.size() < fewest.size()) {
        fewest = some;
        begun = true;
      }
    }
    return fewest;
  }

  private List<UUID> inAll(List<UUID> some) {
    Set<UUID> found = new LinkedHashSet<>(some);
    if (starts.size() > 1) {
      found.retainAll(among(List.copyOf(found)));
    }
    return new ArrayList<>(found);
  }

  /** How many are found, counted no further than asked. */
  int count(int most) {
    if (starts.size() == 1) {
      return (int)
          sql.number(
              "select count(*) from (select distinct record from word where kind = ? and"
                  + RANGE
                  + " fetch next ? rows only) f",
              kind,
              starts.getFirst(),
              end(starts.getFirst()),
              most);
    }
    return Math.min(most, all().size());
  }

  /** Returns those of the records that are found. */
  Set<UUID> among(List<UUID> ids) {
    Set<UUID> left = new HashSet<>(ids);
    for (String start : starts) {
      left.retainAll(among(left, start));
    }
    return left;
  }

  /** Everything that is found; worth it only where much of it is needed. */
  Set<UUID> all() {
    Set<UUID> found = new HashSet<>();
    boolean begun = false;
    for (String start : starts) {
      Set<UUID> one = new HashSet<>(with(start, Integer.MAX_VALUE));
      if (begun) {
        found.retainAll(one);
      } else {
        found.addAll(one);
        begun = true;
      }
    }
    return found;
  }

  private List<UUID> with(String start, int most) {
    return sql.list(
        "select record from word where kind = ? and"
            + RANGE
            + " order by kind, word, record fetch next ? rows only",
        r -> r.getObject(1, UUID.class),
        kind,
        start,
        end(start),
        most);
  }

  private Set<UUID> among(Set<UUID> ids, String start) {
    return new HashSet<>(
        sql.list(
            "select record from "
                + Dialect.GIVEN
                + " join "
                + sql.dialect().wordsOfRecords()
                + " on record = given.id where"
                + RANGE,
            r -> r.getObject(1, UUID.class),
            ids.toArray(UUID[]::new),
            start,
            end(start)));
  }

  private String end(String start) {
    return sql.dialect().beyond(start);
  }
}
