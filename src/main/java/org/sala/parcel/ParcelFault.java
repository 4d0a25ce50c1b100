package org.sala.parcel;

/** A package could not be written or read on; carries a code and, for an exhibit, its digest. */
public final class ParcelFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What happened. */
  public enum Code {
    IO,
    DISK_FULL,
    /** An attachment is no longer what was taken in. */
    EXHIBIT_CHANGED,
    /** A package is no longer the one that was verified. */
    CHANGED_SINCE,
    STOPPED
  }

  private final Code code;
  private final String detail;

  public ParcelFault(Code code, String detail) {
    super(code + ": " + detail);
    this.code = code;
    this.detail = detail;
  }

  public ParcelFault(Code code, Throwable cause) {
    super(code.name(), cause);
    this.code = code;
    this.detail = "";
  }

  ParcelFault(Code code, String detail, Throwable cause) {
    super(code + ": " + detail, cause);
    this.code = code;
    this.detail = detail;
  }

  /** The digest of an exhibit that has changed. */
  public String detail() {
    return detail;
  }

  public Code code() {
    return code;
  }
}
