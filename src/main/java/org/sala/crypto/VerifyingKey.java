package org.sala.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/** The public half of an officer's signing key: ECDSA on P-256 with SHA-256 (FIPS 186-5). */
public final class VerifyingKey {
  private static final ECDomainParameters P256 =
      new ECDomainParameters(CustomNamedCurves.getByName("secp256r1"));

  /** Bytes of the longest signature: a sequence of two numbers of 33 bytes (X.690, 8.3 and 8.9). */
  private static final int LONGEST = 72;

  private final PublicKey key;
  private final ECPublicKeyParameters point;
  private final Optional<BoringSsl.Verifier> quick;

  VerifyingKey(PublicKey key) {
    if (!(key instanceof ECPublicKey ec)
        || ec.getParams().getCurve().getField().getFieldSize() != 256) {
      throw new CryptoFault(CryptoFault.Code.BAD_KEY, "P-256 keys only");
    }
    this.key = key;
    try {
      // Refuses a point that is not on the curve.
      this.point =
          new ECPublicKeyParameters(
              P256.getCurve().createPoint(ec.getW().getAffineX(), ec.getW().getAffineY()), P256);
      this.quick = BoringSsl.verifier(key.getEncoded());
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.BAD_KEY, e);
    }
  }

  /** Makes a key from a SubjectPublicKeyInfo (RFC 5280). */
  public static VerifyingKey ofSpki(byte[] spki) {
    try {
      return new VerifyingKey(
          KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki)));
    } catch (GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.BAD_KEY, e);
    }
  }

  public byte[] spki() {
    return key.getEncoded();
  }

  /** SHA-256 of the SubjectPublicKeyInfo, hexadecimal: how changes name their author. */
  public String fingerprint() {
    return Sha256.hex(spki());
  }

  /**
   * Whether the DER signature is this key's over the message; another encoding of the same numbers
   * is none.
   */
  public boolean verify(byte[] message, byte[] signature) {
    Optional<Numbers> numbers = numbers(signature);
    if (numbers.isEmpty()) {
      return false;
    }
    return quick.isPresent()
        ? quick.get().verify(message, signature)
        : bouncy(message, numbers.get());
  }

  /** Checks a signature without BoringSSL, which is not there for every machine. */
  boolean verifyInJava(byte[] message, byte[] signature) {
    return numbers(signature).filter(n -> bouncy(message, n)).isPresent();
  }

  /**
   * Nothing here is secret, so it need not take the same time for every key: the quicker of two
   * implementations in Java ({@code docs/decisions/0052}).
   */
  private boolean bouncy(byte[] message, Numbers numbers) {
    ECDSASigner verifier = new ECDSASigner();
    verifier.init(false, point);
    return verifier.verifySignature(Sha256.of(message), numbers.r(), numbers.s());
  }

  /** The two numbers of a signature, in range, in the one DER encoding that they have. */
  private static Optional<Numbers> numbers(byte[] der) {
    if (der.length > LONGEST) {
      return Optional.empty();
    }
    try {
      BigInteger[] both = StandardDSAEncoding.INSTANCE.decode(P256.getN(), der);
      return Optional.of(new Numbers(both[0], both[1]));
    } catch (IOException | RuntimeException e) {
      // What throws here depends on where the encoding is wrong; a signature it is not.
      return Optional.empty();
    }
  }

  private record Numbers(BigInteger r, BigInteger s) {}

  PublicKey jca() {
    return key;
  }
}
