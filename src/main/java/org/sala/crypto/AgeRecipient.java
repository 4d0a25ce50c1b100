package org.sala.crypto;

/** A public receiving key in age's text form, {@code age1...} (C2SP age, section X25519). */
public record AgeRecipient(String text) {
  public AgeRecipient {
    if (!text.matches("age1[a-z0-9]{58}")) {
      throw new CryptoFault(CryptoFault.Code.BAD_KEY, "an age recipient");
    }
  }

  /** SHA-256 of the text, hexadecimal: how a package names its readers. */
  public String fingerprint() {
    return Sha256.hex(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }
}
