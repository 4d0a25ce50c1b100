package org.sala.casework.joining;

import java.util.List;
import java.util.Optional;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;

/**
 * One line of what waits for a decision.
 *
 * @param number what the record is known by; empty where it has none
 * @param person whom it is about, where it is about one who is here
 * @param fields families of the fields of which versions differ; {@code protection} stands for
 *     those that are protected, of which nobody is told which they are
 * @param stations who wrote the versions, by name; empty names are stations that are not known here
 * @param byTwo whether any of it takes a second officer, as far as the open part shows
 * @param sinceMillis when the second of the versions was written; of a protected part, when the
 *     record was last written to
 */
public record OpenDisagreement(
    RecordId record,
    String kind,
    String number,
    Optional<People.PersonLine> person,
    List<String> fields,
    List<String> stations,
    boolean byTwo,
    long sinceMillis) {
  public OpenDisagreement {
    fields = List.copyOf(fields);
    stations = List.copyOf(stations);
  }

  @Override
  public String toString() {
    return "OpenDisagreement[" + record + "]";
  }
}
