package org.sala.ui.kit;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A line of tabs; each may carry a count in its words. */
public final class Tabs extends HBox {
  private final Consumer<String> chosen;

  public Tabs(Consumer<String> chosen) {
    this.chosen = chosen;
    getStyleClass().add("tabs");
  }

  public void add(String key, String words) {
    Button button = new Button(words);
    button.getStyleClass().setAll("button", "tab-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setUserData(key);
    button.setId("tab-" + key);
    button.setOnAction(e -> choose(key));
    getChildren().add(button);
  }

  /** Says something else on a tab: a count that has changed. */
  public void rename(String key, String words) {
    for (Node n : getChildren()) {
      if (key.equals(n.getUserData()) && n instanceof Button button) {
        button.setText(words);
      }
    }
  }

  /** Marks a tab and tells of it. */
  public void choose(String key) {
    getChildren()
        .forEach(
            n -> {
              n.getStyleClass().remove("here");
              if (key.equals(n.getUserData())) {
                n.getStyleClass().add("here");
              }
            });
    chosen.accept(key);
  }
}
