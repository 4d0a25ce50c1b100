package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.ui.route.Place;

/** The issuing key is taken back with the authority's key from its safe, by two officers. */
class ReissueJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @BeforeAll
  static void twoOfficersAndAKeyInASafe() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
      hq.headquarters().certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-9");
    }
  }

  @Override
  protected Path workspace() {
    return folder.resolve("hq");
  }

  @Override
  public Optional<Path> folder(String title) {
    return Optional.of(folder.resolve("authority of hq"));
  }

  @Test
  void aSecondOfficerApprovesAndTheAuthoritysPhraseTakesItBack() {
    interact(() -> enter(Desks.unlock(folder.resolve("hq"), "zero")));
    until("#next");
    interact(() -> shell.go(new Place.Stations()));
    String before = desk.headquarters().authority().issuingKey();
    clickOn("#reissue");
    type("#approve-handle", "nine");
    type("#approve-passphrase", "phrase of nine");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    type("#reissue-old", "not the authority's phrase");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> !label("#reissue-trouble").isEmpty());
    assertThat(desk.headquarters().authority().issuingKey()).isEqualTo(before);
    type("#reissue-old", Desks.AUTHORITY);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> !desk.headquarters().authority().issuingKey().equals(before));
    untilSaid(".dialog-box", "crl.pem");
  }
}
