package org.sala.crypto;

import java.time.Instant;
import java.util.List;

/**
 * How an authority hands over to its successor (RFC 4210, section 4.4, root CA key update): the new
 * key's certificate signed by itself, and one for the same name and key signed by the old key.
 * Whoever believes the old authority can check the second, and from then on believes the first.
 * Both keep the old one's name, so that the second is self-issued and lengthens no path (RFC 5280,
 * section 6.1).
 *
 * @param successor signed by the new key
 * @param introduction signed by the old key
 */
public record Succession(Certificate successor, Certificate introduction) {

  /** Returns both certificates as PEM, the successor first. */
  public String pem() {
    return successor.pem() + introduction.pem();
  }

  /** Reads what {@link #pem} wrote. */
  public static Succession ofPem(String pem) {
    List<Certificate> both = Certificate.ofPem(pem);
    if (both.size() != 2) {
      throw new CryptoFault(CryptoFault.Code.BAD_ENCODING, "a succession is two certificates");
    }
    return new Succession(both.getFirst(), both.getLast());
  }

  /** Whether that authority really introduced this successor, and the introduction still holds. */
  public boolean isOf(Certificate authority, Instant at) {
    return signedBy(introduction, authority)
        && signedBy(successor, successor)
        && successor.key().fingerprint().equals(introduction.key().fingerprint())
        && successor.practice() == authority.practice()
        && !at.isBefore(introduction.from())
        && !at.isAfter(introduction.until());
  }

  private static boolean signedBy(Certificate made, Certificate by) {
    return made.mayIssue()
        && by.mayIssue()
        && made.selfIssued()
        && made.jca().getIssuerX500Principal().equals(by.jca().getSubjectX500Principal())
        && made.isSignedBy(by);
  }
}
