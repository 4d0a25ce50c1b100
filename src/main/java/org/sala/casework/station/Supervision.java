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

  private static final Set<String> OF_A_STATION = Set.of(FIELD, SUPERVISOR);

  private static final Set<String> SUPERVISES = Set.of(SUPERVISOR, HEADQUARTERS);

  private final Station station;

  public Supervision(Station station) {
    this.station = station;
  }

  /** Whether headquarters certified somebody for a station, supervising there or not. */
  public static boolean isOfStation(Certificate officer) {
    return OF_A_STATION.contains(officer.role());
  }

  /** The number of an officer who supervises now; empty for every other one. */
  public Optional<String> numberOf(Fingerprint officer) {
    return certificate(officer)
        .filter(c -> standing(c) instanceof Trust.Standing.Trusted)
        .map(Certificate::number);
  }

  /**
   * Whether an officer supervises or did: what was signed holds on when a certificate runs out.
   * What comes from one that was taken back is stopped where it is taken in.
   */
  public boolean isKnownFor(Fingerprint officer) {
    return certificate(officer)
            .filter(c -> !(standing(c) instanceof Trust.Standing.Unknown))
            .isPresent()
        // At headquarters, which has certified them for their stations.
        || new Roster(station.state())
            .issued().stream()
                .anyMatch(
                    i -> i.key().equals(officer) && SUPERVISES.contains(i.certificate().role()));
  }

  private Optional<Certificate> certificate(Fingerprint officer) {
    return station
        .state()
        .text("certificate." + officer.hex())
        .flatMap(pem -> Certificate.ofPem(pem).stream().findFirst())
        .filter(c -> SUPERVISES.contains(c.role()));
  }

  private Trust.Standing standing(Certificate c) {
    return station.trust().standing(c, station.trust().issuers(), station.now().instant());
  }
}
