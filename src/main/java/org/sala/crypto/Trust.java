package org.sala.crypto;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whom a station believes: the agency's authority, the certificates it has issued, the lists of
 * what is revoked. Without a list for an issuer its revocations are unknown, and the answer says
 * so.
 */
public record Trust(
    List<Certificate> authorities, List<Certificate> issuers, List<RevocationList> revoked) {

  /**
   * Of certificates that somebody sent, so many of one name are tried: of a thousand authors with a
   * thousand issuers of one name each would cost a thousand signatures.
   */
  static final int MOST_TRIED = 16;

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

  /**
   * Follows the chain of a signer's certificate to an authority, as of a time, and asks of each
   * what RFC 5280 asks (6.1): that it says nothing critical that is not understood here, and that
   * no more issuers stand below an issuer than it allows.
   */
  public Standing standing(Certificate leaf, List<Certificate> sent, Instant at) {
    boolean inTime = true;
    int below = 0;
    boolean checked = true;
    Certificate current = leaf;
    for (int depth = 0; depth < 4; depth++) {
      Certificate of = current;
      int under = below;
      Optional<Certificate> anchor = issuer(of, authorities, under, Integer.MAX_VALUE);
      Optional<Certificate> above =
          anchor
              .or(() -> issuer(of, issuers, under, Integer.MAX_VALUE))
              .or(() -> issuer(of, sent, under, MOST_TRIED));
      if (above.isEmpty() || !current.isUnderstood()) {
        return new Standing.Unknown();
      }
      inTime &= !at.isBefore(current.from()) && !at.isAfter(current.until());
      boolean listed = false;
      for (RevocationList list : revoked) {
        if (list.issuedBy(above.get())) {
          listed |= !at.isAfter(list.until()) && list.isUnderstood();
          if (list.serials().contains(current.serial())) {
            return current.equals(leaf) ? new Standing.Revoked() : new Standing.IssuerRevoked();
          }
        }
      }
      checked &= listed;
      if (anchor.isPresent()) {
        return inTime ? new Standing.Trusted(checked) : new Standing.OutOfTime();
      }
      // One that introduces its own successor is no step of the path (RFC 5280, 6.1.4 l).
      below += above.get().selfIssued() ? 0 : 1;
      current = above.get();
    }
    return new Standing.Unknown();
  }

  private static Optional<Certificate> issuer(
      Certificate of, List<Certificate> among, int below, int most) {
    int tried = 0;
    for (Certificate c : among) {
      if (c.mayIssue()
          && c.mayStandAbove(below)
          && !c.equals(of)
          && of.jca().getIssuerX500Principal().equals(c.jca().getSubjectX500Principal())) {
        if (of.isSignedBy(c)) {
          return Optional.of(c);
        }
        if (++tried == most) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
