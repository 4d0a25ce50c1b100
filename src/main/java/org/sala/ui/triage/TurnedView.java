package org.sala.ui.triage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/**
 * The screen turned to the person: a few large pictures, no word that has to be read, answered by
 * pointing. Nothing is said aloud, and nothing on it tells what the question was.
 */
final class TurnedView extends BorderPane {
  private final VBox person;

  /**
   * @param question one of those that are answered by pointing
   * @param interpreter the number of the interpreter who is shown; may be empty
   */
  TurnedView(
      String question, String interpreter, Here here, Consumer<String> pointed, Runnable back) {
    getStyleClass().add("turned");
    HBox pictures = new HBox(28);
    pictures.setAlignment(Pos.CENTER);
    pictures(question)
        .forEach((code, icon) -> pictures.getChildren().add(picture(code, icon, here, pointed)));
    person = new VBox(36, subject(question, interpreter), pictures);
    person.setAlignment(Pos.CENTER);
    VBox.setVgrow(person, Priority.ALWAYS);
    setCenter(person);
    HBox officer =
        Nodes.row(
            Nodes.line(here.t("triage.turned.below"), "muted"),
            Nodes.spring(),
            Nodes.button(here.t("triage.turned.rotate"), "F6", this::rotate),
            Nodes.button(here.t("triage.turned.back"), "Esc", back));
    officer.getStyleClass().add("top");
    setBottom(officer);
    setFocusTraversable(true);
  }

  /** For somebody on the other side of the table: everything but the officer's line is turned. */
  void rotate() {
    person.setRotate(person.getRotate() == 0 ? 180 : 0);
  }

  /** What is pointed at: somebody in the room, or the interpreter. */
  private static Node subject(String question, String interpreter) {
    if (question.equals("q4")) {
      VBox box = new VBox(8, icon(MaterialDesignA.ACCOUNT_VOICE, "huge"));
      if (!interpreter.isEmpty()) {
        box.getChildren().add(Nodes.line(interpreter, "mono", "title"));
      }
      box.setAlignment(Pos.CENTER);
      return box;
    }
    HBox row =
        new HBox(
            18,
            icon(MaterialDesignA.ACCOUNT, "huge"),
            icon(MaterialDesignA.ACCOUNT_GROUP, "huge", "other"));
    row.setAlignment(Pos.CENTER);
    return row;
  }

  private static Map<String, Ikon> pictures(String question) {
    Map<String, Ikon> all = new LinkedHashMap<>();
    if (question.equals("q4")) {
      all.put("yes", MaterialDesignT.THUMB_UP_OUTLINE);
      all.put("no", MaterialDesignA.ACCOUNT_SWITCH_OUTLINE);
    } else {
      all.put("yes", MaterialDesignE.EMOTICON_CRY_OUTLINE);
      all.put("no", MaterialDesignE.EMOTICON_HAPPY_OUTLINE);
    }
    all.put("unknown", MaterialDesignH.HELP);
    all.put("declined", MaterialDesignC.CLOSE);
    return all;
  }

  private static Button picture(String code, Ikon ikon, Here here, Consumer<String> pointed) {
    Button button = new Button("", icon(ikon, "large"));
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().add("picture");
    button.setAccessibleText(here.t("answer." + code));
    button.setId("point-" + code);
    button.setOnAction(e -> pointed.accept(code));
    return button;
  }

  private static FontIcon icon(Ikon ikon, String... classes) {
    FontIcon icon = new FontIcon(ikon);
    icon.getStyleClass().addAll(classes);
    return icon;
  }
}
