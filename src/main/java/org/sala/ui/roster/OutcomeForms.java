package org.sala.ui.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.people.People;
import org.sala.casework.protection.Outcomes;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** What is asked when a person was told of a finding, asks for a second look, and gets it. */
public final class OutcomeForms {
  private final Outcomes outcomes;
  private final Here here;
  private final Work.Line line;

  public OutcomeForms(Outcomes outcomes, Here here, Work.Line line) {
    this.outcomes = outcomes;
    this.here = here;
    this.line = line;
  }

  /** Asks who told the finding, how, and in which language. */
  public void tell(People.PersonLine p) {
    Form form = new Form();
    form.show(here.t("people.number"), NumberWords.of(p, here.texts()));
    form.show(here.t("person.finding"), here.texts().code("finding", p.finding()));
    TextField who = form.add(here.t("outcome.who"), new TextField());
    who.setId("outcome-who");
    Choice how =
        form.add(
            here.t("outcome.how"),
            Choice.asked(
                Arrays.stream(Outcomes.How.values()).map(Enum::name).toList(),
                c -> here.texts().code("outcomeHow", c),
                here.t("none")));
    how.setId("outcome-how");
    Choice language =
        form.add(
            here.t("outcome.language"),
            new Choice(PersonForm.LANGUAGES, c -> here.texts().code("lang", c)));
    language.setId("outcome-language");
    String first = p.languages().split(" ", -1)[0];
    if (PersonForm.LANGUAGES.contains(first)) {
      language.setValue(first);
    }
    TextField interpreter = form.add(here.t("consent.interpreter"), new TextField());
    here.dialogs()
        .ask(
            p.id().toString(),
            here.t("outcome.title"),
            new VBox(10, Nodes.label(here.t("outcome.below"), "muted"), form),
            here.t("save"),
            () -> {
              if (who.getText().isBlank() || how.isEmpty() || language.isEmpty()) {
                here.dialogs().notice(here.t("outcome.needed"));
                return false;
              }
              Outcomes.Telling telling =
                  new Outcomes.Telling(
                      who.getText(),
                      Outcomes.How.valueOf(how.getValue()),
                      language.getValue(),
                      interpreter.getText().strip());
              line.act(() -> outcomes.told(p.id(), telling), id -> {});
              return true;
            });
  }

  /** Writes that the person asks for a second look; they need not say why. */
  public void ask(People.PersonLine p) {
    Form form = new Form();
    form.show(here.t("people.number"), NumberWords.of(p, here.texts()));
    TextArea why = form.add(here.t("look.why"), new TextArea());
    why.setPrefRowCount(3);
    why.setWrapText(true);
    why.setId("look-why");
    here.dialogs()
        .ask(
            p.id().toString(),
            here.t("secondlook.ask"),
            new VBox(10, Nodes.label(here.t("secondlook.below"), "muted"), form),
            here.t("save"),
            () -> {
              String words = why.getText();
              line.act(() -> outcomes.ask(p.id(), words), id -> {});
              return true;
            });
  }

  /** Lets another officer look; who had a part in the finding is told that it takes another one. */
  public void look(People.PersonLine p) {
    line.act(
        () -> outcomes.looks(p.id()).stream().filter(l -> l.answer().isEmpty()).findFirst(),
        open -> open.ifPresent(look -> look(p, look)));
  }

  private void look(People.PersonLine p, Outcomes.Look look) {
    if (look.mine()) {
      here.dialogs().notice(here.t("secondlook.other"));
      return;
    }
    Form form = new Form();
    form.show(here.t("people.number"), NumberWords.of(p, here.texts()));
    form.show(here.t("person.finding"), here.texts().code("finding", look.finding()));
    form.show(here.t("look.why"), look.why().isEmpty() ? here.t("secondlook.nowhy") : look.why());
    Choice stands =
        form.add(
            here.t("secondlook.stands"),
            new Choice(List.of("", "yes", "no"), c -> here.t(c.isEmpty() ? "none" : c)));
    stands.setId("look-stands");
    TextArea reason = form.add(here.t("reason"), new TextArea());
    reason.setPrefRowCount(3);
    reason.setWrapText(true);
    reason.setId("look-reason");
    here.dialogs()
        .ask(
            look.id().toString(),
            here.t("secondlook.title"),
            new VBox(10, Nodes.label(here.t("secondlook.read"), "muted"), form),
            here.t("save"),
            () -> {
              if (stands.getValue().isEmpty() || reason.getText().isBlank()) {
                here.dialogs().notice(here.t("secondlook.needed"));
                return false;
              }
              boolean yes = stands.getValue().equals("yes");
              String words = reason.getText();
              line.act(() -> outcomes.looked(look.id(), yes, words), id -> {});
              return true;
            });
  }

  /** One line for each time that the person was told, and for each second look. */
  public VBox history(List<Outcomes.Told> tellings, List<Outcomes.Look> looks) {
    VBox all = new VBox(4);
    for (Outcomes.Told t : tellings) {
      all.getChildren()
          .add(
              Nodes.label(
                  here.t(
                      "outcome.line",
                      here.texts().code("finding", t.finding()),
                      here.texts().date(t.at()),
                      t.who(),
                      here.texts().code("outcomeHow", t.how()),
                      here.texts().code("lang", t.language())),
                  "small"));
    }
    for (Outcomes.Look l : looks) {
      Optional<Outcomes.Answer> a = l.answer();
      all.getChildren()
          .add(
              Nodes.label(
                  a.map(
                          x ->
                              here.t(
                                  x.stands() ? "secondlook.line.stands" : "secondlook.line.not",
                                  here.texts().date(x.at()),
                                  x.by().isEmpty() ? here.t("history.other") : x.by(),
                                  x.reason()))
                      .orElseGet(
                          () -> here.t("secondlook.line.open", here.texts().date(l.asked()))),
                  a.isPresent() ? "small" : "warning"));
    }
    return all;
  }
}
