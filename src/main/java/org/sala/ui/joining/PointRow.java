package org.sala.ui.joining;

import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.joining.Choice;
import org.sala.casework.joining.Disagreement;
import org.sala.domain.RevisionId;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.text.FieldWords;
import org.sala.ui.text.Texts;

/** One field with its versions: nothing is chosen until somebody chooses. */
final class PointRow {
  private final Disagreement.Point point;
  private final Here here;
  private final Runnable changed;
  private final ToggleGroup group = new ToggleGroup();
  private final TextField other = new TextField();
  private final RadioButton instead = new RadioButton();
  private final VBox choices = new VBox(6);

  PointRow(Disagreement.Point point, Here here, Runnable changed) {
    this.point = point;
    this.here = here;
    this.changed = changed;
    int at = 0;
    for (Disagreement.Voice v : point.voices()) {
      choices.getChildren().add(voice(v, "keep-" + point.key() + "-" + at++));
    }
    if (point.free()) {
      choices.getChildren().add(instead());
    }
    RadioButton open = new RadioButton(here.t("deciding.open"));
    open.setId("open-" + point.key());
    open.setToggleGroup(group);
    choices.getChildren().add(open);
    group.selectedToggleProperty().addListener((o, was, is) -> changed.run());
  }

  /** The keyboard goes to the first of the versions. */
  void focus() {
    if (group.getToggles().getFirst() instanceof RadioButton first) {
      first.requestFocus();
    }
  }

  /** Whether the keyboard leaves this row with the next Tab. */
  boolean ends(@Nullable Node focused) {
    return other.equals(focused)
        || focused instanceof RadioButton r
            && group.equals(r.getToggleGroup())
            && !(instead.equals(r) && instead.isSelected());
  }

  /** What was chosen, for whoever signs beside. */
  String words() {
    return here.texts().code("field", FieldWords.family(point.key()))
        + ": "
        + (instead.isSelected() ? other.getText() : chosen());
  }

  private String chosen() {
    return group.getSelectedToggle() instanceof RadioButton r ? r.getText() : "";
  }

  private Node voice(Disagreement.Voice v, String id) {
    RadioButton keep = new RadioButton(FieldWords.value(point.key(), v.value(), here.texts()));
    keep.setId(id);
    keep.setToggleGroup(group);
    keep.setUserData(v.version());
    keep.setWrapText(true);
    keep.setMinHeight(Region.USE_PREF_SIZE);
    keep.getStyleClass().add("strong");
    VBox box = new VBox(1, keep, rests(Nodes.label(from(v), "muted", "small")));
    v.reason()
        .ifPresent(
            r -> box.getChildren().add(rests(Nodes.label(here.t("deciding.because", r), "small"))));
    return box;
  }

  /** Below its choice, in line with the choice's words. */
  private static Node rests(Region words) {
    words.getStyleClass().add("indented");
    return words;
  }

  private String from(Disagreement.Voice v) {
    String place = v.station().isEmpty() ? here.t("deciding.unknown") : v.station();
    String when = here.texts().date(v.time());
    String officer = v.officer().isEmpty() ? here.t("deciding.nonumber") : v.officer();
    if (v.parcel() == 0) {
      return here.t("deciding.from.here", place, when, officer);
    }
    String parcel = Texts.packageNumber(v.parcel());
    return v.carrier().isEmpty()
        ? here.t("deciding.from", place, when, officer, parcel)
        : here.t("deciding.from.carried", place, when, officer, parcel, v.carrier());
  }

  private Node instead() {
    instead.setText(here.t("deciding.other"));
    instead.setId("other-" + point.key());
    instead.setToggleGroup(group);
    other.setId("text-" + point.key());
    other.setAccessibleText(here.t("deciding.other"));
    other.setMaxWidth(360);
    other.managedProperty().bind(instead.selectedProperty());
    other.visibleProperty().bind(instead.selectedProperty());
    other.textProperty().addListener((o, was, is) -> changed.run());
    return new VBox(4, instead, other);
  }

  /** Writes the row into the table of the record. */
  void into(GridPane grid, int row) {
    VBox name =
        new VBox(
            2, Nodes.label(here.texts().code("field", FieldWords.family(point.key())), "strong"));
    int slash = point.key().indexOf('/');
    if (slash > 0) {
      name.getChildren().add(Nodes.label(point.key().substring(slash + 1), "mono", "small"));
    }
    if (point.byTwo()) {
      name.getChildren().add(Nodes.label(here.t("deciding.bytwo"), "warning", "small"));
    }
    String before =
        point
            .before()
            .map(v -> FieldWords.value(point.key(), v, here.texts()))
            .orElseGet(() -> here.t("none"));
    Node was = Nodes.label(before, "muted");
    grid.addRow(row, name, was, choices);
    GridPane.setValignment(name, VPos.TOP);
    GridPane.setValignment(was, VPos.TOP);
  }

  String key() {
    return point.key();
  }

  boolean byTwo() {
    return point.byTwo();
  }

  /** What was chosen; empty while it stays open. */
  Optional<Choice> choice() {
    if (instead.isSelected()) {
      return Optional.of(other.getText()).filter(t -> !t.isBlank()).map(Choice.Other::new);
    }
    return Optional.ofNullable(group.getSelectedToggle())
        .filter(t -> t.getUserData() instanceof RevisionId)
        .map(t -> new Choice.Keep((RevisionId) t.getUserData()));
  }
}
