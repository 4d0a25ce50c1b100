package org.sala.bench.swarm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.domain.Change;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.Value;
import org.sala.journal.Committed;
import org.sala.store.PersonRows;

/**
 * What each laptop says of people whom several wrote of: whose protected part may go, and which
 * finding stands.
 */
final class AboutPeople {
  private final World world;
  private final List<String> wrong = new ArrayList<>();

  /** The finding that is shown where some are here. */
  private final Map<Set<RecordId>, String> shown = new HashMap<>();

  AboutPeople(World world) {
    this.world = world;
  }

  List<String> wrong() {
    return wrong;
  }

  void look(Laptop at) {
    List<Change> all = at.journal().committed().stream().map(Committed::change).toList();
    List<Revision> revisions = at.journal().revisions();
    for (World.Known k : world.records()) {
      if (k.kind().equals(Kinds.PERSON)) {
        words(at, k.id());
        at.station()
            .view()
            .people()
            .find(k.id())
            .ifPresent(row -> findings(at, all, revisions, row));
      }
    }
  }

  private void check(boolean right, String what) {
    if (!right) {
      wrong.add(what);
    }
  }

  /** Everybody knows who lets the protected part go, by the words that are there. */
  private void words(Laptop at, RecordId person) {
    check(
        at.mayLeave(person) == LastWords.let(at, world.remembered(), person, Playing.RECIPIENT),
        at + ": another word stands than the last");
  }

  /** Nothing takes protection away that did not know of it, and all who know the same show it. */
  private void findings(Laptop at, List<Change> all, List<Revision> revisions, PersonRows.Row row) {
    StandingFindings truth = new StandingFindings(world.remembered(), all, row.id());
    check(truth.isTrue(row.finding()), at + ": another finding stands than there is");
    check(
        (row.findingLower() && row.findingConfirmed()) == truth.takesAway(),
        at + ": protection is taken away by what did not know of it, or stands without need");
    Set<RecordId> here = new HashSet<>();
    for (Revision r : revisions) {
      boolean found = r.kind().equals("finding") || r.kind().equals("confirmation");
      if (found && Value.ref(row.id()).equals(r.fields().get("person"))) {
        here.add(r.record());
      }
    }
    String says = row.finding().map(RecordId::toString).orElse("");
    check(
        Optional.ofNullable(shown.putIfAbsent(here, says)).orElse(says).equals(says)
            || here.isEmpty(),
        at + ": shows another finding than one that knows the same");
  }
}
