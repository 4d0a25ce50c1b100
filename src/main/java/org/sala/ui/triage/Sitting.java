package org.sala.ui.triage;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sala.casework.people.People;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.Drafts;
import org.sala.form.TriageQuestion;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.AgeMark;
import org.sala.ui.roster.AnswerKeys;
import org.sala.ui.route.Base;
import org.sala.ui.route.Drafting;
import org.sala.ui.route.Here;
import org.sala.ui.route.KeptLine;
import org.sala.ui.route.Place;
import org.sala.ui.work.Work;

/** One person's triage from the first question to the last; every answer is kept as it is given. */
final class Sitting implements QuestionList.Verbs, TriageKeys.Verbs, Drafting.Fields {
  private static final String WORDS = " words";
  private static final String INSIDE = "q5";

  private final People.PersonLine person;
  private final TriageScreen.Doing doing;
  private final Here here;
  private final Work.Line line;
  private final VBox page;
  private final Layers layers;
  private final QuestionList list;
  private final QuestionParts parts;
  private final TriageModel model;
  private final Drafting.Typing typing;
  private final Map<String, Base> bases = new HashMap<>();
  private Runnable told = () -> {};
  private boolean ended;

  Sitting(
      TriageScreen.Known known,
      TriageScreen.Doing doing,
      Clock clock,
      Here here,
      Work.Line line,
      Layers layers) {
    this.person = known.line();
    this.doing = doing;
    this.here = here;
    this.line = line;
    this.layers = layers;
    this.page = layers.page();
    this.model = new TriageModel(known.sheet(), known.line().languages());
    Triages.QUESTIONS.forEach(q -> bases.put(q + WORDS, base(q, known.sheet())));
    this.parts = new QuestionParts(known, doing, clock, here, line, this::insideSaid);
    this.list = new QuestionList(page, here, this);
    VBox.setVgrow(list.node(), Priority.ALWAYS);
    HBox kept = new HBox();
    page.getChildren().setAll(head(), kept, list.node());
    list.draw(model);
    this.typing =
        here.drafts()
            .keep("triage " + person.id(), this, r -> KeptLine.show(kept, r, here.texts()));
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

  /** The words as they stand and a person inside who is not written down yet. */
  @Override
  public Map<String, String> typed() {
    Map<String, String> typed = new LinkedHashMap<>(parts.inside().typed());
    Triages.QUESTIONS.forEach(q -> typed.put(q + WORDS, model.words(q)));
    return typed;
  }

  @Override
  public Optional<Base> base(String name) {
    return Optional.ofNullable(bases.get(name));
  }

  /** The words of an answer; those that come unseen stand beside what a draft was begun on. */
  private Base base(String q, Triages.Sheet sheet) {
    Base base =
        new Base(new Drafts.Stood(model.words(q), sheet.by(q)), Optional.empty())
            .called(
                TriageQuestion.of(q).question().in(here.texts().language()),
                UnaryOperator.identity());
    base.onMoved(() -> model.begunOn(q, base.began().by()));
    return base;
  }

  /** What is not among it stays as it is: a draft holds what was typed, and nothing else. */
  @Override
  public void put(Map<String, String> kept) {
    Triages.QUESTIONS.forEach(
        q -> Optional.ofNullable(kept.get(q + WORDS)).ifPresent(words -> model.say(q, words)));
    if (parts.inside().put(kept)) {
      model.open(INSIDE);
    }
    list.draw(model);
  }

  @Override
  public void changed(Runnable hears) {
    told = hears;
    parts.inside().changed(hears);
  }

  @Override
  public Optional<Node> part(String question, TextField words) {
    return parts.of(question, words);
  }

  private void insideSaid() {
    if (model.code(INSIDE).isEmpty()) {
      model.answer(INSIDE, "yes");
      keep();
    }
  }

  @Override
  public void say(String question, String words) {
    model.say(question, words);
    told.run();
  }

  /** An answer is kept at once; a yes that wants words stays, all else leads on. */
  @Override
  public void answer(String q, String code) {
    model.answer(q, code);
    boolean stays = model.staysFor(q) || !leaves();
    if (!stays) {
      model.step(1);
    }
    keep();
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
    return !model.open().equals(INSIDE) || parts.inside().add(() -> {});
  }

  @Override
  public void go(String q) {
    keep();
    if (leaves()) {
      open(q);
    }
  }

  @Override
  public void step(int by) {
    keep();
    if (leaves()) {
      model.step(by);
      list.draw(model);
    }
  }

  private void open(String q) {
    model.open(q);
    list.draw(model);
  }

  void keep() {
    if (!ended && model.unsaved()) {
      Triages.Sat sat = model.sat();
      line.act(() -> doing.triages().keep(person.id(), sat), saved -> {});
    }
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

  /** Stops: what was answered is kept, and the person goes on waiting. */
  @Override
  public void stop() {
    here.navigator().go(new Place.Today());
  }

  void goOn() {
    if (layers.turned().isPresent() || layers.covered()) {
      return;
    }
    if (!parts.inside().blank()) {
      open(INSIDE);
      parts.inside().add(this::goOn);
      return;
    }
    if (model.nothing()) {
      here.dialogs().notice(here.t("triage.empty"));
      return;
    }
    List<String> open = model.unanswered();
    if (open.isEmpty()) {
      end();
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
              end();
              return true;
            });
  }

  private void end() {
    ended = true;
    Triages.Sat sat = model.sat();
    line.act(
        () -> doing.triages().done(person.id(), sat),
        saved -> {
          typing.over();
          here.navigator().go(new Place.Today());
        });
  }

  /** Leaving in any way, locking too, first keeps what was answered and typed. */
  void left() {
    keep();
    typing.left();
  }
}
