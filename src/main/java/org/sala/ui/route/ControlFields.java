package org.sala.ui.route;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import org.sala.ui.kit.Choice;

/**
 * The text fields and choices below a node, named by their ids or their places, and what else says
 * that it is kept. A passphrase is never among them.
 */
public final class ControlFields implements Drafting.Fields {
  private static final String UNKEPT = "unkept";

  private static final String KEPT = "kept";

  private static final String BASE = "base";

  private final Map<String, Property<String>> fields = new LinkedHashMap<>();
  private final Map<String, Base> bases = new LinkedHashMap<>();
  private final Function<String, Base> shown;

  public ControlFields(Node below) {
    this(below, Base::of);
  }

  /**
   * @param shown what a control shows of a record, by what stands in it
   */
  public ControlFields(Node below, Function<String, Base> shown) {
    this.shown = shown;
    gather(below);
  }

  /**
   * Marks a node in which nothing is ever kept: it is as good as a passphrase, or the word of an
   * officer who stands beside for a moment and is gone again.
   */
  public static <N extends Node> N unkept(N node) {
    node.getProperties().put(UNKEPT, true);
    return node;
  }

  /** Says that something is kept of a node that nobody types into, such as what is ticked in it. */
  public static <N extends Node> N keeps(N node, StringProperty kept) {
    node.getProperties().put(KEPT, kept);
    return node;
  }

  /** Says what a control shows of a record. */
  public static <N extends Node> N shows(N control, Base base) {
    control.getProperties().put(BASE, base);
    return control;
  }

  private void gather(Node node) {
    switch (node) {
      case PasswordField p -> {
        // Never kept.
      }
      case Node n when n.hasProperties() && n.getProperties().containsKey(UNKEPT) -> {
        // Never kept either.
      }
      case Node n
          when n.hasProperties() && n.getProperties().get(KEPT) instanceof StringProperty k ->
          field(n, k, w -> w);
      case TextInputControl t -> field(t, t.textProperty(), w -> w);
      case Choice c -> field(c, c.valueProperty(), c::words);
      case ScrollPane s when s.getContent() != null -> gather(s.getContent());
      case Parent p -> p.getChildrenUnmodifiable().forEach(this::gather);
      default -> {
        // Nothing is typed here.
      }
    }
  }

  private void field(Node control, Property<String> typed, UnaryOperator<String> words) {
    String name = name(control);
    Base base =
        control.hasProperties() && control.getProperties().get(BASE) instanceof Base b
            ? b
            : shown.apply(typed.getValue() == null ? "" : typed.getValue());
    String caption = control.getAccessibleText();
    fields.put(name, typed);
    bases.put(name, base.called(caption == null ? "" : caption, words));
  }

  private String name(Node node) {
    String id = node.getId();
    return id == null ? "field " + fields.size() : id;
  }

  public boolean isEmpty() {
    return fields.isEmpty();
  }

  @Override
  public Map<String, String> typed() {
    Map<String, String> typed = new LinkedHashMap<>();
    fields.forEach((name, p) -> typed.put(name, p.getValue() == null ? "" : p.getValue()));
    return typed;
  }

  @Override
  public void put(Map<String, String> kept) {
    kept.forEach(
        (name, text) -> {
          Property<String> field = fields.get(name);
          if (field != null) {
            field.setValue(text);
            if (field.getBean() instanceof TextInputControl words) {
              // Whoever goes on typing goes on where the words end.
              words.end();
            }
          }
        });
  }

  @Override
  public Optional<Base> base(String name) {
    return Optional.ofNullable(bases.get(name));
  }

  @Override
  public void changed(Runnable told) {
    fields.values().forEach(p -> p.addListener((o, was, is) -> told.run()));
  }
}
