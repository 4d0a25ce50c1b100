package org.sala.ui.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.erasing.Kept;
import org.sala.casework.forms.Forms;
import org.sala.casework.history.Histories;
import org.sala.casework.joining.CameOut;
import org.sala.casework.joining.Question;
import org.sala.casework.keys.Partner;
import org.sala.casework.packages.carry.WithdrawalFollowUps;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.people.Ages;
import org.sala.casework.people.Cases;
import org.sala.casework.people.Involvements;
import org.sala.casework.people.People;
import org.sala.casework.protection.Identifications;
import org.sala.casework.protection.Outcomes;
import org.sala.casework.protection.Referral;
import org.sala.casework.protection.Services;
import org.sala.casework.screening.RestedConsents;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Statements;
import org.sala.casework.screening.TriagePages;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.form.Wording;

/**
 * Everything that the page of a person shows, read in one go.
 *
 * @param ageWaits adults' ages over a child's that no second officer has signed for
 * @param protectedPart whether there is one, even where this officer may not read it
 * @param consents without those of {@code separate} that are for nothing else
 * @param separate what is asked each by itself before a rested screening
 * @param against who said no, as a second officer, to the finding that stands
 * @param overturned whether a second look has found that the finding does not stand
 * @param identifies who identifies victims by the law of the country
 * @param counting what counts of all that the person said, by all records of the same person
 * @param saidElsewhere what counts of it for another record's sake
 * @param agencies names of other agencies that somebody may be asked about
 * @param toldOf what others said of this person while they were inside
 * @param notToldOf of whom others told, and who is somebody else
 * @param mayBeToldOf how many who are told of as inside share a name with this person
 * @param alike how many other records may be of the same person
 * @param way how far it is on its way to headquarters
 * @param ways the same of what stands on its cards; nothing where that is not asked
 * @param kept that it stays here though a station has erased it
 */
record PersonKnown(
    People.PersonLine line,
    List<Ages.Waiting> ageWaits,
    Map<String, Cases.Shown> fields,
    Optional<People.SameNumber> sameNumber,
    boolean protectedPart,
    List<TriagePages.Page> triages,
    List<Consents.Said> consents,
    List<Consents.Said> counting,
    List<Consents.Elsewhere> saidElsewhere,
    List<RestedConsents.One> separate,
    boolean supervising,
    List<WithdrawalFollowUps.ToAct> toAct,
    List<Fears.Fear> fears,
    List<Fears.Elsewhere> fearedElsewhere,
    List<String> agencies,
    List<Referral> referrals,
    List<Services.Entry> directory,
    boolean dossier,
    Set<RecordId> findings,
    List<Outcomes.Told> tellings,
    List<Outcomes.Look> looks,
    List<Outcomes.Against> against,
    boolean overturned,
    List<Identifications.Line> identified,
    Optional<Wording> identifies,
    List<Screenings.Line> screenings,
    List<Forms.Line> forms,
    List<Involvements.Part> parts,
    List<Statements.Line> statements,
    List<Histories.Entry> history,
    int alike,
    List<CameOut.Told> toldOf,
    List<CameOut.Told> notToldOf,
    int mayBeToldOf,
    List<Question> questions,
    RecordStates.Way way,
    Map<RecordId, RecordStates.Way> ways,
    List<Kept> kept) {
  /** How many records that may be of the same person are counted at most. */
  private static final int MOST_ALIKE = 20;

  /**
   * @param open whether the page is open already: that somebody looked is written down once
   */
  static PersonKnown of(RecordId id, PersonScreen.Doing doing, boolean open) {
    List<Screenings.Line> screenings = doing.screenings().of(id);
    List<Forms.Line> forms = doing.forms().of(id);
    List<Statements.Line> statements = doing.statements().ofPerson(id);
    List<RecordId> listed = new ArrayList<>();
    screenings.forEach(s -> listed.add(s.id()));
    forms.forEach(f -> listed.add(f.id()));
    statements.forEach(s -> listed.add(s.id()));
    return new PersonKnown(
        doing.people().find(id).orElseThrow(),
        doing.ages().waiting(id),
        open ? doing.people().again(id) : doing.people().fields(id),
        doing.people().sameNumber(id),
        doing.people().hasProtectedPart(id),
        doing.triagePages().of(id),
        doing.consents().standing(id).stream()
            .filter(s -> Consents.PURPOSES.contains(s.purpose()))
            .toList(),
        doing.consents().counting(id).stream().map(Consents.Counted::said).toList(),
        doing.consents().elsewhere(id),
        doing.restedConsents().ofPerson(id),
        doing.overrides().supervising(),
        doing.takenBack().toAct(id),
        doing.fears().of(id),
        doing.fears().elsewhere(id),
        doing.partners().known().stream().map(Partner::name).toList(),
        doing.referrals().of(id),
        doing.services().all(),
        doing.dossiers().any(id),
        doing.findings().here(id),
        doing.outcomes().tellings(id),
        doing.outcomes().looks(id),
        doing.outcomes().against(id),
        doing.outcomes().isOverturned(id),
        doing.identifications().of(id),
        doing.countryRules().identifies(),
        screenings,
        forms,
        doing.involvements().of(id),
        statements,
        doing.histories().of(id),
        doing.candidates().near(id, MOST_ALIKE).size(),
        doing.cameOut().linked(id),
        doing.cameOut().different(id),
        doing.cameOut().sharingAName(id),
        doing.questions().about(id),
        doing.packages().way(id),
        doing.packages().ways(listed),
        doing.elsewhere().kept(id));
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
