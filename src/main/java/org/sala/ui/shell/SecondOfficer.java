package org.sala.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.sala.casework.Desk;
import org.sala.casework.packages.take.Quarantine;
import org.sala.casework.people.Ages;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.AgeForm;
import org.sala.ui.roster.SecondFinding;
import org.sala.ui.roster.SecondForm;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/**
 * Ctrl+Shift+L: a second officer steps in, reads what waits, signs with the own key, and is gone;
 * or takes the workspace over: it locks, and what the first one had half typed waits for that one
 * alone.
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
        .forEach(p -> desk.ages().waiting(p.id()).forEach(w -> all.add(new Waiting.Age(p, w))));
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
    } else {
      choose(waiting);
    }
  }

  /** Whoever came to take over and not to sign finds that here as well. */
  private void choose(List<Waiting> waiting) {
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
    Button over = Nodes.button(here.t("second.handover"), "", lock, "plain");
    over.setId("second-handover");
    here.dialogs()
        .ask(
            here.t("second.title"),
            // A place in this list is another one's the next time.
            ControlFields.unkept(new VBox(10, form, Nodes.row(over))),
            here.t("today.read"),
            () -> {
              Waiting chosen = waiting.get(Integer.parseInt(which.getValue()));
              here.work().tell(() -> read(chosen));
              return true;
            });
  }

  private String words(Waiting waiting) {
    return switch (waiting) {
      case Waiting.Finding f ->
          f.person().wristband() + " · " + here.texts().code("finding", f.first().finding());
      case Waiting.Age a ->
          here.t(
              "second.age",
              a.person().wristband(),
              AgeForm.words(a.age().was(), here),
              AgeForm.words(a.age().is(), here));
      case Waiting.Parcel p -> here.t("second.parcel", p.held().stationName(), p.held().sequence());
    };
  }

  /** Who wrote it, and why. */
  private String firstWord(Waiting waiting) {
    return switch (waiting) {
      case Waiting.Finding f -> SecondFinding.words(f.first(), here);
      case Waiting.Age a -> AgeForm.firstWord(a.age(), here);
      case Waiting.Parcel p ->
          p.held()
              .proposed()
              .map(
                  w ->
                      w.byName().isEmpty()
                          ? w.reason()
                          : here.t("second.first.word", w.byName(), w.reason()))
              .orElse("");
    };
  }

  /** Leads to what is signed for; the signature is given there. */
  private void read(Waiting waiting) {
    switch (waiting) {
      case Waiting.Finding f -> new SecondFinding(desk.findings(), here, line).read(f.person());
      case Waiting.Age a -> new AgeForm(desk.ages(), here, line, () -> {}).ask(a.person(), a.age());
      case Waiting.Parcel p -> sign(p);
    }
  }

  private void sign(Waiting.Parcel p) {
    Form form = new Form();
    form.show(here.t("second.which"), words(p));
    Label first = Nodes.label(firstWord(p));
    first.setId("second-first");
    form.show(here.t("second.first"), first);
    // Keeping it out takes one officer, and is done where it is shown.
    form.show("", Nodes.label(here.t("second.parcel.no"), "muted", "small"));
    new SecondForm(here, line, "second")
        .ask(
            here.t("second.title"),
            form,
            SecondForm.Sayable.ONLY_YES,
            (agrees, reason, who, secret) ->
                came(desk.quarantine().admit(p.held().id(), reason, who, secret)),
            () -> {});
  }

  private static SecondForm.Came came(Quarantine.Decision decision) {
    return switch (decision) {
      case Quarantine.Decision.Admitted d -> new SecondForm.Came.Done();
      case Quarantine.Decision.WrongPassphrase w -> new SecondForm.Came.WrongPassphrase();
      case Quarantine.Decision.SameOfficer s -> new SecondForm.Came.Refused("decide.same");
      case Quarantine.Decision.NotCertified n -> new SecondForm.Came.Refused("decide.uncertified");
      case Quarantine.Decision.NotProposed n -> new SecondForm.Came.Refused("decide.notproposed");
    };
  }
}
