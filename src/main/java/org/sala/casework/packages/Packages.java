package org.sala.casework.packages;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.carrier.Carrier;
import org.sala.carrier.FolderCarrier;
import org.sala.casework.keys.Partner;
import org.sala.casework.keys.Peer;
import org.sala.casework.keys.Peers;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Faults;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.crypto.Age;
import org.sala.crypto.AgeIdentity;
import org.sala.domain.ChangeId;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.parcel.ParcelFault;
import org.sala.parcel.ParcelReader;
import org.sala.parcel.Purpose;
import org.sala.parcel.Sink;
import org.sala.parcel.Verdict;
import org.sala.vault.VaultFault;

/** Packages: what leaves, what comes, and the true state of each. */
public final class Packages {
  /** Bytes that a revision takes in the view while much is written (decision 158). */
  private static final long VIEW = 8 << 10;

  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;

  public Packages(Station station, Ledger ledger, AuditTrail audit) {
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
    REJECTED,
    /** Sealed, and never to be carried: what it holds is sealed again. */
    SET_ASIDE;

    /** Returns the state as a record has it. */
    static State of(Map<String, FieldState> fields, State otherwise) {
      return Stored.choice(fields, "state", State.class, otherwise);
    }
  }

  /**
   * One line in the list of packages.
   *
   * @param overtakenBy the number of a later package in which everything of this one lies as well;
   *     0 where there is none, or where it makes no difference any more
   */
  public record PackageLine(
      RecordId id,
      boolean outgoing,
      String purpose,
      long sequence,
      String fileName,
      long size,
      String contents,
      Optional<Moment> sealed,
      Optional<Moment> carried,
      State state,
      Optional<Moment> received,
      int changes,
      List<Doubt> doubts,
      List<String> cases,
      long overtakenBy) {
    public PackageLine {
      doubts = List.copyOf(doubts);
      cases = List.copyOf(cases);
    }

    /**
     * Whether a receipt is to be expected of whoever gets it; another station gives none, an agency
     * without Sala none, and a receipt is not answered.
     */
    public boolean answered() {
      return !purpose.equals("field") && !alarm() && !(abroad() && !purpose.equals("partner"));
    }

    /** Returns whether the package is between agencies. */
    public boolean abroad() {
      return purpose.startsWith("partner");
    }

    /** Returns whether the package tells of somebody in danger, and nothing else. */
    public boolean alarm() {
      return purpose.equals(Purpose.DANGER.code());
    }
  }

  /** The lists of packages. */
  public PackageLines lines() {
    return new PackageLines(station);
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

  /** What people's yes leaves out of a plan. */
  public List<LeavesOut> leavesOut(SealPlan plan) {
    return LeavesOut.of(station, plan);
  }

  public List<String> caseNumbers(List<RecordId> cases) {
    return cases.stream().map(c -> Stored.number(station, c, "number")).sorted().toList();
  }

  /** Works out what would leave: nothing is written. */
  public SealPlan plan(Optional<RecordId> caseId) {
    return new Planning(station, ledger, audit).plan(caseId);
  }

  /**
   * Works out what would leave without some records, whose files are lost or damaged here; nothing
   * is written.
   */
  public SealPlan plan(Optional<RecordId> caseId, LeftOut left) {
    return new Planning(station, ledger, audit)
        .plan(caseId, left.exhibits().stream().map(LeftOut.Exhibit::id).collect(toSet()));
  }

  /** Records of a plan whose files are not here as they were taken in; reads every one of them. */
  public List<LeftOut.Exhibit> damaged(SealPlan plan) {
    return LeftOut.damaged(station, plan);
  }

  /** Seals what the plan says into the outbox. */
  public PackageLine seal(SealPlan plan, Progress progress) {
    return seal(plan, LeftOut.nothing(), progress);
  }

  /** Seals a plan that goes without something, for a reason that is written down. */
  public PackageLine seal(SealPlan plan, LeftOut left, Progress progress) {
    try {
      RecordId sealed = new Sealing(station, ledger, audit).seal(plan, left, progress);
      return lines().fresh(sealed);
    } catch (ParcelFault e) {
      throw unfinished().sealing(sorted(e));
    } catch (CaseworkFault e) {
      throw unfinished().sealing(e);
    }
  }

  /** Other stations of the agency that can be written to, as headquarters has listed them. */
  public List<Peer> peers() {
    return Peers.readers(station.state());
  }

  /** What would leave for other stations of the agency; headquarters need not be there. */
  public SealPlan planFor(List<Peer> peers, Optional<RecordId> caseId, LeftOut left) {
    return new Planning(station, ledger, audit)
        .forPeers(
            caseId,
            left.exhibits().stream().map(LeftOut.Exhibit::id).collect(toSet()),
            peers.stream().map(Peer::name).toList());
  }

  /**
   * Seals it, to each station's own keys in a package of its own. Where it is stopped in between,
   * the packages that are whole stay.
   */
  public List<PackageLine> sealFor(
      List<Peer> peers, SealPlan plan, LeftOut left, Progress progress) {
    List<PackageLine> lines = new ArrayList<>();
    try {
      new SealCheck(station, ledger).stands(plan);
      SealPlan whole = new Restating(station, ledger).into(plan);
      for (Peer peer : peers) {
        Progress step = progress.step(lines.size(), peers.size());
        RecordId sealed = new Sealing(station, ledger, audit).sealFor(peer.id(), whole, left, step);
        lines.add(lines().fresh(sealed));
      }
      return lines;
    } catch (ParcelFault e) {
      throw unfinished().sealing(sorted(e));
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
      throw sorted(e);
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
          new FromPartners(station, ledger, audit, this)
              .seal(partner, plan, written, contents, progress);
      return lines().fresh(sealed);
    } catch (ParcelFault e) {
      throw sorted(e);
    }
  }

  /** What the lock has stopped. */
  public Unfinished unfinished() {
    return new Unfinished(station, ledger);
  }

  /** Checks a package without taking anything in. */
  public Checked check(Path file) {
    return check(file, Progress.none());
  }

  /**
   * Checks a file. One that was taken in here is judged by the day that it came, and what is known
   * against it since is told beside that.
   */
  public Checked check(Path file, Progress progress) {
    return new AtArrival(station).judged(checkToday(file, progress));
  }

  /** Checks a file by the lists of today, whenever it came. */
  Checked checkToday(Path file, Progress progress) {
    return checked(file, verify(file, progress), progress);
  }

  private Checked checked(Path file, Verdict verdict, Progress progress) {
    return FromPartners.claims(verdict)
        ? new FromPartners(station, ledger, audit, this).check(file, verdict, progress)
        : Checked.of(verdict, station.practice());
  }

  /** Checks a package of one's own as it lies here, waiting or kept. */
  public Checked checkKept(RecordId parcel, Progress progress) {
    Map<String, FieldState> f = station.view().records().fields(parcel);
    Path file = new KeptFiles(station).leaving(f);
    if (Stored.text(f, "direction").filter("out"::equals).isEmpty() || !Files.isRegularFile(file)) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
    }
    return check(file, progress);
  }

  /** What a file is, before anything of it is taken in. */
  public FirstLook look(Path file, Progress progress) {
    return FirstLook.at(file, station, this, progress);
  }

  /** Says what a package is that was read to be taken in. */
  public FirstLook look(Verified read) {
    return FirstLook.at(
        read.file(),
        station,
        () -> checked(read.file(), read.now(Progress.none()).verdict(), Progress.none()));
  }

  Verdict verify(Path file, Progress progress) {
    return verify(file, Sink.nothing(), progress);
  }

  Verdict verify(Path file, Sink sink, Progress progress) {
    return verify(file, sink, OutputStream.nullOutputStream(), progress);
  }

  /**
   * @param copy gets the file as it is read
   */
  Verdict verify(Path file, Sink sink, OutputStream copy, Progress progress) {
    try {
      return reader().read(file, sink, copy, ledger.untilLocked(progress).inParcel());
    } catch (IOException e) {
      throw Faults.of(e);
    } catch (VaultFault e) {
      throw Faults.of(e);
    } catch (ParcelFault e) {
      throw sorted(e);
    }
  }

  static CaseworkFault sorted(ParcelFault e) {
    return new CaseworkFault(
        switch (e.code()) {
          case STOPPED -> CaseworkFault.Code.STOPPED;
          case DISK_FULL -> CaseworkFault.Code.DISK_FULL;
          case EXHIBIT_CHANGED, CHANGED_SINCE -> CaseworkFault.Code.BAD_FILE;
          default -> CaseworkFault.Code.IO;
        },
        e);
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
   * Takes a package in: verified whole, then taken into the journal, then answered where one
   * answers.
   */
  public Importing.Outcome take(Path file) {
    return take(file, Progress.none());
  }

  public Importing.Outcome take(Path file, Progress progress) {
    try (Verified read = read(file, progress.step(0, 2))) {
      return take(read, progress.step(1, 2));
    }
  }

  /** Reads and verifies a package, to be looked at, and taken in without reading it anew. */
  public Verified read(Path file, Progress progress) {
    return new Verified(file, station, ledger, this, progress);
  }

  /** Whether this desk takes packages in and answers; on a server not every login does. */
  public boolean takesIn() {
    return station.seesAll();
  }

  public Importing.Outcome take(Verified read, Progress progress) {
    return new Importing(station, ledger, audit, this).take(read, progress);
  }

  /** Many to be taken in one after the other; the next one is verified while one is written. */
  public InTurn inTurn(List<Path> files) {
    return new InTurn(this, files);
  }

  /**
   * Gives out the file of a package that was taken in, byte for byte as it came. It stays encrypted
   * to this headquarters and its sender.
   *
   * @throws CaseworkFault {@code NOT_FOUND} where it was not kept or is lost, {@code BAD_FILE}
   *     where it is not what came any more
   */
  public Path original(RecordId parcel, Path folder, Progress progress) {
    return new Originals(station, audit).give(parcel, folder, progress);
  }

  /** Bytes that taking files in needs at most, and that are free here. */
  public Space spaceFor(List<Path> files) {
    // What is in them, what is made of it, and at headquarters the file itself.
    int times = station.state().flag("isHeadquarters") ? 3 : 2;
    try {
      long needed = 1 << 20;
      for (Path f : files) {
        needed += Files.size(f) * times;
      }
      return new Space(needed, station.folder().free());
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
  }

  /**
   * Bytes that the view of what a package brings may need, and that are free: a view that has no
   * room can neither be finished nor made anew. A hundred thousand revisions made it 780 MB longer.
   */
  Space spaceFor(Arrival arrival) {
    boolean elsewhere = station.state().sharing().isPresent();
    return new Space(elsewhere ? 0 : arrival.pieces() * VIEW, station.folder().free());
  }

  /** Bytes that a package needs in a folder, and that are free there. */
  public Space spaceIn(Path folder, RecordId parcel) {
    return new Carriage(station, ledger, audit).space(folder, parcel);
  }

  /** What something needs, and what is there. */
  public record Space(long needed, long free) {
    public boolean fits() {
      return needed < free;
    }
  }

  /**
   * Numbers of the people who stop a package that lies here: their protected part is in it and they
   * said no since, or they fear the recipient's country since.
   */
  public List<String> withdrawn(RecordId parcel) {
    return new Withdrawals(station, ledger).stopping(parcel);
  }

  /** Sets a sealed package aside, for good: it is not carried, what it held can be sealed again. */
  public void setAside(RecordId parcel, String reason) {
    new Withdrawals(station, ledger).setAside(parcel, reason);
  }

  public Path carry(RecordId parcel, Path folder) {
    return carry(parcel, folder, Progress.none());
  }

  /**
   * Copies a sealed package to a folder and writes down that it is on its way. What somebody in it
   * has withdrawn since does not leave.
   */
  public Path carry(RecordId parcel, Path folder, Progress progress) {
    return new Carriage(station, ledger, audit).carry(parcel, folder, progress);
  }

  /**
   * Sends a sealed package by a carrier that is open; otherwise the same.
   *
   * @throws IOException when the carrier cannot; why is in it
   */
  public Carrier.Sent carry(RecordId parcel, Carrier carrier, Progress progress)
      throws IOException {
    return new Carriage(station, ledger, audit).carry(parcel, carrier, progress);
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
  public RefusedThere refused() {
    return new RefusedThere(station, ledger);
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
