package org.sala.casework;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.crypto.Age;
import org.sala.crypto.Certificate;
import org.sala.crypto.CertificateRequest;
import org.sala.crypto.CryptoFault;
import org.sala.crypto.NotAuthenticException;
import org.sala.domain.AuditEntry;
import org.sala.domain.Compartment;
import org.sala.domain.DomainFault;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/**
 * How a station comes to be known at headquarters, with no network: a file goes, a file comes back.
 */
public final class Enrolment {
  private final Station station;
  private final AuditTrail audit;

  Enrolment(Station station, AuditTrail audit) {
    this.station = station;
    this.audit = audit;
  }

  /** What headquarters has made of this station. */
  public record Standing(
      String agency, String stationName, String letter, String casePrefix, String officerNumber) {}

  public boolean enrolled() {
    return certificate().isPresent();
  }

  public Optional<Standing> standing() {
    return certificate()
        .map(
            c ->
                new Standing(
                    c.agency(),
                    station.state().text("stationName").orElse(""),
                    station.state().text("letter").orElse(""),
                    station.state().text("casePrefix").orElse(""),
                    c.number()));
  }

  /** After this many days a trust list is called old: it warns, and stops no work. */
  private static final long OLD_AFTER_DAYS = 30;

  /**
   * The trust list that this station goes by.
   *
   * @param revoked how many certificates it takes back
   */
  public record Trusted(long number, Instant made, int revoked, boolean old) {}

  public Optional<Trusted> trusted() {
    return station
        .state()
        .text("trustMade")
        .map(Instant::parse)
        .map(
            made ->
                new Trusted(
                    station.state().whole("trustNumber"),
                    made,
                    station.trust().revoked().stream().mapToInt(l -> l.serials().size()).sum(),
                    made.plus(Duration.ofDays(OLD_AFTER_DAYS)).isBefore(station.now().instant())));
  }

  /** This officer's certificate, once there is one. */
  Optional<Certificate> certificate() {
    return station
        .state()
        .text("certificate." + station.me().hex())
        .flatMap(p -> Certificate.ofPem(p).stream().findFirst());
  }

  /** Writes the request file. */
  public void request(Path file, String officerNumber) {
    byte[] bytes =
        EnrolmentRequest.write(
            station.identity().station(),
            CertificateRequest.make(station.officer().signing(), officerNumber.strip()),
            station.receiving(Compartment.INVESTIGATION).recipient(),
            station.receiving(Compartment.PROTECTION).recipient());
    try {
      writeWhole(file, bytes);
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
    station
        .state()
        .set(
            "request." + station.me().hex(), Value.text(Base64.getEncoder().encodeToString(bytes)));
  }

  /** Under another name first, so that a stick pulled out leaves no half of it. */
  static void writeWhole(Path file, byte[] bytes) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(part, bytes);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** An answer that was opened and waits until both sides have compared the code. */
  public record Answer(String code, String agency, String stationName, Value.Parts content) {
    @Override
    public String toString() {
      return "Answer";
    }
  }

  /** Opens headquarters' answer; nothing is trusted before {@link #confirm}. */
  public Answer open(Path file) {
    byte[] request =
        Base64.getDecoder()
            .decode(
                station
                    .state()
                    .text("request." + station.me().hex())
                    .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND)));
    try (InputStream in =
        Age.decrypt(
            List.of(station.receiving(Compartment.INVESTIGATION)), Files.newInputStream(file))) {
      Value.Parts content = Json.readParts(in.readNBytes(1 << 20));
      Certificate authority =
          Certificate.ofPem(content.text("authority").orElse("")).stream()
              .findFirst()
              .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.BAD_FILE));
      Certificate own =
          Certificate.ofPem(content.text("certificate").orElse("")).stream()
              .findFirst()
              .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.BAD_FILE));
      if (!own.key().fingerprint().equals(station.me().hex())) {
        throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
      }
      return new Answer(
          EnrolmentRequest.code(request, authority.der()),
          own.agency(),
          content.text("stationName").orElse(""),
          content);
    } catch (IOException | NotAuthenticException | DomainFault | CryptoFault e) {
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE, e);
    }
  }

  /** Both sides read the same code: from now on this station trusts the authority and is known. */
  public void confirm(Answer answer) {
    Value.Parts content = answer.content();
    Map<String, Value> state = new LinkedHashMap<>();
    state.put("authorities", Value.texts(List.of(content.text("authority").orElse(""))));
    state.put("issuers", listing(content, "issuers"));
    state.put("revoked", listing(content, "revoked"));
    state.put(
        "certificate." + station.me().hex(), Value.text(content.text("certificate").orElse("")));
    for (String key :
        List.of(
            "letter",
            "casePrefix",
            "stationName",
            "headquarters",
            "hqInvestigation",
            "hqProtection")) {
      content.text(key).ifPresent(t -> state.put(key, Value.text(t)));
    }
    state.put("agency", Value.text(answer.agency()));
    state.put("trustNumber", Value.whole(content.whole("trustNumber").orElse(0L)));
    state.put("trustMade", Value.text(station.now().instant().toString()));
    station.state().set(state);
    audit.trusted();
    audit.note(AuditEntry.Act.ENROLLED, "station");
  }

  static Value listing(Value.Parts content, String key) {
    List<String> texts = new ArrayList<>();
    if (content.parts().get(key) instanceof Value.Listing l) {
      l.items().forEach(i -> i.asText().ifPresent(texts::add));
    }
    return Value.texts(texts);
  }
}
