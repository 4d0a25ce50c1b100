package org.sala.ui.screening;

import java.util.Arrays;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sala.ui.kit.DigitPad;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Covering;
import org.sala.ui.route.Here;

/**
 * Before the first interview after an unlock the officer chooses the number that opens a covered
 * screen: when somebody comes in, it is too late to choose one.
 */
final class NumberPart {
  private final Here here;
  private final Covering covering;
  private final Runnable chosen;
  private final Label which;
  private final Label wrong = Nodes.line(" ", "danger");
  private final DigitPad pad;
  private final StackPane node;
  private char[] first = {};

  /**
   * @param leave goes back to where one was: nothing has been asked yet
   */
  NumberPart(Here here, Covering covering, Runnable chosen, Runnable leave) {
    this.here = here;
    this.covering = covering;
    this.chosen = chosen;
    this.which = Nodes.line(here.t("screening.number.first"), "strong");
    this.pad = new DigitPad(here.t("screening.number.title"), this::typed);
    pad.setId("number-pad");
    VBox card =
        new VBox(
            12,
            Nodes.label(here.t("screening.number.title"), "title"),
            Nodes.centred(Nodes.label(here.t("screening.number.below"), "muted")),
            which,
            pad,
            wrong,
            back(leave));
    card.getStyleClass().add("card");
    card.setAlignment(Pos.TOP_CENTER);
    card.setMaxWidth(520);
    card.setMaxHeight(VBox.USE_PREF_SIZE);
    node = new StackPane(card);
    node.getStyleClass().add("page");
  }

  private Button back(Runnable leave) {
    Button back = Nodes.button(here.t("back"), "Esc", leave);
    back.setId("number-back");
    back.setCancelButton(true);
    return back;
  }

  Node node() {
    return node;
  }

  /** Takes the keys. */
  void focus() {
    pad.requestFocus();
  }

  private void typed(char[] number) {
    if (first.length == 0) {
      first = number;
      which.setText(here.t("screening.number.again"));
      wrong.setText(" ");
      return;
    }
    boolean same = Arrays.equals(first, number);
    Arrays.fill(number, '\0');
    boolean taken = same && covering.choose(first);
    Arrays.fill(first, '\0');
    first = new char[0];
    if (taken) {
      chosen.run();
    } else {
      which.setText(here.t("screening.number.first"));
      wrong.setText(here.t(same ? "screening.number.easy" : "screening.number.differs"));
    }
  }
}
