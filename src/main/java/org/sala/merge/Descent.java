package org.sala.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;

/**
 * Revisions with what builds on what, as far as all between is known, each at a place behind its
 * parents. What is asked about everything on top or underneath goes over every step once, for 64
 * things at a time, and keeps one number a revision: whoever writes a long chain or a wide fan
 * costs no more than what he wrote.
 */
final class Descent {
  /** Several different numbers were said on top. */
  static final int SEVERAL = -1;

  private final List<Revision> order = new ArrayList<>();
  private final Map<RevisionId, Integer> places = new HashMap<>();
  private final int[][] parents;

  Descent(Collection<Revision> revisions) {
    Map<RevisionId, Revision> known = new HashMap<>();
    revisions.forEach(r -> known.put(r.id(), r));
    known.values().forEach(r -> order(r, known));
    parents = new int[order.size()][];
    for (int i = 0; i < parents.length; i++) {
      parents[i] =
          order.get(i).parents().stream()
              .filter(places::containsKey)
              .mapToInt(this::place)
              .toArray();
    }
  }

  /** Gives places to a revision and to what it builds on, without a call a generation. */
  private void order(Revision last, Map<RevisionId, Revision> known) {
    Deque<Revision> open = new ArrayDeque<>();
    open.push(last);
    while (!open.isEmpty()) {
      Revision r = open.peek();
      int before = open.size();
      if (!places.containsKey(r.id())) {
        for (RevisionId id : r.parents()) {
          Revision parent = known.get(id);
          if (parent != null && !places.containsKey(id)) {
            open.push(parent);
          }
        }
      }
      if (open.size() == before) {
        open.pop();
        if (places.putIfAbsent(r.id(), order.size()) == null) {
          order.add(r);
        }
      }
    }
  }

  private int place(RevisionId id) {
    return places.getOrDefault(id, -1);
  }

  /** The revision of an id; one that is known. */
  Revision revision(RevisionId id) {
    return order.get(place(id));
  }

  /** Tells on top of which revisions one of some comes; all of them known. */
  Predicate<RevisionId> later(Collection<RevisionId> some) {
    long[] later = later(marked(List.of(some)));
    return id -> later[place(id)] != 0;
  }

  /** Tells which revisions come on top of one of some; all of them known. */
  Predicate<RevisionId> earlier(Collection<RevisionId> some) {
    long[] earlier = earlier(marked(List.of(some)));
    return id -> earlier[place(id)] != 0;
  }

  /**
   * Tells of each thing on top of which revisions it was said.
   *
   * @param by which revisions say a thing; all of them known
   * @param then is told the thing, and of a revision whether it was said on top of that
   */
  <T> void later(
      Collection<T> things,
      Function<T, Collection<RevisionId>> by,
      BiConsumer<T, Predicate<RevisionId>> then) {
    lots(things, by, then, this::later);
  }

  /** Tells of each thing which revisions come on top of one that says it. */
  <T> void earlier(
      Collection<T> things,
      Function<T, Collection<RevisionId>> by,
      BiConsumer<T, Predicate<RevisionId>> then) {
    lots(things, by, then, this::earlier);
  }

  /** As many things as a number has bits go over the revisions together. */
  private <T> void lots(
      Collection<T> things,
      Function<T, Collection<RevisionId>> by,
      BiConsumer<T, Predicate<RevisionId>> then,
      Function<long[], long[]> passed) {
    List<T> all = List.copyOf(things);
    for (int from = 0; from < all.size(); from += Long.SIZE) {
      List<T> lot = all.subList(from, Math.min(all.size(), from + Long.SIZE));
      long[] found = passed.apply(marked(lot.stream().map(by).toList()));
      for (int i = 0; i < lot.size(); i++) {
        long bit = 1L << i;
        then.accept(lot.get(i), id -> (found[place(id)] & bit) != 0);
      }
    }
  }

  private long[] marked(List<? extends Collection<RevisionId>> lot) {
    long[] marked = new long[parents.length];
    for (int i = 0; i < lot.size(); i++) {
      for (RevisionId id : lot.get(i)) {
        marked[place(id)] |= 1L << i;
      }
    }
    return marked;
  }

  private long[] later(long[] own) {
    long[] later = new long[own.length];
    for (int i = own.length - 1; i >= 0; i--) {
      for (int p : parents[i]) {
        later[p] |= own[i] | later[i];
      }
    }
    return later;
  }

  private long[] earlier(long[] own) {
    long[] earlier = new long[own.length];
    for (int i = 0; i < own.length; i++) {
      for (int p : parents[i]) {
        earlier[i] |= own[p] | earlier[p];
      }
    }
    return earlier;
  }

  /**
   * Tells the one number that was said on top of a revision; 0 where none was, {@link #SEVERAL}
   * where different ones were.
   *
   * @param numbers more than 0, by the revision that says it; all of them known
   */
  Function<RevisionId, Integer> only(Map<RevisionId, Integer> numbers) {
    int[] own = new int[parents.length];
    numbers.forEach((id, number) -> own[place(id)] = number);
    int[] only = new int[own.length];
    for (int i = own.length - 1; i >= 0; i--) {
      int said = both(own[i], only[i]);
      for (int p : parents[i]) {
        only[p] = both(only[p], said);
      }
    }
    return id -> only[place(id)];
  }

  private static int both(int one, int other) {
    return one == 0 || one == other ? other : other == 0 ? one : SEVERAL;
  }

  /** Returns what all of some revisions build on; nothing where one of them is not known. */
  Set<RevisionId> common(Collection<RevisionId> revisions) {
    if (!places.keySet().containsAll(revisions)) {
      return Set.of();
    }
    List<RevisionId> all = List.copyOf(revisions);
    boolean[] missed = new boolean[parents.length];
    for (int from = 0; from < all.size(); from += Long.SIZE) {
      List<RevisionId> lot = all.subList(from, Math.min(all.size(), from + Long.SIZE));
      long whole = -1L >>> Long.SIZE - lot.size();
      long[] later = later(marked(lot.stream().map(List::of).toList()));
      for (int i = 0; i < missed.length; i++) {
        missed[i] |= later[i] != whole;
      }
    }
    Set<RevisionId> common = new HashSet<>();
    for (int i = 0; i < missed.length; i++) {
      if (!missed[i]) {
        common.add(order.get(i).id());
      }
    }
    return common;
  }
}
