package org.sala.crypto;

import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.x25519.X25519KeyFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/** A private receiving key in age's text form, {@code AGE-SECRET-KEY-1...}. */
public final class AgeIdentity {
  private final String secret;
  private final AgeRecipient recipient;

  private AgeIdentity(String secret, AgeRecipient recipient) {
    this.secret = secret;
    this.recipient = recipient;
  }

  /** A new key pair; jagged draws it from the JDK's own secure random. */
  public static AgeIdentity generate() {
    try {
      KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
      return new AgeIdentity(text(pair.getPrivate()), new AgeRecipient(text(pair.getPublic())));
    } catch (GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.PRIMITIVE, e);
    }
  }

  public static AgeIdentity of(String secret) {
    String upper = secret.strip().toUpperCase(Locale.ROOT);
    if (!upper.matches("AGE-SECRET-KEY-1[A-Z0-9]{58}")) {
      throw new CryptoFault(CryptoFault.Code.BAD_KEY, "an age identity");
    }
    try {
      Key key = new SecretKeySpec(upper.getBytes(StandardCharsets.US_ASCII), "X25519");
      return new AgeIdentity(
          upper, new AgeRecipient(text(new X25519KeyFactory().translateKey(key))));
    } catch (GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.BAD_KEY, e);
    }
  }

  /** The key pair of 32 given bytes, written as age writes them (Bech32, C2SP age). */
  public static AgeIdentity of(Secret bytes) {
    byte[] plain = bytes.copy();
    try {
      return of(Bech32.getEncoder().encode("age-secret-key-", plain).toString());
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  public AgeRecipient recipient() {
    return recipient;
  }

  /** The secret text; whoever asks for it seals it or hands it to a tool on purpose. */
  public String secret() {
    return secret;
  }

  private static String text(Key key) {
    return new String(key.getEncoded(), StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "AgeIdentity";
  }
}
