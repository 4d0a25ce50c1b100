package org.sala.ui.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.Ending;
import org.sala.casework.screening.Endings;
import org.sala.casework.screening.ScreeningPage;
import org.sala.form.Section;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Drafting;
import org.sala.ui.route.Here;
import org.sala.ui.route.KeptLine;

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
  private final ControlFields fields;
  private final Drafting.Typing typing;
  private Map<String, String> asked;
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
    fields = new ControlFields(body);
    asked = fields.typed();
    HBox kept = new HBox();
    kept.managedProperty().bind(Bindings.isNotEmpty(kept.getChildren()));
    node =
        new VBox(
            12,
            Nodes.header(page.person().wristband(), here.t("end.title"), here.t("end.below")),
            kept,
            body,
            Nodes.row(
                Nodes.button(here.t("review.back"), "", verbs::back),
                Nodes.spring(),
                Nodes.button(here.t("end.card"), "F3", this::card),
                Nodes.button(here.t("end.finish"), "Ctrl Enter", this::finish, "primary")));
    node.getStyleClass().addAll("page", "interview");
    typing =
        here.drafts()
            .keep("ending " + page.line().id(), fields, r -> KeptLine.show(kept, r, here.texts()));
  }

  Node node() {
    return node;
  }

  void finish() {
    verbs.finish(said());
  }

  void card() {
    asked = fields.typed();
    verbs.card(said());
  }

  /** Takes over what was typed in the part that this one replaces, after its card was asked for. */
  void goOn(EndPart before) {
    Map<String, String> since = new LinkedHashMap<>(before.fields.typed());
    since.entrySet().removeAll(before.asked.entrySet());
    fields.put(since);
  }

  /** The name of the field that has the keyboard. */
  Optional<String> focused() {
    return Stream.of(corrections, offered, next, when, whom)
        .filter(Node::isFocused)
        .map(Node::getId)
        .findFirst();
  }

  /** Gives the keyboard to a field. */
  void focus(String field) {
    // What scrolls holds its content only once it has its look.
    node.applyCss();
    Node typed = node.lookup("#" + field);
    if (typed != null) {
      typed.requestFocus();
    }
    if (typed instanceof TextInputControl words) {
      // What is typed next is added to the words; it does not replace them.
      words.end();
    }
  }

  /** Whether this is still what stands here. */
  boolean says(Endings.Said written) {
    return said().equals(written);
  }

  /** What was typed and is not saved yet. */
  Optional<Endings.Said> typed() {
    return Optional.of(said()).filter(s -> !s.equals(stored));
  }

  /**
   * The saving of what was typed was asked for: it stays kept where it fails.
   *
   * @param failed asked on the lane that saves, behind what was asked before
   */
  void kept(BooleanSupplier failed) {
    stored = said();
    typing.saved(failed);
  }

  /** Left as it stands; what was typed stays kept. */
  void left() {
    typing.left();
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
    String opening = page.at(ScreeningPage.opening(s)).words();
    if (!opening.isBlank()) {
      all.add(here.t("end.said", opening));
    }
    page.told(s)
        .forEach(
            i -> {
              String words = page.at(i).words();
              all.add(
                  words.isBlank()
                      ? here.t("end.ticked", i.heardLabel().in(language))
                      : here.t("end.said", words));
            });
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
