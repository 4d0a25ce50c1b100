package org.sala.journal;

/** The journal could not do what it was asked; carries a code, never content. */
public final class JournalFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What happened. */
  public enum Code {
    DISK_FULL,
    IO,
    DAMAGED,
    /** A table on a server is not what was read of it before. */
    DIFFERS,
    TOO_NEW,
    CLOSED,
    /** Another program writes under the numbers of this one: its folder was copied. */
    COPY,
    NO_KEY
  }

  private final Code code;

  public JournalFault(Code code, String detail) {
    super(code + ": " + detail);
    this.code = code;
  }

  public JournalFault(Code code, Throwable cause) {
    super(code.name(), cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
