package org.sala.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;

/** The public half of an officer's signing key: ECDSA on P-256 with SHA-256 (FIPS 186-5). */
public final class VerifyingKey {
  private final PublicKey key;

  VerifyingKey(PublicKey key) {
    if (!(key instanceof ECPublicKey ec)
        || ec.getParams().getCurve().getField().getFieldSize() != 256) {
      throw new CryptoFault(CryptoFault.Code.BAD_KEY, "P-256 keys only");
    }
    this.key = key;
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

  /** Whether the DER signature is this key's over the message. */
  public boolean verify(byte[] message, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("SHA256withECDSA");
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (java.security.SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.PRIMITIVE, e);
    }
  }

  PublicKey jca() {
    return key;
  }
}
