package org.sala.ui.settings;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.sala.casework.station.Drafts;
import org.sala.casework.station.OfficerSlots;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.route.Signature;
import org.sala.ui.work.Work;

/** The other officers of this laptop: who can unlock it, and the way to end that. */
final class ColleagueRows {
  private final OfficerSlots slots;
  private final Drafts drafts;
  private final Here here;
  private final Work.Line line;
  private final Runnable changed;

  ColleagueRows(OfficerSlots slots, Drafts drafts, Here here, Work.Line line, Runnable changed) {
    this.slots = slots;
    this.drafts = drafts;
    this.here = here;
    this.line = line;
    this.changed = changed;
  }

  /**
   * One row each.
   *
   * @param protection whether whoever has unlocked opens the protection part, without which nobody
   *     takes a key away
   */
  VBox rows(List<OfficerSlots.Colleague> colleagues, boolean protection) {
    VBox rows = new VBox(12);
    rows.setId("colleagues");
    colleagues.forEach(c -> rows.getChildren().add(row(c, protection)));
    if (!protection && colleagues.stream().anyMatch(ColleagueRows::opens)) {
      rows.getChildren().add(Nodes.label(here.t("slot.protection"), "muted", "small"));
    }
    return rows;
  }

  private static boolean opens(OfficerSlots.Colleague c) {
    return c.standing() == OfficerSlots.Standing.OPENS;
  }

  private Node row(OfficerSlots.Colleague c, boolean protection) {
    VBox row = new VBox(4, Nodes.label(called(c)));
    boolean mayUnlock = c.standing() != OfficerSlots.Standing.NONE;
    if (c.takenBack() && mayUnlock) {
      row.getChildren().add(Nodes.row(new Badge(Badge.Kind.WARNING, here.t("slot.back"))));
    }
    row.getChildren().add(Nodes.label(here.t(standing(c)), "muted", "small"));
    if (opens(c) && protection) {
      Button take = Nodes.button(here.t("slot.take"), "", () -> ask(c));
      take.setId("slot-take-" + c.key().hex());
      row.getChildren().add(Nodes.row(take));
    }
    return row;
  }

  private static String standing(OfficerSlots.Colleague c) {
    return switch (c.standing()) {
      case ME, OPENS -> "slot.opens";
      case UNKNOWN -> "slot.unknown";
      case NONE -> "slot.none";
    };
  }

  private String called(OfficerSlots.Colleague c) {
    return c.name().isEmpty() ? here.t("history.other") : c.name();
  }

  private void ask(OfficerSlots.Colleague c) {
    line.act(() -> drafts.leftOf(c.key()), half -> ask(c, half));
  }

  private void ask(OfficerSlots.Colleague c, int half) {
    Form form = new Form();
    Signature own = new Signature(here, "slot");
    own.addTo(form, here.t("slot.own"));
    VBox content =
        new VBox(
            10,
            Nodes.label(here.t("slot.below", called(c))),
            Nodes.label(here.t("slot.half", half, called(c)), half == 0 ? "muted" : "strong"),
            Nodes.label(here.t("slot.limits"), "muted"),
            form);
    ask(c, ControlFields.unkept(content), own);
  }

  private void ask(OfficerSlots.Colleague c, Node content, Signature own) {
    here.dialogs()
        .askForGood(
            c.key().hex(),
            here.t("slot.title", called(c)),
            content,
            here.t("slot.take"),
            () -> {
              Optional<Signature.Typed> typed = own.typed();
              typed.ifPresent(t -> take(c, t, () -> ask(c, content, own), own));
              return typed.isPresent();
            });
  }

  private void take(
      OfficerSlots.Colleague c, Signature.Typed typed, Runnable again, Signature own) {
    line.act(
        () -> typed.use((who, secret) -> slots.takeAway(c.key(), who, secret)),
        taken -> {
          switch (taken) {
            case WRONG -> own.refused(here.t("slot.wrong"), again);
            case NOT_KNOWN -> tell(c, here.t("slot.unknown"));
            case DONE -> tell(c, here.t("slot.done", called(c)));
          }
        });
  }

  private void tell(OfficerSlots.Colleague c, String words) {
    here.dialogs().tell(here.t("slot.title", called(c)), words);
    changed.run();
  }
}
