package org.sala.demo;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.Desk;
import org.sala.casework.consent.Consents;
import org.sala.casework.house.Stay;
import org.sala.casework.protection.Dossier;
import org.sala.casework.protection.Dossiers;
import org.sala.casework.protection.Referral;
import org.sala.casework.protection.Services;
import org.sala.casework.screening.Triages;
import org.sala.domain.Moment;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;

/** Who sleeps where in an invented house, and what its first shift hands on. */
final class Sheltered {
  private Sheltered() {}

  private static Stay.Placing bed(String room, String bed, Stay.Phone phone) {
    return new Stay.Placing("House of Examples", room, bed, Stay.Freedom.FREE, "", phone, "");
  }

  /**
   * All but the last two have beds; two who must not meet share a room until the next shift reads
   * the board.
   */
  static void house(Desk station, List<RecordId> people, Clock clock) {
    List<RecordId> beds = people.subList(0, Math.max(3, people.size() - 2));
    for (int i = 0; i < beds.size(); i++) {
      RecordId stay =
          station
              .stays()
              .begin(
                  beds.get(i),
                  bed(
                      Integer.toString(1 + i / 2),
                      i % 2 == 0 ? "A" : "B",
                      i % 2 == 0 ? Stay.Phone.OWN : Stay.Phone.SHARED));
      if (i == 0) {
        station.stays().reflect(stay, 45);
        station
            .stays()
            .next(
                stay,
                "Doctor looks at the hand",
                Optional.of(at(clock, Duration.ofHours(7))),
                "Nurse Example");
        station.stays().visited(stay, "Counsellor Example", true);
      }
    }
    station.handovers().handOver("Officer Day Example", "Lamp in room 1 is broken");
    station.pairs().apart(beds.get(0), beds.get(1), "She says that he counted them, example");
    RecordId last = station.stays().current(beds.getLast()).orElseThrow().id();
    station
        .stays()
        .place(
            last,
            new Stay.Placing(
                "House of Examples",
                "2",
                "C",
                Stay.Freedom.ACCOMPANIED,
                "Was followed to the market, example",
                Stay.Phone.ON_REQUEST,
                ""));
    station
        .stays()
        .next(
            last,
            "Call the uncle together",
            Optional.of(at(clock, Duration.ofHours(-2))),
            "Officer Day Example");
  }

  /** Invented agencies, and who is said to be inside still. */
  static void services(Desk station, List<RecordId> people) {
    station
        .services()
        .add(
            new Services.Agency(
                "House of Examples",
                Set.of(Referral.Service.SHELTER, Referral.Service.COUNSELLING),
                Set.of("my", "th"),
                "day and night",
                "02 000 0000 (example), night desk"));
    station
        .services()
        .add(
            new Services.Agency(
                "Example Lawyers",
                Set.of(Referral.Service.LEGAL_AID),
                Set.of("en", "th", "vi"),
                "9 to 17",
                "02 000 0001 (example)"));
    station
        .triages()
        .inside(
            people.get(1),
            new Triages.Inside(
                "Aunt Example", "", "Compound R-7", "Block 2", "five days ago", "no", "inside"));
    station
        .triages()
        .inside(
            people.get(0),
            new Triages.Inside(
                "Mya Example", "", "compound R-7", "block 2", "last week", "unknown", "inside"));
    station
        .overrides()
        .decide(
            people.get(2),
            "care",
            "health-service",
            Consents.Reason.CHILD_PROTECTION,
            "Fever, no guardian reached (example)");
  }

  /** What one person was made to do, with her agreement and counsel. */
  static void dossier(Desk station, RecordId person) {
    RecordId dossier =
        station
            .dossiers()
            .open(
                person,
                new Dossiers.Agreement(true, "th", "", "Counsel Example, Example Lawyers", ""));
    station
        .dossiers()
        .add(
            dossier,
            deed(station, Dossier.Track.TO_THEM, "3/2024", "Passport taken, door locked", ""));
    station
        .dossiers()
        .add(
            dossier,
            deed(
                station,
                Dossier.Track.BY_THEM,
                "4/2024",
                "Wrote to strangers from a list",
                "Floor leader, example"));
    station
        .dossiers()
        .add(
            dossier,
            deed(station, Dossier.Track.TO_THEM, "", "Beaten when the quota was missed", ""));
  }

  private static Dossier.Deed deed(
      Desk station, Dossier.Track track, String when, String what, String by) {
    boolean theirs = track == Dossier.Track.BY_THEM;
    return new Dossier.Deed(
        track,
        when.isEmpty() ? PartialDate.unknown("") : station.dossiers().read(when),
        what,
        by,
        theirs ? "To be sold on" : "",
        theirs ? "None: the door was locked" : "",
        theirs ? Dossier.Coercion.AFTER : Dossier.Coercion.UNKNOWN,
        theirs ? "The work for which she was held" : "",
        "Statement, example");
  }

  private static Moment at(Clock clock, Duration from) {
    return new Moment(clock.instant().plus(from), clock.getZone());
  }
}
