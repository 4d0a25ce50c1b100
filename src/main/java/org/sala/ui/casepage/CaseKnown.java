package org.sala.ui.casepage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.erasing.Kept;
import org.sala.casework.forms.Forms;
import org.sala.casework.history.Histories;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.people.Cases;
import org.sala.casework.people.Involvements;
import org.sala.casework.people.People;
import org.sala.casework.people.StillInside;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Statements;
import org.sala.domain.RecordId;
import org.sala.ui.roster.ExhibitTable;

/**
 * What the page of a case shows, read in one go whenever something was saved; but for what each act
 * on it was, which is read where it is looked at.
 */
record CaseKnown(
    Cases.CaseLine line,
    Map<String, Cases.Shown> fields,
    List<People.PersonLine> people,
    Map<RecordId, List<Involvements.Part>> parts,
    Map<RecordId, List<Cases.Shown>> differing,
    List<StillInside.Line> inside,
    List<Screenings.Line> screenings,
    List<Forms.Line> forms,
    List<Statements.Line> statements,
    List<ExhibitTable.Row> exhibits,
    Map<RecordId, RecordStates.Way> ways,
    Map<RecordId, People.PersonLine> sharing,
    Histories.Acts acts,
    List<PackageLine> packages,
    RecordStates.Way way,
    List<Kept> kept,
    long now) {
  /** What a case page is read from. */
  static CaseKnown of(RecordId id, CaseScreen.Doing doing, long now) {
    Cases.CaseLine line = doing.cases().find(id).orElseThrow();
    List<People.PersonLine> people = doing.people().inCase(id);
    Map<RecordId, List<Cases.Shown>> differing = new LinkedHashMap<>();
    for (People.PersonLine p : people) {
      if (p.disputes() > 0) {
        differing.put(p.id(), doing.people().disputed(p.id()));
      }
    }
    List<Screenings.Line> screenings = doing.screenings().inCase(id);
    List<Forms.Line> forms = doing.forms().inCase(id);
    List<Statements.Line> statements = doing.statements().of(id);
    List<RecordId> listed = new ArrayList<>();
    Set<RecordId> of = new HashSet<>();
    screenings.forEach(s -> of.add(s.person()));
    screenings.forEach(s -> listed.add(s.id()));
    forms.forEach(f -> of.add(f.person()));
    forms.forEach(f -> listed.add(f.id()));
    statements.forEach(s -> of.add(s.person()));
    statements.forEach(s -> listed.add(s.id()));
    return new CaseKnown(
        line,
        doing.cases().fields(id),
        people,
        doing.involvements().inCase(id).stream()
            .collect(Collectors.groupingBy(Involvements.Part::person)),
        differing,
        doing.inside().ofCase(id),
        screenings,
        forms,
        statements,
        ExhibitTable.Row.of(doing.exhibits().inCase(id), doing.packages()),
        doing.packages().ways(listed),
        doing.people().sharing(of),
        doing.histories().acts(id),
        doing.packages().lines().ofCase(id),
        doing.packages().way(id),
        doing.elsewhere().kept(id),
        now);
  }

  /** The parts of somebody in this case. */
  List<Involvements.Part> parts(RecordId person) {
    return parts.getOrDefault(person, List.of());
  }

  /** Whether any part of somebody here says so, whatever is said elsewhere. */
  boolean says(RecordId person, String axis) {
    return parts(person).stream().anyMatch(p -> !p.text(axis).isEmpty());
  }

  /**
   * Returns whether any version says that the case is restricted: the stricter one counts until it
   * is decided.
   */
  boolean restricted() {
    Cases.Shown shown = fields.get("sensitivity");
    return shown != null
        && shown.versions().stream()
            .anyMatch(v -> v.asText().filter("restricted"::equals).isPresent());
  }

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
