package org.sala.casework.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.sala.carrier.Carrier;
import org.sala.carrier.FolderCarrier;
import org.sala.casework.packages.Importing;
import org.sala.casework.packages.Packages;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Station;

/**
 * One round over one carrier: what is sealed and does not lie there goes, what lies there for this
 * workspace comes. Which is which is asked of the carrier each time, so that a round that was cut
 * off, repeated or done by another copy does no harm. One bad package stops no other.
 */
final class Round {
  /** Enough of a file for the recipients that age names at its beginning. */
  private static final int HEAD = 4096;

  /** So long answers go onto every carrier that comes: the station may bring any of them. */
  private static final Duration ANSWERS = Duration.ofDays(30);

  /** A danger of the day before calls nobody any more. */
  private static final Duration ALARMS = Duration.ofDays(1);

  private final Station station;
  private final Packages packages;
  private final Seen seen;
  private final Runnable tellTheHall;
  private final Executor importing;
  private final LongSupplier changes;

  /**
   * @param tellTheHall seals what other laptops have to know of somebody in danger
   * @param importing where packages are taken in, one after the other with whatever else is long
   * @param changes another number whenever something was saved here
   */
  Round(
      Station station,
      Packages packages,
      Seen seen,
      Runnable tellTheHall,
      Executor importing,
      LongSupplier changes) {
    this.station = station;
    this.packages = packages;
    this.seen = seen;
    this.tellTheHall = tellTheHall;
    this.importing = importing;
    this.changes = changes;
  }

  /**
   * @param before what an earlier round saw that left nothing to do: where it is the same, so is
   *     this
   */
  Tally over(String id, Carrier carrier, Watch watch, OptionalInt before) {
    Tally tally = new Tally();
    try {
      List<Carrier.Waiting> there = carrier.waiting();
      watch.found(there.size());
      tally.saw(Objects.hash(there, changes.getAsLong(), eyes()));
      if (before.equals(tally.seen())) {
        return tally;
      }
      Map<String, Long> sizes = new HashMap<>();
      there.forEach(w -> sizes.put(w.name(), w.size()));
      if (carrier instanceof FolderCarrier) {
        // A hall shares a folder; whoever meets in a store cannot run here.
        tellTheHall.run();
      }
      send(carrier, sizes, tally, watch);
      int sent = tally.items().size();
      take(id, carrier, there, tally, watch);
      if (tally.items().size() > sent) {
        // The answers go back at once: the stick may be pulled out next.
        send(carrier, sizes, tally, watch);
      }
    } catch (OverException e) {
      tally.ended(e.why);
    } catch (IOException e) {
      tally.ended(WhyNot.of(e));
    }
    return tally;
  }

  /** The next package would fare the same. */
  private static final class OverException extends IOException {
    private static final long serialVersionUID = 1L;
    private final WhyNot why;

    OverException(WhyNot why) {
      super(why.name());
      this.why = why;
    }
  }

  private void send(Carrier carrier, Map<String, Long> sizes, Tally tally, Watch watch)
      throws IOException {
    for (Packages.PackageLine p : packages.list().reversed()) {
      if (watch.stopped()) {
        return;
      }
      // What lies there and is not written down as carried was sent by one who was cut off then.
      boolean there = Objects.equals(sizes.get(p.fileName()), p.size());
      if (goes(p, carrier) && !(there && p.state() == Packages.State.CARRIED)) {
        try {
          watch.begin(Standing.Phase.SENDING, p.size());
          if (packages.carry(p.id(), carrier, watch) == Carrier.Sent.STOPPED) {
            return;
          }
          sizes.put(p.fileName(), p.size());
          tally.add(p.fileName(), Tally.Became.SENT);
        } catch (CaseworkFault e) {
          stuck(p.fileName(), WhyNot.of(e), tally);
        } catch (IOException e) {
          stuck(p.fileName(), WhyNot.of(e), tally);
        }
      }
    }
  }

  private static void stuck(String name, WhyNot why, Tally tally) throws OverException {
    tally.stuck(name, why);
    if (why.endsRound()) {
      throw new OverException(why);
    }
  }

  /**
   * What waits for its receipt goes onto every carrier, unless a later package holds all of it.
   * Nobody receipts an answer.
   */
  private boolean goes(Packages.PackageLine p, Carrier carrier) {
    // What is for another agency is handed over by people, and lies on no carrier of ours.
    if (!p.outgoing() || p.overtakenBy() > 0 || p.abroad()) {
      return false;
    }
    if (p.alarm()) {
      return carrier instanceof FolderCarrier && sealedWithin(p, ALARMS);
    }
    return switch (p.state()) {
      case SEALED -> true;
      case CARRIED -> p.purpose().equals("report") || sealedWithin(p, ANSWERS);
      default -> false;
    };
  }

  private boolean sealedWithin(Packages.PackageLine p, Duration time) {
    return p.sealed()
        .filter(s -> s.instant().plus(time).isAfter(station.now().instant()))
        .isPresent();
  }

  private void take(
      String id, Carrier carrier, List<Carrier.Waiting> there, Tally tally, Watch watch)
      throws IOException {
    String eyes = eyes();
    int before = seen.count(id);
    Set<String> known = known();
    try {
      for (Carrier.Waiting w : there) {
        if (watch.stopped()) {
          return;
        }
        if (known.contains(w.name() + " " + w.size()) || seen.has(id, w, eyes)) {
          continue;
        }
        try {
          if (!packages.isForUs(carrier.head(w, HEAD)) || take(carrier, w, tally, watch)) {
            seen.add(id, w, eyes);
          }
        } catch (CaseworkFault e) {
          if (e.code() == CaseworkFault.Code.STOPPED) {
            return;
          }
          stuck(w.name(), WhyNot.of(e), tally);
        } catch (IOException e) {
          stuck(w.name(), WhyNot.of(e), tally);
        }
      }
    } finally {
      seen.keep(id, there, before);
    }
  }

  /** Our own packages, and those that came and were no bad copies. */
  private Set<String> known() {
    Set<String> known = new HashSet<>();
    for (Packages.PackageLine p : packages.list()) {
      if (p.outgoing() || p.state() != Packages.State.REFUSED) {
        known.add(p.fileName() + " " + p.size());
      }
    }
    return known;
  }

  /** What decides whether a file can be read and believed: whose keys, and what is trusted. */
  private String eyes() {
    List<Object> what = new ArrayList<>();
    what.add(station.keys().compartments().keySet().toString());
    for (String key : List.of("authorities", "issuers", "revoked", "revokedSerials")) {
      what.add(station.state().texts(key));
    }
    what.add(station.state().listing("officers").size());
    what.add(station.view().records().ofKind("partner").toString());
    what.add(station.state().whole("partnerListNumber"));
    // By a clock that is years off nobody's certificate holds; once it is right all is looked at
    // again.
    what.add(YearMonth.from(station.now().local()));
    return Integer.toHexString(what.hashCode());
  }

  /** False when it was stopped. */
  private boolean take(Carrier carrier, Carrier.Waiting w, Tally tally, Watch watch)
      throws IOException {
    Path inbox = station.folder().folder("inbox");
    if (station.folder().free() < 3 * w.size() + (1 << 20)) {
      throw new CaseworkFault(CaseworkFault.Code.NO_SPACE);
    }
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
      return false;
    }
    try {
      watch.begin(Standing.Phase.TAKING_IN, w.size());
      tally.add(w.name(), onLane(file.get(), watch));
      return true;
    } finally {
      Files.deleteIfExists(file.get());
    }
  }

  private Tally.Became onLane(Path file, Watch watch) {
    try {
      return CompletableFuture.supplyAsync(() -> taken(file, watch), importing).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof CaseworkFault f) {
        throw f;
      }
      throw e;
    }
  }

  private Tally.Became taken(Path file, Watch watch) {
    if (watch.stopped()) {
      throw new CaseworkFault(CaseworkFault.Code.STOPPED);
    }
    if (!packages.look(file, watch).takes()) {
      return Tally.Became.TAKEN_IN;
    }
    return switch (packages.take(file, watch)) {
      case Importing.Outcome.Imported i -> Tally.Became.TAKEN_IN;
      case Importing.Outcome.AlreadyImported a -> Tally.Became.TAKEN_IN;
      case Importing.Outcome.AlreadyDecided a -> Tally.Became.KEPT_OUT;
      case Importing.Outcome.Refused r -> Tally.Became.KEPT_OUT;
      case Importing.Outcome.Held h -> Tally.Became.KEPT_OUT;
    };
  }
}
