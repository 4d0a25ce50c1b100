package org.sala.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/** A signing key: ECDSA on P-256 with SHA-256. Opened by its owner's passphrase alone. */
public final class SigningKey {
  private final PrivateKey key;
  private final BoringSsl.Signer signer;
  private final VerifyingKey verifying;

  private SigningKey(PrivateKey key, PublicKey publicKey) throws GeneralSecurityException {
    this.key = key;
    this.signer = BoringSsl.signer(key);
    this.verifying = new VerifyingKey(publicKey);
  }

  public static SigningKey generate(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      KeyPair pair = generator.generateKeyPair();
      return new SigningKey(pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.PRIMITIVE, e);
    }
  }

  /** Makes a key from PKCS #8 and SubjectPublicKeyInfo bytes. */
  public static SigningKey of(byte[] pkcs8, byte[] spki) {
    try {
      KeyFactory factory = KeyFactory.getInstance("EC");
      return new SigningKey(
          factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)),
          factory.generatePublic(new X509EncodedKeySpec(spki)));
    } catch (GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.BAD_KEY, e);
    }
  }

  public byte[] pkcs8() {
    return key.getEncoded();
  }

  public VerifyingKey verifying() {
    return verifying;
  }

  /** The DER signature over a message, in a time that does not tell of the key. */
  public byte[] sign(byte[] message) {
    try {
      return signer.sign(message);
    } catch (GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.PRIMITIVE, e);
    }
  }

  @Override
  public String toString() {
    return "SigningKey";
  }
}
