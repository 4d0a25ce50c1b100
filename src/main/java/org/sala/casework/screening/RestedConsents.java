package org.sala.casework.screening;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Separate;
import org.sala.casework.station.Act;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Opening;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.form.Catalogue;
import org.sala.form.ConsentFact;

/**
 * What a person is asked to agree to before a rested screening: seven things, each by itself, in
 * the words of the catalogue. None is a condition of help and none is inferred from another; under
 * a means of trafficking a yes proves nothing about what was done to the person.
 */
public final class RestedConsents {
  private final Station station;
  private final Ledger ledger;
  private final Consents consents;
  private final Catalogues catalogues;

  public RestedConsents(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.consents = new Consents(station, ledger);
    this.catalogues = new Catalogues(station, audit);
  }

  /**
   * One of the seven.
   *
   * @param said the last word on it; empty where the person was never asked
   * @param due whether it has to be asked yet, before this screening
   */
  public record One(ConsentFact asked, Optional<Consents.Said> said, boolean due) {
    /** What stands: the code of an answer, or of a reason why it is not asked for. */
    public String answer() {
      return said.map(Consents.Said::answer).orElse(Consents.Answer.NOT_ASKED.name());
    }
  }

  /** The seven of a screening, in the words of its own catalogue; none where that has none. */
  public List<One> of(ScreeningPage page) {
    return all(page.catalogue(), page.person().id(), page.line().beganMillis());
  }

  /** The seven of a person, in the words of the newest catalogue. */
  public List<One> ofPerson(RecordId person) {
    Catalogue newest = catalogues.newest(Catalogues.SCREENINGS.getFirst());
    return all(Optional.of(newest), person, Optional.empty());
  }

  private List<One> all(Optional<Catalogue> catalogue, RecordId person, Optional<Long> began) {
    List<Consents.Said> standing = consents.standing(person);
    return catalogue.stream()
        .flatMap(c -> c.consents().stream())
        .map(
            fact -> {
              Separate which = Separate.of(fact.code());
              Optional<Consents.Said> said =
                  standing.stream()
                      .filter(s -> Separate.of(s).filter(which::equals).isPresent())
                      .findFirst();
              boolean stands = said.filter(s -> !which.eachTime() || isSince(s, began)).isPresent();
              return new One(fact, said, !stands);
            })
        .toList();
  }

  private static boolean isSince(Consents.Said said, Optional<Long> began) {
    return began.isEmpty()
        || said.at().filter(a -> a.instant().toEpochMilli() >= began.get()).isPresent();
  }

  /** What comes next in a screening, before anything is asked. */
  public Opening.Step next(ScreeningPage page) {
    Opening.Step step = page.opening().next(page.interpreter(), station.me().hex());
    if (step != Opening.Step.DONE
        || page.catalogue().filter(c -> !c.consents().isEmpty()).isEmpty()) {
      return step;
    }
    boolean asked = page.opening().consents().isPresent() && !refused(page.person().id());
    return asked ? Opening.Step.DONE : Opening.Step.CONSENTS;
  }

  private boolean refused(RecordId person) {
    return consents.refuses(person, Separate.INTERVIEW, Separate.RECORD);
  }

  /** Writes down what the person said to one of them, in this screening. */
  public RecordId ask(ScreeningPage page, String code, Consents.Answer answer, String guardian) {
    return ask(
        page.person().id(),
        code,
        answer,
        new Consents.How(page.language(), page.interpreter(), guardian));
  }

  /**
   * Writes down what the person said to one of them.
   *
   * @throws CaseworkFault {@code CHILD_RULES} for a yes of a child, or where the age is in doubt,
   *     without the guardian or social worker who is there
   */
  public RecordId ask(RecordId person, String code, Consents.Answer answer, Consents.How how) {
    return consents.ask(person, Separate.of(code), answer, how);
  }

  /**
   * The asking is done, and the questions can begin.
   *
   * @throws CaseworkFault {@code CONSENT_REFUSED} where the person has said no to being asked or to
   *     answers being written down; {@code CONSENT_MISSING} where there is no yes to both that was
   *     given since this screening was begun
   */
  public Saved done(ScreeningPage page) {
    RecordId person = page.person().id();
    if (refused(person)) {
      throw new CaseworkFault(CaseworkFault.Code.CONSENT_REFUSED);
    }
    boolean both =
        of(page).stream()
            .filter(o -> Separate.of(o.asked().code()).eachTime())
            .allMatch(o -> !o.due() && o.said().filter(Consents.Said::holds).isPresent());
    if (!both) {
      throw new CaseworkFault(CaseworkFault.Code.CONSENT_MISSING);
    }
    AnswerFields.writable(station, page.line().id());
    return ledger.write(
        new Act()
            .edit(
                page.line().id(),
                Kinds.SCREENING,
                Map.of("consentsAsked", station.now().toValue())));
  }
}
