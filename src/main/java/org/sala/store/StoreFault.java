package org.sala.store;

/**
 * The view failed. The database's own message is left out, for it may quote values; the view can
 * always be rebuilt from the journal.
 */
public final class StoreFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What happened. */
  public enum Code {
    DAMAGED,
    DISK_FULL,
    DISK,
    CLOSED,
    /** A server does not answer, or does not let us in. */
    AWAY,
    /** The change is in the journal, and nobody who may has shown it yet. */
    NOT_FOLLOWED,
    /** The tables do not take what was to be written: a value, or two rows where one may stand. */
    REFUSED,
    QUERY
  }

  private final Code code;

  public StoreFault(Code code, String detail) {
    super(code + ": " + detail);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
