package org.sala.casework.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.station.Ledger;
import org.sala.domain.Change;
import org.sala.domain.RecordId;
import org.sala.journal.Committed;

/** Reads what becomes of a few changes in whatever order they come to somebody new. */
public final class AnyOrder {
  private final Path folder;

  AnyOrder(Path folder) {
    this.folder = folder;
  }

  /** Everything that a desk's journal holds. */
  public static List<Change> changes(Desk of) {
    List<Change> all = new ArrayList<>();
    Desks.station(of)
        .journal()
        .replay(0, run -> run.stream().map(Committed::change).forEach(all::add));
    return all;
  }

  /** What is read of changes that touch some records is one and the same, which is given back. */
  String same(List<Change> all, Set<RecordId> of, Function<Desk, String> read) {
    List<Change> some =
        all.stream().filter(c -> Ledger.records(c).stream().anyMatch(of::contains)).toList();
    assertThat(some).hasSizeBetween(2, 5);
    Set<String> answers = new LinkedHashSet<>();
    for (List<Change> order : orders(some)) {
      try (Desk fresh = Desks.create(folder.resolve("" + UUID.randomUUID()), "Reader", "r")) {
        for (Change c : order) {
          Desks.take(fresh, List.of(c));
        }
        answers.add(read.apply(fresh));
      }
    }
    assertThat(answers).hasSize(1);
    return answers.iterator().next();
  }

  /** Every order of a few; of more each comes first and last once, in both directions. */
  private static List<List<Change>> orders(List<Change> of) {
    if (of.isEmpty()) {
      return List.of(List.of());
    }
    if (of.size() > 4) {
      List<List<Change>> turned = new ArrayList<>();
      for (int i = 0; i < of.size(); i++) {
        List<Change> one = new ArrayList<>(of);
        Collections.rotate(one, i);
        turned.add(one);
        turned.add(one.reversed());
      }
      return turned;
    }
    List<List<Change>> all = new ArrayList<>();
    for (Change first : of) {
      List<Change> rest = new ArrayList<>(of);
      rest.remove(first);
      for (List<Change> order : orders(rest)) {
        List<Change> one = new ArrayList<>(List.of(first));
        one.addAll(order);
        all.add(one);
      }
    }
    return all;
  }
}
