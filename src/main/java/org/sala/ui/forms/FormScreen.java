package org.sala.ui.forms;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.FormPage;
import org.sala.casework.Forms;
import org.sala.casework.FreezeRequest;
import org.sala.domain.RecordId;
import org.sala.form.Answer;
import org.sala.form.Question;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Digits;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.FormTable;
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
  private final Covering covering;
  private final Here here;
  private final Work.Line line;
  private final MoneyPart money;
  private final VBox page = new VBox();
  private final VBox middle = new VBox(14);

  /** What is told of money stands apart, so that it changes without touching what is typed. */
  private final VBox moneyAbove = new VBox();

  private final OutlinePart outline;
  private @Nullable FormModel model;
  private @Nullable QuestionCard card;
  private @Nullable FreezeRequest freezing;

  public FormScreen(RecordId id, Forms forms, Covering covering, Clock clock, Here here) {
    this.id = id;
    this.forms = forms;
    this.covering = covering;
    this.here = here;
    this.line = here.work().line();
    this.money = new MoneyPart(here, clock);
    this.outline = new OutlinePart(here, path -> leaving(() -> go(path)));
    page.getStyleClass().addAll("page", "interview", "filling");
    page.setMinWidth(0);
    page.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    HBox.setHgrow(middle, Priority.ALWAYS);
    line.ask(() -> forms.open(id), this::opened);
  }

  private void opened(FormPage opened) {
    FormModel m = new FormModel(opened);
    if (opened.line().closed() || !opened.runs()) {
      m.toEnd();
    }
    model = m;
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
    FreezeRequest request = freezing;
    if (request != null) {
      middle.getChildren().add(grown(new FreezePart(request, here, this::unfreeze).node()));
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
    page.getChildren().setAll(head(m.page()), body);
    QuestionCard shown = card;
    if (shown != null) {
      shown.focus();
    }
  }

  private void showMoney(FormPage now) {
    moneyAbove.getChildren().clear();
    money.of(now, this::freeze, this::tell).ifPresent(moneyAbove.getChildren()::add);
    moneyAbove.setManaged(!moneyAbove.getChildren().isEmpty());
  }

  private static Node grown(Node node) {
    VBox.setVgrow(node, Priority.ALWAYS);
    return node;
  }

  private void ask(FormModel m, Question q) {
    QuestionCard asked =
        new QuestionCard(
            m,
            q,
            here,
            new QuestionCard.Ways(this::say, this::takeBack, this::attach, this::back, this::goOn));
    card = asked;
    middle.getChildren().add(grown(asked.node()));
  }

  private void summary(FormModel m) {
    middle
        .getChildren()
        .add(
            grown(
                new SummaryPart(
                        m.page(), here, new SummaryPart.Ways(this::go, this::back, this::close))
                    .node()));
  }

  private Node head(FormPage p) {
    HBox head =
        Nodes.header(
            p.person().wristband(),
            FormTable.title(p.line(), here),
            p.protectedAnswers() ? here.t("forms.protected") : "");
    if (p.languages().size() > 1 && !p.line().closed()) {
      List<String> languages =
          p.languages().contains(p.language())
              ? p.languages()
              : java.util.stream.Stream.concat(
                      java.util.stream.Stream.of(p.language()), p.languages().stream())
                  .toList();
      Choice language = new Choice(languages, c -> here.texts().code("lang", c));
      language.setId("form-language");
      language.setAccessibleText(here.t("screening.language"));
      language.setValue(p.language());
      language.valueProperty().addListener((o, was, is) -> speak(is));
      head.getChildren().add(language);
    }
    var leave = Nodes.button(here.t(p.line().closed() ? "back" : "forms.leave"), "F9", this::leave);
    leave.setId("leave-form");
    head.getChildren().add(leave);
    return head;
  }

  private void speak(String language) {
    leaving(() -> saving(() -> forms.language(id, language)));
  }

  /** Does something that is saved, and shows what stands then. */
  private void saving(java.util.concurrent.Callable<?> act) {
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
      line.act(
          () -> new Done(forms.answer(id, path, answer), forms.page(id)),
          done -> answered(done, () -> onwards(path, answer)));
    }
  }

  /** One more of a group that repeats is gone into at once. */
  private void onwards(String path, Answer answer) {
    FormModel m = model;
    if (m != null && answer instanceof Answer.Times t) {
      String into = path + "[" + t.count() + "]";
      m.questions().stream()
          .map(Question::path)
          .filter(p -> p.startsWith(into))
          .findFirst()
          .ifPresent(m::go);
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
      saving(() -> forms.takeBack(id, path));
    }
  }

  /** Takes a file into the vault as an exhibit of the case; the answer names it. */
  private void attach() {
    FormModel m = model;
    if (m == null || m.page().caseId().isEmpty() || m.current().isEmpty()) {
      return;
    }
    Optional<Path> file = here.dialogs().openFile(here.t("forms.attach"));
    if (file.isPresent()) {
      String path = m.path();
      String title = m.current().get().text().in(here.texts().language());
      here.work()
          .longWork()
          .start(
              here.t("exhibit.taking", title),
              progress -> forms.attach(id, path, title, file.get(), progress),
              done -> {
                if (done.isEmpty()) {
                  here.dialogs().tell(here.t("forms.attach"), here.t("forms.attach.failed"));
                }
                refresh();
              });
    }
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
    switch (asked.entered().get()) {
      case Entry.Entered.Unread _ -> asked.unread();
      case Entry.Entered.Emptied _ ->
          line.act(
              () -> {
                forms.takeBack(id, path);
                return forms.page(id);
              },
              now -> {
                asked.saved();
                m.show(now);
                then.run();
              });
      case Entry.Entered.Said said ->
          line.act(
              () -> new Done(forms.answer(id, path, said.answer()), forms.page(id)),
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
    leaving(
        () -> {
          FormModel m = model;
          if (m != null) {
            m.back();
            show();
          }
        });
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
    here.dialogs()
        .ask(
            here.t("forms.close"),
            Nodes.label(here.t("forms.close.below")),
            here.t("forms.close"),
            () -> {
              saving(() -> forms.close(id));
              return true;
            });
  }

  private void freeze() {
    leaving(
        () ->
            line.act(
                () -> forms.freeze(forms.page(id)),
                request -> {
                  freezing = request;
                  show();
                }));
  }

  private void unfreeze() {
    freezing = null;
    show();
  }

  private void tell() {
    Form form = new Form();
    TextField who = form.add(here.t("today.told"), new TextField());
    who.setId("told");
    here.dialogs()
        .ask(
            here.t("money.tell"),
            form,
            here.t("save"),
            () -> {
              if (who.getText().isBlank()) {
                here.dialogs().notice(here.t("today.told.needed"));
                return false;
              }
              String written = who.getText();
              saving(() -> forms.told(id, written));
              return true;
            });
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
      line.ask(() -> forms.page(id), this::arrived);
    }
  }

  private void key(KeyEvent e) {
    QuestionCard asked = card;
    if (e.getCode() == KeyCode.LEFT && e.isAltDown()) {
      back();
      e.consume();
    } else if (e.getCode() == KeyCode.ESCAPE && freezing != null) {
      unfreeze();
      e.consume();
    } else if (e.getCode() == KeyCode.F5 && page.lookup("#freeze") != null) {
      freeze();
      e.consume();
    } else if (asked != null && !Digits.typing(page)) {
      Digits.of(e)
          .ifPresent(
              digit -> {
                if (asked.digit(digit)) {
                  e.consume();
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

  /** Leaving in any way, locking too, first saves what was typed and can be read. */
  @Override
  public void closed() {
    FormModel m = model;
    QuestionCard asked = card;
    if (m != null && asked != null) {
      if (asked.entered().orElse(null) instanceof Entry.Entered.Said said) {
        String path = m.path();
        line.act(() -> forms.answer(id, path, said.answer()), s -> {});
      }
      asked.left();
    }
    line.close();
  }
}
