package org.sala.casework.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sala.domain.AuditEntry;
import org.sala.domain.IdSource;
import org.sala.domain.Value;

/**
 * Plain files on their way out of the workspace. Until one is whole it lies beside its place under
 * a hidden name that nobody would look for: where the program ends in between, the next unlock
 * finds it here and takes it away.
 */
@BehindTheDesk
public final class Halfway {
  private static final String KEPT = "halfway";
  private static final Pattern NAME = Pattern.compile("\\.sala-[0-9a-f-]{36}\\.part");

  private final StationState state;

  public Halfway(Station station) {
    this.state = station.state();
  }

  /** A name beside a file's place that is no other file's. */
  static Path beside(Path folder, IdSource ids) {
    return folder.resolve(".sala-" + ids.record() + ".part");
  }

  /** Remembered before the first byte is written. */
  void begins(Path part) {
    synchronized (state) {
      List<String> all = new ArrayList<>(state.texts(KEPT));
      all.add(part.toString());
      keep(all);
    }
  }

  /** Forgets a file that is there under its own name, or gone. */
  void over(Path part) {
    synchronized (state) {
      List<String> all = new ArrayList<>(state.texts(KEPT));
      if (all.remove(part.toString())) {
        try {
          keep(all);
        } catch (CaseworkFault e) {
          // The file is where it belongs; it is looked for once more and not found.
          return;
        }
      }
    }
  }

  private void keep(List<String> all) {
    state.set(KEPT, all.isEmpty() ? Value.Nothing.HERE : Value.texts(all));
  }

  /**
   * Takes away what an earlier run left; what lies on a stick that is not there now is remembered
   * further.
   */
  public void clear(AuditTrail audit) {
    for (String name : state.texts(KEPT)) {
      try {
        Path part = Path.of(name);
        Path folder = part.getParent();
        if (folder == null || !NAME.matcher(String.valueOf(part.getFileName())).matches()) {
          over(part);
        } else if (Files.deleteIfExists(part)) {
          audit.note(AuditEntry.Act.EXPORTED, "unfinished, taken away");
          over(part);
        } else if (Files.isDirectory(folder)) {
          over(part);
        }
      } catch (IOException | InvalidPathException e) {
        // It cannot be reached today; it is looked for again at the next unlock.
        continue;
      }
    }
  }
}
