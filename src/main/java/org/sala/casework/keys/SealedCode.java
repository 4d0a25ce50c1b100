package org.sala.casework.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.RecoverySheet;
import org.sala.crypto.Age;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.AgeRecipient;
import org.sala.crypto.CryptoFault;
import org.sala.crypto.NotAuthenticException;
import org.sala.domain.DomainFault;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/**
 * The code that opens one laptop, sealed to the agency's recovery key ({@code
 * docs/formats/recovery.md}).
 *
 * @param made when; the latest is the one that opens the laptop as it is now
 */
@BehindTheDesk
public record SealedCode(StationId station, Instant made, RecoverySheet code) {
  private static final int LARGEST = 4096;

  /** An age file of some five hundred bytes. */
  byte[] seal(AgeRecipient agency) {
    Map<String, Value> content = new LinkedHashMap<>();
    content.put("format", Value.whole(1));
    content.put("station", Value.text(station.toString()));
    content.put("made", Value.text(made.toString()));
    content.put("code", Value.text(code.code()));
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream out = Age.encrypt(List.of(agency), sealed)) {
      out.write(Json.write(new Value.Parts(content)));
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
    return sealed.toByteArray();
  }

  /**
   * Opens what a laptop sealed; empty where it is not for this key.
   *
   * @throws CaseworkFault {@code BAD_FILE} where it is for this key and makes no sense
   */
  public static Optional<SealedCode> open(byte[] sealed, AgeIdentity agency) {
    if (sealed.length > LARGEST || !Age.isFor(List.of(agency), sealed)) {
      return Optional.empty();
    }
    try (InputStream in = Age.decrypt(List.of(agency), new ByteArrayInputStream(sealed))) {
      Value.Parts content = Json.readParts(in.readNBytes(LARGEST));
      return Optional.of(
          new SealedCode(
              StationId.of(content.text("station").orElse("")),
              Instant.parse(content.text("made").orElse("")),
              new RecoverySheet(content.text("code").orElse(""))));
    } catch (IOException
        | NotAuthenticException
        | DomainFault
        | CryptoFault
        | DateTimeException
        | IllegalArgumentException e) {
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE, e);
    }
  }

  @Override
  public String toString() {
    return "SealedCode";
  }
}
