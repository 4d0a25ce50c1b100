package org.sala.casework.station;

import java.util.Optional;
import java.util.Set;
import org.sala.crypto.Certificate;
import org.sala.crypto.Trust;
import org.sala.domain.Fingerprint;

/**
 * Who supervises: officers whose certificate says so, and everyone whom headquarters has certified
 * for itself. The role stands in the certificate, so that nobody gives it to himself.
 */
@BehindTheDesk
public final class Supervision {
  /** The role in the certificate of a station's supervisor. */
  public static final String SUPERVISOR = "supervisor";

  /** The role in the certificate of a station's officer. */
  public static final String FIELD = "field";

  /** The role in the certificate of an officer at headquarters. */
  public static final String HEADQUARTERS = "headquarters";

  private static final Set<String> SUPERVISES = Set.of(SUPERVISOR, HEADQUARTERS);

  private final Station station;

  public Supervision(Station station) {
    this.station = station;
  }

  /** The number of an officer who supervises now; empty for every other one. */
  public Optional<String> numberOf(Fingerprint officer) {
    return station
        .state()
        .text("certificate." + officer.hex())
        .flatMap(pem -> Certificate.ofPem(pem).stream().findFirst())
        .filter(c -> SUPERVISES.contains(c.role()))
        .filter(this::good)
        .map(Certificate::number);
  }

  private boolean good(Certificate certificate) {
    return station.trust().standing(certificate, station.trust().issuers(), station.now().instant())
        instanceof Trust.Standing.Trusted;
  }
}
