package org.sala.casework.headquarters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sala.casework.keys.KeptCodes;
import org.sala.casework.keys.SealedCode;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.RecoveryCode;
import org.sala.casework.station.RecoveryKey;
import org.sala.casework.station.RecoverySheet;
import org.sala.casework.station.Station;
import org.sala.crypto.AgeIdentity;
import org.sala.domain.AuditEntry;
import org.sala.domain.StationId;
import org.sala.vault.KeyFile;

/**
 * Laptops whose officers have lost every passphrase: two of the agency's three sheets open the code
 * that such a laptop sealed, which is then read aloud to somebody whose voice one knows.
 */
public final class LostLaptops {
  private static final int LARGEST = 4096;

  private final KeptCodes kept;
  private final AuditTrail audit;

  public LostLaptops(Station station, AuditTrail audit) {
    this.kept = new KeptCodes(station, audit);
    this.audit = audit;
  }

  /** What came of asking for a code. */
  public sealed interface Opening {
    /** What opens the laptop. */
    record Code(StationId station, RecoverySheet code) implements Opening {
      @Override
      public String toString() {
        return "Code";
      }
    }

    /** Not two sheets of one set, each as it was printed. */
    record NotTwoSheets() implements Opening {}

    /** Nothing that lies here was sealed to the key of these sheets. */
    record OtherSheets() implements Opening {}
  }

  /** Whether a code of this laptop lies here. */
  public boolean isKept(StationId laptop) {
    return !kept.of(laptop).isEmpty();
  }

  /**
   * The latest code of a laptop that came with its reports.
   *
   * @param sheets two of the agency's three, typed one after the other
   */
  public Opening open(StationId laptop, String sheets) {
    return open(kept.of(laptop), Optional.of(laptop), sheets);
  }

  /**
   * The code in the file that lies in a laptop's own folder, for one that never sent a package.
   *
   * @throws CaseworkFault {@code BAD_FILE} where it is no such file
   */
  public Opening open(Path file, String sheets) {
    try (InputStream in = Files.newInputStream(file)) {
      return open(List.of(in.readNBytes(LARGEST)), Optional.empty(), sheets);
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
  }

  private Opening open(List<byte[]> sealed, Optional<StationId> laptop, String sheets) {
    RecoveryCode joined = RecoveryCode.typed(sheets);
    if (!joined.slot().equals(KeyFile.AGENCY)) {
      return new Opening.NotTwoSheets();
    }
    AgeIdentity agency = RecoveryKey.of(joined.phrase());
    Optional<SealedCode> latest =
        sealed.stream()
            .flatMap(s -> SealedCode.open(s, agency).stream())
            .filter(c -> laptop.isEmpty() || laptop.get().equals(c.station()))
            .max(Comparator.comparing(SealedCode::made));
    latest.ifPresent(c -> audit.note(AuditEntry.Act.EXPORTED, "recovery code of " + c.station()));
    return latest
        .<Opening>map(c -> new Opening.Code(c.station(), c.code()))
        .orElseGet(Opening.OtherSheets::new);
  }
}
