package org.sala.casework;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.crypto.Age;
import org.sala.crypto.AgeRecipient;
import org.sala.crypto.Certificate;
import org.sala.crypto.Issuer;
import org.sala.crypto.SigningKey;
import org.sala.domain.AuditEntry;
import org.sala.domain.Compartment;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/** What only headquarters does: certify stations and officers, and take certificates back. */
public final class Headquarters {
  private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
  private static final Duration ISSUING_LIFE = Duration.ofDays(1825);
  private static final Duration OFFICER_LIFE = Duration.ofDays(730);
  private static final Duration LIST_LIFE = Duration.ofDays(90);

  private final Station station;
  private final AuditTrail audit;

  Headquarters(Station station, AuditTrail audit) {
    this.station = station;
    this.audit = audit;
  }

  /** A station that headquarters has enrolled. */
  public record Known(
      StationId id, String name, String letter, String officerNumber, String serial) {}

  public boolean isHeadquarters() {
    return station.state().flag("isHeadquarters");
  }

  /**
   * Makes this workspace the agency's headquarters: authority, issuing key, this officer's own
   * certificate, and empty revocation lists.
   */
  public void found(String agency, String name, String officerNumber) {
    if (isHeadquarters()) {
      throw new CaseworkFault(CaseworkFault.Code.ALREADY_DONE);
    }
    Instant now = Instant.now(station.clock()).minusSeconds(60);
    SigningKey authorityKey = SigningKey.generate(station.tools().random());
    Issuer authority =
        Issuer.authority(authorityKey, agency, now, AUTHORITY_LIFE, station.tools().random());
    SigningKey issuingKey = SigningKey.generate(station.tools().random());
    Issuer issuing = authority.certifyIssuer(issuingKey, agency, now, ISSUING_LIFE);
    Certificate own =
        issuing.certify(
            station.officer().signing().verifying(),
            officerNumber,
            "headquarters",
            agency,
            now,
            OFFICER_LIFE);
    Map<String, Value> state = new LinkedHashMap<>();
    state.put("isHeadquarters", Value.flag(true));
    state.put("agency", Value.text(agency));
    state.put("stationName", Value.text(name));
    state.put("letter", Value.text("H"));
    state.put("casePrefix", Value.text("HQ"));
    state.put("authorities", Value.texts(List.of(authority.certificate().pem())));
    state.put("issuers", Value.texts(List.of(issuing.certificate().pem())));
    state.put("authorityKey", key(authorityKey));
    state.put("authorityPublic", spki(authorityKey));
    state.put("issuingKey", key(issuingKey));
    state.put("issuingPublic", spki(issuingKey));
    state.put("certificate." + station.me().hex(), Value.text(own.pem()));
    state.put("headquarters", Value.text(station.identity().station().toString()));
    state.put("hqInvestigation", Value.text(receiving(Compartment.INVESTIGATION)));
    state.put("hqProtection", Value.text(receiving(Compartment.PROTECTION)));
    state.put("listNumber", Value.whole(0));
    station.state().set(state);
    renewLists(List.of());
    audit.note(AuditEntry.Act.ENROLLED, "headquarters");
  }

  /**
   * Enrols a station: certifies the officer's key and writes the answer, encrypted to the station.
   *
   * @return the code to compare over the telephone
   */
  public String answer(
      Path requestFile, String stationName, String letter, String casePrefix, Path answerFile) {
    need();
    EnrolmentRequest request;
    try {
      request = EnrolmentRequest.read(Files.readAllBytes(requestFile));
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
    Certificate authority = trusted("authorities");
    Certificate issued =
        issuing()
            .certify(
                request.certificate().key(),
                request.certificate().number(),
                "field",
                station.state().text("agency").orElse(""),
                Instant.now(station.clock()).minusSeconds(60),
                OFFICER_LIFE);
    Map<String, Value> content = new LinkedHashMap<>();
    content.put("format", Value.whole(1));
    content.put("authority", Value.text(authority.pem()));
    content.put("issuers", Value.texts(station.state().texts("issuers")));
    content.put("revoked", Value.texts(station.state().texts("revoked")));
    content.put("certificate", Value.text(issued.pem()));
    content.put("stationName", Value.text(stationName));
    content.put("letter", Value.text(letter));
    content.put("casePrefix", Value.text(casePrefix));
    content.put("headquarters", Value.text(station.identity().station().toString()));
    content.put("hqInvestigation", Value.text(receiving(Compartment.INVESTIGATION)));
    content.put("hqProtection", Value.text(receiving(Compartment.PROTECTION)));
    try (OutputStream out =
        Age.encrypt(List.of(request.investigation()), Files.newOutputStream(answerFile))) {
      out.write(Json.write(new Value.Parts(content)));
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
    remember(request, issued, stationName, letter);
    audit.note(AuditEntry.Act.ENROLLED, request.station().toString());
    return EnrolmentRequest.code(request.bytes(), authority.der());
  }

  private void remember(
      EnrolmentRequest request, Certificate issued, String stationName, String letter) {
    Map<String, Value> one = new LinkedHashMap<>();
    one.put("name", Value.text(stationName));
    one.put("letter", Value.text(letter));
    one.put("certificate", Value.text(issued.pem()));
    one.put("investigation", Value.text(request.investigation().text()));
    one.put("protection", Value.text(request.protection().text()));
    station.state().set("station." + request.station(), new Value.Parts(one));
    List<String> ids = new ArrayList<>(station.state().texts("stations"));
    if (!ids.contains(request.station().toString())) {
      ids.add(request.station().toString());
      station.state().set("stations", Value.texts(ids));
    }
  }

  /** The stations that are enrolled here. */
  public List<Known> stations() {
    List<Known> known = new ArrayList<>();
    for (String id : station.state().texts("stations")) {
      station
          .state()
          .parts("station." + id)
          .ifPresent(
              p -> {
                Certificate c = Certificate.ofPem(p.text("certificate").orElse("")).getFirst();
                known.add(
                    new Known(
                        StationId.of(id),
                        p.text("name").orElse(""),
                        p.text("letter").orElse(""),
                        c.number(),
                        c.serial()));
              });
    }
    return known;
  }

  Optional<Value.Parts> details(StationId id) {
    return station.state().parts("station." + id);
  }

  /** Takes an officer's certificate back; the new lists go out with every answer. */
  public void revoke(String serial) {
    need();
    List<String> serials = new ArrayList<>(station.state().texts("revokedSerials"));
    serials.add(serial);
    station.state().set("revokedSerials", Value.texts(serials));
    renewLists(serials);
    audit.note(AuditEntry.Act.OVERRIDDEN, "revoked " + serial);
  }

  private void renewLists(List<String> serials) {
    long number = station.state().whole("listNumber") + 1;
    Instant now = Instant.now(station.clock());
    station
        .state()
        .set(
            Map.of(
                "listNumber",
                Value.whole(number),
                "revoked",
                Value.texts(
                    List.of(
                        issuing().revoke(serials, number, now, LIST_LIFE).pem(),
                        authority().revoke(List.of(), number, now, LIST_LIFE).pem()))));
  }

  /**
   * Writes what an outsider needs to check packages: the authority's and issuers' certificates, the
   * revocation lists, and, where asked, headquarters' receiving identities for a demonstration.
   */
  public void exportForChecking(Path folder, boolean withIdentities) {
    need();
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("authority.pem"),
          String.join("", station.state().texts("authorities"))
              + String.join("", station.state().texts("issuers")));
      Files.writeString(
          folder.resolve("crl.pem"), String.join("", station.state().texts("revoked")));
      if (withIdentities) {
        Files.writeString(
            folder.resolve("headquarters-identity.txt"),
            station.receiving(Compartment.INVESTIGATION).secret()
                + "\n"
                + station.receiving(Compartment.PROTECTION).secret()
                + "\n");
        audit.note(AuditEntry.Act.EXPORTED, "receiving identities");
      }
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
  }

  private Issuer authority() {
    return issuer("authority", trusted("authorities"));
  }

  private Issuer issuing() {
    return issuer("issuing", trusted("issuers"));
  }

  private Issuer issuer(String name, Certificate certificate) {
    return Issuer.of(
        SigningKey.of(
            Base64.getDecoder().decode(station.state().text(name + "Key").orElseThrow()),
            Base64.getDecoder().decode(station.state().text(name + "Public").orElseThrow())),
        certificate,
        station.tools().random());
  }

  private Certificate trusted(String key) {
    return Certificate.ofPem(station.state().texts(key).getFirst()).getFirst();
  }

  private String receiving(Compartment c) {
    return station.receiving(c).recipient().text();
  }

  private static Value key(SigningKey key) {
    return Value.text(Base64.getEncoder().encodeToString(key.pkcs8()));
  }

  private static Value spki(SigningKey key) {
    return Value.text(Base64.getEncoder().encodeToString(key.verifying().spki()));
  }

  private void need() {
    if (!isHeadquarters()) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_HEADQUARTERS);
    }
  }

  /** The receiving key of a station for a compartment. */
  Optional<AgeRecipient> recipient(StationId id, Compartment compartment) {
    return details(id).flatMap(p -> p.text(compartment.code())).map(AgeRecipient::new);
  }
}
