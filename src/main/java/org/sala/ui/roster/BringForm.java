package org.sala.ui.roster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.sala.casework.people.Involvements;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/**
 * Brings people who are here already into a case: found by number or name, ticked, all of them with
 * the same part at first. A tick stays while something else is searched for, and is kept with what
 * is typed.
 */
public final class BringForm {
  private static final int MOST = 50;

  private final Here here;
  private final People people;
  private final Set<RecordId> inCase;
  private final Work.Line line;
  private final Work.Line back;
  private final Map<RecordId, String> ticked = new LinkedHashMap<>();

  /** Who is ticked, for a draft: read again when it comes back. */
  private final StringProperty kept = new SimpleStringProperty("");

  private final TextField typed = new TextField();
  private final Table<People.PersonLine> found;
  private final Label chosen = Nodes.label("", "muted", "small");
  private final Label more;

  private BringForm(Here here, People people, Set<RecordId> inCase) {
    this.here = here;
    this.people = people;
    this.inCase = inCase;
    this.line = here.work().line();
    this.back = here.work().line();
    this.more = Nodes.label(here.t("part.bring.more", MOST), "muted", "small");
    typed.setId("bring-search");
    typed.setPromptText(here.t("people.filter"));
    typed.setAccessibleText(here.t("people.filter"));
    // It only looks for people.
    ControlFields.unkept(typed);
    typed.textProperty().addListener((o, was, is) -> search());
    found =
        new Table<People.PersonLine>(Nodes.label(here.t("part.bring.nobody"), "muted"))
            .nodes("", 44, this::tick)
            .nodes(here.t("people.number"), 150, p -> NumberWords.node(p, here.texts()))
            .column(here.t("people.name"), 160, People.PersonLine::name, "strong")
            .column(here.t("people.roman"), 160, People.PersonLine::roman)
            .low()
            .opens(this::turn);
    found.addEventFilter(KeyEvent.KEY_PRESSED, this::space);
    found.setId("bring-found");
    ControlFields.keeps(found, kept);
    kept.addListener((o, was, is) -> again(is));
    found.setPrefHeight(190);
    found.setMinHeight(110);
    chosen.setId("bring-chosen");
    more.setId("bring-more");
    more.managedProperty().bind(more.visibleProperty());
    more.setVisible(false);
    typed.addEventHandler(KeyEvent.KEY_PRESSED, this::down);
    say();
  }

  /**
   * Asks who they are; people who are in the case already are not offered.
   *
   * @param bring gets those who were ticked and the part that they have
   */
  public static void ask(
      Here here,
      People people,
      Set<RecordId> inCase,
      BiConsumer<List<RecordId>, Involvements.Written> bring) {
    BringForm asked = new BringForm(here, people, inCase);
    PartForm part = PartForm.fresh(here);
    asked.search();
    here.dialogs()
        .ask(
            here.t("part.bring"),
            new VBox(8, asked.typed, asked.found, asked.more, asked.chosen, part.form()),
            here.t("part.bring.verb"),
            () -> {
              if (asked.ticked.isEmpty()) {
                here.dialogs().notice(here.t("part.bring.choose"));
                return false;
              }
              asked.line.close();
              asked.back.close();
              bring.accept(List.copyOf(asked.ticked.keySet()), part.written());
              return true;
            });
  }

  private void search() {
    String words = typed.getText();
    line.ask(
        () ->
            people.list(words, "wristband", false, 0, inCase.size() + MOST + 1).stream()
                .filter(p -> !inCase.contains(p.id()))
                .toList(),
        others -> {
          found.setItems(FXCollections.observableArrayList(others.stream().limit(MOST).toList()));
          more.setVisible(others.size() > MOST);
        });
  }

  private Node tick(People.PersonLine p) {
    CheckBox box = new CheckBox();
    box.setSelected(ticked.containsKey(p.id()));
    // The row is what is clicked, and has the keys.
    box.setFocusTraversable(false);
    box.setMouseTransparent(true);
    box.setAccessibleText(p.wristband());
    return box;
  }

  /** The arrow leads from what is typed to who was found, as in every list. */
  private void down(KeyEvent e) {
    if (e.getCode() == KeyCode.DOWN && !found.getItems().isEmpty()) {
      found.requestFocus();
      found.getSelectionModel().clearAndSelect(0);
      e.consume();
    }
  }

  private void space(KeyEvent e) {
    People.PersonLine row = found.getSelectionModel().getSelectedItem();
    if (e.getCode() == KeyCode.SPACE && row != null) {
      turn(row);
      e.consume();
    }
  }

  private void turn(People.PersonLine p) {
    if (ticked.remove(p.id()) == null) {
      add(p);
    }
    tell();
  }

  private void add(People.PersonLine p) {
    ticked.put(p.id(), p.wristband().isBlank() ? p.name() : p.wristband());
  }

  private void tell() {
    kept.set(ids());
    found.refresh();
    say();
  }

  private String ids() {
    return ticked.keySet().stream().map(RecordId::toString).collect(Collectors.joining(" "));
  }

  /** Ticks whom a draft names, but for those who have come into the case or are gone meanwhile. */
  private void again(String ids) {
    if (ids.equals(ids())) {
      return;
    }
    List<RecordId> all =
        Stream.of(ids.split(" ")).filter(i -> !i.isEmpty()).map(RecordId::of).toList();
    back.ask(
        () ->
            all.stream()
                .filter(id -> !inCase.contains(id))
                .flatMap(id -> people.find(id).stream())
                .toList(),
        lines -> {
          // Who was ticked meanwhile stays.
          lines.forEach(this::add);
          tell();
        });
  }

  private void say() {
    chosen.setText(
        ticked.isEmpty()
            ? here.t("part.bring.how")
            : here.t(
                "part.bring.chosen",
                ticked.size(),
                ticked.values().stream().collect(Collectors.joining(", "))));
  }
}
