package org.sala.ui.casepage;

import java.util.List;
import java.util.Map;
import org.sala.casework.Cases;
import org.sala.casework.Exhibits;
import org.sala.casework.Histories;
import org.sala.casework.People;
import org.sala.casework.RecordStates;
import org.sala.casework.Screenings;
import org.sala.casework.Statements;

/** Everything that the page of a case shows, read in one go. */
record CaseKnown(
    Cases.CaseLine line,
    Map<String, Cases.Shown> fields,
    List<People.PersonLine> people,
    List<Screenings.Line> screenings,
    List<Statements.Line> statements,
    List<Exhibits.ExhibitLine> exhibits,
    List<Histories.Entry> history,
    RecordStates.Reached reached) {

  /** The words of a field; the first of several versions. */
  String text(String key) {
    Cases.Shown shown = fields.get(key);
    return shown == null ? "" : shown.value().asText().orElse("");
  }

  @Override
  public String toString() {
    return "CaseKnown[" + line.id() + "]";
  }
}
