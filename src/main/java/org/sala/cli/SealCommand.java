package org.sala.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Cases;
import org.sala.casework.Desk;
import org.sala.casework.Packages;
import org.sala.casework.Progress;
import org.sala.casework.SealPlan;
import org.sala.domain.RecordId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sala seal}: seals what headquarters does not have yet. */
@Command(
    name = "seal",
    mixinStandardHelpOptions = true,
    description = "Seals a case, or everything that headquarters does not have yet.")
final class SealCommand implements Callable<Integer> {
  private final Door door;

  @Mixin private Door.Keys keys = new Door.Keys();

  @Option(names = "--case", paramLabel = "NUMBER", description = "Only this case and its people.")
  private @Nullable String caseNumber;

  @Option(names = "--to", paramLabel = "DIR", description = "Copies the package to a folder.")
  private @Nullable Path to;

  @Option(names = "--dry-run", description = "Only says what would leave.")
  private boolean dryRun;

  @Spec private @Nullable CommandSpec spec;

  SealCommand(Door door) {
    this.door = door;
  }

  @Override
  public Integer call() {
    java.io.PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (Desk desk = door.enter(keys)) {
      Optional<RecordId> caseId = Optional.empty();
      if (caseNumber != null) {
        caseId =
            desk.cases().list(caseNumber, "number", false, 0, 1).stream()
                .map(Cases.CaseLine::id)
                .findFirst();
        if (caseId.isEmpty()) {
          throw new NotEntered("There is no such case here.", Exit.USAGE);
        }
      }
      SealPlan plan = desk.packages().plan(caseId);
      out.printf(
          "to %s: %d changes, %d people, %d cases; protected part of %d leaves, of %d is kept"
              + " back%n",
          plan.recipient(),
          plan.changes().size(),
          plan.people(),
          plan.cases(),
          plan.withConsent().size(),
          plan.keptBack().size());
      if (!dryRun) {
        Packages.PackageLine sealed = desk.packages().seal(plan, Progress.none());
        out.println("sealed " + sealed.fileName());
        if (to != null) {
          out.println("carried to " + desk.packages().carry(sealed.id(), to));
        }
      }
      return Exit.OK;
    }
  }
}
