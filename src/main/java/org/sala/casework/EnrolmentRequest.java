package org.sala.casework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sala.crypto.AgeRecipient;
import org.sala.crypto.CertificateRequest;
import org.sala.crypto.CryptoFault;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.Sha256;
import org.sala.domain.DomainFault;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/**
 * What goes from a new station to headquarters: station id, certificate request, receiving keys; no
 * person.
 */
record EnrolmentRequest(
    byte[] bytes,
    StationId station,
    CertificateRequest certificate,
    AgeRecipient investigation,
    AgeRecipient protection) {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  static byte[] write(
      StationId station,
      CertificateRequest certificate,
      AgeRecipient investigation,
      AgeRecipient protection) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("format", Value.whole(1));
    parts.put("station", Value.text(station.toString()));
    parts.put("request", Value.text(Base64.getEncoder().encodeToString(certificate.der())));
    parts.put("investigation", Value.text(investigation.text()));
    parts.put("protection", Value.text(protection.text()));
    return Json.write(new Value.Parts(parts));
  }

  /** Longer is no request. */
  private static final int LONGEST = 64 << 10;

  static EnrolmentRequest read(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
      }
      return read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
  }

  static EnrolmentRequest read(byte[] bytes) {
    try {
      Value.Parts parts = Json.readParts(bytes);
      return new EnrolmentRequest(
          bytes,
          StationId.of(parts.text("station").orElse("")),
          CertificateRequest.of(Base64.getDecoder().decode(parts.text("request").orElse(""))),
          new AgeRecipient(parts.text("investigation").orElse("")),
          new AgeRecipient(parts.text("protection").orElse("")));
    } catch (DomainFault | CryptoFault | IllegalArgumentException | NotAuthenticException e) {
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE, e);
    }
  }

  /**
   * The code that both sides compare over the telephone: 12 base32 characters (60 bits) of
   * SHA-256(request, authority certificate), in groups of four.
   */
  static String code(byte[] request, byte[] authority) {
    byte[] digest = Sha256.of(request, authority);
    StringBuilder code = new StringBuilder();
    long bits = 0;
    for (int i = 0; i < 8; i++) {
      bits = bits << 8 | digest[i] & 0xff;
    }
    for (int i = 0; i < 12; i++) {
      if (i > 0 && i % 4 == 0) {
        code.append('-');
      }
      code.append(BASE32.charAt((int) (bits >>> 59 & 31)));
      bits <<= 5;
    }
    return code.toString();
  }
}
