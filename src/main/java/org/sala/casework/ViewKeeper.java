package org.sala.casework;

import java.util.Optional;
import org.sala.journal.TableJournal;
import org.sala.store.ServerKept;
import org.sala.store.StoreFault;
import org.sala.store.View;
import org.sala.store.ViewServer;

/**
 * Brings a view on a server to where the journal is, when whoever wrote did not, and makes it anew
 * where a crash of the server has emptied it. A login that may not only looks whether anybody does.
 */
final class ViewKeeper {
  private final ServerKept kept;
  private final ViewServer server;
  private final TableJournal journal;
  private final View view;
  private Optional<ServerKept.Turn> following = Optional.empty();
  private long before = -1;
  private volatile boolean left;
  private volatile boolean anew;

  ViewKeeper(ServerKept kept, ViewServer server, TableJournal journal, View view) {
    this.kept = kept;
    this.server = server;
    this.journal = journal;
    this.view = view;
  }

  /** Lets others rely on this program to follow from now on, where it may. */
  void follow() {
    if (server.follows()) {
      following = kept.following();
    }
  }

  boolean follows() {
    return server.follows();
  }

  boolean isFollowed() {
    return kept.isFollowed();
  }

  /** Whether nobody brought the view on a moment ago. */
  boolean isLeft() {
    return left;
  }

  /** Whether the view was being made anew a moment ago, and does not show everything yet. */
  boolean isAnew() {
    return anew;
  }

  /**
   * Shows what was left behind. That all of it has to be shown again is only found out here:
   * whoever asks can say so before, and asks once more.
   *
   * @param asked whether somebody wrote who does not show it; otherwise what is behind is left to
   *     whoever wrote it until the next round
   * @return how far the view is
   */
  long round(boolean asked) {
    long applied = view.applied();
    boolean begins = !anew && !view.isWhole();
    anew = !view.isWhole();
    if (begins) {
      before = applied;
      return applied;
    }
    if (server.follows() && applied < journal.last() && (asked || applied == before)) {
      journal.replay(applied, view::follow);
      applied = view.applied();
      anew = !view.isWhole();
    }
    before = applied;
    left = !server.follows() && !kept.isFollowed();
    return applied;
  }

  /** Takes the lock again that others see, where its connection went. */
  void stay() {
    if (following.isPresent() && !following.get().stands()) {
      // Its connection is given back first: a few lost lines would use up all that there are.
      following.get().close();
      following = kept.following();
    }
  }

  /** The server is away, or was, and its view went with it: nothing was lost. */
  void mend(StoreFault why) {
    before = -1;
    if (why.code() != StoreFault.Code.DAMAGED) {
      return;
    }
    anew = true;
    if (server.follows()) {
      try {
        server.mend();
      } catch (StoreFault e) {
        why.addSuppressed(e);
      }
    }
  }

  /** Ends the following that others rely on. */
  void stop() {
    following.ifPresent(ServerKept.Turn::close);
  }
}
