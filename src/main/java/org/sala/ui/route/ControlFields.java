package org.sala.ui.route;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import org.sala.ui.kit.Choice;

/**
 * The text fields and choices below a node, named by their ids or their places. A passphrase is
 * never among them.
 */
public final class ControlFields implements Drafting.Fields {
  private static final String UNKEPT = "unkept";

  private final Map<String, Property<String>> fields = new LinkedHashMap<>();

  public ControlFields(Node below) {
    gather(below);
  }

  /**
   * Nothing in this node is ever kept: it is as good as a passphrase, or the word of an officer who
   * stands beside for a moment and is gone again.
   */
  public static <N extends Node> N unkept(N node) {
    node.getProperties().put(UNKEPT, true);
    return node;
  }

  private void gather(Node node) {
    switch (node) {
      case PasswordField p -> {
        // Never kept.
      }
      case Node n when n.hasProperties() && n.getProperties().containsKey(UNKEPT) -> {
        // Never kept either.
      }
      case TextInputControl t -> fields.put(name(t), t.textProperty());
      case Choice c -> fields.put(name(c), c.valueProperty());
      case ScrollPane s when s.getContent() != null -> gather(s.getContent());
      case Parent p -> p.getChildrenUnmodifiable().forEach(this::gather);
      default -> {
        // Nothing is typed here.
      }
    }
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
          }
        });
  }

  @Override
  public void changed(Runnable told) {
    fields.values().forEach(p -> p.addListener((o, was, is) -> told.run()));
  }
}
