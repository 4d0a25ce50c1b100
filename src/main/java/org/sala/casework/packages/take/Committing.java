package org.sala.casework.packages.take;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sala.casework.keys.KeptCodes;
import org.sala.casework.keys.Neighbours;
import org.sala.casework.packages.files.PackageFiles;
import org.sala.casework.packages.receipt.AuditCountersigning;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.receipt.LostChanges;
import org.sala.casework.packages.receipt.Receipts;
import org.sala.casework.packages.receipt.WorkspaceCopies;
import org.sala.casework.packages.register.Doubt;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.seal.HeadquartersRuns;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.AuditWitness;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.casework.station.Together;
import org.sala.crypto.Certificate;
import org.sala.domain.AuditEntry;
import org.sala.domain.ChangeId;
import org.sala.domain.Join;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.parcel.Purpose;
import org.sala.store.Changes;

/**
 * Takes in what is beyond doubt in a verified package and what was admitted, writes down what came
 * of it, and answers. That it was taken is written last: an import that was cut off is done again,
 * and ends as if it had not been.
 */
final class Committing {
  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;
  private Runnable before = () -> {};
  private Optional<IncomingAttachments> early = Optional.empty();

  Committing(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
  }

  /** Has something wait until it is done, before it is written down that the package was taken. */
  Committing after(Runnable done) {
    before = done;
    return this;
  }

  /** Has the files of the package, as far as they came while it was verified. */
  Committing with(IncomingAttachments came) {
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
      Optional<EarlierPackages.Earlier> known,
      Set<ChangeId> admitted,
      Progress progress) {
    EarlierPackages earlier = new EarlierPackages(station);
    boolean restored = earlier.restored(arrival.header());
    long gap = earlier.gap(arrival.header());
    ContentIntake content = new ContentIntake(station, ledger, early);
    Map<ChangeId, Changes.Here> here = content.here(arrival.changes());
    NotTaken notTaken = NotTaken.of(station, arrival, here, admitted);
    Optional<String> brought =
        station.state().flag("isHeadquarters")
            ? Optional.of(new BroughtChanges(station).of(arrival, notTaken::contains, known))
            : Optional.empty();
    ChangeIntake taken = content.take(arrival, here, notTaken, progress);
    HeadquartersWord word = new HeadquartersWord(station, ledger, audit);
    word.heed(arrival.header(), taken.receipts());
    TakenOutcomes outcomes = TakenOutcomes.of(station, taken, notTaken);
    // A server that crashed meanwhile may have answered all of this from an empty view.
    station.mustSeeAll();
    boolean whole = notTaken.held().isEmpty();

    Map<String, Value> fields = arrival.described(station.now());
    fields.put("state", Value.text((whole ? PackageState.IMPORTED : PackageState.PARTLY).name()));
    if (station.state().flag("isHeadquarters")) {
      fields.put(PackageFiles.ORIGINAL, Value.flag(true));
      fields.put("waitingChanges", Stored.orNothing(outcomes.waiting()));
    }
    brought.ifPresent(b -> fields.put(BroughtChanges.BROUGHT, Stored.orNothing(b)));
    fields.put("heldChanges", Stored.orNothing(String.join(" ", notTaken.held())));
    fields.put("refusedChanges", Stored.orNothing(String.join(" ", notTaken.refused())));
    RecordId id = known.map(EarlierPackages.Earlier::id).orElseGet(station.ids()::record);
    boolean copy = known.filter(k -> k.doubts().contains(Doubt.TWO_COPIES)).isPresent();
    fields.put("doubts", Stored.orNothing(Doubt.codes(staying(notTaken, known))));
    if (station.state().flag("isHeadquarters") || word.vouches(arrival.header())) {
      fields.put("changes", Stored.orNothing(own(arrival, taken)));
    }
    Optional<AuditCountersigning> audited =
        station.state().flag("isHeadquarters")
            ? Optional.of(new AuditCountersigning(station, arrival.header(), arrival.audit()))
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
      new HeadquartersRuns(station).learn(arrival.header());
      new DecisionDelivery(station, ledger, audit)
          .acknowledged(arrival.header(), came(known, restored));
      new LostChanges(station).remember(arrival.header(), audit);
      new KeptCodes(station, audit).heed(arrival.header().station(), arrival.header().notes());
      receipt =
          new Receipts(station, ledger, audit)
              .send(
                  answer(arrival, notTaken, outcomes.byChange()).order(copy),
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
          station,
          arrival.header().station(),
          arrival.header().authors().stream().map(Certificate::of).toList());
    }
    Saved saved = receipt.map(Sealing.Sealed::saved).orElseGet(() -> alone(remembering));
    ledger.announce(new Saved(saved.change(), saved.at(), List.copyOf(taken.allRecords())));
    return new Importing.Outcome.Imported(
        id,
        arrival.header().id(),
        taken.records().size(),
        taken.allRecords().size(),
        outcomes.records(),
        receipt.map(Sealing.Sealed::id),
        gap,
        notTaken.held().size(),
        restored);
  }

  private static WorkspaceCopies.Came came(
      Optional<EarlierPackages.Earlier> known, boolean restored) {
    List<Doubt> doubts = known.map(EarlierPackages.Earlier::doubts).orElse(List.of());
    if (doubts.contains(Doubt.TWO_COPIES)) {
      return WorkspaceCopies.Came.AS_A_COPY;
    }
    if (doubts.contains(Doubt.OLD_INCARNATION)) {
      return WorkspaceCopies.Came.IN_USE_STILL;
    }
    return restored ? WorkspaceCopies.Came.ANEW : WorkspaceCopies.Came.AS_BEFORE;
  }

  /**
   * What is written down of doubts. That there are two copies stays: the other copy works on as it
   * did, and is not taken for a given-up one.
   */
  private static List<Doubt> staying(NotTaken notTaken, Optional<EarlierPackages.Earlier> known) {
    Set<Doubt> doubts = new LinkedHashSet<>(notTaken.doubts());
    known.stream()
        .flatMap(k -> k.doubts().stream())
        .filter(d -> d == Doubt.TWO_COPIES || d == Doubt.CHANGE_OF_TWO_COPIES)
        .forEach(doubts::add);
    return List.copyOf(doubts);
  }

  private static Receipts.Answer answer(
      Arrival arrival, NotTaken notTaken, Map<String, String> outcomes) {
    Receipts.Word word = notTaken.held().isEmpty() ? Receipts.Word.IMPORTED : Receipts.Word.PARTLY;
    return Importing.answer(arrival, word, outcomes, List.copyOf(notTaken.doubts()));
  }

  /** Ids of this station's own changes that came back, from where others have them. */
  private String own(Arrival arrival, ChangeIntake taken) {
    return arrival.changes().stream()
        .filter(c -> c.station().equals(station.identity().station()))
        .filter(c -> taken.records().containsKey(c.id()))
        .map(c -> c.id().toString())
        .collect(Collectors.joining(" "));
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
