package org.sala.ui.screening;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.screening.AskedBefore;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Seen;
import org.sala.domain.RecordId;
import org.sala.form.Indicator;
import org.sala.form.Section;
import org.sala.practice.Script;
import org.sala.ui.kit.Digits;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.AnswerKeys;
import org.sala.ui.roster.Spoken;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** The conversation: parts at the left, one question in the middle, who is there at the right. */
final class TalkPart {
  /** Below this width the room's panel folds; what warns of danger stays. */
  private static final double NARROW = 1240;

  /** Below this height the parts at the left fold to a line each, so that the ticks are seen. */
  private static final double LOW = 760;

  private final RecordId id;
  private final InterviewScreen.Doing doing;
  private final Clock clock;
  private final Here here;
  private final Work.Line line;
  private final Consumer<InterviewScreen.Verb> run;
  private final Consumer<ScreeningPage> stopped;
  private final VBox page = new VBox();
  private final InterviewModel model;
  private final String first;
  private final TurnedQuestion turned;
  private final AskedBefore.Known before;
  private final String officer;
  private @Nullable AskPart ask;
  private @Nullable InterviewHead head;
  private @Nullable RoomPart room;
  private @Nullable SectionsPart sections;
  private boolean byMouse;
  private @Nullable Runnable going;
  private Optional<Script> partner = Optional.empty();
  private final List<PartnerPart.Said> said = new ArrayList<>();

  /**
   * @param stopped hears that the interview was stopped, here or elsewhere
   */
  TalkPart(
      OpeningFlow.Known known,
      InterviewScreen.Doing doing,
      Clock clock,
      Here here,
      Work.Line line,
      Consumer<InterviewScreen.Verb> run,
      Consumer<ScreeningPage> stopped) {
    ScreeningPage opened = known.page();
    this.before = known.before();
    this.officer = known.officer();
    this.id = opened.line().id();
    this.doing = doing;
    this.clock = clock;
    this.here = here;
    this.line = line;
    this.run = run;
    this.stopped = stopped;
    this.model = new InterviewModel(opened);
    this.first = model.path();
    this.turned = new TurnedQuestion(page, here, this::show, this::point);
    page.getStyleClass().addAll("page", "interview");
    // As wide as the window and never wider: by that width the room's panel folds.
    page.setMinWidth(0);
    page.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    page.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> byMouse = true);
    show();
    if (doing.practice().here()) {
      line.ask(
          () -> doing.practice().of(opened.line().person()),
          s -> {
            partner = s;
            show();
          });
    }
    page.widthProperty().addListener((o, was, is) -> show());
    page.heightProperty()
        .addListener(
            (o, was, is) -> {
              if (low(was.doubleValue()) != low(is.doubleValue())) {
                show();
              }
            });
  }

  private static boolean low(double height) {
    return height > 0 && height < LOW;
  }

  Node node() {
    return page;
  }

  /** Whether the screen is turned to the person. */
  ReadOnlyBooleanProperty over() {
    return turned.over();
  }

  ScreeningPage page() {
    return model.page();
  }

  /** The path of the question or part that is on the screen. */
  String place() {
    return model.path();
  }

  /** Where it goes on; empty where it stands as it was opened, or a break or stop has kept it. */
  Optional<String> left() {
    boolean open = model.page().line().state() == Screenings.State.OPEN;
    return open && !place().equals(first) ? Optional.of(place()) : Optional.empty();
  }

  /** Brings the times up to now. */
  void tick() {
    if (head != null) {
      head.tick();
    }
  }

  /** Takes what is saved now; the place stays the same. */
  void show(ScreeningPage now) {
    model.show(now);
    show();
  }

  /** Asks for what is saved now. */
  void refresh() {
    Map<String, Given> held = model.sent();
    line.ask(
        () -> doing.screenings().page(id),
        now -> {
          if (now.line().state() == Screenings.State.STOPPED) {
            stopped.accept(now);
            return;
          }
          model.show(now, held);
          show();
        });
  }

  private void show() {
    AskPart last = ask;
    Optional<Given> typed = last == null ? Optional.empty() : last.unsaved(model.path());
    boolean low = low(page.getHeight());
    AskPart part =
        new AskPart(
            model,
            before.answered(),
            low,
            here,
            this::answer,
            new AskPart.Ways(this::goOn, this::back, this::review, this::serious, this::turn),
            at(model.path()).map(AskPart::chosen).orElse(AskPart.Way.NONE));
    if (last != null) {
      last.left();
    }
    if (last != null && typed.isPresent()) {
      part.type(typed.get(), last);
    }
    ask = part;
    RoomPart beside =
        new RoomPart(model.page(), before.accounts(), officer, doing, here, line, this::refresh);
    room = beside;
    boolean narrow = page.getWidth() > 0 && page.getWidth() < NARROW;
    head = new InterviewHead(model.page(), clock, here, run, narrow);
    boolean moved = last == null || !last.isAt(model.path());
    SectionsPart parts =
        new SectionsPart(model, here, new SectionsPart.Ways(this::go, this::ask, this::hear), low);
    if (moved || sections == null) {
      parts.reveal();
    } else {
      parts.after(sections);
    }
    sections = parts;
    VBox left = new VBox(14, parts.node());
    VBox.setVgrow(left.getChildren().getFirst(), Priority.ALWAYS);
    left.setMinWidth(232);
    left.setPrefWidth(262);
    VBox middle = new VBox(low ? 8 : 14);
    if (narrow) {
      beside.alertLine().ifPresent(middle.getChildren()::add);
      left.getChildren().add(beside.brief());
    }
    partner.ifPresent(
        s -> middle.getChildren().add(new PartnerPart(s, model, here, this::spoken).node(said)));
    middle.getChildren().add(part.node());
    VBox.setVgrow(part.node(), Priority.ALWAYS);
    HBox.setHgrow(middle, Priority.ALWAYS);
    HBox body = new HBox(14, left, middle);
    if (!narrow) {
      body.getChildren().add(beside.node());
    }
    VBox.setVgrow(body, Priority.ALWAYS);
    boolean chosen = last != null && last.choosing();
    if (turned.over().get()) {
      return;
    }
    boolean elsewhere = typingElsewhere();
    String ticked = moved ? "" : ticking();
    page.getChildren().setAll(head.node(), body);
    if (elsewhere) {
      return;
    }
    if (!ticked.isEmpty()) {
      // What scrolls holds its content only once it has its look.
      page.applyCss();
    }
    Node tick = ticked.isEmpty() ? null : page.lookup("#" + ticked);
    if (tick != null) {
      tick.requestFocus();
      return;
    }
    if (moved || !chosen) {
      part.focus();
    } else {
      part.focusChoice();
    }
  }

  /** Whether the keys belong to something over the interview, such as a dialog. */
  private boolean typingElsewhere() {
    Node owner = page.getScene() == null ? null : page.getScene().getFocusOwner();
    return owner != null && !Nodes.isWithin(owner, page);
  }

  /**
   * The tick that was set by a key and keeps it, by its id; whoever ticks with the mouse types on.
   */
  private String ticking() {
    if (byMouse) {
      return "";
    }
    Node owner = page.getScene() == null ? null : page.getScene().getFocusOwner();
    String id = owner == null || owner.getId() == null ? "" : owner.getId();
    return id.startsWith(SectionsPart.TICK) ? id : "";
  }

  /** The invented person has answered; that somebody led it there is written down. */
  private void spoken(PartnerPart.Said now) {
    said.add(now);
    Optional<Indicator> asked = model.asking().filter(i -> now.led());
    if (asked.isPresent()) {
      line.act(() -> doing.practice().led(id, asked.get()), s -> show());
    } else {
      show();
    }
  }

  private void go(Section to) {
    keeping(
        () -> {
          model.go(to);
          show();
        });
  }

  /** Asks one question of this part, again or out of its turn. */
  private void ask(Indicator indicator) {
    keeping(
        () -> {
          model.ask(indicator);
          show();
        });
  }

  /** Ticking what was heard stores a yes, and how it came; taking the tick away takes it back. */
  private void hear(Indicator indicator, Given given) {
    String path = model.page().catalogue().orElseThrow().path(indicator);
    send(new Typed(path, given, model.stands(path), model.page().seen()));
  }

  private void answer(Given given) {
    AskPart part = ask;
    Work.Gesture saving = send(typed(part, given));
    if (part != null) {
      part.saved(saving::failed);
    }
  }

  /** Asks for an answer to be saved: from now on it stands here, unless that fails. */
  private Work.Gesture send(Typed typed) {
    model.sent(typed.path(), typed.given());
    at(typed.path()).ifPresent(p -> p.sent(typed.given()));
    return here.work()
        .gesture(
            () -> line.act(() -> typed.save(id, doing), s -> refresh(), e -> refused(typed, e)));
  }

  /** Nobody goes on from an answer that was not saved; the words stay in their field. */
  private void refused(Typed typed, Exception e) {
    going = null;
    model.refused(typed.path(), typed.given());
    at(typed.path()).ifPresent(p -> p.refused(typed.given()));
    show();
    here.work().failed(e);
  }

  private Optional<AskPart> at(String path) {
    return Optional.ofNullable(ask).filter(p -> p.isAt(path));
  }

  /**
   * What was typed and is not saved yet, and where it belongs.
   *
   * @param stood what stood there when it was begun
   * @param seen by which versions
   */
  record Typed(String path, Given given, Given stood, Seen seen) {
    Saved save(RecordId id, InterviewScreen.Doing doing) {
      return doing.screenings().answer(id, path, given, stood, seen);
    }

    @Override
    public String toString() {
      return "Typed";
    }
  }

  Optional<Typed> typed() {
    AskPart part = ask;
    return part == null ? Optional.empty() : part.changed().map(g -> typed(part, g));
  }

  private Typed typed(@Nullable AskPart part, Given given) {
    String path = model.path();
    return part == null
        ? new Typed(path, given, model.stands(path), model.page().seen())
        : new Typed(path, given, part.stood(), part.seen());
  }

  /** The saving of what was typed was asked for: it stays kept where that fails. */
  void kept(BooleanSupplier failed) {
    if (ask != null) {
      ask.saved(failed);
    }
  }

  /**
   * Saves what was typed, then goes on: nothing that a person said waits for a button. What is
   * pressed meanwhile leads nowhere, or a question would go by unseen.
   */
  private void keeping(Runnable then) {
    if (going == null) {
      going = then;
      saving();
    }
  }

  /** Once all of it is saved, what was typed meanwhile too, it goes on. */
  private void saving() {
    Runnable then = going;
    if (then == null) {
      return;
    }
    typed().ifPresent(t -> answer(t.given()));
    Map<String, Given> held = model.sent();
    if (held.isEmpty()) {
      going = null;
      then.run();
      return;
    }
    line.act(
        () -> doing.screenings().page(id),
        now -> {
          model.show(now, held);
          saving();
        },
        e -> {
          going = null;
          here.work().failed(e);
        });
  }

  /** The next question or part; at the very end the review. */
  void goOn() {
    keeping(
        () -> {
          if (model.next()) {
            show();
          } else {
            review();
          }
        });
  }

  private void back() {
    keeping(
        () -> {
          if (model.back()) {
            show();
          }
        });
  }

  private void serious() {
    run.accept(InterviewScreen.Verb.RIGHTS);
  }

  /** Saves what was typed, then leads to the end. */
  void review() {
    keeping(() -> run.accept(InterviewScreen.Verb.REVIEW));
  }

  private void turn() {
    if (going != null) {
      // The next question is on its way: what is pointed at now would be written there.
      return;
    }
    // A wording that nobody has reviewed is not shown to the person as what was asked.
    boolean reviewed = Spoken.questions(model.page(), here).reviewed();
    String language = model.page().language();
    model.asking().ifPresent(i -> turned.turn(reviewed ? i.question().in(language) : ""));
  }

  private void point(String code) {
    if (ask != null) {
      ask.point(code);
    }
  }

  private void key(KeyEvent e) {
    byMouse = false;
    AskPart part = ask;
    if (turned.press(e)) {
      e.consume();
    } else if (e.getCode() == KeyCode.F4) {
      turn();
      e.consume();
    } else if (e.getCode() == KeyCode.F2 && room != null) {
      room.danger();
      e.consume();
    } else if (e.getCode() == KeyCode.LEFT && e.isAltDown()) {
      back();
      e.consume();
    } else if (part != null) {
      Digits.at(page, e)
          .ifPresent(
              digit -> {
                Digits.answers(e, page);
                part.choose(AnswerKeys.code(digit));
              });
    }
  }
}
