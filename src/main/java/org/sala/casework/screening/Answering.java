package org.sala.casework.screening;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Seen;
import org.sala.casework.station.Station;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.form.Catalogue;
import org.sala.merge.FieldState;

/** Writes an answer into a screening: in the form's own terms, and protected where it has to be. */
final class Answering {
  private final Station station;
  private final Ledger ledger;
  private final Catalogues catalogues;
  private final OpenInterviews interviews;

  Answering(Station station, Ledger ledger, Catalogues catalogues, OpenInterviews interviews) {
    this.station = station;
    this.ledger = ledger;
    this.catalogues = catalogues;
    this.interviews = interviews;
  }

  /**
   * An answer to one question.
   *
   * @param stood what stood there when it was looked at; empty where nobody looked before
   * @param seen which versions that was
   */
  record Answer(RecordId screening, String path, Given given, Optional<Given> stood, Seen seen) {
    @Override
    public String toString() {
      return "Answer";
    }
  }

  /**
   * @param known the fields of the screening, which may be written to
   */
  Saved write(Answer of, Map<String, FieldState> known) {
    String path = of.path();
    Given given = of.given();
    Optional<Given> stood = of.stood();
    Catalogue catalogue =
        catalogues
            .of(known)
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.CLOSED_FOR_GOOD));
    if (!given.empty()) {
      // The form itself says whether this may stand there.
      ScreeningPage.asForm(Map.of(path, List.of(given)))
          .forEach((at, answer) -> interviews.check(catalogue.form(), at, answer));
    }
    Map<String, Compartment> compartments =
        catalogue.indicators().stream()
            .filter(i -> catalogue.path(i).equals(path) && i.sealed())
            .findFirst()
            .map(i -> Map.of(AnswerFields.key(path), Compartment.PROTECTION))
            .orElse(Map.of());
    Map<String, Value> fields = new LinkedHashMap<>();
    Map<String, FieldState> safe = new ProtectedPart(station).fields(of.screening());
    String key = AnswerFields.key(path);
    Value answer = given.toValue();
    if (stood.filter(s -> s.seen().strip().equals(given.seen().strip())).isEmpty()) {
      fields.putAll(Observed.beside(path, given, safe));
    }
    boolean stands = known.containsKey(key) || safe.containsKey(key);
    boolean alone = stood.filter(s -> s.toValue().equals(answer)).isPresent();
    if (fields.isEmpty() || !alone && (stands || !answer.equals(Value.Nothing.HERE))) {
      fields.put(key, answer);
    }
    return ledger.write(
        new Act().edit(of.screening(), Kinds.SCREENING, fields, compartments, of.seen()));
  }
}
