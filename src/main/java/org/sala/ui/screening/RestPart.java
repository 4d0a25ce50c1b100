package org.sala.ui.screening;

import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** An interview that is on a break or was stopped: nothing of it is shown until it goes on. */
final class RestPart {
  private static final double APART = 16;

  private final StackPane node = new StackPane();

  /**
   * @param why hears of the reason of a stop, which is asked only now
   */
  RestPart(
      ScreeningPage page, Here here, Consumer<Screenings.Stop> why, Runnable goOn, Runnable leave) {
    boolean stopped = page.line().state() == Screenings.State.STOPPED;
    VBox card =
        Nodes.card(
            Nodes.label(
                here.t(
                    stopped ? "screening.rest.stopped" : "screening.rest.paused",
                    page.person().wristband()),
                "title"),
            Nodes.label(
                here.t(stopped ? "screening.stop.below" : "screening.break.below"), "muted"));
    if (stopped) {
      card.getChildren().add(Nodes.label(support(page, here), "strong"));
      card.getChildren()
          .add(
              page.stopped().isEmpty()
                  ? reasons(here, why)
                  : Nodes.label(here.texts().code("stop", page.stopped())));
    }
    Button wants = Nodes.button(here.t("screening.rest.wants"), "", goOn);
    wants.setId("rest-wants");
    HBox ways =
        stopped
            // Whoever asked to stop is not asked again by the key that leads on everywhere.
            ? Nodes.row(
                wants,
                Nodes.spring(),
                Nodes.button(here.t("screening.rest.leave"), "Ctrl Enter", leave, "primary"))
            : Nodes.row(
                Nodes.button(here.t("screening.rest.leave"), "", leave),
                Nodes.spring(),
                Nodes.button(here.t("screening.goon"), "Ctrl Enter", goOn, "primary"));
    // Apart from the reasons: leaving is none of them.
    ways.setPadding(new Insets(APART, 0, 0, 0));
    card.getChildren().add(ways);
    card.setMaxWidth(620);
    card.setMaxHeight(VBox.USE_PREF_SIZE);
    StackPane.setAlignment(card, Pos.CENTER);
    node.getChildren().add(card);
    node.getStyleClass().add("page");
  }

  /** Returns whom to call when the interview stops. */
  static String support(ScreeningPage page, Here here) {
    String named = page.setting().support();
    return named.isEmpty() ? here.t("screening.stop.nobody") : here.t("screening.stop.call", named);
  }

  private static Node reasons(Here here, Consumer<Screenings.Stop> why) {
    FlowPane all = new FlowPane(8, 8);
    for (Screenings.Stop s : Screenings.Stop.values()) {
      Button button = Nodes.button(here.t("stop." + s.code()), "", () -> why.accept(s));
      button.setId("stop-" + s.code());
      all.getChildren().add(button);
    }
    return new VBox(6, Nodes.line(here.t("screening.stop.why"), "caption"), all);
  }

  Node node() {
    return node;
  }
}
