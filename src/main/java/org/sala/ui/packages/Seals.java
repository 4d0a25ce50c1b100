package org.sala.ui.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.sala.casework.consent.SaidElsewhere;
import org.sala.casework.keys.Peer;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.register.OmittedItems;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.seal.OmittedExhibits;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Reason;
import org.sala.ui.text.Texts;
import org.sala.ui.transit.Part;
import org.sala.ui.transit.Underway;
import org.sala.ui.work.Work;

/** Seals: one click, and one confirmation that says in words what leaves and what stays. */
final class Seals {
  private final Packages packages;
  private final Here here;
  private final Work.Line line;
  private final Pane slot;
  private final Consumer<PackageLine> sealed;

  Seals(Packages packages, Here here, Work.Line line, Pane slot, Consumer<PackageLine> sealed) {
    this.packages = packages;
    this.here = here;
    this.line = line;
    this.slot = slot;
    this.sealed = sealed;
  }

  /**
   * What was asked for.
   *
   * @param stations other stations that it is for; none where it is for headquarters
   */
  private record Asked(Optional<RecordId> caseId, List<Peer> stations, OmittedExhibits left) {
    Asked without(List<OmittedExhibits.Exhibit> more, String reason) {
      List<OmittedExhibits.Exhibit> all = new ArrayList<>(left.exhibits());
      all.addAll(more);
      return new Asked(caseId, stations, new OmittedExhibits(all, reason));
    }
  }

  private record Prepared(
      Asked asked,
      SealPlan plan,
      List<String> cases,
      List<String> yes,
      List<String> without,
      List<String> kept,
      List<OmittedItems> items,
      List<String> feared,
      List<SaidElsewhere> elsewhere) {
    Prepared apart() {
      return new Prepared(
          asked, plan.goingApart(), cases, yes, without, kept, items, feared, elsewhere);
    }
  }

  void everything() {
    forWhom(Optional.empty());
  }

  void one(RecordId caseId) {
    forWhom(Optional.of(caseId));
  }

  /** Where headquarters has listed other stations, it may be for them. */
  private void forWhom(Optional<RecordId> caseId) {
    line.act(
        packages::peers,
        peers ->
            Recipients.ask(
                here,
                peers,
                stations -> prepare(new Asked(caseId, stations, OmittedExhibits.nothing()))));
  }

  private void prepare(Asked asked) {
    // Reads what headquarters lacks from the journal: whoever saves meanwhile does not wait for it.
    line.actLong(
        () -> {
          SealPlan plan =
              asked.stations().isEmpty()
                  ? packages.plan(asked.caseId(), asked.left())
                  : packages.planFor(asked.stations(), asked.caseId(), asked.left());
          return new Prepared(
              asked,
              plan,
              packages.caseNumbers(plan.about()),
              packages.wristbands(plan.withConsent()),
              packages.wristbands(plan.withoutConsent()),
              packages.wristbands(plan.keptBack()),
              packages.leavesOut(plan),
              packages.wristbands(plan.feared()),
              packages.elsewhere(plan));
        },
        this::confirm);
  }

  /** Says so, and leads to where it is done. */
  private void notEnrolled() {
    here.dialogs()
        .ask(
            here.t("packages.seal"),
            Nodes.label(here.t("fault.NOT_ENROLLED")),
            here.t("pending.do"),
            () -> {
              here.navigator().go(new Place.Settings());
              return true;
            });
  }

  private void confirm(Prepared p) {
    SealPlan plan = p.plan();
    if (!plan.feared().isEmpty() && !plan.apart()) {
      stopped(p);
      return;
    }
    if (plan.empty()) {
      here.dialogs().tell(here.t("packages.seal"), here.t(nothing(p)));
      return;
    }
    if (plan.recipient().isEmpty()) {
      notEnrolled();
      return;
    }
    VBox words =
        new VBox(10, Part.of(here.t("seal.to"), here.t("seal.to.below", plan.recipient())));
    String what = LeavingWords.first(plan, here);
    String others = LeavingWords.others(plan, here);
    String cases = String.join(", ", p.cases());
    String changes =
        here.t(p.asked().stations().isEmpty() ? "seal.only" : "seal.all", plan.changes().size());
    if (!plan.changes().isEmpty()) {
      words
          .getChildren()
          .add(
              Part.of(
                  here.t("packages.what"),
                  Stream.of(what, others, changes)
                      .filter(w -> !w.isEmpty())
                      .toArray(String[]::new)));
    }
    if (plan.asks()) {
      words.getChildren().add(Part.of(here.t("seal.asks"), here.t("seal.asks.below")));
    }
    if (plan.passedOn() > 0) {
      words
          .getChildren()
          .add(Part.of(here.t("seal.passedon"), here.t("seal.passedon.below", plan.passedOn())));
    }
    if (plan.unfit() > 0) {
      words
          .getChildren()
          .add(Part.of(here.t("seal.unfit"), here.t("seal.unfit.below", plan.unfit())));
    }
    if (!cases.isEmpty()) {
      words.getChildren().add(Part.of(here.t("packages.case"), cases));
    }
    words.getChildren().addAll(Consented.parts(p.yes(), p.without(), p.kept(), p.items(), here));
    words.getChildren().addAll(Consented.elsewhere(p.elsewhere(), here));
    if (!p.feared().isEmpty()) {
      words
          .getChildren()
          .add(
              Part.of(
                  here.t("seal.apart"), here.t("seal.apart.who", String.join(", ", p.feared()))));
    }
    words
        .getChildren()
        .add(
            Part.of(
                here.t("seal.space"),
                here.t(
                    "seal.space.below",
                    here.texts().size(plan.needed()),
                    here.texts().size(plan.free()))));
    List<OmittedExhibits.Exhibit> left = p.asked().left().exhibits();
    if (!left.isEmpty()) {
      words.getChildren().add(Part.of(here.t("seal.leftout"), numbers(left)));
    }
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
                seal(p);
              }
              return plan.fits();
            });
  }

  private static String nothing(Prepared p) {
    return p.asked().stations().isEmpty() ? "seal.nothing" : "seal.nothing.here";
  }

  /** Fear of the country it goes to stops it. Nobody in the field goes past it, only without. */
  private void stopped(Prepared p) {
    VBox words =
        new VBox(
            10,
            Nodes.label(String.join(", ", p.feared()), "strong", "danger"),
            Nodes.label(here.t("seal.feared.below")));
    words.getChildren().addAll(Consented.elsewhere(p.elsewhere(), here));
    words.setId("seal-feared");
    if (p.plan().empty()) {
      here.dialogs()
          .tell(here.t("seal.feared"), here.t("seal.feared.only", String.join(", ", p.feared())));
      return;
    }
    here.dialogs()
        .ask(
            here.t("seal.feared"),
            words,
            here.t("seal.feared.verb"),
            () -> {
              confirm(p.apart());
              return true;
            });
  }

  private static String numbers(List<OmittedExhibits.Exhibit> exhibits) {
    return String.join(", ", exhibits.stream().map(OmittedExhibits.Exhibit::number).toList());
  }

  /** Sealed, or stopped by exhibits whose files are lost or damaged. */
  private record Outcome(List<PackageLine> lines, List<OmittedExhibits.Exhibit> damaged) {}

  private List<PackageLine> sealed(Prepared p, Progress progress) {
    Asked asked = p.asked();
    return asked.stations().isEmpty()
        ? List.of(packages.seal(p.plan(), asked.left(), progress))
        : packages.sealFor(asked.stations(), p.plan(), asked.left(), progress);
  }

  private void seal(Prepared p) {
    Underway.run(
        here,
        line,
        slot,
        here.t("seal.underway"),
        progress -> {
          try {
            return new Outcome(sealed(p, progress), List.of());
          } catch (CaseworkFault e) {
            if (e.code() != CaseworkFault.Code.EXHIBIT_CHANGED) {
              throw e;
            }
            List<OmittedExhibits.Exhibit> damaged = packages.damaged(p.plan());
            if (damaged.isEmpty()) {
              throw e;
            }
            return new Outcome(List.of(), damaged);
          }
        },
        done -> {
          if (done.lines().isEmpty()) {
            without(p, done.damaged());
            return;
          }
          here.dialogs()
              .notice(
                  done.lines().size() == 1
                      ? here.t("seal.done", Texts.packageNumber(done.lines().getFirst().sequence()))
                      : here.t("seal.done.all", done.lines().size()));
          sealed.accept(done.lines().getFirst());
        });
  }

  /** The way out: the rest goes now, what is damaged here goes when it is back. */
  private void without(Prepared p, List<OmittedExhibits.Exhibit> damaged) {
    Form form = new Form();
    TextField reason = form.add(here.t("reason"), new TextField());
    reason.setId("leftout-reason");
    here.dialogs()
        .ask(
            here.t("seal.without"),
            new VBox(
                10,
                Nodes.label(here.t("seal.without.which", numbers(damaged))),
                Nodes.label(here.t("seal.without.below"), "muted"),
                form),
            here.t("seal.without"),
            () -> Reason.given(here, reason, why -> prepare(p.asked().without(damaged, why))));
  }
}
