package org.sala.casework.packages.take;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.sala.casework.packages.files.PackageFiles;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.RecordId;
import org.sala.merge.FieldState;
import org.sala.parcel.Verdict;

/** Checks packages without taking anything in. */
@BehindTheDesk
public final class PackageChecking {
  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;

  public PackageChecking(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
  }

  /**
   * Checks a file. One that was taken in here is judged by the day that it came, and what is known
   * against it since is told beside that.
   */
  public PackageCheck check(Path file, Progress progress) {
    return new VerdictAtArrival(station).judged(checkToday(file, progress));
  }

  /** Checks a file by the lists of today, whenever it came. */
  PackageCheck checkToday(Path file, Progress progress) {
    return checked(file, new PackageReading(station, ledger).verify(file, progress), progress);
  }

  private PackageCheck checked(Path file, Verdict verdict, Progress progress) {
    return PartnerIntake.claims(verdict)
        ? new PartnerIntake(station, ledger, audit).check(file, verdict, progress)
        : PackageCheck.of(verdict, station.practice());
  }

  /** Checks a package of one's own as it lies here, waiting or kept. */
  public PackageCheck checkKept(RecordId parcel, Progress progress) {
    Map<String, FieldState> f = station.view().records().fields(parcel);
    Path file = new PackageFiles(station).leaving(f);
    if (Stored.text(f, "direction").filter("out"::equals).isEmpty() || !Files.isRegularFile(file)) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
    }
    return check(file, progress);
  }

  /** What a file is, before anything of it is taken in. */
  public FirstLook look(Path file, Progress progress) {
    return FirstLook.at(file, station, () -> check(file, progress));
  }

  /** Says what a package is that was read to be taken in. */
  public FirstLook look(VerifiedPackage read) {
    return FirstLook.at(
        read.file(),
        station,
        () -> checked(read.file(), read.now(Progress.none()).verdict(), Progress.none()));
  }
}
