package org.sala.casework.packages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sala.casework.keys.AgencySlot;
import org.sala.casework.keys.KeptCodes;
import org.sala.casework.keys.Neighbours;
import org.sala.casework.keys.PartnerList;
import org.sala.casework.keys.Peers;
import org.sala.casework.keys.Renewals;
import org.sala.casework.keys.TrustList;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.AuditWitness;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Faults;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.casework.station.Together;
import org.sala.crypto.Certificate;
import org.sala.domain.AuditEntry;
import org.sala.domain.ChangeId;
import org.sala.domain.Join;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.parcel.ParcelFault;
import org.sala.parcel.ParcelHeader;
import org.sala.parcel.Purpose;
import org.sala.store.Changes;
import org.sala.store.Records;

/**
 * Takes in what is beyond doubt in a verified package and what was admitted, writes down what came
 * of it, and answers. That it was taken is written last: an import that was cut off is done again,
 * and ends as if it had not been.
 */
final class Committing {
  private static final int AT_ONCE = 1000;

  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final Packages packages;
  private Runnable before = () -> {};
  private Optional<Enclosures> early = Optional.empty();

  Committing(Station station, Ledger ledger, AuditTrail audit, Packages packages) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
    this.packages = packages;
  }

  /** Has something wait until it is done, before it is written down that the package was taken. */
  Committing after(Runnable done) {
    before = done;
    return this;
  }

  /** Has the files of the package, as far as they came while it was verified. */
  Committing with(Enclosures came) {
    early = Optional.of(came);
    return this;
  }

  /**
   * @param known the package where it lay in quarantine
   * @param progress asked whether to stop until the first change is written, and not after; the
   *     lock stops it between two runs of the journal as well, and it is done again
   */
  Importing.Outcome.Imported commit(
      Arrival arrival,
      Optional<Arrivals.Earlier> known,
      Set<ChangeId> admitted,
      Progress progress) {
    Arrivals arrivals = new Arrivals(station);
    boolean restored = arrivals.restored(arrival.header());
    long gap = arrivals.gap(arrival.header());
    Map<ChangeId, Changes.Here> here = here(arrival.changes());
    LeftOut leftOut = leftOut(arrival, here, admitted);
    Optional<String> brought =
        station.state().flag("isHeadquarters")
            ? Optional.of(new Bringing(station).of(arrival, leftOut::contains, known))
            : Optional.empty();
    TakenIn taken = take(arrival, here, leftOut, progress);
    List<Records.Belonging> disputed = waiting(taken);
    Map<String, String> outcomes = outcomes(taken, disputed, leftOut);
    boolean whole = leftOut.held().isEmpty();

    Map<String, Value> fields = arrival.described(station.now());
    fields.put(
        "state", Value.text((whole ? Packages.State.IMPORTED : Packages.State.PARTLY).name()));
    if (station.state().flag("isHeadquarters")) {
      fields.put(KeptFiles.ORIGINAL, Value.flag(true));
      fields.put("waitingChanges", Receipts.orNothing(waiting(outcomes)));
    }
    brought.ifPresent(b -> fields.put(Bringing.BROUGHT, Receipts.orNothing(b)));
    fields.put("heldChanges", Receipts.orNothing(String.join(" ", leftOut.held())));
    fields.put("refusedChanges", Receipts.orNothing(String.join(" ", leftOut.refused())));
    RecordId id = known.map(Arrivals.Earlier::id).orElseGet(station.ids()::record);
    boolean copy = known.filter(k -> k.doubts().contains(Doubt.TWO_COPIES)).isPresent();
    fields.put("doubts", Receipts.orNothing(Doubt.codes(staying(leftOut, known))));
    fields.put("changes", Receipts.orNothing(own(arrival, taken)));
    Optional<Countersigning> audited =
        station.state().flag("isHeadquarters")
            ? Optional.of(new Countersigning(station, arrival))
            : Optional.empty();
    Consumer<Together> remembering =
        run -> {
          before.run();
          audited.ifPresent(a -> fields.put("audit", Value.text(AuditWitness.text(a.verdict()))));
          remember(run, id, known.isPresent(), fields);
          run.note(AuditEntry.Act.IMPORTED, arrival.header().id());
          if (!whole) {
            run.note(AuditEntry.Act.QUARANTINED, arrival.verdict().digest());
          }
        };
    Optional<Sealing.Sealed> receipt = Optional.empty();
    if (audited.isPresent()) {
      new Decisions(station, ledger, audit).acknowledged(arrival.header(), came(known, restored));
      new GivingBack(station).remember(arrival.header());
      new KeptCodes(station, audit).heed(arrival.header().station(), arrival.header().notes());
      receipt =
          new Receipts(station, ledger, audit)
              .send(
                  answer(arrival, leftOut, outcomes).order(copy),
                  arrival.header(),
                  audited.get(),
                  taken.wasHere(),
                  remembering);
      if (receipt.isEmpty()) {
        audited.get().alone();
      }
    }
    if (arrival.header().purpose() == Purpose.FIELD) {
      Neighbours.met(
          station.state(),
          arrival.header().station(),
          arrival.header().authors().stream().map(Certificate::of).toList());
    }
    if (isOurHeadquarters(arrival.header())) {
      new HeadquartersClock(station).came(arrival.header());
      new Receipts(station, ledger, audit).apply(taken.receipts(), arrival.header());
      takeTrust(arrival.header());
      new GivingBack(station).answered(arrival.header());
      new Holdings(station, ledger).heed(arrival.header());
    }
    Saved saved = receipt.map(Sealing.Sealed::saved).orElseGet(() -> alone(remembering));
    ledger.announce(new Saved(saved.change(), saved.at(), List.copyOf(taken.allRecords())));
    return new Importing.Outcome.Imported(
        id,
        arrival.header().id(),
        taken.records().size(),
        taken.allRecords().size(),
        (int) disputed.stream().map(Records.Belonging::record).distinct().count(),
        receipt.map(Sealing.Sealed::id),
        gap,
        leftOut.held().size(),
        restored);
  }

  private static Copies.Came came(Optional<Arrivals.Earlier> known, boolean restored) {
    List<Doubt> doubts = known.map(Arrivals.Earlier::doubts).orElse(List.of());
    if (doubts.contains(Doubt.TWO_COPIES)) {
      return Copies.Came.AS_A_COPY;
    }
    if (doubts.contains(Doubt.OLD_INCARNATION)) {
      return Copies.Came.IN_USE_STILL;
    }
    return restored ? Copies.Came.ANEW : Copies.Came.AS_BEFORE;
  }

  /**
   * What is written down of doubts. That there are two copies stays: the other copy works on as it
   * did, and is not taken for a given-up one.
   */
  private static List<Doubt> staying(LeftOut leftOut, Optional<Arrivals.Earlier> known) {
    Set<Doubt> doubts = new LinkedHashSet<>(leftOut.doubts());
    known.stream()
        .flatMap(k -> k.doubts().stream())
        .filter(d -> d == Doubt.TWO_COPIES || d == Doubt.CHANGE_OF_TWO_COPIES)
        .forEach(doubts::add);
    return List.copyOf(doubts);
  }

  /** Ids of the changes that are not taken, as texts, and why. */
  private record LeftOut(Set<String> held, Set<String> refused, Set<Doubt> doubts) {
    boolean isEmpty() {
      return held.isEmpty() && refused.isEmpty();
    }

    boolean contains(ChangeId id) {
      return held.contains(id.toString()) || refused.contains(id.toString());
    }
  }

  private LeftOut leftOut(
      Arrival arrival, Map<ChangeId, Changes.Here> here, Set<ChangeId> admitted) {
    LeftOut out = new LeftOut(new TreeSet<>(), new TreeSet<>(), new LinkedHashSet<>());
    for (ChangeId id : arrival.twice(here)) {
      out.refused().add(id.toString());
      out.doubts().add(Doubt.CHANGE_ID_TWICE);
    }
    List<Arrival.Told> doubted =
        arrival.doubted().stream().filter(c -> !out.contains(c.id())).toList();
    if (doubted.isEmpty()) {
      return out;
    }
    Set<String> refusedBefore = new Arrivals(station).refused();
    for (Arrival.Told c : doubted) {
      if (!admitted.contains(c.id()) && !here.containsKey(c.id()) && !c.adopted()) {
        String id = c.id().toString();
        (refusedBefore.contains(id) ? out.refused() : out.held()).add(id);
        out.doubts().add(c.doubt().orElseThrow());
      }
    }
    return out;
  }

  /** Returns what the journal has of the changes. */
  Map<ChangeId, Changes.Here> here(List<Arrival.Told> changes) {
    Map<ChangeId, Changes.Here> here = new HashMap<>();
    List<ChangeId> ids = changes.stream().map(Arrival.Told::id).toList();
    some(ids).forEach(s -> here.putAll(station.view().changes().here(s)));
    return here;
  }

  private static <T> List<List<T>> some(List<T> all) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
    return parts;
  }

  /** Everything in it; nothing of it is in doubt. */
  TakenIn takeAll(Arrival arrival, Progress progress) {
    return take(
        arrival, here(arrival.changes()), new LeftOut(Set.of(), Set.of(), Set.of()), progress);
  }

  /** Files first, safely on the disk; then the changes that name them. */
  private TakenIn take(
      Arrival arrival, Map<ChangeId, Changes.Here> here, LeftOut leftOut, Progress progress) {
    Set<ChangeId> not =
        leftOut.isEmpty()
            ? Set.of()
            : arrival.changes().stream()
                .map(Arrival.Told::id)
                .filter(leftOut::contains)
                .collect(Collectors.toSet());
    List<Arrival.Named> named =
        arrival.files().stream().filter(f -> !not.contains(f.change())).toList();
    try (Enclosures files = early.orElseGet(() -> new Enclosures(station, ledger))) {
      Progress first = ledger.untilLocked(progress);
      files.read(named, arrival, packages.reader(), first);
      if (first.stopped()) {
        throw new CaseworkFault(CaseworkFault.Code.STOPPED);
      }
      if (!packages.spaceFor(arrival).fits()) {
        throw new CaseworkFault(CaseworkFault.Code.NO_SPACE);
      }
      TakenIn taken =
          new TakenIn(
              ledger,
              files,
              arrival.changes(),
              here,
              change -> AllPieces.here(station, change).keySet(),
              not);
      files.together(
          () -> {
            try (taken) {
              read(arrival, taken, progress.toTheEnd());
            }
          });
      return taken;
    }
  }

  private void read(Arrival arrival, TakenIn taken, Progress progress) {
    if (arrival.few().isPresent()) {
      arrival.few().get().forEach(taken::add);
      taken.end();
      progress.done(1, 1);
      return;
    }
    try {
      packages.reader().changes(arrival.file(), arrival.verdict(), taken::add, progress.inParcel());
      taken.end();
    } catch (IOException e) {
      throw Faults.of(e);
    } catch (ParcelFault e) {
      throw Packages.sorted(e);
    }
  }

  /**
   * Returns what waits for a decision in what was taken; only changes of records that differ are
   * looked into.
   */
  private List<Records.Belonging> waiting(TakenIn taken) {
    Set<RecordId> differing = new HashSet<>();
    for (List<RecordId> some : some(List.copyOf(taken.allRecords()))) {
      station.view().records().disputes(some).forEach(d -> differing.add(d.record()));
    }
    return NoLongerWaiting.waiting(
        station,
        taken.records().entrySet().stream()
            .filter(c -> c.getValue().stream().anyMatch(differing::contains))
            .map(Map.Entry::getKey)
            .toList());
  }

  private Map<String, String> outcomes(
      TakenIn taken, List<Records.Belonging> disputed, LeftOut leftOut) {
    Map<String, String> outcomes = new LinkedHashMap<>();
    Set<ChangeId> waiting =
        disputed.stream().map(Records.Belonging::change).collect(Collectors.toSet());
    Set<RecordId> joined = new HashSet<>();
    for (List<RecordId> some : some(List.copyOf(taken.allRecords()))) {
      joined.addAll(station.view().records().severalHeads(some));
    }
    taken
        .records()
        .forEach(
            (id, records) ->
                outcomes.put(
                    id.toString(),
                    waiting.contains(id)
                        ? ChangeOutcomes.WAITING
                        : records.stream().anyMatch(joined::contains)
                            ? ChangeOutcomes.JOINED
                            : ChangeOutcomes.ACCEPTED));
    leftOut.held().forEach(c -> outcomes.put(c, ChangeOutcomes.HELD));
    leftOut.refused().forEach(c -> outcomes.put(c, ChangeOutcomes.REFUSED));
    return outcomes;
  }

  private static String waiting(Map<String, String> outcomes) {
    return outcomes.entrySet().stream()
        .filter(o -> o.getValue().equals(ChangeOutcomes.WAITING))
        .map(Map.Entry::getKey)
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static Receipts.Answer answer(
      Arrival arrival, LeftOut leftOut, Map<String, String> outcomes) {
    Receipts.Word word = leftOut.held().isEmpty() ? Receipts.Word.IMPORTED : Receipts.Word.PARTLY;
    return Importing.answer(arrival, word, outcomes, List.copyOf(leftOut.doubts()));
  }

  /** Ids of this station's own changes that came back. */
  private String own(Arrival arrival, TakenIn taken) {
    return arrival.changes().stream()
        .filter(c -> c.station().equals(station.identity().station()))
        .filter(c -> taken.records().containsKey(c.id()))
        .map(c -> c.id().toString())
        .collect(Collectors.joining(" "));
  }

  /** Whether answers, orders and lists in it are to be heeded: another station's are not. */
  private boolean isOurHeadquarters(ParcelHeader header) {
    return !station.state().flag("isHeadquarters")
        && header.purpose() != Purpose.FIELD
        && header.purpose() != Purpose.DANGER
        && station
            .state()
            .text("headquarters")
            .filter(header.station().toString()::equals)
            .isPresent();
  }

  /** What headquarters says of whom to believe; only newer lists count, signed as they must be. */
  private void takeTrust(ParcelHeader header) {
    TrustList.Taken taken =
        TrustList.take(station.state(), station.trust(), header.notes(), station.now().instant());
    if (taken == TrustList.Taken.REFUSED) {
      audit.note(AuditEntry.Act.REFUSED, "trust list in " + header.id());
    } else if (taken == TrustList.Taken.SUCCEEDED) {
      audit.note(AuditEntry.Act.ENROLLED, "authority in " + header.id());
    }
    if (taken == TrustList.Taken.NEWER || taken == TrustList.Taken.SUCCEEDED) {
      new AgencySlot(station, audit).keep();
    }
    int renewed =
        Renewals.take(
            station.state(),
            station.trust(),
            header.notes(),
            station.practice(),
            station.now().instant());
    if (renewed > 0) {
      audit.note(AuditEntry.Act.ENROLLED, "renewed " + renewed);
    }
    if (!Peers.take(station.state(), station.trust(), header.notes(), station.now().instant())) {
      audit.note(AuditEntry.Act.REFUSED, "station list in " + header.id());
    }
    if (!PartnerList.take(
        station.state(), station.trust(), header.notes(), station.now().instant())) {
      audit.note(AuditEntry.Act.REFUSED, "list of agencies in " + header.id());
    }
  }

  /** Writes down what is to be remembered, where nothing answers the package. */
  private Saved alone(Consumer<Together> remembering) {
    Together run = new Together();
    remembering.accept(run);
    return run.write(station, ledger, audit);
  }

  /**
   * Remembers that the package was taken; in one run with its answer, so that there is never one
   * without the other.
   */
  private void remember(Together run, RecordId id, boolean known, Map<String, Value> fields) {
    Map<String, Value> said = new LinkedHashMap<>(fields);
    if (known) {
      said.keySet().removeIf(k -> Kinds.PARCEL.field(k).orElseThrow().join() == Join.CLOSED);
      said.remove("received");
      run.act().edit(id, Kinds.PARCEL, said);
    } else {
      said.values().removeIf(v -> v instanceof Value.Nothing);
      run.act().make(id, Kinds.PARCEL, station.scope(), said);
    }
  }
}
