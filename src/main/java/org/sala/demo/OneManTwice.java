package org.sala.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.Desk;
import org.sala.casework.joining.Candidate;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * Two people whom one station knows come to another one, where one of them gives another age.
 * Headquarters finds both by what they have in common, says of one that it is the same person, and
 * leaves the other to be looked at.
 */
final class OneManTwice {
  private final Desk hq;
  private final Desk station;
  private final Path stick;

  OneManTwice(Desk hq, Desk station, Path stick) {
    this.hq = hq;
    this.station = station;
    this.stick = stick;
  }

  /** What went wrong, if anything did. */
  Optional<String> play() {
    RecordId girl = come("", "Nguyen Thi Example", "female", "19", "vi");
    RecordId man = come("สมชาย ตัวอย่าง", "Somchai Exampel", "male", "2001", "th");
    contact(station, girl, "090 123 4567");
    for (People.PersonLine p : hq.people().list("Nguyen", "wristband", false, 0, 2)) {
      contact(hq, p.id(), "+84 90 123 4567");
    }
    PackageLine sealed =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    if (!(hq.packages().take(station.packages().carry(sealed.id(), stick))
        instanceof Importing.Outcome.Imported)) {
      return Optional.of("headquarters takes the package with two who came again");
    }
    List<Candidate> both = hq.candidates().near(girl, 10);
    if (both.isEmpty() || hq.candidates().near(man, 10).isEmpty()) {
      return Optional.of("who came again is found");
    }
    Candidate first = both.getFirst();
    hq.samePeople().same(first.one().id(), first.other().id(), "her aunt's number in both");
    return hq.people().find(girl).filter(People.PersonLine::childElsewhere).isPresent()
            && !hq.candidates().all(10).isEmpty()
        ? Optional.empty()
        : Optional.of("a child at one station is one at the other");
  }

  private RecordId come(String name, String roman, String sex, String birth, String language) {
    return station
        .people()
        .register(
            List.of(
                new People.NewPerson(
                    station.people().nextWristband(), name, roman, sex, birth, language)))
        .getFirst();
  }

  private static void contact(Desk desk, RecordId person, String number) {
    desk.people().addElement(person, "contact", Value.parts(Map.of("text", number)));
  }
}
