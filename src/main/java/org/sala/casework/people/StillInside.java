package org.sala.casework.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.RecordId;
import org.sala.merge.FieldState;
import org.sala.store.PersonRows;
import org.sala.store.Records;

/** Who is still inside, as people of a case have said. */
public final class StillInside {
  private final Station station;

  public StillInside(Station station) {
    this.station = station;
  }

  /** Somebody who is still inside, and the number of the person who said so. */
  public record Line(
      RecordId id,
      String name,
      String relation,
      String place,
      String status,
      RecordId saidBy,
      String saidByNumber) {
    @Override
    public String toString() {
      return "Line[" + id + "]";
    }
  }

  /** Everybody whom the people of a case have named, by the number of who named them. */
  public List<Line> ofCase(RecordId caseId) {
    List<Line> lines = new ArrayList<>();
    for (PersonRows.Row person : station.view().people().inCase(caseId)) {
      if (person.stillInside() > 0) {
        for (Records.Row row : station.view().records().pointingTo(person.id(), "saidBy")) {
          lines.add(line(row.id(), person));
        }
      }
    }
    return lines;
  }

  private Line line(RecordId id, PersonRows.Row by) {
    Map<String, FieldState> f = station.view().records().fields(id);
    return new Line(
        id,
        Stored.text(f, "name").orElse(""),
        Stored.text(f, "relation").orElse(""),
        Stored.text(f, "place").orElse(""),
        Stored.text(f, "status").orElse(""),
        by.id(),
        by.wristband());
  }
}
