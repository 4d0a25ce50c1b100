package org.sala.ui.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.Cases;
import org.sala.casework.Consents;
import org.sala.casework.Fears;
import org.sala.casework.Forms;
import org.sala.casework.Histories;
import org.sala.casework.Involvements;
import org.sala.casework.Outcomes;
import org.sala.casework.People;
import org.sala.casework.Referral;
import org.sala.casework.Screenings;
import org.sala.casework.Services;
import org.sala.casework.Statements;
import org.sala.casework.TakenBack;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * Everything that the page of a person shows, read in one go.
 *
 * @param protectedPart whether there is one, even where this officer may not read it
 */
record PersonKnown(
    People.PersonLine line,
    Map<String, Cases.Shown> fields,
    boolean protectedPart,
    List<Consents.Said> consents,
    List<TakenBack.ToAct> toAct,
    List<Fears.Fear> fears,
    List<Referral> referrals,
    List<Services.Entry> directory,
    boolean dossier,
    List<Outcomes.Told> tellings,
    List<Outcomes.Look> looks,
    List<Screenings.Line> screenings,
    List<Forms.Line> forms,
    List<Involvements.Part> parts,
    List<Statements.Line> statements,
    List<Histories.Entry> history) {

  static PersonKnown of(RecordId id, PersonScreen.Doing doing) {
    return new PersonKnown(
        doing.people().find(id).orElseThrow(),
        doing.people().fields(id),
        doing.people().hasProtectedPart(id),
        doing.consents().standing(id),
        doing.takenBack().toAct(id),
        doing.fears().of(id),
        doing.referrals().of(id),
        doing.services().all(),
        doing.dossiers().any(id),
        doing.outcomes().tellings(id),
        doing.outcomes().looks(id),
        doing.screenings().of(id),
        doing.forms().of(id),
        doing.involvements().of(id),
        doing.statements().ofPerson(id),
        doing.histories().of(id));
  }

  /** The name in its own script, or in Latin letters where that is all there is. */
  String name() {
    return line.name().isEmpty() ? line.roman() : line.name();
  }

  /** What the record names as photo; another value is another photo. */
  Optional<Value> photo() {
    return Optional.ofNullable(fields.get("photo"))
        .map(Cases.Shown::value)
        .filter(v -> !(v instanceof Value.Nothing));
  }

  @Override
  public String toString() {
    return "PersonKnown[" + line.id() + "]";
  }
}
