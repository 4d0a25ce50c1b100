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
    TOO_NEW,
    WRONG_RECIPIENT,
    UNREADABLE
  }

  public Verdict {
    findings = List.copyOf(findings);
  }

  public boolean genuine() {
    return kind == Kind.GENUINE;
  }
}
