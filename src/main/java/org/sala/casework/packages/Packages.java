package org.sala.casework.packages;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.carrier.Carrier;
import org.sala.carrier.FolderCarrier;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.consent.SaidElsewhere;
import org.sala.casework.keys.Partner;
import org.sala.casework.keys.Peer;
import org.sala.casework.keys.Peers;
import org.sala.casework.packages.carry.Carrying;
import org.sala.casework.packages.carry.WithdrawnConsents;
import org.sala.casework.packages.files.OriginalExport;
import org.sala.casework.packages.files.Space;
import org.sala.casework.packages.register.OmittedItems;
import org.sala.casework.packages.register.PackageDetails;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageLists;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.packages.register.RefusedByReceiver;
import org.sala.casework.packages.register.UnfinishedWork;
import org.sala.casework.packages.seal.DangerSealing;
import org.sala.casework.packages.seal.OmittedExhibits;
import org.sala.casework.packages.seal.PartnerSealing;
import org.sala.casework.packages.seal.ReportSealing;
import org.sala.casework.packages.seal.Restatements;
import org.sala.casework.packages.seal.SealCheck;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.seal.SealPlanning;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.packages.take.FirstLook;
import org.sala.casework.packages.take.ImportQueue;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.packages.take.IntakeSpace;
import org.sala.casework.packages.take.PackageCheck;
import org.sala.casework.packages.take.PackageChecking;
import org.sala.casework.packages.take.VerifiedPackage;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Faults;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.crypto.Age;
import org.sala.domain.ChangeId;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.parcel.ParcelFault;

/** Packages: what leaves, what comes, and the true state of each. */
public final class Packages {
  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;

  public Packages(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
  }

  /** The lists of packages. */
  public PackageLists lines() {
    return new PackageLists(station);
  }

  /** Packages, all that there have ever been. */
  public List<PackageLine> list() {
    return lines().all();
  }

  /** Everything that is known of one package. */
  public PackageDetails details(RecordId id) {
    return PackageDetails.of(station, id);
  }

  /** Numbers that people are known by, in order; never their names. */
  public List<String> wristbands(List<RecordId> people) {
    return people.stream().map(p -> Stored.number(station, p, "wristband")).sorted().toList();
  }

  /** Of whom something stays for what another record of the same person says. */
  public List<SaidElsewhere> elsewhere(SealPlan plan) {
    Set<RecordId> people = new LinkedHashSet<>(plan.feared());
    people.addAll(plan.keptBack());
    people.addAll(plan.withoutConsent());
    return SaidElsewhere.among(
        station,
        people,
        new Consents(station, ledger),
        plan.consentFor(),
        Sealing.TO_HEADQUARTERS,
        new Fears(station, ledger).keptFromHeadquarters());
  }

  /** Of whom a package that lies here is stopped by what another record of the person says. */
  public List<SaidElsewhere> elsewhere(RecordId parcel) {
    return new WithdrawnConsents(station, ledger).elsewhere(parcel);
  }

  /** What people's yes leaves out of a plan. */
  public List<OmittedItems> leavesOut(SealPlan plan) {
    return OmittedItems.of(station, plan.items());
  }

  /** Numbers that cases are known by, in order. */
  public List<String> caseNumbers(List<RecordId> cases) {
    return cases.stream().map(c -> Stored.number(station, c, "number")).sorted().toList();
  }

  /** Works out what would leave: nothing is written. */
  public SealPlan plan(Optional<RecordId> caseId) {
    return new SealPlanning(station, ledger, audit).plan(caseId);
  }

  /**
   * Works out what would leave without some records, whose files are lost or damaged here; nothing
   * is written.
   */
  public SealPlan plan(Optional<RecordId> caseId, OmittedExhibits left) {
    return new SealPlanning(station, ledger, audit)
        .plan(caseId, left.exhibits().stream().map(OmittedExhibits.Exhibit::id).collect(toSet()));
  }

  /** Records of a plan whose files are not here as they were taken in; reads every one of them. */
  public List<OmittedExhibits.Exhibit> damaged(SealPlan plan) {
    return OmittedExhibits.damaged(station, plan);
  }

  /** Seals what the plan says into the outbox. */
  public PackageLine seal(SealPlan plan, Progress progress) {
    return seal(plan, OmittedExhibits.nothing(), progress);
  }

  /** Seals a plan that goes without something, for a reason that is written down. */
  public PackageLine seal(SealPlan plan, OmittedExhibits left, Progress progress) {
    try {
      RecordId sealed =
          new ReportSealing(station, ledger, audit).toHeadquarters(plan, left, progress);
      return lines().fresh(sealed);
    } catch (ParcelFault e) {
      throw unfinished().sealing(Faults.of(e));
    } catch (CaseworkFault e) {
      throw unfinished().sealing(e);
    }
  }

  /** Other stations of the agency that can be written to, as headquarters has listed them. */
  public List<Peer> peers() {
    return Peers.readers(station.state());
  }

  /** What would leave for other stations of the agency; headquarters need not be there. */
  public SealPlan planFor(List<Peer> peers, Optional<RecordId> caseId, OmittedExhibits left) {
    return new SealPlanning(station, ledger, audit)
        .forPeers(
            caseId,
            left.exhibits().stream().map(OmittedExhibits.Exhibit::id).collect(toSet()),
            peers.stream().map(Peer::name).toList());
  }

  /**
   * Seals it, to each station's own keys in a package of its own. Where it is stopped in between,
   * the packages that are whole stay.
   */
  public List<PackageLine> sealFor(
      List<Peer> peers, SealPlan plan, OmittedExhibits left, Progress progress) {
    List<PackageLine> lines = new ArrayList<>();
    try {
      new SealCheck(station, ledger).stands(plan);
      SealPlan whole = new Restatements(station, ledger).into(plan);
      for (Peer peer : peers) {
        Progress step = progress.step(lines.size(), peers.size());
        RecordId sealed =
            new ReportSealing(station, ledger, audit).toPeer(peer.id(), whole, left, step);
        lines.add(lines().fresh(sealed));
      }
      return lines;
    } catch (ParcelFault e) {
      throw unfinished().sealing(Faults.of(e));
    } catch (CaseworkFault e) {
      throw unfinished().sealing(e);
    }
  }

  /**
   * Seals what was written about alarms and was not sealed yet, for every station of the list.
   *
   * @param written changes about alarms and nothing else
   * @return how many packages that made
   */
  public int sealDanger(List<ChangeId> written) {
    try {
      return new DangerSealing(station, ledger, audit).seal(written).size();
    } catch (ParcelFault e) {
      throw Faults.of(e);
    }
  }

  /**
   * Seals what was copied for another agency, to its own keys.
   *
   * @param written fields of the package's record: for what and whom, and what was added
   * @param contents what is inside, in words
   */
  public PackageLine sealFor(
      Partner partner,
      SealPlan plan,
      Map<String, Value> written,
      byte[] contents,
      Progress progress) {
    try {
      RecordId sealed =
          new PartnerSealing(station, ledger, audit)
              .seal(partner, plan, written, contents, progress);
      return lines().fresh(sealed);
    } catch (ParcelFault e) {
      throw Faults.of(e);
    }
  }

  /** What the lock has stopped. */
  public UnfinishedWork unfinished() {
    return new UnfinishedWork(station, ledger);
  }

  /** Checks a package without taking anything in. */
  public PackageCheck check(Path file) {
    return check(file, Progress.none());
  }

  /**
   * Checks a file. One that was taken in here is judged by the day that it came, and what is known
   * against it since is told beside that.
   */
  public PackageCheck check(Path file, Progress progress) {
    return checking().check(file, progress);
  }

  /** Checks a package of one's own as it lies here, waiting or kept. */
  public PackageCheck checkKept(RecordId parcel, Progress progress) {
    return checking().checkKept(parcel, progress);
  }

  /** What a file is, before anything of it is taken in. */
  public FirstLook look(Path file, Progress progress) {
    return checking().look(file, progress);
  }

  /** Says what a package is that was read to be taken in. */
  public FirstLook look(VerifiedPackage read) {
    return checking().look(read);
  }

  private PackageChecking checking() {
    return new PackageChecking(station, ledger, audit);
  }

  /**
   * Takes a package in: verified whole, then taken into the journal, then answered where one
   * answers.
   */
  public Importing.Outcome take(Path file) {
    return take(file, Progress.none());
  }

  /** Takes a package in, and says how far it is; whoever stops it in time leaves nothing behind. */
  public Importing.Outcome take(Path file, Progress progress) {
    try (VerifiedPackage read = read(file, progress.step(0, 2))) {
      return take(read, progress.step(1, 2));
    }
  }

  /** Reads and verifies a package, to be looked at, and taken in without reading it anew. */
  public VerifiedPackage read(Path file, Progress progress) {
    return new VerifiedPackage(file, station, ledger, progress);
  }

  /** Whether this desk takes packages in and answers; on a server not every login does. */
  public boolean takesIn() {
    return station.seesAll();
  }

  /** Takes in what was read before, without reading it anew. */
  public Importing.Outcome take(VerifiedPackage read, Progress progress) {
    return new Importing(station, ledger, audit).take(read, progress);
  }

  /** Many to be taken in one after the other; the next one is verified while one is written. */
  public ImportQueue inTurn(List<Path> files) {
    return new ImportQueue(station, ledger, files);
  }

  /**
   * Gives out the file of a package that was taken in, byte for byte as it came. It stays encrypted
   * to this headquarters and its sender.
   *
   * @throws CaseworkFault {@code NOT_FOUND} where it was not kept or is lost, {@code BAD_FILE}
   *     where it is not what came any more
   */
  public Path original(RecordId parcel, Path folder, Progress progress) {
    return new OriginalExport(station, audit).give(parcel, folder, progress);
  }

  /** Bytes that taking files in needs at most, and that are free here. */
  public Space spaceFor(List<Path> files) {
    return new IntakeSpace(station).forFiles(files);
  }

  /** Bytes that a package needs in a folder, and that are free there. */
  public Space spaceIn(Path folder, RecordId parcel) {
    return new Carrying(station, ledger, audit).space(folder, parcel);
  }

  /**
   * Numbers of the people who stop a package that lies here: their protected part is in it and they
   * said no since, or they fear the recipient's country since.
   */
  public List<String> withdrawn(RecordId parcel) {
    return new WithdrawnConsents(station, ledger).stopping(parcel);
  }

  /** Sets a sealed package aside, for good: it is not carried, what it held can be sealed again. */
  public void setAside(RecordId parcel, String reason) {
    new WithdrawnConsents(station, ledger).setAside(parcel, reason);
  }

  /** Copies a sealed package to a folder, without saying how far it is. */
  public Path carry(RecordId parcel, Path folder) {
    return carry(parcel, folder, Progress.none());
  }

  /**
   * Copies a sealed package to a folder and writes down that it is on its way. What somebody in it
   * has withdrawn since does not leave.
   */
  public Path carry(RecordId parcel, Path folder, Progress progress) {
    return new Carrying(station, ledger, audit).carry(parcel, folder, progress);
  }

  /**
   * Sends a sealed package by a carrier that is open; otherwise the same.
   *
   * @throws IOException when the carrier cannot; why is in it
   */
  public Carrier.Sent carry(RecordId parcel, Carrier carrier, Progress progress)
      throws IOException {
    return new Carrying(station, ledger, audit).carry(parcel, carrier, progress);
  }

  /** Whether a file that begins like this was encrypted to whoever is at the desk. */
  public boolean isForUs(byte[] head) {
    return Age.isFor(List.copyOf(station.keys().receiving().values()), head);
  }

  /** The packages that lie in a folder. */
  public List<Path> waitingIn(Path folder) {
    try {
      return new FolderCarrier(folder).files();
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
  }

  /** What was refused of packages that left here, and has not gone again. */
  public RefusedByReceiver refused() {
    return new RefusedByReceiver(station, ledger);
  }

  /** How far a record is: the least advanced of the changes that its heads come from. */
  public RecordStates.Reached reached(RecordId record) {
    return RecordStates.of(station, record);
  }

  /**
   * Returns how far each of the records of a list is, asked at once; nothing at headquarters, where
   * all that is there has arrived.
   */
  public Map<RecordId, RecordStates.Way> ways(Collection<RecordId> records) {
    return station.state().flag("isHeadquarters") ? Map.of() : RecordStates.ways(station, records);
  }

  /** Returns how far a page is: its record, and the least advanced thing that belongs to it. */
  public RecordStates.Way way(RecordId record) {
    return RecordStates.way(station, record);
  }
}
