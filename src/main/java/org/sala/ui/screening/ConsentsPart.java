package org.sala.ui.screening;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Separate;
import org.sala.casework.screening.RestedConsents;
import org.sala.casework.screening.ScreeningPage;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.AnswerKeys;
import org.sala.ui.roster.SeparateBadge;
import org.sala.ui.roster.Spoken;
import org.sala.ui.route.Here;

/**
 * What is asked each by itself before a rested screening: one question at a time, and below it all
 * seven with what stands. No answer is chosen before it is given.
 */
final class ConsentsPart {
  /** What can be said here, with the answer whose key says it. */
  private static final Map<Consents.Answer, String> ANSWERS =
      new EnumMap<>(
          Map.of(
              Consents.Answer.YES,
              "yes",
              Consents.Answer.NO,
              "no",
              Consents.Answer.NOT_ASKED,
              "later"));

  /**
   * The width of an answer's button, so that the seven stand in columns: as wide as the longest,
   * each as tall as a full button.
   */
  private static final double WIDE = 220;

  private static final double TALL = 34;

  /** What the screen around it does. */
  interface Verbs {
    void consent(String code, Consents.Answer answer);

    /** The questions begin. */
    void begin();

    /** The person will not be asked, or not have it written down. */
    void stop();
  }

  private final ScreeningPage page;
  private final List<RestedConsents.One> all;
  private final Here here;
  private final Verbs verbs;
  private final VBox asked = new VBox(10);
  private final FlowPane standing = new FlowPane(8, 8);
  private int at;

  ConsentsPart(ScreeningPage page, List<RestedConsents.One> all, Here here, Verbs verbs) {
    this.page = page;
    this.all = all;
    this.here = here;
    this.verbs = verbs;
    this.at = 0;
    while (at < all.size() - 1 && !all.get(at).due()) {
      at++;
    }
    if (all.stream().noneMatch(RestedConsents.One::due)) {
      at = all.size();
    }
    show();
  }

  /** In reading order. */
  List<Node> nodes() {
    return List.of(
        Nodes.label(here.t("separate.title"), "strong"),
        Nodes.label(here.t("separate.below"), "muted"),
        asked,
        standing);
  }

  /** What stands at the foot: nothing depends on an answer, stop, begin. */
  List<Node> foot() {
    Button stop = Nodes.button(here.t("separate.stop"), "", verbs::stop);
    stop.setId("consents-stop");
    Button begin = Nodes.button(here.t("separate.begin"), "Ctrl Enter", this::goOn, "primary");
    begin.setId("consents-begin");
    return List.of(stop, Nodes.spring(), begin);
  }

  /** Goes on to the questions, where both of those that have to be yes are. */
  void goOn() {
    if (all.stream()
        .filter(ConsentsPart::needed)
        .allMatch(o -> o.answer().equals("YES") && !o.due())) {
      verbs.begin();
    } else {
      here.dialogs().notice(here.t("separate.first"));
    }
  }

  private static boolean needed(RestedConsents.One one) {
    return Separate.of(one.asked().code()).eachTime();
  }

  /** A number key answers what is asked now. */
  void digit(int digit) {
    String code = AnswerKeys.code(digit);
    if (at < all.size()) {
      ANSWERS.forEach(
          (answer, key) -> {
            if (key.equals(code)) {
              verbs.consent(all.get(at).asked().code(), answer);
            }
          });
    }
  }

  private void show() {
    asked.getChildren().clear();
    if (at < all.size()) {
      RestedConsents.One one = all.get(at);
      VBox words = new VBox(4);
      Spoken spoken = Spoken.questions(page, here);
      spoken.note(words, one.asked().text());
      spoken.show(words, one.asked().text(), "question");
      asked.getChildren().addAll(words, answers(one));
    } else {
      asked.getChildren().add(Nodes.label(here.t("separate.all")));
    }
    standing.getChildren().clear();
    for (int i = 0; i < all.size(); i++) {
      standing.getChildren().add(chip(i));
    }
  }

  private Node answers(RestedConsents.One one) {
    FlowPane answers = new FlowPane(8, 8);
    ANSWERS.forEach(
        (answer, key) -> {
          Button b =
              Nodes.button(
                  here.t("separate.say." + answer.name()),
                  String.valueOf(AnswerKeys.digit(key)),
                  () -> verbs.consent(one.asked().code(), answer));
          b.setId("consent-" + answer.name());
          answers.getChildren().add(b);
        });
    return answers;
  }

  private Node chip(int i) {
    RestedConsents.One one = all.get(i);
    Button ask =
        Nodes.button(
            here.t("separate." + one.asked().code()),
            "",
            () -> {
              at = i;
              show();
            },
            "plain");
    if (i == at) {
      // Asked now; the one button that goes on is another.
      ask.getStyleClass().add("here");
      ask.setAccessibleText(here.t("separate.now", ask.getText()));
    }
    ask.setId("consent-about-" + one.asked().code());
    ask.setMinHeight(TALL);
    Node stands = SeparateBadge.of(one, here);
    stands.setId("consent-about-" + one.asked().code() + "-" + one.answer());
    VBox chip = new VBox(2, ask, Nodes.row(stands));
    chip.setMinWidth(WIDE);
    chip.setPrefWidth(WIDE);
    return chip;
  }
}
