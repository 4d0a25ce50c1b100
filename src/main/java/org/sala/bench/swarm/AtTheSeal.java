package org.sala.bench.swarm;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.domain.Change;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.journal.Committed;

/**
 * Looks at what a laptop is about to seal: of somebody's protected part nothing that the last words
 * known there do not let go, and nothing of a neighbour's by words that others were told.
 */
final class AtTheSeal {
  private final World world;

  AtTheSeal(World world) {
    this.world = world;
  }

  void look(Laptop at, SealPlan plan) {
    Set<ChangeId> going = new HashSet<>(plan.changes());
    List<Change> all = at.journal().committed().stream().map(Committed::change).toList();
    StationId own = at.station().identity().station();
    Set<RevisionId> written = new HashSet<>();
    all.stream()
        .filter(c -> c.header().station().equals(own))
        .forEach(c -> c.revisions().forEach(r -> written.add(r.id())));
    for (Change c : all) {
      for (Revision r : going.contains(c.id()) ? c.revisions() : List.<Revision>of()) {
        boolean goes =
            r.compartment() == Compartment.PROTECTION
                && r.kind().equals("person")
                && !plan.withheld().contains(r.id());
        if (goes) {
          LastWords words =
              new LastWords(
                  world.remembered(), at.journal().revisions(), r.record(), Playing.RECIPIENT);
          if (!words.lets()) {
            world.isWrong(at + ": a protected part goes without a yes");
          }
          StationId by = c.header().station();
          boolean nobodyElse =
              world.gone().knows(at, by, world.headquarters().station().identity().station());
          if (!written.contains(r.id()) && !words.stands(written) && !nobodyElse) {
            world.isWrong(at + ": a neighbour's protected part goes by a word that others heard");
          }
        }
      }
    }
  }
}
