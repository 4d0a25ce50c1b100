package org.sala.casework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.carrier.FolderCarrier;
import org.sala.crypto.AgeIdentity;
import org.sala.domain.AuditEntry;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.parcel.ParcelReader;
import org.sala.parcel.Sink;
import org.sala.parcel.Verdict;
import org.sala.store.Records;

/** Packages: what leaves, what comes, and the true state of each. */
public final class Packages {
  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;

  Packages(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
  }

  /** Where a package stands. Only a verified receipt makes it received. */
  public enum State {
    SEALED,
    CARRIED,
    RECEIVED,
    /** Sound and in doubt: people at headquarters decide. */
    HELD,
    /** Taken in but for some changes, which wait or were refused. */
    PARTLY,
    REFUSED,
    IMPORTED,
    /** Kept out by an officer here. */
    REJECTED
  }

  /** One line in the list of packages. */
  public record PackageLine(
      RecordId id,
      boolean outgoing,
      String purpose,
      long sequence,
      String fileName,
      long size,
      String contents,
      Optional<Moment> sealed,
      State state,
      Optional<Moment> received,
      int changes,
      List<Doubt> doubts) {}

  /** Packages, the last first. */
  public List<PackageLine> list() {
    return station.view().records().ofKind("parcel").stream().map(r -> line(r.id())).toList();
  }

  private PackageLine line(RecordId id) {
    Map<String, FieldState> f = station.view().records().fields(id);
    String changes = Officers.text(f, "changes").orElse("");
    return new PackageLine(
        id,
        Officers.text(f, "direction").orElse("").equals("out"),
        Officers.text(f, "purpose").orElse(""),
        number(f, "sequence"),
        Officers.text(f, "fileName").orElse(""),
        number(f, "size"),
        Officers.text(f, "contents").orElse(""),
        Officers.text(f, "sealed").map(Moment::of),
        State.valueOf(Officers.text(f, "state").orElse("SEALED")),
        Officers.text(f, "received").map(Moment::of),
        changes.isEmpty() ? 0 : changes.split(" ").length,
        Doubt.read(Officers.text(f, "doubts").orElse("")));
  }

  static long number(Map<String, FieldState> fields, String key) {
    FieldState state = fields.get(key);
    return state != null && state.value() instanceof Value.Whole w ? w.number() : 0;
  }

  /** Works out what would leave: nothing is written. */
  public SealPlan plan(Optional<RecordId> caseId) {
    return new Sealing(station, ledger, audit).plan(caseId);
  }

  /** Seals what the plan says into the outbox. */
  public PackageLine seal(SealPlan plan, Progress progress) {
    return line(new Sealing(station, ledger, audit).seal(plan, progress));
  }

  /** Checks a package without taking anything in. */
  public Checked check(Path file) {
    return Checked.of(verify(file));
  }

  Verdict verify(Path file) {
    try {
      return reader().read(file, Sink.nothing());
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
  }

  ParcelReader reader() {
    List<AgeIdentity> identities = new ArrayList<>(station.keys().receiving().values());
    return new ParcelReader(
        identities,
        station.trust(),
        station.now().instant(),
        new Roster(station.state()).certificates());
  }

  /**
   * Takes a package in: verified whole, then committed as one run, then answered where one answers.
   */
  public Importing.Outcome take(Path file) {
    return new Importing(station, ledger, audit, this).take(file);
  }

  /** Copies a sealed package to a folder and writes down that it is on its way. */
  public Path carry(RecordId parcel, Path folder) {
    Map<String, FieldState> f = station.view().records().fields(parcel);
    Path file =
        station.folder().folder("outbox").resolve(Officers.text(f, "fileName").orElseThrow());
    try {
      if (Files.getFileStore(existing(folder)).getUsableSpace() < Files.size(file)) {
        throw new CaseworkFault(CaseworkFault.Code.NO_SPACE);
      }
      Path copy = new FolderCarrier(folder).send(file, Officers.text(f, "digest").orElseThrow());
      if (Officers.text(f, "state").filter(State.SEALED.name()::equals).isPresent()) {
        ledger.write(
            new Act()
                .edit(
                    parcel,
                    Kinds.PARCEL,
                    Map.of(
                        "state", Value.text(State.CARRIED.name()),
                        "carried", station.now().toValue())));
      }
      audit.note(AuditEntry.Act.CARRIED, parcel);
      return copy;
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
  }

  private static Path existing(Path folder) throws IOException {
    Files.createDirectories(folder);
    return folder;
  }

  /** The packages that lie in a folder. */
  public List<Path> waitingIn(Path folder) {
    try {
      return new FolderCarrier(folder).waiting();
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
  }

  /** Changes that headquarters has receipted, and those that are in packages on their way. */
  RecordStates states() {
    RecordStates states = new RecordStates();
    for (Records.Row row : station.view().records().ofKind("parcel")) {
      Map<String, FieldState> f = station.view().records().fields(row.id());
      if (Officers.text(f, "direction").filter("out"::equals).isPresent()) {
        State state = State.valueOf(Officers.text(f, "state").orElse("SEALED"));
        Set<String> held = Arrivals.ids(Officers.text(f, "heldChanges").orElse(""));
        Set<String> refused = Arrivals.ids(Officers.text(f, "refusedChanges").orElse(""));
        for (String id : Arrivals.ids(Officers.text(f, "changes").orElse(""))) {
          states.put(
              id, refused.contains(id) ? State.REFUSED : held.contains(id) ? State.HELD : state);
        }
      }
    }
    return states;
  }

  /** How far a record is: the least advanced of the changes that its heads come from. */
  public RecordStates.Reached reached(RecordId record) {
    RecordStates states = states();
    RecordStates.Reached least = RecordStates.Reached.RECEIVED;
    for (Records.RevisionRow row : station.view().records().revisions(record)) {
      boolean head = station.view().records().heads(record, row.compartment()).contains(row.id());
      if (head && row.station().equals(station.identity().station())) {
        RecordStates.Reached one = states.of(row.change().toString());
        least = one.compareTo(least) < 0 ? one : least;
      }
    }
    return least;
  }
}
