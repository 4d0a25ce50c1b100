package org.sala.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.Others;
import org.sala.casework.packages.take.ImportQueue;
import org.sala.casework.packages.take.VerifiedPackage;
import org.sala.casework.station.Tools;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code sala hq import}: takes in all packages of a folder, beside others who do the same. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Takes in all packages that lie in a folder.",
      "Several may be at one folder: each package is taken in once. Exit status 0 "
          + "only if each was taken in, now or before."
    })
final class HqImport implements Callable<Integer> {
  private final Tools tools;
  private final Ports.Languages languages;

  @ParentCommand private @Nullable HqCommand hq;

  @Mixin private Officer officer = new Officer();

  @Option(
      names = "--receipt-to",
      paramLabel = "DIR",
      description = "Copies the receipts to a folder that is there, such as a stick.")
  private @Nullable Path receiptTo;

  @Mixin private Output output = new Output();

  @Parameters(paramLabel = "FOLDER", description = "Where the packages lie.")
  private Path folder = Path.of("");

  private int refused = Exit.OK;

  HqImport(Tools tools, Ports.Languages languages) {
    this.tools = tools;
    this.languages = languages;
  }

  @Override
  public Integer call() {
    Given.folder(folder);
    if (receiptTo != null) {
      Given.folder(receiptTo);
    }
    try (Desk desk = Objects.requireNonNull(hq).enter(tools, officer)) {
      List<Path> files = new ArrayList<>(desk.packages().waitingIn(folder));
      // Two that begin at once do not meet at every file.
      Collections.rotate(files, new Random().nextInt(Math.max(1, files.size())));
      Taking taking = new Taking(desk, receiptTo, languages.in("en"));
      List<Path> inHand = new ArrayList<>();
      int exit = all(desk, files, taking, inHand);
      if (!inHand.isEmpty()) {
        // What another program had in hand is looked at again when all else is done.
        exit = Math.max(refused, all(desk, List.copyOf(inHand), taking, new ArrayList<>()));
      }
      Others.Standing standing = desk.onServer().orElseThrow();
      output
          .said()
          .line("others were waited for " + standing.longestWait().toMillis() + " ms at most")
          .with("longestWaitMillis", standing.longestWait().toMillis())
          .end();
      return exit;
    }
  }

  private int all(Desk desk, List<Path> files, Taking taking, List<Path> inHand) {
    int exit = Exit.OK;
    try (ImportQueue all = desk.packages().inTurn(files)) {
      for (Path file : files) {
        Said said = output.said().with("file", String.valueOf(file.getFileName()));
        said.line(file + ":");
        int became;
        try (VerifiedPackage read = all.next()) {
          became = taking.take(read, said);
        }
        if (taking.inHand()) {
          inHand.add(file);
        } else {
          refused = Math.max(refused, became);
        }
        exit = Math.max(exit, became);
        said.end();
      }
    }
    return exit;
  }
}
