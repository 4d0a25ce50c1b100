package org.sala.ui.today;

import java.util.Optional;
import org.sala.casework.hall.Alarm;
import org.sala.casework.hall.Alarms;
import org.sala.casework.people.People;
import org.sala.casework.screening.CountryRules;
import org.sala.casework.screening.Triages;
import org.sala.casework.todo.ToDo;
import org.sala.ui.roster.DangerForm;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** Somebody in danger, raised here or on another laptop of the hall. */
final class DangerRow {
  private final Alarms alarms;
  private final Triages triages;
  private final CountryRules country;
  private final Here here;
  private final Work.Line line;

  DangerRow(Alarms alarms, Triages triages, CountryRules country, Here here, Work.Line line) {
    this.alarms = alarms;
    this.triages = triages;
    this.country = country;
    this.here = here;
    this.line = line;
  }

  /** Who has answered, as far as it has come here. */
  String words(Optional<Alarm> alarm) {
    if (alarm.isEmpty()) {
      return here.t("today.danger.what");
    }
    Alarm a = alarm.get();
    if (a.told().isPresent()) {
      return here.t("today.danger.told", a.told().get().officer());
    }
    if (!a.taken().isEmpty()) {
      Alarm.Answer first = a.taken().getFirst();
      return first.station().isEmpty()
          ? here.t("today.danger.taken.here")
          : here.t("today.danger.taken", first.officer(), first.station());
    }
    return a.ours() ? here.t("today.danger.what") : here.t("today.danger.elsewhere", a.station());
  }

  /** The row leaves the list once it is written who was told. */
  void tell(ToDo r) {
    Optional<Alarm> alarm = r.alarm();
    String number =
        r.person()
            .map(People.PersonLine::wristband)
            .filter(n -> !n.isEmpty())
            .or(() -> alarm.map(Alarm::number))
            .orElse("");
    line.ask(
        country::numbers,
        numbers ->
            DangerForm.ask(
                here,
                new DangerForm.Danger(number, "", numbers, alarm),
                a -> line.act(() -> alarms.take(a.id()), saved -> {}),
                told -> line.act(() -> told(r, told), saved -> {})));
  }

  /** Where it was raised the triage says it; elsewhere the alarm does, and the triage if known. */
  private boolean told(ToDo r, Triages.Told told) {
    r.alarm()
        .filter(a -> !a.ours())
        .ifPresent(a -> alarms.told(a.id(), told.who() + ", " + told.how(), told.at()));
    r.person()
        .filter(p -> java.util.Set.of(p.urgency().split(" ", -1)).contains("danger"))
        .ifPresent(p -> triages.told(p.id(), "danger", told));
    return true;
  }
}
