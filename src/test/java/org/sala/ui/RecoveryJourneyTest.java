package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.people.Cases;
import org.sala.ui.route.Place;

/**
 * Every passphrase is lost: the sheet opens, a new officer stands for the earlier work and asks for
 * enrolment together with a colleague.
 */
class RecoveryJourneyTest extends JourneyWindow {
  @TempDir static Path folder;
  private static String code;

  @BeforeAll
  static void aSheetIsKept() {
    try (Desk desk = Desks.create(folder.resolve("s"), "Officer One Example", "one")) {
      desk.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
      desk.officers().add("Officer Three Example", "three", "phrase of three".toCharArray());
      code = desk.recoverySheets().make().code();
    }
  }

  @Override
  protected Path workspace() {
    return folder.resolve("s");
  }

  @Override
  public Optional<Path> saveFile(String title, String name) {
    return Optional.of(folder.resolve(name));
  }

  @Test
  void theSheetLetsANewOfficerInWhoStandsForTheWorkAndAsksForTwo() {
    until("#sheet");
    interact(() -> lookup("#sheet").queryButton().fire());
    type("#sheet-code", "ABCD-EFGH");
    interact(() -> lookup("#recover").queryButton().fire());
    soon(() -> lookup(".error").queryLabeled().getText().startsWith("This code opens nothing"));
    // The code is still there to be compared; Enter unlocks, and writes no line into it.
    assertThat(lookup("#sheet-code").queryTextInputControl().getText()).isEqualTo("ABCD-EFGH");
    type("#sheet-code", code);
    push(KeyCode.ENTER);
    until("#again");
    push(KeyCode.ESCAPE);
    until("#sheet");
    interact(() -> lookup("#sheet").queryButton().fire());
    type("#sheet-code", code);
    push(KeyCode.ENTER);
    type("#name", "Officer Two Example");
    type("#handle", "two");
    type("#passphrase", PHRASE);
    type("#again", PHRASE);
    interact(() -> lookup("#enter").queryButton().fire());
    await().atMost(PATIENCE).until(() -> desk != null);
    until("#next");
    interact(() -> shell.go(new Place.Settings()));
    press("Stand for earlier work…");
    type("#adopt-reason", "passphrase lost");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await()
        .atMost(PATIENCE)
        .until(() -> desk.adoptions().lost().stream().anyMatch(l -> l.adopted()));
    press("Write request…");
    type("#request-number", "EX-2");
    type("#request-handle", "three");
    type("#request-colleague", "EX-3");
    BooleanSupplier held = held("#request-passphrase", "#request-trouble");
    for (String slip : List.of("phrase of tree", "phrase of thre", "phrase of the")) {
      type("#request-passphrase", slip);
      interact(() -> lookup("#request-add").queryButton().fire());
      soon(() -> !label("#request-trouble").isEmpty());
      soon(() -> lookup("#request-passphrase").queryTextInputControl().getText().isEmpty());
    }
    soon(held::getAsBoolean);
    soon(() -> !lookup("#request-passphrase").query().isDisabled());
    type("#request-passphrase", "phrase of three");
    interact(() -> lookup("#request-add").queryButton().fire());
    await().atMost(PATIENCE).until(() -> lookup("Goes along: EX-3").tryQuery().isPresent());
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    Path request = folder.resolve("sala-request.json");
    await().atMost(PATIENCE).until(() -> Files.exists(request));
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      Headquarters.Asked asked = hq.headquarters().read(request);
      assertThat(asked.officers())
          .extracting(Headquarters.Asker::number)
          .containsExactly("EX-2", "EX-3");
      assertThat(asked.adopts()).hasSize(1);
    }
  }
}
