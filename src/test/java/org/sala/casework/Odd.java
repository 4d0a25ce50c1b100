package org.sala.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sala.casework.station.Act;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.domain.Field;
import org.sala.domain.FieldType;
import org.sala.domain.Join;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Records of every kind with nonsense in every field, as a trusted laptop may write by hand. */
public final class Odd {
  /** Nothing that any field wants; one word stands there twice. */
  private static final List<Value> VALUES =
      List.of(
          Value.text("no moment, no id, 7"),
          Value.text("\u0000\t " + "\ud83d\ude00".repeat(700) + "no no"),
          Value.whole(-3),
          Value.texts(List.of("a", "b")),
          new Value.Parts(
              Map.of(
                  "typed", Value.whole(4), "precision", Value.text("zz"), "at", Value.text("-"))));

  private Odd() {}

  /**
   * Writes them: each once with nonsense alone, and once with what it refers to there.
   *
   * @return what they are
   */
  public static Map<RecordId, Kind> records(Desk desk, RecordId person, RecordId in) {
    Station station = Desks.station(desk);
    Ledger ledger = new Ledger(station);
    Map<RecordId, Kind> records = new LinkedHashMap<>();
    for (Kind kind : Kinds.all()) {
      // No package brings an erasure (docs/formats/package.md), and the next opening obeys it.
      if (kind.fields().isEmpty() || kind.equals(Kinds.ERASURE)) {
        continue;
      }
      for (Value odd : VALUES) {
        Act act = new Act();
        for (boolean linked : new boolean[] {false, true}) {
          Map<String, Value> fields = new LinkedHashMap<>();
          for (Field f : kind.fields()) {
            boolean refers = linked && f.type() == FieldType.REFERENCE;
            fields.put(
                f.join() == Join.SET ? f.element("odd") : f.key(),
                refers ? Value.ref(f.key().equals("case") ? in : person) : odd);
          }
          RecordId id = station.ids().record();
          records.put(id, kind);
          act.make(id, kind, station.scope(), fields);
        }
        ledger.write(act);
      }
    }
    return records;
  }
}
