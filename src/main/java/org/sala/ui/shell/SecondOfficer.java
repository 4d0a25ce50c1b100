package org.sala.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import org.sala.casework.Desk;
import org.sala.casework.packages.take.Quarantine;
import org.sala.casework.people.Ages;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.AgeForm;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.route.Signature;
import org.sala.ui.work.Work;

/**
 * Ctrl+Shift+L: a second officer steps in, signs what waits with the own key, and is gone; the
 * screen behind is as it was. Where nothing waits, the workspace is handed over: it locks.
 */
final class SecondOfficer {
  private final Desk desk;
  private final Here here;
  private final Work.Line line;
  private final Runnable lock;

  SecondOfficer(Desk desk, Here here, Runnable lock) {
    this.desk = desk;
    this.here = here;
    this.line = here.work().line();
    this.lock = lock;
  }

  /** One thing that waits for a second signature. */
  private sealed interface Waiting {
    record Finding(People.PersonLine person, Findings.FirstWord first) implements Waiting {}

    /** An adult's age over a child's. */
    record Age(People.PersonLine person, Ages.Waiting age) implements Waiting {}

    /** A package that a first officer proposed to admit. */
    record Parcel(Quarantine.Waiting held) implements Waiting {}
  }

  void stepIn() {
    line.ask(this::waiting, this::show);
  }

  private List<Waiting> waiting() {
    List<Waiting> all = new ArrayList<>();
    desk.people().needingAction().stream()
        .filter(p -> p.findingWaits() && !p.findingSigned())
        .forEach(
            p ->
                desk.findings()
                    .firstWord(p.id())
                    .ifPresent(first -> all.add(new Waiting.Finding(p, first))));
    desk.people().needingAction().stream()
        .filter(p -> p.disputes() > 0)
        .forEach(p -> desk.ages().waiting(p.id()).ifPresent(w -> all.add(new Waiting.Age(p, w))));
    if (desk.headquarters().isHeadquarters()) {
      desk.quarantine().waiting().stream()
          .filter(w -> w.proposed().isPresent())
          .forEach(w -> all.add(new Waiting.Parcel(w)));
    }
    return all;
  }

  private void show(List<Waiting> waiting) {
    if (waiting.isEmpty()) {
      here.dialogs()
          .ask(
              here.t("second.title"),
              Nodes.label(here.t("second.nothing")),
              here.t("second.handover"),
              () -> {
                lock.run();
                return true;
              });
      return;
    }
    Form form = new Form();
    Choice which =
        form.add(
            here.t("second.which"),
            new Choice(
                IntStream.range(0, waiting.size()).mapToObj(Integer::toString).toList(),
                i -> words(waiting.get(Integer.parseInt(i)))));
    which.setId("second-which");
    Label first = Nodes.label(firstWord(waiting.getFirst()));
    first.setId("second-first");
    form.show(here.t("second.first"), first);
    which
        .valueProperty()
        .addListener((o, was, is) -> first.setText(firstWord(waiting.get(Integer.parseInt(is)))));
    Choice agrees =
        form.add(
            here.t("today.confirm.agree"),
            new Choice(List.of("", "yes", "no"), c -> here.t(c.isEmpty() ? "none" : c)));
    TextArea reason = form.add(here.t("reason"), new TextArea());
    reason.setId("second-reason");
    reason.setPrefRowCount(2);
    reason.setWrapText(true);
    Signature signature = new Signature(here, "second");
    signature.addTo(form);
    agrees.setId("second-agrees");
    ask(new Asked(waiting, ControlFields.unkept(form), which, agrees, reason, signature));
  }

  private record Asked(
      List<Waiting> waiting,
      Node form,
      Choice which,
      Choice agrees,
      TextArea reason,
      Signature signature) {}

  private void ask(Asked a) {
    here.dialogs()
        .ask(
            here.t("second.title"),
            a.form(),
            here.t("today.confirm.sign"),
            () -> {
              Waiting chosen = a.waiting().get(Integer.parseInt(a.which().getValue()));
              boolean yes = a.agrees().getValue().equals("yes");
              if (a.agrees().getValue().isEmpty()) {
                here.dialogs().notice(here.t("agree.needed"));
                return false;
              }
              if (a.reason().getText().isBlank()) {
                here.dialogs().notice(here.t("reason.needed"));
                return false;
              }
              if (!yes && chosen instanceof Waiting.Parcel) {
                // Keeping it out takes one officer, and is done where it is shown.
                here.dialogs().notice(here.t("second.parcel.no"));
                return false;
              }
              Optional<Signature.Typed> typed = a.signature().typed();
              typed.ifPresent(t -> sign(chosen, yes, t, a));
              return typed.isPresent();
            });
  }

  private String words(Waiting waiting) {
    return switch (waiting) {
      case Waiting.Finding f ->
          f.person().wristband() + " · " + here.texts().code("finding", f.person().finding());
      case Waiting.Age a ->
          here.t(
              "second.age",
              a.person().wristband(),
              AgeForm.words(a.age().was(), here),
              AgeForm.words(a.age().is(), here));
      case Waiting.Parcel p -> here.t("second.parcel", p.held().stationName(), p.held().sequence());
    };
  }

  /** Nobody signs what was not read: who wrote it, and why. */
  private String firstWord(Waiting waiting) {
    return switch (waiting) {
      case Waiting.Finding f -> firstWord(f.first().byName(), f.first().reason());
      case Waiting.Age a -> AgeForm.firstWord(a.age(), here);
      case Waiting.Parcel p ->
          p.held().proposed().map(w -> firstWord(w.byName(), w.reason())).orElse("");
    };
  }

  private String firstWord(String byName, String reason) {
    return byName.isEmpty() ? reason : here.t("second.first.word", byName, reason);
  }

  private void sign(Waiting waiting, boolean yes, Signature.Typed typed, Asked a) {
    String reason = a.reason().getText();
    switch (waiting) {
      case Waiting.Finding f ->
          line.act(
              () -> {
                return typed.use(
                    (who, secret) ->
                        desk.findings().confirm(f.first().finding(), yes, reason, who, secret));
              },
              confirmed -> said(confirmed, a));
      case Waiting.Age w ->
          line.act(
              () -> typed.use((who, secret) -> desk.ages().sign(w.age(), yes, reason, who, secret)),
              signed -> said(signed, a));
      case Waiting.Parcel p ->
          line.act(
              () ->
                  typed.use(
                      (who, secret) -> desk.quarantine().admit(p.held().id(), reason, who, secret)),
              decision -> said(decision, a));
    }
  }

  /** What was not taken loses nothing of what was typed. */
  private void said(Quarantine.Decision decision, Asked a) {
    switch (decision) {
      case Quarantine.Decision.Admitted d -> here.dialogs().notice(here.t("today.confirm.done"));
      case Quarantine.Decision.WrongPassphrase w -> a.signature().wrong(() -> ask(a));
      case Quarantine.Decision.SameOfficer s -> refused("decide.same", a);
      case Quarantine.Decision.NotCertified n -> refused("decide.uncertified", a);
      case Quarantine.Decision.NotProposed n -> here.dialogs().notice(here.t("decide.notproposed"));
    }
  }

  private void said(Findings.Confirmed confirmed, Asked a) {
    switch (confirmed) {
      case DONE -> here.dialogs().notice(here.t("today.confirm.done"));
      case WRONG_PASSPHRASE -> a.signature().wrong(() -> ask(a));
      case SAME_OFFICER -> refused("fault.SAME_OFFICER", a);
      case NOT_CERTIFIED -> refused("second.uncertified", a);
    }
  }

  private void said(Ages.Signed signed, Asked a) {
    switch (signed) {
      case DONE -> here.dialogs().notice(here.t("today.confirm.done"));
      case WRONG_PASSPHRASE -> a.signature().wrong(() -> ask(a));
      case SAME_OFFICER -> refused("age.same", a);
      case NOT_CERTIFIED -> refused("age.uncertified", a);
    }
  }

  private void refused(String why, Asked a) {
    a.signature().refused(here.t(why), () -> ask(a));
  }
}
