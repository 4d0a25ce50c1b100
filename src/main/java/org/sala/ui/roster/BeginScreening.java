package org.sala.ui.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.people.People;
import org.sala.casework.screening.AskedBefore;
import org.sala.casework.screening.NightOrder;
import org.sala.casework.screening.Screenings;
import org.sala.domain.AgeGroup;
import org.sala.domain.DateReader;
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
      ask(here, line, screenings, p, clock, "");
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
            () -> Reason.given(here, reason, why -> ask(here, line, screenings, p, clock, why)));
  }

  private static void ask(
      Here here,
      Work.Line line,
      Screenings screenings,
      People.PersonLine p,
      Clock clock,
      String overruled) {
    line.ask(
        () -> new Before(screenings.told(p.id()), screenings.ageUnsaid(p.id())),
        before -> ask(here, line, screenings, p, clock, overruled, before));
  }

  /** What was told already, and whether nobody has said how old the person is. */
  private record Before(List<AskedBefore.Account> told, boolean ageUnsaid) {}

  private static void ask(
      Here here,
      Work.Line line,
      Screenings screenings,
      People.PersonLine p,
      Clock clock,
      String overruled,
      Before before) {
    boolean maybeChild = !p.surelyAdult();
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
    TextField age = new TextField();
    if (before.ageUnsaid()) {
      age.setId("screening-age");
      form.add(here.t("people.birth"), age);
      form.show("", here.t("screening.age.below"));
    }
    TextField guardian = new TextField();
    CheckBox agrees = new CheckBox(here.t("child.agrees"));
    CheckBox trained = new CheckBox(here.t("child.trained"));
    if (maybeChild) {
      guardian.setId("child-guardian");
      agrees.setId("child-agrees");
      trained.setId("child-trained");
      form.add(here.t("child.guardian"), guardian);
      form.show("", agrees);
      form.show("", trained);
      form.show("", here.t("child.below"));
    }
    AgainPart again = new AgainPart(before.told(), maybeChild, here);
    again.into(form);
    form.show("", here.t("screening.begin.below"));
    here.dialogs()
        .ask(
            p.id().toString(),
            here.t("screening.begin"),
            form,
            here.t("screening.begin"),
            () -> {
              boolean child = maybeChild && !(before.ageUnsaid() && grown(p, age, clock, here));
              if (child
                  && (guardian.getText().isBlank()
                      || !agrees.isSelected()
                      || !trained.isSelected())) {
                here.dialogs().notice(here.t("child.triage"));
                return false;
              }
              if (again.lacking()) {
                here.dialogs().notice(here.t("again.needed"));
                return false;
              }
              Screenings.Setting setting =
                  new Screenings.Setting(
                      language.getValue(),
                      interpreter.getText(),
                      present.getText(),
                      support.getText(),
                      age.getText());
              line.act(
                  () -> {
                    RecordId id =
                        screenings.begin(
                            p.id(),
                            setting,
                            with.getValue(),
                            child
                                ? Optional.of(new Screenings.Child(guardian.getText()))
                                : Optional.empty(),
                            again.given());
                    if (!overruled.isEmpty()) {
                      screenings.overruled(id, overruled);
                    }
                    return id;
                  },
                  id -> here.navigator().go(new Place.Interview(id)));
              return true;
            });
  }

  /** Whether the age that is typed is an adult's, and nothing else speaks for a child. */
  private static boolean grown(People.PersonLine p, TextField age, Clock clock, Here here) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), here.texts().zone());
    return !p.childWhateverIsWritten()
        && DateReader.birth(age.getText(), today).ageGroup(today) == AgeGroup.ADULT;
  }
}
