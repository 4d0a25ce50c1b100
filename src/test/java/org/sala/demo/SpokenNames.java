package org.sala.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;

/**
 * Listens to a screen: whatever takes the keyboard says its name to a screen reader, and whatever
 * can be pressed or typed into takes the keyboard.
 */
final class SpokenNames {
  /** Beside what has the keyboard, and pressed by a key of its own. */
  private static final Set<String> BY_ANOTHER_KEY = Set.of("strip", "pad", "sign");

  private final TreeSet<String> found = new TreeSet<>();

  List<String> found() {
    return new ArrayList<>(found);
  }

  void listen(String picture, Scene scene) {
    Set<Node> labelled = new HashSet<>();
    labels(scene.getRoot(), labelled);
    // A screen says the same in every size and dress; only the language differs.
    String name = picture.replaceAll("-(light|dark)?-?[0-9]+x[0-9]+$", "");
    hear(name, scene.getRoot(), labelled);
  }

  private static void labels(Node node, Set<Node> labelled) {
    if (node instanceof Label label && label.getLabelFor() != null && !blank(label.getText())) {
      labelled.add(label.getLabelFor());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(c -> labels(c, labelled));
    }
  }

  private void hear(String picture, Node node, Set<Node> labelled) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    boolean plain = !(node instanceof ScrollPane);
    if (plain && node.isFocusTraversable() && unnamed(node, labelled)) {
      found.add(picture + ": " + what(node) + " has no name");
    }
    if (pressed(node) && !node.isFocusTraversable()) {
      found.add(picture + ": " + what(node) + " cannot be reached by the keyboard");
    }
    // What a spinner or a choice is made of speaks through it.
    if (node instanceof Parent parent && !(node instanceof Spinner) && !isChoice(node)) {
      parent.getChildrenUnmodifiable().forEach(c -> hear(picture, c, labelled));
    }
  }

  private static boolean isChoice(Node node) {
    return node instanceof ComboBoxBase || node instanceof TextInputControl;
  }

  private static boolean pressed(Node node) {
    boolean used = node instanceof ButtonBase || isChoice(node) || node instanceof TableView;
    return used && node.getStyleClass().stream().noneMatch(BY_ANOTHER_KEY::contains);
  }

  private static boolean unnamed(Node node, Set<Node> labelled) {
    boolean says = node instanceof Labeled words && !blank(words.getText());
    return !says && blank(node.getAccessibleText()) && !labelled.contains(node);
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static String what(Node node) {
    String words = node instanceof Labeled l ? " \"" + l.getText() + "\"" : "";
    String id = node.getId() == null ? "" : "#" + node.getId();
    return node.getClass().getSimpleName() + id + node.getStyleClass() + words;
  }
}
