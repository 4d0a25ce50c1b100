package org.sala.ui.headquarters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.sala.casework.packages.Quarantine;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.RowMenu;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.route.KeyboardHints;
import org.sala.ui.transit.Found;
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

  /** The same for the menu of a row. */
  <R> List<RowMenu.Item<R>> verbs(Function<R, Optional<Quarantine.Waiting>> waiting) {
    Predicate<R> first = r -> waiting.apply(r).filter(w -> w.proposed().isEmpty()).isPresent();
    Predicate<R> second = r -> waiting.apply(r).filter(w -> w.proposed().isPresent()).isPresent();
    Predicate<R> any = r -> waiting.apply(r).isPresent();
    return List.of(
        new RowMenu.Item<>(
            here.t("decide.propose"), first, r -> waiting.apply(r).ifPresent(this::propose)),
        new RowMenu.Item<>(
            here.t("decide.admit"), second, r -> waiting.apply(r).ifPresent(this::admit)),
        new RowMenu.Item<>(
            here.t("decide.reject"), any, r -> waiting.apply(r).ifPresent(this::reject)),
        new RowMenu.Item<>(
            here.t("decide.again"), any, r -> waiting.apply(r).ifPresent(this::again)));
  }

  private static Button named(String id, Button button) {
    button.setId(id);
    return button;
  }

  private void propose(Quarantine.Waiting w) {
    because(
        w,
        "decide.propose",
        "decide.propose.below",
        reason -> {
          line.act(
              () -> quarantine.propose(w.id(), reason),
              done -> {
                here.dialogs().notice(here.t("decide.proposed"));
                changed.run();
              });
          return true;
        });
  }

  private void reject(Quarantine.Waiting w) {
    because(
        w,
        "decide.reject",
        "decide.reject.below",
        reason -> {
          Underway.run(
              here,
              line,
              slot,
              here.t("decide.underway"),
              progress -> quarantine.reject(w.id(), reason),
              done -> {
                here.dialogs().notice(here.t("decide.rejected"));
                changed.run();
              });
          return true;
        });
  }

  private void because(Quarantine.Waiting w, String verb, String below, Predicate<String> go) {
    Form form = new Form();
    TextField reason = form.add(here.t("reason"), new TextField());
    reason.setId("reason");
    here.dialogs()
        .ask(
            w.id().toString(),
            here.t(verb),
            new VBox(10, words(w), Nodes.label(here.t(below), "muted"), form),
            here.t(verb),
            () -> {
              if (reason.getText().isBlank()) {
                here.dialogs().notice(here.t("reason.needed"));
                return false;
              }
              return go.test(reason.getText());
            });
  }

  private VBox words(Quarantine.Waiting w) {
    VBox words = new VBox(4);
    Found.doubts(w.doubts(), here).forEach(d -> words.getChildren().add(Nodes.label(d)));
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
    TextField handle = form.add(here.t("door.handle"), new TextField());
    PasswordField phrase = form.add(here.t("door.passphrase"), new PasswordField());
    reason.setId("reason");
    handle.setId("second-handle");
    phrase.setId("second-passphrase");
    form.show("", new KeyboardHints(here.texts(), phrase).node());
    VBox content = new VBox(10, words(w));
    w.proposed()
        .ifPresent(
            p ->
                content
                    .getChildren()
                    .add(Nodes.label(here.t("decide.first", p.byName(), p.reason()), "muted")));
    content.getChildren().addAll(Nodes.label(here.t("decide.admit.below"), "muted"), form);
    here.dialogs()
        .ask(
            here.t("decide.admit"),
            ControlFields.unkept(content),
            here.t("decide.admit.verb"),
            () -> {
              if (reason.getText().isBlank() || handle.getText().isBlank()) {
                here.dialogs().notice(here.t("decide.fill"));
                return false;
              }
              admit(w, reason.getText(), handle.getText(), phrase.getText().toCharArray());
              return true;
            });
  }

  private void admit(Quarantine.Waiting w, String reason, String handle, char[] secret) {
    Underway.run(
        here,
        line,
        slot,
        here.t("decide.underway"),
        progress -> {
          try {
            return quarantine.admit(w.id(), reason, handle, secret);
          } finally {
            Arrays.fill(secret, '\0');
          }
        },
        decision -> {
          String words =
              switch (decision) {
                case Quarantine.Decision.Admitted a ->
                    here.t("decide.admitted", a.imported().changes());
                case Quarantine.Decision.WrongPassphrase wrong -> here.t("door.wrong");
                case Quarantine.Decision.SameOfficer s -> here.t("decide.same");
                case Quarantine.Decision.NotCertified n -> here.t("decide.uncertified");
                case Quarantine.Decision.NotProposed n -> here.t("decide.notproposed");
              };
          here.dialogs().tell(here.t("decide.admit"), words);
          changed.run();
        });
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
