package org.sala.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.Importing;
import org.sala.domain.RecordId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sala import}: takes a package in, and answers it at headquarters. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Verifies a package and takes it in, or keeps it in quarantine and says why.")
final class ImportCommand implements Callable<Integer> {
  private final Door door;

  @Mixin private Door.Keys keys = new Door.Keys();

  @Option(names = "--receipt-to", paramLabel = "DIR", description = "Copies the receipt there.")
  private @Nullable Path receiptTo;

  @Parameters(paramLabel = "FILE", description = "The package.")
  private Path file = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  ImportCommand(Door door) {
    this.door = door;
  }

  @Override
  public Integer call() {
    java.io.PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (Desk desk = door.enter(keys)) {
      return switch (desk.packages().take(file)) {
        case Importing.Outcome.Imported i -> {
          out.printf("imported %d changes, %d records%n", i.changes(), i.records());
          if (i.gap() > 0) {
            out.println(i.gap() + " earlier packages have not arrived");
          }
          if (i.restored()) {
            out.println("the station was restored from a backup since it last sent");
          }
          if (i.held() > 0) {
            out.println(i.held() + " changes wait in quarantine for two officers");
          }
          receipt(desk, i.receipt(), out);
          yield Exit.OK;
        }
        case Importing.Outcome.AlreadyImported a -> {
          out.println("already imported on " + a.at());
          yield Exit.OK;
        }
        case Importing.Outcome.Refused r -> {
          Report.lines(r.checked()).forEach(out::println);
          out.println("kept in quarantine; nothing became visible");
          yield Exit.REFUSED;
        }
        case Importing.Outcome.Held h -> {
          Report.lines(h.checked()).forEach(out::println);
          h.doubts().forEach(d -> out.println("in doubt: " + d));
          out.println("kept in quarantine until two officers admit it; nothing became visible");
          receipt(desk, h.receipt(), out);
          yield Exit.REFUSED;
        }
        case Importing.Outcome.AlreadyDecided a -> {
          out.println(a.state() + " since " + a.at());
          yield Exit.REFUSED;
        }
      };
    }
  }

  private void receipt(Desk desk, Optional<RecordId> receipt, java.io.PrintWriter out) {
    if (receiptTo != null && receipt.isPresent()) {
      out.println("receipt at " + desk.packages().carry(receipt.get(), receiptTo));
    }
  }
}
