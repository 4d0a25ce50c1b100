package org.sala.ui.screening;

import javafx.scene.layout.VBox;
import org.sala.form.Wording;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** Words for the person: large in the own language, with the officer's below. */
record Spoken(String language, Here here) {
  /** The only language whose wording somebody has reviewed. */
  private static final String REVIEWED = "en";

  /** Whether words in this language may be shown to the person as what was asked. */
  boolean reviewed() {
    return own().equals(REVIEWED);
  }

  private String own() {
    return language.isEmpty() ? here.texts().language() : language;
  }

  /** The two wordings; one line where they are the same. */
  void show(VBox inside, Wording text, String large) {
    String own = text.in(own());
    String officer = text.in(here.texts().language());
    inside.getChildren().add(Nodes.label(own, large));
    if (!own.equals(officer)) {
      inside.getChildren().add(Nodes.label(officer, "muted", "below-question"));
    }
  }

  /** That nobody has reviewed the wording in this language, or that there is none. */
  void note(VBox inside, Wording text) {
    if (!reviewed()) {
      boolean there = !text.in(own()).equals(text.in(REVIEWED));
      inside
          .getChildren()
          .add(
              Nodes.label(
                  here.t(there ? "screening.unreviewed" : "screening.nowording"),
                  "muted",
                  "small"));
    }
  }
}
