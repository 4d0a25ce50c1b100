package org.sala.casework.screening;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Separate;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Opening;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.AgeGroup;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.form.Catalogue;
import org.sala.form.IntegrityRecipient;
import org.sala.merge.FieldState;

/** Puts the page of a screening together from its fields. */
final class ScreeningReader {
  private final Station station;
  private final People people;
  private final OpenInterviews interviews;
  private final Catalogues catalogues;
  private final Envelopes envelopes;
  private final Consents consents;

  ScreeningReader(
      Station station,
      Ledger ledger,
      People people,
      OpenInterviews interviews,
      Catalogues catalogues,
      Envelopes envelopes) {
    this.envelopes = envelopes;
    this.consents = new Consents(station, ledger);
    this.catalogues = catalogues;
    this.station = station;
    this.people = people;
    this.interviews = interviews;
  }

  /** Everything of a screening that this officer may read. */
  ScreeningPage page(Screenings.Line line) {
    AnswerFields fields = AnswerFields.of(station, line.id());
    Map<String, FieldState> open = fields.open();
    Map<String, FieldState> all = fields.all();
    Map<String, List<Given>> answers = Observed.with(fields.answers(Given::of), all);
    People.PersonLine person = person(line.person());
    Optional<AgeGroup> ageSaid =
        Stored.text(open, "ageGroup").filter(this::known).map(AgeGroup::of);
    Optional<Catalogue> catalogue =
        catalogues.of(open).map(c -> c.forAge(ScreeningPage.ageGroup(person, ageSaid)));
    return new ScreeningPage(
        line,
        person,
        Stored.text(open, "form").orElse(""),
        Stored.text(open, "formVersion").orElse(""),
        catalogue,
        catalogue
            .map(c -> interviews.questions(line.id(), c.form(), ScreeningPage.asForm(answers)))
            .orElse(List.of()),
        answers,
        fields.keptBack(),
        new Screenings.Setting(
            Stored.text(open, "language").orElse(""),
            Stored.text(open, "interpreter").orElse(""),
            Stored.text(open, "present").orElse(""),
            Stored.text(open, "support").orElse("")),
        Stored.text(open, "interpreterEngagedBy").orElse(""),
        Stored.text(open, "interpreterConflicts").orElse(""),
        Opening.of(all),
        Ending.of(open),
        last(open, "paused/"),
        last(open, "resumed/"),
        Stored.text(open, "place").orElse(""),
        ageSaid,
        open.containsKey("actAdded") && open.get("actAdded").value().equals(Value.flag(true)),
        context(all),
        Stored.text(all, "note").orElse(""),
        Stored.text(open, "stopped").orElse(""),
        Stored.text(open, "guardian").orElse(""),
        catalogue.flatMap(envelopes::recipient).map(IntegrityRecipient::name),
        Cases.seen(Cases.shown(all)),
        fields.differing());
  }

  private static Map<String, Context> context(Map<String, FieldState> all) {
    Map<String, Context> facts = new TreeMap<>();
    all.forEach(
        (key, state) -> {
          Context fact = Context.of(state.value());
          if (key.startsWith("context/") && !fact.equals(Context.NOTHING)) {
            facts.put(key.substring("context/".length()), fact);
          }
        });
    return facts;
  }

  private boolean known(String group) {
    return List.of("adult", "child", "unknown").contains(group);
  }

  private static Optional<Moment> last(Map<String, FieldState> fields, String family) {
    return fields.values().stream()
        .filter(f -> f.key().startsWith(family))
        .flatMap(f -> Moment.of(f.value()).stream())
        .max(Comparator.comparing(Moment::instant));
  }

  People.PersonLine person(RecordId id) {
    return people.find(id).orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
  }

  /** A no that was pointed at stands, whatever the screen shows. */
  void notRefused(RecordId id, Map<String, FieldState> open) {
    Opening.Step step =
        Opening.of(new ProtectedPart(station).fields(id))
            .next(Stored.text(open, "interpreter").orElse(""), station.me().hex());
    if (step == Opening.Step.OTHER_INTERPRETER || step == Opening.Step.OTHER_OFFICER) {
      throw new CaseworkFault(CaseworkFault.Code.PERSON_SAID_NO);
    }
    Optional<RecordId> person =
        Optional.ofNullable(open.get("person")).flatMap(f -> f.value().asRef());
    boolean refuses =
        person.filter(p -> consents.refuses(p, Separate.INTERVIEW, Separate.RECORD)).isPresent();
    if (refuses) {
      throw new CaseworkFault(CaseworkFault.Code.CONSENT_REFUSED);
    }
  }
}
