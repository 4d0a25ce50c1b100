package org.sala.bench.swarm;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.sala.casework.station.OnePerson;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;

/**
 * What a person's words come to, by all that a journal holds, worked out by the plainest means: a
 * yes lets something leave where every word that no other one knew of is a yes.
 */
final class LastWords {
  private final List<Revision> open;

  /**
   * @param recipient whom they let read something
   */
  LastWords(Remembered remembered, Collection<Revision> all, RecordId person, String recipient) {
    List<Revision> words =
        all.stream()
            .filter(r -> r.kind().equals("consent"))
            .filter(r -> Value.ref(person).equals(r.fields().get("person")))
            .filter(r -> text(r, "recipient").equals(recipient))
            .toList();
    this.open =
        words.stream()
            .filter(w -> words.stream().noneMatch(o -> remembered.knew(o.record(), w.record())))
            .toList();
  }

  /**
   * Whether a person lets it, by all words at a laptop: a no in any record of the same person
   * counts in every one (decision 269).
   */
  static boolean let(Laptop at, Remembered remembered, RecordId person, String recipient) {
    List<Revision> all = at.journal().revisions();
    return new LastWords(remembered, all, person, recipient).lets()
        && new OnePerson(at.station())
            .records(person).stream()
                .map(one -> new LastWords(remembered, all, one, recipient))
                .noneMatch(LastWords::refuses);
  }

  private boolean refuses() {
    return open.stream().anyMatch(r -> !text(r, "answer").equals("YES"));
  }

  private static String text(Revision r, String key) {
    Value value = r.fields().get(key);
    return value == null ? "" : value.asText().orElse("");
  }

  boolean lets() {
    return !open.isEmpty() && open.stream().allMatch(r -> text(r, "answer").equals("YES"));
  }

  /** Whether one of those that stand is among some revisions. */
  boolean stands(Set<RevisionId> among) {
    return open.stream().anyMatch(r -> among.contains(r.id()));
  }
}
