package org.sala.ui.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.Ending;
import org.sala.casework.screening.Endings;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.ScreeningPage;
import org.sala.form.Section;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/**
 * The end, while the person still sits there: what was told is read back, what happens next is
 * said, and a card is given. No result is shown.
 */
final class EndPart {

  /** What the screen around it does. */
  interface Verbs {
    void back();

    void card(Endings.Said said);

    void print(Endings.Card card);

    void finish(Endings.Said said);
  }

  private final ScreeningPage page;
  private final Here here;
  private final Verbs verbs;
  private final TextArea corrections = new TextArea();
  private final Choice offered;
  private final TextField next = new TextField();
  private final TextField when = new TextField();
  private final TextField whom = new TextField();
  private final VBox node;
  private Endings.Said stored;

  EndPart(ScreeningPage page, Optional<Endings.Card> card, Here here, Verbs verbs) {
    this.page = page;
    this.here = here;
    this.verbs = verbs;
    Ending ending = page.ending();
    offered =
        new Choice(Endings.OFFERED, c -> c.isEmpty() ? here.t("none") : here.t("offered." + c));
    offered.setValue(ending.offered());
    offered.setId("offered");
    offered.setAccessibleText(here.t("end.offer"));
    corrections.setText(ending.corrections());
    corrections.setId("corrections");
    corrections.setPrefRowCount(2);
    corrections.setWrapText(true);
    corrections.setAccessibleText(here.t("end.corrections"));
    next.setText(ending.next());
    next.setId("next-step");
    when.setText(ending.when());
    when.setId("next-when");
    whom.setText(ending.whom());
    whom.setId("ask-whom");
    stored = said();

    VBox told = new VBox(8, Nodes.label(here.t("end.readback"), "strong"));
    page.catalogue().orElseThrow().sections().forEach(s -> section(told, s));
    VBox left = Nodes.card(Nodes.side(told, 480));
    VBox.setVgrow(left.getChildren().getFirst(), Priority.ALWAYS);
    left.getChildren().addAll(Nodes.line(here.t("end.corrections"), "caption"), corrections);
    HBox.setHgrow(left, Priority.ALWAYS);

    Form form = new Form();
    form.add(here.t("end.next"), next);
    form.add(here.t("end.when"), when);
    form.add(here.t("end.whom"), whom);
    VBox after =
        new VBox(
            10,
            Nodes.label(here.t("end.offer"), "strong"),
            Nodes.label(here.t("end.offer.below"), "muted"),
            offered,
            Nodes.label(here.t("end.after"), "strong"),
            form);
    card.ifPresent(c -> after.getChildren().add(card(c)));
    // Room for the bar that scrolls it.
    after.setPadding(new Insets(0, 8, 0, 0));
    VBox right = Nodes.card(Nodes.side(after, 420));
    VBox.setVgrow(right.getChildren().getFirst(), Priority.ALWAYS);
    HBox body = new HBox(14, left, right);
    VBox.setVgrow(body, Priority.ALWAYS);
    node =
        new VBox(
            12,
            Nodes.header(page.person().wristband(), here.t("end.title"), here.t("end.below")),
            body,
            Nodes.row(
                Nodes.button(here.t("review.back"), "", verbs::back),
                Nodes.spring(),
                Nodes.button(here.t("end.card"), "F3", this::card),
                Nodes.button(here.t("end.finish"), "Ctrl Enter", this::finish, "primary")));
    node.getStyleClass().addAll("page", "interview");
  }

  Node node() {
    return node;
  }

  void finish() {
    verbs.finish(said());
  }

  void card() {
    verbs.card(said());
  }

  /** What was typed and is not saved yet. */
  Optional<Endings.Said> typed() {
    return Optional.of(said()).filter(s -> !s.equals(stored));
  }

  /** What was typed has been saved. */
  void kept() {
    stored = said();
  }

  private Endings.Said said() {
    return new Endings.Said(
        corrections.getText(), offered.getValue(), next.getText(), when.getText(), whom.getText());
  }

  /**
   * In the person's own words, each answer by itself and whatever was ticked with it: a no that has
   * words is as much their account. A part of which nothing was told is not mentioned.
   */
  private void section(VBox told, Section s) {
    String language = here.texts().language();
    List<String> all = new ArrayList<>();
    all.add(page.at(ScreeningPage.opening(s)).words());
    page.told(s)
        .forEach(
            i -> {
              Given given = page.at(i);
              all.add(given.words().isBlank() ? i.heardLabel().in(language) : given.words());
            });
    all.removeIf(String::isBlank);
    if (!all.isEmpty()) {
      told.getChildren().add(Nodes.label(s.title().in(language), "caption"));
      all.forEach(words -> told.getChildren().add(Nodes.label(words)));
    }
  }

  /** To be copied by hand or printed; it says nothing to whoever finds it. */
  private Node card(Endings.Card c) {
    VBox paper = new VBox(4, Nodes.line(c.number() + "   " + c.code(), "mono-title", "title"));
    c.lines(here.texts()).forEach(line -> paper.getChildren().add(Nodes.label(line)));
    paper.getStyleClass().addAll("card", "paper");
    paper.setId("card");
    Node print = Nodes.button(here.t("paper.print"), "", () -> verbs.print(c));
    print.setId("print-card");
    VBox all = new VBox(8, paper, Nodes.row(print));
    List<String> aloud = c.aloud(here.texts());
    if (!aloud.isEmpty()) {
      VBox say = new VBox(2, Nodes.label(here.t("end.card.aloud"), "muted", "small"));
      aloud.forEach(line -> say.getChildren().add(Nodes.label(line)));
      say.setId("card-aloud");
      all.getChildren().add(say);
    }
    return all;
  }
}
