package org.sala.ui.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import org.sala.casework.people.People;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.PersonForm;
import org.sala.ui.route.Here;

/** One arrival in the grid: number, name, language, sex, age, and a photo where there is one. */
final class IntakeRow {
  private final Here here;
  private final TextField number;
  private final TextField name;
  private final Choice language;
  private final Choice sex;
  private final TextField age;
  private final Button photo;
  private Optional<Path> picture = Optional.empty();
  private String given;
  private boolean passed;

  /**
   * @param at from 1
   * @param given the number that it is given beforehand
   */
  IntakeRow(int at, String given, Here here) {
    this.here = here;
    this.number = field("people.number", 96);
    this.name = field("people.name", 240);
    this.language = new Choice(PersonForm.LANGUAGES, c -> here.texts().code("lang", c));
    this.sex = new Choice(List.of("", "female", "male", "other"), c -> here.texts().code("sex", c));
    this.age = field("people.birth", 130);
    this.photo = Nodes.button(here.t("intake.photo"), "", this::choose);
    this.given = given;
    number.setText(given);
    number.getStyleClass().add("mono");
    number.setId("intake-number-" + at);
    name.setId("intake-name-" + at);
    photo.setId("intake-photo-" + at);
    age.setPromptText(here.t("intake.age.how"));
    language.setAccessibleText(here.t("people.language"));
    sex.setAccessibleText(here.t("people.sex"));
    photo.setAccessibleText(here.t("photo.choose"));
    // Enter goes to the next arrival from everywhere; a photo is chosen with the space bar.
    photo.setTooltip(new Tooltip(here.t("photo.choose")));
  }

  private TextField field(String key, double width) {
    TextField field = new TextField();
    field.setAccessibleText(here.t(key));
    field.setPrefWidth(width);
    return field;
  }

  /** Proposes another number beforehand. */
  void give(String another) {
    given = another;
    number.setText(another);
  }

  TextField number() {
    return number;
  }

  TextField name() {
    return name;
  }

  Node[] nodes() {
    return new Node[] {number, name, language, sex, age, photo};
  }

  /** What is kept while it is typed; a photo is chosen again. */
  Map<String, Property<String>> fields() {
    return Map.of(
        "name", name.textProperty(),
        "language", language.valueProperty(),
        "sex", sex.valueProperty(),
        "age", age.textProperty());
  }

  /** A number that was typed is enough; one that was given beforehand says of nobody. */
  boolean filled() {
    String typed = number.getText().strip();
    return !typed.isEmpty() && !typed.equals(given)
        || !name.getText().isBlank()
        || !age.getText().isBlank()
        || !language.getValue().isEmpty()
        || !sex.getValue().isEmpty()
        || picture.isPresent();
  }

  /** A number and nothing else. */
  boolean bare() {
    return !filled() && !number.getText().isBlank();
  }

  /** Enter went through it to the next arrival. */
  void pass() {
    passed = true;
  }

  boolean passed() {
    return passed;
  }

  /** Empties the row but for its number. */
  void clear() {
    passed = false;
    fields().values().forEach(p -> p.setValue(""));
    show(Optional.empty());
  }

  void fill(Pasted.Line line) {
    name.setText(line.name());
    language.setValue(line.language());
    sex.setValue(line.sex());
    age.setText(line.age());
  }

  /** Takes over the language of the row above, which most people of one bus share. */
  void likeAbove(IntakeRow above) {
    language.setValue(above.language.getValue());
  }

  People.NewPerson person() {
    return new People.NewPerson(
        number.getText(), name.getText(), "", sex.getValue(), age.getText(), language.getValue());
  }

  Optional<Path> picture() {
    return picture;
  }

  private void choose() {
    here.dialogs().openFile(here.t("photo.choose")).ifPresent(f -> show(Optional.of(f)));
  }

  private void show(Optional<Path> chosen) {
    picture = chosen;
    photo.setText(here.t(chosen.isPresent() ? "intake.photo.chosen" : "intake.photo"));
  }
}
