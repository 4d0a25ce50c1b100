package org.sala.casework.todo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.people.People;
import org.sala.casework.screening.Interpreters;
import org.sala.domain.RecordId;

/**
 * Who waits for triage, in the order in which they are called: language by language, so that an
 * interpreter stays seated; first what can begin now; within a language the urgent first, then who
 * waits longest. A danger that nobody has answered for ten minutes breaks every order.
 */
public final class WaitingLine {
  /** Nobody is read beyond this; the line of a hall is shorter. */
  public static final int MOST = 1_000;

  private WaitingLine() {}

  /**
   * One who waits.
   *
   * @param reach how the interpreter is reached; empty while there is nobody
   * @param interpreter the number; empty where none is needed or there is nobody
   */
  public record Waiting(
      People.PersonLine person, Optional<Interpreters.Reach> reach, String interpreter) {
    /** The first language that the person was heard to speak. */
    public String language() {
      return person.languages().split(" ", -1)[0];
    }

    /** Whether somebody can begin with this person. */
    public boolean canBegin() {
      return reach.isPresent();
    }

    boolean urgent() {
      return person.detainedMillis().isPresent()
          || !person.urgency().isEmpty()
          || person.possiblyChild();
    }

    private long arrived() {
      return person.arrivedMillis().orElse(Long.MAX_VALUE);
    }

    @Override
    public String toString() {
      return "Waiting[" + person.id() + "]";
    }
  }

  /**
   * @param first who is called before everybody else, whatever they speak
   */
  static List<Waiting> of(
      List<People.PersonLine> people, List<Interpreters.Interpreter> all, Set<RecordId> first) {
    Map<String, List<Waiting>> groups = new LinkedHashMap<>();
    for (People.PersonLine p : people) {
      Waiting w = matched(p, all);
      groups.computeIfAbsent(w.language() + "|" + w.interpreter(), k -> new ArrayList<>()).add(w);
    }
    Comparator<Waiting> within =
        Comparator.comparing(Waiting::urgent).reversed().thenComparingLong(Waiting::arrived);
    groups.values().forEach(g -> g.sort(within));
    Comparator<List<Waiting>> between =
        Comparator.comparing((List<Waiting> g) -> !g.getFirst().canBegin())
            .thenComparing(g -> !g.getFirst().urgent())
            .thenComparingLong(g -> g.stream().mapToLong(Waiting::arrived).min().orElse(0));
    return groups.values().stream()
        .sorted(between)
        .flatMap(List::stream)
        .sorted(Comparator.comparing(w -> !first.contains(w.person().id())))
        .toList();
  }

  /** Whom the person was given or chose; otherwise the nearest who speaks the language. */
  private static Waiting matched(People.PersonLine p, List<Interpreters.Interpreter> all) {
    Optional<Interpreters.Interpreter> own =
        all.stream()
            .filter(i -> i.number().equals(p.interpreter()))
            .filter(i -> i.reach() != Interpreters.Reach.GONE)
            .findFirst();
    Optional<Interpreters.Interpreter> one =
        own.or(() -> Interpreters.nearest(all, p.languages().split(" ", -1)[0]));
    return new Waiting(
        p,
        one.map(Interpreters.Interpreter::reach),
        one.filter(i -> i.reach() != Interpreters.Reach.HOUSE)
            .map(Interpreters.Interpreter::number)
            .orElse(""));
  }
}
