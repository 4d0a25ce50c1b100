package org.sala.casework;

/** An act that cannot be done as asked; the code tells the screen what to say, never a name. */
public final class CaseworkFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What stands in the way. */
  public enum Code {
    NOT_FOUND,
    NOT_ENROLLED,
    NO_PROTECTION_KEY,
    NOTHING_TO_UNDO,
    CHANGED_SINCE,
    CLOSED_FOR_GOOD,
    /** Versions differ, and what is asked waits until somebody has decided between them. */
    DISPUTED,
    SAME_OFFICER,
    NOTHING_TO_SEND,
    NO_SPACE,
    CONSENT_WITHDRAWN,
    NOT_HEADQUARTERS,
    ALREADY_DONE,
    BAD_FILE,
    STOPPED,
    DISK_FULL,
    /** A file of that name is there, and nothing is written over. */
    TAKEN,
    READ_ONLY,
    IO
  }

  private final Code code;

  public CaseworkFault(Code code) {
    super(code.name());
    this.code = code;
  }

  public CaseworkFault(Code code, Throwable cause) {
    super(code.name(), cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
