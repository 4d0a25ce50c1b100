package org.sala.casework.sync;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.sala.domain.Moment;

/** One carrier's thread: looks whether it is there, does a round, waits. */
final class CarrierRun {
  /**
   * A look at a folder that is not there is one question to the system; at a store, one attempt.
   */
  private static final long UNTIL_NEXT_LOOK = 4;

  /** A store costs money and a line, and what is stuck does not come loose every few seconds. */
  private static final long BETWEEN_ROUNDS = 60;

  /** What only somebody can mend is not asked for all the time. */
  private static final long AFTER_A_NO = 120;

  private static final long PATIENCE_SECONDS = 30;

  private final String id;
  private final Sync sync;
  private final Optional<CarrierRun> before;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Object bell = new Object();
  private volatile boolean stopped;
  private boolean rung;
  private OptionalInt idle = OptionalInt.empty();
  private volatile State state = State.BEGIN;

  private record State(
      Watch.Far far,
      boolean resting,
      Optional<Moment> last,
      Optional<WhyNot> why,
      int stuck,
      List<Tally.Item> named,
      int waiting,
      boolean inParts) {
    static final State BEGIN =
        new State(
            new Watch.Far(Standing.Phase.WAITING, 0, 0, 0),
            true,
            Optional.empty(),
            Optional.empty(),
            0,
            List.of(),
            0,
            false);
  }

  /**
   * @param before the thread that had this carrier and is ending
   */
  CarrierRun(String id, Sync sync, Optional<CarrierRun> before) {
    this.id = id;
    this.sync = sync;
    this.before = before;
  }

  void start() {
    Thread.ofPlatform().name("sala-carrier").daemon().start(this::run);
  }

  private void run() {
    try {
      before.ifPresent(CarrierRun::await);
      while (!stopped) {
        rest(aRound());
      }
    } finally {
      over.countDown();
    }
  }

  /**
   * Whatever became of it: a thread that ends here carries nothing any more, and nobody sees it.
   */
  private long aRound() {
    try {
      return round();
    } catch (RuntimeException | Error e) {
      sync.station().tools().faults().note(e);
      return AFTER_A_NO;
    }
  }

  /** Seconds until the next one. */
  private long round() {
    Watch watch = new Watch(() -> stopped, this::far);
    Tally tally = sync.round(id, watch, sync.importing(), idle);
    if (stopped) {
      return 0;
    }
    if (idle.isPresent() && idle.equals(tally.seen())) {
      return isStore() ? BETWEEN_ROUNDS : UNTIL_NEXT_LOOK;
    }
    boolean nothingLeft =
        tally.why().isEmpty() && tally.count(Tally.Became.STUCK) == 0 && tally.items().isEmpty();
    idle = nothingLeft ? tally.seen() : OptionalInt.empty();
    Optional<WhyNot> why = tally.foremost();
    boolean well = tally.why().isEmpty();
    Standing.Phase phase =
        well
            ? Standing.Phase.DONE
            : watch.isThere() || !isAway(tally.why().orElse(WhyNot.AWAY))
                ? Standing.Phase.STOPPED
                : Standing.Phase.WAITING;
    set(
        new State(
            new Watch.Far(phase, 0, 0, 0),
            true,
            well && tally.gotThrough() ? Optional.of(sync.station().now()) : state.last(),
            why,
            tally.count(Tally.Became.STUCK),
            tally.named(),
            tally.waiting(),
            tally.inParts()));
    return rest(isStore(), tally.why(), tally.count(Tally.Became.STUCK) > 0);
  }

  /**
   * Seconds to the next look. A line that was there and went is looked for like one that never was:
   * the store has said no word.
   *
   * @param why what ended the round, where something did
   * @param stuck whether a package does not get on
   */
  static long rest(boolean store, Optional<WhyNot> why, boolean stuck) {
    if (why.isEmpty()) {
      return store || stuck ? BETWEEN_ROUNDS : UNTIL_NEXT_LOOK;
    }
    return store && !isAway(why.get()) && why.get() != WhyNot.MADE_ANEW
        ? AFTER_A_NO
        : UNTIL_NEXT_LOOK;
  }

  private boolean isStore() {
    return sync.carriers().list().stream()
        .anyMatch(c -> c.id().equals(id) && c.kind() == Configured.Kind.STORE);
  }

  private static boolean isAway(WhyNot why) {
    return why == WhyNot.AWAY || why == WhyNot.OTHER_STICK;
  }

  private void far(Watch.Far far) {
    State now = state;
    // A folder is looked through every few seconds: that is no news.
    if (far.phase() != Standing.Phase.LOOKING || now.far().phase() != Standing.Phase.DONE) {
      set(
          new State(
              far,
              false,
              now.last(),
              now.why(),
              now.stuck(),
              now.named(),
              now.waiting(),
              now.inParts()));
    }
  }

  private void set(State now) {
    State was = state;
    state = now;
    if (!was.equals(now)) {
      sync.carriers().list().stream()
          .filter(c -> c.id().equals(id))
          .findFirst()
          .ifPresent(c -> sync.tell(standing(c)));
    }
  }

  Standing standing(Configured c) {
    State now = state;
    return new Standing(
        c,
        now.far().phase(),
        now.far().done(),
        now.far().of(),
        now.far().bytesPerSecond(),
        now.last().or(c::last),
        now.why(),
        now.stuck(),
        now.named(),
        now.waiting(),
        now.inParts());
  }

  private void rest(long seconds) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    synchronized (bell) {
      while (!rung && !stopped && System.nanoTime() < until) {
        try {
          TimeUnit.NANOSECONDS.timedWait(bell, Math.max(1_000_000, until - System.nanoTime()));
        } catch (InterruptedException e) {
          // Nobody does this to a thread that may be inside the view; if so, it ends.
          stopped = true;
          Thread.currentThread().interrupt();
        }
      }
      rung = false;
    }
  }

  void wake() {
    synchronized (bell) {
      rung = true;
      bell.notifyAll();
    }
  }

  void stop() {
    stopped = true;
    wake();
  }

  boolean isStopped() {
    return stopped;
  }

  /**
   * Waits until the thread is over; a line that stands still ends by itself, and touches nothing
   * any more.
   */
  void await() {
    try {
      if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
