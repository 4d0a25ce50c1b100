package org.sala.casework.keys;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.CaseworkFault;
import org.sala.crypto.SigningKey;
import org.sala.crypto.VerifyingKey;
import org.sala.domain.ChangeHeader;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/**
 * A new key's signed word that it stands for what a lost key of its station had written: up to the
 * numbers that are named, and nothing that the lost key may sign later.
 *
 * @param lost the key that nobody holds any more
 * @param by fingerprint of the key that adopts
 * @param upTo highest number of the lost key in each incarnation
 */
@BehindTheDesk
public record Adoption(
    StationId station, VerifyingKey lost, String by, Map<String, Long> upTo, byte[] signature) {
  private static final String WHAT = "sala adoption v1";

  public Adoption {
    upTo = new TreeMap<>(upTo);
  }

  static Adoption sign(
      StationId station, VerifyingKey lost, Map<String, Long> upTo, SigningKey by) {
    String own = by.verifying().fingerprint();
    return new Adoption(
        station, lost, own, upTo, by.sign(message(station, lost.fingerprint(), own, upTo)));
  }

  /** Whether the adopting key has signed this. */
  boolean signedBy(VerifyingKey key) {
    return key.fingerprint().equals(by)
        && !by.equals(lost.fingerprint())
        && key.verify(message(station, lost.fingerprint(), by, upTo), signature);
  }

  /** Whether it takes over a change. */
  boolean covers(ChangeHeader header) {
    return header.station().equals(station)
        && header.author().hex().equals(lost.fingerprint())
        && header.number() <= upTo.getOrDefault(header.incarnation().toString(), 0L);
  }

  Value.Parts toValue() {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("key", encoded(lost.spki()));
    parts.put("by", Value.text(by));
    parts.put("upTo", Value.text(text(upTo)));
    parts.put("signature", encoded(signature));
    return new Value.Parts(parts);
  }

  /** Reads what {@link #toValue} wrote; whoever reads a stranger's asks {@link #signedBy} next. */
  static Adoption of(StationId station, Value.Parts parts) {
    Map<String, Long> upTo = new TreeMap<>();
    for (String one : parts.text("upTo").orElse("").split(" ")) {
      String[] pair = one.split(":", -1);
      if (pair.length != 2 || !pair[1].matches("[0-9]{1,18}")) {
        throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
      }
      upTo.put(pair[0], Long.parseLong(pair[1]));
    }
    return new Adoption(
        station,
        VerifyingKey.ofSpki(Base64.getDecoder().decode(parts.text("key").orElse(""))),
        parts.text("by").orElse(""),
        upTo,
        Base64.getDecoder().decode(parts.text("signature").orElse("")));
  }

  private static String text(Map<String, Long> upTo) {
    return String.join(
        " ",
        new TreeMap<>(upTo).entrySet().stream().map(e -> e.getKey() + ":" + e.getValue()).toList());
  }

  private static byte[] message(StationId station, String lost, String by, Map<String, Long> upTo) {
    return String.join("\n", WHAT, station.toString(), lost, by, text(upTo))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Value encoded(byte[] bytes) {
    return Value.text(Base64.getEncoder().encodeToString(bytes));
  }

  @Override
  public String toString() {
    return "Adoption";
  }
}
