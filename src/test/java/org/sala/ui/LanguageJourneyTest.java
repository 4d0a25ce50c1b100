package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.ui.kit.Choice;
import org.sala.ui.route.Place;
import org.sala.ui.shell.Shell;
import org.sala.ui.text.Texts;

/** A form that is half typed when the language changes is found in the other one. */
class LanguageJourneyTest extends JourneyWindow {
  @TempDir Path folder;
  private final Texts thai = Texts.in("th", Desks.CHEAP.clock().getZone());

  @Override
  protected Path workspace() {
    return folder.resolve("w");
  }

  /** As the window does it: another shell around the same desk. */
  @Override
  public void speak(String language) {
    shell.close();
    shell =
        new Shell(
            desk,
            Texts.in(language, Desks.CHEAP.clock().getZone()),
            this,
            clock(),
            Optional.of(lane));
    scene.setRoot(shell.node());
    shell.go(new Place.Settings());
  }

  @Test
  void whatIsHalfTypedIsFoundInTheOtherLanguageAndWhatWasKeptBeforeAsWell() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    // As it was kept while a draft was called by the words of its title.
    made.drafts()
        .keep(
            new Place.Cases() + " " + thai.t("cases.new"),
            Map.of("case-title", "Begun in Thai, long ago"));
    interact(
        () -> {
          enter(made);
          shell.go(new Place.Cases());
        });
    begin("Begun in Thai, long ago");
    type("#case-title", "House by the river");
    push(KeyCode.ESCAPE);
    interact(() -> shell.go(new Place.Settings()));
    Choice language = there("#look-language", Choice.class);
    interact(() -> language.setValue("th"));
    untilSaid(thai.t("nav.settings"));
    interact(() -> shell.go(new Place.Cases()));
    begin("House by the river");
    clickOn("#discard");
    begin("");
  }

  private void begin(String stands) {
    until("#filter");
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#case-title");
    settle();
    soon(() -> lookup("#case-title").queryTextInputControl().getText().equals(stands));
    assertThat(lookup("#discard").query().isVisible()).isEqualTo(!stands.isEmpty());
  }
}
