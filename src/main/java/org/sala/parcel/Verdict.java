package org.sala.parcel;

import java.util.List;
import java.util.Optional;
import org.sala.crypto.Certificate;

/**
 * What a package is worth, with everything that was found.
 *
 * @param digest SHA-256 of the file
 */
public record Verdict(
    Kind kind,
    List<Finding> findings,
    Optional<ParcelHeader> header,
    Optional<Certificate> signer,
    boolean revocationChecked,
    String digest,
    long size) {

  /** The one word for it; the worst finding decides. */
  public enum Kind {
    GENUINE,
    UNKNOWN_SIGNER,
    ALTERED,
    REVOKED,
    IN_DOUBT,
    TOO_NEW,
    WRONG_RECIPIENT,
    UNREADABLE
  }

  public Verdict {
    findings = List.copyOf(findings);
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
