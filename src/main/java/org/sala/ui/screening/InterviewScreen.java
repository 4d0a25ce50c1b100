package org.sala.ui.screening;

import java.time.Clock;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Given;
import org.sala.casework.Saved;
import org.sala.casework.ScreeningPage;
import org.sala.casework.Screenings;
import org.sala.casework.Triages;
import org.sala.domain.RecordId;
import org.sala.form.Indicator;
import org.sala.ui.kit.Digits;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/**
 * The interview: one question, the person's own words, nothing else of the program. No score stands
 * on it, and break, cover and stop are one key away.
 */
public final class InterviewScreen implements Screen {
  /** Below this width the room's panel folds; what warns of danger stays. */
  private static final double NARROW = 1240;

  /** What this screen works with. */
  public record Doing(Screenings screenings, Triages triages, String officer) {}

  private final RecordId id;
  private final Doing doing;
  private final Clock clock;
  private final Here here;
  private final Work.Line line;
  private final StackPane root = new StackPane();
  private final VBox page = new VBox();
  private final Timeline minutes = new Timeline();
  private @Nullable InterviewModel model;
  private @Nullable AskPart ask;
  private @Nullable InterviewHead head;
  private Optional<Cover> cover = Optional.empty();

  public InterviewScreen(RecordId id, Doing doing, Clock clock, Here here) {
    this.id = id;
    this.doing = doing;
    this.clock = clock;
    this.here = here;
    this.line = here.work().line();
    page.getStyleClass().addAll("page", "interview");
    root.getChildren().add(page);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    page.widthProperty().addListener((o, was, is) -> show());
    minutes
        .getKeyFrames()
        .add(
            new KeyFrame(
                Duration.seconds(20),
                e -> {
                  if (head != null) {
                    head.tick();
                  }
                }));
    minutes.setCycleCount(Animation.INDEFINITE);
    line.ask(() -> doing.screenings().open(id), this::opened);
  }

  private void opened(ScreeningPage opened) {
    if (opened.catalogue().isEmpty() || opened.line().state() == Screenings.State.CLOSED) {
      here.navigator().go(new Place.Review(id));
      return;
    }
    model = new InterviewModel(opened);
    minutes.play();
    show();
    if (opened.line().state() == Screenings.State.PAUSED) {
      cover(Cover.Kind.BREAK);
    }
  }

  @Override
  public void refresh() {
    if (model != null) {
      line.ask(() -> doing.screenings().page(id), this::changed);
    }
  }

  private void changed(ScreeningPage now) {
    if (model != null) {
      model.show(now);
      show();
    }
  }

  private void show() {
    InterviewModel m = model;
    if (m == null) {
      return;
    }
    AskPart before = ask;
    Optional<String> typed = before == null ? Optional.empty() : before.unsaved(m.path());
    AskPart part = new AskPart(m, here, this::answer, this::goOn, this::back, this::review);
    if (before != null) {
      before.left();
    }
    typed.ifPresent(part::type);
    ask = part;
    head = new InterviewHead(m.page(), clock, here, this::run);
    RoomPart room = new RoomPart(m.page(), doing, here, line, this::refresh);
    boolean narrow = page.getWidth() > 0 && page.getWidth() < NARROW;
    VBox middle = new VBox(14);
    if (narrow) {
      room.alertLine().ifPresent(middle.getChildren()::add);
    }
    middle.getChildren().add(part.node());
    VBox.setVgrow(part.node(), Priority.ALWAYS);
    HBox.setHgrow(middle, Priority.ALWAYS);
    HBox body =
        new HBox(14, new SectionsPart(m, here, this::go, this::ask, this::hear).node(), middle);
    if (!narrow) {
      body.getChildren().add(room.node());
    }
    VBox.setVgrow(body, Priority.ALWAYS);
    boolean moved = before == null || !before.isAt(m.path());
    boolean chosen = before != null && before.choosing();
    page.getChildren().setAll(head.node(), body);
    if (moved || !chosen) {
      part.focus();
    } else {
      part.focusChoice();
    }
  }

  /** What the buttons at the top do; each has its key. */
  enum Verb {
    RIGHTS,
    BREAK,
    COVER,
    STOP
  }

  private void run(Verb verb) {
    switch (verb) {
      case RIGHTS -> line.act(() -> doing.screenings().rightsHeard(id), this::saved);
      case BREAK ->
          keepingWords(
              () ->
                  line.act(
                      () -> doing.screenings().pause(id),
                      s -> {
                        saved(s);
                        cover(Cover.Kind.BREAK);
                      }));
      case COVER -> cover(Cover.Kind.COVER);
      case STOP -> keepingWords(() -> StopDialog.ask(here, why -> stop(why)));
    }
  }

  private void stop(Screenings.Stop why) {
    line.act(
        () -> doing.screenings().stop(id, why), s -> here.navigator().go(new Place.Screenings()));
  }

  private void cover(Cover.Kind kind) {
    if (cover.isEmpty()) {
      Cover over = new Cover(kind, here, this::uncover);
      cover = Optional.of(over);
      page.setDisable(true);
      root.getChildren().add(over.node());
      over.node().requestFocus();
    }
  }

  private void uncover() {
    cover.ifPresent(
        c -> {
          root.getChildren().remove(c.node());
          page.setDisable(false);
          cover = Optional.empty();
          if (c.kind() == Cover.Kind.BREAK) {
            line.act(() -> doing.screenings().resume(id), this::saved);
          }
        });
  }

  private void saved(Saved s) {
    refresh();
  }

  private void go(org.sala.form.Section to) {
    keepingWords(
        () -> {
          if (model != null) {
            model.go(to);
            show();
          }
        });
  }

  /** Asks one question of this part, again or out of its turn. */
  private void ask(Indicator indicator) {
    keepingWords(
        () -> {
          if (model != null) {
            model.ask(indicator);
            show();
          }
        });
  }

  /** Ticking what was heard stores a yes, and how it came; taking the tick away takes it back. */
  private void hear(Indicator indicator, Given given) {
    if (model != null) {
      String path = model.page().catalogue().orElseThrow().path(indicator);
      line.act(() -> doing.screenings().answer(id, path, given), this::saved);
    }
  }

  private void answer(Given given) {
    if (model != null) {
      String path = model.path();
      AskPart part = ask;
      line.act(
          () -> doing.screenings().answer(id, path, given),
          s -> {
            if (part != null) {
              part.saved();
            }
            saved(s);
          });
    }
  }

  /** Saves what was typed, then goes on: nothing that a person said waits for a button. */
  private void keepingWords(Runnable then) {
    AskPart part = ask;
    InterviewModel m = model;
    Optional<Given> typed = part == null ? Optional.empty() : part.changed();
    if (m == null || part == null || typed.isEmpty()) {
      then.run();
      return;
    }
    String path = m.path();
    line.act(
        () -> {
          doing.screenings().answer(id, path, typed.get());
          return doing.screenings().page(id);
        },
        now -> {
          part.saved();
          m.show(now);
          then.run();
        });
  }

  @Override
  public void goOn() {
    keepingWords(
        () -> {
          InterviewModel m = model;
          if (m != null && !m.next()) {
            review();
          } else {
            show();
          }
        });
  }

  private void back() {
    keepingWords(
        () -> {
          if (model != null && model.back()) {
            show();
          }
        });
  }

  private void review() {
    keepingWords(
        () ->
            line.act(
                () -> doing.screenings().review(id),
                s -> here.navigator().go(new Place.Review(id))));
  }

  private void key(KeyEvent e) {
    if (cover.isPresent()) {
      if (cover.get().opensWith(e.getCode())) {
        uncover();
      }
      e.consume();
      return;
    }
    if (e.getCode() == KeyCode.LEFT && e.isAltDown()) {
      back();
      e.consume();
      return;
    }
    Verb verb =
        switch (e.getCode()) {
          case F8 -> Verb.BREAK;
          case F9 -> Verb.STOP;
          case F10 -> Verb.COVER;
          default -> null;
        };
    AskPart part = ask;
    if (verb != null) {
      run(verb);
      e.consume();
    } else if (part != null && !Digits.typing(root)) {
      Digits.of(e)
          .ifPresent(
              digit -> {
                part.choose(digit);
                e.consume();
              });
    }
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

  /** Leaving in any way, locking too, first saves what was typed. */
  @Override
  public void closed() {
    minutes.stop();
    AskPart part = ask;
    InterviewModel m = model;
    if (part != null && m != null) {
      String path = m.path();
      part.changed()
          .ifPresent(
              typed -> {
                line.act(() -> doing.screenings().answer(id, path, typed), s -> {});
                part.saved();
              });
    }
    line.close();
  }

  static String about(ScreeningPage page, Here here) {
    String sex =
        page.person().sex().isEmpty() ? "" : here.texts().code("sex", page.person().sex()) + " · ";
    String language =
        page.language().isEmpty() ? "" : " · " + here.texts().code("lang", page.language());
    String interpreter =
        page.interpreter().isEmpty()
            ? ""
            : " · " + here.t("screening.interpreter", page.interpreter());
    return sex + here.texts().code("age", page.ageGroup().code()) + language + interpreter;
  }
}
