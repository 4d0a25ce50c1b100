package org.sala.casework.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Roster;
import org.sala.casework.station.StationState;
import org.sala.crypto.Certificate;
import org.sala.crypto.CryptoFault;
import org.sala.crypto.Trust;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/**
 * New certificates for the same keys. They need no request and no code on the telephone: the key
 * was compared once, and who holds it is who held it. They travel in the notes of whatever
 * headquarters sends.
 */
@BehindTheDesk
public final class Renewals {
  /** How long before its end a certificate is to be renewed. */
  public static final Duration EARLY = Duration.ofDays(30);

  /** The clocks of two machines of one headquarters differ by less. */
  private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

  private static final String NOTE = "certificates";

  private Renewals() {}

  /** Whether it ends soon, has ended, or does not count yet. */
  public static boolean due(Certificate certificate, Instant now) {
    return !now.isBefore(certificate.until().minus(EARLY)) || isEarly(certificate, now);
  }

  /** Whether it was issued by a clock that was ahead: nobody believes it before that day. */
  public static boolean isEarly(Certificate certificate, Instant now) {
    return now.plus(CLOCKS_DIFFER).isBefore(certificate.from());
  }

  /** Of several certificates for one key the one that lasts longest, in the order of the keys. */
  public static List<Roster.Issued> latest(List<Roster.Issued> issued) {
    Map<String, Roster.Issued> latest = new LinkedHashMap<>();
    issued.forEach(
        i ->
            latest.merge(
                i.station() + " " + i.key().hex(),
                i,
                (a, b) -> b.certificate().until().isBefore(a.certificate().until()) ? a : b));
    return List.copyOf(latest.values());
  }

  /** At headquarters: what a station is told of its officers' certificates; empty where nothing. */
  static Map<String, String> notes(StationState state, StationId station) {
    Roster roster = new Roster(state);
    List<Roster.Issued> theirs =
        roster.issued().stream().filter(i -> i.station().equals(station)).toList();
    List<String> renewed = new ArrayList<>();
    for (Roster.Issued i : latest(theirs)) {
      boolean again = theirs.stream().filter(o -> o.key().equals(i.key())).count() > 1;
      if (again && !roster.revoked().contains(i.certificate().serial())) {
        renewed.add(i.certificate().pem());
      }
    }
    return renewed.isEmpty() ? Map.of() : Map.of(NOTE, String.join("", renewed));
  }

  /**
   * At a station: takes certificates over for keys that it has one for already, where they last
   * longer and say the same.
   *
   * @return how many; one that is not as it should be is none
   */
  public static int take(
      StationState state, Trust trust, Map<String, String> notes, boolean practice, Instant now) {
    int taken = 0;
    try {
      for (Certificate c : Certificate.ofPem(notes.getOrDefault(NOTE, ""))) {
        String name = "certificate." + c.key().fingerprint();
        Optional<Certificate> before =
            state.text(name).flatMap(p -> Certificate.ofPem(p).stream().findFirst());
        if (before.filter(b -> follows(c, b, trust, now)).isPresent()
            && c.practice() == practice
            && trust.standing(c, List.of(), now) instanceof Trust.Standing.Trusted) {
          state.set(name, Value.text(c.pem()));
          taken++;
        }
      }
    } catch (CryptoFault e) {
      // What cannot be read renews nothing; the certificates that are here stay.
      return taken;
    }
    return taken;
  }

  /**
   * Returns whether a certificate may take the place of the one before: it lasts longer, or the
   * issuer of the one before was taken back.
   */
  private static boolean follows(Certificate next, Certificate before, Trust trust, Instant now) {
    return (next.until().isAfter(before.until())
            || trust.standing(before, List.of(), now) instanceof Trust.Standing.IssuerRevoked)
        && next.number().equals(before.number())
        && next.role().equals(before.role())
        && !next.issues();
  }
}
