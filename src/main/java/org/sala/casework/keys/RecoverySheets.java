package org.sala.casework.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Officers;
import org.sala.casework.station.RecoverySheet;
import org.sala.casework.station.Station;
import org.sala.disk.WholeFile;
import org.sala.domain.AuditEntry;

/** The recovery sheet on its way out of the program: on paper or into a file, never unnoticed. */
public final class RecoverySheets {
  private final Station station;
  private final Officers officers;
  private final AuditTrail audit;

  public RecoverySheets(Station station, Officers officers, AuditTrail audit) {
    this.station = station;
    this.officers = officers;
    this.audit = audit;
  }

  /** A new sheet; the one before opens nothing any more. */
  public RecoverySheet make() {
    return officers.recoverySheet();
  }

  /** Whether the agency can open this laptop with two of its three sheets. */
  public boolean agencyCanOpen() {
    return new AgencySlot(station, audit).isThere();
  }

  public boolean sharesAreProved() {
    return officers.sharesAreProved();
  }

  /**
   * Writes a sheet into a file that the officer chose. It is readable for everybody who gets hold
   * of it: the one thing that leaves in the plain, and only because somebody asked for it.
   *
   * @param words what stands above the code
   */
  public void save(RecoverySheet sheet, Path file, String words) {
    try {
      WholeFile.write(
          file, (words + "\n\n" + sheet.code() + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
    audit.note(AuditEntry.Act.EXPORTED, "recovery sheet");
  }

  /** A sheet was given to a printer. */
  public void printed() {
    audit.note(AuditEntry.Act.PRINTED, "recovery sheet");
  }

  /** Remembers that two groups were typed back from the paper. */
  public void proved() {
    officers.recoveryProved();
  }

  public boolean areProved() {
    return officers.recoveryIsProved();
  }
}
