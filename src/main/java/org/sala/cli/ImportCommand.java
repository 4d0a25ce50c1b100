package org.sala.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.packages.files.Space;
import org.sala.casework.packages.take.ImportQueue;
import org.sala.casework.packages.take.VerifiedPackage;
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
      "One bad package, or one that is not there, stops no other. What was written here or for"
          + " somebody else is left alone.",
      "Exit status 0 only if each was taken in, now or before; otherwise the highest of: 1 one was"
          + " refused, held or left alone, 2 one is not there, 4 one could not be read or"
          + " answered.",
      "All that lies in a folder: sala sync --folder DIR."
    })
final class ImportCommand implements Callable<Integer> {
  private final Door door;
  private final Ports.Languages languages;

  @Mixin private Door.Keys keys = new Door.Keys();

  @Option(
      names = "--receipt-to",
      paramLabel = "DIR",
      description = "Copies the receipts to a folder that is there, such as a stick.")
  private @Nullable Path receiptTo;

  @Mixin private Output output = new Output();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The packages.")
  private List<Path> files = List.of();

  ImportCommand(Door door, Ports.Languages languages) {
    this.door = door;
    this.languages = languages;
  }

  @Override
  public Integer call() {
    if (files.size() == 1) {
      given(files.getFirst());
    }
    if (receiptTo != null) {
      Given.folder(receiptTo);
    }
    List<Path> there = new ArrayList<>();
    int exit = Exit.OK;
    for (Path file : files) {
      exit = Math.max(exit, missing(file, there));
    }
    try (Desk desk = door.enter(keys);
        ImportQueue all = desk.packages().inTurn(there)) {
      Taking taking = new Taking(desk, receiptTo, languages.in("en"));
      for (Path file : there) {
        Said said = output.said().with("file", String.valueOf(file.getFileName()));
        if (files.size() > 1) {
          said.line(file + ":");
        }
        Space space = desk.packages().spaceFor(List.of(file));
        said.line("needs up to " + space.needed() + " bytes, " + space.free() + " are free")
            .with("needed", space.needed())
            .with("free", space.free());
        try (VerifiedPackage read = all.next()) {
          exit = Math.max(exit, taking.take(read, said));
        }
        said.end();
      }
      return exit;
    }
  }

  private static Path given(Path file) {
    if (Files.isDirectory(file)) {
      throw new NotEntered(
          "That is a folder, not a file: "
              + file
              + ". All that lies in it: sala sync --folder DIR.",
          Exit.USAGE);
    }
    return Given.file(file);
  }

  /** One that is not there is said and stops no other. */
  private int missing(Path file, List<Path> there) {
    try {
      there.add(given(file));
      return Exit.OK;
    } catch (NotEntered e) {
      output.err().println(e.getMessage());
      output
          .said()
          .with("file", String.valueOf(file.getFileName()))
          .with("outcome", "missing")
          .with("message", String.valueOf(e.getMessage()))
          .end();
      return e.exit();
    }
  }
}
