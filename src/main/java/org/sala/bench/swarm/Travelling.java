package org.sala.bench.swarm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.sala.carrier.Carrier;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.packages.take.VerifiedPackage;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Stored;
import org.sala.domain.ChangeId;
import org.sala.domain.Kinds;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.journal.Committed;

/** Packages on their ways: onto sticks and into the store, lost, there twice, cut, taken in. */
final class Travelling {
  private final World world;
  private final Tally tally;

  Travelling(World world) {
    this.world = world;
    this.tally = world.tally();
  }

  /** Carries what waits for its receipt, or is an answer, by one way. */
  void carry(Laptop from, int way) {
    for (PackageLine p : from.packages().list().reversed()) {
      boolean goes =
          p.outgoing()
              && p.overtakenBy() == 0
              && (p.state() == PackageState.SEALED || stillGoes(from, p, way))
              && Files.exists(from.station().folder().folder("outbox").resolve(p.fileName()));
      if (goes && !isThere(p, way) && !carry(from, p, way)) {
        return;
      }
    }
  }

  /**
   * Answers and decisions that were carried long ago go where what they answer still lies, and
   * nowhere else, as in the rounds of the program.
   */
  private boolean stillGoes(Laptop from, PackageLine p, int way) {
    if (p.state() != PackageState.CARRIED) {
      return false;
    }
    Instant longAgo = from.station().now().instant().minus(DecisionDelivery.ON_THE_WAY);
    if (p.purpose().equals("report")
        || p.carried().filter(s -> s.instant().isAfter(longAgo)).isPresent()) {
      return true;
    }
    List<String> lie =
        from.packages().list().stream()
            .filter(o -> !o.outgoing() && lies(o.fileName(), way))
            .map(PackageLine::fileName)
            .toList();
    return from.packages().lines().answersTo(lie, longAgo).stream()
        .anyMatch(a -> a.id().equals(p.id()));
  }

  private boolean lies(String fileName, int way) {
    return world.isStore(way)
        ? world.store().has(fileName)
        : Files.exists(world.stick(way).resolve(fileName));
  }

  /** What lies in a store and is not written down as carried was sent by one who was cut off. */
  private boolean isThere(PackageLine p, int way) {
    return world.isStore(way)
        ? world.store().has(p.fileName()) && p.state() == PackageState.CARRIED
        : Files.exists(world.stick(way).resolve(p.fileName()));
  }

  /** False where the line is cut: the next one would fare the same. */
  private boolean carry(Laptop from, PackageLine p, int way) {
    String peer = Stored.text(from.station().view().records().fields(p.id()), "peer").orElseThrow();
    world.addressed().put(p.fileName(), peer);
    try {
      if (world.isStore(way)) {
        from.packages().carry(p.id(), world.store(), Progress.none());
      } else {
        from.packages().carry(p.id(), world.stick(way));
      }
    } catch (IOException e) {
      tally.did(Deed.CUT);
      return false;
    } catch (CaseworkFault e) {
      if (e.code() == CaseworkFault.Code.PEER_GONE) {
        return true;
      }
      if (e.code() != CaseworkFault.Code.CONSENT_WITHDRAWN) {
        throw e;
      }
      stopped(from, p);
      return true;
    }
    tally.did(Deed.CARRIED);
    tellsNobodyWhoIsGone(from, p, peer);
    if (world.broken() == Broken.CARRIED_IS_RECEIVED) {
      from.ledger()
          .write(
              new Act()
                  .edit(
                      p.id(),
                      Kinds.PARCEL,
                      Map.of("state", Value.text(PackageState.RECEIVED.name()))));
    }
    return true;
  }

  /** To a station that was given up nothing leaves headquarters but that its package came. */
  private void tellsNobodyWhoIsGone(Laptop from, PackageLine p, String peer) {
    if (from != world.headquarters() || !world.gone().isGone(StationId.of(peer))) {
      return;
    }
    String changes =
        Stored.text(from.station().view().records().fields(p.id()), "changes").orElse("");
    Set<String> sealed = Set.of(changes.split(" ", -1));
    boolean more =
        from.journal().committed().stream()
            .map(Committed::change)
            .filter(c -> sealed.contains(c.id().toString()))
            .flatMap(c -> c.revisions().stream())
            .anyMatch(r -> !r.kind().equals("receipt"));
    if (more) {
      world.isWrong("headquarters tells a station that was given up");
    }
  }

  /** Somebody in it took a yes back since: what still lies here is set aside, and sealed again. */
  private void stopped(Laptop from, PackageLine p) {
    if (p.state() == PackageState.SEALED) {
      from.packages().setAside(p.id(), "a yes was taken back");
      tally.did(Deed.SET_ASIDE);
    }
  }

  private Optional<Path> on(int way, int file) {
    List<Path> files = world.isStore(way) ? List.of() : world.on(way);
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(files.get(Math.floorMod(file, files.size())));
  }

  /** A stick loses a package; a store loses none. */
  void lose(int way, int file) {
    on(way, file)
        .ifPresent(
            f -> {
              delete(f);
              tally.did(Deed.LOST);
            });
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void twice(int way, int file) {
    on(way, file)
        .ifPresent(
            f -> {
              try {
                Files.copy(
                    f,
                    f.resolveSibling(World.AGAIN + f.getFileName()),
                    StandardCopyOption.REPLACE_EXISTING);
                tally.did(Deed.TWICE);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  /** Takes what lies there and is for whoever takes it. */
  void take(Laptop by, int way, Random order) {
    List<String> names = new ArrayList<>();
    if (world.isStore(way)) {
      world.store().waiting().forEach(w -> names.add(w.name()));
    } else {
      world.on(way).forEach(f -> names.add(f.getFileName().toString()));
    }
    Collections.shuffle(names, order);
    for (String name : names) {
      // What came by a stick is seen in the store as if it were new.
      String seen = world.isStore(way) ? "store " + name : name;
      boolean again = order.nextInt(30) == 0;
      if ((again || !world.taken(by).contains(seen)) && world.isFor(by, name)) {
        Path file = file(by, way, name);
        Set<ChangeId> before = ofThoseGone(by);
        Optional<Exchange.Before> neighbour = world.exchange().before(by, name);
        Importing.Outcome outcome;
        boolean itself;
        try (VerifiedPackage read = by.packages().read(file, Progress.none())) {
          outcome = by.packages().take(read, Progress.none());
          itself = !world.isStore(way) || read.is(name);
        }
        if (!before.containsAll(ofThoseGone(by))) {
          world.isWrong("headquarters believed somebody who was taken back");
        }
        if (world.isStore(way)) {
          delete(file);
        }
        Importing.Outcome came = outcome;
        neighbour.ifPresent(b -> world.exchange().took(by, name, b, came));
        count(outcome, way);
        if (itself && !(outcome instanceof Importing.Outcome.Refused)) {
          // What a wrong clock refused is looked at again, as a round of the program does, and so
          // is what a store gave under another's name.
          world.taken(by).add(seen);
        }
      }
    }
  }

  /**
   * What headquarters has of people who were taken back: more of it comes by two officers alone.
   */
  private Set<ChangeId> ofThoseGone(Laptop by) {
    return by == world.headquarters() && world.gone().any()
        ? world.gone().actsIn(by.journal())
        : Set.of();
  }

  private Path file(Laptop by, int way, String name) {
    if (!world.isStore(way)) {
      return world.stick(way).resolve(name);
    }
    if (world.store().isLying(name)) {
      tally.did(Deed.LIED);
    }
    try {
      return world
          .store()
          .fetch(
              new Carrier.Waiting(name, 0, name),
              by.station().folder().folder("inbox"),
              bytes -> true)
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void count(Importing.Outcome outcome, int way) {
    switch (outcome) {
      case Importing.Outcome.Imported i -> {
        tally.did(world.isStore(way) ? Deed.FETCHED : Deed.TAKEN);
        i.receipt().ifPresent(r -> tally.did(Deed.SEALED));
      }
      case Importing.Outcome.Held h -> {
        tally.did(Deed.HELD);
        h.receipt().ifPresent(r -> tally.did(Deed.SEALED));
      }
      case Importing.Outcome.AlreadyImported a -> tally.did(Deed.CAME_AGAIN);
      case Importing.Outcome.AlreadyDecided a -> tally.did(Deed.CAME_AGAIN);
      case Importing.Outcome.Refused r -> tally.did(Deed.REFUSED);
    }
  }
}
