package org.sala.ui.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Backups;
import org.sala.casework.FaultSeen;
import org.sala.ui.route.Here;
import org.sala.ui.text.FaultWords;
import org.sala.ui.work.Watched;

/** A backup that is being made beside the work, whatever screen is shown meanwhile. FX thread. */
public final class BackupRun {
  private final Backups backups;
  private final ReadOnlyObjectWrapper<Optional<Watched.Far>> far =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private @Nullable Watched running;

  public BackupRun(Backups backups) {
    this.backups = backups;
  }

  /** Returns how far the backup is; empty while none is being made. */
  ReadOnlyObjectProperty<Optional<Watched.Far>> far() {
    return far.getReadOnlyProperty();
  }

  boolean isRunning() {
    return running != null;
  }

  void start(Path folder, Here here) {
    if (running != null) {
      return;
    }
    Watched watched = new Watched(here.work(), f -> far.set(Optional.of(f)));
    running = watched;
    far.set(Optional.of(new Watched.Far(0, 1, Optional.empty())));
    here.work()
        .beside(
            () -> backups.make(folder, watched),
            made -> {
              over();
              here.dialogs().tell(here.t("backup.title"), said(made, here));
            },
            e -> {
              over();
              here.dialogs()
                  .tell(
                      here.t("backup.title"),
                      FaultSeen.in(e).isPresent()
                          ? FaultWords.of(e, here.work().code(e), here.texts())
                          : here.t("backup.failed", here.work().code(e).orElse("?")));
            });
  }

  private static String said(Backups.Made made, Here here) {
    String so = here.t("backup.made", made.place(), here.texts().size(made.size()), made.files());
    return made.lost().isEmpty() ? so : so + "\n\n" + lost(made.lost(), here);
  }

  /** What a backup lacks, or that nobody can say. */
  static String lost(List<String> names, Here here) {
    return names.contains(Backups.UNREAD)
        ? here.t("backup.lost.unread")
        : here.t("backup.lost", names.size(), String.join(", ", names));
  }

  private void over() {
    running = null;
    far.set(Optional.empty());
  }

  /** Ends the backup; nothing is left on the stick. */
  public void stop() {
    if (running != null) {
      running.stop();
    }
  }
}
