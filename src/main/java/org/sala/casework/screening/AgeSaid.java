package org.sala.casework.screening;

import java.time.LocalDate;
import java.util.Map;
import org.sala.casework.people.People;
import org.sala.casework.station.Act;
import org.sala.casework.station.Seen;
import org.sala.casework.station.Station;
import org.sala.domain.AgeGroup;
import org.sala.domain.DateReader;
import org.sala.domain.Kinds;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/**
 * An age that is said when a screening begins, because nobody has written one down. It may make
 * somebody a child whatever stands there by then; over an age that is written it takes no child's
 * protection away.
 */
final class AgeSaid {
  private final Station station;

  AgeSaid(Station station) {
    this.station = station;
  }

  /** Whether nobody has written an age. */
  boolean unsaid(RecordId person) {
    FieldState birth = station.view().records().fields(person).get("birth");
    return birth == null || birth.values().stream().allMatch(v -> v instanceof Value.Nothing);
  }

  /** Whether the rules for children apply with what was said: where nobody says an age they do. */
  boolean maybeChild(People.PersonLine person, String typed) {
    return switch (group(read(typed))) {
      case CHILD -> true;
      case ADULT -> unsaid(person.id()) ? person.childWhateverIsWritten() : !person.surelyAdult();
      case UNKNOWN -> !person.surelyAdult() || !typed.isBlank();
    };
  }

  /** Returns the act that writes an age; nothing where it cannot be read, as at a triage. */
  Act act(RecordId person, String typed) {
    PartialDate birth = read(typed);
    boolean read = birth.precision() != PartialDate.Precision.UNKNOWN;
    Act act = new Act();
    if (read && (unsaid(person) || group(birth) != AgeGroup.ADULT)) {
      act.edit(person, Kinds.PERSON, Map.of("birth", birth.toValue()), new Seen(Map.of()));
    }
    return act;
  }

  private PartialDate read(String typed) {
    return DateReader.birth(typed, today());
  }

  private AgeGroup group(PartialDate birth) {
    return birth.ageGroup(today());
  }

  private LocalDate today() {
    return station.now().local().toLocalDate();
  }
}
