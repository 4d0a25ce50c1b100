package org.sala.domain;

import java.util.Optional;

/**
 * One line of the audit: ids, never names. Entries are chained by their digests and sealed by a MAC
 * under a key that moves forward.
 *
 * @param number dense per incarnation, from 1
 * @param previous SHA-256 of the previous entry's bytes, 64 zeros for the first
 * @param head hash of the journal's last frame at that moment
 * @param bytes as written; the MAC covers them
 */
public record AuditEntry(
    byte[] bytes,
    byte[] mac,
    IncarnationId incarnation,
    long number,
    String previous,
    Act act,
    Fingerprint officer,
    Optional<RecordId> subject,
    Optional<String> detail,
    Moment time,
    String head) {

  /** What was done. */
  public enum Act {
    UNLOCKED,
    LOCKED,
    REFUSED,
    VIEWED,
    PRINTED,
    EXPORTED,
    IMPORTED,
    SEALED,
    CARRIED,
    ENROLLED,
    OVERRIDDEN,
    BACKED_UP,
    RESTORED,
    PASSPHRASE_CHANGED,
    OFFICER_ADDED,
    /** A colleague's slot was taken out of the key file. */
    OFFICER_REMOVED,
    ERASED,
    QUARANTINED,
    ADMITTED,
    REJECTED,
    REVOKED,
    /** An older key file or state was found in place of the last one. */
    OLDER_FILE,
    /** The agency's recovery key was made anew, or the sheets that give it were kept. */
    RECOVERY_KEY,
    /** The result of a screening was opened: from then on it may colour what is asked. */
    RESULT_OPENED
  }

  public AuditEntry {
    HexText.digest(previous);
    HexText.digest(head);
  }

  @Override
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public byte[] mac() {
    return mac;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AuditEntry e && java.util.Arrays.equals(e.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return java.util.Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "AuditEntry[" + number + " " + act + "]";
  }
}
