package org.sala.ui.roster;

import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.ScreeningPage;
import org.sala.form.Wording;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/**
 * Words for the person: large in the own language, with the officer's below, and with those that an
 * interpreter asks from.
 *
 * @param reviews whether a native speaker has reviewed the wording in a language
 * @param interpreted whether somebody interprets: then what nobody has reviewed is asked from the
 *     language it was written in
 */
public record Spoken(String language, Predicate<String> reviews, boolean interpreted, Here here) {
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
        !page.interpreter().isEmpty(),
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
        !page.interpreter().isEmpty(),
        here);
  }

  /** Whether words in this language may be shown to the person as what was asked. */
  public boolean reviewed() {
    return reviews.test(own());
  }

  private String own() {
    return language.isEmpty() ? here.texts().language() : language;
  }

  /** The language that it is asked from. */
  public String askedFrom() {
    return reviewed() || !interpreted ? own() : WRITTEN_IN;
  }

  /** The wordings; one line where they are the same. What is asked from is always among them. */
  public void show(VBox inside, Wording text, String large) {
    String own = text.in(own());
    inside.getChildren().add(Nodes.label(own, large));
    Stream.of(here.texts().language(), askedFrom())
        .map(text::in)
        .distinct()
        .filter(words -> !words.equals(own))
        .forEach(words -> inside.getChildren().add(Nodes.label(words, "muted", "below-question")));
  }

  /** Adds a note that nobody has reviewed the wording in this language, or that there is none. */
  public void note(VBox inside, Wording text) {
    if (!reviewed()) {
      boolean there = !text.in(own()).equals(text.in(WRITTEN_IN));
      inside
          .getChildren()
          .add(
              Nodes.label(
                  here.t(
                      (there ? "screening.unreviewed" : "screening.nowording")
                          + (interpreted ? "" : ".alone")),
                  "muted",
                  "small"));
    }
  }
}
