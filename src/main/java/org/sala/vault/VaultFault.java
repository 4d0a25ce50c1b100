package org.sala.vault;

import org.sala.disk.DiskFull;

/** The workspace folder could not be read or written; carries a code and a file's role, no name. */
public final class VaultFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What happened. */
  public enum Code {
    IO,
    DISK_FULL,
    READ_ONLY,
    DAMAGED,
    TOO_NEW,
    NO_KEY,
    TOO_LARGE,
    /** A handle that names a slot of the program, or a handle and passphrase that open one. */
    TAKEN,
    /**
     * The last slot is not taken away, nor the one that was unlocked with: destroying a workspace
     * is another act.
     */
    LAST_SLOT
  }

  private final Code code;

  public VaultFault(Code code, String what) {
    super(code + ": " + what);
    this.code = code;
  }

  public VaultFault(Code code, String what, Throwable cause) {
    super(code + ": " + what, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }

  /** Sorts an error of the disk by what the officer can do about it. */
  static VaultFault of(String what, java.io.IOException e) {
    String message = String.valueOf(e.getMessage());
    if (DiskFull.is(e)) {
      return new VaultFault(Code.DISK_FULL, what, e);
    }
    if (e instanceof java.nio.file.AccessDeniedException || message.contains("Read-only")) {
      return new VaultFault(Code.READ_ONLY, what, e);
    }
    return new VaultFault(Code.IO, what, e);
  }
}
