package org.sala.ui.screening;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.consent.Consents;
import org.sala.casework.screening.AskedBefore;
import org.sala.casework.screening.Interpreters;
import org.sala.casework.screening.Openings;
import org.sala.casework.screening.RestedConsents;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.Opening;
import org.sala.casework.station.Saved;
import org.sala.domain.RecordId;
import org.sala.form.Country;
import org.sala.ui.kit.Digits;
import org.sala.ui.roster.Spoken;
import org.sala.ui.roster.TurnedView;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** Walks through what comes before the first question, and turns the screen for it. */
final class OpeningFlow implements OpeningPart.Verbs {
  private final InterviewScreen.Doing doing;
  private final Here here;
  private final Work.Line line;
  private final Consumer<ScreeningPage> changed;
  private final Runnable leave;
  private final StackPane root = new StackPane();
  private final ScreeningPage page;
  private final Opening.Step step;
  private final RecordId id;
  private final InterviewHead head;
  private final OpeningPart part;
  private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper(false);
  private @Nullable TurnedView turned;
  private @Nullable ScreeningPage answered;

  /** What is shown, read on the lane. */
  record Known(
      ScreeningPage page,
      Opening.Step step,
      List<Interpreters.Interpreter> interpreters,
      List<Country.Point> statement,
      List<RestedConsents.One> separate,
      AskedBefore.Known before,
      String officer) {}

  /** Reads what the opening of a screening shows. */
  static Known known(InterviewScreen.Doing doing, ScreeningPage page) {
    return new Known(
        page,
        doing.restedConsents().next(page),
        doing.interpreters().all(),
        doing.countryRules().statement(page),
        doing.restedConsents().of(page),
        doing.askedBefore().beside(page),
        doing.officers().me());
  }

  /**
   * @param changed hears of the screening as it is after each step
   * @param leave goes away from it, once it was stopped
   */
  OpeningFlow(
      Known known,
      InterviewScreen.Doing doing,
      Clock clock,
      Here here,
      Work.Line line,
      Consumer<InterviewScreen.Verb> run,
      Consumer<ScreeningPage> changed,
      Runnable leave) {
    this.page = known.page();
    this.step = known.step();
    this.id = page.line().id();
    this.doing = doing;
    this.here = here;
    this.line = line;
    this.changed = changed;
    this.leave = leave;
    head = new InterviewHead(page, clock, here, run, false);
    part = new OpeningPart(known, here, this);
    VBox all = new VBox(head.node(), part.node());
    all.getStyleClass().addAll("page", "interview");
    all.setFocusTraversable(true);
    all.setAccessibleText(here.t("nav.screening"));
    root.getChildren().add(all);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  Node node() {
    return root;
  }

  /** Whether the screen is turned to the person. */
  ReadOnlyBooleanProperty over() {
    return over.getReadOnlyProperty();
  }

  void focus() {
    root.getChildren().getFirst().requestFocus();
  }

  void tick() {
    head.tick();
  }

  void goOn() {
    if (turned == null) {
      part.goOn();
    }
  }

  private void key(KeyEvent e) {
    TurnedView view = turned;
    if (view == null) {
      if (e.getCode() == KeyCode.F4) {
        part.turn();
        e.consume();
      } else if (!Digits.typing(root)) {
        Digits.of(e)
            .ifPresent(
                n -> {
                  Digits.answers(e, root);
                  part.digit(n);
                });
      }
      return;
    }
    view.press(e);
    e.consume();
  }

  private void turnBack() {
    root.getChildren().remove(turned);
    turned = null;
    over.set(false);
    focus();
    ScreeningPage now = answered;
    if (now != null) {
      changed.accept(now);
    }
  }

  /** What was pointed at is written; the page of it is shown once the screen is back. */
  private void answered(ScreeningPage now) {
    answered = now;
    if (turned == null) {
      changed.accept(now);
    }
  }

  @Override
  public void turn(Opening.About about, Openings.Through through) {
    boolean interpreter = about == Opening.About.INTERPRETER;
    String number = through.number().strip();
    boolean reviewed = Spoken.opening(page, here).reviewed();
    String words =
        reviewed
            ? page.catalogue()
                .orElseThrow()
                .country()
                .silent(interpreter ? Country.About.INTERPRETER : Country.About.OFFICER)
                .in(page.language())
            : "";
    TurnedView view =
        new TurnedView(
            interpreter ? TurnedView.About.INTERPRETER : TurnedView.About.OFFICER,
            interpreter ? number : "",
            words,
            here,
            code -> pointed(about, through, code),
            this::turnBack);
    turned = view;
    over.set(true);
    root.getChildren().add(view);
    view.requestFocus();
  }

  private void pointed(Opening.About about, Openings.Through through, String code) {
    Openings openings = doing.openings();
    line.act(
        () -> {
          if (about == Opening.About.OFFICER) {
            openings.pointed(id, about, openings.me(), code);
          } else {
            openings.through(id, through);
            // Without a number there is no interpreter whom the answer could be about.
            openings.pointed(id, about, through.number().strip(), code);
          }
          return doing.screenings().page(id);
        },
        now -> {
          part.saved();
          answered(now);
        });
  }

  @Override
  public void another(Openings.Through through) {
    line.act(
        () -> {
          doing.openings().through(id, through);
          return doing.screenings().page(id);
        },
        now -> {
          part.saved();
          changed.accept(now);
        });
  }

  /** Left as it stands; what was typed of an interpreter stays kept. */
  void left() {
    part.left();
  }

  @Override
  public void heard() {
    doing(() -> doing.openings().heard(id, page.language(), page.interpreter()));
  }

  @Override
  public void consent(String code, Consents.Answer answer) {
    line.act(
        () -> {
          doing.restedConsents().ask(page, code, answer, page.guardian());
          return doing.screenings().page(id);
        },
        changed);
  }

  @Override
  public void begin() {
    doing(() -> doing.restedConsents().done(page));
  }

  @Override
  public void stop() {
    Screenings.Stop why =
        switch (step) {
          case OTHER_OFFICER -> Screenings.Stop.OTHER_OFFICER;
          case CONSENTS -> Screenings.Stop.PERSON_WISHES;
          default -> Screenings.Stop.INTERPRETER;
        };
    line.act(
        () -> {
          doing.screenings().stop(id, "");
          return doing.screenings().stopped(id, why);
        },
        s -> leave.run());
  }

  private void doing(Callable<Saved> step) {
    line.act(
        () -> {
          step.call();
          return doing.screenings().page(id);
        },
        changed);
  }
}
