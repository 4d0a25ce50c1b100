package org.sala.ui.door;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sala.casework.Desk;
import org.sala.casework.Recovery;
import org.sala.casework.Workplace;
import org.sala.casework.station.Tools;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Countdown;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.LowWindow;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.PracticeFrame;
import org.sala.ui.route.KeyboardHints;
import org.sala.ui.text.FaultWords;
import org.sala.ui.text.Texts;
import org.sala.ui.work.Work;

/** The way in: making a workspace, unlocking it, or opening it with the recovery sheet. */
public final class DoorView {
  private Workplace workplace;
  private boolean practice;
  private boolean working;
  private final Workplace home;
  private final Tools tools;
  private final Work work;
  private final Work.Line line;
  private final RebuildNote note;
  private final Consumer<Desk> entered;
  private final BiConsumer<String, Typed> language;
  private Typed typed = Typed.NOTHING;
  private final Texts texts;
  private final StackPane root = new StackPane();
  private final StackPane whole = new StackPane(root);
  private final Countdown countdown = new Countdown();
  private final Label trouble = Nodes.changing("error");

  /** What is said where the card's secret opens nothing. */
  private String wrong = "";

  public DoorView(
      Workplace workplace,
      Tools tools,
      Texts texts,
      Work work,
      Consumer<Desk> entered,
      BiConsumer<String, Typed> language) {
    this.note = new RebuildNote(root, texts, work);
    this.workplace = workplace;
    this.work = work;
    this.tools = tools;
    this.texts = texts;
    this.line = work.line();
    this.entered = entered;
    this.language = language;
    root.getStyleClass().add("door");
    LowWindow.follow(root, root);
    root.addEventFilter(KeyEvent.KEY_TYPED, this::typedMeanwhile);
    trouble.setId("door-trouble");
    // What is wrong is read whole, however long it is.
    trouble.setMinHeight(Region.USE_PREF_SIZE);
    trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
    this.home = workplace;
    whole.getChildren().setAll(root);
    begin(workplace);
  }

  /** Opens on a workplace: the one of the work, or the one beside it for practice. */
  private void begin(Workplace to) {
    // The key file says it, on a disk that may be slow; what it cannot say is found by whoever
    // tries.
    line.act(
        () -> new Looked(to.isThere(), to.saysPractice()),
        looked -> begun(to, looked),
        e -> {
          begun(to, new Looked(true, false));
          failed(e);
        });
  }

  /** What a place says before anybody has unlocked it. */
  private record Looked(boolean there, boolean practice) {}

  private void begun(Workplace to, Looked looked) {
    workplace = to;
    practice = !to.equals(home) || looked.practice();
    whole
        .getChildren()
        .setAll(practice ? PracticeFrame.around(root, texts.t("practice.band")) : root);
    if (looked.there()) {
      showUnlock();
    } else {
      showFirstStart();
    }
  }

  /** The way from work to practice, and back. */
  private List<Node> otherDoor() {
    if (workplace.equals(home) && practice) {
      return List.of();
    }
    boolean away = workplace.equals(home);
    Button other =
        Nodes.button(
            texts.t(away ? "practice.door" : "practice.door.back"),
            "",
            () -> begin(away ? home.forPractice() : home),
            "plain");
    other.setId("practise");
    return List.of(other);
  }

  /**
   * What was typed at the first start before another language was chosen.
   *
   * @param phrases both fields of the passphrase
   */
  public record Typed(String name, String handle, List<String> phrases) {
    private static final Typed NOTHING = new Typed("", "", List.of("", ""));

    public Typed {
      phrases = List.copyOf(phrases);
    }

    @Override
    public String toString() {
      return "Typed";
    }
  }

  /** Goes on, once the first start is shown, with what was typed in another language. */
  public void goOn(Typed from) {
    typed = from;
  }

  public StackPane node() {
    return whole;
  }

  private void showFirstStart() {
    OfficerForm officer = new OfficerForm(texts);
    officer.goOn(typed);
    typed = Typed.NOTHING;
    Choice languages = languages(officer);
    Button go =
        Nodes.button(
            texts.t(practice ? "practice.first.go" : "door.create"),
            "Enter",
            () ->
                officer.go(
                    o -> {
                      Workplace.FirstStart first =
                          new Workplace.FirstStart(
                              languages.getValue(), o.name(), o.handle(), o.passphrase());
                      enter(
                          () ->
                              practice
                                  ? workplace.createForPractice(first)
                                  : workplace.create(first),
                          o.passphrase());
                    },
                    trouble::setText),
            "primary");
    go.setDefaultButton(true);
    go.setId("create");
    List<Node> nodes = officer.nodes(practice ? Optional.empty() : Optional.of(languages));
    // A backup of the work is never unpacked where one practises.
    HBox foot = practice ? Nodes.row() : Nodes.row(restoreButton());
    foot.getChildren().addAll(otherDoor());
    foot.getChildren().addAll(Nodes.spring(), go);
    nodes.add(foot);
    show(
        texts.t(practice ? "practice.first.title" : "door.first.title"),
        texts.t(practice ? "practice.first.below" : "door.first.below"),
        nodes.toArray(Node[]::new));
  }

  private Button restoreButton() {
    Button restore = Nodes.button(texts.t("door.restore"), "", this::showRestore, "plain");
    restore.setId("restore-backup");
    return restore;
  }

  private Choice languages(OfficerForm officer) {
    Function<String, String> names = code -> texts.t("language." + code);
    Choice choice = new Choice(Texts.LANGUAGES, names);
    choice.setValue(texts.language());
    choice.valueProperty().addListener((o, was, is) -> language.accept(is, officer.typed()));
    return choice;
  }

  private void showUnlock() {
    Form form = new Form();
    TextField handle = form.add(texts.t("door.handle"), new TextField());
    handle.setId("handle");
    PasswordField phrase = form.add(texts.t("door.passphrase"), new PasswordField());
    phrase.setId("passphrase");
    Button go =
        Nodes.button(
            texts.t("door.unlock"),
            "Enter",
            () -> {
              if (phrase.getText().isEmpty()) {
                incomplete(handle, phrase);
                return;
              }
              char[] secret = phrase.getText().toCharArray();
              phrase.clear();
              enter(() -> telling().unlock(handle.getText(), secret), secret);
            },
            "primary");
    go.setDefaultButton(true);
    go.setId("unlock");
    Button sheet = Nodes.button(texts.t("door.sheet"), "", this::showSheet, "plain");
    sheet.setId("sheet");
    HBox foot = workplace.equals(home) ? Nodes.row(restoreButton()) : Nodes.row();
    foot.getChildren().add(Nodes.spring());
    foot.getChildren().addAll(otherDoor());
    show(
        texts.t(practice ? "practice.unlock.title" : "door.unlock.title"),
        texts.t("door.unlock.below"),
        form,
        new KeyboardHints(texts, phrase).node(),
        Nodes.row(sheet, Nodes.spring(), go),
        foot);
    hold("");
  }

  /**
   * Nothing is tried without a passphrase. Words where the handle belongs are one that was typed
   * too early, and everybody could read it.
   */
  private void incomplete(TextField handle, PasswordField phrase) {
    trouble.setText(texts.t("door.unlock.below"));
    boolean words = handle.getText().strip().contains(" ");
    if (words) {
      handle.clear();
    }
    (words || handle.getText().isBlank() ? handle : phrase).requestFocus();
  }

  /**
   * The workplace, telling in place of the card how far it is when its view has to be made anew.
   */
  private Workplace telling() {
    return workplace.telling(note.rebuilding());
  }

  private void showRestore() {
    RestoreView restore = new RestoreView(telling(), texts, work, trouble, note::restoring);
    show(
        texts.t("door.restore.title"),
        texts.t("door.restore.below"),
        restore.nodes(() -> begin(workplace), this::working, this::answer).toArray(Node[]::new));
  }

  /** While something goes on the card takes nothing; the way to stop it comes in its place. */
  private void working(boolean on) {
    taking(!on);
    trouble.setText(on ? texts.t("door.working") : "");
    trouble.getStyleClass().setAll("label", on ? "muted" : "error");
    working = on;
    if (on) {
      // Keys are still heard there, so that somebody who types on is told.
      root.requestFocus();
    } else {
      note.gone();
      typeAgain();
    }
  }

  /** Whether the card takes anything; what it says can be read all the same. */
  private void taking(boolean takes) {
    if (root.getChildren().getFirst() instanceof VBox card) {
      card.getChildren().stream()
          .filter(n -> !n.equals(trouble))
          .forEach(n -> n.setDisable(!takes));
    }
  }

  /** Opening a key takes a second, in which nothing is taken: whoever types on sees it. */
  private void typedMeanwhile(KeyEvent key) {
    String letter = key.getCharacter();
    if (working && !letter.isEmpty() && !Character.isISOControl(letter.charAt(0))) {
      trouble.setText(texts.t("door.working.typed"));
      trouble.getStyleClass().setAll("label", "error");
      key.consume();
    }
  }

  /** A card that took nothing for a while has lost the keyboard: it goes on where it matters. */
  private void typeAgain() {
    // Never where what is typed can be read.
    Node field = root.lookup(".password-field");
    Node first = field == null ? root.lookup(".text-input") : field;
    if (first != null) {
      first.requestFocus();
    }
  }

  private void showSheet() {
    Form form = new Form();
    form.add(texts.t("door.code"), SheetCode.field(this::recover));
    Button go = Nodes.button(texts.t("door.unlock"), "Enter", this::recover, "primary");
    go.setDefaultButton(true);
    go.setId("recover");
    Button back = Nodes.button(texts.t("back"), "", this::showUnlock);
    back.setCancelButton(true);
    show(
        texts.t("door.sheet.title"),
        texts.t("door.sheet.below"),
        form,
        Nodes.row(back, Nodes.spring(), go));
    wrong = texts.t("door.sheet.wrong");
  }

  private void recover() {
    if (root.lookup("#sheet-code") instanceof TextArea code) {
      String typed = code.getText();
      enter(() -> telling().recover(typed), new char[0]);
    }
  }

  /** After the sheet: a new officer, for the sheet gives back no signing key. */
  private void showNewOfficer(Recovery recovery) {
    OfficerForm officer = new OfficerForm(texts);
    Button go =
        Nodes.button(
            texts.t("door.enter"),
            "Enter",
            () ->
                officer.go(
                    o ->
                        enter(
                            () ->
                                recovery.enter(
                                    o.name(), o.handle(), o.passphrase(), tools.random()),
                            o.passphrase()),
                    trouble::setText),
            "primary");
    go.setDefaultButton(true);
    go.setId("enter");
    Button back =
        Nodes.button(
            texts.t("back"),
            "",
            () ->
                line.act(
                    () -> {
                      recovery.leave();
                      return recovery;
                    },
                    left -> showUnlock()));
    back.setCancelButton(true);
    List<Node> nodes = officer.nodes(Optional.empty());
    nodes.add(Nodes.row(back, Nodes.spring(), go));
    show(texts.t("door.new.title"), texts.t("door.new.below"), nodes.toArray(Node[]::new));
  }

  private void show(String title, String below, Node... nodes) {
    trouble.setText("");
    wrong = texts.t("door.wrong");
    VBox card = Nodes.card(Nodes.label(title, "title"), Nodes.label(below, "muted"));
    card.getChildren().addAll(nodes);
    card.getChildren().add(trouble);
    card.setMaxHeight(VBox.USE_PREF_SIZE);
    root.getChildren().setAll(card);
    line.act(
        () -> card,
        shown -> {
          Node first = shown.lookup(".text-input");
          if (first != null && !isTyping(shown)) {
            first.requestFocus();
          }
        });
  }

  /** Whoever is quicker than the card keeps the field that the keys go into. */
  private static boolean isTyping(Node card) {
    return card.getScene() != null
        && card.getScene().getFocusOwner() instanceof TextInputControl in
        && Nodes.isWithin(in, card);
  }

  /**
   * Holds the card after several wrong passphrases: it takes nothing for a while, and says for how
   * long.
   */
  private void hold(String otherwise) {
    line.act(workplace::waiting, waits -> hold(otherwise, waits));
  }

  private void hold(String otherwise, Duration waits) {
    if (waits.isZero() && otherwise.isEmpty()) {
      countdown.stop();
      return;
    }
    int seconds = (int) Math.ceilDiv(waits.toMillis(), 1000L);
    countdown.from(
        seconds,
        left -> {
          taking(left == 0);
          trouble.setText(left > 0 ? texts.t("door.wait", left) : otherwise);
          if (left == 0 && seconds > 0) {
            typeAgain();
          }
        });
  }

  private interface Trying {
    Workplace.Entry go();
  }

  private void enter(Trying trying, char[] secret) {
    working(true);
    line.act(
        () -> {
          try {
            return new Tried(trying.go(), workplace.waiting());
          } finally {
            Arrays.fill(secret, '\0');
          }
        },
        tried -> answer(tried.entry(), tried.waits()),
        this::failed);
  }

  /** What came of a try, and how long the next one has to wait. */
  private record Tried(Workplace.Entry entry, Duration waits) {}

  /** Says on this card what failed at the one before it. */
  public void tell(Exception e) {
    line.act(() -> e, this::failed);
  }

  /** What nobody foresaw is told as well, and the card takes the next try. */
  private void failed(Exception e) {
    working(false);
    trouble.setText(FaultWords.of(e, work.code(e), texts));
  }

  private void answer(Workplace.Entry entry) {
    working(false);
    line.act(workplace::waiting, waits -> answer(entry, waits));
  }

  private void answer(Workplace.Entry entry, Duration waits) {
    working(false);
    switch (entry) {
      case Workplace.Entry.Entered e -> {
        countdown.stop();
        line.close();
        entered.accept(e.desk());
      }
      case Workplace.Entry.Recovered r -> showNewOfficer(r.recovery());
      case Workplace.Entry.WrongPassphrase w -> hold(wrong, waits);
      default -> trouble.setText(words(entry, texts));
    }
  }

  /** What an officer is told who did not get in: what it is, and what to do next. */
  static String words(Workplace.Entry entry, Texts texts) {
    return switch (entry) {
      case Workplace.Entry.Entered e -> "";
      case Workplace.Entry.Recovered r -> "";
      case Workplace.Entry.WrongPassphrase w -> texts.t("door.wrong");
      case Workplace.Entry.Stopped s -> texts.t("door.stopped");
      case Workplace.Entry.OpenElsewhere o -> texts.t("door.elsewhere");
      case Workplace.Entry.KeyFileDamaged k -> texts.t("door.keyfile");
      case Workplace.Entry.StateDamaged s -> texts.t("door.state");
      case Workplace.Entry.ScopeKeysDamaged s -> texts.t("door.scopekeys");
      case Workplace.Entry.TooNew n -> texts.t("door.toonew");
      case Workplace.Entry.ReadOnly r -> texts.t("door.readonly");
      case Workplace.Entry.DiskFull d -> texts.t("door.full");
      case Workplace.Entry.ServerAway a -> texts.t("door.server.away", a.where());
      case Workplace.Entry.InFolder f -> texts.t("door.server.infolder");
      case Workplace.Entry.ServerDiffers d -> texts.t("door.server.differs");
      case Workplace.Entry.OpensTooLittle o -> texts.t("door.server.less");
      case Workplace.Entry.ViewNotMade v -> texts.t("door.server.noview");
      case Workplace.Entry.JournalDamaged j -> texts.t("door.journal", j.segment());
    };
  }
}
