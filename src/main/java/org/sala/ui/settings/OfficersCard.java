package org.sala.ui.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.station.Drafts;
import org.sala.casework.station.OfficerSlots;
import org.sala.casework.station.Officers;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.route.NewPassphrase;
import org.sala.ui.route.Signature;
import org.sala.ui.work.Work;

/** Who works here: a colleague is added, one's own passphrase changed. */
final class OfficersCard {
  private final Officers officers;
  private final Drafts drafts;
  private final Here here;
  private final Work.Line line;
  private final Runnable changed;
  private boolean protection = true;

  OfficersCard(Officers officers, Drafts drafts, Here here, Work.Line line, Runnable changed) {
    this.officers = officers;
    this.drafts = drafts;
    this.here = here;
    this.line = line;
    this.changed = changed;
  }

  /** Who has unlocked, and the others of this laptop. */
  record Known(String me, boolean protection, List<OfficerSlots.Colleague> colleagues) {
    static Known of(Officers officers) {
      return new Known(
          officers.me(),
          officers.mayOpenProtection(),
          officers.slots().all().stream()
              .filter(c -> c.standing() != OfficerSlots.Standing.ME)
              .toList());
    }
  }

  /** The officer's own passphrase, which can be changed though no names can be read. */
  List<Node> change() {
    Node change = Nodes.button(here.t("settings.passphrase"), "", this::changePassphrase);
    change.setId("passphrase-change");
    return List.of(Nodes.row(change));
  }

  VBox card(Known k) {
    Node change = change().getFirst();
    Node add = Nodes.button(here.t("settings.add"), "", this::add);
    add.setId("officer-add");
    protection = k.protection();
    VBox colleagues =
        new ColleagueRows(officers.slots(), drafts, here, line, changed)
            .rows(k.colleagues(), protection);
    long others = count(k, OfficerSlots.Standing.OPENS);
    long unknown = count(k, OfficerSlots.Standing.UNKNOWN);
    String unlock =
        here.t("settings.officers.count", 1 + others)
            + (unknown == 0 ? "" : " " + here.t("settings.officers.may", unknown));
    return Nodes.card(
        Nodes.label(here.t("settings.officers"), "strong"),
        Nodes.label(here.t("settings.me", k.me())),
        Nodes.label(
            here.t(k.protection() ? "settings.me.all" : "settings.me.investigation"), "muted"),
        Nodes.label(unlock, "muted"),
        Nodes.row(change, add),
        colleagues);
  }

  private static long count(Known k, OfficerSlots.Standing standing) {
    return k.colleagues().stream().filter(c -> c.standing() == standing).count();
  }

  /** The one that stands is asked for again: a laptop that was left open is nobody's to take. */
  private void changePassphrase() {
    Form form = new Form();
    Signature own = new Signature(here, "change", "now");
    own.addTo(form, here.t("settings.passphrase.now"));
    NewPassphrase fresh = new NewPassphrase(here.texts(), "change-passphrase", "change-again");
    fresh.addTo(form, here.t("settings.passphrase.fresh"));
    change(ControlFields.unkept(form), own, fresh);
  }

  private void change(Form form, Signature own, NewPassphrase fresh) {
    here.dialogs()
        .ask(
            here.t("settings.passphrase"),
            form,
            here.t("settings.passphrase"),
            () -> {
              if (!good(fresh, own.handle())) {
                return false;
              }
              Optional<Signature.Typed> typed = own.typed();
              typed.ifPresent(t -> change(t, fresh.chars(), () -> change(form, own, fresh), own));
              return typed.isPresent();
            });
  }

  /** A slip in the one that stands loses nothing of the new one. */
  private void change(Signature.Typed now, char[] fresh, Runnable again, Signature own) {
    line.act(
        () -> {
          try {
            return now.use((who, secret) -> officers.changePassphrase(who, secret, fresh));
          } finally {
            Arrays.fill(fresh, '\0');
          }
        },
        changed -> {
          if (changed) {
            here.dialogs().tell(here.t("settings.passphrase"), here.t("settings.passphrase.done"));
          } else {
            own.refused(here.t("settings.passphrase.wrong"), again);
          }
        });
  }

  private void add() {
    Form form = new Form();
    TextField name = form.add(here.t("settings.add.name"), new TextField());
    TextField handle = form.add(here.t("door.handle"), new TextField());
    name.setId("colleague-name");
    handle.setId("colleague-handle");
    NewPassphrase phrase =
        new NewPassphrase(here.texts(), "colleague-passphrase", "colleague-again");
    phrase.addTo(form, here.t("door.passphrase"));
    CheckBox all = new CheckBox(here.t("settings.add.protection"));
    all.setId("colleague-protection");
    all.setSelected(protection);
    all.setWrapText(true);
    // Nobody lets others see more than they see themselves.
    all.setDisable(!protection);
    form.show("", new VBox(6, all, Nodes.label(here.t("settings.add.without"), "muted", "small")));
    here.dialogs()
        .ask(
            here.t("settings.add"),
            form,
            here.t("settings.add"),
            () -> {
              if (!good(phrase, name, handle)) {
                return false;
              }
              add(name.getText(), handle.getText(), phrase.chars(), all.isSelected());
              return true;
            });
  }

  private void add(String name, String handle, char[] secret, boolean opens) {
    line.act(
        () -> {
          try {
            return officers.add(name, handle, secret, opens);
          } finally {
            Arrays.fill(secret, '\0');
          }
        },
        key -> {
          here.dialogs().notice(here.t("settings.added"));
          changed.run();
        });
  }

  /** Says what is missing. */
  private boolean good(NewPassphrase phrase, TextField... needed) {
    Optional<String> trouble =
        Arrays.stream(needed).anyMatch(f -> f.getText().isBlank())
            ? Optional.of(here.t("door.fill"))
            : phrase.trouble();
    trouble.ifPresent(here.dialogs()::notice);
    return trouble.isEmpty();
  }
}
