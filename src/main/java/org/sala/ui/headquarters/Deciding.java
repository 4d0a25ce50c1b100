package org.sala.ui.headquarters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.sala.casework.packages.take.Quarantine;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.LongList;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.route.Signature;
import org.sala.ui.text.Texts;
import org.sala.ui.transit.FoundWords;
import org.sala.ui.transit.Underway;
import org.sala.ui.work.Work;

/**
 * Deciding on what waits in quarantine: one officer proposes, a second admits by the own handle and
 * passphrase at that moment; one is enough to keep it out. Each gives a reason.
 */
final class Deciding {
  private final Quarantine quarantine;
  private final Here here;
  private final Work.Line line;
  private final Pane slot;
  private final Runnable changed;

  Deciding(Quarantine quarantine, Here here, Work.Line line, Pane slot, Runnable changed) {
    this.quarantine = quarantine;
    this.here = here;
    this.line = line;
    this.slot = slot;
    this.changed = changed;
  }

  Node[] buttons(Quarantine.Waiting w) {
    List<Button> buttons = new ArrayList<>();
    if (w.proposed().isEmpty()) {
      buttons.add(named("propose", Nodes.button(here.t("decide.propose"), "", () -> propose(w))));
    } else {
      buttons.add(
          named("admit", Nodes.button(here.t("decide.admit"), "", () -> admit(w), "primary")));
    }
    buttons.add(
        named("reject", Nodes.button(here.t("decide.reject"), "", () -> reject(w), "dangerous")));
    buttons.add(named("again", Nodes.button(here.t("decide.again"), "", () -> again(w))));
    return buttons.toArray(Node[]::new);
  }

  /** Returns the decisions on a waiting package, for the menu of a row. */
  <R> List<LongList.Verb<R>> verbs(Function<R, Optional<Quarantine.Waiting>> waiting) {
    Predicate<R> first = r -> waiting.apply(r).filter(w -> w.proposed().isEmpty()).isPresent();
    Predicate<R> second = r -> waiting.apply(r).filter(w -> w.proposed().isPresent()).isPresent();
    Predicate<R> any = r -> waiting.apply(r).isPresent();
    return List.of(
        new LongList.Verb<>(
            here.t("decide.propose"), "", first, r -> waiting.apply(r).ifPresent(this::propose)),
        new LongList.Verb<>(
            here.t("decide.admit"), "", second, r -> waiting.apply(r).ifPresent(this::admit)),
        new LongList.Verb<>(
            here.t("decide.reject"), "", any, r -> waiting.apply(r).ifPresent(this::reject)),
        new LongList.Verb<>(
            here.t("decide.again"), "", any, r -> waiting.apply(r).ifPresent(this::again)));
  }

  private static Button named(String id, Button button) {
    button.setId(id);
    return button;
  }

  private void propose(Quarantine.Waiting w) {
    Because because = because(w, "decide.propose.below");
    here.dialogs()
        .ask(
            w.id().toString(),
            here.t("decide.propose"),
            because.content(),
            here.t("decide.propose"),
            () ->
                because.given(
                    reason ->
                        line.act(
                            () -> quarantine.propose(w.id(), reason),
                            done -> {
                              here.dialogs().notice(here.t("decide.proposed"));
                              changed.run();
                            })));
  }

  private void reject(Quarantine.Waiting w) {
    Because because = because(w, "decide.reject.below");
    here.dialogs()
        .askForGood(
            w.id().toString(),
            here.t("decide.reject"),
            because.content(),
            here.t("decide.reject"),
            () ->
                because.given(
                    reason ->
                        Underway.run(
                            here,
                            line,
                            slot,
                            here.t("decide.underway"),
                            progress -> quarantine.reject(w.id(), reason),
                            done -> {
                              here.dialogs().notice(here.t("decide.rejected"));
                              changed.run();
                            })));
  }

  /** What it is about, and the reason that has to be given. */
  private record Because(VBox content, TextField reason, Runnable missing) {
    boolean given(Consumer<String> then) {
      if (reason.getText().isBlank()) {
        missing.run();
        return false;
      }
      then.accept(reason.getText());
      return true;
    }
  }

  private Because because(Quarantine.Waiting w, String below) {
    Form form = new Form();
    TextField reason = form.add(here.t("reason"), new TextField());
    reason.setId("reason");
    return new Because(
        new VBox(10, words(w), Nodes.label(here.t(below), "muted"), form),
        reason,
        () -> here.dialogs().notice(here.t("reason.needed")));
  }

  private VBox words(Quarantine.Waiting w) {
    String from = w.stationName().isEmpty() ? here.t("arrivals.unknown") : w.stationName();
    String which = here.t("arrivals.one", from, Texts.packageNumber(w.sequence()));
    VBox words = new VBox(4, Nodes.label(which, "strong"));
    FoundWords.doubts(w.doubts(), here).forEach(d -> words.getChildren().add(Nodes.label(d)));
    words
        .getChildren()
        .add(
            Nodes.label(
                here.t(w.partly() ? "packages.held" : "packages.changes", w.changes()), "muted"));
    return words;
  }

  /** The second officer's own key, opened at this moment, and forgotten again. */
  private void admit(Quarantine.Waiting w) {
    Form form = new Form();
    TextField reason = form.add(here.t("reason"), new TextField());
    reason.setId("reason");
    Signature signature = new Signature(here, "second");
    signature.addTo(form);
    VBox content = new VBox(10, words(w));
    w.proposed()
        .ifPresent(
            p ->
                content
                    .getChildren()
                    .add(Nodes.label(here.t("decide.first", p.byName(), p.reason()), "muted")));
    content.getChildren().addAll(Nodes.label(here.t("decide.admit.below"), "muted"), form);
    admit(new Admitting(w, ControlFields.unkept(content), reason, signature));
  }

  private record Admitting(
      Quarantine.Waiting held, VBox content, TextField reason, Signature signature) {}

  private void admit(Admitting a) {
    here.dialogs()
        .ask(
            here.t("decide.admit"),
            a.content(),
            here.t("decide.admit.verb"),
            () -> {
              if (a.reason().getText().isBlank() || a.signature().handle().getText().isBlank()) {
                here.dialogs().notice(here.t("decide.fill"));
                return false;
              }
              Optional<Signature.Typed> typed = a.signature().typed();
              typed.ifPresent(t -> admit(a, a.reason().getText(), t));
              return typed.isPresent();
            });
  }

  private void admit(Admitting a, String reason, Signature.Typed typed) {
    Underway.run(
        here,
        line,
        slot,
        here.t("decide.underway"),
        progress ->
            typed.use((who, secret) -> quarantine.admit(a.held().id(), reason, who, secret)),
        decision -> said(decision, a));
  }

  /** What was not taken loses nothing of what was typed. */
  private void said(Quarantine.Decision decision, Admitting a) {
    switch (decision) {
      case Quarantine.Decision.Admitted admitted -> {
        here.dialogs()
            .tell(here.t("decide.admit"), here.t("decide.admitted", admitted.imported().changes()));
        changed.run();
      }
      case Quarantine.Decision.WrongPassphrase w -> a.signature().wrong(() -> admit(a));
      case Quarantine.Decision.SameOfficer s ->
          a.signature().refused(here.t("decide.same"), () -> admit(a));
      case Quarantine.Decision.NotCertified n ->
          a.signature().refused(here.t("decide.uncertified"), () -> admit(a));
      case Quarantine.Decision.NotProposed n -> {
        here.dialogs().tell(here.t("decide.admit"), here.t("decide.notproposed"));
        changed.run();
      }
    }
  }

  private void again(Quarantine.Waiting w) {
    Underway.run(
        here,
        line,
        slot,
        here.t("decide.underway"),
        progress -> quarantine.again(w.id()),
        imported -> {
          here.dialogs()
              .tell(
                  here.t("decide.again"),
                  imported
                      .map(i -> here.t("taken.imported", i.changes(), i.records(), i.disputed()))
                      .orElseGet(() -> here.t("decide.still")));
          changed.run();
        });
  }
}
