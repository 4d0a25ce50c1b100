package org.sala.casework.keys;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sala.casework.station.CaseworkFault;
import org.sala.crypto.AgeRecipient;
import org.sala.crypto.Certificate;
import org.sala.crypto.CryptoFault;
import org.sala.crypto.RevocationList;
import org.sala.crypto.Sha256;
import org.sala.crypto.SigningKey;
import org.sala.crypto.Trust;
import org.sala.domain.DomainFault;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/**
 * What headquarters says to a request for enrolment ({@code docs/formats/enrolment.md}). Encryption
 * to the station proves nothing of its origin, and whoever handles the stick knows request and
 * authority: so an issuing key under that authority signs all of it, for this one request, and the
 * code on the telephone is about all of it too.
 *
 * @param code what both sides compare before anything of it counts
 * @param issued certificates of exactly those who asked, in their order
 * @param content all that was said
 */
public record EnrolmentAnswer(String code, List<Certificate> issued, Value.Parts content) {
  private static final SignedList SIGNED = new SignedList("answer", "sala enrolment answer v2\n");
  private static final String REQUEST = "request";

  public EnrolmentAnswer {
    issued = List.copyOf(issued);
  }

  public String agency() {
    return issued.getFirst().agency();
  }

  /** What headquarters calls the station. */
  public String stationName() {
    return content.text("stationName").orElse("");
  }

  /** Returns the numbers of the officers whom the answer certifies. */
  public List<String> officers() {
    return issued.stream().map(Certificate::number).toList();
  }

  /** Codes are read aloud: not for logs. */
  @Override
  public String toString() {
    return "EnrolmentAnswer";
  }

  /** An answer as headquarters hands it out: the file before it is encrypted, and its code. */
  public record Written(byte[] bytes, String code) {}

  static Written write(
      EnrolmentRequest request,
      Certificate authority,
      Map<String, Value> said,
      Instant made,
      SigningKey issuing) {
    Map<String, Value> all = new LinkedHashMap<>();
    all.put("format", Value.whole(2));
    all.put(REQUEST, Value.text(Sha256.hex(request.bytes())));
    all.put("made", Value.text(made.toString()));
    all.put("authority", Value.text(authority.pem()));
    all.putAll(said);
    byte[] content = Json.write(new Value.Parts(all));
    Map<String, Value> signed = new LinkedHashMap<>();
    SIGNED.sign(content, issuing).forEach((k, v) -> signed.put(k, Value.text(v)));
    return new Written(
        Json.write(new Value.Parts(signed)),
        EnrolmentRequest.code(request.bytes(), authority.der(), content));
  }

  /**
   * Reads an answer to that request; whether the authority is the right one only the telephone
   * says.
   *
   * @throws CaseworkFault BAD_FILE where it is for another request, or where anything in it does
   *     not follow from the authority that it names
   */
  static EnrolmentAnswer read(byte[] bytes, EnrolmentRequest request) {
    try {
      Map<String, String> notes = new LinkedHashMap<>();
      Json.readParts(bytes)
          .parts()
          .forEach((k, v) -> v.asText().ifPresent(text -> notes.put(k, text)));
      byte[] signed = SIGNED.bytes(notes);
      Value.Parts content = Json.readParts(signed);
      Certificate authority = first(content.text("authority").orElse(""));
      List<Certificate> issued = certificates(content, "certificates");
      require(
          content.whole("format").orElse(0L) == 2
              && content.text(REQUEST).orElse("").equals(Sha256.hex(request.bytes())));
      require(isLedTo(authority, content, issued, notes));
      // Exactly those who asked, and each once.
      require(
          issued.stream()
              .map(c -> c.key().fingerprint())
              .toList()
              .equals(request.officers().stream().map(r -> r.key().fingerprint()).toList()));
      StationId.of(content.text("headquarters").orElse(""));
      new AgeRecipient(content.text("hqInvestigation").orElse(""));
      new AgeRecipient(content.text("hqProtection").orElse(""));
      content.text("recovery").filter(r -> !r.isEmpty()).ifPresent(AgeRecipient::new);
      return new EnrolmentAnswer(
          EnrolmentRequest.code(request.bytes(), authority.der(), signed), issued, content);
    } catch (DomainFault | CryptoFault | IllegalArgumentException | DateTimeException e) {
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE, e);
    }
  }

  /**
   * Whether everything leads to the authority, as of the day on which it was made: the station's
   * own clock may be years off.
   */
  private static boolean isLedTo(
      Certificate authority,
      Value.Parts content,
      List<Certificate> issued,
      Map<String, String> notes) {
    Instant made = Instant.parse(content.text("made").orElse(""));
    List<Certificate> issuers = certificates(content, "issuers");
    List<RevocationList> revoked = new ArrayList<>();
    texts(content, "revoked").forEach(p -> revoked.addAll(RevocationList.ofPem(p)));
    Trust trust = new Trust(List.of(authority), issuers, revoked);
    return issuers.stream().allMatch(c -> c.issues() && isTrusted(trust, c, made))
        && issued.stream().allMatch(c -> isTrusted(trust, c, made))
        && issuers.stream().anyMatch(c -> SIGNED.isBy(c, notes));
  }

  private static boolean isTrusted(Trust trust, Certificate c, Instant at) {
    return trust.standing(c, List.of(), at) instanceof Trust.Standing.Trusted;
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
    }
  }

  Certificate authority() {
    return first(content.text("authority").orElse(""));
  }

  /** The number of the trust list that it goes by. */
  long trustNumber() {
    return content.whole("trustNumber").orElse(0L);
  }

  private static Certificate first(String pem) {
    return Certificate.ofPem(pem).stream()
        .findFirst()
        .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.BAD_FILE));
  }

  private static List<Certificate> certificates(Value.Parts content, String key) {
    return texts(content, key).stream().map(EnrolmentAnswer::first).toList();
  }

  static List<String> texts(Value.Parts content, String key) {
    List<String> texts = new ArrayList<>();
    if (content.parts().get(key) instanceof Value.Listing l) {
      l.items().forEach(i -> i.asText().ifPresent(texts::add));
    }
    return texts;
  }
}
