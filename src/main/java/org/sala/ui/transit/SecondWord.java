package org.sala.ui.transit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.sala.casework.headquarters.Approvals;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.route.Signature;
import org.sala.ui.work.Work;

/** A second officer's own word for what gives trust, where there is a second officer to ask. */
public final class SecondWord {
  private static final String OFFICER = "officer";
  private static final String AUTHORITY = "authority";

  private final Approvals approvals;
  private final Here here;
  private final Work.Line line;
  private final Pane slot;

  public SecondWord(Approvals approvals, Here here, Work.Line line, Pane slot) {
    this.approvals = approvals;
    this.here = here;
    this.line = line;
    this.slot = slot;
  }

  /** Goes on at once where one acts alone, and after the second word where there are two. */
  public void with(Approvals.Of of, String about, String what, Runnable go) {
    line.act(
        approvals::needed,
        needed -> {
          if (needed) {
            ask(of, about, what, go);
          } else {
            go.run();
          }
        });
  }

  /** The second officer's handle and passphrase; the key is opened for this word and forgotten. */
  public void ask(Approvals.Of of, String about, String what, Runnable go) {
    Form form = new Form();
    Choice who =
        form.add(
            here.t("approve.who"),
            new Choice(List.of(OFFICER, AUTHORITY), code -> here.texts().code("approveBy", code)));
    Signature signature = new Signature(here, "approve");
    signature.addTo(form);
    signature.handle().disableProperty().bind(who.valueProperty().isEqualTo(AUTHORITY));
    VBox content =
        new VBox(
            10,
            Nodes.label(what),
            Nodes.label(
                here.t(of == Approvals.Of.REVOKE ? "approve.looked" : "approve.below"), "muted"),
            form);
    show(new Asked(of, about, go, ControlFields.unkept(content), who, signature));
  }

  private record Asked(
      Approvals.Of of, String about, Runnable go, VBox content, Choice who, Signature signature) {}

  private void show(Asked a) {
    here.dialogs()
        .ask(
            here.t("approve.title"),
            a.content(),
            here.t("approve.verb"),
            () -> {
              boolean authority = a.who().getValue().equals(AUTHORITY);
              if (!authority && a.signature().handle().getText().isBlank()) {
                here.dialogs().notice(here.t("approve.needed"));
                return false;
              }
              Optional<Path> folder =
                  authority ? here.dialogs().folder(here.t("founding.folder")) : Optional.empty();
              if (authority && folder.isEmpty()) {
                return false;
              }
              Optional<Signature.Typed> typed = a.signature().typed();
              typed.ifPresent(t -> give(a, () -> word(a, folder, t)));
              return typed.isPresent();
            });
  }

  private Approvals.Word word(Asked a, Optional<Path> folder, Signature.Typed typed) {
    return typed.use(
        (who, secret) ->
            folder
                .map(f -> approvals.giveByAuthority(a.of(), a.about(), f, secret))
                .orElseGet(() -> approvals.give(a.of(), a.about(), who, secret)));
  }

  /** What was not taken loses nothing of what was typed. */
  private void give(Asked a, Supplier<Approvals.Word> asking) {
    Underway.run(
        here,
        line,
        slot,
        here.t("decide.underway"),
        progress -> asking.get(),
        word -> {
          switch (word) {
            case GIVEN -> a.go().run();
            case WRONG_PASSPHRASE -> a.signature().wrong(() -> show(a));
            case SAME_OFFICER -> a.signature().refused(here.t("approve.same"), () -> show(a));
            case NOT_CERTIFIED ->
                a.signature().refused(here.t("approve.uncertified"), () -> show(a));
          }
        });
  }
}
