package org.sala.ui.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.forms.FormPage;
import org.sala.casework.station.Drafts;
import org.sala.casework.station.Seen;
import org.sala.form.Answer;
import org.sala.form.Problem;
import org.sala.form.Question;
import org.sala.form.Wording;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.AnswerKeys;
import org.sala.ui.roster.Spoken;
import org.sala.ui.route.Base;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Drafting;
import org.sala.ui.route.Here;
import org.sala.ui.route.KeptLine;

/** One question, large, with what it is answered with and the three answers that are none. */
final class QuestionCard {
  private static final List<Answer.Why> WHYS =
      List.of(Answer.Why.UNKNOWN, Answer.Why.DECLINED, Answer.Why.LATER);

  /** What can be done here, and where the buttons below lead. */
  record Ways(
      Consumer<Answer> say, Runnable takeBack, Runnable attach, Runnable back, Runnable next) {}

  private final Question question;
  private final FormPage page;
  private final Here here;
  private final Ways ways;
  private final Entry entry;
  private final Label trouble = Nodes.changing("danger");
  private final List<Base> bases = new ArrayList<>();
  private final Drafting.Typing typing;
  private final VBox node;

  QuestionCard(FormModel model, Question question, Here here, Ways ways) {
    this.question = question;
    this.page = model.page();
    this.here = here;
    this.ways = ways;
    this.entry = new Entries(page, here, ways.say(), ways.attach()).of(question);
    trouble.setId("trouble");
    trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
    page.problem(question.path())
        .filter(p -> p.kind() != Problem.Kind.REQUIRED)
        .ifPresent(p -> trouble.setText(told(p)));
    VBox inside = new VBox(10);
    inside.setPadding(new Insets(8, 18, 8, 18));
    HBox kept = new HBox();
    inside.getChildren().addAll(kept, above(model));
    wording(inside);
    if (page.disputed(question.path())) {
      inside.getChildren().add(new Badge(Badge.Kind.WARNING, here.t("disputed")));
    }
    inside.getChildren().addAll(entry.node(), trouble);
    String guidance = question.guidance().in(here.texts().language());
    if (!guidance.isEmpty()) {
      inside.getChildren().add(Nodes.label(here.t("forms.guidance", guidance), "muted", "small"));
    }
    ScrollPane scroll = Nodes.side(inside, 500);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    node = Nodes.card(scroll);
    if (FormModel.asks(question)) {
      // Beside what scrolls: an answer that is none is never further away than one that is.
      node.getChildren().add(without());
    }
    node.getChildren().add(foot());
    typing =
        here.drafts()
            .keep(
                "form " + page.line().id() + question.path(),
                new ControlFields(entry.node(), this::base),
                r -> KeptLine.show(kept, r, here.texts()));
  }

  private Base base(String stands) {
    Optional<String> versions =
        Optional.of(page.answers().getOrDefault(question.path(), List.of()))
            .filter(all -> all.size() > 1)
            .map(
                all ->
                    all.stream()
                        .map(a -> AnswerWords.of(a, Optional.of(question), here))
                        .collect(Collectors.joining(" / ")));
    Base base = new Base(new Drafts.Stood(stands, page.by(question.path())), versions);
    bases.add(base);
    return base;
  }

  /** How this page stood when the answer was begun: earlier where a draft was put back. */
  Seen seen() {
    return bases.stream()
        .filter(Base::older)
        .findFirst()
        .map(b -> page.begun(question.path(), b.began().by()))
        .orElseGet(page::seen);
  }

  private Node above(FormModel model) {
    String groups =
        question.head().groups().stream()
            .map(g -> g.in(here.texts().language()))
            .collect(Collectors.joining(" › "));
    String number = here.t("forms.number", model.number(), model.questions().size());
    int bracket = question.path().lastIndexOf('[');
    String which =
        bracket < 0
            ? ""
            : " " + question.path().substring(bracket + 1, question.path().indexOf(']', bracket));
    return Nodes.label(groups.isEmpty() ? number : groups + which + " · " + number, "muted");
  }

  /** The person's language large, the officer's below; what nobody has reviewed says so. */
  private void wording(VBox inside) {
    Spoken spoken =
        new Spoken(page.language(), page.reviewed()::contains, !page.interpreter().isEmpty(), here);
    Wording text = question.text();
    spoken.show(inside, text, "question");
    if (question.head().required()) {
      inside.getChildren().add(Nodes.label(here.t("forms.required"), "muted", "small"));
    }
    String hint = question.head().hint().in(here.texts().language());
    if (!hint.isEmpty()) {
      inside.getChildren().add(Nodes.label(hint, "muted"));
    }
    spoken.note(inside, text);
  }

  private static String code(Answer.Why why) {
    return why.name().toLowerCase(Locale.ROOT);
  }

  private static int digit(Answer.Why why) {
    return AnswerKeys.digit(code(why));
  }

  /** No answer was given, and why: never a no. */
  private Node without() {
    FlowPane row = new FlowPane(8, 6);
    Optional<Answer> stands = page.at(question.path());
    for (Answer.Why why : WHYS) {
      Answer.Without answer = new Answer.Without(why);
      String code = code(why);
      ToggleButton button = new ToggleButton(here.t("choice." + code));
      button.setGraphic(Nodes.line(hint(digit(why)), "key-hint"));
      button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
      button.setGraphicTextGap(8);
      button.setId("without-" + code);
      button.setSelected(stands.filter(answer::equals).isPresent());
      button.setOnAction(
          e -> {
            button.setSelected(true);
            ways.say().accept(answer);
          });
      row.getChildren().add(button);
    }
    if (stands.isPresent()) {
      var back = Nodes.button(here.t("forms.takeback"), "", ways.takeBack(), "plain");
      back.setId("take-back");
      row.getChildren().add(back);
    }
    return row;
  }

  /** A digit alone is a word where words are typed. */
  private String hint(int digit) {
    return entry.target() instanceof TextInputControl ? "Alt " + digit : String.valueOf(digit);
  }

  private Node foot() {
    return Nodes.row(
        Nodes.button(here.t("back"), "Alt ←", ways.back()),
        Nodes.spring(),
        Nodes.button(here.t("screening.next"), "Ctrl Enter", ways.next(), "primary"));
  }

  /** Says why an answer was not taken; what was typed stays where it is. */
  void against(Wording message) {
    String words = message.in(here.texts().language());
    trouble.setText(words.isEmpty() ? here.t("forms.against") : words);
  }

  /** Says that what was typed cannot be read. */
  void unread() {
    trouble.setText(here.t("forms.unread"));
  }

  private String told(Problem problem) {
    String words = problem.message().in(here.texts().language());
    return words.isEmpty() ? here.texts().code("problem", problem.kind().name()) : words;
  }

  /** Answers with a digit. */
  boolean digit(int digit) {
    if (entry.digit(digit)) {
      return true;
    }
    Optional<Answer.Why> why =
        WHYS.stream().filter(w -> digit(w) == digit && FormModel.asks(question)).findFirst();
    why.ifPresent(w -> ways.say().accept(new Answer.Without(w)));
    return why.isPresent();
  }

  Question question() {
    return question;
  }

  Optional<Entry.Entered> entered() {
    return entry.entered();
  }

  /** Whether a page shows something else here than what this card was made of. */
  boolean outdated(FormPage now, Question asked) {
    return !asked.equals(question)
        || !now.at(asked.path()).equals(page.at(asked.path()))
        || !now.language().equals(page.language())
        || !now.problem(asked.path()).equals(page.problem(asked.path()));
  }

  /** What was typed is saved. */
  void saved() {
    typing.over();
  }

  /**
   * The saving of what was typed was asked for: it stays kept where it fails.
   *
   * @param failed asked on the lane that saves, behind what was asked before
   */
  void saved(BooleanSupplier failed) {
    typing.saved(failed);
  }

  /** Keeps what was not saved, when another card takes this one's place. */
  void left() {
    typing.left();
  }

  /** Takes the keys, at once or as soon as it is shown: what scrolls is drawn a moment later. */
  void focus() {
    Node target = entry.target();
    if (target.getScene() == null) {
      Nodes.focusOnceShown(target, target);
    } else {
      target.requestFocus();
    }
    if (target instanceof TextInputControl field) {
      field.end();
    }
  }

  Node node() {
    return node;
  }
}
