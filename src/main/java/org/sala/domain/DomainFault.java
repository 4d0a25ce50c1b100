package org.sala.domain;

/** Something that is not what the formats of {@code docs/formats} allow; never carries a name. */
public final class DomainFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, as a stable code. */
  public enum Code {
    BAD_ID,
    BAD_VALUE,
    BAD_REVISION,
    BAD_CHANGE,
    BAD_AUDIT,
    TOO_LARGE
  }

  private final Code code;

  public DomainFault(Code code, String detail) {
    super(code + ": " + detail);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
