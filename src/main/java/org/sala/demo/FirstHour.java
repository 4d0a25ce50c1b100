package org.sala.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.casework.Desk;
import org.sala.casework.consent.Consents;
import org.sala.casework.protection.Referral;
import org.sala.casework.screening.Interpreters;
import org.sala.casework.screening.Triages;
import org.sala.domain.RecordId;

/** What is asked of people who have just come: how they are, and what may be passed on. */
final class FirstHour {
  private FirstHour() {}

  /**
   * Two are triaged; one is in danger, and after a while somebody has been told.
   *
   * @return whether danger was seen at once
   */
  static boolean triage(Desk station, List<RecordId> people) {
    station
        .triages()
        .done(
            people.get(0),
            new Triages.Answers(
                Map.of("q1", "yes", "q2", "no", "q6", "yes"),
                Map.of("q6", "They have the family's address")));
    station
        .triages()
        .inside(
            people.get(0),
            new Triages.Inside("", "A cousin", "Second floor, example building", "inside"));
    station.interpreters().write("IN-04", List.of("my", "th"), Interpreters.Reach.HERE);
    station.interpreters().write("IN-07", List.of("vi", "km"), Interpreters.Reach.PHONE);
    station.interpreters().write("H-01", List.of("th", "en"), Interpreters.Reach.HOUSE);
    boolean seen = station.people().find(people.get(0)).orElseThrow().urgency().contains("danger");
    station
        .triages()
        .done(
            people.get(1),
            new Triages.Answers(Map.of("q1", "no", "q6", "yes", "q2", "declined"), Map.of()));
    station.triages().told(people.get(1), "danger", "Duty officer Example, 03:20");
    return seen;
  }

  /** The first agrees, the second does not; of the third nobody has asked yet. */
  static void consents(Desk station, List<RecordId> people) {
    station
        .consents()
        .ask(
            people.get(0),
            "investigation-and-protection",
            "headquarters",
            Consents.Answer.YES,
            Set.of(),
            new Consents.How("my", "IN-04", "Guardian Example"));
    station
        .consents()
        .ask(
            people.get(1),
            "investigation-and-protection",
            "headquarters",
            Consents.Answer.NO,
            Set.of(),
            new Consents.How("th", "", "Guardian Example"));
    station
        .consents()
        .ask(
            people.get(0),
            "care",
            "shelter",
            Consents.Answer.YES,
            Set.of(),
            new Consents.How("my", "IN-04", "Guardian Example"));
    station
        .referrals()
        .send(
            people.get(0),
            new Referral.Draft(
                Referral.Service.SHELTER,
                "House of Examples",
                "A bed in a room of her own, from tonight",
                Referral.Item.least(),
                Duration.ofHours(12)));
  }
}
