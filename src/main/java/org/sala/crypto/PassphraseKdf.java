package org.sala.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Derives a key from a passphrase by Argon2id (RFC 9106, version 0x13). */
public final class PassphraseKdf {
  /** Parameters from the strongest to the weakest that is still given out (RFC 9106, section 4). */
  private static final List<KdfParameters> CHOICES =
      List.of(
          KdfParameters.DEFAULT,
          new KdfParameters(192 * 1024, 3, 1),
          new KdfParameters(128 * 1024, 3, 1),
          new KdfParameters(96 * 1024, 3, 1),
          new KdfParameters(64 * 1024, 3, 1));

  private static final int WORTH_COLLECTING_KIB = 32 << 10;

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
    byte[] utf8 = normal(CharBuffer.wrap(passphrase));
    byte[] ad = normal(associated);
    try {
      byte[] key = argon2id(utf8, salt, new byte[0], ad, parameters, Secret.LENGTH);
      Secret secret = Secret.of(key);
      Arrays.fill(key, (byte) 0);
      return secret;
    } finally {
      Arrays.fill(utf8, (byte) 0);
      giveBack(parameters);
    }
  }

  /**
   * What a derivation worked in is garbage now, and it was more than all the rest of the program
   * needs: the collector, which by itself would take the next hour's work to notice, gives it back
   * to the system, and nothing of it lies about.
   */
  private static void giveBack(KdfParameters parameters) {
    if (parameters.memoryKib() >= WORTH_COLLECTING_KIB) {
      System.gc();
    }
  }

  /**
   * The strongest parameters that this machine derives in about a given time, from a fixed list
   * between the usual ones and the floor; below the floor it only takes longer.
   *
   * @param nanos a clock in nanoseconds
   * @param heap bytes of memory that the program may use; a derivation takes a quarter at most
   */
  public KdfParameters calibrate(Duration wanted, LongSupplier nanos, long heap) {
    KdfParameters probe = new KdfParameters(KdfPolicy.SHIPPED.leastMemoryKib(), 1, 1);
    long best = Long.MAX_VALUE;
    for (int run = 0; run < 3; run++) {
      long start = nanos.getAsLong();
      argon2id(new byte[8], new byte[16], new byte[0], new byte[0], probe, Secret.LENGTH);
      best = Math.min(best, Math.max(1, nanos.getAsLong() - start));
    }
    for (KdfParameters p : CHOICES) {
      long work = (long) p.memoryKib() * p.passes() / probe.memoryKib();
      boolean fits = (long) p.memoryKib() * 1024 <= heap / 4;
      if (fits && best <= wanted.toNanos() / work && policy.allows(p)) {
        return p;
      }
    }
    return CHOICES.getLast();
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

  /**
   * NFC as UTF-8. The normaliser works on strings; the one that it makes cannot be wiped. Half a
   * surrogate pair is refused, for an encoder would make the same question mark of each.
   */
  private static byte[] normal(CharSequence given) {
    CharSequence nfc =
        Normalizer.isNormalized(given, Normalizer.Form.NFC)
            ? given
            : Normalizer.normalize(given, Normalizer.Form.NFC);
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(nfc));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      Arrays.fill(encoded.array(), (byte) 0);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new CryptoFault(CryptoFault.Code.BAD_TEXT, "half a character");
    }
  }
}
