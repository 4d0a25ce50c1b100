package org.sala.ui.roster;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.sala.ui.kit.Digits;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/**
 * The screen turned to the person: a few large pictures, answered by pointing. Nothing is said
 * aloud, and nothing on it tells what the question was. Words stand on it only in a language whose
 * wording somebody has reviewed.
 *
 * <p>Once something was pointed at, nothing of it is shown: the screen still faces the person and
 * whoever sits beside. It goes when the officer has taken the screen back and presses a key.
 */
public final class TurnedView extends BorderPane {
  private final VBox person;
  private final HBox pictures = new HBox(28);
  private final HBox officer;
  private final Here here;
  private final Consumer<String> pointed;
  private final Runnable back;
  private boolean answered;

  /** Whom or what the silent question is about. */
  public enum About {
    /** Somebody in the room. */
    ROOM,
    INTERPRETER,
    OFFICER,
    /** What an interview asks: nobody is pointed at. */
    QUESTION
  }

  /**
   * @param shown a number under the picture; may be empty
   * @param words the question, where its wording is reviewed; may be empty
   * @param pointed hears of the answer at once, while this still lies over everything
   * @param back takes this away; the officer looks at the screen again
   */
  public TurnedView(
      About about, String shown, String words, Here here, Consumer<String> pointed, Runnable back) {
    this.here = here;
    this.pointed = pointed;
    this.back = back;
    getStyleClass().add("turned");
    pictures.setAlignment(Pos.CENTER);
    pictures(about).forEach((code, icon) -> pictures.getChildren().add(picture(code, icon)));
    person = new VBox(36);
    if (about != About.QUESTION) {
      person.getChildren().add(subject(about, shown));
    }
    if (!words.isEmpty()) {
      Label large = Nodes.label(words, "turned-words");
      large.setMaxWidth(900);
      large.setTextAlignment(TextAlignment.CENTER);
      person.getChildren().add(large);
    }
    person.getChildren().add(pictures);
    person.setAlignment(Pos.CENTER);
    VBox.setVgrow(person, Priority.ALWAYS);
    setCenter(person);
    officer =
        Nodes.row(
            Nodes.line(here.t("triage.turned.below"), "muted"),
            Nodes.spring(),
            Nodes.button(here.t("triage.turned.rotate"), "F6", this::rotate),
            Nodes.button(here.t("triage.turned.back"), "Esc", back));
    officer.getStyleClass().add("top");
    setBottom(officer);
    setFocusTraversable(true);
    setAccessibleText(words.isEmpty() ? here.t("triage.turned.below") : words);
  }

  /**
   * What a key means while the screen is turned: a digit answers, F6 turns the pictures over, and
   * Escape or F4 takes the screen back, as Enter does once there is an answer.
   */
  public void press(KeyEvent e) {
    switch (e.getCode()) {
      case ESCAPE, F4 -> back.run();
      case F6 -> rotate();
      case ENTER -> {
        if (answered) {
          back.run();
        }
      }
      default ->
          Digits.of(e)
              .ifPresent(
                  digit -> {
                    Digits.answers(e, this);
                    if (pictures.lookup("#point-" + AnswerKeys.code(digit)) instanceof Button b) {
                      b.fire();
                    }
                  });
    }
  }

  private void answered(String code) {
    if (answered) {
      return;
    }
    answered = true;
    pointed.accept(code);
    person.getChildren().setAll(icon(MaterialDesignH.HAND_HEART_OUTLINE, "huge"));
    Button taken = Nodes.button(here.t("triage.turned.taken"), "Enter", back, "primary");
    taken.setId("turned-taken");
    officer
        .getChildren()
        .setAll(Nodes.line(here.t("triage.turned.answered"), "muted"), Nodes.spring(), taken);
    setAccessibleText(here.t("triage.turned.answered"));
    requestFocus();
  }

  /** Turns everything but the officer's line, for somebody on the other side of the table. */
  public void rotate() {
    person.setRotate(person.getRotate() == 0 ? 180 : 0);
  }

  /** What is pointed at. */
  private static Node subject(About about, String shown) {
    if (about == About.ROOM) {
      HBox row =
          new HBox(
              18,
              icon(MaterialDesignA.ACCOUNT, "huge"),
              icon(MaterialDesignA.ACCOUNT_GROUP, "huge", "other"));
      row.setAlignment(Pos.CENTER);
      return row;
    }
    VBox box =
        new VBox(
            8,
            icon(
                about == About.INTERPRETER
                    ? MaterialDesignA.ACCOUNT_VOICE
                    : MaterialDesignA.ACCOUNT_TIE,
                "huge"));
    if (!shown.isEmpty()) {
      box.getChildren().add(Nodes.line(shown, "mono", "title"));
    }
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private static Map<String, Ikon> pictures(About about) {
    Map<String, Ikon> all = new LinkedHashMap<>();
    if (about == About.QUESTION) {
      all.put("yes", MaterialDesignC.CHECK_BOLD);
      all.put("no", MaterialDesignC.CLOSE_THICK);
      all.put("unknown", MaterialDesignH.HELP);
      all.put("declined", MaterialDesignH.HAND_BACK_LEFT_OUTLINE);
      return all;
    }
    if (about == About.ROOM) {
      all.put("yes", MaterialDesignE.EMOTICON_CRY_OUTLINE);
      all.put("no", MaterialDesignE.EMOTICON_HAPPY_OUTLINE);
    } else {
      all.put("yes", MaterialDesignT.THUMB_UP_OUTLINE);
      all.put("no", MaterialDesignA.ACCOUNT_SWITCH_OUTLINE);
    }
    all.put("unknown", MaterialDesignH.HELP);
    all.put("declined", MaterialDesignH.HAND_BACK_LEFT_OUTLINE);
    return all;
  }

  private Button picture(String code, Ikon ikon) {
    // Who cannot point says the number, and the officer presses it.
    VBox inside = new VBox(icon(ikon, "large"), Nodes.line(digit(code), "pointed-digit"));
    inside.setAlignment(Pos.CENTER);
    Button button = new Button("", inside);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().add("picture");
    button.setAccessibleText(here.t("answer." + code));
    button.setId("point-" + code);
    button.setOnAction(e -> answered(code));
    return button;
  }

  private static String digit(String code) {
    return String.valueOf(AnswerKeys.digit(code));
  }

  private static FontIcon icon(Ikon ikon, String... classes) {
    FontIcon icon = new FontIcon(ikon);
    icon.getStyleClass().addAll(classes);
    return icon;
  }
}
