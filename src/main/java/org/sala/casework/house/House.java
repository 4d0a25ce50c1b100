package org.sala.casework.house;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.people.People;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Station;
import org.sala.domain.AuditEntry;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.store.HouseRows;

/** The board of a house: everyone who is here, by number, and what must not be. */
public final class House {
  /** A house is smaller than this; whoever comes after stands in the list of people. */
  public static final int MOST = 2_000;

  /** What must not be. */
  public enum Alarming {
    /** Two who are kept apart sleep in one room. */
    APART_SAME_ROOM,
    /** A child, or somebody who may be one, and somebody whose bond to it is not verified. */
    CHILD_WITH_UNVERIFIED,
    /** Nobody wrote down where a child sleeps. */
    CHILD_WITHOUT_ROOM
  }

  /**
   * Something that must not be.
   *
   * @param other the number of the other one; empty where there is none
   */
  public record Alarm(Alarming what, String other) {}

  /** What somebody has to do with somebody else, by number. */
  public record Bond(Pairs.Pair pair, String other) {}

  /** Somebody who stays here. */
  public record Line(People.PersonLine person, Stay stay, List<Bond> bonds, List<Alarm> alarms) {
    public Line {
      bonds = List.copyOf(bonds);
      alarms = List.copyOf(alarms);
    }

    @Override
    public String toString() {
      return "Line[" + person.id() + "]";
    }
  }

  /**
   * The whole board.
   *
   * @param lines what is alarming first, then by number
   * @param without people who have arrived and have no bed, the last arrived first
   * @param last the last handover
   * @param since what has happened since then
   * @param readable whether this officer may read where people sleep
   */
  public record Board(
      List<Line> lines,
      List<People.PersonLine> without,
      Optional<Handovers.Handover> last,
      List<Handovers.Happened> since,
      boolean readable) {
    public Board {
      lines = List.copyOf(lines);
      without = List.copyOf(without);
      since = List.copyOf(since);
    }
  }

  private final Station station;
  private final People people;
  private final Stays stays;
  private final Pairs pairs;
  private final Handovers handovers;
  private final AuditTrail audit;

  public House(
      Station station,
      People people,
      Stays stays,
      Pairs pairs,
      Handovers handovers,
      AuditTrail audit) {
    this.station = station;
    this.people = people;
    this.stays = stays;
    this.pairs = pairs;
    this.handovers = handovers;
    this.audit = audit;
  }

  /** Whether anybody ever stayed here. */
  public boolean any() {
    return station.view().house().any();
  }

  /** Opens the board: that it was looked at is written down once. */
  public Board open() {
    audit.note(AuditEntry.Act.VIEWED, "house board");
    return board();
  }

  /** Returns the board as it is now. */
  public Board board() {
    Map<RecordId, People.PersonLine> who = new LinkedHashMap<>();
    Map<RecordId, Stay> staying = new LinkedHashMap<>();
    for (HouseRows.Stay row : station.view().house().open(MOST)) {
      people
          .find(row.person())
          .ifPresent(
              p -> {
                who.put(p.id(), p);
                // Of two open stays, which two stations can begin, the later one counts.
                staying.put(p.id(), stays.read(row));
              });
    }
    List<Pairs.Pair> known = pairs.of(who.keySet());
    Map<RecordId, List<Alarm>> alarms =
        Sharing.alarms(
            staying.values().stream().filter(House::sleepsHere).map(s -> guest(s, who)).toList(),
            known);
    List<Line> lines = new ArrayList<>();
    staying.forEach(
        (id, stay) ->
            lines.add(
                new Line(
                    who.getOrDefault(id, people.find(id).orElseThrow()),
                    stay,
                    bonds(id, known),
                    alarms.getOrDefault(id, List.of()))));
    lines.sort(
        Comparator.comparing((Line l) -> l.alarms().isEmpty() && !missing(l) && !l.stay().differs())
            .thenComparing(l -> l.person().wristband()));
    List<People.PersonLine> without =
        station.view().house().withoutStay(MOST).stream()
            .flatMap(id -> people.find(id).stream())
            .toList();
    Optional<Handovers.Handover> last = handovers.last();
    return new Board(
        lines,
        without,
        last,
        last.map(handovers::since).orElse(List.of()),
        station.mayOpen(Compartment.PROTECTION));
  }

  private static boolean missing(Line l) {
    return l.stay().state() == Stay.State.MISSING;
  }

  /** Whoever is in hospital or missing sleeps behind no door of the house. */
  private static boolean sleepsHere(Stay s) {
    return s.state() == Stay.State.HERE || s.state() == Stay.State.OUT;
  }

  private static Sharing.Guest guest(Stay s, Map<RecordId, People.PersonLine> who) {
    People.PersonLine p = java.util.Objects.requireNonNull(who.get(s.person()));
    return new Sharing.Guest(
        p.id(),
        p.wristband(),
        p.possiblyChild(),
        p.certainlyChild(),
        s.living().map(Stay.Living::placing));
  }

  private List<Bond> bonds(RecordId id, List<Pairs.Pair> known) {
    return known.stream()
        .filter(p -> p.person().equals(id) || p.other().equals(id))
        .map(
            p ->
                new Bond(
                    p, people.find(p.besides(id)).map(People.PersonLine::wristband).orElse("")))
        .toList();
  }
}
