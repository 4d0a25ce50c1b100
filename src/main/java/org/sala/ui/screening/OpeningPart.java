package org.sala.ui.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.Interpreters;
import org.sala.casework.screening.Openings;
import org.sala.casework.screening.RestedConsents;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.station.Opening;
import org.sala.form.Country;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.Spoken;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Drafting;
import org.sala.ui.route.Here;
import org.sala.ui.route.KeptLine;

/**
 * Before the first question: two silent questions, then what the answers are for. A no is taken as
 * it is: nobody asks why, and nothing here goes past it.
 */
final class OpeningPart {
  /** Room beside what is asked. */
  private static final double INDENT = 18;

  /** What the screen around it does. */
  interface Verbs extends ConsentsPart.Verbs {
    /** Turns the screen to the person, with what is known of the interpreter. */
    void turn(Opening.About about, Openings.Through through);

    /** Says that another interpreter is there. */
    void another(Openings.Through through);

    /** The person has heard the statement. */
    void heard();

    /** Nobody else is there, or nothing may be asked: it is stopped, and its place is kept. */
    @Override
    void stop();
  }

  private final ScreeningPage page;
  private final List<Interpreters.Interpreter> interpreters;
  private final List<Country.Point> statement;
  private final List<RestedConsents.One> separate;
  private final Here here;
  private final Verbs verbs;
  private final VBox inside = new VBox(12);
  private final VBox card;
  private Runnable primary = () -> {};
  private Runnable turn = () -> {};
  private IntConsumer digit = n -> {};
  private final List<Drafting.Typing> typing = new ArrayList<>();

  OpeningPart(OpeningFlow.Known known, Here here, Verbs verbs) {
    this.page = known.page();
    this.interpreters = known.interpreters();
    this.statement = known.statement();
    this.separate = known.separate();
    this.here = here;
    this.verbs = verbs;
    inside.setPadding(new Insets(8, INDENT, 8, INDENT));
    card = Nodes.card(Nodes.side(inside, 600));
    VBox.setVgrow(card.getChildren().getFirst(), Priority.ALWAYS);
    VBox.setVgrow(card, Priority.ALWAYS);
    switch (known.step()) {
      case INTERPRETER -> interpreter();
      case OTHER_INTERPRETER -> otherInterpreter();
      case OFFICER -> officer();
      case OTHER_OFFICER -> otherOfficer();
      case CONSENTS -> consents();
      case STATEMENT, DONE -> statement();
    }
  }

  Node node() {
    return card;
  }

  /** What the button with Ctrl Enter does. */
  void goOn() {
    primary.run();
  }

  /** A number key answers where something is asked by itself. */
  void digit(int n) {
    digit.accept(n);
  }

  /** Turns the screen, where there is something to point at. */
  void turn() {
    turn.run();
  }

  /** What was typed of an interpreter is saved. */
  void saved() {
    typing.forEach(Drafting.Typing::over);
  }

  /** Left as it stands; what was typed stays kept. */
  void left() {
    typing.forEach(Drafting.Typing::left);
  }

  private void title(String key, String below) {
    inside
        .getChildren()
        .addAll(Nodes.label(here.t(key), "question"), Nodes.label(here.t(below), "muted"));
  }

  private void foot(Node... nodes) {
    var row = Nodes.row(nodes);
    row.setPadding(new Insets(0, INDENT, 0, INDENT));
    card.getChildren().add(row);
  }

  private void interpreter() {
    title("opening.interpreter", "opening.point");
    Through through = new Through(page.interpreter());
    asked(through, "");
    turning(Opening.About.INTERPRETER, through);
  }

  private void officer() {
    title("opening.officer", "opening.point");
    unsureOf(Opening.About.INTERPRETER);
    Through same = new Through(page.interpreter());
    turning(Opening.About.OFFICER, same);
  }

  /** Shows what is asked of an interpreter, and keeps it while it is typed. */
  private void asked(Through through, String which) {
    HBox kept = new HBox();
    kept.managedProperty().bind(Bindings.isNotEmpty(kept.getChildren()));
    inside.getChildren().addAll(kept, through.form);
    typing.add(
        here.drafts()
            .keep(
                "opening " + page.line().id() + which,
                new ControlFields(through.form),
                r -> KeptLine.show(kept, r, here.texts())));
  }

  private void turning(Opening.About about, Through through) {
    turn = () -> verbs.turn(about, through.written());
    primary = turn;
    foot(Nodes.spring(), Nodes.button(here.t("opening.turn"), "F4", turn, "primary"));
  }

  private void otherInterpreter() {
    title("opening.other.interpreter", "opening.other.below");
    FlowPane reachable = new FlowPane(8, 8);
    interpreters.stream()
        .filter(i -> i.reach() != Interpreters.Reach.GONE)
        .filter(i -> !i.number().equals(page.interpreter()))
        .filter(i -> i.languages().contains(page.language()))
        .forEach(
            i ->
                reachable
                    .getChildren()
                    .add(
                        Nodes.button(
                            i.number() + " · " + here.t("reach." + i.reach()),
                            "",
                            () -> verbs.another(new Openings.Through(i.number(), "", "")))));
    if (!reachable.getChildren().isEmpty()) {
      inside.getChildren().add(reachable);
    }
    Through through = new Through("");
    through.number.setId("other-interpreter");
    asked(through, " other");
    primary =
        () -> {
          if (!through.number.getText().isBlank()) {
            verbs.another(through.written());
          }
        };
    foot(
        Nodes.button(here.t("opening.nobody"), "", verbs::stop),
        Nodes.spring(),
        Nodes.button(here.t("opening.other.verb"), "Ctrl Enter", primary, "primary"));
  }

  private void otherOfficer() {
    title("opening.other.officer", "opening.other.officer.below");
    primary = verbs::stop;
    foot(
        Nodes.spring(),
        Nodes.button(here.t("opening.other.officer.verb"), "Ctrl Enter", primary, "primary"));
  }

  /** Whoever pointed at no yes has not agreed: it is told, and another one is a click away. */
  private void unsureOf(Opening.About about) {
    boolean unsure =
        page.opening().pointed().stream()
            .filter(p -> p.about() == about)
            .filter(p -> about == Opening.About.OFFICER || p.who().equals(page.interpreter()))
            .reduce((before, after) -> after)
            .filter(p -> p.answer().equals("unknown") || p.answer().equals("declined"))
            .isPresent();
    if (!unsure) {
      return;
    }
    boolean interpreter = about == Opening.About.INTERPRETER;
    Region words =
        Nodes.label(
            here.t(interpreter ? "opening.unsure.interpreter" : "opening.unsure.officer"),
            "warning-text");
    words.setId(interpreter ? "unsure-interpreter" : "unsure-officer");
    inside.getChildren().add(words);
    if (interpreter) {
      Button other = Nodes.button(here.t("opening.unsure.other"), "", this::otherInterpreterNow);
      other.setId("unsure-other");
      inside.getChildren().add(other);
    }
  }

  private void otherInterpreterNow() {
    inside.getChildren().clear();
    card.getChildren().remove(1, card.getChildren().size());
    turn = () -> {};
    digit = n -> {};
    otherInterpreter();
  }

  private void statement() {
    unsureOf(Opening.About.INTERPRETER);
    unsureOf(Opening.About.OFFICER);
    inside.getChildren().add(Nodes.label(here.t("opening.statement"), "strong"));
    Spoken spoken = Spoken.opening(page, here);
    spoken.note(inside, statement.getFirst().text());
    statement.forEach(p -> spoken.show(inside, p.text(), "told"));
    primary = verbs::heard;
    foot(
        Nodes.line(here.t("opening.noconsent"), "muted", "small"),
        Nodes.spring(),
        Nodes.button(here.t("opening.heard"), "Ctrl Enter", primary, "primary"));
  }

  private void consents() {
    ConsentsPart part = new ConsentsPart(page, separate, here, verbs);
    inside.getChildren().addAll(part.nodes());
    primary = part::goOn;
    digit = part::digit;
    foot(part.foot().toArray(Node[]::new));
  }

  /** What is known of an interpreter. */
  private final class Through {
    private final TextField number;
    private final TextField engagedBy = new TextField();
    private final TextField conflicts = new TextField();
    private final Form form = new Form();

    Through(String known) {
      number = new TextField(known);
      number.setId("interpreter-number");
      form.add(here.t("consent.interpreter"), number);
      form.show(here.t("people.language"), here.texts().code("lang", page.language()));
      engagedBy.setText(page.interpreterEngagedBy());
      engagedBy.setId("interpreter-engaged");
      form.add(here.t("opening.engaged"), engagedBy);
      conflicts.setText(page.interpreterConflicts());
      conflicts.setId("interpreter-conflicts");
      conflicts.setPromptText(here.t("opening.conflicts.which"));
      form.add(here.t("opening.conflicts"), conflicts);
      form.setMaxWidth(620);
      if (known.isEmpty()) {
        engagedBy.clear();
        conflicts.clear();
      }
    }

    Openings.Through written() {
      return new Openings.Through(number.getText(), engagedBy.getText(), conflicts.getText());
    }
  }
}
