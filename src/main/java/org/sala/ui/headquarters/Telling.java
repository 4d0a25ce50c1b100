package org.sala.ui.headquarters;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.headquarters.Bulletin;
import org.sala.casework.headquarters.Bulletins;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** Headquarters tells all its stations something, sees where it was read, and takes it back. */
final class Telling {
  /** Older ones have been read or are nobody's business any more. */
  private static final int MOST = 3;

  private final Bulletins bulletins;
  private final Here here;
  private final Work.Line line;
  private final Runnable changed;

  Telling(Bulletins bulletins, Here here, Work.Line line, Runnable changed) {
    this.bulletins = bulletins;
    this.here = here;
    this.line = line;
    this.changed = changed;
  }

  void ask() {
    line.ask(bulletins::all, all -> ask(all.stream().filter(b -> !b.over()).limit(MOST).toList()));
  }

  private void ask(List<Bulletin> standing) {
    Form form = new Form();
    TextField title = form.add(here.t("bulletin.title"), new TextField());
    title.setId("bulletin-title");
    TextArea words = form.add(here.t("bulletin.words"), new TextArea());
    words.setId("bulletin-words");
    words.setPrefRowCount(4);
    words.setWrapText(true);
    form.show("", Nodes.label(here.t("bulletin.travels"), "muted", "small"));
    VBox all = new VBox(12, form);
    standing.forEach(b -> all.getChildren().add(row(b)));
    here.dialogs()
        .ask(
            here.t("bulletin.tell"),
            all,
            here.t("bulletin.tell.verb"),
            () -> {
              String about = title.getText();
              String said = words.getText();
              if (about.isBlank() || said.isBlank()) {
                here.dialogs().notice(here.t("bulletin.needed"));
                return false;
              }
              line.act(
                  () -> bulletins.tell(about, said),
                  id -> {
                    here.dialogs().notice(here.t("bulletin.told"));
                    changed.run();
                  });
              return true;
            });
  }

  /** One that holds: where it was read, and the way to take it back. */
  private Node row(Bulletin b) {
    String read =
        b.readAt().isEmpty()
            ? here.t("bulletin.unread")
            : here.t("bulletin.readat", String.join(", ", b.readAt()));
    VBox said =
        new VBox(
            1,
            Nodes.label(b.title(), "strong"),
            Nodes.label(here.texts().date(b.at()) + " · " + read, "muted", "small"));
    HBox.setHgrow(said, Priority.ALWAYS);
    Button back = new Button(here.t("bulletin.back"));
    back.setMinWidth(Button.USE_PREF_SIZE);
    back.setOnAction(
        e ->
            line.act(
                () -> {
                  bulletins.takeBack(b.id());
                  return true;
                },
                done -> {
                  back.setDisable(true);
                  here.dialogs().notice(here.t("bulletin.back.done"));
                  changed.run();
                }));
    return Nodes.row(said, back);
  }
}
