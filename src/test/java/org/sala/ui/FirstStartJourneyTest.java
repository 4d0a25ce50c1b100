package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first words that anybody types into the program. */
class FirstStartJourneyTest extends JourneyWindow {
  private static final String PHRASE = "four invented words together";

  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("first");
  }

  @Test
  void anotherLanguageKeepsWhatWasTyped() {
    until("#create");
    type("#name", "Officer One Example");
    type("#handle", "one");
    type("#passphrase", PHRASE);
    type("#again", PHRASE + " twice");
    assertThat(label("#passphrase-enough")).isNotBlank();
    String english = label("#create");
    interact(() -> lookup(".door .combo-box").<ComboBox<String>>query().setValue("th"));
    until("#create");
    assertThat(label("#create")).isNotEqualTo(english);
    assertThat(lookup("#name").<TextField>query().getText()).isEqualTo("Officer One Example");
    assertThat(lookup("#handle").<TextField>query().getText()).isEqualTo("one");
    assertThat(phrase("#passphrase")).isEqualTo(PHRASE);
    assertThat(phrase("#again")).isEqualTo(PHRASE + " twice");
  }

  private String phrase(String field) {
    return lookup(field).<PasswordField>query().getText();
  }
}
