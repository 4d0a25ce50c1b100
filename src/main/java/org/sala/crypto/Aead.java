package org.sala.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-256-GCM (NIST SP 800-38D) with 12-byte nonces and 16-byte tags. A nonce must never be used
 * twice under one key; the callers' formats say why theirs are not. Thread-safe. Closing it forgets
 * the key.
 */
public final class Aead implements AutoCloseable {
  /** Bytes of a nonce. */
  public static final int NONCE = 12;

  /** Bytes by which sealed data is longer. */
  public static final int TAG = 16;

  private final Key key;
  // Not one a thread: a key must not stay behind in the threads of a pool.
  private final ConcurrentLinkedQueue<Pass> idle = new ConcurrentLinkedQueue<>();

  private final boolean keeps;

  public Aead(Secret secret) {
    this(secret, true);
  }

  /**
   * One of thousands of keys, each of them used now and then: it keeps no cipher, which would hold
   * as much as the longest thing that went through it. A new one costs less than a microsecond.
   */
  public static Aead seldom(Secret secret) {
    return new Aead(secret, false);
  }

  private Aead(Secret secret, boolean keeps) {
    this.keeps = keeps;
    byte[] bytes = secret.copy();
    if (bytes.length != 32) {
      Arrays.fill(bytes, (byte) 0);
      throw new CryptoFault(CryptoFault.Code.BAD_KEY, "AES-256 takes 32 bytes");
    }
    this.key = new Key(bytes);
  }

  /** Sealed bytes: as long as the plain ones and the tag. */
  public byte[] seal(byte[] nonce, byte[] aad, byte[] plain) {
    return seal(nonce, aad, plain, 0, plain.length);
  }

  /** Seals a part of an array. */
  public byte[] seal(byte[] nonce, byte[] aad, byte[] plain, int offset, int length) {
    byte[] sealed = new byte[length + TAG];
    seal(nonce, aad, plain, offset, length, sealed, 0);
    return sealed;
  }

  /**
   * Seals a part of an array into another one, for files of blocks.
   *
   * @return the bytes written: {@code length} and the tag
   */
  public int seal(
      byte[] nonce, byte[] aad, byte[] plain, int offset, int length, byte[] to, int at) {
    Pass pass = take();
    try {
      pass.cipher().init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG * 8, nonce));
      pass.cipher().updateAAD(aad);
      int done = pass.of(plain, offset, length, length + TAG, to, at);
      give(pass);
      return done;
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
    byte[] plain = new byte[Math.max(0, length - TAG)];
    open(nonce, aad, sealed, offset, length, plain, 0);
    return plain;
  }

  /**
   * Opens a part of an array into another one; when the tag is wrong that one holds zeros there.
   *
   * @return the plain bytes written: {@code length} less the tag
   */
  public int open(
      byte[] nonce, byte[] aad, byte[] sealed, int offset, int length, byte[] to, int at)
      throws NotAuthenticException {
    if (length < TAG) {
      throw new NotAuthenticException("shorter than a tag");
    }
    Pass pass = take();
    try {
      pass.cipher().init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG * 8, nonce));
      pass.cipher().updateAAD(aad);
      int done = pass.of(sealed, offset, length, length - TAG, to, at);
      give(pass);
      return done;
    } catch (AEADBadTagException e) {
      Arrays.fill(to, at, at + length - TAG, (byte) 0);
      throw new NotAuthenticException("the tag is wrong");
    } catch (GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.PRIMITIVE, e);
    }
  }

  private Pass take() {
    key.check();
    Pass pass = idle.poll();
    try {
      return pass == null ? new Pass(BoringSsl.cipher("AES/GCM/NoPadding")) : pass;
    } catch (GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.PRIMITIVE, e);
    }
  }

  private void give(Pass pass) {
    if (keeps && !key.wiped) {
      idle.add(pass);
    }
    if (key.wiped) {
      idle.clear();
    }
  }

  @Override
  public void close() {
    key.wipe();
    idle.clear();
  }

  @Override
  public String toString() {
    return "Aead";
  }

  /** The JDK's own key specification cannot be wiped. */
  private static final class Key implements SecretKey {
    private static final long serialVersionUID = 1L;
    private final transient byte[] bytes;
    private transient volatile boolean wiped;

    Key(byte[] bytes) {
      this.bytes = bytes;
    }

    void check() {
      if (wiped) {
        throw new CryptoFault(CryptoFault.Code.WIPED, "key");
      }
    }

    synchronized void wipe() {
      wiped = true;
      Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String getAlgorithm() {
      return "AES";
    }

    @Override
    public String getFormat() {
      return "RAW";
    }

    @Override
    public synchronized byte @Nullable [] getEncoded() {
      check();
      return bytes.clone();
    }
  }
}
