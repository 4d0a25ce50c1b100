package org.sala.ui.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.joining.Choice;
import org.sala.casework.joining.Disagreement;
import org.sala.casework.joining.Disagreements;
import org.sala.casework.joining.Question;
import org.sala.casework.joining.Questions;
import org.sala.casework.joining.Reopening;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.receipt.ForStations;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Drafting;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.transit.Carrying;
import org.sala.ui.transit.SendWaiting;
import org.sala.ui.work.Work;

/** Two versions of one record: what each rests on, what to keep, and why. One after the other. */
public final class DecidingScreen implements Screen {
  /** What this screen works with. */
  public record Doing(
      Disagreements disagreements,
      Reopening reopening,
      ForStations waiting,
      Packages packages,
      Questions questions) {}

  private final Doing doing;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private final StackPane slot = new StackPane();
  private final Carrying carrying;
  private final TextArea reason = new TextArea();
  private final Button record;
  private final List<PointRow> rows = new ArrayList<>();
  private final AskedCard asked;
  private final SendWaiting owed;
  private final Button back;
  private Optional<RecordId> at;

  /** Where the screen goes on when what is shown is decided whole. */
  private Optional<RecordId> following = Optional.empty();

  private List<RecordId> queue = List.of();
  private @Nullable Disagreement shown;
  private Drafting.@Nullable Typing typing;

  /**
   * @param first the record to begin with; else the first that waits
   */
  public DecidingScreen(Optional<RecordId> first, Doing doing, Here here) {
    this.at = first;
    this.doing = doing;
    this.here = here;
    this.line = here.work().line();
    this.asked = new AskedCard(doing.questions(), here, line, this::refresh);
    TakeBackForm takeBack = new TakeBackForm(doing.reopening(), here, line, this::refresh);
    this.back = Nodes.button(here.t("takeback.title"), "", takeBack::open, "plain");
    back.setId("take-back");
    back.managedProperty().bind(back.visibleProperty());
    this.carrying = new Carrying(doing.packages(), here, line, slot, this::refresh);
    this.owed = new SendWaiting(doing.waiting(), here, line, carrying);
    this.record = Nodes.button(here.t("deciding.record"), "Ctrl Enter", this::goOn, "primary");
    record.setId("record-decision");
    reason.setId("deciding-reason");
    reason.setAccessibleText(here.t("deciding.reason"));
    reason.setWrapText(true);
    reason.setPrefRowCount(2);
    reason.setPromptText(here.t("deciding.reason.prompt"));
    reason.textProperty().addListener((o, was, is) -> ready());
    slot.managedProperty().bind(Bindings.isNotEmpty(slot.getChildren()));
    page.getStyleClass().add("page");
    refresh();
  }

  private record Known(
      List<RecordId> queue,
      Optional<Disagreement> now,
      int owed,
      boolean made,
      List<Question> questions) {}

  @Override
  public void refresh() {
    Optional<RecordId> wanted = at;
    Optional<RecordId> then = following;
    line.ask(
        () -> {
          List<RecordId> queue = doing.disagreements().open();
          Optional<RecordId> next =
              wanted
                  .filter(queue::contains)
                  .or(() -> then.filter(queue::contains))
                  .or(() -> queue.stream().findFirst());
          return new Known(
              queue,
              next.flatMap(doing.disagreements()::of),
              doing.waiting().waiting().size(),
              !doing.reopening().made(1).isEmpty(),
              next.map(doing.questions()::about).orElse(List.of()));
        },
        this::show);
  }

  private void show(Known known) {
    boolean same = shown != null && known.now().filter(d -> d.equals(shown)).isPresent();
    queue = known.queue();
    owed.show(known.owed());
    back.setVisible(known.made());
    asked.show(known.now(), known.questions());
    if (known.now().isEmpty()) {
      leave();
      page.getChildren()
          .setAll(header(here.t("deciding.title"), "", owed.node(), back), slot, nothing());
      return;
    }
    Disagreement d = known.now().get();
    if (!same) {
      leave();
      at = Optional.of(d.record());
      shown = d;
      body(d);
    }
  }

  /** A row of its own: with the other verbs it is wider than a small window. */
  private Node sending() {
    HBox row = Nodes.row(Nodes.spring(), owed.node());
    row.managedProperty().bind(owed.node().managedProperty());
    return row;
  }

  private Node nothing() {
    VBox card = Nodes.card(Nodes.empty(here.t("deciding.none"), here.t("deciding.none.next")));
    VBox.setVgrow(card, Priority.ALWAYS);
    return card;
  }

  private Node header(String title, String below, Node... right) {
    return Nodes.header(here.t("deciding.crumb"), title, below, right);
  }

  /** Where this is, and what holds until somebody has decided: always in sight. */
  private HBox above(Disagreement d) {
    HBox above = Nodes.row(Nodes.label(here.t("deciding.crumb"), "muted"));
    if (d.possiblyChild()) {
      above.getChildren().add(new Badge(Badge.Kind.WARNING, here.t("deciding.child")));
    }
    return above;
  }

  private void body(Disagreement d) {
    rows.clear();
    d.points().forEach(p -> rows.add(new PointRow(p, here, this::ready)));
    List<Node> right = new ArrayList<>();
    if (queue.size() > 1) {
      right.add(
          new Badge(
              Badge.Kind.INFO, here.t("deciding.of", queue.indexOf(d.record()) + 1, queue.size())));
      Button later = Nodes.button(here.t("deciding.later"), "", this::later);
      later.setId("deciding-later");
      right.add(later);
    }
    d.person()
        .ifPresent(
            p ->
                right.add(
                    Nodes.button(
                        here.t("deciding.person"),
                        "",
                        () -> here.navigator().go(new Place.OnePerson(p)))));
    Button all =
        Nodes.button(here.t("deciding.all"), "", () -> here.navigator().go(new Place.Deciding()));
    all.setId("deciding-all");
    right.add(all);
    right.add(record);
    String title =
        here.t(
            "deciding.record.title",
            d.number(),
            here.texts().code("kind", d.kind()),
            d.points().size());
    Node rule = rule(d);
    VBox points =
        new VBox(14, Nodes.card(new PointTable(d, rows, here).node()), rule, asked.node());
    var scroll = new javafx.scene.control.ScrollPane(points);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    // The reason is asked of everybody: it is never out of sight, however low the window is.
    VBox body = new VBox(14, scroll, why());
    VBox.setVgrow(body, Priority.ALWAYS);
    body.addEventFilter(KeyEvent.KEY_PRESSED, this::onward);
    page.getChildren()
        .setAll(
            Nodes.header(above(d), title, here.t("deciding.below"), right.toArray(new Node[0])),
            sending(),
            slot,
            body);
    reason.clear();
    typing = here.drafts().keep("deciding " + d.record(), new ControlFields(body), r -> {});
    ready();
    begin();
  }

  /** What is chosen comes before why: the keyboard begins at the first version. */
  private void begin() {
    Scene scene = page.getScene();
    boolean dialog = scene != null && scene.getRoot().lookup(".dialog-box") != null;
    if (scene == null || scene.getWindow() == null || dialog || rows.isEmpty()) {
      return;
    }
    // What scrolls holds its content only once it has its look.
    page.applyCss();
    rows.getFirst().focus();
  }

  /** After the last choice comes why, although what can be done instead stands between them. */
  private void onward(KeyEvent key) {
    Node focused = page.getScene().getFocusOwner();
    if (key.getCode() == KeyCode.TAB && !key.isShiftDown() && rows.getLast().ends(focused)) {
      reason.requestFocus();
      key.consume();
    }
  }

  private Node why() {
    VBox card = Nodes.card(Nodes.label(here.t("deciding.reason"), "strong"), reason);
    card.setMinHeight(VBox.USE_PREF_SIZE);
    return card;
  }

  private Node rule(Disagreement d) {
    VBox card = Nodes.card(Nodes.label(here.t("deciding.rule"), "muted"));
    if (d.hidden()) {
      card.getChildren().add(Nodes.label(here.t("deciding.hidden"), "warning"));
    }
    if (rows.stream().anyMatch(PointRow::byTwo)) {
      card.getChildren().add(Nodes.label(here.t("deciding.two.rule"), "muted"));
    }
    card.getChildren().add(back);
    return card;
  }

  private Map<String, Choice> choices() {
    Map<String, Choice> choices = new LinkedHashMap<>();
    rows.forEach(r -> r.choice().ifPresent(c -> choices.put(r.key(), c)));
    return choices;
  }

  private void ready() {
    record.setDisable(choices().isEmpty() || reason.getText().isBlank());
  }

  private void later() {
    if (!queue.isEmpty()) {
      at = behind();
      refresh();
    }
  }

  /** The one behind what is shown; behind the last comes the first. */
  private Optional<RecordId> behind() {
    int now = at.map(queue::indexOf).orElse(-1);
    return queue.isEmpty() ? Optional.empty() : Optional.of(queue.get((now + 1) % queue.size()));
  }

  /** Records what was chosen; the next one opens by itself. */
  @Override
  public void goOn() {
    Map<String, Choice> choices = choices();
    if (record.isDisabled() || shown == null) {
      here.dialogs().notice(here.t("deciding.needed"));
      return;
    }
    Disagreement d = shown;
    String why = reason.getText();
    if (d.byTwo(choices.keySet())) {
      second(d, choices, why);
      return;
    }
    line.act(
        () -> {
          doing.disagreements().decide(d, choices, why);
          return d;
        },
        done -> decided());
  }

  private void second(Disagreement d, Map<String, Choice> choices, String why) {
    SecondSigns second = new SecondSigns(here, line, "deciding");
    // Nobody signs what was not read: the dialog covers what was chosen.
    Label read =
        Nodes.label(
            rows.stream()
                .filter(r -> r.choice().isPresent())
                .map(PointRow::words)
                .collect(Collectors.joining("\n")));
    read.setId("deciding-read");
    second.form().show(here.t("deciding.versions"), read);
    second.form().show(here.t("reason"), why);
    second.ask(
        here.t("deciding.two"),
        here.t("deciding.two.ask"),
        () ->
            Optional.of(
                (who, secret) -> doing.disagreements().decideByTwo(d, choices, why, who, secret)),
        this::decided);
  }

  private void decided() {
    if (typing != null) {
      typing.over();
      typing = null;
    }
    reason.clear();
    // The one behind it, and not whichever stands first: nobody loses their place in the line.
    following = behind();
    shown = null;
    here.dialogs().notice(here.t("deciding.done"));
    refresh();
  }

  private void leave() {
    if (typing != null) {
      typing.left();
      typing = null;
    }
    shown = null;
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void closed() {
    leave();
    line.close();
  }
}
