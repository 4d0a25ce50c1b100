package org.sala.casework;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.StationState;
import org.sala.casework.station.Tools;
import org.sala.journal.Checkpoint;
import org.sala.journal.JournalFault;
import org.sala.journal.TableJournal;
import org.sala.store.ServerFrames;
import org.sala.store.ServerKept;
import org.sala.store.StoreFault;
import org.sala.store.View;
import org.sala.store.ViewServer;

/**
 * Other programs at the same headquarters: hears what they write, shows what nobody else shows, and
 * keeps how far the journal was seen, on a thread of its own.
 */
public final class Others implements AutoCloseable {
  private static final long ROUND_NANOS = Duration.ofSeconds(1).toNanos();

  /** Between two times that screens are told: many packages a second are one change to look at. */
  private static final long PAUSE_NANOS = Duration.ofMillis(200).toNanos();

  private static final long KEEPING_NANOS = Duration.ofSeconds(10).toNanos();

  private final Server server;
  private final TableJournal journal;
  private final View view;
  private final StationState state;
  private final Tools tools;
  private @Nullable Thread thread;
  private @Nullable AutoCloseable hearingWritten;
  private @Nullable AutoCloseable hearingShown;
  private Optional<ServerKept.Turn> following = Optional.empty();
  private volatile boolean stopped;
  private volatile boolean asked;
  private volatile boolean shown;
  private volatile boolean differs;
  private volatile boolean left;

  Others(Server server, TableJournal journal, View view, StationState state, Tools tools) {
    this.server = server;
    this.journal = journal;
    this.view = view;
    this.state = state;
    this.tools = tools;
  }

  /** The server's parts. */
  record Server(ServerKept kept, ServerFrames frames, ViewServer view) {}

  /**
   * Where this program stands.
   *
   * @param written changes in the journal
   * @param shown how many of them the view shows
   * @param follows whether this program brings the view on
   * @param followed whether any program does
   * @param differs whether the server's journal turned out not to be what was seen before
   * @param longestWait for the journal's lock or the view's, so far
   */
  public record Standing(
      long written,
      long shown,
      boolean follows,
      boolean followed,
      boolean differs,
      Duration longestWait) {}

  Standing standing() {
    return new Standing(
        journal.catchUp(),
        view.applied(),
        server.view().follows(),
        server.kept().isFollowed(),
        differs,
        longer(server.frames().longestWait(), view.longestWait()));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Whether the server's journal turned out not to be what was seen before. */
  boolean isDifferent() {
    return differs;
  }

  /** Whether nobody brought the view on a moment ago. */
  boolean isLeft() {
    return left;
  }

  /** From now on others may rely on this program to follow, where it may. */
  void follow() {
    if (server.view().follows()) {
      following = server.kept().following();
    }
  }

  /** Begins to hear. */
  void begin(Ledger ledger) {
    Thread hearing = Thread.ofPlatform().name("sala-others").daemon().unstarted(() -> on(ledger));
    thread = hearing;
    hearingWritten =
        server
            .kept()
            .hear(
                sequence -> {
                  asked = asked || sequence == 0;
                  LockSupport.unpark(hearing);
                });
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
    long told = view.applied();
    long before = -1;
    long kept = System.nanoTime();
    while (!stopped) {
      boolean now = asked;
      asked = false;
      shown = false;
      try {
        journal.catchUp();
        long applied = view.applied();
        // Whoever follows shows what it wrote itself; what still waits a round later was left.
        if (server.view().follows() && applied < journal.last() && (now || applied == before)) {
          journal.replay(applied, view::follow);
          applied = view.applied();
        }
        before = applied;
        left = !server.view().follows() && !server.kept().isFollowed();
        if (applied > told) {
          told = applied;
          ledger.othersWrote();
          LockSupport.parkNanos(PAUSE_NANOS);
        }
        if (System.nanoTime() - kept > KEEPING_NANOS) {
          kept = System.nanoTime();
          keep();
        }
        if (following.isPresent() && !following.get().stands()) {
          following = server.kept().following();
        }
      } catch (StoreFault e) {
        // The server is away, or was, and its view went with it: nothing was lost.
        before = -1;
        mend(e);
      } catch (JournalFault e) {
        differs = differs || e.code() != JournalFault.Code.IO;
      } catch (CaseworkFault e) {
        // This machine's disk is full or fails: whoever works here is told when something is saved.
        kept = System.nanoTime();
      }
      if (!shown && !asked) {
        LockSupport.parkNanos(ROUND_NANOS);
      }
    }
  }

  private void mend(StoreFault why) {
    if (why.code() == StoreFault.Code.DAMAGED && server.view().follows()) {
      try {
        server.view().mend();
      } catch (StoreFault e) {
        why.addSuppressed(e);
      }
    }
  }

  /** So much cannot be set back on the server unseen any more. */
  private void keep() {
    Checkpoint upTo = journal.checkpoint();
    state.journalRead(
        upTo,
        state
            .sharing()
            .map(s -> java.util.OptionalLong.of(s.ownNumber()))
            .orElse(java.util.OptionalLong.empty()),
        tools.now());
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
    following.ifPresent(ServerKept.Turn::close);
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
  }
}
