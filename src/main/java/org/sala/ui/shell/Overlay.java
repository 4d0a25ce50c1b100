package org.sala.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Dialogs;
import org.sala.ui.route.Drafting;
import org.sala.ui.route.KeptLine;
import org.sala.ui.text.Origins;
import org.sala.ui.text.Texts;
import org.sala.ui.work.Work;

/**
 * Dialogs and short notices over the screen. A click outside never loses typing; Escape closes and
 * keeps it, and the next opening offers it again. Only "Discard" throws it away.
 */
final class Overlay implements Dialogs {

  /** Asks the operating system for files; tests and pictures answer for it. */
  interface Files {
    Optional<Path> open(String title);

    List<Path> openSeveral(String title);

    Optional<Path> save(String title, String name);

    Optional<Path> folder(String title);
  }

  /** The width of a dialog: as wide as its words are easily read. */
  private static final double WIDTH = 560;

  /** What is left of the width for the content, between the box's paddings and borders. */
  private static final double INSIDE = WIDTH - 42;

  /** As tall as its words are once they are wrapped; it scrolls only where the window ends. */
  private static final class Tall extends ScrollPane {
    Tall(Node content) {
      super(content);
    }

    @Override
    public void requestFocus() {
      // Whoever clicks beside a field types on in it.
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
      return Math.ceil(getContent().prefHeight(width > 0 ? width : INSIDE)) + 2;
    }
  }

  /** A notice is as wide as it needs, up to this; then it wraps. */
  private static final double NOTICE = 720;

  private final StackPane layer;
  private final Texts texts;
  private final Files files;
  private final Drafting drafts;
  private final Supplier<String> forms;
  private final Work work;
  private @Nullable Node noticed;

  /**
   * @param forms names the place where a dialog is opened, so that its draft is found there again
   * @param work saves what is typed into dialogs
   */
  Overlay(
      StackPane layer,
      Texts texts,
      Files files,
      Drafting drafts,
      Supplier<String> forms,
      Work work) {
    this.layer = layer;
    this.texts = texts;
    this.files = files;
    this.drafts = drafts;
    this.forms = forms;
    this.work = work;
  }

  @Override
  public void ask(String about, String title, Node content, String verb, Go go) {
    ask(about, title, content, verb, go, false);
  }

  @Override
  public void askForGood(String about, String title, Node content, String verb, Go go) {
    ask(about, title, content, verb, go, true);
  }

  private void ask(String about, String title, Node content, String verb, Go go, boolean forGood) {
    ControlFields fields = new ControlFields(content);
    Button close = Nodes.button(texts.t("cancel"), "Esc", () -> {});
    close.setCancelButton(true);
    close.setId("close-dialog");
    Button act = Nodes.button(said(verb), "Ctrl Enter", () -> {}, "primary");
    act.setId("verb");
    if (forGood) {
      act.getStyleClass().add("for-good");
    }
    VBox kept = new VBox();
    kept.setId("kept-draft");
    Button discard = Nodes.button(texts.t("draft.discard"), "", () -> {}, "dangerous");
    discard.setId("discard");
    // There is nothing to throw away before something was typed.
    discard.setVisible(false);
    BorderPane actions = new BorderPane();
    HBox verbs = new HBox(8, close, act);
    verbs.setAlignment(Pos.CENTER_RIGHT);
    // Tab leads on to the verbs: a space there never throws away what was just typed.
    actions.setRight(verbs);
    actions.setLeft(discard);
    StackPane shade = show(title, new VBox(kept, content), actions);
    Drafting.Typing typing =
        fields.isEmpty()
            ? Drafting.none().keep(title, fields, r -> {})
            : keep(about, title, fields, r -> KeptLine.show(kept, r, texts));
    Map<String, String> first = fields.typed();
    fields.changed(
        () -> {
          boolean typed = !fields.typed().equals(first);
          discard.setVisible(typed);
          close.setText(texts.t(typed ? "draft.keep" : "cancel"));
        });
    Runnable gone = () -> close(shade);
    close.setOnAction(
        e -> {
          typing.left();
          gone.run();
        });
    discard.setOnAction(
        e -> {
          typing.over();
          gone.run();
        });
    if (firstToType(content).isEmpty()) {
      // Keys belong to the dialog even where there is nothing to type.
      (forGood ? close : act).requestFocus();
    }
    act.setOnAction(
        e -> {
          // A spinner sends each key twice; a dialog that has gone does nothing more.
          if (!layer.getChildren().contains(shade)) {
            return;
          }
          AtomicBoolean goes = new AtomicBoolean();
          Work.Gesture asked = work.gesture(() -> goes.set(go.go()));
          if (goes.get()) {
            typing.saved(asked::failed);
            gone.run();
          }
        });
    shade.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER && e.isControlDown()) {
            act.fire();
            e.consume();
          } else if (e.getCode() == KeyCode.ESCAPE) {
            close.fire();
            e.consume();
          }
        });
  }

  private Drafting.Typing keep(
      String about, String title, ControlFields fields, Consumer<Drafting.Restored> restored) {
    String place = forms.get();
    return drafts.keep(() -> named(place, title, about), fields, restored);
  }

  /**
   * By the message that it is called by, and not by its words: whoever changes the language while
   * something is half typed finds it in the other one.
   */
  private static Drafting.Named named(String place, String title, String about) {
    Optional<Origins.Origin> origin = Origins.of(title);
    // What a title says of the record is in its language too; which record it is, about says.
    String lasting =
        origin
            .map(o -> about.isEmpty() ? o.key() + " " + String.join(" ", o.values()) : o.key())
            .orElse(title);
    return new Drafting.Named(
        String.join(" ", place, lasting, about).strip(),
        origin.map(Origins.Origin::spoken).orElse(List.of()).stream()
            .map(words -> String.join(" ", place, words, about).strip())
            .toList());
  }

  /** Dots say that something is asked before it happens; here it is being asked. */
  private static String said(String words) {
    return words.endsWith("…") ? words.substring(0, words.length() - 1).strip() : words;
  }

  @Override
  public void tell(String title, Node content) {
    Button close = Nodes.button(texts.t("close"), "Esc", () -> {}, "primary");
    close.setCancelButton(true);
    close.setId("verb");
    HBox actions = new HBox(close);
    actions.setAlignment(Pos.CENTER_RIGHT);
    StackPane shade = show(title, content, actions);
    close.setOnAction(e -> close(shade));
    shade.setOnKeyPressed(
        e -> {
          // Whoever goes on with this key everywhere goes on with it here.
          if (e.getCode() == KeyCode.ENTER && e.isControlDown()) {
            close.fire();
            e.consume();
          }
        });
    close.requestFocus();
  }

  /**
   * The keyboard goes back to where it was, where that is still there; unless another dialog was
   * opened over this one meanwhile and has it.
   */
  private void close(StackPane shade) {
    Optional<StackPane> has = shadeWithKeyboard();
    layer.getChildren().remove(shade);
    boolean another = has.isPresent() && !has.get().equals(shade);
    if (!another && shade.getUserData() instanceof Node before) {
      stillThere(before).ifPresent(Node::requestFocus);
    }
  }

  /**
   * Returns what stands in the place of a node that was drawn anew meanwhile, known by its name.
   */
  private Optional<Node> stillThere(Node before) {
    if (before.getScene() != null || before.getId() == null || layer.getScene() == null) {
      return Optional.of(before).filter(n -> n.getScene() != null);
    }
    return Optional.ofNullable(layer.getScene().lookup("#" + before.getId()));
  }

  /** The dialog in which the keyboard is. */
  private Optional<StackPane> shadeWithKeyboard() {
    Node at = layer.getScene() == null ? null : layer.getScene().getFocusOwner();
    while (at != null && !isShade(at)) {
      at = at.getParent();
    }
    return at instanceof StackPane shade ? Optional.of(shade) : Optional.empty();
  }

  private static boolean isShade(Node n) {
    return n.getStyleClass().contains("shade");
  }

  private StackPane show(String title, Node content, Node actions) {
    ScrollPane scroll = new Tall(content);
    scroll.setFitToWidth(true);
    // One line of words is lower than what a scroll pane takes by itself.
    scroll.setMinHeight(0);
    VBox box = new VBox(Nodes.label(said(title), "title"), scroll, actions);
    box.getStyleClass().add("dialog-box");
    box.setMaxHeight(VBox.USE_PREF_SIZE);
    box.setPrefWidth(WIDTH);
    StackPane shade = new StackPane(box);
    shade.setPadding(new Insets(20));
    shade.getStyleClass().add("shade");
    if (layer.getScene() != null) {
      // One dialog after another: where the keyboard was before the first of them.
      shade.setUserData(
          shadeWithKeyboard().map(Node::getUserData).orElse(layer.getScene().getFocusOwner()));
    }
    layer.getChildren().add(shade);
    shade.applyCss();
    firstToType(content).ifPresent(Node::requestFocus);
    return shade;
  }

  /**
   * Where words go, or where there are none a choice; a choice that nothing was assumed for stands
   * before the words below it. A field that something else has to be chosen for takes no keys yet.
   */
  private static Optional<Node> firstToType(Node content) {
    List<Node> fields =
        content.lookupAll("*").stream().filter(n -> !n.isDisabled() && takesKeys(n)).toList();
    return fields.stream()
        .filter(n -> n instanceof TextInputControl || n instanceof Choice c && c.isEmpty())
        .findFirst()
        .or(() -> fields.stream().findFirst())
        .or(() -> content.lookupAll("*").stream().filter(Overlay::ticks).findFirst());
  }

  /** What has to be agreed to comes before the verb, where nothing else is asked. */
  private static boolean ticks(Node n) {
    return (n instanceof CheckBox || n instanceof RadioButton) && !n.isDisabled();
  }

  private static boolean takesKeys(Node n) {
    return n instanceof TextInputControl t && t.isEditable() || n instanceof ComboBoxBase<?>;
  }

  @Override
  public void notice(String words) {
    var label = Nodes.label(words, "badge", "info");
    label.setId("notice");
    label.setMaxHeight(Region.USE_PREF_SIZE);
    // What stands below it can be pressed all the same.
    label.setMouseTransparent(true);
    // Below a dialog there may be no room: its verbs are never behind what is said about them.
    boolean dialog = layer.getChildren().stream().anyMatch(Overlay::isShade);
    StackPane.setAlignment(label, dialog ? Pos.TOP_CENTER : Pos.BOTTOM_CENTER);
    StackPane.setMargin(label, dialog ? new Insets(6, 0, 0, 0) : new Insets(0, 0, 40, 0));
    // One at a time: the last word is the one that holds.
    layer.getChildren().remove(noticed);
    noticed = label;
    layer.getChildren().add(label);
    label.applyCss();
    // As wide as its words: a bar across the window with one word in it looks broken.
    label.setMaxWidth(Math.min(NOTICE, Math.ceil(label.prefWidth(-1))));
    PauseTransition pause = new PauseTransition(Duration.seconds(4));
    pause.setOnFinished(e -> layer.getChildren().remove(label));
    pause.play();
  }

  @Override
  public Optional<Path> openFile(String title) {
    return files.open(title);
  }

  @Override
  public List<Path> openFiles(String title) {
    return files.openSeveral(title);
  }

  @Override
  public Optional<Path> saveFile(String title, String name) {
    return files.save(title, name);
  }

  @Override
  public Optional<Path> folder(String title) {
    return files.folder(title);
  }
}
