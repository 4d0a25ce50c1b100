package org.sala.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a catalogue says of the country that it is for: what a person hears before the first
 * question, who identifies victims by its law, whom to call in danger. Format in {@code
 * docs/formats/catalogue.md}.
 *
 * @param code ISO 3166-1
 * @param told in the order in which it is told
 * @param silent the two questions that are pointed at and never said aloud
 * @param identifies the authority that the law names for formal identification
 * @param numbers telephone numbers for danger, the first one first
 */
public record Country(
    String code,
    List<Told> told,
    Map<About, Wording> silent,
    Wording identifies,
    List<Call> numbers) {

  /** What has to be told, whatever the country; a catalogue that leaves one out is refused. */
  static final List<String> POINTS =
      List.of("purpose", "readers", "limits", "refuse", "rights", "rights elsewhere", "record");

  /** Whom a silent question is about. */
  public enum About {
    INTERPRETER,
    OFFICER
  }

  /**
   * One line of what is told.
   *
   * @param elsewhere whether it is for where this country's law does not hold
   */
  record Told(String point, boolean elsewhere, Wording text) {}

  /** One point of what is told before the first question. */
  public record Point(String code, Wording text) {}

  /** A telephone number and whose it is. */
  public record Call(String number, Wording whose) {}

  public Country {
    told = List.copyOf(told);
    silent = Map.copyOf(silent);
    numbers = List.copyOf(numbers);
  }

  /** One of the silent questions. */
  public Wording silent(About about) {
    return silent.getOrDefault(about, Wording.NONE);
  }

  /**
   * Returns whether the catalogue speaks of the law that holds somewhere; where nobody has said, it
   * is taken to.
   */
  private boolean holdsIn(String where) {
    return where.isEmpty() || where.equals(code);
  }

  /**
   * What is told: one wording for each point, never the rights of another country.
   *
   * @param where the country of the own headquarters (ISO 3166-1); empty where that is not known
   */
  public List<Point> statement(String where) {
    List<Point> points = new ArrayList<>();
    for (Told t : told) {
      boolean own = holdsIn(where);
      boolean other =
          told.stream()
              .anyMatch(o -> o.point().equals(t.point()) && o.elsewhere() != t.elsewhere());
      if (!other || t.elsewhere() != own) {
        points.add(new Point(t.point(), t.text()));
      }
    }
    return List.copyOf(points);
  }

  /** Whom to call in danger; nobody where these numbers are another country's. */
  public List<Call> numbers(String where) {
    return holdsIn(where) ? numbers : List.of();
  }

  /** Who identifies victims by law; empty where it is another country's law. */
  public Optional<Wording> identifies(String where) {
    return holdsIn(where) ? Optional.of(identifies) : Optional.empty();
  }

  /** Returns every wording of the country's words. */
  List<Wording> wordings() {
    List<Wording> all = new ArrayList<>();
    told.forEach(t -> all.add(t.text()));
    all.addAll(silent.values());
    return all;
  }
}
