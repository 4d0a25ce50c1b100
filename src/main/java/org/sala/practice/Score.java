package org.sala.practice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.form.AskIn;
import org.sala.form.Catalogue;
import org.sala.form.Indicator;
import org.sala.form.Reading;

/**
 * How an officer's marks compare with the story of a script. It rates a practice, never a person
 * opposite, and is worked out in practice alone.
 *
 * @param found indicators of the story that were marked
 * @param missed indicators of the story that a first screening can bring out and that were not
 *     marked
 * @param overMarked indicators that were marked although the story does not show them
 * @param leading indicators that were asked about with a leading question
 * @param time from the first question to the result, without breaks
 */
public record Score(
    List<String> found,
    List<String> missed,
    List<String> overMarked,
    List<String> leading,
    Duration time) {
  public Score {
    found = List.copyOf(found);
    missed = List.copyOf(missed);
    overMarked = List.copyOf(overMarked);
    leading = List.copyOf(leading);
  }

  /**
   * Compares marks with a story.
   *
   * @param marks what stands in the screening, by indicator; what is absent was not asked
   * @param led the indicators that were asked about with a leading question
   */
  public static Score of(
      Script script,
      Catalogue catalogue,
      Map<String, String> marks,
      Set<String> led,
      Duration time) {
    List<String> found = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    List<String> over = new ArrayList<>();
    for (Indicator i : catalogue.indicators()) {
      Optional<Reading> truth = script.truth(i.code());
      boolean there = truth.filter(r -> r == Reading.YES).isPresent();
      boolean marked = "yes".equals(marks.get(i.code()));
      if (there && marked) {
        found.add(i.code());
      } else if (there && (i.askIn() == AskIn.FIRST || told(script, i.code()))) {
        missed.add(i.code());
      } else if (marked) {
        over.add(i.code());
      }
    }
    return new Score(
        found,
        missed,
        over,
        catalogue.indicators().stream().map(Indicator::code).filter(led::contains).toList(),
        time);
  }

  private static boolean told(Script script, String code) {
    return script.invited().values().stream().anyMatch(i -> i.shows().contains(code));
  }
}
