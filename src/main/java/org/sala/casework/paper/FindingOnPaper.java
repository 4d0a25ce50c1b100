package org.sala.casework.paper;

import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.Begun;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Words;
import org.sala.merge.FieldState;
import org.sala.report.WorksheetPaper;
import org.sala.store.PersonRows;

/**
 * The finding of a person as it is printed: with its reason, who made it, and what it waits for.
 */
@BehindTheDesk
public final class FindingOnPaper {
  private final Station station;
  private final Officers officers;

  public FindingOnPaper(Station station, Officers officers) {
    this.station = station;
    this.officers = officers;
  }

  /**
   * The last finding, if it was made of this screening.
   *
   * @param waits whether it takes protection away and does not count yet
   */
  Optional<WorksheetPaper.Found> of(
      RecordId person, RecordId screening, boolean waits, Words words) {
    Optional<PersonRows.Row> row = station.view().people().find(person);
    Optional<RecordId> finding = row.flatMap(PersonRows.Row::finding);
    return finding
        .map(id -> station.view().records().fields(id))
        .filter(f -> Stored.text(f, "screening").filter(screening.toString()::equals).isPresent())
        .map(f -> found(finding.get(), f, row.get().findingConfirmed(), waits, words));
  }

  private WorksheetPaper.Found found(
      RecordId id, Map<String, FieldState> f, boolean signed, boolean waits, Words words) {
    String standing =
        waits ? words.t(signed ? "person.finding.signed" : "person.finding.waits") : "";
    return new WorksheetPaper.Found(
        Stored.text(f, "finding").orElse(""),
        Stored.text(f, "reason").orElse(""),
        by(id),
        Optional.ofNullable(f.get("at"))
            .map(FieldState::value)
            .flatMap(Moment::of)
            .map(words::date)
            .orElse(""),
        standing);
  }

  /** The officer's name, and the station's agency where there is one: whose authority it is. */
  private String by(RecordId finding) {
    String name =
        Begun.by(station, finding).map(a -> officers.names().getOrDefault(a, "")).orElse("");
    String agency = station.state().text("agency").orElse("");
    return agency.isEmpty() ? name : name + ", " + agency;
  }
}
