package org.sala.ui.headquarters;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.headquarters.AuthorityActs;
import org.sala.casework.headquarters.Headquarters;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.route.NewPassphrase;
import org.sala.ui.route.OnePhrase;
import org.sala.ui.transit.SecondWord;
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
        .ifPresent(folder -> holding(folder, () -> askList(folder)));
  }

  private void askList(Path folder) {
    Form form = new Form();
    OnePhrase phrase = phrase(form, "renew");
    renew(
        folder,
        ControlFields.unkept(new VBox(10, Nodes.label(here.t("stations.renew.what")), form)),
        phrase);
  }

  /** A stick is mixed up easily: it is looked into before anybody types a passphrase. */
  private void holding(Path folder, Runnable then) {
    line.ask(
        () -> headquarters.authority().liesIn(folder),
        lies -> {
          if (lies) {
            then.run();
          } else {
            here.dialogs().tell(here.t("founding.folder"), here.t("founding.nokey"));
          }
        });
  }

  private void renew(Path folder, VBox content, OnePhrase phrase) {
    here.dialogs()
        .ask(
            here.t("stations.renew.title"),
            content,
            here.t("stations.renew.verb"),
            () -> {
              Optional<char[]> secret = phrase.taken();
              secret.ifPresent(
                  s -> renewed(folder, s, () -> renew(folder, content, phrase), phrase));
              return secret.isPresent();
            });
  }

  private void renewed(Path folder, char[] secret, Runnable again, OnePhrase phrase) {
    use(
        here.t("decide.underway"),
        () -> headquarters.authority().renewList(folder, secret),
        right -> {
          if (right) {
            here.dialogs().tell(here.t("stations.renew.title"), here.t("stations.renewed"));
          } else {
            phrase.refused(here.t("founding.wrong"), again);
          }
        },
        secret);
  }

  /**
   * Does one act with the authority's key; what was typed for it is wiped, whatever comes of it.
   */
  private <T> void use(String doing, Supplier<T> act, Consumer<T> then, char[]... typed) {
    Underway.run(
        here,
        line,
        slot,
        doing,
        progress -> {
          try {
            return act.get();
          } finally {
            for (char[] one : typed) {
              Arrays.fill(one, '\0');
            }
          }
        },
        then);
  }

  /** Says what came of an act that puts another key in a key's place. */
  private void tell(
      AuthorityActs.Handed handed, String title, String done, OnePhrase phrase, Runnable again) {
    switch (handed) {
      case OVER -> here.dialogs().tell(title, done);
      case WRONG_PASSPHRASE -> phrase.refused(here.t("founding.wrong"), again);
      case ANOTHER_KEY -> here.dialogs().tell(title, here.t("succeed.another"));
    }
  }

  /** The authority's passphrase, typed for one act. */
  private OnePhrase phrase(Form form, String ids) {
    OnePhrase phrase = new OnePhrase(here, ids + "-old", ids + "-trouble");
    phrase.addTo(form, here.t("founding.passphrase"));
    return phrase;
  }

  /** The issuing key may be in other hands: the authority takes it back, another one follows. */
  void reissue() {
    line.act(
        () -> headquarters.authority().issuingKey(),
        key -> second.with(Approvals.Of.ISSUER, key, here.t("approve.reissue"), this::askReissue));
  }

  private void askReissue() {
    here.dialogs()
        .folder(here.t("founding.folder"))
        .ifPresent(
            folder ->
                holding(
                    folder,
                    () -> {
                      Form form = new Form();
                      OnePhrase phrase = phrase(form, "reissue");
                      VBox content = new VBox(10, Nodes.label(here.t("reissue.what")), form);
                      reissue(folder, ControlFields.unkept(content), phrase);
                    }));
  }

  private void reissue(Path folder, VBox content, OnePhrase phrase) {
    here.dialogs()
        .askForGood(
            here.t("reissue.title"),
            content,
            here.t("reissue.verb"),
            () -> {
              Optional<char[]> secret = phrase.taken();
              secret.ifPresent(
                  s -> reissued(folder, s, phrase, () -> reissue(folder, content, phrase)));
              return secret.isPresent();
            });
  }

  private void reissued(Path folder, char[] secret, OnePhrase phrase, Runnable again) {
    use(
        here.t("founding.underway"),
        () -> headquarters.authority().replaceIssuer(folder, secret),
        handed -> tell(handed, here.t("reissue.title"), here.t("reissue.done"), phrase, again),
        secret);
  }

  /** The authority's key gets old, or too many have had it in hand: a new one, in a new safe. */
  void succeed() {
    line.act(
        () -> headquarters.authority().key(),
        key -> second.with(Approvals.Of.SUCCEED, key, here.t("approve.succeed"), this::askBoth));
  }

  private void askBoth() {
    here.dialogs()
        .folder(here.t("succeed.old"))
        .ifPresent(
            old ->
                holding(
                    old,
                    () ->
                        here.dialogs()
                            .folder(here.t("succeed.next"))
                            .ifPresent(next -> askEmpty(old, next))));
  }

  /** Nothing is written over a key: whoever chose its folder hears it before typing. */
  private void askEmpty(Path old, Path next) {
    line.ask(
        () -> headquarters.authority().liesIn(next),
        lies -> {
          if (lies) {
            here.dialogs().tell(here.t("succeed.title"), here.t("succeed.taken"));
          } else {
            ask(old, next);
          }
        });
  }

  private void ask(Path old, Path next) {
    Form form = new Form();
    OnePhrase phrase = phrase(form, "succeed");
    NewPassphrase fresh = new NewPassphrase(here.texts(), "succeed-next", "succeed-again");
    fresh.addTo(form, here.t("succeed.passphrase"));
    VBox content = ControlFields.unkept(new VBox(10, Nodes.label(here.t("succeed.what")), form));
    ask(new Asked(old, next, content, phrase, fresh));
  }

  private record Asked(Path old, Path next, VBox content, OnePhrase phrase, NewPassphrase fresh) {}

  private void ask(Asked a) {
    here.dialogs()
        .askForGood(
            here.t("succeed.title"),
            a.content(),
            here.t("succeed.verb"),
            () -> {
              Optional<String> lacking = a.fresh().trouble();
              lacking.ifPresent(here.dialogs()::notice);
              Optional<char[]> phrase = lacking.isEmpty() ? a.phrase().taken() : Optional.empty();
              phrase.ifPresent(p -> handOver(a, p, a.fresh().chars()));
              return phrase.isPresent();
            });
  }

  private void handOver(Asked a, char[] phrase, char[] fresh) {
    use(
        here.t("founding.underway"),
        () -> headquarters.authority().succeed(a.old(), phrase, a.next(), fresh),
        handed ->
            tell(handed, here.t("succeed.title"), here.t("succeed.done"), a.phrase(), () -> ask(a)),
        phrase,
        fresh);
  }
}
