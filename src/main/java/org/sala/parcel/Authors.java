package org.sala.parcel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.crypto.Certificate;
import org.sala.crypto.CryptoFault;
import org.sala.crypto.Trust;
import org.sala.crypto.VerifyingKey;
import org.sala.domain.Change;

/** Knows whose changes may be inside a package: the keys that check them, and who is in doubt. */
final class Authors {
  private final Trust trust;
  private final Instant at;
  private final List<Certificate> known;
  private final Map<String, Author> authors = new HashMap<>();

  Authors(Trust trust, Instant at, List<Certificate> known) {
    this.trust = trust;
    this.at = at;
    this.known = known;
  }

  private record Author(VerifyingKey key, Optional<Finding.Code> doubt) {}

  /**
   * An author counts when the certificate leads to our authority, over issuers that were sent along
   * or are known; its day may have passed.
   */
  void certified(List<byte[]> sent, Findings findings) {
    List<Certificate> certificates = new ArrayList<>(known);
    try {
      sent.forEach(der -> certificates.add(Certificate.of(der)));
    } catch (CryptoFault e) {
      findings.add(Finding.Code.CHANGE_AUTHOR_UNKNOWN, "certificate");
      return;
    }
    for (Certificate c : certificates) {
      switch (trust.standing(c, certificates, at)) {
        case Trust.Standing.Trusted t -> put(c, Optional.empty());
        case Trust.Standing.OutOfTime o -> put(c, Optional.empty());
        // A certificate of the same key by an issuer that stands says whose it is.
        case Trust.Standing.IssuerRevoked r ->
            authors.putIfAbsent(
                c.key().fingerprint(),
                new Author(c.key(), Optional.of(Finding.Code.CHANGE_AUTHOR_REVOKED)));
        case Trust.Standing.Revoked r -> put(c, Optional.of(Finding.Code.CHANGE_AUTHOR_REVOKED));
        case Trust.Standing.Unknown u -> {
          // As if it had not been sent: its changes will be of an unknown author.
        }
      }
    }
  }

  private void put(Certificate c, Optional<Finding.Code> doubt) {
    authors.put(c.key().fingerprint(), new Author(c.key(), doubt));
  }

  /** Keys without a certificate: what they signed can be checked, who they are cannot. */
  void notEnrolled(List<byte[]> keys, Findings findings) {
    for (byte[] spki : keys) {
      try {
        VerifyingKey key = VerifyingKey.ofSpki(spki);
        authors.putIfAbsent(
            key.fingerprint(),
            new Author(key, Optional.of(Finding.Code.CHANGE_AUTHOR_NOT_ENROLLED)));
      } catch (CryptoFault e) {
        findings.add(Finding.Code.CHANGE_AUTHOR_UNKNOWN, "key");
      }
    }
  }

  /** What speaks against a change: nothing, its signature, or the standing of its author. */
  Optional<Finding.Code> against(Change change) {
    Author author = authors.get(change.header().author().hex());
    if (author == null) {
      return Optional.of(Finding.Code.CHANGE_AUTHOR_UNKNOWN);
    }
    return author.key().verify(change.header().bytes(), change.signature())
        ? author.doubt()
        : Optional.of(Finding.Code.CHANGE_SIGNATURE_WRONG);
  }
}
