package org.sala.ui.kit;

import java.util.regex.Pattern;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** The smallest pieces, each one line to make. */
public final class Nodes {
  private static final Pattern TIME_COLON = Pattern.compile("(?<=[0-9]):(?=[0-9]{2})");

  private Nodes() {}

  /**
   * Words in which no line ends within a time. The JDK breaks lines behind a colon, in every
   * language, and knows no word joiner; where marks without a width stand among Thai, the toolkit
   * draws a box over the next figure. The colon that is a letter looks the same and is a letter.
   */
  static String unbroken(String text) {
    return TIME_COLON.matcher(text).replaceAll("\uA789");
  }

  /** Words that wrap, in any script. */
  public static Label label(String text, String... classes) {
    Label label = line(unbroken(text), classes);
    if (!label.getText().equals(text)) {
      label.setAccessibleText(text);
    }
    label.setWrapText(true);
    // A window that is too low scrolls; it never cuts words short.
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** Makes a label for words that change; they are short. */
  public static Label changing(String... classes) {
    Label label = new Label();
    label.setWrapText(true);
    label.getStyleClass().addAll(classes);
    return label;
  }

  /** Words in one line, for rows of tables: what does not fit ends in dots. */
  public static Label line(String text, String... classes) {
    Label label = Whole.on(new Label(text));
    label.getStyleClass().addAll(classes);
    return label;
  }

  /** A button with its verb, and the key that does the same. */
  public static Button button(String verb, String key, Runnable action, String... classes) {
    Button button = new Button(verb);
    button.setOnAction(e -> action.run());
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.getStyleClass().addAll(classes);
    if (!key.isEmpty()) {
      Label hint = new Label(key);
      hint.getStyleClass().add("key-hint");
      button.setGraphic(hint);
      button.setContentDisplay(ContentDisplay.RIGHT);
      button.setGraphicTextGap(8);
    }
    return button;
  }

  public static HBox row(Node... nodes) {
    HBox row = new HBox(8, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** The first row of a card: as high with a link or a badge beside its words as without. */
  public static HBox heading(String words, Node... beside) {
    HBox heading = row(line(words, "strong"));
    heading.getChildren().addAll(beside);
    heading.getStyleClass().add("heading");
    return heading;
  }

  public static Region spring() {
    Region region = new Region();
    HBox.setHgrow(region, Priority.ALWAYS);
    return region;
  }

  public static VBox card(Node... nodes) {
    VBox card = new VBox(nodes);
    card.getStyleClass().add("card");
    return card;
  }

  /** A figure with its caption and what it is made of. */
  public static VBox stat(String caption, String figure, String detail, boolean alarming) {
    Label number = line(figure, "figure");
    if (alarming) {
      number.getStyleClass().add("danger");
    }
    VBox stat = card(label(caption, "caption"), number, label(detail, "muted"));
    stat.getStyleClass().add("stat");
    return stat;
  }

  /** Figures side by side, all of one width and one height, however long their words are. */
  public static GridPane stats(Region... stats) {
    GridPane row = new GridPane(14, 0);
    for (Region stat : stats) {
      ColumnConstraints share = new ColumnConstraints();
      share.setPercentWidth(100.0 / stats.length);
      row.getColumnConstraints().add(share);
      row.addRow(0, stat);
    }
    row.setMinHeight(Region.USE_PREF_SIZE);
    return row;
  }

  /** A panel at the side that scrolls by itself, so that it never makes the window too tall. */
  public static ScrollPane side(Node content, double width) {
    ScrollPane side = new ScrollPane(content);
    side.setFitToWidth(true);
    side.setPrefWidth(width);
    side.setMinWidth(Math.min(width, 220));
    side.setMinHeight(0);
    side.setPrefHeight(0);
    return side;
  }

  /** What an empty screen says, and what to do next. */
  public static VBox empty(String title, String next, Node... actions) {
    VBox box = new VBox(8, centred(label(title, "strong")), centred(label(next, "muted")));
    box.getChildren().addAll(actions);
    box.setAlignment(Pos.CENTER);
    box.setMinHeight(160);
    box.getStyleClass().add("nothing");
    return box;
  }

  /** Words in the middle of a card: all their lines are. */
  public static Label centred(Label words) {
    words.setTextAlignment(TextAlignment.CENTER);
    return words;
  }

  /** Breadcrumb, title and what it says below; badges and actions at the right. */
  public static HBox header(String crumb, String title, String below, Node... right) {
    VBox words = new VBox(2);
    if (!crumb.isEmpty()) {
      words.getChildren().add(label(crumb, "muted"));
    }
    return header(words, title, below, right);
  }

  /**
   * Makes a header with more than words above the title: badges that would take the actions' room.
   */
  public static HBox header(HBox above, String title, String below, Node... right) {
    return header(new VBox(2, above), title, below, right);
  }

  private static HBox header(VBox words, String title, String below, Node... right) {
    words.getChildren().add(label(title, "title"));
    if (!below.isEmpty()) {
      words.getChildren().add(label(below, "muted", "below-title"));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(180);
    HBox header = new HBox(10, words);
    header.getChildren().addAll(right);
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  /** Whether a node is this place or lies anywhere in it; whatever is not there lies nowhere. */
  public static boolean isWithin(@Nullable Node node, Node place) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(place)) {
        return true;
      }
    }
    return false;
  }

  /** The keyboard goes there when its place is first shown. */
  public static void focusOnceShown(Node place, Node focus) {
    place
        .sceneProperty()
        .addListener(
            new ChangeListener<>() {
              @Override
              public void changed(
                  ObservableValue<? extends Scene> o, @Nullable Scene was, @Nullable Scene is) {
                if (is != null) {
                  place.sceneProperty().removeListener(this);
                  focus.requestFocus();
                }
              }
            });
  }
}
