package org.sala.casework.screening;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sala.casework.station.Act;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Opening;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Writes down what comes before the first question of a screening. */
public final class Openings {
  private final Station station;
  private final Ledger ledger;

  public Openings(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /**
   * Through whom an interview is held.
   *
   * @param number never a name
   * @param engagedBy who pays or sent the interpreter
   * @param conflicts what may stand between the interpreter and this person
   */
  public record Through(String number, String engagedBy, String conflicts) {
    @Override
    public String toString() {
      return "Through";
    }
  }

  /** The key of the officer who is at the desk. */
  public String me() {
    return station.me().hex();
  }

  /** Writes down that the statement was heard, in which language, through whom. */
  public Saved heard(RecordId screening, String language, String through) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("rightsHeard", station.now().toValue());
    fields.put("rightsIn", text(language));
    fields.put("rightsThrough", text(through));
    return edit(screening, fields);
  }

  /** Writes down what the person pointed at; it is protected. */
  public Saved pointed(RecordId screening, Opening.About about, String who, String answer) {
    if (!Opening.ANSWERS.contains(answer)) {
      throw new IllegalArgumentException("no such answer");
    }
    Opening.Pointed one = new Opening.Pointed(about, who, answer, station.now());
    return edit(screening, Map.of("silent/" + station.ids().record(), one.toValue()));
  }

  /** Writes down another interpreter, or what is known of this one. */
  public Saved through(RecordId screening, Through who) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("interpreter", text(who.number()));
    fields.put("interpreterEngagedBy", text(who.engagedBy()));
    fields.put("interpreterConflicts", text(who.conflicts()));
    return edit(screening, fields);
  }

  private static Value text(String words) {
    return words.isBlank() ? Value.Nothing.HERE : Value.text(words.strip());
  }

  private Saved edit(RecordId screening, Map<String, Value> fields) {
    AnswerFields.writable(station, screening);
    return ledger.write(new Act().edit(screening, Kinds.SCREENING, fields));
  }
}
