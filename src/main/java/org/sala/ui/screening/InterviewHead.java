package org.sala.ui.screening;

import java.time.Clock;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.ScreeningPage;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** Who sits here, by number, since when; and the three keys that always work. */
final class InterviewHead {
  private final ScreeningPage page;
  private final Clock clock;
  private final Here here;

  /** How long a person may sit here before a break is offered, in milliseconds. */
  private static final long SITTING_MILLIS = 45 * 60_000L;

  private final Label since = Nodes.line("", "muted");
  private final Badge offer;
  private final HBox node;

  /**
   * @param narrow whether what was heard stands above who it is, so that nothing is cut
   */
  InterviewHead(
      ScreeningPage page,
      Clock clock,
      Here here,
      Consumer<InterviewScreen.Verb> run,
      boolean narrow) {
    this.page = page;
    this.clock = clock;
    this.here = here;
    this.offer = new Badge(Badge.Kind.WARNING, here.t("screening.break.offer"));
    offer.setId("offer-break");
    offer.setMinWidth(Label.USE_PREF_SIZE);
    offer.managedProperty().bind(offer.visibleProperty());
    Label number = Nodes.line(page.person().wristband(), "title", "mono-title");
    number.setMinWidth(Label.USE_PREF_SIZE);
    HBox who =
        Nodes.row(
            number,
            Nodes.line(
                InterviewScreen.about(page, here), "title-light", narrow ? "narrow" : "wide"));
    HBox above = Nodes.row(since);
    VBox words = new VBox(2, above, who);
    words.setMinWidth(120);
    HBox.setHgrow(words, Priority.ALWAYS);
    node =
        new HBox(
            10,
            words,
            offer,
            Nodes.button(
                here.t("screening.break"), "F8", () -> run.accept(InterviewScreen.Verb.BREAK)),
            Nodes.button(
                here.t("screening.cover"), "F10", () -> run.accept(InterviewScreen.Verb.COVER)),
            Nodes.button(
                here.t("screening.stop"),
                "F9",
                () -> run.accept(InterviewScreen.Verb.STOP),
                "dangerous"));
    page.opening()
        .heard()
        .map(at -> here.t("screening.rights.heard", here.texts().time(at)))
        .map(heard -> new Badge(Badge.Kind.OK, heard))
        .ifPresent(
            heard -> {
              if (narrow) {
                above.getChildren().add(heard);
              } else {
                node.getChildren().add(1, heard);
              }
            });
    node.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    tick();
  }

  Node node() {
    return node;
  }

  /** Brings the time that has passed up to now. */
  void tick() {
    long now = clock.millis();
    String form =
        here.t("screening.form", here.texts().code("catalogue", page.formId()), page.formVersion());
    offer.setVisible(breakIsDue(page, now));
    String begun = page.line().beganMillis().map(b -> minutes(now - b)).orElse("");
    since.setText(
        page.lastBreak()
            .map(
                b ->
                    here.t(
                        "screening.since.break",
                        form,
                        begun,
                        minutes(now - b.instant().toEpochMilli())))
            .orElseGet(() -> here.t("screening.since", form, begun)));
  }

  /** After 45 minutes without one, a break is offered; nobody has to ask for it. */
  static boolean breakIsDue(ScreeningPage page, long nowMillis) {
    return page.sittingSince().filter(s -> nowMillis - s >= SITTING_MILLIS).isPresent();
  }

  private static String minutes(long millis) {
    long minutes = Math.max(0, millis / 60_000);
    return String.format(java.util.Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
  }
}
