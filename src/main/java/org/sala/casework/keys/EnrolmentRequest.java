package org.sala.casework.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.CaseworkFault;
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
 * What goes from a new station to headquarters: station id, a certificate request for each officer,
 * what the first of them adopts, receiving keys; no person ({@code docs/formats/enrolment.md}).
 */
@BehindTheDesk
public record EnrolmentRequest(
    byte[] bytes,
    StationId station,
    List<CertificateRequest> officers,
    List<Adoption> adopts,
    AgeRecipient investigation,
    AgeRecipient protection) {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /** As many officers as a key file has slots. */
  private static final int MOST_OFFICERS = 64;

  public EnrolmentRequest {
    officers = List.copyOf(officers);
    adopts = List.copyOf(adopts);
    Set<String> keys =
        officers.stream().map(r -> r.key().fingerprint()).collect(Collectors.toSet());
    if (officers.isEmpty() || officers.size() > MOST_OFFICERS || keys.size() < officers.size()) {
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
    }
    // An adoption is the asking officer's own word, about a key that asks for nothing itself.
    for (Adoption a : adopts) {
      if (!a.signedBy(officers.getFirst().key()) || keys.contains(a.lost().fingerprint())) {
        throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
      }
    }
  }

  static byte[] write(
      StationId station,
      List<CertificateRequest> officers,
      List<Adoption> adopts,
      AgeRecipient investigation,
      AgeRecipient protection) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("format", Value.whole(1));
    parts.put("station", Value.text(station.toString()));
    parts.put(
        "requests",
        Value.texts(
            officers.stream().map(r -> Base64.getEncoder().encodeToString(r.der())).toList()));
    parts.put("adopts", new Value.Listing(adopts.stream().map(a -> (Value) a.toValue()).toList()));
    parts.put("investigation", Value.text(investigation.text()));
    parts.put("protection", Value.text(protection.text()));
    return Json.write(new Value.Parts(parts));
  }

  /** Longer is no request. */
  private static final int LONGEST = 64 << 10;

  public static EnrolmentRequest read(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
      }
      return read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
  }

  public static EnrolmentRequest read(byte[] bytes) {
    try {
      Value.Parts parts = Json.readParts(bytes);
      StationId station = StationId.of(parts.text("station").orElse(""));
      List<CertificateRequest> officers = new ArrayList<>();
      for (Value v : items(parts, "requests")) {
        officers.add(CertificateRequest.of(Base64.getDecoder().decode(v.asText().orElse(""))));
      }
      List<Adoption> adopts = new ArrayList<>();
      for (Value v : items(parts, "adopts")) {
        if (!(v instanceof Value.Parts one)) {
          throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
        }
        adopts.add(Adoption.of(station, one));
      }
      return new EnrolmentRequest(
          bytes,
          station,
          officers,
          adopts,
          new AgeRecipient(parts.text("investigation").orElse("")),
          new AgeRecipient(parts.text("protection").orElse("")));
    } catch (DomainFault | CryptoFault | IllegalArgumentException | NotAuthenticException e) {
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE, e);
    }
  }

  private static List<Value> items(Value.Parts parts, String key) {
    return parts.parts().get(key) instanceof Value.Listing l ? l.items() : List.of();
  }

  /**
   * A code that both sides compare over the telephone: 12 base32 characters (60 bits) of the
   * SHA-256 of what it is about, in groups of four.
   */
  static String code(byte[]... about) {
    byte[] digest = Sha256.of(about);
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
