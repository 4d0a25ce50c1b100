package org.sala.casework.todo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sala.casework.hall.Alarm;
import org.sala.casework.hall.Alarms;
import org.sala.casework.people.People;

/** People in danger, here and at the other laptops of the hall, and who has taken them on. */
public final class DangerToDo {
  private final Alarms alarms;
  private final People people;

  /** Reads the alarms of this workspace, with the numbers of those whom they are about. */
  public DangerToDo(Alarms alarms, People people) {
    this.alarms = alarms;
    this.people = people;
  }

  List<Alarm> open() {
    return alarms.open();
  }

  /** Raised on other laptops: only a number is known of them here. */
  List<ToDo> elsewhere() {
    List<ToDo> all = new ArrayList<>();
    alarms.elsewhere().forEach(a -> all.add(one(people.find(a.person()), a)));
    return all;
  }

  static ToDo one(Optional<People.PersonLine> person, Alarm a) {
    Optional<Alarm.Answer> first = a.taken().stream().findFirst();
    return new ToDo(
        ToDo.What.DANGER,
        person,
        Optional.empty(),
        first
            .map(f -> f.station().isEmpty() ? ToDo.Whose.ME : ToDo.Whose.OTHER)
            .orElse(ToDo.Whose.NOBODY),
        first.map(Alarm.Answer::officer).orElse(""),
        a.since().instant().toEpochMilli(),
        List.of(),
        new ToDo.About.Hall(a));
  }

  /** A danger that nobody has answered for ten minutes stands before everything else. */
  static boolean late(ToDo r, Instant now) {
    return r.what() == ToDo.What.DANGER
        && r.alarm()
            .map(a -> a.late(now))
            .orElse(!Instant.ofEpochMilli(r.sinceMillis()).plus(Alarm.UNANSWERED).isAfter(now));
  }
}
