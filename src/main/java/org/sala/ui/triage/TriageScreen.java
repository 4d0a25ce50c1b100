package org.sala.ui.triage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
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
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.AgeMark;
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
  private final Layers layers;
  private final QuestionList list;
  private @Nullable Known known;
  private @Nullable TriageModel model;
  private @Nullable InsidePart inside;
  private Map<String, String> typedInside = Map.of();
  private Runnable told = () -> {};
  private Drafting.Typing typing = Drafting.none().keep("", this, r -> {});
  private boolean ended;

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
    root.setId("triage-screen");
    layers = new Layers(root, page, here);
    list =
        new QuestionList(
            page,
            here,
            new QuestionList.Verbs() {
              @Override
              public void answer(String question, String code) {
                TriageScreen.this.answer(question, code);
              }

              @Override
              public void say(String question, String words) {
                if (model != null) {
                  model.say(question, words);
                  told.run();
                }
              }

              @Override
              public void go(String question) {
                TriageScreen.this.go(question);
              }

              @Override
              public void turn() {
                TriageScreen.this.turn();
              }

              @Override
              public Optional<Node> part(String question, TextField words) {
                return TriageScreen.this.part(question, words);
              }
            });
    TriageKeys.on(
        root,
        layers,
        new TriageKeys.Verbs() {
          @Override
          public void stop() {
            TriageScreen.this.stop();
          }

          @Override
          public void turn() {
            TriageScreen.this.turn();
          }

          @Override
          public void step(int by) {
            TriageScreen.this.step(by);
          }

          @Override
          public void digit(int digit) {
            TriageScreen.this.digit(digit);
          }

          @Override
          public boolean enter(boolean typing) {
            return TriageScreen.this.enter(typing);
          }
        });
    VBox.setVgrow(list.node(), Priority.ALWAYS);
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
    right.add(Nodes.button(here.t("screening.cover"), "F10", layers::cover));
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
            list.node());
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

  private void questions() {
    if (model != null) {
      list.draw(model);
    }
  }

  /** What belongs to one question alone. */
  private Optional<Node> part(String q, TextField said) {
    inside = null;
    Known k = known;
    if (k == null) {
      return Optional.empty();
    }
    return switch (q) {
      case "q3" -> Optional.of(age(said));
      case "q4" -> Optional.of(LanguagePart.of(k.line(), k.interpreters(), here, this::write));
      case "q5" -> Optional.of(insidePart(k));
      default -> Optional.empty();
    };
  }

  private Label age(TextField said) {
    LocalDate today = LocalDate.now(clock);
    Label reading = Nodes.line(QuestionCard.reading(said.getText(), today, here), "strong");
    reading.setId("age-reading");
    said.textProperty()
        .addListener((o, was, is) -> reading.setText(QuestionCard.reading(is, today, here)));
    return reading;
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
      TextField next = inside == null ? list.words() : inside.first();
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
    layers.turn(
        q,
        k.line().interpreter(),
        code -> {
          if (!m.code(q).equals(code)) {
            answer(q, code);
          }
        });
  }

  /** Enter leads on from words, and to the words where there are only choices. */
  private boolean enter(boolean typing) {
    if (typing) {
      if (inside != null && !inside.empty()) {
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

  private void digit(int digit) {
    TriageModel m = model;
    if (m != null && digit >= 1 && digit < Triages.ANSWERS.size()) {
      String code = Triages.ANSWERS.get(digit);
      if (TriageModel.choices(m.open()).contains(code)) {
        answer(m.open(), code);
      }
    }
  }

  /** Stops: what was answered is kept, and the person goes on waiting. */
  private void stop() {
    here.navigator().go(new Place.Today());
  }

  @Override
  public void goOn() {
    TriageModel m = model;
    if (m == null || layers.turned().isPresent() || layers.covered()) {
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
  public ObservableValue<Boolean> bare() {
    return layers.over();
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
