package org.sala.casework.packages.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.sala.carrier.Carrier;
import org.sala.carrier.CarrierFault;
import org.sala.carrier.FolderCarrier;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.AuditEntry;
import org.sala.domain.RecordId;
import org.sala.merge.FieldState;

/** The files of packages that were taken in, as they came. */
@BehindTheDesk
public final class OriginalExport {
  private final Station station;
  private final AuditTrail audit;

  public OriginalExport(Station station, AuditTrail audit) {
    this.station = station;
    this.audit = audit;
  }

  /** Gives one out under the name of its digest; what was changed here meanwhile is refused. */
  public Path give(RecordId parcel, Path folder, Progress progress) {
    Map<String, FieldState> f = station.view().records().fields(parcel);
    String digest = Stored.text(f, "digest").orElse("");
    Path file = new PackageFiles(station).original(digest);
    if (!f.containsKey(PackageFiles.ORIGINAL) || !Files.isRegularFile(file)) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
    }
    String name = digest + ".sala";
    // The audit has it before it stands there.
    audit.note(AuditEntry.Act.EXPORTED, parcel);
    try {
      Carrier.Sent sent =
          new FolderCarrier(folder).send(file, name, digest, bytes -> !progress.stopped());
      if (sent == Carrier.Sent.STOPPED) {
        throw new CaseworkFault(CaseworkFault.Code.STOPPED);
      }
      return folder.resolve(name);
    } catch (CarrierFault e) {
      throw new CaseworkFault(
          switch (e.why()) {
            case SPOILED -> CaseworkFault.Code.BAD_FILE;
            case FULL -> CaseworkFault.Code.NO_SPACE;
            case TOO_LARGE -> CaseworkFault.Code.NO_LARGE_FILES;
            default -> CaseworkFault.Code.IO;
          },
          e);
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
  }
}
