package org.sala.casework.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Station;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.merge.Holding;
import org.sala.merge.Written;
import org.sala.store.PersonRows;
import org.sala.store.Records;
import org.sala.store.SamePersonRows;

/**
 * Who of those that were said to be inside is here now: somebody has said that the two records are
 * of one person. What was said of them is not touched, so that taking the link back brings them
 * back inside.
 */
@BehindTheDesk
public final class OutSince {
  /** Whoever is so is inside no more, and stands in no list of those who are. */
  static final Set<String> NO_MORE = Set.of("out", "died");

  private static final String WORD = "word";

  /** More than these are not named in one question. */
  private static final int FEW = 1000;

  private final Station station;

  public OutSince(Station station) {
    this.station = station;
  }

  /**
   * Of each that is linked, the person; of several, the one who was linked last. It is so where it
   * was said here, at headquarters or at the station that was told of them; of anybody else it is
   * shown, and they are looked for until one of these says so too.
   */
  public Map<RecordId, PersonRows.Row> of(Collection<RecordId> inside) {
    return linked(inside, true);
  }

  /** Of whom another station alone says who they are. */
  public Map<RecordId, PersonRows.Row> elsewhere(Collection<RecordId> inside) {
    Map<RecordId, PersonRows.Row> said = linked(inside, false);
    said.keySet().removeAll(of(said.keySet()).keySet());
    return said;
  }

  private Map<RecordId, PersonRows.Row> linked(Collection<RecordId> inside, boolean counting) {
    Map<RecordId, PersonRows.Row> out = new LinkedHashMap<>();
    if (inside.isEmpty()) {
      return out;
    }
    Set<RecordId> asked = Set.copyOf(inside);
    for (SamePersonRows.Said s :
        station.view().samePeople().said(asked.size() > FEW ? Set.of() : asked)) {
      for (RecordId one : Set.of(s.one(), s.other())) {
        if (s.same()
            && asked.contains(one)
            && !out.containsKey(one)
            && counts(s.id(), one) == counting) {
          Optional<PersonRows.Row> person = station.view().people().find(s.besides(one));
          person.ifPresent(p -> out.put(one, p));
        }
      }
    }
    return out;
  }

  private boolean counts(RecordId link, RecordId inside) {
    List<Written> written = new ArrayList<>();
    for (Records.RevisionRow r : station.view().records().revisions(link)) {
      station.journal().revision(r.at()).ifPresent(v -> written.add(r.written(v)));
    }
    Set<StationId> answering = station.state().answering();
    Optional<StationId> told = new Linked(station).origin(inside);
    return new Holding(written, answering)
        .of(OutSince::saysSame, r -> r.fields().containsKey(WORD) && !saysSame(r)).stream()
            .anyMatch(by -> answering.contains(by) || told.filter(by::equals).isPresent());
  }

  private static boolean saysSame(Revision r) {
    return Optional.ofNullable(r.fields().get(WORD))
        .flatMap(Value::asText)
        .filter("SAME"::equals)
        .isPresent();
  }

  /** Whether it was written that somebody is inside no more, and they are looked for. */
  static boolean endDisputed(Map<String, FieldState> f) {
    return !NO_MORE.contains(status(f))
        && Optional.ofNullable(f.get("status")).map(FieldState::values).orElse(List.of()).stream()
            .anyMatch(v -> v.asText().filter(NO_MORE::contains).isPresent());
  }

  /** Where two differ, whoever may be inside is: nobody stops looking over a disagreement. */
  public static String status(Map<String, FieldState> f) {
    List<String> said =
        Optional.ofNullable(f.get("status")).map(FieldState::values).orElse(List.of()).stream()
            .flatMap(v -> v.asText().stream())
            .toList();
    return said.stream()
        .filter(s -> !NO_MORE.contains(s))
        .findFirst()
        .or(() -> said.stream().findFirst())
        .orElse("");
  }
}
