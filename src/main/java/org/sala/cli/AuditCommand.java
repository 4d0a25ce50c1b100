package org.sala.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sala.casework.Desk;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.AuditWitness;
import org.sala.casework.station.DayCode;
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
          said.line(
                  asked
                      .map(c -> "entry " + c.number() + ", code " + c.code())
                      .orElse("there is no such entry"))
              .end();
          return asked.isPresent() ? Exit.OK : Exit.REFUSED;
        }
        AuditTrail.Verdict verdict = audit.verify();
        DayCode code = audit.dayCode();
        said.line(words(verdict)).with("verdict", words(verdict));
        audit
            .keptAtHeadquartersFrom()
            .filter(from -> from > 1)
            .ifPresent(
                from ->
                    said.line(
                        "entries before "
                            + from
                            + " were written before enrolment: the chain alone speaks for them"));
        audit.witnessed().ifPresent(w -> said.with("countersigned", w.number()));
        if (!desk.headquarters().isHeadquarters()) {
          said.line(
              audit
                  .witnessed()
                  .map(w -> "headquarters has countersigned " + w.number() + " entries")
                  .orElse("headquarters has countersigned nothing yet"));
        }
        said.line("day code: entry " + code.number() + ", " + code.code())
            .with("entry", code.number())
            .with("code", code.code());
        List<String> stations = new ArrayList<>();
        boolean whole = verdict instanceof AuditTrail.Verdict.Whole;
        for (AuditWitness.Seen s : audit.stations()) {
          stations.add(words(s));
          said.line(words(s));
          whole &= s.trouble().isEmpty();
        }
        said.with("whole", whole).with("stations", stations).end();
        return whole ? Exit.OK : Exit.REFUSED;
      }
    }

    private static String words(AuditWitness.Seen s) {
      return String.format(
          Locale.ROOT,
          "station %s, incarnation %s: %s; %d entries countersigned%s",
          s.name(),
          s.incarnation().toString().substring(0, 8),
          words(s.verdict()),
          s.witnessed(),
          s.trouble().map(t -> "; on " + t.at() + " it was " + words(t.verdict())).orElse(""));
    }

    private static String words(AuditTrail.Verdict verdict) {
      return switch (verdict) {
        case AuditTrail.Verdict.Whole w -> "whole: " + w.entries() + " entries";
        case AuditTrail.Verdict.Edited e -> "edited: entry " + e.number();
        case AuditTrail.Verdict.Gap g -> "gap: entries are missing before " + g.number();
        case AuditTrail.Verdict.Reordered r -> "re-ordered: entry " + r.number();
        case AuditTrail.Verdict.Truncated t -> "truncated: after entry " + t.from();
        case AuditTrail.Verdict.Fork f -> "forked: two histories from entry " + f.number();
        case AuditTrail.Verdict.Restarted r ->
            "its key began anew: what came just before entry " + r.number() + " is unproved";
        case AuditTrail.Verdict.Spoiled s ->
            "the journal is damaged in segment " + s.segment() + "; restore a backup";
        case AuditTrail.Verdict.Differs d ->
            "what lies on the server is not what was written there, from segment "
                + d.segment()
                + " on; write nothing more, and ask who looks after the server";
      };
    }
  }
}
