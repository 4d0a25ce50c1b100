package org.sala.ui.roster;

import java.time.Clock;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.people.People;
import org.sala.casework.screening.AskedBefore;
import org.sala.casework.screening.NightOrder;
import org.sala.casework.screening.No;
import org.sala.casework.screening.Screenings;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Reason;
import org.sala.ui.work.Work;

/** Asks in which language and with whom in the room, then begins. */
public final class BeginScreening {
  private BeginScreening() {}

  /**
   * Returns whether the clock on the wall says that people sleep: safe, fed, asleep, then asked.
   */
  public static boolean asleep(Here here, Clock clock) {
    return NightOrder.asleep(clock.instant().atZone(here.texts().zone()));
  }

  /**
   * Begins a screening of a person and goes to it, from wherever it is asked for. At an hour when
   * people sleep the officer says first why it has to be now; it stands in the screening.
   */
  public static void ask(
      Here here, Work.Line line, Screenings screenings, People.PersonLine p, Clock clock) {
    if (!asleep(here, clock)) {
      ask(here, line, screenings, p, "");
      return;
    }
    Form form = new Form();
    TextField reason = form.add(here.t("reason"), new TextField());
    reason.setId("overrule-reason");
    here.dialogs()
        .ask(
            p.id().toString(),
            here.t("screening.night.title"),
            new VBox(10, Nodes.label(here.t("screening.night.below"), "muted"), form),
            here.t("screening.night.verb"),
            () -> Reason.given(here, reason, why -> ask(here, line, screenings, p, why)));
  }

  private static void ask(
      Here here, Work.Line line, Screenings screenings, People.PersonLine p, String overruled) {
    line.ask(
        () ->
            new Before(
                screenings.told(p.id()), screenings.ageUnsaid(p.id()), screenings.saidNo(p.id())),
        before -> ask(here, line, screenings, p, overruled, before));
  }

  /** What was told already, whether nobody has said how old the person is, what is a no. */
  private record Before(List<AskedBefore.Account> told, boolean ageUnsaid, List<No> saidNo) {}

  private static void ask(
      Here here,
      Work.Line line,
      Screenings screenings,
      People.PersonLine p,
      String overruled,
      Before before) {
    Form form = new Form();
    form.show(here.t("people.number"), NumberWords.of(p, here.texts()));
    Choice with =
        form.add(
            here.t("screening.with"),
            new Choice(Screenings.CATALOGUES, c -> here.texts().code("catalogue", c)));
    with.setId("screening-with");
    Choice language =
        form.add(
            here.t("screening.language"),
            new Choice(PersonForm.LANGUAGES, c -> here.texts().code("lang", c)));
    String first = p.languages().split(" ", -1)[0];
    if (PersonForm.LANGUAGES.contains(first)) {
      language.setValue(first);
    }
    TextField interpreter = form.add(here.t("consent.interpreter"), new TextField());
    interpreter.setId("screening-interpreter");
    TextField present = form.add(here.t("screening.present"), new TextField());
    TextField support = form.add(here.t("screening.support"), new TextField());
    support.setId("screening-support");
    ChildPart care = new ChildPart(p, before.ageUnsaid(), here);
    SaidNoPart said = new SaidNoPart(before.saidNo(), here);
    AgainPart again = new AgainPart(before.told(), !p.surelyAdult(), here);
    Form below = new Form();
    again.into(below);
    below.show("", here.t("screening.begin.below"));
    here.dialogs()
        .ask(
            p.id().toString(),
            here.t("screening.begin"),
            new VBox(8, said.node(), form, care.among(form, below), below),
            here.t("screening.begin"),
            () -> {
              if (care.lacking()) {
                here.dialogs().notice(here.t("child.triage"));
                return false;
              }
              if (again.lacking()) {
                here.dialogs().notice(here.t("again.needed"));
                return false;
              }
              if (said.asksOnce(interpreter.getText())) {
                return false;
              }
              Screenings.Setting setting =
                  new Screenings.Setting(
                      language.getValue(),
                      interpreter.getText(),
                      present.getText(),
                      support.getText(),
                      care.age());
              line.act(
                  () -> {
                    RecordId id =
                        screenings.begin(
                            p.id(), setting, with.getValue(), care.given(), again.given());
                    if (!overruled.isEmpty()) {
                      screenings.overruled(id, overruled);
                    }
                    return id;
                  },
                  id -> here.navigator().go(new Place.Interview(id)));
              return true;
            });
  }
}
