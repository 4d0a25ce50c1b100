package org.sala.parcel;

/**
 * One thing that is wrong with a package.
 *
 * @param detail an entry's name or a number, escaped; never content
 */
public record Finding(Code code, String detail) {

  /** What is wrong, as a stable code. */
  public enum Code {
    NOT_ENCRYPTED_FOR_US,
    /**
     * The file says outside that it comes from a practice workspace, and is written for another
     * one.
     */
    TRAINING,
    CUT_OR_ALTERED_OUTSIDE,
    NOT_A_CONTAINER,
    ENTRY_OUT_OF_ORDER,
    ENTRY_UNDECLARED,
    ENTRY_MISSING,
    ENTRY_TWICE,
    ENTRY_NAME,
    ENTRY_TOO_LARGE,
    TOO_MANY_ENTRIES,
    DIRECTORIES_DIFFER,
    DATA_BETWEEN,
    DATA_BEHIND,
    DIGEST_DIFFERS,
    MANIFEST_UNREADABLE,
    SIGNATURE_UNREADABLE,
    SIGNATURE_WRONG,
    SIGNER_UNKNOWN,
    SIGNER_REVOKED,
    /** The key that issued the signer's certificate was taken back. */
    SIGNER_ISSUER_REVOKED,
    SIGNER_OUT_OF_TIME,
    HEADER_UNREADABLE,
    FORMAT_TOO_NEW,
    WRONG_RECIPIENT,
    CHANGE_UNREADABLE,
    /** The change says more than any station can show: a time in no year, a name without end. */
    CHANGE_BEYOND_BOUNDS,
    CHANGE_SIGNATURE_WRONG,
    CHANGE_AUTHOR_UNKNOWN,
    CHANGE_AUTHOR_REVOKED,
    CHANGE_AUTHOR_NOT_ENROLLED,
    /** The change is under an id that the station it names did not make. */
    CHANGE_ID_OF_ANOTHER,
    /**
     * The change holds a record of a kind that never leaves where it was written, as an erasure.
     */
    CHANGE_STAYS,
    /** The change holds a record of a kind that packages of this purpose do not bring. */
    CHANGE_OUT_OF_PLACE,
    /** The package holds a protected part, and says of itself that it holds none. */
    PROTECTION_UNDECLARED,
    /** A field that belongs in a protected part stands in the open one. */
    PROTECTED_IN_THE_OPEN,
    /** More changes than anybody keeps count of before the package's signature is looked at. */
    CHANGES_TOO_MANY,
    COUNT_DIFFERS,
    AUDIT_UNREADABLE,
    /** The audit is longer than anybody keeps before its signature is looked at. */
    AUDIT_TOO_LONG,
    ATTACHMENT_MISNAMED,
    /** A revision names a file that is not inside, or is inside with another size. */
    ATTACHMENT_MISSING
  }

  /**
   * Whether the bytes are as they were signed and only somebody's standing is in doubt: such a
   * package is kept whole, and people may decide to admit it.
   */
  public boolean doubt() {
    return code == Code.SIGNER_REVOKED
        || code == Code.SIGNER_ISSUER_REVOKED
        || code == Code.SIGNER_OUT_OF_TIME
        || aboutOneChange();
  }

  /**
   * Returns whether the finding concerns a single change, so that the rest of the package can be
   * taken.
   */
  public boolean aboutOneChange() {
    return code == Code.CHANGE_AUTHOR_REVOKED || code == Code.CHANGE_AUTHOR_NOT_ENROLLED;
  }

  public static Finding of(Code code) {
    return new Finding(code, "");
  }

  /**
   * Makes a finding with a name from outside, its unusual characters escaped and its length cut.
   */
  static Finding of(Code code, String name) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < Math.min(name.length(), 80); i++) {
      char c = name.charAt(i);
      safe.append(c > 32 && c < 127 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return new Finding(code, safe.toString());
  }
}
