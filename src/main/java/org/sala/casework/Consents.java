package org.sala.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/** What a person agreed to, and the one question that sealing cannot go round. */
public final class Consents {
  private final Station station;
  private final Ledger ledger;

  Consents(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /** What a person said when asked. */
  public enum Answer {
    YES,
    NO,
    NOT_ASKED,
    WITHDRAWN
  }

  /**
   * Why a protected part may leave without a yes.
   *
   * <p>The words stand in the record and are shown to whoever receives it.
   */
  public enum Reason {
    DANGER_TO_LIFE,
    CHILD_PROTECTION
  }

  /** Writes down what a person said about one purpose and one recipient. */
  public RecordId ask(
      RecordId person,
      String purpose,
      String recipient,
      Answer answer,
      String language,
      String interpreter) {
    return write(person, purpose, recipient, answer.name(), language, interpreter, "");
  }

  /** Writes down that a protected part leaves without a yes, and why. */
  public RecordId override(RecordId person, String purpose, String recipient, Reason why) {
    return write(person, purpose, recipient, why.name(), "", "", why.name());
  }

  private RecordId write(
      RecordId person,
      String purpose,
      String recipient,
      String answer,
      String language,
      String interpreter,
      String reason) {
    ScopeId scope =
        station
            .view()
            .records()
            .find(person)
            .map(Records.Row::scope)
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("person", Value.ref(person));
    fields.put("purpose", Value.text(purpose));
    fields.put("recipient", Value.text(recipient));
    fields.put("answer", Value.text(answer));
    Cases.put(fields, "language", language);
    Cases.put(fields, "interpreter", interpreter);
    Cases.put(fields, "reason", reason);
    fields.put("at", station.now().toValue());
    RecordId id = station.ids().record();
    ledger.write(new Act().make(id, Kinds.CONSENT, scope, fields));
    return id;
  }

  /** The last word on one purpose and recipient, and whether versions of it differ. */
  public record LastWord(String answer, boolean disputed) {
    /** Whether the protected part may leave: a disputed yes is none. */
    public boolean lets() {
      return !disputed
          && (answer.equals("YES")
              || answer.equals(Reason.DANGER_TO_LIFE.name())
              || answer.equals(Reason.CHILD_PROTECTION.name()));
    }
  }

  public Optional<LastWord> lastWord(RecordId person, String purpose, String recipient) {
    Optional<LastWord> last = Optional.empty();
    List<Records.Row> rows = station.view().records().pointingTo(person, "person");
    for (Records.Row row : rows) {
      if (row.kind().equals("consent")) {
        Map<String, FieldState> f = station.view().records().fields(row.id());
        FieldState answer = f.get("answer");
        if (answer != null
            && Officers.text(f, "purpose").filter(purpose::equals).isPresent()
            && Officers.text(f, "recipient").filter(recipient::equals).isPresent()) {
          last = Optional.of(new LastWord(answer.value().asText().orElse(""), answer.disputed()));
        }
      }
    }
    return last;
  }
}
