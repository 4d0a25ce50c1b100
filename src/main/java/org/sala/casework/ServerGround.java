package org.sala.casework;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.StationState;
import org.sala.casework.station.Tools;
import org.sala.journal.Committed;
import org.sala.journal.JournalFault;
import org.sala.journal.SegmentJournal;
import org.sala.journal.TableJournal;
import org.sala.store.Backing;
import org.sala.store.ServerFrames;
import org.sala.store.ServerKept;
import org.sala.store.StoreFault;
import org.sala.store.View;
import org.sala.store.ViewServer;
import org.sala.vault.ObjectFolder;
import org.sala.vault.ScopeKeys;
import org.sala.vault.WorkspaceFolder;
import org.sala.vault.WorkspaceKeys;

/**
 * Journal, keys, files and view on a server, together with other programs of the same headquarters.
 * The folder holds what is this machine's own: key file, state, drafts, and how far it has read.
 */
final class ServerGround implements Ground {
  private final WorkspaceFolder folder;
  private final WorkspaceKeys keys;
  private final StationState state;
  private final Tools tools;
  private final ServerLogin login;
  private final Progress rebuilding;
  private final boolean anew;

  ServerGround(
      WorkspaceFolder folder,
      WorkspaceKeys keys,
      StationState state,
      Tools tools,
      ServerLogin login,
      Progress rebuilding,
      boolean anew) {
    this.folder = folder;
    this.keys = keys;
    this.state = state;
    this.tools = tools;
    this.login = login;
    this.rebuilding = rebuilding;
    this.anew = anew;
  }

  private static final class StopException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** What keeps a new headquarters from being made there: no server, or another one's journal. */
  static Optional<Workplace.Entry> taken(ServerLogin login) {
    try (ServerFrames frames = ServerFrames.open(login.address())) {
      return frames.end().nextFrame() == 1
          ? Optional.empty()
          : Optional.of(new Workplace.Entry.ServerDiffers());
    } catch (JournalFault e) {
      return Optional.of(new Workplace.Entry.ServerAway(login.where()));
    }
  }

  @Override
  public Opening open() {
    Closing closing = new Closing();
    boolean opened = false;
    try {
      Opening opening = open(closing);
      opened = opening instanceof Opening.Opened;
      return opening;
    } catch (StopException e) {
      return new Opening.Refused(new Workplace.Entry.Stopped());
    } catch (StoreFault e) {
      if (e.code() == StoreFault.Code.AWAY) {
        return new Opening.Refused(new Workplace.Entry.ServerAway(login.where()));
      }
      throw e;
    } catch (CaseworkFault e) {
      if (e.getCause() instanceof JournalFault) {
        return new Opening.Refused(new Workplace.Entry.ServerAway(login.where()));
      }
      throw e;
    } catch (JournalFault e) {
      return new Opening.Refused(
          e.code() == JournalFault.Code.DIFFERS || e.code() == JournalFault.Code.DAMAGED
              ? new Workplace.Entry.ServerDiffers()
              : new Workplace.Entry.ServerAway(login.where()));
    } finally {
      if (!opened) {
        closing.close();
      }
    }
  }

  private Opening open(Closing closing) {
    ServerKept kept = closing.add(ServerKept.open(login.address()));
    ScopeKeys scopeKeys =
        closing.add(
            new ScopeKeys(
                new SharedEntries(kept.scopeKeys(), ScopeKeys.ENTRY), keys, tools.random()));
    Writer writer = new Writer(state, kept);
    ServerFrames frames = ServerFrames.open(login.address());
    TableJournal journal;
    switch (TableJournal.open(
        closing.add(frames),
        new SegmentJournal.Identity(state.station(), state.incarnation()),
        new TableJournal.Tools(keys.workspace(), Entrance.keyring(scopeKeys), tools.random()),
        state.journalRead(),
        writer)) {
      case TableJournal.Opening.Damaged d -> {
        return new Opening.Refused(new Workplace.Entry.ServerDiffers());
      }
      case TableJournal.Opening.TooNew t -> {
        return new Opening.Refused(new Workplace.Entry.TooNew());
      }
      case TableJournal.Opening.Opened o -> journal = o.journal();
    }
    writer.to(journal);
    state.share(writer);
    if (state.flag(Moving.UNTOLD)) {
      // What this machine alone knew when headquarters came here; told once, for all.
      state.change(state::shared);
      state.remove(Moving.UNTOLD);
    }
    ViewServer server;
    switch (ViewServer.open(login.address())) {
      case ViewServer.Opening.TooNew t -> {
        return new Opening.Refused(new Workplace.Entry.TooNew());
      }
      case ViewServer.Opening.NotMade n -> {
        return new Opening.Refused(new Workplace.Entry.ViewNotMade());
      }
      case ViewServer.Opening.Ready r -> server = r.server();
    }
    View view =
        closing.add(
            new View(
                server,
                new Backing(journal::revision, state::answering, state::deciding),
                Optional.empty()));
    ViewKeeper keeper = new ViewKeeper(kept, server, journal, view);
    Others others =
        new Others(
            new Others.Server(kept, frames, server),
            journal,
            view,
            keeper,
            new SeenSoFar(journal, state, tools),
            tools.faults());
    if (server.follows()) {
      follow(journal, view);
      keeper.follow();
      writer.follows();
    }
    return new Opening.Opened(
        scopeKeys,
        new ObjectFolder(
            folder.folder("objects"),
            new SharedEntries(kept.objects(), ObjectFolder.ENTRY),
            writer.files(),
            keys,
            scopeKeys,
            tools.random()),
        journal,
        view,
        Optional.of(others));
  }

  /** Brings the view to where the journal is; one that is ahead of it, or is not wanted, goes. */
  private void follow(TableJournal journal, View view) {
    long shown = view.applied();
    // Asked first: whoever writes meanwhile also shows it.
    journal.catchUp();
    if (anew || state.flag(StationState.SET_BACK) || shown > journal.last()) {
      view.clear();
    }
    Consumer<List<Committed>> telling =
        run -> {
          if (rebuilding.stopped()) {
            throw new StopException();
          }
          view.catchUp(run);
          rebuilding.done(run.getLast().sequence(), journal.last());
        };
    journal.replay(view.applied(), telling);
  }
}
