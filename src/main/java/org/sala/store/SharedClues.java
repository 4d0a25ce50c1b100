package org.sala.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import org.sala.domain.RecordId;

/**
 * Everybody's clues, read once in their order: who stands beside whom at one, and what all that two
 * people share is worth. A pair is a number while it is counted; there can be millions of them.
 */
final class SharedClues {
  private static final Comparator<Shared> MOST_FIRST =
      Comparator.comparingInt((Shared s) -> -s.worth())
          .thenComparing(s -> s.pair().one().value())
          .thenComparing(s -> s.pair().other().value());

  /** A pair of places in {@link #people}, the lower one above; below both what it is worth. */
  private static final int PLACE = 24;

  private static final int WORTH = 8;

  private final Reading sql;
  private final int atOnce;
  private final List<UUID> people = new ArrayList<>();
  private final Map<UUID, Integer> places = new HashMap<>();
  private long[] found = new long[1024];
  private int size;

  /**
   * @param atOnce so many clues are read with one question
   */
  SharedClues(Reading sql, int atOnce) {
    this.sql = sql;
    this.atOnce = atOnce;
  }

  private record Clue(long hash, UUID person, int weight) {}

  private record Shared(SamePersonRows.Pair pair, int worth) {}

  /**
   * The pairs that share most.
   *
   * @param but pairs that are passed over
   */
  List<SamePersonRows.Pair> first(int most, Collection<SamePersonRows.Pair> but) {
    read();
    Arrays.sort(found, 0, size);
    // The least of those that were chosen is at hand.
    PriorityQueue<Shared> chosen = new PriorityQueue<>(MOST_FIRST.reversed());
    for (int i = 0; i < size; ) {
      long pair = found[i] >> WORTH;
      int worth = 0;
      for (; i < size && found[i] >> WORTH == pair; i++) {
        worth += (int) (found[i] & ((1 << WORTH) - 1));
      }
      if (chosen.size() < most || chosen.element().worth() <= worth) {
        choose(new Shared(pair(pair), worth), most, but, chosen);
      }
    }
    return chosen.stream().sorted(MOST_FIRST).map(Shared::pair).toList();
  }

  private static void choose(
      Shared shared, int most, Collection<SamePersonRows.Pair> but, PriorityQueue<Shared> chosen) {
    if (!but.contains(shared.pair())) {
      chosen.add(shared);
      if (chosen.size() > most) {
        chosen.remove();
      }
    }
  }

  private SamePersonRows.Pair pair(long pair) {
    return new SamePersonRows.Pair(
        new RecordId(people.get((int) (pair >> PLACE))),
        new RecordId(people.get((int) (pair & ((1 << PLACE) - 1)))));
  }

  private void read() {
    long from = Long.MIN_VALUE;
    while (true) {
      List<Clue> clues =
          sql.list(
              "select hash, person, weight from person_key where hash >= ? order by hash, person,"
                  + " weight fetch next ? rows only",
              r -> new Clue(r.getLong(1), r.getObject(2, UUID.class), r.getInt(3)),
              from,
              atOnce);
      boolean all = clues.size() < atOnce;
      int begin = 0;
      for (int i = 1; i <= clues.size(); i++) {
        if (i == clues.size() ? all : clues.get(i).hash() != clues.get(begin).hash()) {
          beside(clues.subList(begin, i));
          begin = i;
        }
      }
      if (all) {
        return;
      }
      long last = clues.get(begin).hash();
      // The last one goes on behind this page; where it fills one, far too many share it.
      if (begin == 0 && last == Long.MAX_VALUE) {
        return;
      }
      from = begin == 0 ? last + 1 : last;
    }
  }

  private void beside(List<Clue> sharing) {
    if (sharing.size() > SamePersonRows.SHARED_BY) {
      return;
    }
    for (int i = 0; i < sharing.size(); i++) {
      for (int j = i + 1; j < sharing.size(); j++) {
        long one = place(sharing.get(i).person());
        long other = place(sharing.get(j).person());
        add(
            (Math.min(one, other) << PLACE | Math.max(one, other)) << WORTH
                | sharing.get(i).weight());
      }
    }
  }

  private int place(UUID person) {
    return places.computeIfAbsent(
        person,
        p -> {
          people.add(p);
          return people.size() - 1;
        });
  }

  private void add(long pair) {
    if (size == found.length) {
      found = Arrays.copyOf(found, 2 * size);
    }
    found[size++] = pair;
  }
}
