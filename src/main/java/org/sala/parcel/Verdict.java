package org.sala.parcel;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sala.crypto.Certificate;

/**
 * What a package is worth, with everything that was found.
 *
 * @param digest SHA-256 of the file
 * @param proof what a second reading is held to
 */
public record Verdict(
    Kind kind,
    List<Finding> findings,
    Optional<ParcelHeader> header,
    Optional<Certificate> signer,
    boolean revocationChecked,
    String digest,
    long size,
    Proof proof) {

  /** The one word for a verdict; the worst finding decides. */
  public enum Kind {
    GENUINE,
    UNKNOWN_SIGNER,
    ALTERED,
    REVOKED,
    IN_DOUBT,
    TOO_NEW,
    WRONG_RECIPIENT,
    TRAINING,
    UNREADABLE;

    /**
     * @param told whether it is known from whom it is and what it says of itself
     * @param readable whether anything in it could be read
     */
    static Kind of(List<Finding> findings, boolean told, boolean readable) {
      if (findings.isEmpty() && told) {
        return GENUINE;
      }
      if (has(findings, Finding.Code.FORMAT_TOO_NEW)) {
        return TOO_NEW;
      }
      if (has(findings, Finding.Code.TRAINING)) {
        return TRAINING;
      }
      if (!readable) {
        return UNREADABLE;
      }
      if (findings.stream().allMatch(f -> f.code() == Finding.Code.WRONG_RECIPIENT)) {
        return WRONG_RECIPIENT;
      }
      if (findings.stream().allMatch(Finding::doubt)) {
        return has(findings, Finding.Code.SIGNER_REVOKED)
                || has(findings, Finding.Code.SIGNER_ISSUER_REVOKED)
                || has(findings, Finding.Code.CHANGE_AUTHOR_REVOKED)
            ? REVOKED
            : IN_DOUBT;
      }
      return findings.stream().allMatch(f -> UNKNOWN.contains(f.code())) ? UNKNOWN_SIGNER : ALTERED;
    }

    private static boolean has(List<Finding> findings, Finding.Code code) {
      return findings.stream().anyMatch(f -> f.code() == code);
    }
  }

  private static final Set<Finding.Code> UNKNOWN =
      EnumSet.of(
          Finding.Code.SIGNER_UNKNOWN,
          Finding.Code.SIGNER_OUT_OF_TIME,
          Finding.Code.CHANGE_AUTHOR_UNKNOWN,
          Finding.Code.WRONG_RECIPIENT);

  public Verdict {
    findings = List.copyOf(findings);
  }

  /**
   * Returns whether all is as its signer wrote it, and nothing speaks against the package but what
   * it holds.
   */
  public boolean bringsTooMuch() {
    return !findings.isEmpty()
        && findings.stream()
            .allMatch(
                f ->
                    f.code() == Finding.Code.CHANGE_STAYS
                        || f.code() == Finding.Code.CHANGE_BEYOND_BOUNDS
                        || f.code() == Finding.Code.CHANGE_OUT_OF_PLACE);
  }

  /**
   * Whether the file is what its signer wrote, for us, and nothing but somebody's standing is in
   * doubt.
   */
  public boolean sound() {
    return header.isPresent() && signer.isPresent() && findings.stream().allMatch(Finding::doubt);
  }

  public boolean genuine() {
    return kind == Kind.GENUINE;
  }
}
