package org.sala.casework;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.FaultLog;
import org.sala.casework.station.Faults;
import org.sala.casework.station.Ledger;
import org.sala.journal.Checkpoint;
import org.sala.journal.JournalFault;
import org.sala.journal.TableJournal;
import org.sala.store.ServerFrames;
import org.sala.store.ServerKept;
import org.sala.store.StoreFault;
import org.sala.store.View;
import org.sala.store.ViewServer;
import org.sala.vault.BackupWriter;
import org.sala.vault.VaultFault;

/**
 * Other programs at the same headquarters: hears what they write, and tells the screens, on a
 * thread of its own. On the same thread the view is brought on and it is kept how far all was seen.
 */
public final class Others implements AutoCloseable {
  private static final long ROUND_NANOS = Duration.ofSeconds(1).toNanos();

  /** Between two times that screens are told: many packages a second are one change to look at. */
  private static final long PAUSE_NANOS = Duration.ofMillis(200).toNanos();

  /**
   * A line that stands still ends no connection, and an answer is waited for two minutes: after
   * this long it is said that the server is away.
   */
  private static final long STILL_NANOS = Duration.ofSeconds(10).toNanos();

  private final Server server;
  private final TableJournal journal;
  private final View view;
  private final ViewKeeper keeper;
  private final SeenSoFar seen;
  private final FaultLog faults;
  private final Leaving leaving;
  private @Nullable Thread thread;
  private @Nullable AutoCloseable hearingWritten;
  private @Nullable AutoCloseable hearingShown;
  private long told;
  private volatile boolean stopped;
  private volatile boolean asked;
  private volatile boolean shown;
  private volatile boolean differs;
  private volatile boolean away;

  /** When the round began that is under way; nothing between two. */
  private volatile @Nullable Long began;

  /**
   * Not heard yet: {@link #begin}.
   *
   * @param seen how far this machine has read
   * @param faults where what nobody expected is written down
   */
  Others(
      Server server,
      TableJournal journal,
      View view,
      ViewKeeper keeper,
      SeenSoFar seen,
      FaultLog faults) {
    this.server = server;
    this.journal = journal;
    this.view = view;
    this.keeper = keeper;
    this.seen = seen;
    this.faults = faults;
    this.leaving = new Leaving(server::cut);
  }

  /** The server's parts. */
  record Server(ServerKept kept, ServerFrames frames, ViewServer view) {
    private void cut() {
      kept.cut();
      frames.cut();
      view.cut();
    }
  }

  /**
   * Where this program stands.
   *
   * @param written changes in the journal
   * @param shown how many of them the view shows
   * @param follows whether this program brings the view on
   * @param followed whether any program does
   * @param differs whether the server's journal turned out not to be what was seen before
   * @param journalWait for the lock of whoever writes to the journal, the longest so far
   * @param viewWait for the lock of whoever brings the view on, the longest so far
   */
  public record Standing(
      long written,
      long shown,
      boolean follows,
      boolean followed,
      boolean differs,
      Duration journalWait,
      Duration viewWait) {

    /** The longer of the two. */
    public Duration longestWait() {
      return journalWait.compareTo(viewWait) > 0 ? journalWait : viewWait;
    }
  }

  Standing standing() {
    return new Standing(
        journal.catchUp(),
        view.applied(),
        keeper.follows(),
        keeper.isFollowed(),
        differs,
        server.frames().longestWait(),
        view.longestWait());
  }

  /** Whether the server's journal turned out not to be what was seen before. */
  boolean isDifferent() {
    return differs;
  }

  /** Whether the server did not answer when it was asked last. */
  boolean isAway() {
    return away;
  }

  /** Whether nobody brought the view on a moment ago. */
  boolean isLeft() {
    return keeper.isLeft();
  }

  /** Whether the view was being made anew a moment ago, after a crash of the server. */
  boolean isAnew() {
    return keeper.isAnew();
  }

  /** Reads what others have written so far. */
  void look() {
    journal.catchUp();
  }

  /**
   * What a backup takes from the server, the journal up to a place that was read there.
   *
   * @param altered hears the names of files that are not what they are called
   */
  BackupWriter.Elsewhere backup(Checkpoint upTo, Consumer<String> altered) {
    return ServerBackup.of(server.frames(), server.kept(), upTo, altered);
  }

  /** Begins to hear. */
  void begin(Ledger ledger) {
    told = view.applied();
    Thread hearing = Thread.ofPlatform().name("sala-others").daemon().unstarted(() -> on(ledger));
    thread = hearing;
    hearingWritten =
        server
            .kept()
            .hear(
                sequence -> {
                  asked = asked || sequence == 0;
                  // What this program wrote itself it knows of, and has to ask for nothing.
                  if (sequence == 0 || sequence > journal.last()) {
                    LockSupport.unpark(hearing);
                  }
                },
                () -> still(ledger));
    hearingShown =
        server
            .view()
            .hear(
                sequence -> {
                  shown = true;
                  LockSupport.unpark(hearing);
                });
    hearing.start();
  }

  private void on(Ledger ledger) {
    while (!stopped) {
      boolean now = asked;
      asked = false;
      shown = false;
      try {
        tried(ledger, now);
      } catch (RuntimeException e) {
        // A thread that ended here would leave everybody with what they see now, and tell nobody.
        differs(e, ledger);
      }
      began = null;
      if (!shown && !asked) {
        LockSupport.parkNanos(ROUND_NANOS);
      }
    }
  }

  private void tried(Ledger ledger, boolean now) {
    try {
      began = System.nanoTime();
      round(ledger, now);
      began = null;
      away(false, ledger);
    } catch (StoreFault e) {
      boolean anew = keeper.isAnew();
      keeper.mend(e);
      // However far it comes again, it is not what the screens were told of.
      told = -1;
      if (anew != keeper.isAnew()) {
        tell(ledger);
      }
      away(e.code() == StoreFault.Code.AWAY, ledger);
    } catch (JournalFault e) {
      away(e.code() == JournalFault.Code.IO, ledger);
      if (e.code() != JournalFault.Code.IO) {
        differs(e, ledger);
      }
    } catch (CaseworkFault e) {
      // This machine's disk is full or fails: whoever works here is told when something is saved.
      LockSupport.parkNanos(ROUND_NANOS);
    } catch (VaultFault e) {
      // The keys of scopes lie on the server, what was seen so far on this machine's disk.
      switch (Faults.of(e).code()) {
        case SERVER_AWAY -> away(true, ledger);
        case DISK_FULL, IO -> LockSupport.parkNanos(ROUND_NANOS);
        default -> differs(e, ledger);
      }
    }
  }

  private void differs(RuntimeException e, Ledger ledger) {
    faults.note(e);
    if (!differs) {
      differs = true;
      tell(ledger);
    }
  }

  /** Heard on another line than the one that is waited for. */
  private void still(Ledger ledger) {
    Long since = began;
    if (since != null && System.nanoTime() - since > STILL_NANOS) {
      away(true, ledger);
    }
  }

  private synchronized void away(boolean now, Ledger ledger) {
    if (now != away) {
      away = now;
      tell(ledger);
    }
  }

  /** Whoever fails to hear of trouble ends nobody else's hearing. */
  private void tell(Ledger ledger) {
    try {
      ledger.othersWrote();
    } catch (RuntimeException e) {
      faults.note(e);
    }
  }

  private void round(Ledger ledger, boolean now) {
    journal.catchUp();
    boolean left = keeper.isLeft();
    boolean anew = keeper.isAnew();
    long applied = keeper.round(now);
    // Less than was told of is news as well: a crash of the server has emptied the view.
    if (applied != told || left != keeper.isLeft() || anew != keeper.isAnew()) {
      told = applied;
      ledger.othersWrote();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    keeper.stay();
    seen.keep();
  }

  /** Somebody locks: what still waits for the server in a moment is cut off from it. */
  void leave() {
    leaving.begin(away);
  }

  /** Hears no more; what others write from now on is read at the next opening. */
  void stop() {
    stopped = true;
    Thread hearing = thread;
    if (hearing != null) {
      LockSupport.unpark(hearing);
      boolean interrupted = false;
      while (hearing.isAlive()) {
        try {
          hearing.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    close(hearingWritten);
    close(hearingShown);
    keeper.stop();
  }

  private static void close(@Nullable AutoCloseable one) {
    if (one == null) {
      return;
    }
    try {
      one.close();
    } catch (StoreFault e) {
      // The line is gone already.
      return;
    } catch (Exception e) {
      throw new IllegalStateException("could not be closed", e);
    }
  }

  @Override
  public void close() {
    server.kept().close();
    leaving.end();
  }
}
