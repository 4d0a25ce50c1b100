package org.sala.casework.station;

import java.nio.charset.StandardCharsets;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.Secret;

/**
 * The agency's recovery key: an age identity that comes from what two of headquarters' three sheets
 * give, and is kept nowhere. Its public half stands in the trust list.
 */
@BehindTheDesk
public final class RecoveryKey {
  /** The note of a report that carries a sealed code. */
  public static final String NOTE = "recovery";

  private static final String PURPOSE = "sala agency recovery key v1";

  private RecoveryKey() {}

  /**
   * By HKDF-SHA-256.
   *
   * @param phrase what two sheets give, 40 letters
   */
  public static AgeIdentity of(String phrase) {
    try (Secret given = Secret.of(phrase.getBytes(StandardCharsets.US_ASCII));
        Secret key = given.derive(new byte[0], PURPOSE)) {
      return AgeIdentity.of(key);
    }
  }
}
