package org.sala.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Backups;
import org.sala.casework.Desk;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sala backup}: everything of a workspace in one sealed file, read back. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Backs a workspace up into one encrypted file and reads it back.")
final class BackupCommand implements Callable<Integer> {
  private final Door door;

  @Mixin private Door.Keys keys = new Door.Keys();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "A file that is not there yet, or a folder: a stick, another disk.")
  private Path to = Path.of("");

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  BackupCommand(Door door) {
    this.door = door;
  }

  @Override
  public Integer call() {
    picocli.CommandLine line = Objects.requireNonNull(spec).commandLine();
    try (Desk desk = door.enter(keys)) {
      Path folder = Files.isDirectory(to) ? to : to.toAbsolutePath().getParent();
      if (folder == null || !Files.isDirectory(folder)) {
        throw new NotEntered("There is no such folder to back up to.", Exit.USAGE);
      }
      Backups.Space space = desk.backups().space(folder);
      if (!json) {
        line.getErr().printf("needs %d bytes, %d are free%n", space.needed(), space.free());
      }
      Backups.Made made = desk.backups().make(to, new Meter(line.getErr(), "backup"));
      if (json) {
        Map<String, Value> parts = new LinkedHashMap<>();
        parts.put("file", Value.text(made.place()));
        parts.put("size", Value.whole(made.size()));
        parts.put("files", Value.whole(made.files()));
        parts.put("made", Value.text(made.at().toString()));
        line.getOut()
            .println(new String(Json.write(new Value.Parts(parts)), StandardCharsets.UTF_8));
      } else {
        line.getOut().println("backed up to " + made.place());
        line.getOut().printf("%d files, %d bytes, read back%n", made.files(), made.size());
      }
      return Exit.OK;
    }
  }
}
