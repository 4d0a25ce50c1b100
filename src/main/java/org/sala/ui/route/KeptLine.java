package org.sala.ui.route;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.text.Texts;

/**
 * Says that a form was put back as it was left, and offers to begin anew. Where something else
 * stands by now than what was typed over, it shows what stood there, what stands there and what was
 * typed, before anything is saved.
 */
public final class KeptLine {
  /** More words than these scroll, so that the form itself stays in sight. */
  private static final int LONG = 400;

  private static final double HIGHEST = 210;

  private final Pane in;
  private final Drafting.Restored restored;
  private final Texts texts;
  private final List<Drafting.Came> came;

  private KeptLine(Pane in, Drafting.Restored restored, Texts texts) {
    this.in = in;
    this.restored = restored;
    this.texts = texts;
    this.came = new ArrayList<>(restored.came());
  }

  public static void show(Pane in, Drafting.Restored restored, Texts texts) {
    new KeptLine(in, restored, texts).draw();
  }

  private void draw() {
    VBox all = new VBox(8, line());
    HBox.setHgrow(all, Priority.ALWAYS);
    all.setPadding(new Insets(0, 0, 8, 0));
    if (!came.isEmpty()) {
      all.getChildren().add(since());
    }
    in.getChildren().setAll(all);
  }

  private Node line() {
    HBox line = Nodes.row();
    line.getStyleClass().add("kept");
    line.getChildren()
        .addAll(
            Nodes.line(texts.t("draft.kept", restored.at())),
            Nodes.spring(),
            Nodes.button(
                texts.t("draft.anew"),
                "",
                () -> {
                  restored.anew().run();
                  in.getChildren().clear();
                },
                "plain"));
    return line;
  }

  private Node since() {
    boolean beside = came.stream().allMatch(Drafting.Came::beside);
    VBox fields = new VBox(10);
    came.forEach(c -> fields.getChildren().add(field(c)));
    int words =
        came.stream()
            .mapToInt(c -> c.stood().orElse("").length() + c.now().length() + c.typed().length())
            .sum();
    VBox since =
        new VBox(
            8,
            Nodes.label(texts.t(beside ? "draft.came" : "draft.came.over"), "warning-text"),
            words > LONG ? scrolled(fields) : fields);
    since.setId("came-since");
    return since;
  }

  private static Node scrolled(Node fields) {
    ScrollPane scroll = Nodes.side(fields, 400);
    scroll.setPrefHeight(HIGHEST);
    scroll.setMinHeight(HIGHEST);
    return scroll;
  }

  private Node field(Drafting.Came c) {
    Form form = new Form();
    form.show(
        texts.t("draft.stood"),
        c.stood().map(w -> w.isEmpty() ? texts.t("none") : w).orElse(texts.t("draft.stood.lost")));
    form.show(texts.t("draft.stands"), c.now().isEmpty() ? texts.t("none") : c.now());
    form.show(texts.t("draft.typed"), c.typed().isEmpty() ? texts.t("none") : c.typed());
    var take =
        Nodes.button(
            texts.t("draft.take"),
            "",
            () -> {
              c.take().run();
              came.remove(c);
              draw();
            });
    take.setId("take-" + c.name());
    HBox head = Nodes.row(Nodes.line(c.caption(), "strong"), Nodes.spring(), take);
    return new VBox(4, head, form);
  }
}
