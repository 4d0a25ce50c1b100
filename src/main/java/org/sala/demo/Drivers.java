package org.sala.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.Desk;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.Given;
import org.sala.casework.todo.ToDo;
import org.sala.domain.RecordId;

/**
 * Two men who drove the buses are asked like everybody else. Of one the finding that takes
 * protection away is signed by a second officer with the own key; of the other it still waits.
 */
final class Drivers {
  /** The officer who steps in, signs and is gone. */
  static final String SECOND = "c";

  private static final Map<String, Given> NOTHING =
      Map.of(
          "recruitment/S1_01", no("He drives for a bus company of examples."),
          "the_journey/S2_01", no(""),
          "the_work/S4_01", no("He was called at eight to drive them here."),
          "life_in_the_place/S5_01", no(""));

  private Drivers() {}

  private static Given no(String words) {
    return new Given("no", words, "direct", "th");
  }

  /** What went wrong, if anything did. */
  static Optional<String> play(Desk station, RecordId caseId) {
    List<RecordId> findings = new ArrayList<>();
    List<RecordId> drivers = new ArrayList<>();
    for (Cast.Person p : Cast.drivers()) {
      RecordId id = p.registered(station, caseId);
      drivers.add(id);
      findings.add(
          station
              .findings()
              .find(
                  id,
                  Optional.of(Interviews.whole(station, id, NOTHING)),
                  Findings.Finding.NO_INDICATIONS,
                  "Came with his own bus and goes home in it; example reason"));
    }
    String first = station.officers().me();
    if (signed(station, findings.getFirst(), "a") != Findings.Confirmed.SAME_OFFICER
        || !find(station, drivers.getFirst()).findingWaits()) {
      return Optional.of("nobody takes protection away alone");
    }
    if (signed(station, findings.getFirst(), SECOND) != Findings.Confirmed.DONE
        || find(station, drivers.getFirst()).findingWaits()) {
      return Optional.of("two officers' signatures make the finding count");
    }
    boolean asBefore = station.officers().me().equals(first);
    boolean otherWaits =
        station.tonight().todo().stream().anyMatch(t -> t.what() == ToDo.What.CONFIRM);
    return asBefore && otherWaits && find(station, drivers.getLast()).findingWaits()
        ? Optional.empty()
        : Optional.of("the second officer is gone again, and the other finding waits");
  }

  private static People.PersonLine find(Desk station, RecordId person) {
    return station.people().find(person).orElseThrow();
  }

  private static Findings.Confirmed signed(Desk station, RecordId finding, String handle) {
    return station
        .findings()
        .confirm(
            finding,
            true,
            "Spoke to him and to the bus company; example reason",
            handle,
            WorkingNight.PASSPHRASE.toCharArray());
  }
}
