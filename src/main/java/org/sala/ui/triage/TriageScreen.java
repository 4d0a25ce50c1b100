package org.sala.ui.triage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Interpreters;
import org.sala.casework.People;
import org.sala.casework.Triages;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Curtain;
import org.sala.ui.kit.Digits;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.AgeMark;
import org.sala.ui.roster.PersonForm;
import org.sala.ui.route.Drafting;
import org.sala.ui.route.Here;
import org.sala.ui.route.KeptLine;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/**
 * Two minutes with each person, apart: one question open at a time, answered by digits; two of them
 * by pointing at the turned screen. Every answer is kept as it is given.
 */
public final class TriageScreen implements Screen, Drafting.Fields {
  /** What this screen works with. */
  public record Doing(Triages triages, People people, Interpreters interpreters) {}

  private final RecordId person;
  private final Doing doing;
  private final Clock clock;
  private final Here here;
  private final Work.Line line;
  private final StackPane root = new StackPane();
  private final VBox page = new VBox();
  private final HBox kept = new HBox();
  private final VBox questions = new VBox(6);
  private final ScrollPane scroll = Nodes.side(questions, 700);
  private @Nullable Known known;
  private @Nullable TriageModel model;
  private @Nullable InsidePart inside;
  private @Nullable TextField words;
  private @Nullable TurnedView turned;
  private @Nullable Curtain curtain;
  private Map<String, String> typedInside = Map.of();
  private Runnable told = () -> {};
  private Drafting.Typing typing = Drafting.none().keep("", this, r -> {});
  private boolean ended;

  /** A digit that has answered is still held: it must not be typed into the next field. */
  private boolean answering;

  private record Known(
      People.PersonLine line, Triages.Sheet sheet, List<Interpreters.Interpreter> interpreters) {}

  public TriageScreen(RecordId person, Doing doing, Clock clock, Here here) {
    this.person = person;
    this.doing = doing;
    this.clock = clock;
    this.here = here;
    this.line = here.work().line();
    page.getStyleClass().add("page");
    page.setFocusTraversable(true);
    root.getChildren().add(page);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    root.addEventFilter(
        KeyEvent.KEY_TYPED,
        e -> {
          if (answering) {
            e.consume();
          }
        });
    root.addEventFilter(KeyEvent.KEY_RELEASED, e -> answering = false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    line.act(
        () ->
            new Known(
                doing.people().find(person).orElseThrow(),
                doing.triages().sheet(person),
                doing.interpreters().all()),
        this::show);
  }

  private void show(Known k) {
    known = k;
    model = new TriageModel(k.sheet().answers());
    People.PersonLine p = k.line();
    List<Node> right = new ArrayList<>();
    AgeMark.of(p, here.texts()).ifPresent(right::add);
    right.add(Nodes.button(here.t("screening.cover"), "F10", this::cover));
    right.add(Nodes.button(here.t("triage.later"), "F9", this::stop));
    right.add(Nodes.button(here.t("triage.done"), "Ctrl Enter", this::goOn, "primary"));
    page.getChildren()
        .setAll(
            Nodes.header(
                here.t("triage.title"),
                p.wristband().isEmpty() ? here.t("people.unnamed") : p.wristband(),
                here.t("triage.below"),
                right.toArray(new Node[0])),
            kept,
            scroll);
    questions();
    typing =
        here.drafts().keep("triage " + person, this, r -> KeptLine.show(kept, r, here.texts()));
  }

  /** The words as they stand and a person inside who is not written down yet. */
  @Override
  public Map<String, String> typed() {
    Map<String, String> typed = new LinkedHashMap<>(typedInside);
    TriageModel m = model;
    if (m != null) {
      for (String q : Triages.QUESTIONS) {
        if (!m.words(q).isEmpty()) {
          typed.put(q + " words", m.words(q));
        }
      }
    }
    return typed;
  }

  @Override
  public void put(Map<String, String> kept) {
    TriageModel m = model;
    if (m != null) {
      Triages.QUESTIONS.forEach(q -> m.say(q, kept.getOrDefault(q + " words", "")));
      typedInside = new LinkedHashMap<>(kept);
      typedInside.keySet().removeIf(k -> !k.startsWith("inside-"));
      if (!typedInside.isEmpty()) {
        m.open("q5");
      }
      questions();
    }
  }

  @Override
  public void changed(Runnable told) {
    this.told = told;
  }

  /** Draws the questions anew: the open one large, the others one line each. */
  private void questions() {
    TriageModel m = model;
    Known k = known;
    if (m == null || k == null) {
      return;
    }
    questions.getChildren().clear();
    for (String q : Triages.QUESTIONS) {
      QuestionCard card = new QuestionCard(q, m, here);
      questions
          .getChildren()
          .add(q.equals(m.open()) ? open(card, q, m, k) : card.closed(() -> go(q)));
    }
    TextField said = words;
    if (said != null && TriageModel.inWords(m.open())) {
      said.requestFocus();
      said.end();
    } else {
      // No field has the focus, so that digits answer.
      page.requestFocus();
    }
    bringIntoSight(Triages.QUESTIONS.indexOf(m.open()));
  }

  /** Scrolls so far that the open question stands below the one before it. */
  private void bringIntoSight(int at) {
    scroll.applyCss();
    scroll.layout();
    double hidden = questions.getHeight() - scroll.getViewportBounds().getHeight();
    double above = at == 0 ? 0 : questions.getChildren().get(at - 1).getBoundsInParent().getMinY();
    scroll.setVvalue(hidden <= 0 ? 0 : Math.clamp(above / hidden, 0, 1));
  }

  private VBox open(QuestionCard card, String q, TriageModel m, Known k) {
    TextField said = new TextField(m.words(q));
    words = said;
    said.textProperty()
        .addListener(
            (o, was, is) -> {
              m.say(q, is);
              told.run();
            });
    List<Node> more = new ArrayList<>();
    inside = null;
    switch (q) {
      case "q3" -> more.add(age(said));
      case "q4" -> more.add(language(k));
      case "q5" -> more.add(insidePart(k));
      default -> {
        // Nothing but choices and words.
      }
    }
    if (TriageModel.pointed(q)) {
      more.addFirst(Nodes.row(Nodes.button(here.t("triage.turn"), "F7", this::turn)));
    }
    return card.open(said, code -> answer(q, code), more);
  }

  private Label age(TextField said) {
    LocalDate today = LocalDate.now(clock);
    Label reading = Nodes.line(QuestionCard.reading(said.getText(), today, here), "strong");
    reading.setId("age-reading");
    said.textProperty()
        .addListener((o, was, is) -> reading.setText(QuestionCard.reading(is, today, here)));
    return reading;
  }

  /** Language and interpreter are the person's, and are written as they are chosen. */
  private Node language(Known k) {
    Choice language = new Choice(PersonForm.LANGUAGES, c -> here.texts().code("lang", c));
    language.setAccessibleText(here.t("people.language"));
    String first = k.line().languages().split(" ", -1)[0];
    if (PersonForm.LANGUAGES.contains(first)) {
      language.setValue(first);
    }
    List<String> numbers = new ArrayList<>(List.of(""));
    k.interpreters().stream()
        .filter(i -> i.reach() != Interpreters.Reach.GONE)
        .forEach(i -> numbers.add(i.number()));
    if (!numbers.contains(k.line().interpreter())) {
      numbers.add(k.line().interpreter());
    }
    Choice interpreter = new Choice(numbers, c -> c.isEmpty() ? here.t("none") : c);
    interpreter.setAccessibleText(here.t("today.interpreter"));
    interpreter.setValue(k.line().interpreter());
    language
        .valueProperty()
        .addListener(
            (o, was, is) ->
                write(
                    is.isEmpty()
                        ? Map.of()
                        : was.isEmpty()
                            ? Map.of("language/" + is, Value.flag(true))
                            : Map.of(
                                "language/" + was,
                                Value.Nothing.HERE,
                                "language/" + is,
                                Value.flag(true))));
    interpreter
        .valueProperty()
        .addListener(
            (o, was, is) ->
                write(Map.of("interpreter", is.isEmpty() ? Value.Nothing.HERE : Value.text(is))));
    return Nodes.row(
        Nodes.line(here.t("people.language"), "muted"),
        language,
        Nodes.line(here.t("today.interpreter"), "muted"),
        interpreter);
  }

  private void write(Map<String, Value> fields) {
    if (fields.isEmpty()) {
      return;
    }
    line.act(
        () -> {
          doing.people().edit(person, fields, "");
          return doing.people().find(person).orElseThrow();
        },
        p -> known = known == null ? null : new Known(p, known.sheet(), known.interpreters()));
  }

  private InsidePart insidePart(Known k) {
    InsidePart part =
        new InsidePart(
            here,
            k.sheet().inside(),
            one -> {
              line.act(() -> doing.triages().inside(person, one), saved -> heard(one));
            });
    inside = part;
    part.put(
        typedInside,
        () -> {
          typedInside = part.typed();
          told.run();
        });
    return part;
  }

  private void heard(Triages.Inside one) {
    Known k = known;
    if (k != null) {
      List<Triages.Inside> all = new ArrayList<>(k.sheet().inside());
      all.add(one);
      known = new Known(k.line(), new Triages.Sheet(k.sheet().answers(), all), k.interpreters());
      if (inside != null) {
        inside.said(one);
      }
      if (model != null && model.code("q5").isEmpty()) {
        model.answer("q5", "yes");
        keep();
      }
    }
  }

  /** An answer is kept at once; a yes that wants words stays, all else leads on. */
  private void answer(String q, String code) {
    TriageModel m = model;
    if (m == null) {
      return;
    }
    m.answer(q, code);
    if (!m.staysFor(q)) {
      m.step(1);
    }
    keep();
    questions();
    if (m.open().equals(q) && m.staysFor(q)) {
      TextField next = inside == null ? words : inside.first();
      if (next != null) {
        next.requestFocus();
      }
    }
  }

  private void go(String q) {
    if (model != null) {
      keep();
      model.open(q);
      questions();
    }
  }

  private void step(int by) {
    if (model != null) {
      keep();
      model.step(by);
      questions();
    }
  }

  private void keep() {
    TriageModel m = model;
    if (m != null && !ended && m.unsaved()) {
      Triages.Answers answers = m.answers();
      line.act(() -> doing.triages().keep(person, answers), saved -> {});
    }
  }

  private void turn() {
    TriageModel m = model;
    Known k = known;
    if (m == null || k == null || !TriageModel.pointed(m.open())) {
      return;
    }
    String q = m.open();
    TurnedView view =
        new TurnedView(
            q,
            k.line().interpreter(),
            here,
            code -> {
              turnBack();
              if (!m.code(q).equals(code)) {
                answer(q, code);
              }
            },
            this::turnBack);
    turned = view;
    root.getChildren().add(view);
    view.requestFocus();
  }

  private void turnBack() {
    root.getChildren().remove(turned);
    turned = null;
    page.requestFocus();
  }

  private void cover() {
    Curtain c =
        new Curtain(
            here.t("screening.cover.title"),
            here.t("screening.cover.below"),
            here.t("screening.uncover"),
            "F10",
            this::uncover);
    curtain = c;
    root.getChildren().add(c);
    c.requestFocus();
  }

  private void uncover() {
    root.getChildren().remove(curtain);
    curtain = null;
    page.requestFocus();
  }

  /** Stops: what was answered is kept, and the person goes on waiting. */
  private void stop() {
    here.navigator().go(new Place.Today());
  }

  private void key(KeyEvent e) {
    if (curtain != null) {
      if (e.getCode() == KeyCode.F10 || e.getCode() == KeyCode.ESCAPE) {
        uncover();
      }
      e.consume();
    } else if (e.getCode() == KeyCode.F10) {
      cover();
      e.consume();
    } else if (turned != null) {
      turnedKey(e, turned);
    } else if (e.getCode() == KeyCode.F9 || e.getCode() == KeyCode.ESCAPE) {
      stop();
      e.consume();
    } else if (e.getCode() == KeyCode.F7) {
      turn();
      e.consume();
    } else if (!choosing() && e.getCode() == KeyCode.UP) {
      step(-1);
      e.consume();
    } else if (!choosing() && e.getCode() == KeyCode.DOWN) {
      step(1);
      e.consume();
    } else if (e.getCode() == KeyCode.ENTER
        && !e.isShortcutDown()
        && Digits.typing(root)
        && (inside == null || inside.empty())) {
      step(1);
      e.consume();
    } else if (!Digits.typing(root)) {
      if (e.getCode() == KeyCode.ENTER
          && !e.isShortcutDown()
          && words != null
          && page.isFocused()) {
        words.requestFocus();
        e.consume();
      } else {
        digit(e);
      }
    }
  }

  private void turnedKey(KeyEvent e, TurnedView view) {
    if (e.getCode() == KeyCode.ESCAPE || e.getCode() == KeyCode.F7) {
      turnBack();
      e.consume();
    } else if (e.getCode() == KeyCode.F6) {
      view.rotate();
      e.consume();
    } else {
      OptionalInt digit = Digits.of(e);
      if (digit.isPresent()) {
        turnBack();
        digit(e);
      }
    }
  }

  private void digit(KeyEvent e) {
    TriageModel m = model;
    OptionalInt digit = Digits.of(e);
    if (m != null && digit.isPresent()) {
      answering = true;
      int d = digit.getAsInt();
      if (d >= 1 && d < Triages.ANSWERS.size()) {
        String code = Triages.ANSWERS.get(d);
        if (TriageModel.choices(m.open()).contains(code)) {
          answer(m.open(), code);
        }
      }
      e.consume();
    }
  }

  private boolean choosing() {
    return root.getScene() != null && root.getScene().getFocusOwner() instanceof ComboBoxBase<?>;
  }

  @Override
  public void goOn() {
    TriageModel m = model;
    if (m == null || turned != null || curtain != null) {
      return;
    }
    if (inside != null && !inside.empty()) {
      inside.add();
    }
    if (m.nothing()) {
      here.dialogs().notice(here.t("triage.empty"));
      return;
    }
    ended = true;
    Triages.Answers answers = m.answers();
    line.act(
        () -> doing.triages().done(person, answers),
        saved -> {
          typing.over();
          here.navigator().go(new Place.Today());
        });
  }

  /** The program around it is gone while a person speaks. */
  @Override
  public boolean alone() {
    return true;
  }

  @Override
  public Node node() {
    return root;
  }

  /** Leaving in any way, locking too, first keeps what was answered and typed. */
  @Override
  public void closed() {
    keep();
    typing.left();
    line.close();
  }
}
