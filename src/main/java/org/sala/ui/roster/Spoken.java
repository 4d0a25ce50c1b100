package org.sala.ui.roster;

import java.util.function.Predicate;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.ScreeningPage;
import org.sala.form.Wording;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/**
 * Words for the person: large in the own language, with the officer's below.
 *
 * @param reviews whether a native speaker has reviewed the wording in a language
 */
public record Spoken(String language, Predicate<String> reviews, Here here) {
  /** The language that everything was written in. */
  private static final String WRITTEN_IN = "en";

  /** The questions of a screening: its catalogue says who has reviewed them. */
  public static Spoken questions(ScreeningPage page, Here here) {
    return new Spoken(
        page.language(),
        language ->
            page.catalogue()
                .map(c -> c.reviewed(language))
                .orElseGet(() -> language.equals(WRITTEN_IN)),
        here);
  }

  /** What is told before the first question, as the catalogue says it. */
  public static Spoken opening(ScreeningPage page, Here here) {
    return new Spoken(
        page.language(),
        language ->
            page.catalogue()
                .map(c -> c.reviewedOpening(language))
                .orElseGet(() -> language.equals(WRITTEN_IN)),
        here);
  }

  /** Whether words in this language may be shown to the person as what was asked. */
  public boolean reviewed() {
    return reviews.test(own());
  }

  private String own() {
    return language.isEmpty() ? here.texts().language() : language;
  }

  /** The two wordings; one line where they are the same. */
  public void show(VBox inside, Wording text, String large) {
    String own = text.in(own());
    String officer = text.in(here.texts().language());
    inside.getChildren().add(Nodes.label(own, large));
    if (!own.equals(officer)) {
      inside.getChildren().add(Nodes.label(officer, "muted", "below-question"));
    }
  }

  /** Adds a note that nobody has reviewed the wording in this language, or that there is none. */
  public void note(VBox inside, Wording text) {
    if (!reviewed()) {
      boolean there = !text.in(own()).equals(text.in(WRITTEN_IN));
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
