package org.sala.ui.headquarters;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.keys.Enrolment;
import org.sala.domain.Fingerprint;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Reason;
import org.sala.ui.transit.SecondWord;
import org.sala.ui.work.Work;

/** Gives certificates and takes them back, and hands out the lists that say so. */
final class Certifying {
  private final Headquarters headquarters;
  private final Enrolment enrolment;
  private final SecondWord second;
  private final Here here;
  private final Work.Line line;
  private final Pane slot;
  private final Runnable changed;

  Certifying(StationsScreen.Doing doing, Here here, Work.Line line, Pane slot, Runnable changed) {
    this.headquarters = doing.headquarters();
    this.enrolment = doing.enrolment();
    this.second = new SecondWord(doing.approvals(), here, line, slot);
    this.here = here;
    this.line = line;
    this.slot = slot;
    this.changed = changed;
  }

  /** What needs the authority's key. */
  FromTheSafe safe() {
    return new FromTheSafe(headquarters, second, here, line, slot);
  }

  /** A request file comes, an answer file goes back, both sides compare a code. */
  void answer() {
    new Answering(headquarters, second, here, line, changed).begin();
  }

  /** A colleague here, so that the own word counts outside as well. */
  void certify(Fingerprint key, String name) {
    Form form = new Form();
    TextField number = form.add(here.t("settings.number"), new TextField());
    number.setId("officer-number");
    here.dialogs()
        .ask(
            key.hex(),
            here.t("stations.certify"),
            new VBox(10, Nodes.label(here.t("stations.certify.below", name), "muted"), form),
            here.t("stations.certify"),
            () -> {
              if (number.getText().isBlank()) {
                here.dialogs().notice(here.t("stations.number.needed"));
                return false;
              }
              String given = number.getText();
              second.with(
                  Approvals.Of.CERTIFY,
                  key.hex(),
                  here.t("approve.certify", given),
                  () ->
                      line.act(
                          () -> {
                            boolean before = enrolment.enrolled();
                            headquarters.certify(key, given);
                            return !before && enrolment.enrolled();
                          },
                          this::certified));
              return true;
            });
  }

  /** Who was certified here goes on with all that is above the screen drawn anew. */
  private void certified(boolean me) {
    if (me) {
      here.navigator().go(new Place.Stations());
    } else {
      changed.run();
    }
  }

  /** Renews an officer's certificate for the same key: no file, no code. */
  void renew(Headquarters.Certified officer) {
    second.with(
        Approvals.Of.RENEW,
        officer.serial(),
        here.t("approve.renew", officer.number()),
        () -> renewNow(officer));
  }

  /** A second officer has looked at a taking back that one did alone. */
  void confirm(Approvals.Unconfirmed one) {
    second.ask(
        Approvals.Of.REVOKE,
        one.serial(),
        here.t("approve.revoke", one.officer(), one.reason()),
        changed);
  }

  private void renewNow(Headquarters.Certified officer) {
    line.act(
        () -> {
          headquarters.renew(officer.serial());
          return officer;
        },
        done -> {
          here.dialogs()
              .tell(
                  here.t("stations.renewofficer"),
                  here.t("stations.renewofficer.done", officer.number()));
          changed.run();
        });
  }

  void revoke(Headquarters.Certified officer) {
    because(
        here.t("stations.revoke"),
        here.t("stations.revoke.below", officer.number()),
        reason -> headquarters.revoke(officer.serial(), reason));
  }

  /** A laptop that was lost: every certificate of its station. */
  void revokeAll(Headquarters.Known station) {
    because(
        here.t("stations.lost"),
        here.t("stations.lost.below", station.name()),
        reason -> headquarters.revoke(station.id(), reason));
  }

  private void because(String verb, String below, Consumer<String> act) {
    Form form = new Form();
    TextField reason = form.add(here.t("reason"), new TextField());
    reason.setId("reason");
    here.dialogs()
        .askForGood(
            below,
            verb,
            new VBox(10, Nodes.label(below), form),
            verb,
            () ->
                Reason.given(
                    here,
                    reason,
                    given ->
                        line.act(
                            () -> {
                              act.accept(given);
                              return given;
                            },
                            done -> {
                              here.dialogs().tell(verb, here.t("stations.revoke.done"));
                              changed.run();
                            })));
  }

  /** What outsiders need to check packages: certificates and the lists of what is revoked. */
  void export() {
    here.dialogs()
        .folder(here.t("stations.export"))
        .ifPresent(
            folder ->
                line.act(
                    () -> {
                      headquarters.exportForChecking(folder, false);
                      return folder;
                    },
                    done ->
                        here.dialogs()
                            .tell(here.t("stations.export"), here.t("stations.export.done"))));
  }
}
