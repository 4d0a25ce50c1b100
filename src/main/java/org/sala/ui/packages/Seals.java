package org.sala.ui.packages;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.sala.casework.Packages;
import org.sala.casework.SealPlan;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.transit.Part;
import org.sala.ui.transit.Underway;
import org.sala.ui.work.Work;

/** Seals: one click, and one confirmation that says in words what leaves and what stays. */
final class Seals {
  private final Packages packages;
  private final Here here;
  private final Work.Line line;
  private final Pane slot;
  private final Runnable sealed;

  Seals(Packages packages, Here here, Work.Line line, Pane slot, Runnable sealed) {
    this.packages = packages;
    this.here = here;
    this.line = line;
    this.slot = slot;
    this.sealed = sealed;
  }

  private record Prepared(
      SealPlan plan,
      List<String> cases,
      List<String> yes,
      List<String> without,
      List<String> kept) {}

  void everything() {
    prepare(Optional.empty());
  }

  void one(RecordId caseId) {
    prepare(Optional.of(caseId));
  }

  private void prepare(Optional<RecordId> caseId) {
    line.act(
        () -> {
          SealPlan plan = packages.plan(caseId);
          return new Prepared(
              plan,
              packages.caseNumbers(plan.about()),
              packages.wristbands(plan.withConsent()),
              packages.wristbands(plan.withoutConsent()),
              packages.wristbands(plan.keptBack()));
        },
        this::confirm);
  }

  private void confirm(Prepared p) {
    SealPlan plan = p.plan();
    if (plan.empty()) {
      here.dialogs().tell(here.t("packages.seal"), here.t("seal.nothing"));
      return;
    }
    if (plan.recipient().isEmpty()) {
      here.dialogs().tell(here.t("packages.seal"), here.t("fault.NOT_ENROLLED"));
      return;
    }
    VBox words =
        new VBox(10, Part.of(here.t("seal.to"), here.t("seal.to.below", plan.recipient())));
    String what =
        Contents.of(plan.people(), plan.cases(), plan.statements(), plan.files().size(), here);
    String cases = String.join(", ", p.cases());
    String changes = here.t("seal.only", plan.changes().size());
    words
        .getChildren()
        .add(
            what.isEmpty()
                ? Part.of(here.t("packages.what"), changes)
                : Part.of(here.t("packages.what"), what, changes));
    if (!cases.isEmpty()) {
      words.getChildren().add(Part.of(here.t("packages.case"), cases));
    }
    words.getChildren().addAll(Consented.parts(p.yes(), p.without(), p.kept(), here));
    words
        .getChildren()
        .add(
            Part.of(
                here.t("seal.space"),
                here.t(
                    "seal.space.below",
                    here.texts().size(plan.needed()),
                    here.texts().size(plan.free()))));
    if (!plan.fits()) {
      words.getChildren().add(Nodes.label(here.t("fault.NO_SPACE"), "danger"));
    }
    here.dialogs()
        .ask(
            here.t("seal.title"),
            words,
            here.t("seal.verb"),
            () -> {
              if (plan.fits()) {
                seal(plan);
              }
              return plan.fits();
            });
  }

  private void seal(SealPlan plan) {
    Underway.run(
        here,
        line,
        slot,
        here.t("seal.underway"),
        progress -> packages.seal(plan, progress),
        done -> {
          here.dialogs().notice(here.t("seal.done", PackageList.number(done)));
          sealed.run();
        });
  }
}
