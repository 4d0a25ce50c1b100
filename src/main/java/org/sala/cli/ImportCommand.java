package org.sala.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.packages.InTurn;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.Verified;
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
    try (Desk desk = door.enter(keys);
        InTurn all = desk.packages().inTurn(files)) {
      Taking taking = new Taking(desk, receiptTo);
      int exit = Exit.OK;
      for (Path file : files) {
        Said said = output.said().with("file", String.valueOf(file.getFileName()));
        if (files.size() > 1) {
          said.line(file + ":");
        }
        Packages.Space space = desk.packages().spaceFor(List.of(file));
        said.line("needs up to " + space.needed() + " bytes, " + space.free() + " are free")
            .with("needed", space.needed())
            .with("free", space.free());
        try (Verified read = all.next()) {
          exit = Math.max(exit, taking.take(read, said));
        }
        said.end();
      }
      return exit;
    }
  }
}
