package org.sala.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with 12-byte nonces and 16-byte tags. A nonce must never be used
 * twice under one key; the callers' formats say why theirs are not.
 */
public final class Aead {
  /** Bytes of a nonce. */
  public static final int NONCE = 12;

  /** Bytes by which sealed data is longer. */
  public static final int TAG = 16;

  private final SecretKey key;
  private final ThreadLocal<Cipher> ciphers = ThreadLocal.withInitial(Aead::cipher);

  public Aead(Secret secret) {
    byte[] bytes = secret.alive();
    if (bytes.length != 32) {
      throw new CryptoFault(CryptoFault.Code.BAD_KEY, "AES-256 takes 32 bytes");
    }
    this.key = new SecretKeySpec(bytes, "AES");
  }

  /** Sealed bytes: as long as the plain ones and the tag. */
  public byte[] seal(byte[] nonce, byte[] aad, byte[] plain) {
    return seal(nonce, aad, plain, 0, plain.length);
  }

  /** Seals a part of an array. */
  public byte[] seal(byte[] nonce, byte[] aad, byte[] plain, int offset, int length) {
    try {
      Cipher cipher = ciphers.get();
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG * 8, nonce));
      cipher.updateAAD(aad);
      return cipher.doFinal(plain, offset, length);
    } catch (GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.PRIMITIVE, e);
    }
  }

  /**
   * The plain bytes; nothing of them is given out unless the tag is right.
   *
   * @throws NotAuthenticException when key, nonce, associated data or bytes are not those sealed
   */
  public byte[] open(byte[] nonce, byte[] aad, byte[] sealed) throws NotAuthenticException {
    return open(nonce, aad, sealed, 0, sealed.length);
  }

  /** Opens a part of an array. */
  public byte[] open(byte[] nonce, byte[] aad, byte[] sealed, int offset, int length)
      throws NotAuthenticException {
    if (length < TAG) {
      throw new NotAuthenticException("shorter than a tag");
    }
    try {
      Cipher cipher = ciphers.get();
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG * 8, nonce));
      cipher.updateAAD(aad);
      return cipher.doFinal(sealed, offset, length);
    } catch (AEADBadTagException e) {
      throw new NotAuthenticException("the tag is wrong");
    } catch (GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.PRIMITIVE, e);
    }
  }

  private static Cipher cipher() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.PRIMITIVE, e);
    }
  }

  @Override
  public String toString() {
    return "Aead";
  }
}
