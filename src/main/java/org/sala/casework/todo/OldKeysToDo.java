package org.sala.casework.todo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sala.casework.station.OfficerSlots;
import org.sala.casework.station.Officers;

/** Officers whom headquarters has taken back and who can still unlock this laptop. */
final class OldKeysToDo {
  private OldKeysToDo() {}

  /** One line for each of them; whoever may not take a slot away leaves it to a colleague. */
  static List<ToDo> all(Officers officers, Instant now) {
    ToDo.Whose whose = officers.mayOpenProtection() ? ToDo.Whose.NOBODY : ToDo.Whose.OTHER;
    return officers.slots().takenBack().stream()
        .map(
            c ->
                new ToDo(
                    ToDo.What.OLD_KEY,
                    Optional.empty(),
                    Optional.empty(),
                    whose,
                    "",
                    now.toEpochMilli(),
                    List.of(),
                    new ToDo.About.Former(c.name(), c.standing() == OfficerSlots.Standing.OPENS)))
        .toList();
  }
}
