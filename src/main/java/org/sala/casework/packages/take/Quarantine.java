package org.sala.casework.packages.take;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sala.casework.packages.files.PackageFiles;
import org.sala.casework.packages.receipt.Receipts;
import org.sala.casework.packages.register.ChangeOutcomes;
import org.sala.casework.packages.register.Doubt;
import org.sala.casework.packages.register.PackageContents;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.station.Act;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Begun;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Seconds;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.crypto.SigningKey;
import org.sala.domain.AuditEntry;
import org.sala.domain.ChangeId;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.parcel.Verdict;
import org.sala.store.Records;

/**
 * Packages that are what their senders wrote and yet in doubt. They lie unaltered until two
 * officers, each with the own key, admit them, or one rejects them; both give a reason.
 */
public final class Quarantine {
  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final Officers officers;

  public Quarantine(Station station, Ledger ledger, AuditTrail audit, Officers officers) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
    this.officers = officers;
  }

  /**
   * A package that waits.
   *
   * @param doubts why it waits
   * @param changes how many changes wait; the others of the package, if any, were taken in
   * @param proposed the first officer's word, where there is one
   */
  public record Waiting(
      RecordId id,
      String fileName,
      String digest,
      String stationName,
      String signer,
      long sequence,
      Optional<Moment> arrived,
      List<Doubt> doubts,
      int changes,
      boolean partly,
      Optional<Proposed> proposed) {
    public Waiting {
      doubts = List.copyOf(doubts);
    }
  }

  /** The first of two officers has said that it should be admitted. */
  public record Proposed(RecordId id, String byName, String reason, Moment at) {
    @Override
    public String toString() {
      return "Proposed";
    }
  }

  /** What came of a second officer's word. */
  public sealed interface Decision {
    record Admitted(Importing.Outcome.Imported imported) implements Decision {}

    record WrongPassphrase() implements Decision {}

    /** The officer who proposed it cannot be the second as well. */
    record SameOfficer() implements Decision {}

    /** One of the two has no valid certificate: the word of both must count outside as well. */
    record NotCertified() implements Decision {}

    /** Nobody has proposed the package yet. */
    record NotProposed() implements Decision {}
  }

  /** What waits, the oldest first. */
  public List<Waiting> waiting() {
    List<Waiting> all = new ArrayList<>();
    new EarlierPackages(station).waiting().forEach(e -> all.add(waiting(e)));
    all.sort(
        Comparator.comparingLong(w -> w.arrived().map(m -> m.instant().toEpochMilli()).orElse(0L)));
    return all;
  }

  private Waiting waiting(EarlierPackages.Earlier e) {
    Map<String, FieldState> f = station.view().records().fields(e.id());
    boolean partly = e.state() == PackageState.PARTLY;
    PackageContents contents = PackageContents.read(Stored.text(f, "contents").orElse(""));
    return new Waiting(
        e.id(),
        Stored.text(f, "fileName").orElse(""),
        e.digest(),
        stationName(e.peer()),
        Stored.text(f, "signer").orElse(""),
        e.sequence(),
        e.received(),
        e.doubts(),
        partly ? e.held().size() : contents.changes(),
        partly,
        proposed(e.id()));
  }

  private String stationName(String peer) {
    return station
        .state()
        .parts("station." + peer.split(" ")[0])
        .flatMap(p -> p.text("name"))
        .orElse("");
  }

  private Optional<Proposed> proposed(RecordId parcel) {
    return first(parcel)
        .map(
            id -> {
              Map<String, FieldState> f = station.view().records().fields(id);
              return new Proposed(
                  id,
                  officers.names().getOrDefault(author(id), ""),
                  Stored.text(f, "reason").orElse(""),
                  Stored.moment(f, "at").orElseGet(station::now));
            });
  }

  /**
   * The last proposal since one was turned down. One that was agreed with counts as well while the
   * package waits: what followed was cut off, and nobody has to say it all once more.
   */
  private Optional<RecordId> first(RecordId parcel) {
    Optional<RecordId> last = Optional.empty();
    for (Records.Row r : station.view().records().pointingTo(parcel, "parcel")) {
      if (r.kind().equals(Kinds.ADMISSION.key())) {
        Map<String, FieldState> f = station.view().records().fields(r.id());
        boolean admits =
            f.containsKey("admits") && f.get("admits").value().equals(Value.flag(true));
        boolean agrees = f.containsKey("agreesWith");
        last = !admits ? Optional.empty() : agrees ? last : Optional.of(r.id());
      }
    }
    return last;
  }

  private Fingerprint author(RecordId id) {
    return Begun.by(station, id).orElseThrow();
  }

  /** The first officer's word: it should be admitted, and why. */
  public RecordId propose(RecordId parcel, String reason) {
    held(parcel);
    return word(parcel, true, reason, Optional.empty(), station.officer().signing());
  }

  /**
   * The second officer's word, by the own key, opened by the own passphrase at this moment and
   * forgotten again: what waits is taken in, and the sender is told.
   */
  public Decision admit(RecordId parcel, String reason, String handle, char[] passphrase) {
    return alone(parcel, earlier -> admit(earlier, reason, handle, passphrase));
  }

  private Decision admit(
      EarlierPackages.Earlier earlier, String reason, String handle, char[] passphrase) {
    RecordId parcel = earlier.id();
    Optional<RecordId> first = first(parcel);
    if (first.isEmpty()) {
      return new Decision.NotProposed();
    }
    Optional<SigningKey> second = officers.second(handle, passphrase);
    if (second.isEmpty()) {
      return new Decision.WrongPassphrase();
    }
    Fingerprint own = new Fingerprint(second.get().verifying().fingerprint());
    if (author(first.get()).equals(own)) {
      return new Decision.SameOfficer();
    }
    Seconds seconds = new Seconds(station, officers);
    if (!seconds.counts(own) || !seconds.counts(author(first.get()))) {
      return new Decision.NotCertified();
    }
    Arrival arrival = arrival(earlier);
    word(parcel, true, reason, first, second.get());
    Set<ChangeId> all =
        arrival.doubted().stream().map(Arrival.Told::id).collect(Collectors.toSet());
    audit.note(AuditEntry.Act.ADMITTED, earlier.digest());
    return new Decision.Admitted(
        new Committing(station, ledger, audit)
            .commit(arrival, Optional.of(earlier), all, Progress.none()));
  }

  /**
   * One officer's word is enough to keep it out; it stays in quarantine, and the sender is told.
   */
  public Optional<RecordId> reject(RecordId parcel, String reason) {
    return reject(parcel, reason, false);
  }

  /**
   * Refuses a whole package, whose file goes for good. Nobody has decided on what waits in it: its
   * sender seals it again, and nothing is refused for ever.
   */
  public Optional<RecordId> sendBack(RecordId parcel, String reason) {
    return reject(parcel, reason, true);
  }

  private Optional<RecordId> reject(RecordId parcel, String reason, boolean goesAgain) {
    return alone(parcel, earlier -> reject(earlier, reason, goesAgain));
  }

  private Optional<RecordId> reject(
      EarlierPackages.Earlier earlier, String reason, boolean goesAgain) {
    RecordId parcel = earlier.id();
    Arrival arrival = arrival(earlier);
    word(parcel, false, reason, Optional.empty(), station.officer().signing());
    audit.note(AuditEntry.Act.REJECTED, earlier.digest());
    Map<String, Value> fields = new LinkedHashMap<>();
    Map<String, String> outcomes = new LinkedHashMap<>();
    boolean partly = earlier.state() == PackageState.PARTLY;
    if (partly && goesAgain) {
      fields.put("state", Value.text(PackageState.IMPORTED.name()));
      fields.put("heldChanges", Value.Nothing.HERE);
    } else if (partly) {
      Set<String> refused = new TreeSet<>(earlier.refused());
      refused.addAll(earlier.held());
      arrival.changes().forEach(c -> outcomes.put(c.id().toString(), ChangeOutcomes.ACCEPTED));
      refused.forEach(c -> outcomes.put(c, ChangeOutcomes.REFUSED));
      fields.put("state", Value.text(PackageState.IMPORTED.name()));
      fields.put("heldChanges", Value.Nothing.HERE);
      fields.put("refusedChanges", Value.text(String.join(" ", refused)));
    } else {
      fields.put("state", Value.text(PackageState.REJECTED.name()));
    }
    // The answer first: what was cut off in between waits still, and is said again.
    Optional<RecordId> receipt =
        new Receipts(station, ledger, audit)
            .send(
                Importing.answer(
                    arrival,
                    partly && !goesAgain ? Receipts.Word.PARTLY : Receipts.Word.REJECTED,
                    outcomes,
                    earlier.doubts()));
    ledger.write(new Act().edit(parcel, Kinds.PARCEL, fields).because(reason));
    return receipt;
  }

  /**
   * Looks again with what is known today: an officer who has been enrolled since is no longer in
   * doubt, and what he wrote needs no two persons.
   */
  public Optional<Importing.Outcome.Imported> again(RecordId parcel) {
    return alone(parcel, this::again);
  }

  private Optional<Importing.Outcome.Imported> again(EarlierPackages.Earlier earlier) {
    Arrival arrival = arrival(earlier);
    Importing importing = new Importing(station, ledger, audit);
    Set<String> still =
        arrival.doubted().stream()
            .filter(d -> !d.adopted())
            .map(d -> d.id().toString())
            .collect(Collectors.toSet());
    boolean nothingNew =
        earlier.state() == PackageState.PARTLY && still.containsAll(earlier.held());
    if (nothingNew || !importing.doubts(arrival).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Committing(station, ledger, audit)
            .commit(arrival, Optional.of(earlier), Set.of(), Progress.none()));
  }

  /** Nobody else decides on it meanwhile, and nobody has before: it is looked for once more. */
  private <T> T alone(RecordId parcel, Function<EarlierPackages.Earlier, T> decision) {
    station.mustSeeAll();
    EarlierPackages.Earlier waits = held(parcel);
    return new IntakeLock(station, ledger)
        .with(
            waits.digest(),
            Optional.of(StationId.of(waits.peer().split(" ")[0])),
            Progress.none(),
            () -> decision.apply(held(parcel)));
  }

  private EarlierPackages.Earlier held(RecordId parcel) {
    return new EarlierPackages(station)
        .waiting().stream()
            .filter(e -> e.id().equals(parcel))
            .findFirst()
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
  }

  /** Reads the kept file again: it must be the very one that came. */
  private Arrival arrival(EarlierPackages.Earlier earlier) {
    Path file = new PackageFiles(station).waiting(earlier.digest());
    ArrivalGathering gathering = new ArrivalGathering(station.state());
    Verdict verdict = new PackageReading(station, ledger).verify(file, gathering, Progress.none());
    if (!verdict.digest().equals(earlier.digest())) {
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
    }
    return new NeighbourChanges(station).doubting(gathering.arrival(file, verdict));
  }

  private RecordId word(
      RecordId parcel,
      boolean admits,
      String reason,
      Optional<RecordId> agreesWith,
      SigningKey by) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a decision has a reason");
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("parcel", Value.ref(parcel));
    fields.put("admits", Value.flag(admits));
    agreesWith.ifPresent(f -> fields.put("agreesWith", Value.ref(f)));
    fields.put("reason", Value.text(reason.strip()));
    fields.put("at", station.now().toValue());
    RecordId id = station.ids().record();
    ledger.write(new Act().make(id, Kinds.ADMISSION, station.scope(), fields), by);
    return id;
  }
}
