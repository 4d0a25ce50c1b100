package org.sala.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.Desk;
import org.sala.casework.consent.Consents;
import org.sala.casework.screening.AskedBefore;
import org.sala.casework.screening.Child;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.Openings;
import org.sala.casework.screening.RestedConsents;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.Opening;
import org.sala.domain.RecordId;

/**
 * The interviews of the night: one that is closed with its finding, one that is still open, and one
 * that was stopped in the middle of a word. All that is said in them is invented.
 */
final class Interviews {
  private static final Map<String, Given> CLOSED =
      Map.ofEntries(
          Map.entry(
              "recruitment/opening",
              told("An offer for office work, found in a group. Example words.")),
          Map.entry("recruitment/S1_01", yes("Office work was offered. Example words.", "open")),
          Map.entry("recruitment/S1_04", yes("", "volunteered")),
          Map.entry("the_journey/S2_03", yes("The ticket became a debt.", "open")),
          Map.entry("the_journey/S2_01", new Given("no", "", "direct", "th")),
          Map.entry("the_work/S4_01", yes("Fourteen hours of messages a day.", "volunteered")),
          Map.entry("the_work/S4_02", new Given("unknown", "", "direct", "th")),
          Map.entry("life_in_the_place/S5_01", yes("Nobody went out.", "volunteered")),
          Map.entry("life_in_the_place/S5_02", yes("", "open")),
          Map.entry("life_in_the_place/S5_04", yes("Does not want to describe it.", "open")),
          Map.entry("life_in_the_place/S5_06", new Given("declined", "", "direct", "th")));

  private static final Map<String, Given> OPEN =
      Map.of(
          "recruitment/opening", told("A cousin had gone before. Example words."),
          "recruitment/S1_01", yes("", "volunteered"),
          "recruitment/S1_05", yes("A cousin.", "open"),
          "the_journey/opening", told("By night, across a river. Example words."),
          "the_journey/S2_04", yes("", "volunteered"));

  private static final Map<String, Given> AGAIN =
      Map.of(
          "recruitment/S1_01", yes("", "open"),
          "the_journey/S2_01", yes("The cousin paid. Example words.", "open"),
          "the_work/S4_01", yes("", "open"),
          "life_in_the_place/S5_02", new Given("no", "", "direct", "th"));

  private Interviews() {}

  private static Given told(String words) {
    return new Given("", words, "", "");
  }

  private static Given yes(String words, String came) {
    return new Given("yes", words, came, "th");
  }

  /** Screens the second person to the end and begins with the first; returns the closed one. */
  static RecordId hold(Desk station, List<RecordId> people) {
    Screenings screenings = station.screenings();
    RecordId closed =
        screenings.begin(people.get(1), new Screenings.Setting("th", "IN-04", "A support person"));
    opened(station, closed, "th", "IN-04");
    answer(screenings, closed, CLOSED);
    screenings.pause(closed, "");
    screenings.resume(closed);
    screenings.review(closed);
    screenings.close(closed);
    station
        .findings()
        .find(
            people.get(1),
            Optional.of(closed),
            Findings.Finding.PRESUMED_VICTIM,
            "Deceived, held and made to work; example reason");
    RecordId open =
        screenings.begin(
            people.get(0),
            new Screenings.Setting("my", "IN-07", "", "Support person Example, next room"));
    opened(station, open, "my", "IN-07");
    answer(screenings, open, OPEN);
    // Somebody else asks the same person again; the two accounts can be put side by side.
    RecordId again =
        screenings.begin(
            people.get(1),
            new Screenings.Setting("th", "", "A support person"),
            Screenings.CATALOGUES.getFirst(),
            Optional.empty(),
            Optional.of(new AskedBefore.Again(true, true, "")));
    answer(screenings, again, AGAIN);
    screenings.review(again);
    screenings.close(again);
    RecordId stopped =
        screenings.begin(
            people.get(2),
            new Screenings.Setting("my", "IN-07", "", "Support person Example"),
            new Child("Social worker Example"));
    screenings.answer(
        stopped, "/screening/recruitment/opening", told("A friend wrote to me about a jo"));
    screenings.stop(stopped, "/screening/recruitment/opening");
    if (people.size() > 4) {
      begun(station, people.get(3), people.get(4));
      asked(station, people.get(4));
      labour(station, people.getLast());
    }
    return closed;
  }

  /** Opened, asked, reviewed and closed in one go. */
  static RecordId whole(Desk station, RecordId person, Map<String, Given> answers) {
    Screenings screenings = station.screenings();
    RecordId id = screenings.begin(person, new Screenings.Setting("th", "IN-04", ""));
    opened(station, id, "th", "IN-04");
    answer(screenings, id, answers);
    screenings.review(id);
    screenings.close(id);
    return id;
  }

  /** Two that have only begun; the smaller station has too few people for them. */
  private static void begun(Desk station, RecordId one, RecordId other) {
    Screenings screenings = station.screenings();
    screenings.begin(
        one,
        new Screenings.Setting("th", "IN-04", "", "Example, next room"),
        new Child("Social worker Example"));
    // Nobody had asked him how old he is.
    RecordId told =
        screenings.begin(
            other, new Screenings.Setting("th", "", "", "Example, next room", "about 35"));
    station.openings().pointed(told, Opening.About.OFFICER, station.openings().me(), "yes");
  }

  /** Asks the person at another hour what may be done, with a yes to some of it. */
  private static void asked(Desk station, RecordId person) {
    Screenings screenings = station.screenings();
    RecordId id =
        screenings.begin(person, new Screenings.Setting("th", "", "", "Example, next room"));
    Openings openings = station.openings();
    openings.pointed(id, Opening.About.OFFICER, openings.me(), "yes");
    openings.heard(id, "th", "");
    ScreeningPage page = screenings.page(id);
    RestedConsents rested = station.restedConsents();
    rested.ask(page, "interview", Consents.Answer.YES, page.guardian());
    rested.ask(page, "record", Consents.Answer.YES, page.guardian());
    rested.ask(page, "help", Consents.Answer.NO, page.guardian());
  }

  /** Somebody who was made to work, and not to defraud. */
  private static void labour(Desk station, RecordId person) {
    Screenings screenings = station.screenings();
    RecordId id =
        screenings.begin(
            person, new Screenings.Setting("lo", "IN-09", "", "Example, next room"), "labour");
    opened(station, id, "lo", "IN-09");
    answer(
        screenings,
        id,
        Map.of(
            "the_offer/opening", told("Work on a boat was offered. Example words."),
            "the_offer/D1_01", new Given("yes", "It was another boat.", "open", "en"),
            "the_offer/D1_02", new Given("unknown", "", "direct", "en")));
  }

  /** The person finds both all right, and hears what the answers are for. */
  private static void opened(Desk station, RecordId id, String language, String interpreter) {
    Openings openings = station.openings();
    openings.through(id, new Openings.Through(interpreter, "Example shelter", "none known"));
    openings.pointed(id, Opening.About.INTERPRETER, interpreter, "yes");
    openings.pointed(id, Opening.About.OFFICER, openings.me(), "yes");
    openings.heard(id, language, interpreter);
    agreed(station, id);
  }

  /** Asked each by itself; what is not asked yet can be asked later. */
  private static void agreed(Desk station, RecordId id) {
    RestedConsents rested = station.restedConsents();
    ScreeningPage page = station.screenings().page(id);
    for (String code : List.of("interview", "record", "help", "copies")) {
      rested.ask(page, code, Consents.Answer.YES, page.guardian());
    }
    rested.done(page);
  }

  private static void answer(Screenings screenings, RecordId id, Map<String, Given> answers) {
    answers.forEach((path, given) -> screenings.answer(id, "/screening/" + path, given));
  }
}
