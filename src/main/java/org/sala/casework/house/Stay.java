package org.sala.casework.house;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Seen;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;

/**
 * Somebody's time in a house.
 *
 * @param since when it became what it is now
 * @param expected when somebody who is out is expected back
 * @param living empty where this officer may not read what is protected
 * @param fields every field that this officer may read, with all values where versions differ
 */
public record Stay(
    RecordId id,
    RecordId person,
    State state,
    Optional<Moment> began,
    Optional<Moment> since,
    Optional<Moment> expected,
    Optional<Reflection> reflection,
    Optional<Step> step,
    Optional<Living> living,
    Map<String, Cases.Shown> fields) {
  private static final List<String> WHERE = List.of("state", "where", "house", "room", "bed");

  public Stay {
    fields = Map.copyOf(fields);
  }

  /**
   * Whether two laptops wrote differently of where this person is or sleeps: whoever is kept apart
   * from them is then kept apart from one of several doors.
   */
  public boolean differs() {
    return WHERE.stream().map(fields::get).anyMatch(f -> f != null && f.disputed());
  }

  /** Returns the versions of the fields that this stay was read from. */
  public Seen seen() {
    return Cases.seen(fields);
  }

  /** Where somebody is who stays here; {@link #MOVED} and {@link #LEFT} are its ends. */
  public enum State {
    HERE,
    OUT,
    HOSPITAL,
    /** Not back when expected, or not found: the most urgent of them for a child. */
    MISSING,
    MOVED,
    LEFT,
    /** A newer program wrote the state. */
    OTHER;

    static State of(String code) {
      return Arrays.stream(values()).filter(s -> s.name().equals(code)).findFirst().orElse(OTHER);
    }

    /** Whether the stay is over. */
    public boolean ends() {
      return this == MOVED || this == LEFT;
    }

    /** Whether a word on where to is asked for. */
    public boolean saysWhere() {
      return this == HOSPITAL || this == MOVED;
    }
  }

  /** Whether somebody comes and goes as they like. A house is no prison: less has a reason. */
  public enum Freedom {
    FREE,
    ACCOMPANIED,
    CONFINED;

    static Optional<Freedom> of(String code) {
      return Arrays.stream(values()).filter(f -> f.name().equals(code)).findFirst();
    }

    public boolean saysWhy() {
      return this != FREE;
    }
  }

  /** How somebody reaches the people they trust. */
  public enum Phone {
    OWN,
    SHARED,
    ON_REQUEST,
    NONE;

    static Optional<Phone> of(String code) {
      return Arrays.stream(values()).filter(p -> p.name().equals(code)).findFirst();
    }

    public boolean saysWhy() {
      return this == NONE;
    }
  }

  /**
   * Time to recover and to think, during which nobody is removed or pressed for a statement
   * (Council of Europe Convention on Action against Trafficking, Art. 13: at least 30 days).
   */
  public record Reflection(LocalDate from, long days) {
    /** The how-manieth day a date is, from 1. */
    public long day(LocalDate date) {
      return ChronoUnit.DAYS.between(from, date) + 1;
    }

    /** Returns whether the stay is over on that date. */
    public boolean over(LocalDate date) {
      return day(date) > days;
    }
  }

  /**
   * What is to be done next for this person.
   *
   * @param words empty where this officer may not read them
   * @param by who sees to it: an officer, a social worker
   */
  public record Step(String words, Optional<Moment> due, String by) {
    @Override
    public String toString() {
      return "Step";
    }
  }

  /** Somebody who visits; whether the person wanted it is asked first. */
  public record Visit(String element, String who, boolean wanted, String from, String until) {
    /** Whether the visitor is still in the house. */
    public boolean goesOn() {
      return until.isEmpty();
    }

    @Override
    public String toString() {
      return "Visit";
    }
  }

  /**
   * Where somebody sleeps, and what they may do.
   *
   * @param why somebody may not come and go alone; empty where they may
   * @param phoneWhy there is no telephone
   */
  public record Placing(
      String house,
      String room,
      String bed,
      Freedom freedom,
      String why,
      Phone phone,
      String phoneWhy) {
    public Placing {
      house = house.strip();
      room = room.strip();
      bed = bed.strip();
      if (freedom.saysWhy() && why.isBlank() || phone.saysWhy() && phoneWhy.isBlank()) {
        throw new IllegalArgumentException("what is taken from somebody has a reason");
      }
    }

    /** Whether two sleep behind the same door. */
    boolean sameRoom(Placing other) {
      return !room.isEmpty()
          && room.toLowerCase(Locale.ROOT).equals(other.room.toLowerCase(Locale.ROOT))
          && house.toLowerCase(Locale.ROOT).equals(other.house.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
      return "Placing";
    }
  }

  /**
   * The protected part.
   *
   * @param where somebody is who is in hospital or has moved
   */
  public record Living(Placing placing, String where, List<Visit> visits) {
    public Living {
      visits = List.copyOf(visits);
    }

    @Override
    public String toString() {
      return "Living";
    }
  }
}
