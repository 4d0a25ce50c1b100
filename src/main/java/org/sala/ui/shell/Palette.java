package org.sala.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.search.Found;
import org.sala.ui.kit.Nodes;
import org.sala.ui.text.Texts;
import org.sala.ui.work.Work;

/** Ctrl+K: finds commands, numbers and names as they are typed, and goes there. */
final class Palette {
  private static final int MOST = 24;
  private static final double ROW = 38;

  /** Something that the program does, in words. */
  record Command(String words, String key, Runnable act) {}

  /**
   * What is looked for in the workspace.
   *
   * @param row what a row shows of it
   * @param go opens it
   */
  record Finding(
      Function<String, List<Found>> find, Function<Found, Node> row, Consumer<Found> go) {}

  private sealed interface Entry {
    record Does(Command command) implements Entry {}

    record Goes(Found found) implements Entry {}
  }

  private final StackPane layer;
  private final Work.Line line;
  private final List<Command> commands;
  private final Finding finding;
  private final TextField field = new TextField();
  private final ListView<Entry> list = new ListView<>();
  private final StackPane shade;
  private @Nullable Node before;
  private boolean answered = true;
  private boolean entered;

  Palette(StackPane layer, Texts texts, Work.Line line, List<Command> commands, Finding finding) {
    this.layer = layer;
    this.line = line;
    this.commands = List.copyOf(commands);
    this.finding = finding;
    field.setPromptText(texts.t("search"));
    field.setAccessibleText(texts.t("search"));
    field.setId("search");
    field.textProperty().addListener((o, was, is) -> look(is));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.setId("found");
    list.setFixedCellSize(ROW);
    list.setCellFactory(l -> cell());
    list.setFocusTraversable(false);
    list.setPlaceholder(Nodes.label(texts.t("search.nothing"), "muted"));
    VBox box = new VBox(8, field, list);
    box.getStyleClass().addAll("dialog-box", "palette");
    box.setMaxHeight(VBox.USE_PREF_SIZE);
    shade = new StackPane(box);
    StackPane.setAlignment(box, Pos.TOP_CENTER);
    shade.setPadding(new Insets(8));
    shade.getStyleClass().add("shade");
    shade.setOnMousePressed(
        e -> {
          if (shade.equals(e.getTarget())) {
            close();
          }
        });
  }

  void open() {
    before = layer.getScene() == null ? null : layer.getScene().getFocusOwner();
    layer.getChildren().add(shade);
    look("");
    field.requestFocus();
  }

  /** The keyboard goes back to where it was: somebody may have looked something up in mid-row. */
  private void close() {
    layer.getChildren().remove(shade);
    line.close();
    if (before != null && before.getScene() != null) {
      before.requestFocus();
    }
  }

  /** Commands are there at once; what is found in the workspace comes when it has been read. */
  private void look(String typed) {
    entered = false;
    answered = typed.isBlank();
    show(typed, List.of());
    if (!answered) {
      line.ask(() -> finding.find().apply(typed.strip()), found -> answer(typed, found));
    }
  }

  private void answer(String typed, List<Found> found) {
    answered = true;
    show(typed, found);
    if (entered) {
      run(list.getSelectionModel().getSelectedItem());
    }
  }

  /** Whoever types a number and Enter in one go means what is found, and not the command before. */
  private void enter(int at) {
    if (answered || at > 0) {
      run(list.getSelectionModel().getSelectedItem());
    } else {
      entered = true;
    }
  }

  private void show(String typed, List<Found> found) {
    List<Entry> entries = new ArrayList<>();
    found.forEach(h -> entries.add(new Entry.Goes(h)));
    for (Command c : commands) {
      if (begins(c.words(), typed)) {
        entries.add(new Entry.Does(c));
      }
    }
    list.getItems().setAll(entries.subList(0, Math.min(MOST, entries.size())));
    list.setPrefHeight(ROW * Math.clamp(list.getItems().size(), 2, 10) + 4);
    list.getSelectionModel().selectFirst();
  }

  /** Whether a word of the command begins so. */
  private static boolean begins(String words, String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    String all = words.toLowerCase(Locale.ROOT);
    return all.startsWith(wanted) || all.contains(" " + wanted);
  }

  private void key(KeyEvent e) {
    int at = list.getSelectionModel().getSelectedIndex();
    switch (e.getCode()) {
      case DOWN -> select(at + 1);
      case UP -> select(at - 1);
      case ENTER -> enter(at);
      case ESCAPE -> close();
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void select(int at) {
    int most = list.getItems().size() - 1;
    if (most >= 0) {
      list.getSelectionModel().select(Math.clamp(at, 0, most));
      list.scrollTo(Math.clamp(at, 0, most));
    }
  }

  private void run(@Nullable Entry entry) {
    switch (entry) {
      case null -> {
        // Nothing was found; what was typed stays.
      }
      case Entry.Does d -> {
        close();
        d.command().act().run();
      }
      case Entry.Goes g -> {
        close();
        finding.go().accept(g.found());
      }
    }
  }

  private ListCell<Entry> cell() {
    ListCell<Entry> cell =
        new ListCell<>() {
          @Override
          protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setGraphic(empty || entry == null ? null : row(entry));
          }
        };
    cell.setOnMouseClicked(e -> run(cell.getItem()));
    return cell;
  }

  private Node row(Entry entry) {
    return switch (entry) {
      case Entry.Does d -> {
        HBox row = Nodes.row(Nodes.line(d.command().words()), Nodes.spring());
        if (!d.command().key().isEmpty()) {
          row.getChildren().add(Nodes.line(d.command().key(), "key-hint"));
        }
        yield row;
      }
      case Entry.Goes g -> finding.row().apply(g.found());
    };
  }
}
