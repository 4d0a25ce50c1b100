package org.sala.bench.swarm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.screening.Findings;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** What officers find on people, and what a second one signs. */
final class Finds {
  private final World world;

  Finds(World world) {
    this.world = world;
  }

  /** One that protects, or after a screening one that takes protection away. */
  void find(Laptop at, RecordId person, boolean lower, int which) {
    if (lower) {
      lower(at, person);
    } else {
      Findings.Finding[] all = Findings.Finding.values();
      Findings.Finding one = all[Math.floorMod(which, all.length)];
      write(at, person, Optional.empty(), one.lower() ? Findings.Finding.PRESUMED_VICTIM : one);
    }
  }

  private void lower(Laptop at, RecordId person) {
    RecordId screening = at.station().ids().record();
    at.ledger()
        .write(
            new Act()
                .make(
                    screening,
                    Kinds.SCREENING,
                    at.station().scopeOf(person),
                    Map.of(
                        "person",
                        Value.ref(person),
                        "state",
                        Value.text("closed"),
                        "answer/screening/the_work/S4_01",
                        Value.parts(Map.of("code", "no")))));
    try {
      write(at, person, Optional.of(screening), Findings.Finding.NO_INDICATIONS);
    } catch (CaseworkFault e) {
      if (e.code() != CaseworkFault.Code.DISPUTED) {
        throw e;
      }
      // What versions differ in is decided first.
    }
  }

  private void write(
      Laptop at, RecordId person, Optional<RecordId> screening, Findings.Finding finding) {
    world
        .remembered()
        .writing(
            at,
            Kinds.FINDING.key(),
            person,
            () -> {
              if (world.broken() == Broken.FINDING_OF_BEFORE) {
                ofBefore(at, person, finding);
              } else {
                at.findings().find(person, screening, finding, "as it was told");
              }
            });
    world.tally().did(finding.lower() ? Deed.FOUND_LOWER : Deed.FOUND);
  }

  /** The broken variant: it does not say which others were known. */
  private static void ofBefore(Laptop at, RecordId person, Findings.Finding finding) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("person", Value.ref(person));
    fields.put("finding", Value.text(finding.code()));
    fields.put("lower", Value.flag(finding.lower()));
    fields.put("reason", Value.text("as it was told"));
    at.ledger()
        .write(
            new Act()
                .make(
                    at.station().ids().record(),
                    Kinds.FINDING,
                    at.station().scopeOf(person),
                    fields));
  }

  /** A second officer signs what waits for one, or says no. */
  void confirm(Laptop at, RecordId person, boolean agrees) {
    at.findings()
        .waiting(person)
        .ifPresent(
            finding -> {
              try {
                Findings.Confirmed came =
                    at.findings()
                        .confirm(
                            finding, agrees, "as it was read", Founded.SECOND, Founded.phrase());
                if (came == Findings.Confirmed.WRONG_PASSPHRASE) {
                  throw new IllegalStateException(came.name());
                }
                world.tally().did(Deed.SIGNED);
              } catch (CaseworkFault e) {
                if (e.code() != CaseworkFault.Code.DISPUTED) {
                  throw e;
                }
              }
            });
  }
}
