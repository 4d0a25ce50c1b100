package org.sala.casework.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.people.People;
import org.sala.casework.station.Begun;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Station;
import org.sala.domain.Fingerprint;
import org.sala.domain.RecordId;
import org.sala.form.Indicator;
import org.sala.form.Wording;

/**
 * Sets two screenings of one person beside each other, question by question. It shows where two
 * accounts were written down differently, and rates neither officer nor person.
 */
public final class SideBySide {
  private final Screenings screenings;
  private final Officers officers;
  private final Station station;

  public SideBySide(Station station, Screenings screenings, Officers officers) {
    this.station = station;
    this.screenings = screenings;
    this.officers = officers;
  }

  /**
   * One of the two.
   *
   * @param by who began it
   * @param keptBack protected answers exist that this officer may not read
   */
  public record Held(
      RecordId screening,
      String by,
      Optional<Long> beganMillis,
      String language,
      String interpreter,
      boolean keptBack) {
    @Override
    public String toString() {
      return "Held[" + screening + "]";
    }
  }

  /** How two answers stand to each other, the most worth reading first. */
  public enum How {
    /** Both answers are there, and they differ. */
    DIFFERENT,
    /** There is no answer on one side, which is never a no. */
    ONE_ONLY,
    SAME
  }

  /**
   * One question.
   *
   * @param code of the indicator; the place in the form where it is none
   * @param words empty where neither form has any
   */
  public record Line(String code, Optional<Wording> words, Given first, Given second, How how) {
    @Override
    public String toString() {
      return "Line[" + code + "]";
    }
  }

  /** Two screenings of one person, side by side. */
  public record Pair(People.PersonLine person, Held first, Held second, List<Line> lines) {
    public Pair {
      lines = List.copyOf(lines);
    }

    /** Returns how many lines stand to each other in this way. */
    public long count(How how) {
      return lines.stream().filter(l -> l.how() == how).count();
    }

    @Override
    public String toString() {
      return "Pair[" + person.id() + "]";
    }
  }

  /**
   * Puts two screenings of one person side by side; that they were looked at is written down.
   *
   * @throws CaseworkFault {@code NOT_FOUND} where they are not of one person
   */
  public Pair of(RecordId first, RecordId second) {
    ScreeningPage one = screenings.open(first);
    ScreeningPage two = screenings.open(second);
    if (!one.line().person().equals(two.line().person())) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
    }
    Set<String> paths = new LinkedHashSet<>(one.answers().keySet());
    paths.addAll(two.answers().keySet());
    List<Line> lines = new ArrayList<>();
    for (String path : paths) {
      Given a = one.at(path);
      Given b = two.at(path);
      if (!a.empty() || !b.empty()) {
        Optional<Indicator> indicator = indicator(one, path).or(() -> indicator(two, path));
        lines.add(
            new Line(
                indicator.map(Indicator::code).orElse(last(path)),
                indicator.map(Indicator::heardLabel),
                a,
                b,
                how(a, b)));
      }
    }
    lines.sort(Comparator.comparing(Line::how).thenComparing(Line::code));
    return new Pair(one.person(), held(one), held(two), lines);
  }

  private static How how(Given a, Given b) {
    boolean here = answered(a);
    boolean there = answered(b);
    if (here && there) {
      return a.code().equals(b.code()) ? How.SAME : How.DIFFERENT;
    }
    // Words without an answer, on both sides, are an invitation: nobody says yes or no to it.
    return here || there || a.empty() || b.empty() ? How.ONE_ONLY : How.SAME;
  }

  /**
   * Returns whether this is an answer: only yes, no, unknown and declined are; later is not asked.
   */
  private static boolean answered(Given g) {
    return !g.code().isEmpty() && !g.code().equals("later");
  }

  private static Optional<Indicator> indicator(ScreeningPage page, String path) {
    return page.catalogue()
        .flatMap(c -> c.indicators().stream().filter(i -> c.path(i).equals(path)).findFirst());
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private Held held(ScreeningPage p) {
    Fingerprint author = Begun.by(station, p.line().id()).orElseThrow();
    return new Held(
        p.line().id(),
        officers.names().getOrDefault(author, ""),
        p.line().beganMillis(),
        p.language(),
        p.interpreter(),
        p.keptBack());
  }
}
