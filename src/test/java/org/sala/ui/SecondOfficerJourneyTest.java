package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.ui.kit.Choice;

/** A second officer releases a package from quarantine on the same laptop, and is gone. */
class SecondOfficerJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @BeforeAll
  static void aPackageWaitsAndOneOfficerHasProposedIt() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
      hq.headquarters().certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-9");
      Desks.enrol(station, hq, folder, "A");
      station.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
      PackageLine line =
          station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
      hq.headquarters().revoke(hq.headquarters().stations().getFirst().id(), "laptop was lost");
      Importing.Outcome.Held held =
          (Importing.Outcome.Held)
              hq.packages().take(station.packages().carry(line.id(), folder.resolve("usb")));
      hq.quarantine().propose(held.id(), "called the station, it is theirs");
    }
  }

  @Override
  protected Path workspace() {
    return folder.resolve("hq");
  }

  @Test
  void theSecondOfficerSignsWithTheOwnKeyAndTheFirstOneStaysLoggedIn() {
    interact(() -> enter(Desks.unlock(folder.resolve("hq"), "zero")));
    until("#next");
    stepIn();
    assertThat(label("#second-first"))
        .as("nobody signs what was not read")
        .isEqualTo("Officer Zero Example: called the station, it is theirs");
    assertThat(scene.getFocusOwner().getId()).isEqualTo("second-agrees");
    agree();
    type("#second-reason", "agreed");
    type("#second-handle", "zero");
    type("#second-passphrase", "phrase of zero");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> !label("#second-trouble").isEmpty());
    assertThat(desk.quarantine().waiting()).as("one officer is not two").hasSize(1);
    push(KeyCode.ESCAPE);
    soon(() -> lookup("#second-reason").tryQuery().isEmpty());
    stepIn();
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(lookup("#second-reason").tryQuery())
        .as("nobody agrees by saying nothing")
        .isPresent();
    assertThat(StackPane.getAlignment(lookup("#notice").query()))
        .as("what is said about a dialog's verbs does not lie on them")
        .isEqualTo(Pos.TOP_CENTER);
    agree();
    type("#second-reason", "agreed");
    type("#second-handle", "nine");
    type("#second-passphrase", "phrase of none");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> lookup("#second-passphrase").queryTextInputControl().getText().isEmpty());
    assertThat(lookup("#second-reason").queryTextInputControl().getText())
        .as("a wrong passphrase loses nothing else")
        .isEqualTo("agreed");
    type("#second-passphrase", "phrase of nine");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> desk.quarantine().waiting().isEmpty());
    assertThat(desk.cases().count("")).isEqualTo(1);
    assertThat(desk.officers().me()).isEqualTo("Officer Zero Example");
  }

  private void stepIn() {
    push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.L);
    until("#second-which");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#second-agrees");
  }

  private void agree() {
    interact(() -> lookup("#second-agrees").queryAs(Choice.class).setValue("yes"));
  }
}
