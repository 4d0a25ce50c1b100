package org.sala.ui.forms;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.forms.FormPage;
import org.sala.casework.forms.Forms;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.paper.FormPapers;
import org.sala.casework.paper.HandOuts;
import org.sala.casework.station.Seen;
import org.sala.domain.RecordId;
import org.sala.form.Answer;
import org.sala.form.Question;
import org.sala.ui.kit.Digits;
import org.sala.ui.route.Covering;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/**
 * Any form, one question at a time and by keyboard alone. Each answer is saved as it is given; what
 * is being typed is kept within a second.
 */
public final class FormScreen implements Screen {
  private final RecordId id;
  private final Forms forms;
  private final Packages packages;
  private final Covering covering;
  private final Here here;
  private final Work.Line line;
  private final MoneyPart money;
  private final Freezing freezing;
  private final FormDialogs dialogs;
  private final VBox page = new VBox();
  private final VBox middle = new VBox(14);

  /** What is told of money stands apart, so that it changes without touching what is typed. */
  private final VBox moneyAbove = new VBox();

  private final OutlinePart outline;
  private Optional<RecordStates.Way> way = Optional.empty();
  private @Nullable FormModel model;
  private @Nullable QuestionCard card;

  /** What this screen works with. */
  public record Doing(
      Forms forms, Packages packages, HandOuts handOuts, FormPapers papers, Covering covering) {}

  public FormScreen(RecordId id, Doing doing, Clock clock, Here here) {
    this.id = id;
    this.forms = doing.forms();
    this.packages = doing.packages();
    this.covering = doing.covering();
    this.here = here;
    this.line = here.work().line();
    this.money = new MoneyPart(here, clock);
    this.freezing = new Freezing(id, doing, here, line, this::show);
    this.dialogs = new FormDialogs(doing, here);
    this.outline = new OutlinePart(here, path -> leaving(() -> go(path)));
    page.getStyleClass().addAll("page", "interview", "filling");
    page.setMinWidth(0);
    page.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    HBox.setHgrow(middle, Priority.ALWAYS);
    line.ask(() -> known(forms.open(id)), this::opened);
  }

  private record Known(FormPage page, Optional<RecordStates.Way> way) {}

  private Known known(FormPage now) {
    return new Known(now, Optional.ofNullable(packages.ways(List.of(id)).get(id)));
  }

  private void opened(Known opened) {
    model = new FormModel(opened.page());
    way = opened.way();
    show();
  }

  private void show() {
    FormModel m = model;
    if (m == null) {
      return;
    }
    if (card != null) {
      card.left();
      card = null;
    }
    Optional<Question> current = m.page().line().closed() ? Optional.empty() : m.current();
    middle.getChildren().clear();
    Optional<Node> request = freezing.node();
    if (request.isPresent()) {
      middle.getChildren().add(request.get());
    } else {
      showMoney(m.page());
      middle.getChildren().add(moneyAbove);
      current.ifPresentOrElse(q -> ask(m, q), () -> summary(m));
    }
    HBox body = new HBox(14);
    if (m.page().runs() && !m.page().line().closed()) {
      outline.show(m);
      body.getChildren().add(outline.node());
    }
    body.getChildren().add(middle);
    VBox.setVgrow(body, Priority.ALWAYS);
    page.getChildren().setAll(FormHead.of(m.page(), way, here, this::speak, this::leave), body);
    VBox.setVgrow(middle.getChildren().getLast(), Priority.ALWAYS);
    QuestionCard shown = card;
    if (shown != null) {
      shown.focus();
    }
  }

  private void showMoney(FormPage now) {
    moneyAbove.getChildren().clear();
    money
        .of(now, this::freeze, this::told, page.heightProperty())
        .ifPresent(moneyAbove.getChildren()::add);
    moneyAbove.setManaged(!moneyAbove.getChildren().isEmpty());
  }

  private void ask(FormModel m, Question q) {
    QuestionCard asked =
        new QuestionCard(
            m,
            q,
            here,
            new QuestionCard.Ways(this::say, this::takeBack, this::attach, this::back, this::goOn));
    card = asked;
    middle.getChildren().add(asked.node());
  }

  private void summary(FormModel m) {
    SummaryPart.Ways ways = new SummaryPart.Ways(this::go, this::back, this::close, this::print);
    middle.getChildren().add(new SummaryPart(m.page(), here, ways).node());
  }

  private void speak(String language) {
    leaving(() -> saving(() -> forms.language(id, language)));
  }

  /** Does something that is saved, and shows what stands then. */
  private void saving(Callable<?> act) {
    line.act(
        () -> {
          act.call();
          return forms.page(id);
        },
        this::arrived);
  }

  private record Done(Forms.Answered answered, FormPage page) {}

  private void say(Answer answer) {
    FormModel m = model;
    if (m != null && m.current().isPresent()) {
      String path = m.path();
      Seen seen = seen(m);
      line.act(
          () -> new Done(forms.answer(id, path, answer, seen), forms.page(id)),
          done -> answered(done, () -> onwards(path, answer)));
    }
  }

  /** One more of a group that repeats is gone into at once. */
  private void onwards(String path, Answer answer) {
    if (model != null && answer instanceof Answer.Times t) {
      model.into(path, t.count());
    }
    show();
  }

  private void answered(Done done, Runnable then) {
    QuestionCard asked = card;
    FormModel m = model;
    switch (done.answered()) {
      case Forms.Answered.Against against -> {
        if (asked != null) {
          asked.against(against.message());
        }
      }
      case Forms.Answered.Stands _ -> {
        if (asked != null) {
          asked.saved();
        }
        if (m != null) {
          m.show(done.page());
        }
        then.run();
      }
    }
  }

  private void takeBack() {
    FormModel m = model;
    if (m != null && m.page().at(m.path()).isPresent()) {
      String path = m.path();
      Seen seen = seen(m);
      saving(() -> forms.takeBack(id, path, seen));
    }
  }

  /** Returns how the question stood when the answer was begun that is on the screen. */
  private Seen seen(FormModel m) {
    QuestionCard asked = card;
    return asked == null ? m.page().seen() : asked.seen();
  }

  private void attach() {
    FormModel m = model;
    if (m != null && m.current().isPresent()) {
      dialogs.attach(m.page(), m.current().get(), this::refresh);
    }
  }

  private void told() {
    dialogs.told(who -> saving(() -> forms.told(id, who)));
  }

  /** Saves what was typed, then goes on; what cannot be read or is not let stand stays. */
  private void leaving(Runnable then) {
    QuestionCard asked = card;
    FormModel m = model;
    if (asked == null || m == null || asked.entered().isEmpty()) {
      then.run();
      return;
    }
    String path = m.path();
    Seen seen = asked.seen();
    switch (asked.entered().get()) {
      case Entry.Entered.Unread _ -> asked.unread();
      case Entry.Entered.Emptied _ ->
          line.act(
              () -> {
                forms.takeBack(id, path, seen);
                return forms.page(id);
              },
              now -> {
                asked.saved();
                m.show(now);
                then.run();
              });
      case Entry.Entered.Said said ->
          line.act(
              () -> new Done(forms.answer(id, path, said.answer(), seen), forms.page(id)),
              done -> answered(done, then));
    }
  }

  private void go(String path) {
    FormModel m = model;
    if (m != null) {
      m.go(path);
      show();
    }
  }

  private void back() {
    FormModel m = model;
    if (m != null) {
      leaving(
          () -> {
            m.back();
            show();
          });
    }
  }

  @Override
  public void goOn() {
    FormModel m = model;
    if (m == null) {
      return;
    }
    if (m.atEnd()) {
      close();
      return;
    }
    leaving(
        () -> {
          m.next();
          show();
        });
  }

  /** Closing is for good, so it is asked once in words. */
  private void close() {
    FormModel m = model;
    if (m == null || m.page().line().closed() || !m.page().problems().isEmpty()) {
      return;
    }
    dialogs.close(m.unanswered(), () -> saving(() -> forms.close(id)));
  }

  private void print() {
    FormModel m = model;
    if (m != null) {
      leaving(() -> dialogs.print(m.page().line()));
    }
  }

  private void freeze() {
    leaving(freezing::open);
  }

  /** Leaves it as it stands; it goes on where it was left. */
  private void leave() {
    FormModel m = model;
    if (m == null) {
      return;
    }
    Place to = new Place.OnePerson(m.page().line().person());
    if (m.page().line().closed()) {
      here.navigator().go(to);
      return;
    }
    leaving(
        () -> {
          String path = m.path();
          line.act(() -> forms.left(id, path), s -> here.navigator().go(to));
        });
  }

  /** What is being typed is not touched, unless its own answer changed. */
  private void arrived(FormPage now) {
    FormModel m = model;
    if (m == null) {
      return;
    }
    m.show(now);
    QuestionCard asked = card;
    Optional<Question> current = m.current();
    boolean same = asked != null && current.isPresent() && !asked.outdated(now, current.get());
    if (same) {
      outline.show(m);
      showMoney(now);
    } else {
      show();
    }
  }

  @Override
  public void refresh() {
    if (model != null) {
      line.ask(
          () -> known(forms.page(id)),
          now -> {
            way = now.way();
            arrived(now.page());
          });
    }
  }

  private void key(KeyEvent e) {
    QuestionCard asked = card;
    if (e.getCode() == KeyCode.LEFT && e.isAltDown()) {
      back();
      e.consume();
    } else if (freezing.key(e)) {
      e.consume();
    } else if (e.getCode() == KeyCode.P && e.isShortcutDown()) {
      print();
      e.consume();
    } else if (e.getCode() == KeyCode.F5 && page.lookup("#freeze") != null) {
      freeze();
      e.consume();
    } else if (asked != null) {
      Digits.at(page, e)
          .ifPresent(
              digit -> {
                if (asked.digit(digit)) {
                  Digits.answers(e, page);
                }
              });
    }
  }

  /** F10 covers everything where a number was chosen; F9 puts the form aside. */
  @Override
  public boolean urgent(KeyEvent pressed) {
    if (pressed.getCode() == KeyCode.F10 && covering.hasNumber()) {
      covering.cover(
          new Covering.Words(here.t("screening.cover.title"), here.t("screening.cover.below")),
          this::refresh);
      return true;
    }
    if (pressed.getCode() == KeyCode.F9 && model != null) {
      leave();
      return true;
    }
    return false;
  }

  /** The program around it is gone while a person sits opposite. */
  @Override
  public boolean alone() {
    return true;
  }

  @Override
  public Node node() {
    return page;
  }

  /** Leaving in any way, locking too, first saves what was typed and can be read, or emptied. */
  @Override
  public void closed() {
    FormModel m = model;
    QuestionCard asked = card;
    if (m != null && asked != null) {
      asked.entered().ifPresentOrElse(e -> closing(asked, e, m.path()), asked::left);
    }
    line.close();
  }

  private void closing(QuestionCard asked, Entry.Entered entered, String path) {
    Seen seen = asked.seen();
    switch (entered) {
      case Entry.Entered.Unread _ -> asked.left();
      case Entry.Entered.Emptied _ ->
          closing(
              asked,
              () -> {
                forms.takeBack(id, path, seen);
                return true;
              });
      case Entry.Entered.Said said ->
          closing(
              asked,
              () -> forms.answer(id, path, said.answer(), seen) instanceof Forms.Answered.Stands);
    }
  }

  /**
   * @param stands whether it is saved: what is not let stand stays a draft
   */
  private void closing(QuestionCard asked, Callable<Boolean> stands) {
    AtomicBoolean saved = new AtomicBoolean();
    line.act(
        () -> {
          saved.set(stands.call());
          return id;
        },
        s -> {});
    asked.saved(() -> !saved.get());
  }
}
