package org.sala.casework.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.sala.domain.PartialDate;
import org.sala.store.PersonClues;

/**
 * What speaks for and against two records being one person's, and how much each reason weighs. The
 * sum orders a list that people read; it decides nothing. What is not known speaks neither for nor
 * against.
 */
public record Likeness(List<Reason> reasons) {

  /** One reason; what is weighed less than nothing speaks against. */
  public enum Reason {
    DOCUMENT(60),
    CONTACT(40),
    NUMBER(30),
    NAME(30),
    /** Spelled differently, or in different scripts, and heard alike. */
    SOUND(15),
    BIRTH(25),
    /** Both dates of birth may be true: a year and a day in it, about an age. */
    BIRTH_FITS(8),
    NATIONALITY(3),
    SEX(2),
    NATIONALITY_APART(-3),
    SEX_APART(-15),
    BIRTH_APART(-20);

    private final int weight;

    Reason(int weight) {
      this.weight = weight;
    }

    public int weight() {
      return weight;
    }
  }

  /** What two records say of one field. */
  public enum Agreement {
    AGREES,
    /** Not the same, and both may be true. */
    FITS,
    DIFFERS,
    /** One of the two records says nothing. */
    UNKNOWN
  }

  private static final Set<Reason> STRONG =
      Set.of(Reason.DOCUMENT, Reason.CONTACT, Reason.NUMBER, Reason.NAME);

  public Likeness {
    // What speaks for it first, what weighs most first.
    reasons = reasons.stream().sorted().toList();
  }

  static Likeness of(PersonClues one, PersonClues other) {
    List<Reason> reasons = new ArrayList<>();
    if (shared(one.documents(), other.documents())) {
      reasons.add(Reason.DOCUMENT);
    }
    if (shared(one.contacts(), other.contacts())) {
      reasons.add(Reason.CONTACT);
    }
    if (shared(one.numbers(), other.numbers())) {
      reasons.add(Reason.NUMBER);
    }
    switch (names(one, other)) {
      case AGREES -> reasons.add(Reason.NAME);
      case FITS -> reasons.add(Reason.SOUND);
      case DIFFERS, UNKNOWN -> {
        // People give other names, or none: that speaks against nothing.
      }
    }
    switch (births(one, other)) {
      case AGREES -> reasons.add(Reason.BIRTH);
      case FITS -> reasons.add(Reason.BIRTH_FITS);
      case DIFFERS -> reasons.add(Reason.BIRTH_APART);
      case UNKNOWN -> {
        // Nothing was said of one of them.
      }
    }
    both(
        set(one.nationalities(), other.nationalities()),
        Reason.NATIONALITY,
        Reason.NATIONALITY_APART,
        reasons);
    both(set(one.sexes(), other.sexes()), Reason.SEX, Reason.SEX_APART, reasons);
    return new Likeness(reasons);
  }

  private static void both(Agreement found, Reason yes, Reason no, List<Reason> reasons) {
    switch (found) {
      case AGREES, FITS -> reasons.add(yes);
      case DIFFERS -> reasons.add(no);
      case UNKNOWN -> {
        // Nothing was said of one of them.
      }
    }
  }

  /** The sum of the weights; for the order of a list alone. */
  public int score() {
    return reasons.stream().mapToInt(Reason::weight).sum();
  }

  /**
   * Returns whether a pair is worth somebody's look: the two have something in common that few
   * share. What speaks against it moves it down and never out, but for a name that only sounds
   * alike where the sexes differ.
   */
  boolean isWorthALook() {
    return reasons.stream().anyMatch(STRONG::contains)
        || reasons.contains(Reason.SOUND) && !reasons.contains(Reason.SEX_APART);
  }

  static Agreement names(PersonClues one, PersonClues other) {
    if (one.names().isEmpty() || other.names().isEmpty()) {
      return Agreement.UNKNOWN;
    }
    return shared(one.names(), other.names())
        ? Agreement.AGREES
        : shared(one.sounds(), other.sounds()) ? Agreement.FITS : Agreement.DIFFERS;
  }

  static Agreement births(PersonClues one, PersonClues other) {
    if (one.births().isEmpty() || other.births().isEmpty()) {
      return Agreement.UNKNOWN;
    }
    if (any(one, other, (a, b) -> isDay(a) && isDay(b) && a.earliest().equals(b.earliest()))) {
      return Agreement.AGREES;
    }
    return any(one, other, Likeness::meet) ? Agreement.FITS : Agreement.DIFFERS;
  }

  private static boolean any(
      PersonClues one, PersonClues other, BiPredicate<PartialDate, PartialDate> holds) {
    return one.births().stream()
        .anyMatch(a -> other.births().stream().anyMatch(b -> holds.test(a, b)));
  }

  private static boolean isDay(PartialDate date) {
    return date.precision() == PartialDate.Precision.DAY;
  }

  private static boolean meet(PartialDate a, PartialDate b) {
    LocalDate first = a.earliest().isAfter(b.earliest()) ? a.earliest() : b.earliest();
    LocalDate last = a.latest().isBefore(b.latest()) ? a.latest() : b.latest();
    return !first.isAfter(last);
  }

  static Agreement set(Set<String> one, Set<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Agreement.UNKNOWN;
    }
    return shared(one, other) ? Agreement.AGREES : Agreement.DIFFERS;
  }

  private static boolean shared(Set<String> one, Set<String> other) {
    return !Collections.disjoint(one, other);
  }
}
