package org.sala.casework.keys;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.casework.station.Supervision;
import org.sala.crypto.Certificate;
import org.sala.crypto.Trust;
import org.sala.domain.Fingerprint;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/**
 * Officers of other stations whose work came from their station itself, with their certificates:
 * what they wrote can be passed on to headquarters, and whoever reads it there checks it by these.
 */
@BehindTheDesk
public final class Neighbours {
  private static final String KEPT = "neighbours";

  private Neighbours() {}

  /** Nobody: until packages come again. */
  static Map<String, Value> none() {
    return Map.of(KEPT, Value.Nothing.HERE);
  }

  /** An officer, and the station that the officer wrote for. */
  public record Officer(StationId station, Certificate certificate) {
    public Fingerprint key() {
      return new Fingerprint(certificate.key().fingerprint());
    }
  }

  /** Everybody whose certificate was kept. */
  public static List<Officer> known(StationState state) {
    List<Officer> all = new ArrayList<>();
    for (Value.Parts p : state.listing(KEPT)) {
      Optional<StationId> station = p.text("station").map(StationId::of);
      Certificate.ofPem(p.text("certificate").orElse("")).stream()
          .findFirst()
          .ifPresent(c -> station.ifPresent(s -> all.add(new Officer(s, c))));
    }
    return all;
  }

  /**
   * Keeps the certificates of those whom headquarters' list names for the station that a package
   * came from; of two for one key the one that lasts longer. One that does not lead to the
   * authority is nobody's: made by hand it would last longest.
   */
  public static void met(Station here, StationId station, Collection<Certificate> along) {
    StationState state = here.state();
    List<Certificate> theirs =
        along.stream()
            .filter(c -> isTheAgencys(here, c, along))
            .filter(Supervision::isOfStation)
            .filter(c -> Peers.speaking(state, station, c).isPresent())
            .toList();
    if (!theirs.isEmpty()) {
      keep(state, station, theirs);
    }
  }

  /** By what came along, too: an issuing key may be newer than the list that is known here. */
  private static boolean isTheAgencys(Station here, Certificate c, Collection<Certificate> along) {
    Trust.Standing standing = here.trust().standing(c, List.copyOf(along), here.now().instant());
    return standing instanceof Trust.Standing.Trusted
        || standing instanceof Trust.Standing.OutOfTime;
  }

  /** Keeps certificates of a station's officers, of whom it is known that they are. */
  public static void keep(StationState state, StationId station, List<Certificate> theirs) {
    state.change(
        () -> {
          Map<String, Officer> kept = new LinkedHashMap<>();
          known(state).forEach(o -> kept.put(key(o), o));
          boolean changed = false;
          for (Certificate c : theirs) {
            Officer one = new Officer(station, c);
            Officer before = kept.get(key(one));
            if (before == null || before.certificate().until().isBefore(c.until())) {
              kept.put(key(one), one);
              changed = true;
            }
          }
          return changed ? Map.of(KEPT, listing(kept.values())) : Map.of();
        });
  }

  private static String key(Officer o) {
    return o.station() + " " + o.key().hex();
  }

  private static Value listing(Collection<Officer> officers) {
    List<Value> all = new ArrayList<>();
    for (Officer o : officers) {
      Map<String, Value> one = new LinkedHashMap<>();
      one.put("station", Value.text(o.station().toString()));
      one.put("certificate", Value.text(o.certificate().pem()));
      all.add(new Value.Parts(one));
    }
    return new Value.Listing(all);
  }
}
