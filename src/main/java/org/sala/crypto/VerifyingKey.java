package org.sala.crypto;

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

/** The public half of an officer's signing key: ECDSA on P-256 with SHA-256 (FIPS 186-5). */
public final class VerifyingKey {
  private static final ECDomainParameters P256 =
      new ECDomainParameters(CustomNamedCurves.getByName("secp256r1"));

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

  /** From a SubjectPublicKeyInfo (RFC 5280). */
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
    Optional<Numbers> numbers = Numbers.read(signature);
    if (numbers.isEmpty()) {
      return false;
    }
    return quick.isPresent()
        ? quick.get().verify(message, signature)
        : bouncy(message, numbers.get());
  }

  /** The same without BoringSSL, which is not there for every machine. */
  boolean verifyInJava(byte[] message, byte[] signature) {
    return Numbers.read(signature).filter(n -> bouncy(message, n)).isPresent();
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

  /** The two numbers of a signature; the verifier asks whether they are in range. */
  private record Numbers(BigInteger r, BigInteger s) {
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;

    /** X.690, 8.3 and 10.1: the shortest encoding, and nothing behind it. */
    static Optional<Numbers> read(byte[] der) {
      if (der.length < 8
          || der.length > 72
          || der[0] != SEQUENCE
          || der[1] != der.length - 2
          || der[3] < 1
          || der[3] > der.length - 7) {
        return Optional.empty();
      }
      int second = 4 + der[3];
      if (der[second + 1] != der.length - second - 2) {
        return Optional.empty();
      }
      Optional<BigInteger> r = number(der, 2);
      Optional<BigInteger> s = number(der, second);
      return r.isEmpty() || s.isEmpty()
          ? Optional.empty()
          : Optional.of(new Numbers(r.get(), s.get()));
    }

    private static Optional<BigInteger> number(byte[] der, int at) {
      int length = der[at + 1];
      boolean padded = length > 1 && der[at + 2] == 0 && der[at + 3] >= 0;
      return der[at] != INTEGER || length < 1 || der[at + 2] < 0 || padded
          ? Optional.empty()
          : Optional.of(new BigInteger(der, at + 2, length));
    }
  }

  PublicKey jca() {
    return key;
  }
}
