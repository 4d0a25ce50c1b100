package org.sala.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sala.casework.Desk;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.AuditWitness;
import org.sala.casework.station.DayCode;
import org.sala.domain.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sala audit}. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "The record of who looked, sealed, imported.")
final class AuditCommand extends Branch {
  /** Checks the chain of this workspace. */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description =
          "Checks every frame of the journal and the audit chain in it; at headquarters lists what"
              + " came of the stations' audits.")
  static final class Verify implements Callable<Integer> {
    private final Door door;
    @Mixin private Door.Keys keys = new Door.Keys();

    @Option(
        names = "--entry",
        paramLabel = "NUMBER",
        description = "Prints the day code of that entry, to compare with the notebook.")
    private long entry;

    @Mixin private Output output = new Output();

    Verify(Door door) {
      this.door = door;
    }

    @Override
    public Integer call() {
      try (Desk desk = door.enter(keys)) {
        AuditTrail audit = desk.audit();
        Said said = output.said();
        if (entry > 0) {
          Optional<DayCode> asked = audit.dayCode(entry);
          asked.ifPresent(c -> said.with("entry", c.number()).with("code", c.code()));
          DayCode there =
              asked.orElseThrow(
                  () -> new NotEntered("There is no such entry.", Exit.REFUSED, "NOT_FOUND"));
          said.line("entry " + there.number() + ", code " + there.code()).end();
          return Exit.OK;
        }
        AuditTrail.Verdict verdict = audit.verify();
        DayCode code = audit.dayCode();
        said.line(AuditWords.of(verdict)).with(AuditWords.parts(verdict));
        audit
            .keptAtHeadquartersFrom()
            .filter(from -> from > 1)
            .ifPresent(
                from ->
                    said.line(
                            "entries before "
                                + from
                                + " were written before enrolment: the chain alone speaks for them")
                        .with("keptAtHeadquartersFrom", from));
        audit.witnessed().ifPresent(w -> said.with("countersigned", w.number()));
        if (!desk.headquarters().isHeadquarters()) {
          said.line(
              audit
                  .witnessed()
                  .map(w -> "headquarters has countersigned " + Counted.entries(w.number()))
                  .orElse("headquarters has countersigned nothing yet"));
        }
        said.line("day code: entry " + code.number() + ", " + code.code())
            .with("entry", code.number())
            .with("code", code.code());
        List<Value> stations = new ArrayList<>();
        boolean whole = verdict instanceof AuditTrail.Verdict.Whole;
        for (AuditWitness.Seen s : audit.stations()) {
          stations.add(new Value.Parts(AuditWords.parts(s)));
          said.line(AuditWords.of(s));
          whole &= s.trouble().isEmpty();
        }
        said.with("whole", whole).with(Map.of("stations", new Value.Listing(stations))).end();
        return whole ? Exit.OK : Exit.REFUSED;
      }
    }
  }
}
