package org.sala.crypto;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whom a station believes: the agency's authority, the certificates it has issued, the lists of
 * what is revoked. Without a list for an issuer its revocations are unknown, and the answer says
 * so.
 */
public record Trust(
    List<Certificate> authorities, List<Certificate> issuers, List<RevocationList> revoked) {

  public Trust {
    authorities = List.copyOf(authorities);
    issuers = List.copyOf(issuers);
    revoked = List.copyOf(revoked);
  }

  /** What a chain of certificates is worth. */
  public sealed interface Standing {
    /**
     * Leads to an authority; {@code revocationChecked} when every issuer's list was at hand, in its
     * time.
     */
    record Trusted(boolean revocationChecked) implements Standing {}

    record Unknown() implements Standing {}

    record Revoked() implements Standing {}

    /**
     * The certificate itself was not taken back, but that of the key that issued it: whoever holds
     * that key can make such certificates, for any key.
     */
    record IssuerRevoked() implements Standing {}

    record OutOfTime() implements Standing {}
  }

  /** Follows the chain of a signer's certificate to an authority, as of a time. */
  public Standing standing(Certificate leaf, List<Certificate> sent, Instant at) {
    List<Certificate> known = new ArrayList<>(issuers);
    known.addAll(sent);
    boolean inTime = true;
    boolean checked = true;
    Certificate current = leaf;
    for (int depth = 0; depth < 4; depth++) {
      Optional<Certificate> anchor = issuer(current, authorities);
      Optional<Certificate> above = anchor.isPresent() ? anchor : issuer(current, known);
      if (above.isEmpty()) {
        return new Standing.Unknown();
      }
      inTime &= !at.isBefore(current.from()) && !at.isAfter(current.until());
      boolean listed = false;
      for (RevocationList list : revoked) {
        if (list.issuedBy(above.get())) {
          listed |= !at.isAfter(list.until());
          if (list.serials().contains(current.serial())) {
            return current.equals(leaf) ? new Standing.Revoked() : new Standing.IssuerRevoked();
          }
        }
      }
      checked &= listed;
      if (anchor.isPresent()) {
        return inTime ? new Standing.Trusted(checked) : new Standing.OutOfTime();
      }
      current = above.get();
    }
    return new Standing.Unknown();
  }

  private static Optional<Certificate> issuer(Certificate of, List<Certificate> among) {
    for (Certificate c : among) {
      if (c.mayIssue()
          && !c.equals(of)
          && of.jca().getIssuerX500Principal().equals(c.jca().getSubjectX500Principal())
          && of.isSignedBy(c)) {
        return Optional.of(c);
      }
    }
    return Optional.empty();
  }
}
