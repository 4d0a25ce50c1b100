package org.sala.ui.route;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.sala.ui.kit.Nodes;
import org.sala.ui.text.Texts;

/** Says that a form was put back as it was left, and offers to begin anew. */
public final class KeptLine {
  private KeptLine() {}

  public static void show(Pane in, Drafting.Restored restored, Texts texts) {
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
    in.getChildren().setAll(line);
  }
}
