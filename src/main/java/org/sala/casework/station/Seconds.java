package org.sala.casework.station;

import java.time.Duration;
import java.util.Optional;
import org.sala.crypto.Certificate;
import org.sala.crypto.Trust;
import org.sala.domain.Fingerprint;
import org.sala.store.Records;

/**
 * Who may be one of the two whom an act takes at one laptop. Every such act asks here: a slot is
 * made by any officer in a minute, so that the passphrase of a slot alone is nobody's word.
 */
@BehindTheDesk
public final class Seconds {
  /** How long somebody has had a slot who counts where nobody was certified yet. */
  private static final Duration SETTLED = Duration.ofDays(1);

  /** How certificates of this laptop's officers begin in the state; the key follows. */
  static final String CERTIFICATE = "certificate.";

  private final Station station;
  private final Officers officers;

  public Seconds(Station station, Officers officers) {
    this.station = station;
    this.officers = officers;
  }

  /**
   * Whether an officer's word counts now, for what is done at once: by a certificate that holds. At
   * a station that was never enrolled there are none, and a slot counts that is older than a day.
   */
  public boolean counts(Fingerprint key) {
    return station.state().texts("authorities").isEmpty() ? isSettled(key) : holds(key);
  }

  /**
   * Whether an officer may sign what counts only once headquarters has certified whoever signed it:
   * everybody but who had a certificate that holds no more. Asked of the first of two as well when
   * the second signs.
   */
  public boolean maySign(Fingerprint key) {
    return certificate(key).isEmpty() || holds(key);
  }

  /** Whether headquarters has taken an officer's certificate back, as far as was heard here. */
  boolean isTakenBack(Fingerprint key) {
    return certificate(key)
        .filter(
            c -> station.trust().revoked().stream().anyMatch(l -> l.serials().contains(c.serial())))
        .isPresent();
  }

  /**
   * Whether another officer of this laptop has a certificate that holds: also one who comes in no
   * more, while headquarters has not taken it back.
   */
  public boolean isAnotherCertified() {
    return station.state().names().stream()
        .filter(n -> n.startsWith(CERTIFICATE))
        .map(n -> new Fingerprint(n.substring(CERTIFICATE.length())))
        .anyMatch(key -> !key.equals(station.me()) && holds(key));
  }

  private boolean holds(Fingerprint key) {
    return certificate(key)
        .filter(
            c ->
                station.trust().standing(c, station.trust().issuers(), station.now().instant())
                    instanceof Trust.Standing.Trusted)
        .isPresent();
  }

  private Optional<Certificate> certificate(Fingerprint key) {
    return station
        .state()
        .text(CERTIFICATE + key.hex())
        .flatMap(p -> Certificate.ofPem(p).stream().findFirst());
  }

  private boolean isSettled(Fingerprint key) {
    return officers.recordOf(key).stream()
        .flatMap(r -> station.view().records().revisions(r).stream())
        .filter(r -> r.station().equals(station.identity().station()))
        .map(Records.RevisionRow::time)
        .anyMatch(t -> t.instant().plus(SETTLED).isBefore(station.now().instant()));
  }
}
