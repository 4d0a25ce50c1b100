package org.sala.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.packages.FirstLook;
import org.sala.casework.packages.Importing;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sala import}: takes packages in, and answers them at headquarters. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Verifies packages and takes them in, or keeps them in quarantine and says why.",
      "One bad package stops no other. What was written here or for somebody else is left alone.",
      "Exit status 0 only if each was taken in, now or before."
    })
final class ImportCommand implements Callable<Integer> {
  /** What would stop the next package as well. */
  private static final Set<CaseworkFault.Code> STOPS_ALL =
      Set.of(CaseworkFault.Code.NO_SPACE, CaseworkFault.Code.DISK_FULL, CaseworkFault.Code.STOPPED);

  private final Door door;

  @Mixin private Door.Keys keys = new Door.Keys();

  @Option(names = "--receipt-to", paramLabel = "DIR", description = "Copies the receipts there.")
  private @Nullable Path receiptTo;

  @Mixin private Output output = new Output();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The packages.")
  private List<Path> files = List.of();

  ImportCommand(Door door) {
    this.door = door;
  }

  @Override
  public Integer call() {
    files.forEach(Given::file);
    try (Desk desk = door.enter(keys)) {
      int exit = Exit.OK;
      for (Path file : files) {
        Said said = output.said().with("file", String.valueOf(file.getFileName()));
        if (files.size() > 1) {
          said.line(file + ":");
        }
        exit = Math.max(exit, take(desk, file, said));
        said.end();
      }
      return exit;
    }
  }

  private int take(Desk desk, Path file, Said said) {
    try {
      FirstLook look = desk.packages().look(file, Progress.none());
      if (look.kind() == FirstLook.Kind.OWN) {
        said.line("written here: left alone").with("outcome", "own");
        return Exit.REFUSED;
      }
      if (look.kind() == FirstLook.Kind.NOT_READABLE) {
        said.line("for somebody else, or no package: left alone").with("outcome", "unreadable");
        return Exit.REFUSED;
      }
      return said(desk, desk.packages().take(file), said);
    } catch (CaseworkFault e) {
      if (STOPS_ALL.contains(e.code())) {
        throw e;
      }
      said.line(Apology.words(e)).with("outcome", "failed").with("fault", e.code().name());
      return Exit.FAILED;
    }
  }

  private int said(Desk desk, Importing.Outcome outcome, Said said) {
    return switch (outcome) {
      case Importing.Outcome.Imported i -> {
        imported(i, said);
        receipt(desk, i.receipt(), said);
        yield Exit.OK;
      }
      case Importing.Outcome.AlreadyImported a -> {
        said.line("already imported on " + a.at())
            .with("outcome", "already")
            .with("at", a.at().toString());
        yield Exit.OK;
      }
      case Importing.Outcome.Refused r -> {
        Report.lines(r.checked()).forEach(said::line);
        said.line("kept in quarantine; nothing became visible")
            .with("outcome", "refused")
            .with(Report.parts(r.checked()));
        yield Exit.REFUSED;
      }
      case Importing.Outcome.Held h -> {
        Report.lines(h.checked()).forEach(said::line);
        h.doubts().forEach(d -> said.line("in doubt: " + d));
        said.line("kept in quarantine until two officers admit it; nothing became visible")
            .with("outcome", "held")
            .with("doubts", h.doubts().stream().map(Enum::name).toList())
            .with(Report.parts(h.checked()));
        receipt(desk, h.receipt(), said);
        yield Exit.REFUSED;
      }
      case Importing.Outcome.AlreadyDecided a -> {
        said.line(a.state() + " since " + a.at())
            .with("outcome", "decided")
            .with("state", a.state().name())
            .with("at", a.at().toString());
        yield Exit.REFUSED;
      }
    };
  }

  private static void imported(Importing.Outcome.Imported i, Said said) {
    said.line("imported " + i.changes() + " changes, " + i.records() + " records");
    if (i.gap() > 0) {
      said.line(i.gap() + " earlier packages have not arrived");
    }
    if (i.restored()) {
      said.line("the station was restored from a backup since it last sent");
    }
    if (i.held() > 0) {
      said.line(i.held() + " changes wait in quarantine for two officers");
    }
    said.with("outcome", "imported")
        .with("changes", i.changes())
        .with("records", i.records())
        .with("disputed", i.disputed())
        .with("held", i.held())
        .with("gap", i.gap())
        .with("restored", i.restored());
  }

  private void receipt(Desk desk, Optional<RecordId> receipt, Said said) {
    if (receiptTo != null && receipt.isPresent()) {
      Path copy = desk.packages().carry(receipt.get(), receiptTo);
      said.line("receipt at " + copy).with("receipt", copy.toString());
    }
  }
}
