package org.sala.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import javax.crypto.Cipher;
import org.conscrypt.Conscrypt;

/**
 * BoringSSL's ciphers and signatures, by Conscrypt, where its library is there for this machine;
 * the Java platform's own elsewhere. Both write and read the same bytes ({@code
 * docs/decisions/0130}). It is asked by name and never put among the platform's providers, so that
 * TLS and everything else stay as they are.
 */
final class BoringSsl {
  private static final String ECDSA = "SHA256withECDSA";
  private static final Optional<Provider> HERE = load();

  private BoringSsl() {}

  private static Optional<Provider> load() {
    if (System.getProperty("sala.boringssl", "").equals("off") || !Conscrypt.isAvailable()) {
      return Optional.empty();
    }
    return Optional.of(Conscrypt.newProviderBuilder().provideTrustManager(false).build());
  }

  /**
   * Returns BoringSSL; empty where its library is not there: another processor, a folder from which
   * none may load.
   */
  static Optional<Provider> here() {
    return HERE;
  }

  /** The quickest implementation of a cipher at hand. */
  static Cipher cipher(String transformation) throws GeneralSecurityException {
    return HERE.isPresent()
        ? Cipher.getInstance(transformation, HERE.get())
        : Cipher.getInstance(transformation);
  }

  /** Signs with a key of P-256 whose form for this implementation is made once. */
  interface Signer {
    /** ECDSA with SHA-256, DER. */
    byte[] sign(byte[] message) throws GeneralSecurityException;
  }

  /** Returns a signer for the key; both implementations take the same time whatever the key is. */
  static Signer signer(PrivateKey key) throws GeneralSecurityException {
    if (HERE.isEmpty()) {
      return message -> sign(Signature.getInstance(ECDSA), key, message);
    }
    Provider here = HERE.get();
    PrivateKey own =
        KeyFactory.getInstance("EC", here)
            .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
    return message -> sign(Signature.getInstance(ECDSA, here), own, message);
  }

  private static byte[] sign(Signature signature, PrivateKey key, byte[] message)
      throws GeneralSecurityException {
    signature.initSign(key);
    signature.update(message);
    return signature.sign();
  }

  /** Checks signatures of one key of P-256. */
  interface Verifier {
    /** ECDSA with SHA-256, DER; what is no signature at all is none of this key's either. */
    boolean verify(byte[] message, byte[] signature);
  }

  /** Returns a verifier for the key; empty where BoringSSL is not there. */
  static Optional<Verifier> verifier(byte[] spki) throws GeneralSecurityException {
    if (HERE.isEmpty()) {
      return Optional.empty();
    }
    Provider here = HERE.get();
    PublicKey key = KeyFactory.getInstance("EC", here).generatePublic(new X509EncodedKeySpec(spki));
    return Optional.of((message, signature) -> isBy(here, key, message, signature));
  }

  private static boolean isBy(Provider here, PublicKey key, byte[] message, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance(ECDSA, here);
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.PRIMITIVE, e);
    }
  }
}
