package org.sala.ui.triage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.Triages;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** People who are still inside: a line to write one down, and those that were said. */
final class InsidePart extends VBox {
  /** What is kept while it is typed, in the order of the fields. */
  static final List<String> FIELDS =
      List.of("inside-name", "inside-relation", "inside-site", "inside-place", "inside-lastseen");

  private final Here here;
  private final Consumer<Triages.Inside> write;
  private final TextField name = new TextField();
  private final TextField relation = new TextField();
  private final TextField place = new TextField();
  private final TextField site = new TextField();
  private final TextField lastSeen = new TextField();
  private final Choice status;
  private final Choice safe;

  InsidePart(Here here, List<Triages.Inside> said, Consumer<Triages.Inside> write) {
    super(8);
    this.here = here;
    this.write = write;
    this.status =
        new Choice(
            List.of("inside", "moved", "unknown"), c -> here.texts().code("insideStatus", c));
    field(name, "triage.inside.name", "inside-name");
    field(relation, "triage.inside.relation", "inside-relation");
    field(site, "triage.inside.site", "inside-site");
    field(place, "triage.inside.place", "inside-place");
    field(lastSeen, "triage.inside.lastseen", "inside-lastseen");
    this.safe = new Choice(List.of("unknown", "yes", "no"), c -> here.texts().code("safeToAct", c));
    safe.setAccessibleText(here.t("sites.safe"));
    safe.setId("inside-safe");
    status.setAccessibleText(here.t("triage.inside.status"));
    HBox line =
        Nodes.row(
            name, relation, status, Nodes.button(here.t("triage.inside.add"), "Enter", this::add));
    getChildren().addAll(line, Nodes.row(site, place, lastSeen, safe));
    for (Triages.Inside i : said) {
      getChildren().add(line(i, here));
    }
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown() && !empty()) {
            add();
            e.consume();
          }
        });
  }

  private void field(TextField field, String key, String id) {
    field.setPromptText(here.t(key));
    field.setAccessibleText(here.t(key));
    field.setId(id);
    field.setPrefWidth(150);
    HBox.setHgrow(field, Priority.ALWAYS);
  }

  /** What is typed and not written down yet, by field. */
  Map<String, String> typed() {
    Map<String, String> typed = new LinkedHashMap<>();
    for (TextField f : fields()) {
      if (!f.getText().isBlank()) {
        typed.put(f.getId(), f.getText());
      }
    }
    return typed;
  }

  /** Puts back what was typed; each change of it is told. */
  void put(Map<String, String> typed, Runnable told) {
    for (TextField f : fields()) {
      f.setText(typed.getOrDefault(f.getId(), ""));
      f.textProperty().addListener((o, was, is) -> told.run());
    }
  }

  private List<TextField> fields() {
    return List.of(name, relation, site, place, lastSeen);
  }

  TextField first() {
    return name;
  }

  /** Whether nothing is typed that would be lost. */
  boolean empty() {
    return name.getText().isBlank() && relation.getText().isBlank() && place.getText().isBlank();
  }

  /** Writes down what is typed, if it says of whom. */
  void add() {
    if (name.getText().isBlank() && relation.getText().isBlank()) {
      here.dialogs().notice(here.t("triage.inside.needed"));
      return;
    }
    Triages.Inside one =
        new Triages.Inside(
            name.getText(),
            relation.getText(),
            site.getText(),
            place.getText(),
            lastSeen.getText(),
            safe.getValue(),
            status.getValue());
    name.clear();
    relation.clear();
    site.clear();
    place.clear();
    lastSeen.clear();
    safe.setValue("unknown");
    name.requestFocus();
    write.accept(one);
  }

  /** Shows one more that was said. */
  void said(Triages.Inside one) {
    getChildren().add(line(one, here));
  }

  private static HBox line(Triages.Inside i, Here here) {
    HBox row =
        Nodes.row(
            new Badge(Badge.Kind.INFO, here.texts().code("insideStatus", i.status())),
            Nodes.line(i.name().isEmpty() ? i.relation() : i.name(), "strong"));
    String rest =
        String.join(
            " · ",
            java.util.stream.Stream.of(
                    i.name().isEmpty() ? "" : i.relation(), i.site(), i.place(), i.lastSeen())
                .filter(t -> !t.isEmpty())
                .toList());
    row.getChildren().add(Nodes.line(rest, "muted"));
    return row;
  }
}
