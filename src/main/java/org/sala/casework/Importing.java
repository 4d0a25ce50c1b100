package org.sala.casework;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sala.carrier.FolderCarrier;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.ChangeId;
import org.sala.domain.Join;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.parcel.ParcelHeader;
import org.sala.parcel.Purpose;
import org.sala.parcel.Verdict;

/**
 * Takes packages in: verified whole first, then one run in the journal, then a receipt. What is
 * sound but in doubt is kept as it came, until people have decided.
 */
public final class Importing {
  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final Packages packages;

  Importing(Station station, Ledger ledger, AuditTrail audit, Packages packages) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
    this.packages = packages;
  }

  /** What became of a file. */
  public sealed interface Outcome {
    /**
     * What is beyond doubt in it is in the journal.
     *
     * @param receipt the package that answers it, where this is headquarters
     * @param gap packages of that station that are missing before this one
     * @param held changes in it that wait for people to decide
     * @param restored the station was restored from a backup since it last sent
     */
    record Imported(
        RecordId id,
        String parcel,
        int changes,
        int records,
        int disputed,
        Optional<RecordId> receipt,
        long gap,
        int held,
        boolean restored)
        implements Outcome {}

    record AlreadyImported(Moment at) implements Outcome {}

    /** It lies in quarantine, or was rejected, since then. */
    record AlreadyDecided(Packages.State state, Moment at) implements Outcome {}

    /** Not what it should be; kept, with its findings, and nothing of it can be admitted. */
    record Refused(Checked checked) implements Outcome {}

    /** Sound, and in doubt: it waits in quarantine, and nothing became visible. */
    record Held(RecordId id, Checked checked, List<Doubt> doubts, Optional<RecordId> receipt)
        implements Outcome {}
  }

  Outcome take(Path file, Progress progress) {
    if (!packages.spaceFor(List.of(file)).fits()) {
      throw new CaseworkFault(CaseworkFault.Code.NO_SPACE);
    }
    Verdict verdict = packages.verify(file, progress.step(0, 3));
    Arrivals arrivals = new Arrivals(station);
    Optional<Arrivals.Earlier> before = arrivals.of(verdict.digest());
    if (before.isPresent()) {
      Moment at = before.get().received().orElseGet(station::now);
      Packages.State state = before.get().state();
      return state == Packages.State.HELD || state == Packages.State.REJECTED
          ? new Outcome.AlreadyDecided(state, at)
          : new Outcome.AlreadyImported(at);
    }
    if (!mayBelieve(verdict)) {
      keep(file, verdict.digest());
      audit.note(AuditEntry.Act.REFUSED, verdict.digest());
      Checked checked = Checked.notForUs(verdict);
      new Refusals(station, ledger).remember(file, checked);
      return new Outcome.Refused(checked);
    }
    Arrival arrival = Arrival.read(file, verdict, packages.reader(), progress.step(1, 3));
    List<Doubt> doubts = station.state().flag("isHeadquarters") ? doubts(arrival) : List.of();
    if (!doubts.isEmpty()) {
      keep(file, verdict.digest());
      return hold(arrival, doubts);
    }
    Outcome.Imported imported = commit(arrival, Optional.empty(), Set.of(), progress.step(2, 3));
    if (imported.held() > 0) {
      keep(file, verdict.digest());
    }
    return imported;
  }

  /**
   * Headquarters looks at every sound report; a station believes its headquarters alone, and
   * nothing that is in doubt.
   */
  private boolean mayBelieve(Verdict verdict) {
    if (!verdict.sound()) {
      return false;
    }
    ParcelHeader header = verdict.header().orElseThrow();
    if (!header.addressee().equals(station.identity().station())) {
      return false;
    }
    if (station.state().flag("isHeadquarters")) {
      return header.purpose() == Purpose.REPORT;
    }
    return verdict.genuine()
        && header.purpose() != Purpose.TRAINING
        && station
            .state()
            .text("headquarters")
            .filter(header.station().toString()::equals)
            .isPresent()
        && verdict.signer().filter(c -> c.role().equals("headquarters")).isPresent();
  }

  /** Everything that keeps the whole package waiting. */
  List<Doubt> doubts(Arrival arrival) {
    Set<Doubt> doubts = new LinkedHashSet<>(arrival.doubts());
    Roster roster = new Roster(station.state());
    if (!roster.stationKnown(arrival.header().station())) {
      doubts.add(Doubt.UNKNOWN_STATION);
    } else if (!roster
        .stationsOf(arrival.verdict().signer().orElseThrow().key().fingerprint())
        .contains(arrival.header().station())) {
      doubts.add(Doubt.OTHER_STATION);
    }
    doubts.addAll(new Arrivals(station).copies(arrival));
    return List.copyOf(doubts);
  }

  /**
   * Whether another officer of the station stands for it, as headquarters has confirmed. A key that
   * was taken back is not covered by that: what had not arrived before waits for two persons.
   */
  private boolean adopted(Arrival.Doubted d) {
    return d.doubt() == Doubt.CHANGE_AUTHOR_NOT_ENROLLED
        && Adoptions.confirmed(station.state(), d.change());
  }

  /** Ids of the changes that still wait for people. */
  Set<String> stillDoubted(Arrival arrival) {
    return arrival.doubted().stream()
        .filter(d -> !adopted(d))
        .map(d -> d.change().id().toString())
        .collect(Collectors.toSet());
  }

  private Outcome hold(Arrival arrival, List<Doubt> doubts) {
    Map<String, Value> fields = described(arrival);
    fields.put("state", Value.text(Packages.State.HELD.name()));
    fields.put("doubts", Value.text(Doubt.codes(doubts)));
    RecordId id = station.ids().record();
    ledger.write(new Act().make(id, Kinds.PARCEL, station.scope(), fields));
    audit.note(AuditEntry.Act.QUARANTINED, arrival.verdict().digest());
    Optional<RecordId> receipt =
        new Receipts(station, ledger, audit)
            .send(answer(arrival, Receipts.Word.HELD, Map.of(), doubts));
    return new Outcome.Held(id, Checked.of(arrival.verdict()), doubts, receipt);
  }

  /**
   * Takes in what is beyond doubt and what was admitted, as one run.
   *
   * @param known the package where it lay in quarantine
   */
  Outcome.Imported commit(
      Arrival arrival,
      Optional<Arrivals.Earlier> known,
      Set<ChangeId> admitted,
      Progress progress) {
    Arrivals arrivals = new Arrivals(station);
    boolean restored = arrivals.restored(arrival.header());
    long gap = arrivals.gap(arrival.header());
    Set<String> refusedBefore = arrivals.refused();
    List<Change> run = new ArrayList<>(arrival.certain());
    Set<String> held = new TreeSet<>();
    Set<String> refused = new TreeSet<>();
    Set<Doubt> doubts = new LinkedHashSet<>();
    for (Arrival.Doubted d : arrival.doubted()) {
      ChangeId id = d.change().id();
      if (admitted.contains(id) || has(id) || adopted(d)) {
        run.add(d.change());
      } else {
        (refusedBefore.contains(id.toString()) ? refused : held).add(id.toString());
        doubts.add(d.doubt());
      }
    }
    Set<RecordId> records = new LinkedHashSet<>();
    run.forEach(c -> records.addAll(Ledger.records(c)));
    List<Change> news = run.stream().filter(c -> !has(c.id())).toList();
    try (Enclosures files = new Enclosures(station, ledger, run)) {
      files.read(arrival, packages.reader(), progress);
      files.together(
          () -> {
            if (!news.isEmpty()) {
              ledger.take(news);
            }
          });
    }
    Map<String, Value> fields = described(arrival);
    boolean whole = held.isEmpty();
    fields.put(
        "state", Value.text((whole ? Packages.State.IMPORTED : Packages.State.PARTLY).name()));
    fields.put("doubts", Receipts.orNothing(Doubt.codes(List.copyOf(doubts))));
    fields.put("heldChanges", Receipts.orNothing(String.join(" ", held)));
    fields.put("refusedChanges", Receipts.orNothing(String.join(" ", refused)));
    RecordId id = known.map(Arrivals.Earlier::id).orElseGet(station.ids()::record);
    boolean copy = known.filter(k -> k.doubts().contains(Doubt.TWO_COPIES)).isPresent();
    if (copy) {
      // Stays written down: the other copy works on as it did, and is not taken for a given-up one.
      Set<Doubt> kept = new LinkedHashSet<>(doubts);
      kept.add(Doubt.TWO_COPIES);
      fields.put("doubts", Value.text(Doubt.codes(List.copyOf(kept))));
    }
    Optional<RecordId> receipt = Optional.empty();
    if (arrival.header().purpose() == Purpose.REPORT) {
      Map<String, String> outcomes = new LinkedHashMap<>();
      run.forEach(c -> outcomes.put(c.id().toString(), disputed(c) ? "waiting" : "accepted"));
      held.forEach(c -> outcomes.put(c, "held"));
      refused.forEach(c -> outcomes.put(c, "refused"));
      Receipts.Word word = whole ? Receipts.Word.IMPORTED : Receipts.Word.PARTLY;
      AuditWitness.Looked looked =
          new AuditWitness(station).look(arrival.header(), arrival.audit());
      fields.put("audit", Value.text(AuditWitness.text(looked.verdict())));
      receipt =
          new Receipts(station, ledger, audit)
              .send(
                  answer(arrival, word, outcomes, List.copyOf(doubts))
                      .order(copy)
                      .countersign(looked.receipt()),
                  arrival.header());
    }
    String own =
        run.stream()
            .filter(c -> c.header().station().equals(station.identity().station()))
            .map(c -> c.id().toString())
            .collect(Collectors.joining(" "));
    fields.put("changes", Receipts.orNothing(own));
    Saved saved = remember(id, known.isPresent(), fields);
    if (!station.state().flag("isHeadquarters")) {
      new Receipts(station, ledger, audit).apply(run);
      takeTrust(arrival.header());
      new GivingBack(station).answered(arrival.header());
    }
    audit.note(AuditEntry.Act.IMPORTED, arrival.header().id());
    if (!whole) {
      audit.note(AuditEntry.Act.QUARANTINED, arrival.verdict().digest());
    }
    ledger.announce(new Saved(saved.change(), saved.at(), List.copyOf(records)));
    return new Outcome.Imported(
        id,
        arrival.header().id(),
        run.size(),
        records.size(),
        (int) records.stream().filter(this::disputed).count(),
        receipt,
        gap,
        held.size(),
        restored);
  }

  /** What headquarters says of whom to believe; only newer lists count, signed as they must be. */
  private void takeTrust(ParcelHeader header) {
    TrustList.Taken taken =
        TrustList.take(station.state(), station.trust(), header.notes(), station.now().instant());
    if (taken == TrustList.Taken.REFUSED) {
      audit.note(AuditEntry.Act.REFUSED, "trust list in " + header.id());
    }
  }

  private Saved remember(RecordId id, boolean known, Map<String, Value> fields) {
    Act act = new Act();
    if (known) {
      fields.keySet().removeIf(k -> Kinds.PARCEL.field(k).orElseThrow().join() == Join.CLOSED);
      fields.remove("received");
      act.edit(id, Kinds.PARCEL, fields);
    } else {
      fields.values().removeIf(v -> v instanceof Value.Nothing);
      act.make(id, Kinds.PARCEL, station.scope(), fields);
    }
    return ledger.write(act);
  }

  static Receipts.Answer answer(
      Arrival arrival, Receipts.Word word, Map<String, String> outcomes, List<Doubt> doubts) {
    return new Receipts.Answer(
        arrival.header().station(),
        arrival.header().id(),
        arrival.verdict().digest(),
        word,
        outcomes,
        doubts,
        false,
        Map.of());
  }

  private boolean has(ChangeId id) {
    return station.view().changes().find(id).isPresent();
  }

  private boolean disputed(Change change) {
    return Ledger.records(change).stream().anyMatch(this::disputed);
  }

  private boolean disputed(RecordId id) {
    return station.view().records().fields(id).values().stream().anyMatch(FieldState::disputed);
  }

  private Map<String, Value> described(Arrival arrival) {
    ParcelHeader header = arrival.header();
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("parcel", Value.text(header.id()));
    fields.put("direction", Value.text("in"));
    fields.put("purpose", Value.text(header.purpose().code()));
    fields.put("peer", Value.text(Arrivals.peer(header)));
    fields.put("sequence", Value.whole(header.sequence()));
    fields.put("fileName", Value.text(arrival.fileName()));
    fields.put("digest", Value.text(arrival.verdict().digest()));
    fields.put("size", Value.whole(arrival.verdict().size()));
    fields.put("contents", Value.text(arrival.all().size() + " changes"));
    fields.put("signer", Value.text(arrival.verdict().signer().orElseThrow().number()));
    fields.put("sealed", header.created().toValue());
    fields.put("received", station.now().toValue());
    return fields;
  }

  /** Keeps the file as it came; it is encrypted to this station and nothing of it is shown. */
  private void keep(Path file, String digest) {
    try {
      new FolderCarrier(station.folder().folder("quarantine"))
          .send(file, digest + ".sala", digest, bytes -> true);
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
  }
}
