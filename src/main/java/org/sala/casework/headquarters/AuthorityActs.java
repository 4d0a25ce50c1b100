package org.sala.casework.headquarters;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sala.casework.keys.AuthorityKey;
import org.sala.casework.keys.Issuing;
import org.sala.casework.keys.Renewals;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Station;
import org.sala.crypto.Certificate;
import org.sala.crypto.SigningKey;
import org.sala.domain.AuditEntry;

/** What needs the authority's key from the safe: its list, its successor, another issuing key. */
public final class AuthorityActs {
  private static final Duration SOON = Duration.ofDays(60);

  private final Station station;
  private final AuditTrail audit;
  private final Issuing issuing;
  private final Approvals approvals;

  AuthorityActs(Station station, AuditTrail audit, Issuing issuing, Approvals approvals) {
    this.station = station;
    this.audit = audit;
    this.issuing = issuing;
    this.approvals = approvals;
  }

  /** SHA-256 of the authority's public key: what {@link Approvals.Of#SUCCEED} is about. */
  public String key() {
    return issuing.authority().key().fingerprint();
  }

  /** Whether the key has to be brought within sixty days, to sign the authority's list anew. */
  public boolean listEndsSoon() {
    return issuing.authorityListEnds().minus(SOON).isBefore(Instant.now(station.clock()));
  }

  /**
   * Whether the issuing key does not count yet, since a clock certified it that was ahead, or ends
   * within sixty days. Nothing that it certified counts then, whatever is renewed, until another
   * key is made.
   */
  public boolean issuerIsOutOfTime() {
    Instant now = Instant.now(station.clock());
    Certificate issuer = issuing.issuing();
    return Renewals.isEarly(issuer, now) || issuer.until().minus(SOON).isBefore(now);
  }

  /** Whether some authority's key lies in a folder: asked before anybody types a passphrase. */
  public boolean liesIn(Path folder) {
    return new AuthorityKey(folder, station).exists();
  }

  /**
   * Signs the authority's own list anew.
   *
   * @param folder where the sealed key lies
   * @return false when the passphrase is wrong
   */
  public boolean renewList(Path folder, char[] passphrase) {
    Optional<SigningKey> key = new AuthorityKey(folder, station).open(passphrase);
    key.ifPresent(issuing::renewAuthority);
    return key.isPresent();
  }

  /** SHA-256 of the issuing key: what {@link Approvals.Of#ISSUER} is about. */
  public String issuingKey() {
    return issuing.fingerprint();
  }

  /**
   * The issuing key may be in other hands: its certificate is taken back, another key takes its
   * place, and every officer whose certificate counted gets one from it with the next answer. What
   * is signed under the old one and has not arrived waits for two from now on.
   *
   * @param folder where the authority's key lies
   * @throws CaseworkFault {@code SAME_OFFICER} while a second officer has not approved it
   */
  public Handed replaceIssuer(Path folder, char[] passphrase) {
    approvals.need(Approvals.Of.ISSUER, issuingKey());
    Optional<SigningKey> authority = new AuthorityKey(folder, station).open(passphrase);
    if (authority.isEmpty()) {
      return Handed.WRONG_PASSPHRASE;
    }
    if (!authority.get().verifying().fingerprint().equals(key())) {
      return Handed.ANOTHER_KEY;
    }
    String serial = issuing.replace(authority.get());
    audit.note(AuditEntry.Act.REVOKED, "issuer " + serial);
    return Handed.OVER;
  }

  /** What came of a hand-over, of the authority or of the issuing key. */
  public enum Handed {
    OVER,
    WRONG_PASSPHRASE,
    /** The folder holds the key of some other authority, perhaps of a former one. */
    ANOTHER_KEY
  }

  /**
   * Makes a new key for the authority, introduced by the old one. Stations believe it from the next
   * package on that reaches them; officers keep their certificates; the old key is believed nowhere
   * any more once a station has heard.
   *
   * @param folder where the old key lies
   * @param nextFolder where the new key goes, sealed: another stick for the safe
   * @throws CaseworkFault {@code SAME_OFFICER} while a second officer has not approved it, {@code
   *     ALREADY_DONE} where the new folder holds a key already; nothing was changed then
   */
  public Handed succeed(Path folder, char[] passphrase, Path nextFolder, char[] nextPassphrase) {
    approvals.need(Approvals.Of.SUCCEED, key());
    Optional<SigningKey> old = new AuthorityKey(folder, station).open(passphrase);
    if (old.isEmpty()) {
      return Handed.WRONG_PASSPHRASE;
    }
    if (!old.get().verifying().fingerprint().equals(key())) {
      return Handed.ANOTHER_KEY;
    }
    SigningKey next = SigningKey.generate(station.tools().random());
    // First into its safe: a successor whose key is nowhere could never sign anything again.
    new AuthorityKey(nextFolder, station).keep(next, nextPassphrase);
    issuing.succeed(old.get(), next);
    audit.trusted();
    audit.note(AuditEntry.Act.ENROLLED, "authority " + key());
    return Handed.OVER;
  }
}
