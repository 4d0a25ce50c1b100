package org.sala.casework.packages;

import java.nio.file.Path;
import java.util.Map;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.station.Act;
import org.sala.casework.station.Ledger;
import org.sala.domain.Kind;
import org.sala.domain.RecordId;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;

/** Two people of one hall, known at both laptops, the second of which writes by hand. */
final class TwoPeople implements AutoCloseable {
  final Hall hall;
  final RecordId caseId;
  final RecordId person;
  final RecordId other;

  TwoPeople(Path folder) {
    hall = new Hall(folder);
    caseId = hall.heard();
    person = hall.person(caseId, Consents.Answer.YES);
    other = hall.person(caseId, Consents.Answer.YES);
  }

  /** What no program writes on top of what another laptop has said. */
  void byHand(RecordId record, Kind kind, Map<String, Value> fields) {
    new Ledger(Desks.station(hall.two)).write(new Act().edit(record, kind, fields));
  }

  /** Nor this: another beginning of a record that is there. */
  void begins(RecordId record, Kind kind, ScopeId scope, Map<String, Value> fields) {
    new Ledger(Desks.station(hall.two)).write(new Act().make(record, kind, scope, fields));
  }

  /** What the second laptop has written reaches the first one and headquarters, and theirs too. */
  void round() {
    hall.give(hall.two, hall.one);
    hall.report(hall.two);
    hall.report(hall.one);
  }

  @Override
  public void close() {
    hall.close();
  }
}
