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
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.sala.casework.Desk;
import org.sala.casework.Recovery;
import org.sala.casework.Workplace;
import org.sala.casework.station.Tools;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
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
  private final Workplace home;
  private final Tools tools;
  private final Work work;
  private final Work.Line line;
  private final RebuildNote note;
  private final Consumer<Desk> entered;
  private final BiConsumer<String, Typed> language;
  private Typed typed = Typed.NOTHING;
  private final Texts texts;
  private final DoorCard card;
  private final StackPane whole = new StackPane();

  /** What is said where the card's secret opens nothing. */
  private String wrong = "";

  public DoorView(
      Workplace workplace,
      Tools tools,
      Texts texts,
      Work work,
      Consumer<Desk> entered,
      BiConsumer<String, Typed> language) {
    this.workplace = workplace;
    this.work = work;
    this.tools = tools;
    this.texts = texts;
    this.line = work.line();
    this.card = new DoorCard(texts, line);
    this.note = new RebuildNote(card.node(), texts, work);
    this.entered = entered;
    this.language = language;
    this.home = workplace;
    whole.getChildren().setAll(card.node());
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
        .setAll(
            practice ? PracticeFrame.around(card.node(), texts.t("practice.band")) : card.node());
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
                    card::say),
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
    card.say(texts.t("door.unlock.below"));
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
    RestoreView restore = new RestoreView(telling(), texts, work, card.trouble(), note::restoring);
    show(
        texts.t("door.restore.title"),
        texts.t("door.restore.below"),
        restore.nodes(() -> begin(workplace), this::working, this::answer).toArray(Node[]::new));
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
    if (card.node().lookup("#sheet-code") instanceof TextArea code) {
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
                    card::say),
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
    wrong = texts.t("door.wrong");
    card.show(title, below, nodes);
  }

  /** While something goes on the card takes nothing; the way to stop it comes in its place. */
  private void working(boolean on) {
    if (!on) {
      note.gone();
    }
    card.working(on);
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
      card.holdNoMore();
      return;
    }
    card.hold((int) Math.ceilDiv(waits.toMillis(), 1000L), otherwise);
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
    card.say(FaultWords.of(e, work.code(e), texts));
  }

  private void answer(Workplace.Entry entry) {
    working(false);
    line.act(workplace::waiting, waits -> answer(entry, waits));
  }

  private void answer(Workplace.Entry entry, Duration waits) {
    working(false);
    switch (entry) {
      case Workplace.Entry.Entered e -> {
        card.holdNoMore();
        line.close();
        entered.accept(e.desk());
      }
      case Workplace.Entry.Recovered r -> showNewOfficer(r.recovery());
      case Workplace.Entry.WrongPassphrase w -> hold(wrong, waits);
      default -> card.say(EntryWords.of(entry, texts));
    }
  }
}
