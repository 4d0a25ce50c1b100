package org.sala.merge;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;

/**
 * Works out what stations have said in one record and what of it holds: until the one that said it
 * says otherwise on top of that, or one whose word is enough here. What any other one writes is
 * kept and ends nothing. The same revisions in any order give the same.
 */
public final class Holding {
  private final List<Written> record;
  private final Set<StationId> answering;
  private final Descent descent;

  /**
   * @param answering stations whose word ends what others have said: this one and its headquarters
   */
  public Holding(Collection<Written> record, Set<StationId> answering) {
    this.record = List.copyOf(record);
    this.answering = Set.copyOf(answering);
    this.descent = new Descent(record.stream().map(Written::revision).toList());
  }

  /** Something that one station has said. */
  private record Word<T>(T what, StationId station) {}

  /** The stations whose word holds; none where nothing does. */
  public Set<StationId> of(Predicate<Revision> says, Predicate<Revision> ends) {
    return each(
            r -> says.test(r) ? Set.of(true) : Set.of(),
            r -> ends.test(r) ? Set.of(true) : Set.of())
        .getOrDefault(true, Set.of());
  }

  /**
   * Returns what holds, each with the stations whose word it is.
   *
   * @param says what a revision says
   * @param ends what it says otherwise
   */
  <T> Map<T, Set<StationId>> each(
      Function<Revision, Set<T>> says, Function<Revision, Set<T>> ends) {
    Map<Word<T>, Set<RevisionId>> said = new HashMap<>();
    Map<Word<T>, Set<RevisionId>> ended = new HashMap<>();
    Map<T, Set<RevisionId>> answered = new HashMap<>();
    for (Written w : record) {
      RevisionId id = w.revision().id();
      says.apply(w.revision()).forEach(what -> add(said, new Word<>(what, w.station()), id));
      for (T what : ends.apply(w.revision())) {
        add(ended, new Word<>(what, w.station()), id);
        if (answering.contains(w.station())) {
          add(answered, what, id);
        }
      }
    }
    Map<T, Set<Word<T>>> words = new HashMap<>();
    said.keySet().forEach(word -> add(words, word.what(), word));
    answered.keySet().retainAll(words.keySet());
    descent.later(
        answered.entrySet(),
        Map.Entry::getValue,
        (by, isAnswered) ->
            words
                .getOrDefault(by.getKey(), Set.of())
                .forEach(word -> said.getOrDefault(word, new HashSet<>()).removeIf(isAnswered)));
    ended.keySet().retainAll(said.keySet());
    descent.later(
        ended.entrySet(),
        Map.Entry::getValue,
        (by, isEnded) -> said.getOrDefault(by.getKey(), new HashSet<>()).removeIf(isEnded));
    Map<T, Set<StationId>> holding = new HashMap<>();
    said.forEach(
        (word, left) -> {
          if (!left.isEmpty()) {
            add(holding, word.what(), word.station());
          }
        });
    return holding;
  }

  private static <K, V> void add(Map<K, Set<V>> to, K key, V value) {
    to.computeIfAbsent(key, any -> new HashSet<>()).add(value);
  }
}
