package org.sala.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.domain.Change;

/**
 * Another laptop with the same records, at which a colleague writes; what came of it is taken in.
 */
final class Elsewhere {
  private Elsewhere() {}

  /** Officer two writes there, and officer one takes it in; nobody has the workspace open. */
  static void writes(Path workspace, Path copy, Consumer<Desk> what) throws IOException {
    try (Stream<Path> files = Files.walk(workspace)) {
      for (Path f : files.toList()) {
        Files.copy(f, copy.resolve(workspace.relativize(f).toString()));
      }
    }
    try (Desk here = Desks.unlock(workspace, "one");
        Desk other = Desks.unlock(copy, "two")) {
      int known = changes(other).size();
      what.accept(other);
      List<Change> changes = changes(other);
      Desks.take(here, changes.subList(known, changes.size()));
    }
  }

  private static List<Change> changes(Desk desk) {
    List<Change> changes = new ArrayList<>();
    Desks.station(desk).journal().replay(0, run -> run.forEach(c -> changes.add(c.change())));
    return changes;
  }
}
