package org.sala.ui.door;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.sala.casework.Backups;
import org.sala.casework.Restoring;
import org.sala.casework.Workplace;
import org.sala.casework.station.Progress;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.KeyboardHints;
import org.sala.ui.text.FaultWords;
import org.sala.ui.text.Texts;
import org.sala.ui.work.Work;

/** Bringing a workspace back from a backup, at the door. */
final class RestoreView {
  private final Workplace workplace;
  private final Texts texts;
  private final Work work;
  private final Label trouble;
  private final Supplier<Progress> progress;
  private final TextField file = new TextField();
  private final TextField handle = new TextField();
  private final PasswordField phrase = new PasswordField();
  private final TextField sheet = new TextField();
  private final CheckBox only = new CheckBox();

  /**
   * @param trouble where the door says what is wrong
   * @param progress hears how far it is
   */
  RestoreView(
      Workplace workplace, Texts texts, Work work, Label trouble, Supplier<Progress> progress) {
    this.workplace = workplace;
    this.texts = texts;
    this.work = work;
    this.trouble = trouble;
    this.progress = progress;
    file.setId("restore-file");
    handle.setId("restore-handle");
    phrase.setId("restore-passphrase");
    sheet.setId("restore-sheet");
    only.setId("restore-only");
    only.setText(texts.t("door.restore.only"));
    only.setWrapText(true);
    only.setMinHeight(Region.USE_PREF_SIZE);
    // Only who restores a headquarters is asked.
    only.setVisible(false);
    only.managedProperty().bind(only.visibleProperty());
  }

  /** What the card holds, in reading order. */
  List<Node> nodes(Runnable back, Consumer<Boolean> working, Consumer<Workplace.Entry> then) {
    Form form = new Form();
    Button choose = Nodes.button(texts.t("door.restore.choose"), "", this::choose);
    HBox row = Nodes.row(file, choose);
    HBox.setHgrow(file, Priority.ALWAYS);
    form.add(texts.t("door.restore.file"), row);
    file.setAccessibleText(texts.t("door.restore.file"));
    form.add(texts.t("door.handle"), handle);
    form.add(texts.t("door.passphrase"), phrase);
    form.show("", new KeyboardHints(texts, phrase).node());
    form.add(texts.t("door.restore.sheet"), sheet);
    Button go =
        Nodes.button(texts.t("door.restore.go"), "Enter", () -> go(working, then), "primary");
    go.setId("restore");
    go.setDefaultButton(true);
    Button leave = Nodes.button(texts.t("back"), "", back);
    leave.setCancelButton(true);
    return List.of(
        form,
        only,
        Nodes.label(
            workplace.isThere() ? texts.t("door.restore.aside") : texts.t("door.restore.day"),
            "muted",
            "small"),
        Nodes.row(leave, Nodes.spring(), go));
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.t("door.restore.file"));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(texts.t("backup.title"), "*" + Backups.ENDING));
    File chosen = chooser.showOpenDialog(file.getScene().getWindow());
    if (chosen != null) {
      file.setText(chosen.getPath());
    }
  }

  private void go(Consumer<Boolean> working, Consumer<Workplace.Entry> then) {
    boolean bySheet = !sheet.getText().isBlank();
    if (file.getText().isBlank() || !bySheet && handle.getText().isBlank()) {
      trouble.setText(texts.t("door.restore.fill"));
      return;
    }
    String from = file.getText().strip();
    char[] secret = (bySheet ? sheet.getText() : phrase.getText()).toCharArray();
    phrase.clear();
    String who = handle.getText();
    Progress hearing = progress.get();
    Restoring how =
        only.isSelected() ? workplace.restoring().asTheOnlyOne() : workplace.restoring();
    working.accept(true);
    work.beside(
        () -> {
          try {
            Optional<Path> there = there(from);
            if (there.isEmpty()) {
              return new Restoring.Outcome.NotABackup();
            }
            Restoring.Outcome outcome =
                bySheet
                    ? workplace.restoreBySheet(how, there.get(), new String(secret), hearing)
                    : workplace.restore(how, there.get(), who, secret, hearing);
            if (outcome instanceof Restoring.Outcome.Restored) {
              return bySheet
                  ? workplace.recover(new String(secret))
                  : workplace.unlock(who, secret);
            }
            return outcome;
          } finally {
            Arrays.fill(secret, '\0');
          }
        },
        answer -> {
          working.accept(false);
          if (answer instanceof Workplace.Entry entry) {
            then.accept(entry);
          } else {
            only.setVisible(only.isVisible() || answer instanceof Restoring.Outcome.OfHeadquarters);
            trouble.setText(words((Restoring.Outcome) answer));
          }
        },
        e -> {
          working.accept(false);
          trouble.setText(FaultWords.of(e, work.code(e), texts));
        });
  }

  /** A name of no file is no backup, and says nothing about the disk. */
  private static Optional<Path> there(String name) {
    try {
      return Optional.of(Path.of(name)).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private String words(Restoring.Outcome outcome) {
    return switch (outcome) {
      case Restoring.Outcome.Restored r -> "";
      case Restoring.Outcome.NotABackup n -> texts.t("door.restore.none");
      case Restoring.Outcome.TooNew t -> texts.t("door.toonew");
      case Restoring.Outcome.WrongPassphrase w -> texts.t("door.restore.wrong");
      case Restoring.Outcome.Damaged d -> texts.t("door.restore.damaged");
      case Restoring.Outcome.FolderTaken f -> texts.t("door.restore.taken");
      case Restoring.Outcome.NoSpace n ->
          texts.t("door.restore.space", texts.size(n.needed()), texts.size(n.free()));
      case Restoring.Outcome.ReadOnly r -> texts.t("door.readonly");
      case Restoring.Outcome.Stopped s -> texts.t("fault.STOPPED");
      case Restoring.Outcome.NeedsServer s -> texts.t("door.restore.server");
      case Restoring.Outcome.OfFolder f -> texts.t("door.server.infolder");
      case Restoring.Outcome.OfHeadquarters h ->
          texts.t("door.restore.headquarters", texts.date(h.made()));
      case Restoring.Outcome.MovedSince m -> texts.t("door.restore.moved", m.where());
      case Restoring.Outcome.NotTaken n -> EntryWords.of(n.why(), texts);
    };
  }
}
