package org.sala.casework.todo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sala.casework.people.People;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.merge.FieldState;
import org.sala.store.Records;
import org.sala.store.ScreeningRows;

/**
 * Interviews and statements that were begun at this station and have not been ended: whoever was
 * called away finds them again. An interview that was stopped is ended; it goes on only if the
 * person wants it.
 */
final class BegunToDo {
  /** Nobody has more of them open than these; and of statements these were changed last. */
  private static final int MOST = 200;

  private static final List<Screenings.State> OPEN =
      List.of(Screenings.State.OPEN, Screenings.State.PAUSED, Screenings.State.REVIEW);

  private final Station station;
  private final People people;

  BegunToDo(Station station, People people) {
    this.station = station;
    this.people = people;
  }

  List<ToDo> all(Map<Fingerprint, String> names) {
    List<ToDo> all = new ArrayList<>();
    interviews(names, all);
    statements(names, all);
    return all;
  }

  private void interviews(Map<Fingerprint, String> names, List<ToDo> all) {
    for (Screenings.State state : OPEN) {
      List<ScreeningRows.Row> rows = station.view().screenings().in(state.code(), MOST);
      Map<RecordId, Records.Begun> begun = begun(rows.stream().map(ScreeningRows.Row::id).toList());
      for (ScreeningRows.Row row : rows) {
        Optional.ofNullable(begun.get(row.id()))
            .filter(b -> b.station().equals(station.identity().station()))
            .ifPresent(
                b ->
                    people
                        .find(row.person())
                        .ifPresent(
                            p -> all.add(one(ToDo.What.INTERVIEW, p, b, state.name(), names))));
      }
    }
  }

  private Map<RecordId, Records.Begun> begun(List<RecordId> ids) {
    return station.view().records().begun(ids).stream()
        .collect(Collectors.toMap(Records.Begun::id, Function.identity()));
  }

  private void statements(Map<Fingerprint, String> names, List<ToDo> all) {
    List<Records.Begun> open =
        station
            .view()
            .records()
            .unfinished(Kinds.STATEMENT.key(), station.identity().station(), "closed", MOST);
    Map<RecordId, Map<String, FieldState>> fields =
        station.view().records().fields(open.stream().map(Records.Begun::id).toList());
    for (Records.Begun b : open) {
      Map<String, FieldState> f = fields.getOrDefault(b.id(), Map.of());
      Optional.ofNullable(f.get("person"))
          .flatMap(s -> s.value().asRef())
          .flatMap(people::find)
          .ifPresent(
              p ->
                  all.add(
                      one(ToDo.What.STATEMENT, p, b, Stored.text(f, "number").orElse(""), names)));
    }
  }

  private ToDo one(
      ToDo.What what,
      People.PersonLine person,
      Records.Begun begun,
      String words,
      Map<Fingerprint, String> names) {
    boolean mine = begun.author().equals(station.me());
    return new ToDo(
        what,
        Optional.of(person),
        Optional.empty(),
        mine ? ToDo.Whose.ME : ToDo.Whose.OTHER,
        mine ? "" : names.getOrDefault(begun.author(), ""),
        begun.millis(),
        List.of(words),
        new ToDo.About.Begun(begun.id()));
  }
}
