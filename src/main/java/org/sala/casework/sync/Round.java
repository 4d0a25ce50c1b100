package org.sala.casework.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.sala.carrier.Carrier;
import org.sala.carrier.FolderCarrier;
import org.sala.carrier.Listing;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.packages.take.VerifiedPackage;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Station;

/**
 * One round over one carrier: what is sealed and does not lie there goes, what lies there for this
 * workspace comes. Which is which is asked of the carrier each time, so that a round that was cut
 * off, repeated or done by another copy does no harm. One bad package stops no other.
 */
final class Round {
  private final Station station;
  private final Packages packages;
  private final Seen seen;
  private final Telling telling;
  private final Executor importing;
  private final LongSupplier changes;
  private final boolean lookFirst;

  /**
   * Who is told by itself.
   *
   * @param hall seals what other laptops have to know of somebody in danger
   * @param stations seals at headquarters what its stations have to hear
   */
  record Telling(Runnable hall, TellingStations stations) {}

  /**
   * @param importing where packages are taken in, one after the other with whatever else is long
   * @param changes another number whenever something was saved here
   * @param lookFirst whether what comes waits there for somebody's look
   */
  Round(
      Station station,
      Packages packages,
      Seen seen,
      Telling telling,
      Executor importing,
      LongSupplier changes,
      boolean lookFirst) {
    this.station = station;
    this.packages = packages;
    this.seen = seen;
    this.telling = telling;
    this.importing = importing;
    this.changes = changes;
    this.lookFirst = lookFirst;
  }

  /**
   * @param before what an earlier round saw that left nothing to do: where it is the same, so is
   *     this
   */
  Tally over(String id, Carrier carrier, Watch watch, OptionalInt before) {
    Tally tally = new Tally();
    try {
      Optional<Listing> part = carrier.list(seen.turn(id), bytes -> !watch.stopped());
      if (part.isEmpty()) {
        return tally;
      }
      Listing there = part.get();
      watch.found(there.files().size());
      tally.part(there);
      tally.saw(
          Objects.hash(
              there,
              changes.getAsLong(),
              Unseen.eyes(station),
              Unseen.today(station),
              telling.stations().turn()));
      if (before.equals(tally.seen())) {
        return tally;
      }
      Map<String, Long> sizes = new HashMap<>();
      there.files().forEach(w -> sizes.put(w.name(), w.size()));
      if (carrier instanceof FolderCarrier) {
        // A hall shares a folder; whoever meets in a store cannot run here.
        telling.hall().run();
      }
      send(carrier, there, sizes, tally, watch);
      int sent = tally.items().size();
      take(id, carrier, there, tally, watch);
      seen.turn(id, there);
      // What answers have told is not said once more.
      boolean told = !watch.stopped() && tells(tally);
      if (told || tally.items().size() > sent) {
        // They go at once: the stick may be pulled out next.
        send(carrier, there, sizes, tally, watch);
      }
    } catch (Apart.StoppedException e) {
      return tally;
    } catch (IOException e) {
      tally.ended(WhyNot.of(e));
    }
    return tally;
  }

  private void send(
      Carrier carrier, Listing part, Map<String, Long> sizes, Tally tally, Watch watch)
      throws IOException {
    for (PackageLine p : new Going(station, packages, carrier).past(Map.copyOf(sizes))) {
      if (watch.stopped()) {
        return;
      }
      boolean mayLieThere = !part.covers(p.fileName());
      if (!(mayLieThere && p.state() == PackageState.CARRIED) && !tally.isStuck(p.fileName())) {
        new Apart(carrier, station.tools().faults())
            .sending(
                () -> {
                  watch.begin(Standing.Phase.SENDING, p.size());
                  if (packages.carry(p.id(), carrier, watch) == Carrier.Sent.STOPPED) {
                    throw new Apart.StoppedException();
                  }
                  sizes.put(p.fileName(), p.size());
                  tally.add(p.fileName(), Tally.Became.SENT);
                })
            .ifPresent(why -> tally.stuck(p.fileName(), why));
      }
    }
  }

  private void take(String id, Carrier carrier, Listing there, Tally tally, Watch watch)
      throws IOException {
    Unseen unseen = new Unseen(station, packages, seen, id);
    Coming coming =
        new Coming(
            new Apart(carrier, station.tools().faults()),
            carrier,
            unseen,
            seen.hindered(id),
            tally);
    try {
      coming.each(
          there,
          watch::stopped,
          w -> {
            new Room(station).fits(w.size());
            if (lookFirst) {
              tally.waits();
            } else {
              Taken t = take(id, carrier, w, tally, watch);
              looked(unseen, w, t.itself() || carrier instanceof FolderCarrier);
            }
          });
    } finally {
      unseen.keep(there);
    }
  }

  /** A store that gave something else under a name is asked for it again, once a day. */
  private static void looked(Unseen unseen, Carrier.Waiting w, boolean itself) {
    if (itself) {
      unseen.past(w);
    } else {
      unseen.pastForToday(w);
    }
  }

  /**
   * What came of a file.
   *
   * @param itself whether it was what its name says; people may have named a copy on a stick anew
   */
  private record Taken(Tally.Became became, boolean itself) {}

  private Taken take(String id, Carrier carrier, Carrier.Waiting w, Tally tally, Watch watch)
      throws IOException {
    Path inbox = new Inbox(station).of(id);
    watch.begin(Standing.Phase.FETCHING, w.size());
    Optional<Path> file =
        carrier.fetch(
            w,
            inbox,
            bytes -> {
              watch.done(bytes, w.size());
              return !watch.stopped();
            });
    if (file.isEmpty()) {
      throw new Apart.StoppedException();
    }
    try {
      watch.begin(Standing.Phase.TAKING_IN, w.size());
      Taken taken = onLane(() -> taken(file.get(), w.name(), watch));
      tally.add(w.name(), taken.became());
      return taken;
    } finally {
      Files.deleteIfExists(file.get());
    }
  }

  /** What could not be sealed for somebody is said, and keeps no answer from going. */
  private boolean tells(Tally tally) {
    try {
      return onLane(telling.stations()::tell);
    } catch (CaseworkFault e) {
      if (e.code() == CaseworkFault.Code.STOPPED) {
        throw e;
      }
      tally.ended(WhyNot.of(e));
      return true;
    }
  }

  private <T> T onLane(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, importing).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof CaseworkFault f) {
        throw f;
      }
      throw e;
    }
  }

  private Taken taken(Path file, String name, Watch watch) {
    if (watch.stopped()) {
      throw new CaseworkFault(CaseworkFault.Code.STOPPED);
    }
    try (VerifiedPackage read = packages.read(file, watch.step(0, 2))) {
      Tally.Became became =
          packages.look(read).takes()
              ? became(packages.take(read, watch.step(1, 2)))
              : Tally.Became.TAKEN_IN;
      return new Taken(became, read.is(name));
    }
  }

  private static Tally.Became became(Importing.Outcome outcome) {
    return switch (outcome) {
      case Importing.Outcome.Imported i -> Tally.Became.TAKEN_IN;
      case Importing.Outcome.AlreadyImported a -> Tally.Became.TAKEN_IN;
      case Importing.Outcome.AlreadyDecided a -> Tally.Became.KEPT_OUT;
      case Importing.Outcome.Refused r -> Tally.Became.KEPT_OUT;
      case Importing.Outcome.Held h -> Tally.Became.KEPT_OUT;
    };
  }
}
