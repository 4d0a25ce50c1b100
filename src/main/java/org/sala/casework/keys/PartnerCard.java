package org.sala.casework.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.CaseworkFault;
import org.sala.crypto.AgeRecipient;
import org.sala.crypto.Certificate;
import org.sala.crypto.CryptoFault;
import org.sala.crypto.Sha256;
import org.sala.domain.DomainFault;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/**
 * How one agency is known to another ({@code docs/formats/partner.md}): who it is, the keys that it
 * reads with, the authority that its officers are certified under. Nothing on it is secret, and
 * nothing on it is believed before the code was compared over the telephone.
 *
 * @param bytes exactly as they came: the code is about these
 * @param agency the station id of its headquarters
 * @param name what people are told when they are asked whether it may be told something
 * @param country where it is, ISO 3166-1
 * @param protection empty for an agency that has no key for what is protected
 * @param authority empty for an agency without Sala: it reads, and cannot answer
 */
public record PartnerCard(
    byte[] bytes,
    StationId agency,
    String name,
    String country,
    AgeRecipient investigation,
    Optional<AgeRecipient> protection,
    Optional<Certificate> authority) {
  /** One QR code holds 2,953 bytes (ISO/IEC 18004, version 40-L); this is easier to read. */
  private static final int LONGEST = 2_300;

  /** Beside letters at least one that no code of the program has: a space or a capital. */
  private static final String NAME = "(?=.*[\\p{Lu}\\p{Lo} ])[\\p{L}\\p{M}\\p{N} .,'()&-]{3,80}";

  public PartnerCard {
    if (!name.matches(NAME) || !country.matches("[A-Z]{2}")) {
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
    }
    if (protection.filter(investigation::equals).isPresent()) {
      // Whoever opens the one must not open the other.
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
    }
  }

  /** The bytes as they were written; callers must not change them. */
  @Override
  public byte[] bytes() {
    return bytes;
  }

  static PartnerCard write(
      StationId agency,
      String name,
      String country,
      AgeRecipient investigation,
      Optional<AgeRecipient> protection,
      Optional<Certificate> authority) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("sala", Value.text("partner"));
    parts.put("format", Value.whole(1));
    parts.put("agency", Value.text(agency.toString()));
    parts.put("name", Value.text(name.strip()));
    parts.put("country", Value.text(country));
    parts.put("investigation", Value.text(investigation.text()));
    protection.ifPresent(p -> parts.put("protection", Value.text(p.text())));
    authority.ifPresent(
        a -> parts.put("authority", Value.text(Base64.getEncoder().encodeToString(a.der()))));
    return read(Json.write(new Value.Parts(parts)));
  }

  /** From a file; a line's end that an editor added counts for nothing. */
  public static PartnerCard read(Path file) {
    try {
      if (Files.size(file) > 2 * LONGEST) {
        throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
      }
      return read(Files.readString(file));
    } catch (IOException e) {
      // Also what is no text at all.
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE, e);
    }
  }

  /** From text that was pasted. */
  public static PartnerCard read(String text) {
    return read(text.strip().getBytes(StandardCharsets.UTF_8));
  }

  static PartnerCard read(byte[] bytes) {
    if (bytes.length > LONGEST) {
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
    }
    try {
      Value.Parts parts = Json.readParts(bytes);
      if (!parts.text("sala").orElse("").equals("partner")
          || parts.whole("format").orElse(0L) != 1) {
        throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
      }
      Optional<Certificate> authority =
          parts.text("authority").map(a -> Certificate.of(Base64.getDecoder().decode(a)));
      if (authority.filter(a -> !a.issues() || !a.selfIssued()).isPresent()) {
        throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
      }
      return new PartnerCard(
          bytes,
          StationId.of(parts.text("agency").orElse("")),
          parts.text("name").orElse(""),
          parts.text("country").orElse(""),
          new AgeRecipient(parts.text("investigation").orElse("")),
          parts.text("protection").map(AgeRecipient::new),
          authority);
    } catch (DomainFault | CryptoFault | IllegalArgumentException e) {
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE, e);
    }
  }

  /** The card as it is carried: a file's content, a QR code, a text to paste. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** SHA-256 of the bytes, hexadecimal: what a second officer approves. */
  public String digest() {
    return Sha256.hex(bytes);
  }

  /**
   * The code that both sides compare over the telephone: the first 12 base32 characters (60 bits)
   * of the digest, so that {@code openssl dgst -sha256 -binary | base32} says it too.
   */
  public String code() {
    return EnrolmentRequest.code(bytes);
  }

  /** Whether somebody typed the code as it was read out, however they grouped it. */
  public boolean isCode(String typed) {
    String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    return plain.equals(code().replace("-", ""));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PartnerCard c && c.digest().equals(digest());
  }

  @Override
  public int hashCode() {
    return digest().hashCode();
  }

  @Override
  public String toString() {
    return "PartnerCard[" + name + "]";
  }
}
