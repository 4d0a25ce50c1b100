package org.sala.casework.screening;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.people.People;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
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
 * What is owed to whoever may be a child before an account is asked for: in a screening, a
 * statement or a form. An age that is said then, because nobody has written one down, may make
 * somebody a child whatever stands there by now; over an age that is written it takes no child's
 * protection away.
 */
public final class ChildRules {
  private final Station station;
  private final People people;

  public ChildRules(Station station, People people) {
    this.station = station;
    this.people = people;
  }

  /** Whether nobody has written an age. */
  public boolean ageUnsaid(RecordId person) {
    FieldState birth = station.view().records().fields(person).get("birth");
    return birth == null || birth.values().stream().allMatch(v -> v instanceof Value.Nothing);
  }

  /**
   * Puts what protects a child among the fields of what is begun.
   *
   * @param age as typed, where nobody has written one; empty where nobody says it
   * @param child empty for an adult
   * @return the act that writes the age, and whatever else is begun with it
   * @throws CaseworkFault {@code CHILD_RULES} for a child, where the age is in doubt, and where
   *     nobody says it; {@code NOT_FOUND} where the person is not here
   */
  public Act keep(RecordId person, String age, Optional<Child> child, Map<String, Value> fields) {
    if (child.isEmpty() && apply(person, age)) {
      throw new CaseworkFault(CaseworkFault.Code.CHILD_RULES);
    }
    child.ifPresent(c -> c.into(fields));
    return said(person, age);
  }

  /** Whether the rules apply with what was said: where nobody says an age they do. */
  boolean apply(RecordId id, String age) {
    People.PersonLine person =
        people.find(id).orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    return switch (group(read(age))) {
      case CHILD -> true;
      case ADULT -> ageUnsaid(id) ? person.childWhateverIsWritten() : !person.surelyAdult();
      case UNKNOWN -> !person.surelyAdult() || !age.isBlank();
    };
  }

  /** Returns the act that writes an age; nothing where it cannot be read, as at a triage. */
  private Act said(RecordId person, String typed) {
    PartialDate birth = read(typed);
    boolean read = birth.precision() != PartialDate.Precision.UNKNOWN;
    Act act = new Act();
    if (read && (ageUnsaid(person) || group(birth) != AgeGroup.ADULT)) {
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
