package org.sala.ui.screening;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.sala.casework.consent.Fears;
import org.sala.casework.paper.HandOuts;
import org.sala.casework.practice.Practice;
import org.sala.casework.screening.AskedBefore;
import org.sala.casework.screening.CountryRules;
import org.sala.casework.screening.Endings;
import org.sala.casework.screening.Interpreters;
import org.sala.casework.screening.Openings;
import org.sala.casework.screening.RestedConsents;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Opening;
import org.sala.casework.station.Saved;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.PeopleColumns;
import org.sala.ui.route.Covering;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/**
 * The interview: one question, the person's own words, nothing else of the program. No score stands
 * on it, and break, cover and stop are one key away.
 */
public final class InterviewScreen implements Screen {

  /** What this screen works with. */
  public record Doing(
      Screenings screenings,
      Openings openings,
      RestedConsents restedConsents,
      CountryRules countryRules,
      AskedBefore askedBefore,
      Endings endings,
      Interpreters interpreters,
      Triages triages,
      Fears fears,
      HandOuts handOuts,
      Practice practice,
      Officers officers,
      Covering covering) {}

  private final RecordId id;
  private final Doing doing;
  private final Clock clock;
  private final Here here;
  private final Work.Line line;
  private final StackPane root = new StackPane();
  private final Timeline minutes = new Timeline();
  private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper(false);
  private @Nullable ScreeningPage current;
  private @Nullable OpeningFlow opening;
  private @Nullable TalkPart talk;
  private @Nullable EndFlow end;

  public InterviewScreen(RecordId id, Doing doing, Clock clock, Here here) {
    this.id = id;
    this.doing = doing;
    this.clock = clock;
    this.here = here;
    this.line = here.work().line();
    minutes.getKeyFrames().add(new KeyFrame(Duration.seconds(20), e -> tick()));
    minutes.setCycleCount(Animation.INDEFINITE);
    line.ask(() -> doing.screenings().open(id), this::opened);
  }

  private void tick() {
    if (talk != null) {
      talk.tick();
    } else if (opening != null) {
      opening.tick();
    }
  }

  private void opened(ScreeningPage page) {
    talk = null;
    opening = null;
    end = null;
    current = page;
    if (page.catalogue().isEmpty() || page.line().state() == Screenings.State.CLOSED) {
      here.navigator().go(new Place.Review(id));
    } else if (!doing.covering().hasNumber()) {
      NumberPart number = new NumberPart(here, doing.covering(), () -> opened(page), this::leave);
      root.getChildren().setAll(number.node());
      number.focus();
    } else if (rests(page)) {
      rest(page);
    } else {
      line.ask(() -> OpeningFlow.known(doing, page), this::begun);
    }
  }

  /** Not a question before the person has found both all right and has heard what it is for. */
  private void begun(OpeningFlow.Known known) {
    minutes.play();
    if (known.step() == Opening.Step.DONE) {
      talk = new TalkPart(known, doing, clock, here, line, this::run, this::opened);
      over.bind(talk.over());
      root.getChildren().setAll(talk.node());
    } else {
      opening =
          new OpeningFlow(known, doing, clock, here, line, this::run, this::opened, this::leave);
      over.bind(opening.over());
      root.getChildren().setAll(opening.node());
      opening.focus();
    }
  }

  private static boolean rests(ScreeningPage page) {
    return page.line().state() == Screenings.State.PAUSED
        || page.line().state() == Screenings.State.STOPPED;
  }

  private void rest(ScreeningPage page) {
    minutes.stop();
    root.getChildren()
        .setAll(new RestPart(page, here, this::because, this::resume, this::leave).node());
  }

  @Override
  public void refresh() {
    if (talk != null) {
      talk.refresh();
    }
  }

  /** What the buttons at the top do; each has its key. */
  enum Verb {
    BREAK,
    COVER,
    STOP,
    /** Serious violence or trade in people: it stops for rights and a lawyer. */
    RIGHTS,
    REVIEW
  }

  private void run(Verb verb) {
    switch (verb) {
      case BREAK -> {
        cover("screening.break.title", here.t("screening.break.below"), this::resume);
        String place = place();
        keeping(() -> doing.screenings().pause(id, place));
      }
      case COVER -> cover("screening.cover.title", here.t("screening.cover.below"), this::refresh);
      case STOP -> stop();
      case RIGHTS -> rights();
      // Not a question: what was saved just now has the page asked for anew, and would drop it.
      case REVIEW -> line.act(() -> doing.screenings().page(id), this::ending);
    }
  }

  /** Blank first, then everything else: what was typed is saved behind the stop. */
  private void stop() {
    doing
        .covering()
        .cover(
            new Covering.Words(here.t("screening.stop.blank"), supportNow()),
            () -> line.act(() -> doing.screenings().page(id), this::opened));
    String place = place();
    keeping(() -> doing.screenings().stop(id, place));
  }

  /** Nothing more is asked before the person knows the rights and has a lawyer. */
  private void rights() {
    String place = place();
    here.dialogs()
        .ask(
            here.t("screening.serious.title"),
            Nodes.label(here.t("screening.serious.below")),
            here.t("screening.serious.verb"),
            () -> {
              keeping(
                  () -> {
                    doing.screenings().stop(id, place);
                    return doing.screenings().stopped(id, Screenings.Stop.RIGHTS);
                  });
              line.act(
                  () -> doing.screenings().page(id),
                  now -> {
                    if (rests(now)) {
                      opened(now);
                    }
                  });
              return true;
            });
  }

  /** What was told is read back while the person is still there. */
  private void ending(ScreeningPage page) {
    TalkPart part = talk;
    if (part == null) {
      return;
    }
    if (part.typed().isPresent()) {
      // Typed while the end was on its way.
      part.review();
      return;
    }
    talk = null;
    current = page;
    end = new EndFlow(page, doing, here, line, n -> root.getChildren().setAll(n), this::opened);
  }

  private String place() {
    return talk == null ? "" : talk.place();
  }

  private String supportNow() {
    return current == null ? here.t("screening.stop.nobody") : RestPart.support(current, here);
  }

  private void cover(String title, String below, Runnable opened) {
    doing.covering().cover(new Covering.Words(here.t(title), below), opened);
  }

  /**
   * Acts on the lane, so that they are done even when the screen is gone before they end. What was
   * typed comes second: a stop is written also where the words before it are refused.
   */
  private void keeping(Callable<Saved> first) {
    Unsaved typed = unsaved();
    line.act(first, s -> {});
    line.act(
        () -> {
          typed.save(id, doing);
          return id;
        },
        s -> typed.kept().accept(() -> false));
  }

  /**
   * What was typed and is not saved: words to a question, or what was said at the end.
   *
   * @param kept told when its saving was asked for, and whether that has failed
   */
  private record Unsaved(
      Optional<TalkPart.Typed> answer,
      Optional<EndFlow.Typed> said,
      Consumer<BooleanSupplier> kept) {
    void save(RecordId id, Doing doing) {
      answer.ifPresent(a -> a.save(id, doing));
      said.ifPresent(s -> doing.endings().keep(s.page(), s.said()));
    }

    boolean any() {
      return answer.isPresent() || said.isPresent();
    }

    @Override
    public String toString() {
      return "Unsaved";
    }
  }

  private Unsaved unsaved() {
    EndFlow last = end;
    if (last != null) {
      return new Unsaved(Optional.empty(), last.typed(), last::kept);
    }
    TalkPart part = talk;
    Optional<TalkPart.Typed> typed = part == null ? Optional.empty() : part.typed();
    return part == null || typed.isEmpty()
        ? new Unsaved(Optional.empty(), Optional.empty(), failed -> {})
        : new Unsaved(typed, Optional.empty(), part::kept);
  }

  private void resume() {
    line.act(
        () -> {
          doing.screenings().resume(id);
          return doing.screenings().page(id);
        },
        now -> {
          if (talk == null) {
            opened(now);
          } else {
            talk.show(now);
          }
        });
  }

  private void because(Screenings.Stop why) {
    line.act(() -> doing.screenings().stopped(id, why), s -> leave());
  }

  private void leave() {
    here.navigator().go(new Place.Screenings());
  }

  @Override
  public void goOn() {
    if (end != null) {
      end.finish();
    } else if (talk != null) {
      talk.goOn();
    } else if (opening != null) {
      opening.goOn();
    } else if (current != null && current.line().state() == Screenings.State.STOPPED) {
      leave();
    } else if (current != null && rests(current)) {
      resume();
    }
  }

  @Override
  public boolean urgent(KeyEvent pressed) {
    Verb verb =
        switch (pressed.getCode()) {
          case F8 -> Verb.BREAK;
          case F9 -> Verb.STOP;
          case F10 -> Verb.COVER;
          default -> null;
        };
    if (pressed.getCode() == KeyCode.F3 && end != null) {
      end.card();
      return true;
    }
    if (verb == null || talk == null && opening == null && end == null) {
      return false;
    }
    run(verb);
    return true;
  }

  /** The program around it is gone while a person speaks. */
  @Override
  public boolean alone() {
    return true;
  }

  /** What is turned to the person shows nothing of the program. */
  @Override
  public ObservableValue<Boolean> bare() {
    return over.getReadOnlyProperty();
  }

  @Override
  public Node node() {
    return root;
  }

  /** Leaving in any way, locking too, first saves what was typed and where it goes on. */
  @Override
  public void closed() {
    minutes.stop();
    Unsaved typed = unsaved();
    Optional<String> left = talk == null ? Optional.empty() : talk.left();
    if (typed.any() || left.isPresent()) {
      Work.Gesture saving =
          here.work()
              .gesture(
                  () ->
                      line.act(
                          () -> {
                            typed.save(id, doing);
                            left.ifPresent(place -> doing.screenings().left(id, place));
                            return id;
                          },
                          s -> {}));
      typed.kept().accept(saving::failed);
    }
    if (end != null) {
      end.left();
    }
    if (opening != null) {
      opening.left();
    }
    line.close();
  }

  static String about(ScreeningPage page, Here here) {
    String sex =
        page.person().sex().isEmpty() ? "" : here.texts().code("sex", page.person().sex()) + " · ";
    String language = page.language().isEmpty() ? "" : " · " + language(page, here);
    boolean accepted =
        page.opening()
            .last(Opening.About.INTERPRETER, page.interpreter())
            .filter("yes"::equals)
            .isPresent();
    String interpreter =
        page.interpreter().isEmpty()
            ? ""
            : " · "
                + here.t(
                    accepted ? "screening.interpreter.accepted" : "screening.interpreter",
                    page.interpreter());
    return sex + here.texts().code("age", page.ageGroup().code()) + language + interpreter;
  }

  /** The language of the interview; where the person's own is another one, both. */
  private static String language(ScreeningPage page, Here here) {
    String spoken = here.texts().code("lang", page.language());
    return PeopleColumns.speaks(page.person(), page.language())
        ? spoken
        : here.t("screening.speaks", PeopleColumns.languages(page.person(), here.texts()), spoken);
  }
}
