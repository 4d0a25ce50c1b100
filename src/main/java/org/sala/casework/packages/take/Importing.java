package org.sala.casework.packages.take;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.keys.Peers;
import org.sala.casework.packages.files.PackageFiles;
import org.sala.casework.packages.files.TrailingWork;
import org.sala.casework.packages.receipt.HeadquartersClock;
import org.sala.casework.packages.receipt.Receipts;
import org.sala.casework.packages.register.Doubt;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.station.Act;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.casework.station.Supervision;
import org.sala.domain.AuditEntry;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.parcel.ParcelHeader;
import org.sala.parcel.Purpose;
import org.sala.parcel.Verdict;

/**
 * Takes packages in: verified whole first, then into the journal, then a receipt. What is sound but
 * in doubt is kept as it came, until people have decided.
 */
public final class Importing {
  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;

  public Importing(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
  }

  /** What became of a file. */
  public sealed interface Outcome {
    /**
     * What is beyond doubt in the package is in the journal.
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

    /** The package lies in quarantine, or was rejected, since then. */
    record AlreadyDecided(PackageState state, Moment at) implements Outcome {}

    /** Not what it should be; its findings are kept, and nothing of it can be admitted. */
    record Refused(PackageCheck checked) implements Outcome {}

    /** Sound, and in doubt: it waits in quarantine, and nothing became visible. */
    record Held(RecordId id, PackageCheck checked, List<Doubt> doubts, Optional<RecordId> receipt)
        implements Outcome {}
  }

  /**
   * Takes a verified package in.
   *
   * @throws CaseworkFault {@code NO_SPACE} or {@code STOPPED}; then nothing was taken
   */
  public Outcome take(VerifiedPackage verified, Progress progress) {
    station.mustSeeAll();
    Path file = verified.file();
    if (!new IntakeSpace(station).forFiles(List.of(file)).fits()) {
      throw new CaseworkFault(CaseworkFault.Code.NO_SPACE);
    }
    VerifiedPackage.Read read = verified.now(Progress.none());
    Verdict verdict = read.verdict();
    // Of two programs that find the same file one takes it in, and the other one leaves it alone.
    return new IntakeLock(station, ledger)
        .with(
            verdict.digest(),
            verdict.header().map(ParcelHeader::station),
            progress,
            () ->
                PartnerIntake.claims(verdict)
                    ? new PartnerIntake(station, ledger, audit)
                        .take(file, read.copy(), verdict, progress)
                    : take(file, read, progress));
  }

  private Outcome take(Path file, VerifiedPackage.Read read, Progress progress) {
    Verdict verdict = read.verdict();
    EarlierPackages arrivals = new EarlierPackages(station);
    Optional<EarlierPackages.Earlier> before = arrivals.of(verdict.digest());
    if (before.isPresent()) {
      Moment at = before.get().received().orElseGet(station::now);
      PackageState state = before.get().state();
      return state == PackageState.HELD || state == PackageState.REJECTED
          ? new Outcome.AlreadyDecided(state, at)
          : new Outcome.AlreadyImported(at);
    }
    PackageFiles kept = new PackageFiles(station);
    if (!mayBelieve(verdict) || !ofItsOwn(verdict, read.gathering())) {
      clock(verdict);
      kept.keepRefused(read.copy(), file, verdict.digest());
      audit.note(AuditEntry.Act.REFUSED, verdict.digest());
      PackageCheck checked = PackageCheck.notTaken(verdict, station.practice());
      new RefusalRecords(station, ledger).remember(file, checked);
      return new Outcome.Refused(checked);
    }
    Arrival arrival =
        new NeighbourChanges(station).doubting(read.gathering().arrival(file, verdict));
    List<Doubt> doubts = station.state().flag("isHeadquarters") ? doubts(arrival) : List.of();
    if (!doubts.isEmpty()) {
      kept.keepWaiting(read.copy(), file, verdict.digest());
      return hold(arrival, doubts);
    }
    Outcome.Imported imported = commit(arrival, kept, file, read, progress);
    if (imported.held() > 0) {
      kept.keepWaiting(file, verdict.digest());
    }
    return imported;
  }

  /** By a clock that is years off nobody's certificate holds, and headquarters' word ends here. */
  private void clock(Verdict verdict) {
    verdict
        .header()
        .filter(h -> verdict.sound() && !station.state().flag("isHeadquarters"))
        .filter(
            h ->
                station
                    .state()
                    .text("headquarters")
                    .filter(h.station().toString()::equals)
                    .isPresent())
        .filter(h -> verdict.signer().filter(c -> c.role().equals("headquarters")).isPresent())
        .ifPresent(new HeadquartersClock(station)::refused);
  }

  private Outcome.Imported commit(
      Arrival arrival, PackageFiles kept, Path file, VerifiedPackage.Read read, Progress progress) {
    Committing committing = new Committing(station, ledger, audit).with(read.files());
    if (!station.state().flag("isHeadquarters")) {
      return committing.commit(arrival, Optional.empty(), Set.of(), progress);
    }
    try (TrailingWork original = new TrailingWork()) {
      // Before it is written down: what is said to be kept is.
      Path lies = kept.keepOriginal(read.copy(), file, arrival.verdict().digest(), original);
      return committing
          .after(original::finish)
          .commit(arrival.lying(lies), Optional.empty(), Set.of(), progress);
    }
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
    StationId to = header.addressee();
    boolean danger = header.purpose() == Purpose.DANGER;
    if (!to.equals(danger ? header.station() : station.identity().station())) {
      return false;
    }
    boolean training = header.purpose() == Purpose.TRAINING;
    if (training != station.practice()) {
      return false;
    }
    if (station.state().flag("isHeadquarters")) {
      return training || header.purpose() == Purpose.REPORT;
    }
    if (danger || header.purpose() == Purpose.FIELD) {
      return verdict.genuine()
          && verdict
              .signer()
              .filter(Supervision::isOfStation)
              .flatMap(c -> Peers.speaking(station.state(), header.station(), c))
              .isPresent();
    }
    return verdict.genuine()
        && station
            .state()
            .text("headquarters")
            .filter(header.station().toString()::equals)
            .isPresent()
        && verdict.signer().filter(c -> c.role().equals("headquarters")).isPresent();
  }

  /**
   * One station passes on nothing of another to a third: what a peer brings is its own. What it
   * passes on to headquarters is what its authors wrote for their own station.
   */
  private boolean ofItsOwn(Verdict verdict, ArrivalGathering gathering) {
    ParcelHeader header = verdict.header().orElseThrow();
    if (new OfficerIntroductions(station).ofOthers(gathering.introduced())) {
      return false;
    }
    return switch (header.purpose()) {
      case FIELD, DANGER -> gathering.allOf(header.station());
      default -> !new NeighbourChanges(station).forged(gathering.passedOn());
    };
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
    doubts.addAll(new EarlierPackages(station).copies(arrival));
    return List.copyOf(doubts);
  }

  private Outcome hold(Arrival arrival, List<Doubt> doubts) {
    Map<String, Value> fields = arrival.described(station.now());
    fields.put("state", Value.text(PackageState.HELD.name()));
    fields.put("doubts", Value.text(Doubt.codes(doubts)));
    // The answer first: an import that was cut off in between is begun again, and nobody goes
    // untold.
    Optional<RecordId> receipt =
        new Receipts(station, ledger, audit)
            .send(answer(arrival, Receipts.Word.HELD, Map.of(), doubts));
    RecordId id = station.ids().record();
    ledger.write(new Act().make(id, Kinds.PARCEL, station.scope(), fields));
    audit.note(AuditEntry.Act.QUARANTINED, arrival.verdict().digest());
    return new Outcome.Held(id, PackageCheck.of(arrival.verdict()), doubts, receipt);
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
        false);
  }
}
