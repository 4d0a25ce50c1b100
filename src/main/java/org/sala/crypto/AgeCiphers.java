package org.sala.crypto;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.NoSuchPaddingException;
import javax.crypto.ShortBufferException;
import org.jspecify.annotations.Nullable;

/**
 * The cipher and the key agreement of the age format, for the library that writes it. BoringSSL's
 * cipher is asked by arrays here: asked by buffers, Conscrypt makes two native ones a call, which
 * cost more than the cipher and stay until the next collection (4 GiB of them for a package of 2
 * GiB). Its X25519 (RFC 7748) goes under the one name that the library asks for.
 */
final class AgeCiphers extends Provider {
  private static final long serialVersionUID = 1L;
  private static final String NAME = "ChaCha20-Poly1305";

  /** The key agreement's name as the library asks for it, and as BoringSSL has it. */
  private static final String AGREEMENT = "X25519";

  private static final String BORING_AGREEMENT = "XDH";

  AgeCiphers() {
    super("SalaAge", "1", NAME + " by arrays");
    putService(new ByArrays(this));
    BoringSsl.here()
        .ifPresent(
            boring -> {
              for (String type : List.of("KeyAgreement", "KeyPairGenerator", "KeyFactory")) {
                putService(
                    new Renamed(
                        this, Objects.requireNonNull(boring.getService(type, BORING_AGREEMENT))));
              }
            });
  }

  /**
   * Returns whether the library has the key agreement as well; where not, the platform's own is
   * taken.
   */
  boolean agrees() {
    return getService("KeyAgreement", AGREEMENT) != null;
  }

  /** A service of BoringSSL under the other name. */
  private static final class Renamed extends Service {
    private final Service inner;

    Renamed(Provider of, Service inner) {
      super(of, inner.getType(), AGREEMENT, inner.getClassName(), List.of(), Map.of());
      this.inner = inner;
    }

    @Override
    public Object newInstance(@Nullable Object none) throws NoSuchAlgorithmException {
      return inner.newInstance(none);
    }

    @Override
    public boolean supportsParameter(@Nullable Object parameter) {
      return inner.supportsParameter(parameter);
    }
  }

  private static final class ByArrays extends Service {
    ByArrays(Provider of) {
      super(of, "Cipher", NAME, Chunks.class.getName(), List.of(), Map.of());
    }

    @Override
    public Object newInstance(@Nullable Object none) throws NoSuchAlgorithmException {
      try {
        return new Chunks(BoringSsl.cipher(NAME));
      } catch (GeneralSecurityException e) {
        throw new NoSuchAlgorithmException(e);
      }
    }
  }

  /** Passes arrays on; {@link CipherSpi} itself turns buffers over arrays into arrays. */
  private static final class Chunks extends CipherSpi {
    private final Cipher cipher;

    Chunks(Cipher cipher) {
      this.cipher = cipher;
    }

    @Override
    protected void engineInit(int mode, Key key, AlgorithmParameterSpec nonce, SecureRandom random)
        throws InvalidKeyException, InvalidAlgorithmParameterException {
      cipher.init(mode, key, nonce);
    }

    @Override
    protected int engineDoFinal(byte[] from, int offset, int length, byte[] to, int at)
        throws ShortBufferException, IllegalBlockSizeException, BadPaddingException {
      return cipher.doFinal(from, offset, length, to, at);
    }

    @Override
    protected byte[] engineDoFinal(byte[] from, int offset, int length)
        throws IllegalBlockSizeException, BadPaddingException {
      return cipher.doFinal(from, offset, length);
    }

    @Override
    protected int engineGetOutputSize(int length) {
      return cipher.getOutputSize(length);
    }

    @Override
    protected int engineGetBlockSize() {
      return cipher.getBlockSize();
    }

    @Override
    protected byte[] engineGetIV() {
      return cipher.getIV();
    }

    @Override
    protected void engineSetMode(String mode) throws NoSuchAlgorithmException {
      throw new NoSuchAlgorithmException(mode);
    }

    @Override
    protected void engineSetPadding(String padding) throws NoSuchPaddingException {
      throw new NoSuchPaddingException(padding);
    }

    @Override
    protected @Nullable AlgorithmParameters engineGetParameters() {
      return null;
    }

    @Override
    protected void engineInit(int mode, Key key, SecureRandom random) throws InvalidKeyException {
      throw new InvalidKeyException("a chunk has a nonce");
    }

    @Override
    protected void engineInit(
        int mode, Key key, AlgorithmParameters parameters, SecureRandom random)
        throws InvalidAlgorithmParameterException {
      throw new InvalidAlgorithmParameterException("a chunk has a nonce");
    }

    @Override
    protected byte[] engineUpdate(byte[] from, int offset, int length) {
      throw new UnsupportedOperationException("a chunk is sealed or opened at once");
    }

    @Override
    protected int engineUpdate(byte[] from, int offset, int length, byte[] to, int at) {
      throw new UnsupportedOperationException("a chunk is sealed or opened at once");
    }
  }
}
