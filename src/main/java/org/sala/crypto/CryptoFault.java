package org.sala.crypto;

/** A primitive failed in a way that no caller can expect; carries a code, never a secret. */
public final class CryptoFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What happened. */
  public enum Code {
    /** The JDK or BouncyCastle lacks or refuses the primitive. */
    PRIMITIVE,
    /** Key material of the wrong kind or length. */
    BAD_KEY,
    /** A secret was used after it had been wiped. */
    WIPED,
    /** Derivation parameters outside the floor and the cap. */
    BAD_PARAMETERS,
    /** More bytes than a format can hold. */
    TOO_LONG,
    /** A passphrase or handle that is not text: half of a surrogate pair. */
    BAD_TEXT,
    /** A certificate, request or list cannot be read. */
    BAD_ENCODING
  }

  private final Code code;

  public CryptoFault(Code code, String detail) {
    super(code + ": " + detail);
    this.code = code;
  }

  public CryptoFault(Code code, Throwable cause) {
    super(code.name(), cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
