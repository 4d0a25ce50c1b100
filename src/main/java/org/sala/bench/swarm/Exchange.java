package org.sala.bench.swarm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.keys.Peer;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.seal.OmittedExhibits;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.station.Act;
import org.sala.casework.station.Progress;
import org.sala.domain.Change;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.journal.Committed;

/**
 * Plays packages from station to station, and looks at what each brings: all that its sender wrote
 * and that may leave, nothing of anybody else, and no word on what headquarters has.
 */
final class Exchange {
  private final World world;
  private final Map<String, Sent> sent = new HashMap<>();

  /**
   * A package on its way.
   *
   * @param open what its sender had written itself and nobody has to be asked for
   */
  private record Sent(Laptop from, Set<RevisionId> open) {}

  /** How a station stands before it takes such a package in. */
  record Before(Set<ChangeId> here, List<String> states) {}

  Exchange(World world) {
    this.world = world;
  }

  /** Seals all of a station's own work for another one, where headquarters' list names it. */
  void seal(Laptop from, Laptop to) {
    StationId addressee = to.station().identity().station();
    List<Peer> peers =
        from.packages().peers().stream().filter(p -> p.id().equals(addressee)).toList();
    if (peers.isEmpty()) {
      return;
    }
    SealPlan plan = from.packages().planFor(peers, Optional.empty(), OmittedExhibits.nothing());
    if (plan.empty()) {
      return;
    }
    new AtTheSeal(world).look(from, plan);
    Set<RevisionId> open = open(from);
    from.packages()
        .sealFor(peers, plan, OmittedExhibits.nothing(), Progress.none())
        .forEach(p -> sent.put(p.fileName(), new Sent(from, open)));
    world.tally().did(Deed.SEALED_FOR_NEIGHBOUR);
  }

  private static Set<RevisionId> open(Laptop from) {
    StationId own = from.station().identity().station();
    return Judge.sent(from).stream()
        .filter(c -> c.header().station().equals(own))
        .flatMap(c -> c.revisions().stream())
        .filter(r -> r.compartment() != Compartment.PROTECTION)
        .filter(r -> Kinds.find(r.kind()).filter(k -> k.sent()).isPresent())
        .map(Revision::id)
        .collect(Collectors.toSet());
  }

  private static String first(String name) {
    return name.startsWith(World.AGAIN) ? name.substring(World.AGAIN.length()) : name;
  }

  /** How whoever takes a package stands; empty where no neighbour has sealed it. */
  Optional<Before> before(Laptop by, String name) {
    return sent.containsKey(first(name))
        ? Optional.of(new Before(changes(by), states(by)))
        : Optional.empty();
  }

  private static Set<ChangeId> changes(Laptop at) {
    return at.journal().committed().stream().map(c -> c.change().id()).collect(Collectors.toSet());
  }

  /** Packages of its own, and how far each is said to have come. */
  private static List<String> states(Laptop at) {
    return at.packages().list().stream()
        .filter(PackageLine::outgoing)
        .map(p -> p.fileName() + " " + p.state())
        .sorted()
        .toList();
  }

  /** Looks at what came of it. */
  void took(Laptop by, String name, Before before, Importing.Outcome outcome) {
    Sent one = java.util.Objects.requireNonNull(sent.get(first(name)));
    StationId sender = one.from().station().identity().station();
    StationId own = by.station().identity().station();
    for (Committed c : by.journal().committed()) {
      Change change = c.change();
      StationId author = change.header().station();
      if (!before.here().contains(change.id()) && !author.equals(own) && !author.equals(sender)) {
        world.isWrong(by + ": a neighbour brought what somebody else wrote");
      }
    }
    if (!states(by).equals(before.states())) {
      world.isWrong(by + ": what headquarters has is said by a neighbour");
    }
    if (outcome instanceof Importing.Outcome.Imported) {
      Set<RevisionId> here = new HashSet<>();
      by.journal().revisions().forEach(r -> here.add(r.id()));
      if (!here.containsAll(one.open())) {
        world.isWrong(by + ": a neighbour's package lacks something that it wrote");
      }
      world.tally().did(Deed.CAME_FROM_NEIGHBOUR);
      if (world.broken() == Broken.BROUGHT_IS_RECEIVED) {
        countReceived(one.from(), first(name));
      }
    }
  }

  /** The broken variant: what a neighbour has counts as what headquarters has. */
  private static void countReceived(Laptop from, String name) {
    from.packages().list().stream()
        .filter(p -> p.fileName().equals(name))
        .forEach(
            p ->
                from.ledger()
                    .write(
                        new Act()
                            .edit(
                                p.id(),
                                Kinds.PARCEL,
                                Map.of("state", Value.text(PackageState.RECEIVED.name())))));
  }
}
