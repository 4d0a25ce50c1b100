package org.sala.casework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.casework.station.Stored;
import org.sala.disk.Room;
import org.sala.domain.AuditEntry;
import org.sala.domain.IncarnationId;
import org.sala.domain.Moment;
import org.sala.domain.Value;
import org.sala.journal.Checkpoint;
import org.sala.journal.JournalFault;
import org.sala.store.StoreFault;
import org.sala.vault.BackupWriter;
import org.sala.vault.VaultFault;

/** Backing this workspace up while work goes on, and what is known of backups so far. */
public final class Backups {
  /** How backup files end. */
  public static final String ENDING = ".salabackup";

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'sala-'yyyy-MM-dd-HHmm", Locale.ROOT);

  private final Station station;
  private final AuditTrail audit;
  private final Optional<Others> others;

  Backups(Station station, AuditTrail audit, Optional<Others> others) {
    this.station = station;
    this.audit = audit;
    this.others = others;
  }

  /** Stands among what a backup lacks where it could not be read which files ought to be here. */
  public static final String UNREAD = "db";

  /** Room that a backup takes at the most, and what there is. */
  public record Space(long needed, long free) {
    public boolean enough() {
      return needed <= free;
    }
  }

  /**
   * The last backup that was made and read back.
   *
   * @param lost attached files and packages that are not in it, because they are not here any more
   *     or not what they were: by the numbers of exhibits and people, and the names of packages
   */
  public record Made(Moment at, String place, long size, long files, List<String> lost) {
    public Made {
      lost = List.copyOf(lost);
    }

    @Override
    public String toString() {
      return "Made[" + at + "]";
    }
  }

  /**
   * A beginning of new numbers that the officer was not told of yet.
   *
   * @param before the incarnation that ended
   */
  public record Beginning(Why why, Moment at, IncarnationId before) {}

  /** Why new numbers began. */
  public enum Why {
    RESTORED,
    ORDERED
  }

  /** What a backup file is called unless somebody says otherwise; it names no station. */
  public String name() {
    return NAME.format(station.now().local()) + ENDING;
  }

  /** Space needed and free, for a backup into a folder. */
  public Space space(Path folder) {
    try {
      return new Space(
          writer().needed(elsewhere(station.journal().checkpoint(), altered -> {})),
          Room.free(folder));
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    } catch (VaultFault e) {
      throw fault(e);
    } catch (StoreFault | JournalFault e) {
      throw ofServer(e);
    }
  }

  /** The last one that was made here. */
  public Optional<Made> last() {
    return station
        .state()
        .parts("lastBackup")
        .flatMap(
            p ->
                p.text("at")
                    .map(
                        at ->
                            new Made(
                                Moment.of(at),
                                p.text("place").orElse(""),
                                p.whole("size").orElse(0L),
                                p.whole("files").orElse(0L),
                                p.text("lost")
                                    .map(l -> List.of(l.split("\n", -1)))
                                    .orElse(List.of()))));
  }

  /**
   * Makes a backup and reads it back. Work may go on meanwhile: what is saved after this began is
   * not in it.
   *
   * @param to a file that is not there yet, or a folder to give it a name in
   * @throws CaseworkFault {@code JOURNAL_DAMAGED} where the journal is not what was written; {@code
   *     NOT_ALL_SEEN} for a login to a server that does not see everything: put back elsewhere, it
   *     would
   */
  public Made make(Path to, Progress progress) {
    station.mustSeeAll();
    Path file = Files.isDirectory(to) ? to.resolve(name()) : to;
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
    }
    if (folder.normalize().startsWith(station.folder().root().toAbsolutePath().normalize())
        && !folder.normalize().endsWith("backup")) {
      throw new CaseworkFault(CaseworkFault.Code.TAKEN);
    }
    if (!space(folder).enough()) {
      throw new CaseworkFault(CaseworkFault.Code.NO_SPACE);
    }
    Moment now = station.now();
    Set<String> altered = new HashSet<>();
    try {
      BackupWriter.Moment moment = moment(now, altered::add);
      BackupWriter.Outcome outcome =
          writer()
              .write(
                  moment,
                  file,
                  (done, of) -> {
                    progress.done(done, of);
                    return !progress.stopped();
                  });
      return switch (outcome) {
        case BackupWriter.Outcome.Written w ->
            remember(
                new Made(
                    now,
                    file.toString(),
                    w.size(),
                    w.files(),
                    lost(moment.elsewhere(), altered, w.unlike())));
        case BackupWriter.Outcome.Stopped s -> throw new CaseworkFault(CaseworkFault.Code.STOPPED);
        case BackupWriter.Outcome.Taken t -> throw new CaseworkFault(CaseworkFault.Code.TAKEN);
      };
    } catch (VaultFault e) {
      throw fault(e);
    } catch (StoreFault | JournalFault e) {
      // The server went, or does not have what it said.
      throw ofServer(e);
    }
  }

  private List<String> lost(
      Optional<BackupWriter.Elsewhere> elsewhere, Set<String> altered, Map<String, String> unlike) {
    Optional<Set<String>> whole =
        elsewhere.map(
            e -> {
              Set<String> there = new HashSet<>(ServerBackup.whole(e));
              there.removeAll(altered);
              return there;
            });
    return List.copyOf(new LostFiles(station, whole, unlike).names());
  }

  private static CaseworkFault ofServer(RuntimeException e) {
    return FaultSeen.in(e).orElseGet(() -> new CaseworkFault(CaseworkFault.Code.IO, e));
  }

  private Made remember(Made made) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("at", made.at().toValue());
    parts.put("place", Value.text(made.place()));
    parts.put("size", Value.whole(made.size()));
    parts.put("files", Value.whole(made.files()));
    Stored.put(parts, "lost", String.join("\n", made.lost()));
    station.state().set("lastBackup", new Value.Parts(parts));
    audit.note(AuditEntry.Act.BACKED_UP);
    return made;
  }

  /** The journal first: what the rest holds beyond it does no harm, what it lacks would. */
  private BackupWriter.Moment moment(Moment now, Consumer<String> altered) {
    others.ifPresent(Others::look);
    Checkpoint upTo = station.journal().checkpoint();
    Map<String, Value> about = new LinkedHashMap<>();
    about.put("made", now.toValue());
    about.put("station", Value.text(station.identity().station().toString()));
    about.put("incarnation", Value.text(station.identity().incarnation().toString()));
    about.put("journal", Value.text(upTo.text()));
    Optional<BackupWriter.Elsewhere> elsewhere = elsewhere(upTo, altered);
    if (elsewhere.isPresent()) {
      about.put(ServerBackup.FOLDER, Value.flag(true));
    }
    return new BackupWriter.Moment(
        new Value.Parts(about),
        station.keyFile().image(station.keys()),
        new CheckedJournal(station.journal(), upTo),
        station.journal()::quietly,
        elsewhere);
  }

  /** What lies on a server, up to a place in the journal that was read there. */
  private Optional<BackupWriter.Elsewhere> elsewhere(Checkpoint upTo, Consumer<String> altered) {
    return others.map(o -> o.backup(upTo, altered));
  }

  private BackupWriter writer() {
    return new BackupWriter(station.folder().root(), station.keys(), station.tools().random());
  }

  static CaseworkFault fault(VaultFault e) {
    return new CaseworkFault(
        switch (e.code()) {
          case DISK_FULL -> CaseworkFault.Code.DISK_FULL;
          case READ_ONLY -> CaseworkFault.Code.READ_ONLY;
          case TAKEN -> CaseworkFault.Code.TAKEN;
          default -> CaseworkFault.Code.IO;
        },
        e);
  }

  /** Writes down, once, that new numbers have begun. */
  void noteBeginning() {
    if (station.state().flag("incarnationBegins")) {
      beginning()
          .ifPresent(
              b ->
                  audit.note(
                      b.why() == Why.RESTORED ? AuditEntry.Act.RESTORED : AuditEntry.Act.OVERRIDDEN,
                      "incarnation before " + b.before()));
      station.state().remove("incarnationBegins");
    }
  }

  /** Why the numbers that run now began, when it was not with the workspace itself. */
  public Optional<Beginning> beginning() {
    StationState state = station.state();
    return state
        .text("incarnationWhy")
        .map(
            why ->
                new Beginning(
                    Why.valueOf(why),
                    Moment.of(state.text("incarnationAt").orElseThrow()),
                    state.incarnationsBefore().getLast()));
  }

  /**
   * Returns why the numbers that run now began, while the officer has not said that it was read.
   */
  public Optional<Beginning> untold() {
    return station.state().flag("incarnationTold") ? Optional.empty() : beginning();
  }

  /**
   * Attached files and packages that were damaged in the backup that this was restored from, until
   * that was read: as people know them.
   */
  public List<String> damaged() {
    List<String> files = station.state().texts(StationState.RESTORED_DAMAGED);
    return files.isEmpty()
        ? List.of()
        : List.copyOf(
            new LostFiles(
                    station,
                    Optional.empty(),
                    files.stream().collect(Collectors.toMap(f -> f, f -> "")))
                .names());
  }

  /** The officer has read why new numbers began. */
  public void told() {
    station.state().remove(StationState.RESTORED_DAMAGED);
    station.state().set("incarnationTold", Value.flag(true));
  }
}
