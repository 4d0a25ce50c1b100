package org.sala.casework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sala.casework.erasing.Finishing;
import org.sala.casework.keys.Issuing;
import org.sala.casework.station.Faults;
import org.sala.casework.station.OlderFiles;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.casework.station.Tools;
import org.sala.crypto.Secret;
import org.sala.domain.Compartment;
import org.sala.domain.IdSource;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;
import org.sala.journal.ScopeKeyring;
import org.sala.vault.KeyFile;
import org.sala.vault.OfficerKeys;
import org.sala.vault.ScopeKeys;
import org.sala.vault.SealedFile;
import org.sala.vault.Unlocking;
import org.sala.vault.VaultFault;
import org.sala.vault.WorkspaceFolder;

/**
 * Leads from an open slot to a desk: opens state, scope keys, journal and view, and tells apart
 * which of them failed.
 */
final class Entrance {
  private final Tools tools;
  private final Progress rebuilding;
  private final boolean anew;
  private final Optional<ServerLogin> server;
  private final boolean setBack;

  /**
   * @param anew whether the view is not even looked at
   * @param server where a server is from now on, and who enters there; empty to go where it went
   *     before
   * @param setBack whether the server was set back to an older backup, as its keepers say
   */
  Entrance(
      Tools tools,
      Progress rebuilding,
      boolean anew,
      Optional<ServerLogin> server,
      boolean setBack) {
    this.setBack = setBack;
    this.anew = anew;
    this.server = server;
    this.tools = tools;
    this.rebuilding = rebuilding;
  }

  Workplace.Entry open(
      WorkspaceFolder folder, KeyFile keyFile, Unlocking.Opened opened, OfficerKeys officer) {
    SealedFile stateFile = StationState.file(folder.root(), opened.keys(), tools.random());
    Optional<StationState> read = orNothing(() -> StationState.read(stateFile));
    if (read.isEmpty()) {
      return new Workplace.Entry.StateDamaged();
    }
    StationState state = read.get();
    boolean mended = keyFile.copiesDiffer();
    OlderFiles.Found found =
        new OlderFiles.Found(keyFile.generation(opened.keys()), state.generation(), mended);
    state.restartIfOrdered(new IdSource(tools.clock(), tools.random()), tools.now());
    if (anew) {
      state.remove("viewLeft");
    }
    if (server.isPresent() && ServerLogin.of(state).isEmpty() && lies(folder)) {
      return new Workplace.Entry.InFolder();
    }
    boolean elsewhere = server.isPresent() || ServerLogin.of(state).isPresent();
    if (elsewhere && !opened.keys().compartments().containsKey(Compartment.PROTECTION)) {
      return new Workplace.Entry.OpensTooLittle();
    }
    server.ifPresent(login -> login.remember(state));
    if (setBack && ServerLogin.of(state).isPresent()) {
      state.setBack(new IdSource(tools.clock(), tools.random()), tools.now());
    }
    Ground ground =
        ServerLogin.of(state)
            .<Ground>map(
                login ->
                    new ServerGround(folder, opened.keys(), state, tools, login, rebuilding, anew))
            .orElseGet(() -> new FolderGround(folder, opened.keys(), state, tools, rebuilding));
    return switch (ground.open()) {
      case Ground.Opening.Refused refused -> refused.why();
      case Ground.Opening.Opened o -> {
        Station station = station(folder, keyFile, opened, officer, state, o);
        if (!finishes(station, o)) {
          yield enter(station, found, o);
        }
        // An erasure was cut off: the view that was opened shows what is gone since.
        close(o);
        yield switch (ground.open()) {
          case Ground.Opening.Refused refused -> refused.why();
          case Ground.Opening.Opened again ->
              enter(station(folder, keyFile, opened, officer, state, again), found, again);
        };
      }
    };
  }

  /** Whether the folder holds a journal of its own. */
  private static boolean lies(WorkspaceFolder folder) {
    try (Stream<Path> files = Files.list(folder.folder("journal"))) {
      return files.findAny().isPresent();
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }

  /** Packages of before were numbered by what is lost: from now on they are counted anew. */
  private static void countAnew(StationState state) {
    if (state.flag(StationState.SET_BACK) && state.sharing().isPresent()) {
      state.set("sealsAs", Value.text(state.incarnation().toString()));
      state.remove(StationState.SET_BACK);
    }
  }

  private Station station(
      WorkspaceFolder folder,
      KeyFile keyFile,
      Unlocking.Opened opened,
      OfficerKeys officer,
      StationState state,
      Ground.Opening.Opened on) {
    return new Station(
        tools,
        folder,
        keyFile,
        opened,
        officer,
        state,
        on.scopeKeys(),
        on.objects(),
        on.journal(),
        on.view(),
        new IdSource(tools.clock(), tools.random(), state.station()),
        keyFile.use(opened.keys()) == KeyFile.Use.PRACTICE);
  }

  private static boolean finishes(Station station, Ground.Opening.Opened on) {
    try {
      return new Finishing(station).finish();
    } catch (RuntimeException | Error e) {
      shut(station, on, e);
      throw e;
    }
  }

  private static void close(Ground.Opening.Opened on) {
    Closing closing = new Closing();
    closing.add(on.scopeKeys());
    closing.add(on.objects());
    closing.add(on.journal());
    closing.add(on.view());
    closing.close();
  }

  /** A disk that is full at the last step leaves nothing open behind a door that stays shut. */
  private static Workplace.Entry enter(
      Station station, OlderFiles.Found opened, Ground.Opening.Opened on) {
    try {
      OlderFiles.Found found = mended(station, opened);
      countAnew(station.state());
      if (station.state().flag("isHeadquarters")) {
        new Issuing(station).nameAllRevoked();
      }
      if (on.others().isEmpty()) {
        EntriesHeld.note(station);
      }
      return new Workplace.Entry.Entered(new Desk(station, found, on.others()));
    } catch (RuntimeException | Error e) {
      shut(station, on, e);
      throw e;
    }
  }

  private static void shut(Station station, Ground.Opening.Opened on, Throwable why) {
    on.others().ifPresent(Others::leave);
    on.others().ifPresent(o -> closing(why, o::stop));
    closing(why, on.view()::close);
    closing(why, on.journal()::close);
    closing(why, on.objects()::close);
    closing(why, on.scopeKeys()::close);
    on.others().ifPresent(o -> closing(why, o::close));
    closing(why, station.keys()::close);
  }

  /**
   * The key file as it is used from now on. Where the disk takes no second copy the one that was
   * read is enough, and the next unlock tries again.
   */
  private static OlderFiles.Found mended(Station station, OlderFiles.Found found) {
    if (!found.keyFileMended()) {
      return found;
    }
    try {
      station.keyFile().mend(station.keys());
      return found;
    } catch (VaultFault e) {
      return new OlderFiles.Found(found.keyFile(), found.state(), false);
    }
  }

  /** Closes one of several, whatever became of the others. */
  static void closing(Throwable why, Runnable close) {
    try {
      close.run();
    } catch (RuntimeException e) {
      why.addSuppressed(e);
    }
  }

  interface Reading<T> {
    Optional<T> read();
  }

  /**
   * Returns what was read; empty when what is there is not what was written. Any other fault of the
   * disk goes on.
   */
  static <T> Optional<T> orNothing(Reading<T> reading) {
    try {
      return reading.read();
    } catch (VaultFault e) {
      if (e.code() == VaultFault.Code.DAMAGED || e.code() == VaultFault.Code.NO_KEY) {
        return Optional.empty();
      }
      throw e;
    }
  }

  static ScopeKeyring keyring(ScopeKeys keys) {
    return new ScopeKeyring() {
      @Override
      public Optional<Secret> find(ScopeId scope, Compartment compartment) {
        return keys.find(scope, compartment);
      }

      @Override
      public void ensure(List<Wanted> wanted) {
        keys.ensure(
            wanted.stream().map(w -> new ScopeKeys.Wanted(w.scope(), w.compartment())).toList());
      }
    };
  }
}
