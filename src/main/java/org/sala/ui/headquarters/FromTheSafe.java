package org.sala.ui.headquarters;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.headquarters.AuthorityActs;
import org.sala.casework.headquarters.Headquarters;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.KeyboardHints;
import org.sala.ui.route.NewPassphrase;
import org.sala.ui.transit.Underway;
import org.sala.ui.work.Work;

/** What needs the authority's key: it is brought from the safe, used once, and forgotten again. */
final class FromTheSafe {
  private final Headquarters headquarters;
  private final SecondWord second;
  private final Here here;
  private final Work.Line line;
  private final Pane slot;

  FromTheSafe(Headquarters headquarters, SecondWord second, Here here, Work.Line line, Pane slot) {
    this.headquarters = headquarters;
    this.second = second;
    this.here = here;
    this.line = line;
    this.slot = slot;
  }

  /** The authority's own list runs out. */
  void renewList() {
    here.dialogs()
        .folder(here.t("founding.folder"))
        .ifPresent(
            folder -> {
              Form form = new Form();
              PasswordField phrase = form.add(here.t("founding.passphrase"), new PasswordField());
              form.show("", new KeyboardHints(here.texts(), phrase).node());
              here.dialogs()
                  .ask(
                      here.t("stations.renew.title"),
                      form,
                      here.t("stations.renew.verb"),
                      () -> {
                        char[] secret = phrase.getText().toCharArray();
                        Underway.run(
                            here,
                            line,
                            slot,
                            here.t("decide.underway"),
                            progress -> {
                              try {
                                return headquarters.authority().renewList(folder, secret);
                              } finally {
                                Arrays.fill(secret, '\0');
                              }
                            },
                            right ->
                                here.dialogs()
                                    .tell(
                                        here.t("stations.renew.title"),
                                        here.t(right ? "stations.renewed" : "founding.wrong")));
                        return true;
                      });
            });
  }

  /** The authority's key gets old, or too many have had it in hand: a new one, in a new safe. */
  void succeed() {
    line.act(
        () -> headquarters.authority().key(),
        key -> second.with(Approvals.Of.SUCCEED, key, here.t("approve.succeed"), this::askBoth));
  }

  private void askBoth() {
    Optional<Path> old = here.dialogs().folder(here.t("succeed.old"));
    Optional<Path> next =
        old.isEmpty() ? Optional.empty() : here.dialogs().folder(here.t("succeed.next"));
    next.ifPresent(folder -> ask(old.orElseThrow(), folder));
  }

  private void ask(Path old, Path next) {
    Form form = new Form();
    PasswordField phrase = form.add(here.t("founding.passphrase"), new PasswordField());
    phrase.setId("succeed-old");
    NewPassphrase fresh = new NewPassphrase(here.texts(), "succeed-next", "succeed-again", phrase);
    fresh.addTo(form, here.t("succeed.passphrase"));
    here.dialogs()
        .ask(
            here.t("succeed.title"),
            new VBox(10, Nodes.label(here.t("succeed.what")), form),
            here.t("succeed.verb"),
            () -> {
              Optional<String> lacking = fresh.trouble();
              lacking.ifPresent(here.dialogs()::notice);
              if (lacking.isEmpty()) {
                handOver(old, phrase.getText().toCharArray(), next, fresh.chars());
              }
              return lacking.isEmpty();
            });
  }

  private void handOver(Path old, char[] phrase, Path next, char[] fresh) {
    Consumer<AuthorityActs.Handed> tell =
        handed ->
            here.dialogs()
                .tell(
                    here.t("succeed.title"),
                    here.t(
                        switch (handed) {
                          case OVER -> "succeed.done";
                          case WRONG_PASSPHRASE -> "founding.wrong";
                          case ANOTHER_KEY -> "succeed.another";
                        }));
    Underway.run(
        here,
        line,
        slot,
        here.t("founding.underway"),
        progress -> {
          try {
            return headquarters.authority().succeed(old, phrase, next, fresh);
          } finally {
            Arrays.fill(phrase, '\0');
            Arrays.fill(fresh, '\0');
          }
        },
        tell);
  }
}
