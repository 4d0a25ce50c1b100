package org.sala.casework.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sala.carrier.Carrier;
import org.sala.carrier.FolderCarrier;
import org.sala.casework.hall.Alarms;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.receipt.ForStations;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;

/**
 * Carries by itself while a workspace is open. Each carrier has a thread of its own, so that a slow
 * line keeps no stick waiting; packages are taken in one after the other in the lane for long work.
 */
public final class Sync implements AutoCloseable {
  /** Of a hundred thousand names each. */
  private static final int PARTS = 50;

  private final Station station;
  private final Packages packages;
  private final Alarms alarms;
  private final TellingStations telling;
  private final Carriers carriers;
  private final Seen seen;
  private final Map<String, CarrierRun> runs = new HashMap<>();
  private final List<Consumer<Standing>> listeners = new CopyOnWriteArrayList<>();
  private final AtomicLong changes = new AtomicLong();
  private Optional<Executor> lane = Optional.empty();

  public Sync(
      Station station, Packages packages, Alarms alarms, ForStations waiting, Carriers carriers) {
    this.station = station;
    this.packages = packages;
    this.alarms = alarms;
    this.telling = new TellingStations(station, waiting);
    this.carriers = carriers;
    this.seen = new Seen(station);
    emptyInbox();
  }

  private void emptyInbox() {
    try {
      new Inbox(station).empty();
    } catch (IOException e) {
      // No reason to keep an officer out; the next unlock tries again.
      station.tools().faults().note(e);
    }
  }

  public Carriers carriers() {
    return carriers;
  }

  /**
   * Begins, or goes on after a {@link #stop()}.
   *
   * @param importing where packages are taken in; whoever closes the desk waits for it first
   */
  public synchronized void start(Executor importing) {
    lane = Optional.of(importing);
    refresh();
  }

  /** Asks everything to end soon; it is waited for when the desk is closed. */
  public synchronized void stop() {
    lane = Optional.empty();
    runs.values().forEach(CarrierRun::stop);
  }

  /** Looks at the carriers anew, after some were added, removed, paused or changed. */
  public synchronized void refresh() {
    List<String> wanted = new ArrayList<>();
    if (lane.isPresent()) {
      carriers.list().stream().filter(c -> !c.paused()).forEach(c -> wanted.add(c.id()));
    }
    runs.forEach(
        (id, run) -> {
          if (!wanted.contains(id)) {
            run.stop();
          }
        });
    for (String id : wanted) {
      CarrierRun before = runs.get(id);
      if (before == null || before.isStopped()) {
        CarrierRun run = new CarrierRun(id, this, Optional.ofNullable(before));
        runs.put(id, run);
        run.start();
      }
    }
  }

  /** Begins a round at once, because something was sealed or somebody asks. */
  public synchronized void wake() {
    runs.values().forEach(CarrierRun::wake);
  }

  /**
   * Hears that something was saved: the next round looks at everything again; at a danger, at once.
   */
  public void changed(Saved saved) {
    changes.incrementAndGet();
    if (sharing() && alarms.concerns(saved)) {
      wake();
    }
  }

  private synchronized boolean sharing() {
    return !runs.isEmpty();
  }

  /** Makes alarms of what was raised here since, and seals what was written about any. */
  private void tellTheHall() {
    synchronized (alarms) {
      alarms.settle();
      packages.sealDanger(alarms.written());
    }
  }

  /** Has a listener hear of every change, on whichever thread works. */
  public void listen(Consumer<Standing> listener) {
    listeners.add(listener);
  }

  public void forget(Consumer<Standing> listener) {
    listeners.remove(listener);
  }

  void tell(Standing standing) {
    listeners.forEach(l -> l.accept(standing));
  }

  /** Where each carrier stands. */
  public synchronized List<Standing> standings() {
    List<Standing> all = new ArrayList<>();
    for (Configured c : carriers.list()) {
      CarrierRun run = runs.get(c.id());
      all.add(
          c.paused() || run == null || run.isStopped()
              ? new Standing(
                  c,
                  c.paused() ? Standing.Phase.PAUSED : Standing.Phase.WAITING,
                  0,
                  0,
                  0,
                  c.last(),
                  Optional.empty(),
                  0,
                  List.of(),
                  0,
                  false)
              : run.standing(c));
    }
    return all;
  }

  /** One round over one carrier, here and now, whether it is paused or not. */
  public Tally once(String id) {
    return all(
        () -> round(id, new Watch(() -> false, far -> {}), Runnable::run, OptionalInt.empty()));
  }

  /** Makes one round over a folder that somebody names, here and now. */
  public Tally once(Path folder) {
    return all(
        () ->
            round(
                folder.toAbsolutePath().toString(),
                () -> new FolderCarrier(folder),
                new Watch(() -> false, far -> {}),
                Runnable::run,
                OptionalInt.empty()));
  }

  private Tally all(Supplier<Tally> part) {
    telling.now();
    return parts(part);
  }

  /**
   * Every part of a carrier that holds more than one round takes; of one whose names never end the
   * first ones, and the next call goes on behind them.
   */
  static Tally parts(Supplier<Tally> part) {
    Tally all = part.get();
    for (int done = 1; done < PARTS && !all.isLast() && all.why().isEmpty(); done++) {
      all.and(part.get());
    }
    return all;
  }

  /**
   * Brings what waits on a carrier for somebody's look.
   *
   * @throws IOException when the carrier cannot; why is in it
   */
  public Brought bring(String id, Progress progress) throws IOException {
    station.mustSeeAll();
    try (Carrier carrier = carriers.open(id)) {
      return new Bringing(station, packages, seen).from(id, carrier, progress);
    }
  }

  /**
   * Remembers of what a carrier brought which files were looked at, and taken in where they were
   * wanted: the answers go at once. The others are offered again.
   *
   * @param over files of {@link Brought#files()}
   */
  public void looked(Brought brought, Set<Path> over) {
    new Bringing(station, packages, seen).looked(brought, over);
    changes.incrementAndGet();
    wake();
  }

  /**
   * Takes from a carrier that was set up what is receipted; only ever when somebody asks.
   *
   * @return empty where it is no folder: what a store keeps is its owner's to take away
   */
  public Optional<Cleaned> clean(String id, Progress progress) throws IOException {
    try (Carrier carrier = carriers.open(id)) {
      return carrier instanceof FolderCarrier f
          ? Optional.of(new Cleaning(packages).over(f, progress))
          : Optional.empty();
    }
  }

  /** Returns what {@link #clean(String, Progress)} would take away, and takes nothing. */
  public Optional<Cleaned> cleanable(String id) throws IOException {
    try (Carrier carrier = carriers.open(id)) {
      return carrier instanceof FolderCarrier f
          ? Optional.of(new Cleaning(packages).would(f))
          : Optional.empty();
    }
  }

  /** Takes from a folder that somebody names what is receipted; only ever when somebody asks. */
  public Cleaned clean(Path folder) throws IOException {
    try (FolderCarrier carrier = new FolderCarrier(folder)) {
      return new Cleaning(packages).over(carrier, Progress.none());
    }
  }

  Tally round(String id, Watch watch, Executor importing, OptionalInt before) {
    Tally tally = round(id, () -> carriers.open(id), watch, importing, before);
    boolean used = !tally.items().isEmpty() && tally.gotThrough();
    if (tally.why().isEmpty() && !watch.stopped() && used) {
      carriers.worked(id, station.now());
    }
    return tally;
  }

  private interface Opening {
    Carrier open() throws IOException;
  }

  /** Nothing is even looked for by a login that would neither take in nor send. */
  private Carrier opening(Opening opening) throws IOException {
    station.mustSeeAll();
    return opening.open();
  }

  private Tally round(
      String id, Opening opening, Watch watch, Executor importing, OptionalInt before) {
    try (Carrier carrier = opening(opening)) {
      return new Round(
              station,
              packages,
              seen,
              new Round.Telling(this::tellTheHall, telling),
              importing,
              changes::get,
              looksFirst(id))
          .over(id, carrier, watch, before);
    } catch (IOException e) {
      Tally tally = new Tally();
      tally.ended(WhyNot.of(e));
      return tally;
    } catch (CaseworkFault e) {
      Tally tally = new Tally();
      tally.ended(WhyNot.of(e));
      return tally;
    } catch (RuntimeException | Error e) {
      // Whatever a package or a disk did to one round: the thread lives, and the screen says it.
      station.tools().faults().note(e);
      Tally tally = new Tally();
      tally.ended(WhyNot.FAILED);
      return tally;
    }
  }

  /** At headquarters alone: what is for a station may be somebody in danger. */
  private boolean looksFirst(String id) {
    return station.state().flag("isHeadquarters")
        && carriers.list().stream().anyMatch(c -> c.id().equals(id) && c.lookFirst());
  }

  Station station() {
    return station;
  }

  synchronized Executor importing() {
    return lane.orElse(Runnable::run);
  }

  /** Ends everything and waits until nothing of it touches the workspace any more. */
  @Override
  public void close() {
    stop();
    List<CarrierRun> all;
    synchronized (this) {
      all = List.copyOf(runs.values());
    }
    all.forEach(CarrierRun::await);
    seen.close();
    carriers.close();
  }
}
