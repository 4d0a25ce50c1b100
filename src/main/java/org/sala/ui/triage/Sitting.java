package org.sala.ui.triage;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sala.casework.people.People;
import org.sala.form.TriageQuestion;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.AgeMark;
import org.sala.ui.roster.AnswerKeys;
import org.sala.ui.route.Drafting;
import org.sala.ui.route.Here;
import org.sala.ui.route.KeptLine;
import org.sala.ui.work.Work;

/** One person's triage from the first question to the last; every answer is kept as it is given. */
final class Sitting implements QuestionList.Verbs, TriageKeys.Verbs {
  private final People.PersonLine person;
  private final Here here;
  private final VBox page;
  private final Layers layers;
  private final QuestionList list;
  private final QuestionParts parts;
  private final TriageModel model;
  private final TriageDraft draft;
  private final Keeping keeping;

  Sitting(
      TriageScreen.Known known,
      TriageScreen.Doing doing,
      Clock clock,
      Here here,
      Work.Line line,
      Layers layers) {
    this.person = known.line();
    this.here = here;
    this.layers = layers;
    this.page = layers.page();
    this.model = new TriageModel(known.sheet(), known.line().languages());
    this.parts = new QuestionParts(known, doing, clock, here, line, this::insideSaid);
    this.list = new QuestionList(page, here, this);
    VBox.setVgrow(list.node(), Priority.ALWAYS);
    HBox kept = new HBox();
    page.getChildren().setAll(head(), kept, list.node());
    list.draw(model);
    this.draft =
        new TriageDraft(known.sheet(), model, parts.inside(), here, () -> list.draw(model));
    Drafting.Typing typing =
        here.drafts()
            .keep("triage " + person.id(), draft, r -> KeptLine.show(kept, r, here.texts()));
    this.keeping =
        new Keeping(
            person.id(),
            doing.triages(),
            new Keeping.Typed(model, parts.inside(), draft, typing),
            here,
            line);
  }

  private Node head() {
    List<Node> right = new ArrayList<>();
    AgeMark.of(person, here.texts()).ifPresent(right::add);
    right.add(Nodes.button(here.t("screening.cover"), "F10", layers::cover));
    right.add(Nodes.button(here.t("triage.later"), "F9", this::stop));
    right.add(Nodes.button(here.t("triage.done"), "Ctrl Enter", this::goOn, "primary"));
    return Nodes.header(
        here.t("triage.title"),
        person.wristband().isEmpty() ? here.t("people.unnamed") : person.wristband(),
        here.t("triage.below"),
        right.toArray(new Node[0]));
  }

  /** Keys answer on everything that this root holds. */
  void listen(StackPane root) {
    TriageKeys.on(root, layers, this);
  }

  @Override
  public Optional<Node> part(String question, TextField words) {
    return parts.of(question, words);
  }

  private void insideSaid() {
    if (model.code(StillInside.QUESTION).isEmpty()) {
      model.answer(StillInside.QUESTION, "yes");
      keeping.keep();
    }
  }

  @Override
  public void say(String question, String words) {
    model.say(question, words);
    draft.changed();
  }

  /** An answer is kept at once; a yes that wants words stays, all else leads on. */
  @Override
  public void answer(String q, String code) {
    if (keeping.ended()) {
      return;
    }
    model.answer(q, code);
    boolean stays = model.staysFor(q) || !leaves();
    if (!stays) {
      model.step(1);
    }
    keeping.keep();
    list.draw(model);
    TextField words = list.words();
    if (stays) {
      parts
          .inside()
          .part()
          .ifPresentOrElse(InsidePart::begin, words == null ? () -> {} : words::requestFocus);
    }
  }

  /** Whoever is typed as still inside is written down before their question is left. */
  private boolean leaves() {
    return !model.open().equals(StillInside.QUESTION) || parts.inside().add(() -> {});
  }

  @Override
  public void go(String q) {
    keeping.keep();
    if (leaves()) {
      open(q);
    }
  }

  @Override
  public void step(int by) {
    keeping.keep();
    if (leaves()) {
      model.step(by);
      list.draw(model);
    }
  }

  private void open(String q) {
    model.open(q);
    list.draw(model);
  }

  @Override
  public void turn() {
    if (!TriageModel.pointed(model.open())) {
      return;
    }
    String q = model.open();
    layers.turn(
        q,
        parts.interpreter(),
        code -> {
          if (!model.code(q).equals(code)) {
            answer(q, code);
          }
        },
        () -> list.draw(model));
  }

  /** Enter leads on from words, and to the words where there are only choices. */
  @Override
  public boolean enter(boolean inWords) {
    if (inWords) {
      if (parts.inside().part().isPresent() && !parts.inside().blank()) {
        return false;
      }
      step(1);
      return true;
    }
    TextField said = list.words();
    if (said == null || !page.isFocused()) {
      return false;
    }
    said.requestFocus();
    return true;
  }

  @Override
  public void digit(int digit) {
    String code = AnswerKeys.code(digit);
    if (TriageModel.choices(model.open()).contains(code)) {
      answer(model.open(), code);
    }
  }

  @Override
  public void stop() {
    keeping.stop();
  }

  void goOn() {
    if (layers.turned().isPresent() || layers.covered()) {
      return;
    }
    if (!parts.inside().blank()) {
      open(StillInside.QUESTION);
      parts.inside().add(this::goOn);
      return;
    }
    if (model.nothing()) {
      here.dialogs().notice(here.t("triage.empty"));
      return;
    }
    List<String> open = model.unanswered();
    if (open.isEmpty()) {
      keeping.end();
      return;
    }
    VBox asked = new VBox(6, Nodes.label(here.t("triage.gaps.below")));
    open.forEach(
        q ->
            asked
                .getChildren()
                .add(
                    Nodes.label(
                        TriageQuestion.of(q).question().in(here.texts().language()), "strong")));
    asked.setId("triage-gaps");
    here.dialogs()
        .ask(
            here.t("triage.gaps.title", open.size()),
            asked,
            here.t("triage.gaps.verb"),
            () -> {
              keeping.end();
              return true;
            });
  }

  void left() {
    keeping.left();
  }
}
