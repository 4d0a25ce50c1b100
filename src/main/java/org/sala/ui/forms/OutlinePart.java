package org.sala.ui.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.form.Answer;
import org.sala.form.Question;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** All that the form asks, what stands there, and in grey what no longer counts. */
final class OutlinePart {
  /**
   * One line.
   *
   * @param path empty for a title
   * @param looks how it is drawn
   */
  private record Row(String path, String words, String below, List<String> looks) {}

  private final Here here;
  private final ListView<Row> list = new ListView<>();
  private final VBox node;

  OutlinePart(Here here, Consumer<String> go) {
    this.here = here;
    list.getStyleClass().add("outline");
    list.setId("outline");
    list.setAccessibleText(here.t("forms.outline"));
    list.setCellFactory(v -> cell());
    list.setOnMouseClicked(e -> chosen(go));
    list.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown()) {
            chosen(go);
            e.consume();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    node = Nodes.card(list);
    node.setMinWidth(232);
    node.setPrefWidth(262);
    node.setMaxWidth(300);
  }

  Node node() {
    return node;
  }

  private void chosen(Consumer<String> go) {
    Row row = list.getSelectionModel().getSelectedItem();
    if (row != null && !row.path().isEmpty()) {
      go.accept(row.path());
    }
  }

  void show(FormModel model) {
    List<Row> rows = new ArrayList<>();
    String title = "";
    int at = -1;
    for (Question q : model.questions()) {
      String group =
          q.head().groups().isEmpty()
              ? ""
              : q.head().groups().getLast().in(here.texts().language()) + number(q.path());
      if (!group.equals(title) && !group.isBlank() && !(q instanceof Question.OnceMore)) {
        title = group;
        rows.add(new Row("", group, "", List.of("strong")));
      }
      if (q.path().equals(model.path())) {
        at = rows.size();
      }
      rows.add(row(model, q));
    }
    if (!model.page().irrelevant().isEmpty()) {
      rows.add(new Row("", here.t("forms.irrelevant"), "", List.of("muted", "strong")));
      model
          .page()
          .irrelevant()
          .forEach(
              (path, text) ->
                  rows.add(
                      new Row(
                          "",
                          text.in(here.texts().language()),
                          model
                              .page()
                              .at(path)
                              .map(a -> AnswerWords.of(a, Optional.empty(), here))
                              .orElse(""),
                          List.of("muted", "irrelevant"))));
    }
    list.getItems().setAll(rows);
    if (at >= 0) {
      list.getSelectionModel().select(at);
      list.scrollTo(Math.max(0, at - 3));
    } else {
      list.getSelectionModel().clearSelection();
    }
  }

  private static String number(String path) {
    int open = path.lastIndexOf('[');
    return open < 0 ? "" : " " + path.substring(open + 1, path.indexOf(']', open));
  }

  private Row row(FormModel model, Question q) {
    List<String> looks = new ArrayList<>();
    Optional<Answer> stands = model.page().at(q.path());
    boolean said =
        stands.isPresent() && !(q instanceof Question.OnceMore) || q instanceof Question.Invitation;
    if (!said) {
      looks.add("muted");
    }
    if (model.page().problem(q.path()).isPresent() && stands.isPresent()) {
      looks.add("danger");
    }
    String words = q.text().in(here.texts().language());
    return q instanceof Question.OnceMore m
        ? new Row(
            q.path(), here.t(m.stands() == 0 ? "forms.first" : "forms.more", words), "", looks)
        : new Row(
            q.path(),
            words,
            stands.map(a -> AnswerWords.brief(a, Optional.of(q), here)).orElse(""),
            looks);
  }

  private ListCell<Row> cell() {
    ListCell<Row> cell =
        new ListCell<>() {
          @Override
          protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
              setGraphic(null);
              return;
            }
            VBox box = new VBox(Nodes.line(row.words(), row.looks().toArray(new String[0])));
            if (!row.below().isEmpty()) {
              box.getChildren().add(Nodes.line(row.below(), "muted", "small", "indented"));
            }
            setGraphic(box);
          }
        };
    // As wide as the list and never wider: what does not fit ends in dots.
    cell.setPrefWidth(0);
    return cell;
  }
}
