package org.sala.ui.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.Property;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.exhibits.Photos;
import org.sala.casework.people.Numbering;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.LetterForm;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Drafting;
import org.sala.ui.route.Here;
import org.sala.ui.route.KeptLine;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/**
 * One row a person; Enter goes to the next row, which appears by itself; Ctrl+Enter registers all.
 */
public final class IntakeScreen implements Screen, Drafting.Fields {
  /** Rows that stand there before anybody has asked for one. */
  private static final int ROWS = 8;

  private final People people;
  private final Photos photos;
  private final Here here;
  private final Work.Line line;
  private final GridPane grid = new GridPane();
  private final List<IntakeRow> rows = new ArrayList<>();
  private final VBox page;
  private final HBox kept = new HBox();
  private String next = "";
  private Runnable told = () -> {};
  private final Label duplicates = Nodes.changing("danger");
  private Set<String> taken = Set.of();
  private boolean left;
  private Drafting.Typing typing = Drafting.none().keep("", this, r -> {});

  /** What this screen works with. */
  public record Doing(People people, Numbering numbering, Photos photos) {}

  public IntakeScreen(Doing doing, Here here) {
    this.people = doing.people();
    this.photos = doing.photos();
    this.here = here;
    this.line = here.work().line();
    grid.setHgap(8);
    grid.setVgap(6);
    grid.addRow(
        0,
        Nodes.line(here.t("people.number"), "caption"),
        Nodes.line(here.t("people.name"), "caption"),
        Nodes.line(here.t("people.language"), "caption"),
        Nodes.line(here.t("people.sex"), "caption"),
        Nodes.line(here.t("people.birth"), "caption"),
        Nodes.line(here.t("field.photo"), "caption"));
    ScrollPane scroll = Nodes.side(grid, 700);
    duplicates.setId("intake-duplicates");
    duplicates.managedProperty().bind(duplicates.textProperty().isNotEmpty());
    keepInSight(scroll);
    VBox card = Nodes.card();
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox.setVgrow(card, Priority.ALWAYS);
    page =
        new VBox(
            Nodes.header(
                here.t("nav.people"),
                here.t("intake.title"),
                here.t("intake.below"),
                Nodes.button(here.t("intake.paste"), "Ctrl V", this::paste),
                Nodes.button(here.t("intake.register"), "Ctrl Enter", this::goOn, "primary")),
            card);
    page.getStyleClass().add("page");
    page.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    Runnable begin = () -> line.ask(people::nextWristband, n -> begin(card, scroll, n));
    Button letter =
        Nodes.button(
            here.t("letter.title"),
            "",
            () -> LetterForm.before(here, line, doing.numbering(), begin),
            "primary");
    letter.setId("intake-letter");
    line.ask(
        () ->
            doing.numbering().needsLetter()
                ? Optional.<String>empty()
                : Optional.of(people.nextWristband()),
        number ->
            number.ifPresentOrElse(
                n -> begin(card, scroll, n),
                () -> {
                  // Until the letter is chosen there is no number, and so no row.
                  card.getChildren()
                      .setAll(
                          Nodes.empty(here.t("intake.noletter"), here.t("letter.below"), letter));
                  LetterForm.choose(here, line, doing.numbering(), begin);
                }));
  }

  private void begin(VBox card, ScrollPane scroll, String number) {
    card.getChildren().setAll(kept, duplicates, scroll);
    next = number;
    addRow();
    // What scrolls holds its content only once it has its look, and before takes no keyboard.
    page.applyCss();
    rows.getFirst().name().requestFocus();
    typing = here.drafts().keep("intake", this, r -> KeptLine.show(kept, r, here.texts()));
    oneMore();
  }

  /** One row a task, each with its looks: whoever types already does not wait for all of them. */
  private void oneMore() {
    grid.applyCss();
    if (rows.size() < ROWS && !left) {
      here.work()
          .tell(
              () -> {
                if (rows.size() < ROWS) {
                  addRow();
                }
                oneMore();
              });
    }
  }

  /** Enter may lead to a row that is still below the edge. */
  private void keepInSight(ScrollPane scroll) {
    grid.sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .addListener(
            (o, was, is) -> {
              if (is != null && grid.equals(is.getParent())) {
                grid.layout();
                double hidden = grid.getHeight() - scroll.getViewportBounds().getHeight();
                double top = is.getBoundsInParent().getMinY() - grid.getVgap();
                double bottom = is.getBoundsInParent().getMaxY() + grid.getVgap();
                double at = scroll.getVvalue() * hidden;
                double seen = scroll.getViewportBounds().getHeight();
                if (hidden > 0 && (top < at || bottom > at + seen)) {
                  scroll.setVvalue((top < at ? top : bottom - seen) / hidden);
                }
              }
            });
  }

  @Override
  public Map<String, String> typed() {
    Map<String, String> typed = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      for (Map.Entry<String, Property<String>> f : rows.get(i).fields().entrySet()) {
        String value = f.getValue().getValue();
        if (value != null && !value.isEmpty()) {
          typed.put(i + " " + f.getKey(), value);
        }
      }
      if (rows.get(i).filled()) {
        typed.put(i + " number", rows.get(i).number().getText());
      }
    }
    return typed;
  }

  @Override
  public void put(Map<String, String> kept) {
    rows.forEach(IntakeRow::clear);
    kept.forEach(
        (key, value) -> {
          String[] parts = key.split(" ", 2);
          while (rows.size() <= Integer.parseInt(parts[0])) {
            addRow();
          }
          IntakeRow row = rows.get(Integer.parseInt(parts[0]));
          Property<String> field =
              parts[1].equals("number") ? row.number().textProperty() : row.fields().get(parts[1]);
          if (field != null) {
            field.setValue(value);
          }
        });
  }

  @Override
  public void changed(Runnable told) {
    this.told = told;
    rows.forEach(this::tells);
  }

  private void tells(IntakeRow row) {
    row.fields().values().forEach(p -> p.addListener((o, was, is) -> told.run()));
    row.number()
        .textProperty()
        .addListener(
            (o, was, is) -> {
              told.run();
              numbers();
            });
  }

  private void addRow() {
    IntakeRow row = new IntakeRow(rows.size() + 1, next, here);
    rows.add(row);
    tells(row);
    grid.addRow(rows.size(), row.nodes());
    // A field takes no letters before it has its look, and the next name is typed at once.
    grid.applyCss();
    next = NumberRuns.after(next);
  }

  /** Tells at once of a number that stands twice, here or among those registered. */
  private void numbers() {
    List<String> all = written();
    line.ask(
        () -> people.taken(all),
        known -> {
          taken = Set.copyOf(known);
          duplicates.setText(
              String.join(
                  " ",
                  doubled(written()).stream()
                      .map(
                          n ->
                              here.t(
                                  taken.contains(n) ? "intake.number.taken" : "intake.number.twice",
                                  n))
                      .toList()));
        });
  }

  private List<String> written() {
    return rows.stream().map(r -> r.number().getText().strip()).filter(n -> !n.isEmpty()).toList();
  }

  /** Numbers that stand more than once, or that somebody here already wears. */
  private Set<String> doubled(List<String> numbers) {
    Set<String> seen = new HashSet<>();
    Set<String> doubled = new TreeSet<>();
    for (String n : numbers) {
      if (!seen.add(n) || taken.contains(n)) {
        doubled.add(n);
      }
    }
    return doubled;
  }

  /** Rows from a spreadsheet: shown first, with what is wrong with each. */
  private void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text == null || text.isBlank()) {
      here.dialogs().notice(here.t("intake.paste.nothing"));
      return;
    }
    Pasted read = Pasted.read(text, (family, cell) -> PastePreview.code(family, cell, here));
    Set<String> used = new HashSet<>();
    rows.stream().filter(IntakeRow::filled).forEach(r -> used.add(r.number().getText().strip()));
    line.act(
        () ->
            people.taken(
                read.lines().stream().map(Pasted.Line::number).filter(n -> !n.isEmpty()).toList()),
        known -> {
          List<Pasted.Line> lines =
              read.lines().stream()
                  .map(
                      l ->
                          l.flaw().isPresent()
                              ? l
                              : known.contains(l.number())
                                  ? l.flawed(Pasted.Flaw.TAKEN)
                                  : used.contains(l.number()) ? l.flawed(Pasted.Flaw.TWICE) : l)
                  .toList();
          PastePreview.ask(new Pasted(lines, read.cut()), people::readBirth, here, this::fillIn);
        });
  }

  /** Into the rows that are still empty, from the first on. */
  private void fillIn(List<Pasted.Line> lines) {
    int at = 0;
    for (Pasted.Line l : lines) {
      while (at < rows.size() && rows.get(at).filled()) {
        at++;
      }
      if (at == rows.size()) {
        addRow();
      }
      IntakeRow row = rows.get(at);
      if (!l.number().isEmpty()) {
        clear(l.number(), at);
        row.number().setText(l.number());
      }
      row.fill(l);
      at++;
    }
    numbers();
  }

  /** An empty row that was given this number beforehand gets the next free one. */
  private void clear(String number, int but) {
    for (int i = 0; i < rows.size(); i++) {
      IntakeRow row = rows.get(i);
      if (i != but && !row.filled() && row.number().getText().equals(number)) {
        row.give(next);
        next = NumberRuns.after(next);
      }
    }
  }

  private void key(KeyEvent e) {
    if (e.getCode() == KeyCode.V && e.isShortcutDown() && severalCells()) {
      paste();
      e.consume();
      return;
    }
    int at = rowOf(e.getTarget());
    boolean choosing = e.getTarget() instanceof ComboBoxBase<?> list && list.isShowing();
    if (at == 0 || choosing) {
      return;
    }
    if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown()) {
      if (at >= rows.size()) {
        addRow();
      }
      rows.get(at - 1).pass();
      rows.get(at).name().requestFocus();
      e.consume();
    } else if (e.getCode() == KeyCode.D && e.isShortcutDown() && at > 1) {
      rows.get(at - 1).likeAbove(rows.get(at - 2));
      e.consume();
    }
  }

  /** In which row, from 1, a key was pressed; 0 where it was in none. */
  private int rowOf(EventTarget target) {
    Integer at =
        target instanceof Node n && grid.equals(n.getParent()) ? GridPane.getRowIndex(n) : null;
    return at == null ? 0 : at;
  }

  /** One word is pasted into its field as ever; a row or more goes through the preview. */
  private static boolean severalCells() {
    String text = Clipboard.getSystemClipboard().getString();
    return text != null && (text.contains("\t") || text.strip().contains("\n"));
  }

  @Override
  public void goOn() {
    int last = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).filled() || rows.get(i).passed()) {
        last = i;
      }
    }
    List<IntakeRow> bare = rows.subList(0, last + 1).stream().filter(IntakeRow::bare).toList();
    // The first row of all that nobody touched is no arrival.
    if (bare.isEmpty() || rows.stream().noneMatch(r -> r.filled() || r.passed())) {
      register(rows.stream().filter(IntakeRow::filled).toList());
      return;
    }
    Form form = new Form();
    String numbers = NumberRuns.of(bare.stream().map(r -> r.number().getText().strip()).toList());
    form.show(here.t("intake.bare"), numbers);
    Choice too =
        form.add(
            here.t("intake.bare.ask"), Choice.asked(List.of("yes", "no"), here::t, here.t("none")));
    too.setId("intake-bare");
    ControlFields.unkept(too);
    here.dialogs()
        .ask(
            numbers,
            here.t("intake.bare.title"),
            form,
            here.t("intake.register"),
            () -> {
              if (too.isEmpty()) {
                here.dialogs().notice(here.t("intake.bare.needed"));
                return false;
              }
              boolean them = too.getValue().equals("yes");
              register(rows.stream().filter(r -> r.filled() || them && bare.contains(r)).toList());
              return true;
            });
  }

  private void register(List<IntakeRow> filled) {
    List<People.NewPerson> all = filled.stream().map(IntakeRow::person).toList();
    if (all.isEmpty()) {
      here.dialogs().notice(here.t("intake.empty"));
      return;
    }
    List<String> numbers =
        all.stream().map(p -> p.wristband().strip()).filter(n -> !n.isEmpty()).toList();
    line.act(
        () -> {
          List<String> known = people.taken(numbers);
          boolean fits = known.isEmpty() && Set.copyOf(numbers).size() == numbers.size();
          return fits ? people.register(all) : List.<RecordId>of();
        },
        ids -> {
          if (ids.isEmpty()) {
            numbers();
            here.dialogs().notice(here.t("intake.number.mend"));
            return;
          }
          typing.over();
          new IntakePhotos(photos, here, here.work().line()).take(filled, ids);
          here.dialogs().notice(here.t("intake.done", ids.size(), NumberRuns.of(numbers)));
          here.navigator().go(new Place.Today());
        });
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void closed() {
    left = true;
    typing.left();
    line.close();
  }
}
