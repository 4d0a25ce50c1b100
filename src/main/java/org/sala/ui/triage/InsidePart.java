package org.sala.ui.triage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final List<String> WORDS =
      List.of("inside-name", "inside-relation", "inside-site", "inside-place", "inside-lastseen");
  private static final List<String> STATUSES = List.of("inside", "moved", "unknown");
  private static final List<String> SAFE = List.of("unknown", "yes", "no");

  /** What stands in the fields while nobody is typed, in their order. */
  static final Map<String, String> NOBODY = nobody();

  private final Here here;
  private final TextField name = new TextField();
  private final TextField relation = new TextField();
  private final TextField place = new TextField();
  private final TextField site = new TextField();
  private final TextField lastSeen = new TextField();
  private final Choice status;
  private final Choice safe;

  /**
   * @param add writes down what is typed
   */
  InsidePart(Here here, List<Triages.Inside> said, Runnable add) {
    super(8);
    this.here = here;
    this.status = new Choice(STATUSES, c -> here.texts().code("insideStatus", c));
    field(name, "triage.inside.name", "inside-name");
    field(relation, "triage.inside.relation", "inside-relation");
    field(site, "triage.inside.site", "inside-site");
    field(place, "triage.inside.place", "inside-place");
    field(lastSeen, "triage.inside.lastseen", "inside-lastseen");
    this.safe = new Choice(SAFE, c -> here.texts().code("safeToAct", c));
    safe.setAccessibleText(here.t("sites.safe"));
    safe.setId("inside-safe");
    status.setAccessibleText(here.t("triage.inside.status"));
    status.setId("inside-status");
    HBox line =
        Nodes.row(name, relation, status, Nodes.button(here.t("triage.inside.add"), "Enter", add));
    getChildren().addAll(line, Nodes.row(site, place, lastSeen, safe));
    said.forEach(this::said);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown() && !blank(typed())) {
            add.run();
            e.consume();
          }
        });
  }

  private static Map<String, String> nobody() {
    Map<String, String> nobody = new LinkedHashMap<>();
    WORDS.forEach(f -> nobody.put(f, ""));
    nobody.put("inside-status", STATUSES.getFirst());
    nobody.put("inside-safe", SAFE.getFirst());
    return Collections.unmodifiableMap(nobody);
  }

  private void field(TextField field, String key, String id) {
    field.setPromptText(here.t(key));
    field.setAccessibleText(here.t(key));
    field.setId(id);
    field.setPrefWidth(150);
    HBox.setHgrow(field, Priority.ALWAYS);
  }

  /** What stands in the fields, in the order of {@link #NOBODY}. */
  Map<String, String> typed() {
    Map<String, String> typed = new LinkedHashMap<>(NOBODY);
    words().forEach(f -> typed.put(f.getId(), f.getText()));
    choices().forEach(c -> typed.put(c.getId(), c.getValue()));
    return typed;
  }

  void put(Map<String, String> typed) {
    words()
        .forEach(
            f -> {
              f.setText(typed.get(f.getId()));
              f.end();
            });
    choices().forEach(c -> c.setValue(typed.get(c.getId())));
  }

  /** Has somebody hear of every change. */
  void changed(Runnable told) {
    words().forEach(f -> f.textProperty().addListener((o, was, is) -> told.run()));
    choices().forEach(c -> c.valueProperty().addListener((o, was, is) -> told.run()));
  }

  private List<TextField> words() {
    return List.of(name, relation, site, place, lastSeen);
  }

  private List<Choice> choices() {
    return List.of(status, safe);
  }

  /** Puts the keyboard where somebody is begun, behind what stands there. */
  void begin() {
    name.requestFocus();
    name.end();
  }

  /** Whether nothing is typed that would be lost; a choice alone is about nobody. */
  static boolean blank(Map<String, String> typed) {
    return WORDS.stream().allMatch(f -> typed.getOrDefault(f, "").isBlank());
  }

  /** Whether what is typed says of whom. */
  static boolean sayable(Map<String, String> typed) {
    return !text(typed, "name").isBlank() || !text(typed, "relation").isBlank();
  }

  /** Returns somebody as typed, who has to be {@linkplain #sayable sayable}. */
  static Triages.Inside inside(Map<String, String> typed) {
    return new Triages.Inside(
        text(typed, "name"),
        text(typed, "relation"),
        text(typed, "site"),
        text(typed, "place"),
        text(typed, "lastseen"),
        text(typed, "safe"),
        text(typed, "status"));
  }

  private static String text(Map<String, String> typed, String field) {
    return typed.getOrDefault("inside-" + field, "");
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
