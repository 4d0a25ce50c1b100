package org.sala.parcel;

/** A package could not be written; carries a code and, for an exhibit, its digest. */
public final class ParcelFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What happened. */
  public enum Code {
    IO,
    DISK_FULL,
    /** An attachment is no longer what was taken in. */
    EXHIBIT_CHANGED,
    STOPPED
  }

  private final Code code;

  public ParcelFault(Code code, String detail) {
    super(code + ": " + detail);
    this.code = code;
  }

  public ParcelFault(Code code, Throwable cause) {
    super(code.name(), cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
