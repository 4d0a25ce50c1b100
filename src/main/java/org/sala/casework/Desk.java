package org.sala.casework;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sala.casework.headquarters.News;
import org.sala.casework.keys.AgencySlot;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Drafts;
import org.sala.casework.station.FaultLog;
import org.sala.casework.station.Halfway;
import org.sala.casework.station.OlderFiles;
import org.sala.casework.station.Preferences;
import org.sala.casework.station.Reserve;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.casework.sync.Carriers;
import org.sala.casework.sync.Sync;
import org.sala.casework.todo.DangerToDo;
import org.sala.casework.todo.LinkedToDo;
import org.sala.casework.todo.QuestionsToDo;
import org.sala.casework.todo.Tonight;
import org.sala.domain.AuditEntry;
import org.sala.journal.Position;

/** An unlocked workspace with an officer at it: the ways to work, one object each. */
public final class Desk extends BetweenPlaces implements AutoCloseable {
  private final Drafts drafts;
  private final Preferences preferences;
  private final Sync sync;
  private final YellowLine yellowLine;
  private final Optional<Others> others;

  /**
   * @param found key file and state as they were before anything was written
   * @param others other programs at the same headquarters
   */
  Desk(Station station, OlderFiles.Found found, Optional<Others> others) {
    super(station);
    this.others = others;
    try {
      Set<OlderFiles.Which> older = olderFiles().look(found);
      Optional<Pending> clock = ClockLook.at(station);
      ClockLook.keep(station);
      this.drafts =
          new Drafts(
              station,
              new org.sala.vault.Drafts(
                  station.folder().folder("drafts"),
                  station.keys(),
                  station.tools().random(),
                  station.tools().unwritten(),
                  station.tools().faults()::note));
      this.preferences =
          new Preferences(
              new org.sala.vault.Settings(
                  station.folder().folder("settings"),
                  station.me().hex(),
                  station.keys(),
                  station.tools().random()));
      this.sync = new Sync(station, packages(), alarms(), forStations(), new Carriers(station));
      this.yellowLine = new YellowLine(station, spoiled(found), clock, others);
      ledger.listen(sync::changed);
      new Halfway(station).clear(audit);
      officers().settle();
      officers().slots().begin();
      officers().newcomers().begin();
      attachments().settle();
      leftScreenings().seal();
      audit.note(AuditEntry.Act.UNLOCKED, OlderFiles.standing(station));
      older.forEach(w -> audit.note(AuditEntry.Act.OLDER_FILE, w.name()));
      backups().noteBeginning();
      new AgencySlot(station, audit).keep();
      new Reserve(station).take();
      others.ifPresent(o -> o.begin(ledger));
    } catch (RuntimeException e) {
      // Nobody gets this desk, and so nobody could close it.
      Entrance.closing(e, audit::close);
      throw e;
    }
  }

  private Set<Pending> spoiled(OlderFiles.Found found) {
    Set<Pending> spoiled = EnumSet.noneOf(Pending.class);
    if (found.keyFileMended()) {
      spoiled.add(Pending.KEY_FILE_MENDED);
    }
    if (station.keyFile().copiesDiffer()
        || station.scopeKeys().isHalf()
        || station.objects().isHalf()) {
      spoiled.add(Pending.ONE_COPY_LEFT);
    }
    if (drafts.isSpoiled()) {
      spoiled.add(Pending.DRAFTS_SPOILED);
    }
    if (preferences.isSpoiled()) {
      spoiled.add(Pending.SETTINGS_SPOILED);
    }
    if (sync.carriers().isSpoiled()) {
      spoiled.add(Pending.CARRIERS_SPOILED);
    }
    return spoiled;
  }

  Station station() {
    return station;
  }

  /** Where what nobody expected is written down. */
  public FaultLog faults() {
    return station.tools().faults();
  }

  /**
   * How many changes are in the journal of which not all can be shown: somebody wrote them by hand.
   */
  public long unshown() {
    return yellowLine.unshown();
  }

  /** What stays on the yellow line, the first one first. */
  public List<Pending> pending() {
    return yellowLine.pending(officers(), enrolment(), headquarters(), backups());
  }

  /** Returns how this laptop stands. */
  public Standing standing() {
    return new Standing(
        (int) pending().stream().filter(p -> !atServer().contains(p)).count(),
        station.folder().free(),
        !practice().here() && !isOnServer(),
        backups().last().map(m -> m.at().instant().toEpochMilli()));
  }

  /** Returns what is pending at the server; asks nothing of it, and comes and goes. */
  public List<Pending> atServer() {
    return yellowLine.atServer();
  }

  /** Has a listener hear of every saved act, on the thread that saved it. */
  public void listen(Consumer<Saved> listener) {
    ledger.listen(listener);
  }

  /**
   * Has a listener hear of every act as soon as the disk has it: from then on it is saved, shown or
   * not.
   */
  public void listenForSaved(Consumer<Saved> listener) {
    ledger.listenForSaved(listener);
  }

  /**
   * Has a listener hear that other programs of this headquarters wrote something, on a thread of
   * its own.
   */
  public void listenForOthers(Runnable listener) {
    ledger.listenForOthers(listener);
  }

  public void forgetOthers(Runnable listener) {
    ledger.forgetOthers(listener);
  }

  /** Other machines at this headquarters. */
  public Invitations invitations() {
    return new Invitations(station, officers(), headquarters());
  }

  /** Whether this headquarters lies on a server; asks nothing of it. */
  public boolean isOnServer() {
    return others.isPresent();
  }

  /**
   * Where this headquarters stands on its server, which is asked; empty where it lies in its own
   * folder.
   */
  public Optional<Others.Standing> onServer() {
    return others.map(Others::standing);
  }

  public void forget(Consumer<Saved> listener) {
    ledger.forget(listener);
  }

  /** How this officer likes the program to be. */
  public Preferences preferences() {
    return preferences;
  }

  /** What was typed and not saved. */
  public Drafts drafts() {
    return drafts;
  }

  /** What Today shows. */
  public Tonight tonight() {
    return new Tonight(
        station,
        people(),
        ages(),
        officers(),
        packages(),
        interpreters(),
        approvals(),
        new QuestionsToDo(questions(), bulletins(), people()),
        new DangerToDo(alarms(), people()),
        new LinkedToDo(tooManyLinks(), people()),
        erasedElsewhere(),
        forStations());
  }

  /** Whether an older key file or state was put in place. */
  public OlderFiles olderFiles() {
    return new OlderFiles(station);
  }

  /** What came since this officer last looked. */
  public News news() {
    return new News(station, people(), preferences);
  }

  /** What carries by itself, and the carriers that were set up. */
  public Sync sync() {
    return sync;
  }

  public AuditTrail audit() {
    return audit;
  }

  public Backups backups() {
    return new Backups(station, audit, others);
  }

  /**
   * Reads the whole journal and checks every frame; unlocking alone checks only what came since the
   * last time. Returns the segment of the first spoiled frame.
   */
  public Optional<Integer> spoiledSegment() {
    return station.journal().check().map(Position::segment);
  }

  /** The language that this workspace was made in. */
  public String language() {
    return station.state().text("language").orElse("en");
  }

  /**
   * Ends what takes long, at the next place where it can be gone on with, because somebody locks.
   * Whoever locks waits for that before {@link #close}. For a server it is waited no longer than a
   * moment from now on: nothing is asked of it afterwards.
   */
  public void end() {
    others.ifPresent(Others::leave);
    ledger.end();
    sync.stop();
  }

  /** Locks: keys are wiped, files are closed, the lock is given back. */
  @Override
  public void close() {
    end();
    new Locking(station, audit, others).lock(sync::close, drafts::close, preferences::close);
  }
}
