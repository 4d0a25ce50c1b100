package org.sala.casework.headquarters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.disk.WholeFile;
import org.sala.domain.AuditEntry;
import org.sala.domain.Compartment;

/** What somebody outside needs to check packages with age and openssl alone. */
final class ForChecking {
  private final Station station;
  private final AuditTrail audit;

  ForChecking(Station station, AuditTrail audit) {
    this.station = station;
    this.audit = audit;
  }

  /**
   * @param withIdentities also headquarters' receiving identities: for a demonstration
   */
  void write(Path folder, boolean withIdentities) {
    StationState state = station.state();
    try {
      Files.createDirectories(folder);
      write(folder.resolve("authority.pem"), all(state, "authorities") + all(state, "issuers"));
      write(folder.resolve("crl.pem"), all(state, "revoked"));
      if (!state.texts("formerAuthorities").isEmpty()) {
        write(
            folder.resolve("former-authorities.pem"),
            all(state, "formerAuthorities") + all(state, "successions"));
      }
      if (withIdentities) {
        write(
            folder.resolve("headquarters-identity.txt"),
            secret(Compartment.INVESTIGATION) + secret(Compartment.PROTECTION));
        audit.note(AuditEntry.Act.EXPORTED, "receiving identities");
      }
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
  }

  private static void write(Path file, String text) throws IOException {
    WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String all(StationState state, String name) {
    return String.join("", state.texts(name));
  }

  private String secret(Compartment c) {
    return station.receiving(c).secret() + "\n";
  }
}
