package org.sala.ui.people;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sala.casework.people.Cases;
import org.sala.domain.Field;
import org.sala.domain.Kinds;
import org.sala.domain.Value;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.text.FieldWords;

/** What is known of a person, each thing with the ways to change it or to take it away. */
final class FactsPart {
  /** Fields that stand for good, or that something else on the page changes. */
  private static final Set<String> FIXED = Set.of("wristband", "arrived", "detained", "photo");

  /** What can be done with one thing. */
  interface Verbs {
    void edit(Cases.Shown shown);

    void remove(Cases.Shown shown);
  }

  private final Here here;
  private final Verbs verbs;

  FactsPart(Here here, Verbs verbs) {
    this.here = here;
    this.verbs = verbs;
  }

  /** One side of what is known: the protected fields, or the others. */
  Form of(PersonKnown k, boolean protectedOnes) {
    Form form = new Form();
    Map<String, Integer> counted = new LinkedHashMap<>();
    inOrder(k.fields())
        .forEach(
            (key, shown) -> {
              boolean there = shown.disputed() || !(shown.value() instanceof Value.Nothing);
              if (there
                  && !key.equals("photo")
                  && FieldWords.isProtected("person", key) == protectedOnes) {
                String family = FieldWords.family(key);
                int number = counted.merge(family, 1, Integer::sum);
                form.show(here.texts().code("field", family), row(shown, family, number));
              }
            });
    return form;
  }

  /** In the order in which the fields of a person are declared, what nobody knows here last. */
  private static Map<String, Cases.Shown> inOrder(Map<String, Cases.Shown> fields) {
    List<String> order = Kinds.PERSON.fields().stream().map(Field::key).toList();
    Map<String, Cases.Shown> sorted = new LinkedHashMap<>();
    fields.entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                e -> {
                  int at = order.indexOf(FieldWords.family(e.getKey()));
                  return at < 0 ? order.size() : at;
                }))
        .forEach(e -> sorted.put(e.getKey(), e.getValue()));
    return sorted;
  }

  private Node row(Cases.Shown shown, String family, int number) {
    String words = FieldWords.value(shown, here.texts());
    Region value = shown.disputed() ? versions(shown) : Nodes.label(words);
    HBox.setHgrow(value, Priority.ALWAYS);
    value.setMaxWidth(Double.MAX_VALUE);
    HBox row = Nodes.row(value);
    row.setSpacing(14);
    if (FIXED.contains(shown.key())) {
      return row;
    }
    String what = here.texts().code("field", family) + ": " + words;
    if (!family.equals("language")) {
      row.getChildren().add(button("person.element.edit", "edit", what, shown, family, number));
    }
    row.getChildren().add(button("person.element.remove", "remove", what, shown, family, number));
    return row;
  }

  /** One below the other: side by side they ran into the row below in a small window. */
  private VBox versions(Cases.Shown shown) {
    VBox all = new VBox(2);
    shown
        .versions()
        .forEach(
            v ->
                all.getChildren().add(Nodes.label(FieldWords.value(shown.key(), v, here.texts()))));
    all.getChildren().add(Nodes.line(here.t("disputed"), "warning-text", "small"));
    return all;
  }

  private Button button(
      String verb, String act, String what, Cases.Shown shown, String family, int number) {
    boolean editing = act.equals("edit");
    Button button =
        Nodes.button(
            here.t(verb),
            "",
            () -> {
              if (editing) {
                verbs.edit(shown);
              } else {
                verbs.remove(shown);
              }
            },
            "plain",
            "small");
    button.setId(act + "-" + family + "-" + number);
    button.setAccessibleText(here.t(verb) + " " + what);
    return button;
  }
}
