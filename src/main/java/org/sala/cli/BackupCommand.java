package org.sala.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sala.casework.Backups;
import org.sala.casework.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sala backup}: everything of a workspace in one sealed file, read back. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Backs a workspace up into one encrypted file and reads it back.",
      "Exit status 1 when it was made, and files that ought to be in it are lost; they are named."
    })
final class BackupCommand implements Callable<Integer> {
  private final Door door;

  @Mixin private Door.Keys keys = new Door.Keys();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "A file that is not there yet, or a folder: a stick, another disk.")
  private Path to = Path.of("");

  @Mixin private Output output = new Output();

  BackupCommand(Door door) {
    this.door = door;
  }

  @Override
  public Integer call() {
    Path above = to.toAbsolutePath().getParent();
    Path folder = Given.folder(Files.isDirectory(to) || above == null ? to : above);
    try (Desk desk = door.enter(keys)) {
      Backups.Space space = desk.backups().space(folder);
      output.err().printf("needs %d bytes, %d are free%n", space.needed(), space.free());
      Backups.Made made = desk.backups().make(to, new Meter(output.err(), "backup"));
      Said said =
          output
              .said()
              .line("backed up to " + made.place())
              .line(Counted.files(made.files()) + ", " + made.size() + " bytes, read back");
      if (!made.lost().isEmpty()) {
        said.line(
            "Not whole in it, because their files are not here any more, or not what they were: "
                + String.join(", ", made.lost())
                + ". Look for another copy before you need this one.");
      }
      said.with("file", made.place())
          .with("size", made.size())
          .with("files", made.files())
          .with("made", OffsetTime.of(made.at()))
          .with("lost", made.lost())
          .end();
      return made.lost().isEmpty() ? Exit.OK : Exit.REFUSED;
    }
  }
}
