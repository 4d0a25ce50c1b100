package org.sala.casework.exhibits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Act;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.NextNumber;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Seen;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.casework.station.Taking;
import org.sala.domain.AttachedFile;
import org.sala.domain.AuditEntry;
import org.sala.domain.Kinds;
import org.sala.domain.ListPage;
import org.sala.domain.ListQuery;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.RunningNumber;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;
import org.sala.store.ExhibitRows;
import org.sala.vault.ObjectFolder;

/** Evidence: things and files, each with a number, where it came from, and who has had it since. */
public final class Exhibits {
  private static final String FILE = "file";

  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;

  public Exhibits(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
  }

  /**
   * What an exhibit begins with; everything but the title may be empty.
   *
   * @param taken when it was taken, as far as is known
   * @param from the person or place that it was taken from
   */
  public record NewExhibit(
      String title, String description, Optional<Moment> taken, String place, String from) {
    public NewExhibit {
      if (title.isBlank()) {
        throw new IllegalArgumentException("an exhibit has a title");
      }
    }

    @Override
    public String toString() {
      return "NewExhibit";
    }
  }

  /** One line in a list of exhibits. */
  public record ExhibitLine(
      RecordId id,
      RecordId caseId,
      String number,
      String title,
      Optional<Long> takenMillis,
      Optional<AttachedFile> file,
      int custody,
      String lastEvent,
      int disputes,
      long changedMillis) {
    @Override
    public String toString() {
      return "ExhibitLine[" + id + "]";
    }
  }

  /** The condition of an exhibit's file. */
  public enum Condition {
    /** Every byte is as it was taken in. */
    INTACT,
    ALTERED,
    /** The disk did not give the file: nobody knows its condition. */
    UNREADABLE,
    MISSING,
    KEY_ERASED,
    NOT_OURS,
    NO_FILE,
    /** The officer stopped the check. */
    STOPPED
  }

  /** What came of an export; but for the first, no copy was left. */
  public sealed interface Exported {
    record Written(Path file, String digest) implements Exported {}

    record Stopped() implements Exported {}

    record NoSpace(long needed, long free) implements Exported {}

    /** The file cannot be had, or is not what was taken in. */
    record Unfit(Condition condition) implements Exported {}

    /** Nothing can be written at that place. */
    record NotThere() implements Exported {}
  }

  /** Room that taking a file in needs, and room that is there. */
  public record Room(long needed, long free) {
    public boolean enough() {
      return needed <= free;
    }
  }

  public ListPage<ExhibitLine> page(ListQuery q) {
    return station.view().exhibits().page(q).map(Exhibits::line);
  }

  public List<ExhibitLine> list(String filter, String sort, boolean down, int offset, int limit) {
    return page(new ListQuery(filter, sort, down, offset, limit)).rows();
  }

  public int count(String filter) {
    return count(filter, Integer.MAX_VALUE);
  }

  /** How many there are; where something was typed, counted no further than asked. */
  public int count(String filter, int most) {
    return station.view().exhibits().count(filter, most);
  }

  /** Returns the exhibits of a case, by their numbers. */
  public List<ExhibitLine> inCase(RecordId caseId) {
    return station.view().exhibits().inCase(caseId).stream().map(Exhibits::line).toList();
  }

  public int countIn(RecordId caseId) {
    return station.view().exhibits().countIn(caseId);
  }

  public Optional<ExhibitLine> find(RecordId id) {
    return station.view().exhibits().find(id).map(Exhibits::line);
  }

  /** Every field of an exhibit that is set. */
  public Map<String, Cases.Shown> fields(RecordId id) {
    return Cases.shown(station.view().records().fields(id));
  }

  /** Writes down a thing that is no file, with the first event of its custody. */
  public RecordId add(RecordId caseId, NewExhibit exhibit) {
    return write(station.ids().record(), caseId, exhibit, station.now(), Optional.empty());
  }

  /** Files that are asked for and not told of yet. */
  public AskedExhibits asked() {
    return new AskedExhibits(station);
  }

  /**
   * Takes in what was asked for, as {@link #take(RecordId, NewExhibit, Path, Progress)} does. What
   * was read of it when it is stopped stays, and it goes on from there the next time.
   */
  public Taking take(AskedExhibits.Asked asked, Progress progress) {
    Attachments attachments = new Attachments(station, ledger);
    return new TakingOn(
            station,
            attachments,
            attachments.placeOf(asked.caseId(), Kinds.CASE),
            file ->
                write(asked.id(), asked.caseId(), asked.exhibit(), asked.at(), Optional.of(file)))
        .take(asked.file(), asked.id(), asked::isUnchanged, progress);
  }

  /**
   * Takes a file of any size in, encrypted while it is hashed; the exhibit and the first event of
   * its custody are one change, written once the content is safe on the disk.
   */
  public Taking take(RecordId caseId, NewExhibit exhibit, Path from, Progress progress) {
    RecordId id = station.ids().record();
    Attachments attachments = new Attachments(station, ledger);
    return attachments.take(
        from,
        attachments.placeOf(caseId, Kinds.CASE),
        type -> true,
        progress,
        file -> write(id, caseId, exhibit, station.now(), Optional.of(file)));
  }

  /** Room needed and free, to be told before a file is taken in. */
  public Room room(List<Path> files) {
    long bytes = 0;
    for (Path f : files) {
      try {
        bytes += Files.size(f);
      } catch (IOException e) {
        // Told when it is taken in: it cannot be read.
        bytes += 0;
      }
    }
    return new Room(ObjectFolder.needed(bytes), station.folder().free());
  }

  public Saved edit(RecordId id, Map<String, Value> fields, String reason) {
    return ledger.write(new Act().edit(id, Kinds.EXHIBIT, fields).because(reason));
  }

  /** Sets fields of an exhibit that was looked at before. */
  public Saved edit(RecordId id, Map<String, Value> fields, String reason, Seen seen) {
    return ledger.write(new Act().edit(id, Kinds.EXHIBIT, fields, seen).because(reason));
  }

  public Custody custody() {
    return new Custody(station, ledger, audit);
  }

  /** Opens an exhibit's file to be looked at; the audit says so. */
  public AttachedContent.Opening open(RecordId id) {
    AttachedContent.Opening opening = files().open(id, FILE);
    if (opening instanceof AttachedContent.Opening.Opened) {
      audit.note(AuditEntry.Act.VIEWED, id);
    }
    return opening;
  }

  /** Proves that an exhibit's file is what was taken in, byte for byte. */
  public Condition check(RecordId id, Progress progress) {
    return files().check(id, FILE, progress);
  }

  /** Writes a plain copy to a place of the officer's choice; the digest is proved on the way. */
  public Exported export(RecordId id, Path to, Progress progress) {
    return files().export(id, FILE, to, progress);
  }

  private AttachedFiles files() {
    return new AttachedFiles(station, audit);
  }

  /**
   * @param at when it was here at the latest: a file that is long, or waits for the next unlock,
   *     was taken before it was read
   */
  private RecordId write(
      RecordId id, RecordId caseId, NewExhibit exhibit, Moment at, Optional<AttachedFile> file) {
    ScopeId scope = new Attachments(station, ledger).placeOf(caseId, Kinds.CASE).scope();
    synchronized (ledger) {
      if (station.view().records().find(id).isPresent()) {
        // Taken in by a taking that had been told to stop when this one began.
        return id;
      }
      Map<String, Value> fields = new LinkedHashMap<>();
      fields.put("case", Value.ref(caseId));
      fields.put("number", Value.text(nextNumber()));
      fields.put("title", Value.text(exhibit.title().strip()));
      Stored.put(fields, "description", exhibit.description());
      exhibit.taken().ifPresent(t -> fields.put("taken", t.toValue()));
      Stored.put(fields, "place", exhibit.place());
      file.ifPresent(f -> fields.put(FILE, f.toValue()));
      Custody.NewEvent first =
          new Custody.NewEvent(
              Custody.Event.TAKEN,
              exhibit.taken().orElse(at),
              exhibit.from(),
              new Officers(station, ledger, audit).me(),
              exhibit.place(),
              "",
              "");
      ledger.write(
          new Act()
              .make(id, Kinds.EXHIBIT, scope, fields)
              .make(station.ids().record(), Kinds.CUSTODY, scope, Custody.fields(id, first)));
    }
    return id;
  }

  /** Running over all cases of this station, so that a label alone tells an exhibit. */
  private String nextNumber() {
    RunningNumber number = new RunningNumber(station.numbering() + "E");
    long next = NextNumber.in(station.view().exhibits(), number, station);
    return number.start() + String.format(Locale.ROOT, "%04d", next);
  }

  private static ExhibitLine line(ExhibitRows.Row r) {
    return new ExhibitLine(
        r.id(),
        r.caseId(),
        r.number(),
        r.title(),
        r.takenMillis(),
        r.digest().isEmpty()
            ? Optional.empty()
            : Optional.of(new AttachedFile(r.digest(), r.size(), r.fileName(), r.type())),
        r.custody(),
        r.lastEvent(),
        r.disputes(),
        r.changedMillis());
  }
}
