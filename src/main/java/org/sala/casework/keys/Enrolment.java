package org.sala.casework.keys;

import java.io.IOException;
import java.io.InputStream;
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
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.crypto.Age;
import org.sala.crypto.Certificate;
import org.sala.crypto.CertificateRequest;
import org.sala.crypto.CryptoFault;
import org.sala.crypto.NotAuthenticException;
import org.sala.disk.WholeFile;
import org.sala.domain.AuditEntry;
import org.sala.domain.Compartment;
import org.sala.domain.Value;

/**
 * How a station comes to be known at headquarters, with no network: a file goes, a file comes back.
 */
public final class Enrolment {
  private static final String REQUEST = "request.";

  /** Longer is no answer, in bytes. */
  private static final int LONGEST = 1 << 20;

  private final Station station;
  private final AuditTrail audit;
  private final Officers officers;
  private final Adoptions adoptions;

  public Enrolment(Station station, AuditTrail audit, Officers officers, Adoptions adoptions) {
    this.station = station;
    this.audit = audit;
    this.officers = officers;
    this.adoptions = adoptions;
  }

  /**
   * What headquarters has made of this station.
   *
   * @param until when this officer's certificate ends
   * @param due whether that is soon, or has passed
   */
  public record Standing(
      String agency,
      String stationName,
      String letter,
      String casePrefix,
      String officerNumber,
      Instant until,
      boolean due) {}

  public boolean enrolled() {
    return certificate().isPresent();
  }

  /** What the station is called, whoever works at it; empty before it was enrolled. */
  public String stationName() {
    return station.state().text("stationName").orElse("");
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
                    c.number(),
                    c.until(),
                    Renewals.due(c, station.now().instant())));
  }

  /** After how many days a trust list is called old: it warns, and stops no work. */
  private static final long OLD_AFTER_DAYS = 30;

  /**
   * The trust list that this station goes by.
   *
   * @param revoked how many certificates it takes back
   * @param authority SHA-256 of the authority's public key
   */
  public record Trusted(long number, Instant made, int revoked, boolean old, String authority) {}

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
                    made.plus(Duration.ofDays(OLD_AFTER_DAYS)).isBefore(station.now().instant()),
                    station.trust().authorities().getFirst().key().fingerprint()));
  }

  /** Whether this officer's certificate was taken back, as far as that was heard here. */
  public boolean revoked() {
    return certificate()
        .filter(
            c -> station.trust().revoked().stream().anyMatch(l -> l.serials().contains(c.serial())))
        .isPresent();
  }

  /** This officer's certificate, once there is one. */
  Optional<Certificate> certificate() {
    return station
        .state()
        .text("certificate." + station.me().hex())
        .flatMap(p -> Certificate.ofPem(p).stream().findFirst());
  }

  /** A colleague's own request, signed by the colleague's own key. */
  public static final class Colleague {
    private final CertificateRequest request;

    private Colleague(CertificateRequest request) {
      this.request = request;
    }

    public String number() {
      return request.number();
    }
  }

  /**
   * A colleague of this laptop who is enrolled with the same request; the own key is opened for
   * this one signature and forgotten again. Empty when handle or phrase are wrong.
   */
  public Optional<Colleague> colleague(String handle, char[] passphrase, String officerNumber) {
    return officers
        .second(handle, passphrase)
        .map(
            key ->
                new Colleague(
                    CertificateRequest.make(key, officerNumber.strip(), station.practice())));
  }

  /** Writes the request file for this officer alone. */
  public void request(Path file, String officerNumber) {
    request(file, officerNumber, List.of());
  }

  /** Writes one request file for this officer and colleagues of the same laptop. */
  public void request(Path file, String officerNumber, List<Colleague> colleagues) {
    List<CertificateRequest> asking = new ArrayList<>();
    asking.add(
        CertificateRequest.make(
            station.officer().signing(), officerNumber.strip(), station.practice()));
    colleagues.forEach(c -> asking.add(c.request));
    if (asking.stream().map(r -> r.key().fingerprint()).distinct().count() < asking.size()) {
      throw new CaseworkFault(CaseworkFault.Code.SAME_OFFICER);
    }
    byte[] bytes =
        EnrolmentRequest.write(
            station.identity().station(),
            asking,
            adoptions.toAsk(),
            station.receiving(Compartment.INVESTIGATION).recipient(),
            station.receiving(Compartment.PROTECTION).recipient());
    try {
      WholeFile.write(file, bytes);
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
    Value kept = Value.text(Base64.getEncoder().encodeToString(bytes));
    Map<String, Value> state = new LinkedHashMap<>();
    asking.forEach(r -> state.put(REQUEST + r.key().fingerprint(), kept));
    station.state().set(state);
  }

  /**
   * Opens headquarters' answer; nothing is trusted before {@link #confirm}. Any officer whom the
   * request named may do it for all.
   */
  public EnrolmentAnswer open(Path file) {
    EnrolmentRequest request =
        EnrolmentRequest.read(
            Base64.getDecoder()
                .decode(
                    station
                        .state()
                        .text(REQUEST + station.me().hex())
                        .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND))));
    try (InputStream sealed = Files.newInputStream(file);
        InputStream in =
            Age.decrypt(List.of(station.receiving(Compartment.INVESTIGATION)), sealed)) {
      EnrolmentAnswer answer = EnrolmentAnswer.read(in.readNBytes(LONGEST), request);
      // Its own signature says for what an authority is; no code on the telephone outweighs it.
      if (answer.authority().practice() != station.practice()
          || answer.issued().stream().anyMatch(c -> c.practice() != station.practice())) {
        throw new CaseworkFault(CaseworkFault.Code.PRACTICE_AND_WORK);
      }
      if (isOlder(answer)) {
        throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
      }
      return answer;
    } catch (IOException | NotAuthenticException | CryptoFault e) {
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE, e);
    }
  }

  /**
   * Whether the station knows that an issuer of the answer was taken back, or a newer list of the
   * same issuers: such a list only moves forward. Of other issuers its number says nothing, for
   * whoever stole the key of one may have given any number.
   */
  private boolean isOlder(EnrolmentAnswer answer) {
    List<String> issuers = EnrolmentAnswer.texts(answer.content(), "issuers");
    List<String> former = station.state().texts(StationState.FORMER_ISSUERS);
    List<String> believed = station.state().texts("issuers");
    return issuers.stream().anyMatch(former::contains)
        || issuers.stream().anyMatch(believed::contains)
            && answer.trustNumber() < station.state().whole("trustNumber");
  }

  /** Whether another headquarters, or another authority, enrols this station from now on. */
  private boolean isOfAnother(EnrolmentAnswer answer) {
    return !station.state().texts("authorities").equals(List.of(answer.authority().pem()))
        || !station.state().text("headquarters").equals(answer.content().text("headquarters"));
  }

  /**
   * Trusts the authority from now on, once both sides have read the same code.
   *
   * @throws CaseworkFault {@code BAD_FILE} where a newer list came since it was opened; then
   *     nothing has changed
   */
  public void confirm(EnrolmentAnswer answer) {
    Value.Parts content = answer.content();
    Map<String, Value> state = new LinkedHashMap<>();
    state.put("authorities", Value.texts(List.of(answer.authority().pem())));
    for (String key : List.of("issuers", "revoked")) {
      state.put(key, Value.texts(EnrolmentAnswer.texts(content, key)));
    }
    answer
        .issued()
        .forEach(c -> state.put("certificate." + c.key().fingerprint(), Value.text(c.pem())));
    for (String key :
        List.of(
            "letter",
            "casePrefix",
            "stationName",
            "headquarters",
            "hqCountry",
            "hqInvestigation",
            "hqProtection",
            "recovery")) {
      content.text(key).ifPresent(t -> state.put(key, Value.text(t)));
    }
    state.put("agency", Value.text(answer.agency()));
    state.put("trustNumber", Value.whole(answer.trustNumber()));
    state.put("trustMade", Value.text(station.now().instant().toString()));
    station
        .state()
        .change(
            () -> {
              if (isOlder(answer)) {
                throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
              }
              if (isOfAnother(answer)) {
                // Its lists begin at one, and nobody speaks by those of the former.
                state.putAll(Peers.none());
                state.putAll(PartnerList.none());
                state.putAll(Neighbours.none());
                state.put(StationState.FORMER_ISSUERS, Value.Nothing.HERE);
              }
              return state;
            });
    audit.trusted();
    audit.note(AuditEntry.Act.ENROLLED, "station");
    new AgencySlot(station, audit).keep();
  }
}
