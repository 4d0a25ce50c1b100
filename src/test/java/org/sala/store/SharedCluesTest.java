package org.sala.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.domain.RecordId;

/** Pairs that are counted as numbers, page by page, are those that comparing everybody finds. */
class SharedCluesTest {
  private static final List<Integer> WEIGHTS = List.of(60, 40, 30, 20, 15);

  @TempDir Path folder;
  private final Random random = new Random(11);

  private record Clue(UUID person, int weight) {}

  private static SamePersonRows.Pair pair(UUID one, UUID other) {
    return new SamePersonRows.Pair(new RecordId(one), new RecordId(other));
  }

  private Map<Long, Set<Clue>> clues() {
    List<UUID> people = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      people.add(new UUID(random.nextLong(), random.nextLong()));
    }
    Map<Long, Set<Clue>> clues = new TreeMap<>();
    for (int i = 0; i < 50; i++) {
      // One of seven is shared by more than lead to anybody.
      int sharing = i % 7 == 0 ? SamePersonRows.SHARED_BY + 1 + i % 3 : 1 + random.nextInt(5);
      long hash = i == 0 ? Long.MAX_VALUE : i == 1 ? Long.MIN_VALUE : random.nextLong();
      Set<Clue> of = clues.computeIfAbsent(hash, h -> new LinkedHashSet<>());
      while (of.size() < sharing) {
        of.add(new Clue(people.get(random.nextInt(people.size())), WEIGHTS.get(i % 5)));
      }
    }
    return clues;
  }

  private static List<SamePersonRows.Pair> compared(
      Map<Long, Set<Clue>> clues, Set<SamePersonRows.Pair> but) {
    Map<SamePersonRows.Pair, Integer> worth = new HashMap<>();
    for (Set<Clue> of : clues.values()) {
      for (Clue a : of) {
        for (Clue b : of) {
          if (of.size() <= SamePersonRows.SHARED_BY && a.person().compareTo(b.person()) < 0) {
            worth.merge(pair(a.person(), b.person()), a.weight(), Integer::sum);
          }
        }
      }
    }
    worth.keySet().removeAll(but);
    return worth.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<SamePersonRows.Pair, Integer> e) -> -e.getValue())
                .thenComparing(e -> e.getKey().one().value())
                .thenComparing(e -> e.getKey().other().value()))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void pagesOfAnyLengthFindWhatComparingEverybodyFinds() {
    try (Sql sql = Databases.H2.ready(folder).sql()) {
      Map<Long, Set<Clue>> clues = clues();
      List<Object[]> rows = new ArrayList<>();
      clues.forEach(
          (hash, of) -> of.forEach(c -> rows.add(new Object[] {hash, c.person(), c.weight()})));
      sql.batch("insert into person_key values (?,?,?)", rows);
      List<SamePersonRows.Pair> all = compared(clues, Set.of());
      assertThat(all).hasSizeGreaterThan(60);
      Set<SamePersonRows.Pair> decided = Set.of(all.get(0), all.get(7));
      for (int page : List.of(SamePersonRows.SHARED_BY + 1, 30, 61, 100_000)) {
        assertThat(new SharedClues(sql, page).first(100_000, Set.of())).isEqualTo(all);
        assertThat(new SharedClues(sql, page).first(20, decided))
            .as("with pages of %s", page)
            .isEqualTo(compared(clues, decided).subList(0, 20));
      }
    }
  }
}
