package org.sala.ui.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.joining.Candidate;
import org.sala.casework.joining.Candidates;
import org.sala.casework.joining.Questions;
import org.sala.casework.joining.SamePeople;
import org.sala.casework.joining.TooManyLinks;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.kit.Tabs;
import org.sala.ui.roster.AskForm;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/** Records that may be one person's: the list, both beside each other, and what is said of them. */
public final class SamePersonScreen implements Screen {
  /** What this screen works with. */
  public record Doing(
      Candidates candidates,
      SamePeople samePeople,
      TooManyLinks tooMany,
      People people,
      Questions questions) {}

  private static final int MOST = 200;

  /** Two lines of smaller letters. */
  private static final double TWO_SMALL = 34;

  private final Optional<RecordId> person;
  private final Doing doing;
  private final Here here;
  private final Work.Line line;
  private final Work.Line looks;
  private final SayForms forms;
  private final VBox page = new VBox();
  private final VBox many = new VBox();
  private final StackPane beside = new StackPane();
  private final Table<Item> table;
  private final Tabs tabs;
  private final Button same;
  private final Button different;
  private final Button later;
  private final Button back;
  private final Button ask;
  private boolean deciding = true;
  private List<Item> candidates = List.of();
  private List<Item> said = List.of();
  private Candidate.@Nullable Beside shown;
  private Optional<Item> wanted = Optional.empty();

  /** Whom somebody compares by number; it stands through whatever comes meanwhile. */
  private Optional<RecordId> compared = Optional.empty();

  /** One line of the list: two records, and what is said of them below. */
  private record Item(
      Candidate.Side one, Candidate.Side other, String below, Badge.Kind kind, String mark) {
    boolean isSame(Item i) {
      return one.id().equals(i.one.id()) && other.id().equals(i.other.id());
    }
  }

  /**
   * @param person whose records these may be; empty for all
   */
  public SamePersonScreen(Optional<RecordId> person, Doing doing, Here here) {
    this.person = person;
    this.doing = doing;
    this.here = here;
    this.line = here.work().line();
    this.looks = here.work().line();
    this.forms = new SayForms(doing.samePeople(), here, line, this::saidOne);
    // No answer is the one that the screen would rather have.
    this.same = Nodes.button(here.t("same.yes"), "Ctrl Enter", this::goOn);
    this.different = Nodes.button(here.t("same.no"), "", () -> with(forms::different));
    this.later = Nodes.button(here.t("same.later"), "", this::later);
    this.back = Nodes.button(here.t("same.back"), "", () -> with(forms::takeBack));
    this.ask = Nodes.button(here.t("ask.field"), "", () -> with(this::ask));
    ask.setId("ask-field");
    same.setId("same-yes");
    different.setId("same-no");
    later.setId("same-later");
    back.setId("same-back");
    this.table = new Table<Item>(Nodes.label("")).nodes(here.t("same.list"), 300, this::row);
    table.setId("same-list");
    table.roomyBelow(Double.MAX_VALUE);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, is) -> Optional.ofNullable(is).ifPresent(this::choose));
    this.tabs = new Tabs(this::tab);
    tabs.add("waiting", here.t("same.waiting", 0));
    tabs.add("said", here.t("same.said", 0));
    page.getStyleClass().add("page");
    build();
    tabs.choose("waiting");
    refresh();
  }

  private void build() {
    List<Node> right = new ArrayList<>();
    person.ifPresent(
        p -> {
          right.add(
              Nodes.button(
                  here.t("deciding.person"),
                  "",
                  () -> here.navigator().go(new Place.OnePerson(p))));
          Button other = Nodes.button(here.t("same.other"), "Ctrl N", this::add);
          other.setId("same-other");
          right.add(other);
        });
    VBox list = Nodes.card(tabs, table);
    VBox.setVgrow(table, Priority.ALWAYS);
    list.setPrefWidth(330);
    list.setMinWidth(270);
    ScrollPane scroll = new ScrollPane(beside);
    scroll.setFitToWidth(true);
    VBox side = new VBox(10, verbs(), scroll);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    HBox.setHgrow(side, Priority.ALWAYS);
    // With nothing to compare the list has all the room, and what it says stands in the middle.
    side.visibleProperty().bind(Bindings.isNotEmpty(beside.getChildren()));
    side.managedProperty().bind(side.visibleProperty());
    side.visibleProperty()
        .addListener((o, was, is) -> HBox.setHgrow(list, is ? null : Priority.ALWAYS));
    HBox.setHgrow(list, Priority.ALWAYS);
    HBox body = new HBox(14, list, side);
    VBox.setVgrow(body, Priority.ALWAYS);
    page.getChildren()
        .setAll(
            Nodes.header(
                here.t("same.crumb"),
                here.t("same.title"),
                here.t("same.below"),
                right.toArray(new Node[0])),
            many,
            body);
  }

  private Node verbs() {
    for (Button b : List.of(same, different, later, back, ask)) {
      b.managedProperty().bind(b.visibleProperty());
    }
    return Nodes.row(later, ask, different, back, same);
  }

  private record Known(
      List<Candidate> candidates, List<Candidate.Said> said, List<TooManyLinks.By> tooMany) {}

  @Override
  public void refresh() {
    line.ask(
        () ->
            new Known(
                person
                    .map(p -> doing.candidates().near(p, MOST))
                    .orElseGet(() -> doing.candidates().all(MOST)),
                person.map(doing.samePeople()::said).orElseGet(doing.samePeople()::said),
                person.map(doing.tooMany()::by).orElse(List.of())),
        this::show);
  }

  private void show(Known k) {
    many.getChildren().clear();
    if (!k.tooMany().isEmpty()) {
      ManyCard card = new ManyCard(doing.tooMany(), here, line, this::saidOne);
      person.ifPresent(p -> many.getChildren().add(card.of(p, k.tooMany())));
    }
    candidates = k.candidates().stream().map(this::item).toList();
    said = k.said().stream().map(this::item).toList();
    tabs.rename("waiting", here.t("same.waiting", candidates.size()));
    tabs.rename("said", here.t("same.said", said.size()));
    fill();
  }

  private Item item(Candidate c) {
    return new Item(
        c.one(),
        c.other(),
        c.contested() ? here.t("same.contested") : SideWords.reasons(c.likeness(), here.texts()),
        c.contested() ? Badge.Kind.WARNING : Badge.Kind.INFO,
        SideWords.signed(c.likeness().score()));
  }

  private Item item(Candidate.Said s) {
    String who = s.officer().isEmpty() ? here.t("deciding.nonumber") : s.officer();
    return new Item(
        s.one(),
        s.other(),
        here.t("same.said.by", who, here.texts().date(s.at()), s.reason().orElse("")),
        s.same() ? Badge.Kind.OK : Badge.Kind.NEUTRAL,
        here.t(s.same() ? "same.is" : "same.isnot"));
  }

  /** A list that only gets shorter tells nobody that it was written down. */
  private void saidOne() {
    here.dialogs().notice(here.t("same.done"));
    refresh();
  }

  private void tab(String key) {
    deciding = key.equals("waiting");
    compared = Optional.empty();
    fill();
  }

  /** The list anew; what was looked at stays chosen where it still stands there. */
  private void fill() {
    Optional<Item> before =
        wanted.or(() -> Optional.ofNullable(table.getSelectionModel().getSelectedItem()));
    wanted = Optional.empty();
    List<Item> items = deciding ? candidates : said;
    table.setPlaceholder(
        deciding
            ? Nodes.empty(here.t("same.none"), here.t("same.none.next"))
            : Nodes.empty(here.t("same.said.none"), here.t("same.said.none.next")));
    table.getItems().setAll(items);
    if (compared.isPresent() && person.isPresent()) {
      beside(person.get(), compared.get());
      return;
    }
    Optional<Item> again = before.flatMap(b -> items.stream().filter(b::isSame).findFirst());
    again
        .or(() -> items.stream().findFirst())
        .ifPresentOrElse(table.getSelectionModel()::select, this::nothing);
  }

  private void nothing() {
    shown = null;
    beside.getChildren().clear();
    fit();
  }

  private Node row(Item i) {
    Label below = Nodes.label(i.below(), "muted", "small");
    // A cell gives its content one line's height; two lines have to be asked for.
    below.setMinHeight(TWO_SMALL);
    VBox words =
        new VBox(
            1,
            Nodes.row(
                Nodes.line(SideWords.both(i.one(), i.other(), here.texts()), "mono"),
                Nodes.spring(),
                new Badge(i.kind(), i.mark())),
            below);
    words.setMinWidth(0);
    return words;
  }

  private void choose(Item i) {
    compared = Optional.empty();
    look(i);
  }

  private void look(Item i) {
    beside(i.one().id(), i.other().id());
  }

  private void lookedAt(Optional<Candidate.Beside> found) {
    if (found.isEmpty()) {
      here.dialogs().notice(here.t("same.unknown"));
      nothing();
      return;
    }
    shown = found.get();
    VBox all = new VBox(12);
    shown.said().forEach(s -> all.getChildren().add(Nodes.card(word(s))));
    if (!shown.chain().isEmpty()) {
      VBox chain = Nodes.card(Nodes.label(here.t("same.chain")));
      chain.setId("same-chain");
      for (Candidate.Said s : shown.chain()) {
        chain
            .getChildren()
            .add(Nodes.label(SideWords.both(s.one(), s.other(), here.texts()), "mono"));
        chain.getChildren().add(word(s));
      }
      all.getChildren().add(chain);
    }
    all.getChildren().add(BesidePart.of(shown, here));
    beside.getChildren().setAll(all);
    fit();
  }

  private Node word(Candidate.Said s) {
    Item words = item(s);
    return Nodes.row(new Badge(words.kind(), words.mark()), Nodes.label(words.below()));
  }

  /** Only what can be said now. */
  private void fit() {
    List<Candidate.Said> words = shown == null ? List.of() : shown.said();
    boolean any = shown != null;
    same.setVisible(any && words.stream().noneMatch(Candidate.Said::same) || contested(words));
    different.setVisible(any && words.stream().allMatch(Candidate.Said::same));
    different.setVisible(different.isVisible() || contested(words));
    back.setVisible(!words.isEmpty());
    ask.setVisible(any && doing.questions().asksHere());
    later.setVisible(any && words.isEmpty() && table.getItems().size() > 1);
  }

  private static boolean contested(List<Candidate.Said> words) {
    return words.stream().map(Candidate.Said::same).distinct().count() > 1;
  }

  private void ask(Candidate.Beside b) {
    AskForm.ask(
        here,
        line,
        doing.questions(),
        List.of(b.pair().one().id(), b.pair().other().id()),
        Set.of(),
        () -> here.dialogs().notice(here.t("ask.done")));
  }

  private interface Says {
    void of(Candidate.Beside beside);
  }

  private void with(Says says) {
    if (shown != null) {
      says.of(shown);
    }
  }

  /** Nothing is said; the next pair. */
  private void later() {
    int at = table.getSelectionModel().getSelectedIndex();
    table.getSelectionModel().select((at + 1) % Math.max(1, table.getItems().size()));
    table.requestFocus();
  }

  /** Says that both records are the same person's. */
  @Override
  public void goOn() {
    if (same.isVisible()) {
      with(forms::same);
    }
  }

  /** Compares this person with somebody else who was not found by any clue. */
  @Override
  public void add() {
    if (person.isEmpty()) {
      return;
    }
    RecordId mine = person.get();
    Form form = new Form();
    TextField number = form.add(here.t("people.number"), new TextField());
    number.setId("same-number");
    here.dialogs()
        .ask(
            here.t("same.other"),
            form,
            here.t("same.compare"),
            () -> {
              String typed = number.getText().strip();
              line.act(() -> doing.people().wearing(typed, mine), this::compare);
              return !typed.isEmpty();
            });
  }

  private void compare(List<RecordId> found) {
    if (found.size() != 1 || person.isEmpty()) {
      here.dialogs().notice(here.t(found.isEmpty() ? "same.nobody" : "same.several"));
      return;
    }
    table.getSelectionModel().clearSelection();
    compared = Optional.of(found.getFirst());
    beside(person.get(), found.getFirst());
  }

  private void beside(RecordId one, RecordId other) {
    looks.ask(() -> doing.candidates().beside(one, other), this::lookedAt);
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void closed() {
    line.close();
    looks.close();
  }
}
