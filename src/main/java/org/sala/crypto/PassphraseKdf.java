package org.sala.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** From a passphrase to a key by Argon2id (RFC 9106, version 0x13). */
public final class PassphraseKdf {
  private final KdfPolicy policy;

  public PassphraseKdf(KdfPolicy policy) {
    this.policy = policy;
  }

  /** Whether a file's parameters may be used at all. */
  public boolean allows(KdfParameters parameters) {
    return policy.allows(parameters);
  }

  /**
   * Derives 32 bytes. The passphrase is normalised (NFC), so that it does not matter how a keyboard
   * composes its letters.
   *
   * @param associated the officer's handle, folded by the caller
   */
  public Secret derive(
      char[] passphrase, String associated, byte[] salt, KdfParameters parameters) {
    if (!policy.allows(parameters)) {
      throw new CryptoFault(CryptoFault.Code.BAD_PARAMETERS, "Argon2id parameters");
    }
    byte[] utf8 = normal(passphrase);
    try {
      return Secret.of(
          argon2id(
              utf8,
              salt,
              new byte[0],
              associated.getBytes(StandardCharsets.UTF_8),
              parameters,
              Secret.LENGTH));
    } finally {
      Arrays.fill(utf8, (byte) 0);
    }
  }

  static byte[] argon2id(
      byte[] password, byte[] salt, byte[] secret, byte[] ad, KdfParameters p, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(p.memoryKib())
            .withIterations(p.passes())
            .withParallelism(p.lanes())
            .withSalt(salt)
            .withSecret(secret)
            .withAdditional(ad)
            .build());
    byte[] out = new byte[length];
    generator.generateBytes(password, out);
    return out;
  }

  /** NFC as UTF-8. The normaliser works on strings; the one it makes cannot be wiped. */
  private static byte[] normal(char[] passphrase) {
    CharSequence given = CharBuffer.wrap(passphrase);
    CharSequence nfc =
        Normalizer.isNormalized(given, Normalizer.Form.NFC)
            ? given
            : Normalizer.normalize(given, Normalizer.Form.NFC);
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(nfc));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    Arrays.fill(encoded.array(), (byte) 0);
    return bytes;
  }
}
