package org.sala.ui.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.sala.casework.Backups;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.ProgressStrip;
import org.sala.ui.route.Here;
import org.sala.ui.work.Watched;
import org.sala.ui.work.Work;

/** The last backup, a new one, and why new numbers began. */
final class BackupCard extends VBox {
  private final Backups backups;
  private final BackupRun run;
  private final Here here;
  private final Work.Line line;
  private final Runnable refresh;
  private final ChangeListener<Optional<Watched.Far>> hearing = (o, was, is) -> heard(was, is);
  private final ProgressStrip strip;

  /** What is known of backups. */
  record Known(
      Optional<Backups.Made> last,
      Optional<Backups.Beginning> beginning,
      boolean told,
      List<String> damaged) {
    static Known of(Backups backups) {
      return new Known(
          backups.last(), backups.beginning(), backups.untold().isEmpty(), backups.damaged());
    }
  }

  BackupCard(Backups backups, BackupRun run, Here here, Work.Line line, Runnable refresh) {
    this.backups = backups;
    this.run = run;
    this.here = here;
    this.line = line;
    this.refresh = refresh;
    this.strip = new ProgressStrip(here.t("backup.running"), here.t("progress.stop"), run::stop);
    getStyleClass().add("card");
    run.far().addListener(hearing);
  }

  /** A new backup or the one that is being made, though nothing is known of earlier ones. */
  List<Node> going() {
    if (run.isRunning()) {
      return List.of(strip);
    }
    Button now = Nodes.button(here.t("backup.now"), "", this::choose);
    now.setId("backup");
    return List.of(Nodes.row(now));
  }

  /** Shows what is known. */
  BackupCard shown(Known k) {
    getChildren()
        .setAll(
            Nodes.row(
                Nodes.label(here.t("backup.title"), "strong"),
                k.last().isPresent()
                    ? new Badge(Badge.Kind.OK, here.t("backup.there"))
                    : new Badge(Badge.Kind.WARNING, here.t("backup.none"))));
    k.last()
        .ifPresentOrElse(
            m ->
                getChildren()
                    .add(
                        Nodes.label(
                            here.t(
                                "backup.last",
                                here.texts().date(m.at()),
                                m.place(),
                                here.texts().size(m.size())))),
            () -> getChildren().add(Nodes.label(here.t("backup.below"), "muted")));
    k.last()
        .map(Backups.Made::lost)
        .filter(lost -> !lost.isEmpty())
        .ifPresent(lost -> getChildren().add(notWhole("backup-lost", BackupRun.lost(lost, here))));
    getChildren().addAll(going());
    if (!k.damaged().isEmpty()) {
      getChildren()
          .add(
              notWhole(
                  "backup-damaged",
                  here.t("backup.damaged", k.damaged().size(), String.join(", ", k.damaged()))));
    }
    k.beginning().ifPresent(b -> beginning(b, k.told()));
    return this;
  }

  private static Label notWhole(String id, String said) {
    Label words = Nodes.label(said, "error");
    words.setWrapText(true);
    words.setId(id);
    return words;
  }

  private void beginning(Backups.Beginning b, boolean told) {
    getChildren()
        .add(
            Nodes.label(
                here.t(
                    b.why() == Backups.Why.RESTORED ? "backup.why.restored" : "backup.why.ordered",
                    here.texts().date(b.at())),
                told ? "muted" : "strong"));
    if (!told) {
      getChildren()
          .add(
              Nodes.row(
                  Nodes.button(
                      here.t("backup.understood"),
                      "",
                      () ->
                          line.act(
                              () -> {
                                backups.told();
                                return true;
                              },
                              done -> refresh.run()))));
    }
  }

  private void choose() {
    here.dialogs()
        .folder(here.t("backup.where"))
        .ifPresent(folder -> line.act(() -> backups.space(folder), s -> confirm(folder, s)));
  }

  private void confirm(Path folder, Backups.Space space) {
    Form form = new Form();
    form.show(here.t("backup.folder"), folder.toString());
    form.show(here.t("backup.needs"), here.texts().size(space.needed()));
    form.show(here.t("backup.free"), here.texts().size(space.free()));
    VBox content = new VBox(10, form, Nodes.label(here.t("backup.opens"), "muted"));
    if (!space.enough()) {
      content.getChildren().add(Nodes.label(here.t("fault.NO_SPACE"), "error"));
    }
    here.dialogs()
        .ask(
            here.t("backup.title"),
            content,
            here.t("backup.make"),
            () -> {
              if (!space.enough()) {
                return false;
              }
              run.start(folder, here);
              return true;
            });
  }

  private void heard(Optional<Watched.Far> was, Optional<Watched.Far> is) {
    if (was.isPresent() != is.isPresent()) {
      refresh.run();
    }
    is.ifPresent(f -> strip.show(f.part(), far(f, here)));
  }

  private static String far(Watched.Far f, Here here) {
    String so = here.t("progress.bytes", here.texts().size(f.done()), here.texts().size(f.of()));
    return f.secondsLeft().map(s -> so + here.t("progress.left", s)).orElse(so);
  }

  void closed() {
    run.far().removeListener(hearing);
  }
}
