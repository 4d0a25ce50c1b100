package org.sala.ui.screening;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.sala.casework.people.Cases;
import org.sala.casework.screening.Context;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.form.ContextFact;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.text.FieldWords;
import org.sala.ui.work.Work;

/**
 * What nobody asks for, beside the result: written down where it was volunteered, never counted.
 */
final class ContextPart {
  /** Chosen to take back what stands there. */
  private static final String BACK = "back";

  private final ScreeningPage page;
  private final List<ContextFact> facts;
  private final Screenings screenings;
  private final Here here;
  private final Work.Line line;
  private final Runnable again;

  /**
   * @param again hears that something was written
   */
  ContextPart(
      ScreeningPage page, Screenings screenings, Here here, Work.Line line, Runnable again) {
    this.page = page;
    this.facts = page.catalogue().map(c -> c.facts()).orElseGet(List::of);
    this.screenings = screenings;
    this.here = here;
    this.line = line;
    this.again = again;
  }

  /**
   * Returns what was written down; empty where the catalogue names nothing of it.
   *
   * @param adds whether more can be, until the screening is closed
   */
  List<Node> nodes(boolean adds) {
    if (facts.isEmpty()) {
      return List.of();
    }
    VBox card =
        Nodes.card(
            Nodes.label(here.t("context.title"), "strong"),
            Nodes.label(here.t("context.below"), "muted", "small"));
    card.setId("context");
    for (ContextFact f : facts) {
      Context stands = page.context().getOrDefault(f.code(), Context.NOTHING);
      List<Cases.Shown> differing =
          page.differing().stream().filter(s -> s.key().equals("context/" + f.code())).toList();
      if (!differing.isEmpty()) {
        VBox all = new VBox(1, Nodes.label(f.code() + "  " + text(f)));
        FieldWords.differing(differing, here.texts()).ifPresent(all.getChildren()::add);
        card.getChildren().add(all);
      } else if (!stands.equals(Context.NOTHING)) {
        String words = stands.words().isBlank() ? "" : ": " + stands.words();
        card.getChildren()
            .add(
                new VBox(
                    1,
                    Nodes.label(f.code() + "  " + text(f)),
                    Nodes.label(
                        here.texts().code("came", stands.came()) + words, "muted", "small")));
      }
    }
    if (adds && page.line().state() != Screenings.State.CLOSED) {
      Node add = Nodes.button(here.t("context.add"), "", this::ask);
      add.setId("context-add");
      card.getChildren().add(Nodes.row(add));
    }
    return List.of(card);
  }

  private String text(ContextFact f) {
    return f.text().in(here.texts().language());
  }

  private void ask() {
    Form form = new Form();
    Choice fact =
        form.add(
            here.t("context.fact"),
            Choice.asked(
                facts.stream().map(ContextFact::code).toList(),
                code ->
                    facts.stream()
                        .filter(f -> f.code().equals(code))
                        .map(f -> code + "  " + text(f))
                        .findFirst()
                        .orElse(code),
                here.t("none")));
    fact.setId("context-fact");
    Choice came =
        form.add(
            here.t("screening.came"),
            Choice.asked(
                Stream.concat(Context.WAYS.stream(), Stream.of(BACK)).toList(),
                way -> here.t(way.equals(BACK) ? "context.none" : "came." + way),
                here.t("none")));
    came.setId("context-came");
    TextArea words = form.add(here.t("screening.words"), new TextArea());
    words.setId("context-words");
    words.setPrefRowCount(3);
    words.setWrapText(true);
    here.dialogs()
        .ask(
            "context " + page.line().id(),
            here.t("context.title"),
            new VBox(10, Nodes.label(here.t("context.below"), "muted"), form),
            here.t("save"),
            () -> {
              if (fact.isEmpty() || came.isEmpty()) {
                here.dialogs().notice(here.t("context.needed"));
                return false;
              }
              Context written =
                  came.getValue().equals(BACK)
                      ? Context.NOTHING
                      : new Context(came.getValue(), words.getText());
              String code = fact.getValue();
              line.act(() -> screenings.context(page, code, written), s -> again.run());
              return true;
            });
  }
}
