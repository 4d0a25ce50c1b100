package org.sala.casework;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Opening;
import org.sala.casework.station.Progress;
import org.sala.casework.station.StationState;
import org.sala.casework.station.Tools;
import org.sala.domain.Value;
import org.sala.journal.Committed;
import org.sala.journal.JournalFault;
import org.sala.journal.SegmentJournal;
import org.sala.store.Backing;
import org.sala.store.StoreFault;
import org.sala.store.View;
import org.sala.store.ViewFile;
import org.sala.vault.WorkspaceFolder;

/**
 * Opens the view of a workspace, and makes it anew from the journal whenever it is not as it was
 * left: damaged, not closed, of another version, or an older copy put back as a whole.
 */
final class Viewing implements View.Remaking {
  /** Room that a view made anew should find. */
  private static final long ROOM = 64L << 20;

  private final WorkspaceFolder folder;
  private final StationState state;
  private final SegmentJournal journal;
  private final Tools tools;
  private final Progress progress;
  private final boolean readsAll;

  /**
   * @param readsAll whether this officer may open every compartment; a view that is brought on by
   *     one who may not lacks what the others need, and is made anew for them
   */
  Viewing(
      WorkspaceFolder folder,
      StationState state,
      SegmentJournal journal,
      Tools tools,
      Progress progress,
      boolean readsAll) {
    this.readsAll = readsAll;
    this.folder = folder;
    this.state = state;
    this.journal = journal;
    this.tools = tools;
    this.progress = progress;
  }

  /** What came of opening. */
  sealed interface Opening {
    record Ready(View view) implements Opening {}

    /**
     * The view has seen a change that the journal no longer holds, or the journal does not read.
     */
    record JournalDamaged() implements Opening {}

    record DiskFull() implements Opening {}

    record Stopped() implements Opening {}
  }

  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  Opening open() {
    View view = found().orElseGet(this::anew);
    try {
      if (view.applied() > journal.last()) {
        view.close();
        return new Opening.JournalDamaged();
      }
      try {
        replay(view.applied(), view::catchUp);
      } catch (StoreFault e) {
        // A view that cannot follow on is not worth keeping; a disk that fails does not get better.
        boolean disk = view.isDiskTrouble();
        view.close();
        if (disk) {
          return new Opening.DiskFull();
        }
        view = anew();
        replay(0, view::catchUp);
      }
      return new Opening.Ready(view);
    } catch (Stop e) {
      left(state, view);
      view.close();
      return new Opening.Stopped();
    } catch (JournalFault e) {
      view.close();
      if (e.code() != JournalFault.Code.DAMAGED) {
        throw e;
      }
      // Before the checkpoint, and only found now that the view needed it.
      return new Opening.JournalDamaged();
    } catch (RuntimeException | Error e) {
      Entrance.closing(e, view::close);
      throw e;
    }
  }

  /** Remembers, where nobody can change it, which view is closed now. */
  static void left(StationState state, View view) {
    if (view.isSound()) {
      state.set("viewLeft", Value.text(view.applied() + " " + view.digest()));
    } else {
      state.remove("viewLeft");
    }
  }

  /**
   * Destroys the key of a view that still shows what was erased; the next opening makes it anew.
   */
  static void forget(StationState state, Tools tools) {
    byte[] key = new byte[32];
    tools.random().nextBytes(key);
    state.newViewKey(key);
    state.remove("viewLeft");
  }

  /** Writes over the files of a view of which the key is gone. */
  static void destroy(WorkspaceFolder folder, Tools tools) {
    try {
      ViewFile.destroy(folder.folder("db"), tools.faults()::note);
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
  }

  private void replay(long after, Consumer<List<Committed>> to) {
    journal.replay(
        after,
        run -> {
          if (progress.stopped()) {
            throw new Stop();
          }
          lacking();
          to.accept(run);
          progress.done(run.getLast().sequence(), journal.last());
        });
  }

  /** Before anything is followed: whoever comes next and may read more does not rely on it. */
  private void lacking() {
    if (!readsAll && !state.flag(StationState.VIEW_WITHOUT)) {
      state.set(StationState.VIEW_WITHOUT, Value.flag(true));
    }
  }

  private Optional<View> found() {
    if (state.flag(StationState.VIEW_ANEW) || readsAll && state.flag(StationState.VIEW_WITHOUT)) {
      return Optional.empty();
    }
    if (ViewFile.open(folder.folder("db"), state.viewKey(), tools.random())
        instanceof ViewFile.Opening.Ready ready) {
      View view = view(ready.file());
      if (isAsItWasLeft(view)) {
        return Optional.of(view);
      }
      view.close();
    }
    return Optional.empty();
  }

  /**
   * An older copy of both files is whole in itself; only the state tells that it is not the last.
   */
  private boolean isAsItWasLeft(View view) {
    Optional<String> left = state.text("viewLeft");
    return left.isEmpty()
        ? view.applied() == 0
        : left.get().equals(view.applied() + " " + view.digest());
  }

  private View anew() {
    state.remove("viewLeft");
    View view = view(fresh());
    state.remove(StationState.VIEW_ANEW);
    if (readsAll) {
      state.remove(StationState.VIEW_WITHOUT);
    }
    return view;
  }

  private View view(ViewFile file) {
    return new View(
        file, new Backing(journal::revision, state::answering, state::deciding), Optional.of(this));
  }

  @Override
  public ViewFile fresh() {
    Path db = folder.folder("db");
    byte[] key = new byte[32];
    tools.random().nextBytes(key);
    // The key first: a crash in between leaves an old file that the new key does not open.
    state.newViewKey(key);
    try {
      if (state.flag(StationState.VIEW_ANEW)) {
        ViewFile.destroy(db, tools.faults()::note);
      } else {
        ViewFile.drop(db);
      }
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
    return switch (ViewFile.open(db, key, tools.random())) {
      case ViewFile.Opening.Ready ready -> ready.file();
      case ViewFile.Opening.MustRebuild again ->
          throw new StoreFault(StoreFault.Code.DAMAGED, again.reason());
    };
  }

  @Override
  public void replay(Consumer<List<Committed>> to) {
    lacking();
    journal.replay(0, to);
  }

  @Override
  public void quietly(Runnable work) {
    journal.quietly(work);
  }

  @Override
  public boolean isRoom() {
    return folder.free() > ROOM;
  }
}
