package org.sala.casework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Tools;
import org.sala.vault.RestoredFolder;
import org.sala.vault.VaultFault;
import org.sala.vault.WorkspaceFolder;

/**
 * Restores to the place where a workspace lies that cannot be opened any more: beside it first, and
 * only when that is whole the old folder gets another name. Nobody is working in it then.
 */
final class SettingAside {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'-set-aside-'yyyyMMdd-HHmmss", Locale.ROOT);

  private final Path root;
  private final Tools tools;

  SettingAside(Path root, Tools tools) {
    this.root = root.toAbsolutePath().normalize();
    this.tools = tools;
  }

  // The lock is held, not used.
  @SuppressWarnings("try")
  Restoring.Outcome restore(Function<Path, Restoring.Outcome> restoring) {
    try {
      finish(root);
      if (RestoredFolder.isFree(root)) {
        return restoring.apply(root);
      }
      if (!WorkspaceFolder.isThere(root) && !Files.isDirectory(root.resolve("journal"))) {
        // Whatever this is, it is no workspace of ours to move.
        return new Restoring.Outcome.FolderTaken();
      }
      Path beside = beside(root);
      if (WorkspaceFolder.isThere(beside)) {
        // Brought back whole by a run that was halted before it took its place: nothing of it goes.
        RestoredFolder.move(beside, aside(beside));
      }
      Optional<WorkspaceFolder> lock = WorkspaceFolder.take(root);
      if (lock.isEmpty()) {
        return new Restoring.Outcome.FolderTaken();
      }
      Restoring.Outcome outcome;
      try (WorkspaceFolder _ = lock.get()) {
        outcome = restoring.apply(beside);
      }
      if (outcome instanceof Restoring.Outcome.Restored done) {
        RestoredFolder.move(root, aside(root));
        RestoredFolder.move(beside, root);
        return new Restoring.Outcome.Restored(root, done.facts());
      }
      return outcome;
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    } catch (VaultFault e) {
      throw Backups.fault(e);
    }
  }

  /** Returns where a workspace that is brought back lies until it takes its place. */
  static Path beside(Path place) {
    Path root = place.toAbsolutePath().normalize();
    return root.resolveSibling(root.getFileName() + "-restored");
  }

  /** A name that is nobody's, also where it is the second within a second. */
  private Path aside(Path folder) {
    String name = folder.getFileName() + NAME.format(tools.now().local());
    Path free = folder.resolveSibling(name);
    for (int i = 2; Files.exists(free); i++) {
      free = folder.resolveSibling(name + "-" + i);
    }
    return free;
  }

  /** Whether a run was halted between its last two steps; the next entry finishes it. */
  static boolean isHalted(Path place) {
    return !Files.exists(place) && WorkspaceFolder.isThere(beside(place));
  }

  /**
   * Where a run was halted between its last two steps: the old workspace has its other name, and
   * the one that was brought back whole takes its place now.
   */
  static void finish(Path place) {
    if (isHalted(place)) {
      try {
        RestoredFolder.move(beside(place), place.toAbsolutePath().normalize());
      } catch (IOException e) {
        throw new CaseworkFault(CaseworkFault.Code.IO, e);
      }
    }
  }
}
