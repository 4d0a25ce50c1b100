package org.sala.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sala.casework.Desk;
import org.sala.casework.joining.Choice;
import org.sala.casework.joining.Disagreement;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * Headquarters and a station write differently about the same case and the same person. The case is
 * decided and the decision comes back; the person's age waits for two officers.
 */
final class TwoVersions {
  private final Desk hq;
  private final Desk station;
  private final Path stick;

  TwoVersions(Desk hq, Desk station, Path stick) {
    this.hq = hq;
    this.station = station;
    this.stick = stick;
  }

  /** What went wrong, if anything did. */
  Optional<String> play() {
    RecordId caseId = station.cases().list("", "changed", true, 0, 1).getFirst().id();
    People.PersonLine person = station.people().inCase(caseId).getFirst();
    hq.cases().edit(caseId, place("Example Town, mill road"), "from the map");
    station.cases().edit(caseId, place("Example Town, old mill"), "seen on the way");
    hq.people().setBirth(person.id(), "2001-03-14", "read from a passport that was found");
    station.people().setBirth(person.id(), "2009", "said again, through IN-04");
    station
        .people()
        .edit(person.id(), Map.of("language/en", Value.flag(true)), "speaks some of it");
    PackageLine sealed =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    Path carried = station.packages().carry(sealed.id(), stick);
    if (!(hq.packages().take(carried) instanceof Importing.Outcome.Imported imported)
        || imported.disputed() != 2) {
      return Optional.of("headquarters sees both versions of both records");
    }
    Disagreement two = hq.disagreements().of(caseId).orElseThrow();
    Disagreement.Point point = two.points().getFirst();
    hq.disagreements()
        .decide(
            caseId,
            Map.of(point.key(), new Choice.Keep(point.voices().getFirst().version())),
            "both are the same building");
    List<DecisionDelivery.Owed> owed =
        hq.decisions().owed().stream().filter(o -> o.decisions() > 0).toList();
    Path back =
        hq.packages()
            .carry(
                hq.decisions().seal(owed.getFirst().station(), Progress.none()).orElseThrow(),
                stick);
    boolean decided =
        station.packages().take(back) instanceof Importing.Outcome.Imported
            && Objects.equals(
                station.cases().fields(caseId).get("place"),
                hq.cases().fields(caseId).get("place"));
    return decided && hq.disagreements().open().equals(List.of(person.id()))
        ? Optional.empty()
        : Optional.of("the decision comes back, and the other waits");
  }

  private static Map<String, Value> place(String words) {
    return Map.of("place", Value.text(words));
  }
}
