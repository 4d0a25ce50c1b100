package org.sala.ui.today;

import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.erasing.Elsewhere;
import org.sala.casework.erasing.Erasures;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.work.Work;

/**
 * A station has erased what still stands at headquarters, where people decide what becomes of it.
 */
final class ErasedThere {
  private static final String LOOK = "look";

  private final Elsewhere elsewhere;
  private final Here here;
  private final Work.Line line;

  ErasedThere(Elsewhere elsewhere, Here here, Work.Line line) {
    this.elsewhere = elsewhere;
    this.here = here;
    this.line = line;
  }

  /**
   * Asks what becomes of it; it leaves the list once it is erased here as well, or somebody says
   * that it stays.
   */
  void decide(Elsewhere.One one) {
    Form form = new Form();
    Choice what =
        form.add(
            here.t("erasedthere.what"),
            new Choice(
                List.of(LOOK, "stays"),
                c -> here.t(c.equals(LOOK) ? "erasedthere.look" : "erasedthere.stays")));
    what.setId("erased-there");
    TextField reason = form.add(here.t("erasedthere.reason"), new TextField());
    reason.setId("erased-there-reason");
    reason.disableProperty().bind(what.valueProperty().isEqualTo(LOOK));
    VBox words =
        new VBox(
            10,
            Nodes.label(
                here.t(
                    "erasedthere.told",
                    one.stationName(),
                    one.number(),
                    here.texts().date(one.at()))),
            Nodes.label(
                one.why()
                    .map(Erasures.Why::code)
                    .map(c -> here.t("erasedthere.why", here.texts().code("eraseWhy", c)))
                    .orElseGet(() -> here.t("erasedthere.nowhy"))),
            form,
            Nodes.label(here.t("erasedthere.decide"), "muted", "small"));
    here.dialogs()
        .ask(
            "erased " + one.about(),
            here.t("erasedthere.title", one.number()),
            words,
            here.t("erasedthere.verb"),
            () -> {
              if (what.getValue().equals(LOOK)) {
                here.navigator().go(place(one));
                return true;
              }
              if (reason.getText().isBlank()) {
                here.dialogs().notice(here.t("reason.needed"));
                return false;
              }
              stays(one, reason.getText());
              return true;
            });
  }

  private static Place place(Elsewhere.One one) {
    return one.isPerson()
        ? new Place.OnePerson(one.about())
        : new Place.OneCase(one.about(), "overview");
  }

  private void stays(Elsewhere.One one, String reason) {
    line.act(
        () -> {
          elsewhere.stays(one.about(), reason);
          return true;
        },
        done -> {
          here.dialogs().notice(here.t("erasedthere.done"));
          here.navigator().go(new Place.Today());
        });
  }
}
