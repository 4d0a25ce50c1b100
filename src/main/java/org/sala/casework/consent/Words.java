package org.sala.casework.consent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.station.Stored;
import org.sala.domain.RecordId;
import org.sala.merge.FieldState;

/**
 * Works out what stands of all that a person said to one thing, at whichever laptops. A word ends
 * those that were known where it was written down. Of those that none has ended the one that lets
 * least leave stands, whichever came last: an older yes that arrives late takes no withdrawal back.
 */
final class Words {
  /** The words that were known where one was written down. */
  static final String KNEW = "knew";

  private static final String NONE = "-";

  private final List<Word> all = new ArrayList<>();

  private record Word(Consents.Said said, Set<String> ended) {
    String id() {
      return said.id().toString();
    }

    /** That nobody was asked, or that an answer was undone, takes no no back. */
    boolean ends(Word other) {
      boolean asked = !said.answer().equals(Consents.Answer.NOT_ASKED.name());
      return ended.contains(other.id()) && (asked || !other.said().refuses());
    }

    boolean isWithdrawal() {
      return said.answer().equals(Consents.Answer.WITHDRAWN.name());
    }
  }

  /** The next one, in the order in which they came here. */
  void add(Consents.Said said, Map<String, FieldState> fields) {
    Set<String> ended =
        // One that does not say what it knew is of a time when the last that came stood.
        Stored.text(fields, KNEW)
            .map(Stored::ids)
            .orElseGet(() -> new HashSet<>(all.stream().map(Word::id).toList()));
    ended.remove(said.id().toString());
    all.add(new Word(said, ended));
  }

  /** Returns all words that are known, for the next word to say. */
  String known() {
    return all.isEmpty() ? NONE : all.stream().map(Word::id).collect(Collectors.joining(" "));
  }

  private static List<Word> open(List<Word> among) {
    List<Word> open = among.stream().filter(w -> among.stream().noneMatch(o -> o.ends(w))).toList();
    // Words that end each other were written by nobody's program: none of them is believed more.
    return open.isEmpty() ? among : open;
  }

  /** What stands; there is at least one word. */
  Consents.Said stands() {
    List<Word> open = open(all);
    Consents.Said least =
        open.reversed().stream()
            .map(Word::said)
            .min(Comparator.comparingInt(Words::lets))
            .orElseThrow();
    return least.with(
        open.stream()
            .map(Word::said)
            .filter(s -> s.mayLet() && least.mayLet())
            .flatMap(s -> s.without().stream())
            .collect(Collectors.toSet()),
        open.stream().anyMatch(w -> w.said().disputed()));
  }

  /** The less it lets leave, the lower; that nobody was asked says nothing beside an answer. */
  private static int lets(Consents.Said said) {
    if (said.answer().equals(Consents.Answer.WITHDRAWN.name())) {
      return 0;
    }
    if (said.answer().equals(Consents.Answer.NOT_ASKED.name())) {
      return 3;
    }
    return said.mayLet() ? 2 : 1;
  }

  /** The words by which something may leave, where what stands lets it. */
  List<RecordId> letting() {
    return open(all).stream()
        .map(Word::said)
        .filter(Consents.Said::mayLet)
        .map(Consents.Said::id)
        .toList();
  }

  /**
   * Withdrawals of which nobody was told: whatever was said after each, unless it was yes again or
   * taken back once more.
   */
  List<Consents.Said> untold() {
    return all.stream()
        .filter(w -> w.isWithdrawal() && w.said().told().isEmpty())
        .filter(
            w -> all.stream().noneMatch(o -> o.ends(w) && (o.isWithdrawal() || o.said().holds())))
        .map(Word::said)
        .toList();
  }

  /** What the last words leave out that let anything leave, also where they were taken back. */
  Set<String> without() {
    List<Word> letting = all.stream().filter(w -> w.said().mayLet()).toList();
    return letting.isEmpty()
        ? Set.of()
        : open(letting).stream()
            .flatMap(w -> w.said().without().stream())
            .collect(Collectors.toSet());
  }
}
