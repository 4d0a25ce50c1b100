package org.sala.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sala.casework.Desk;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.partner.CopyRequest;
import org.sala.casework.partner.Redaction;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Words;

/** {@code sala seal --partner}: says what goes and what does not, line by line, and seals it. */
final class CopySealing {
  private final Desk desk;
  private final Output output;
  private final Words words;

  CopySealing(Desk desk, Output output, Words words) {
    this.desk = desk;
    this.output = output;
    this.words = words;
  }

  /**
   * @param sealing whether it is sealed, and not only looked at
   */
  void run(String partner, String purpose, RecordId caseId, boolean sealing, Optional<Path> to) {
    Redaction r =
        desk.copies()
            .look(
                new CopyRequest(
                    PartnerCommand.named(desk, partner).id(),
                    purpose,
                    new CopyRequest.Scope.OneCase(caseId)));
    Said said = output.said();
    said.line("copy for " + r.partner().name() + ", " + r.partner().card().country());
    r.asked()
        .forEach(
            a ->
                said.line(
                    "  "
                        + a.number()
                        + ": "
                        + a.word()
                        + a.elsewhere().map(n -> ", by " + n + ", the same person").orElse("")));
    for (Redaction.Item i : r.items()) {
      said.line(i.kind() + " " + i.number());
      i.lines()
          .forEach(
              l ->
                  said.line(
                      "  " + l.field() + ": " + l.why().map(w -> "removed, " + w).orElse("goes")));
    }
    r.files().forEach(f -> said.line("goes as it is, with what its camera wrote in it: " + f));
    r.kept().forEach(k -> said.line("not copied: " + k.count() + " " + k.kind() + ", " + k.why()));
    said.with("partner", r.partner().name())
        .with("people", numbers(r, true))
        .with("notIn", numbers(r, false))
        .with("records", r.items().size())
        .with("files", r.files())
        .with("protection", r.protection());
    if (sealing) {
      PackageLine sealed = desk.copies().seal(r, words, Progress.none());
      new Carried(desk.packages(), to).say(List.of(sealed), List.of(), said);
      return;
    }
    said.end();
  }

  private static List<String> numbers(Redaction r, boolean lets) {
    return r.asked().stream()
        .filter(a -> a.word().lets() == lets)
        .map(Redaction.Asked::number)
        .toList();
  }
}
