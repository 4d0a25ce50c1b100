package org.sala.casework.headquarters;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Station;
import org.sala.crypto.Sha256;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/**
 * Where headquarters says that its stations are, and the sites that people told of. Nobody else is
 * told: no package carries it. A site is remembered by what its name comes to when it is digested,
 * so that no name stays here when the last who told of it is erased.
 */
public final class Places {
  private static final String STATION = "place.station.";
  private static final String SITE = "place.site.";

  private final Station station;

  public Places(Station station) {
    this.station = station;
  }

  /** What a place is known of: a station or a site. */
  public sealed interface Of {}

  /** A station. */
  public record AtStation(StationId id) implements Of {}

  /** A site, by what its name comes to. */
  public record AtSite(String key) implements Of {}

  /** The country of headquarters (ISO 3166-1); empty where nobody has said. */
  public String country() {
    return station.state().text("hqCountry").orElse("");
  }

  /** Returns where something is; empty where nobody has said. */
  public Optional<Spot> of(Of what) {
    return station
        .state()
        .parts(name(what))
        .flatMap(p -> p.whole("north").flatMap(n -> p.whole("east").map(e -> spot(n, e))));
  }

  private static Spot spot(long north, long east) {
    return new Spot(Math.toIntExact(north), Math.toIntExact(east));
  }

  /**
   * Says where something is.
   *
   * @param where empty takes it from the map
   * @return where it was before, which brings it back
   * @throws CaseworkFault {@code NOT_HEADQUARTERS} elsewhere
   */
  public Optional<Spot> put(Of what, Optional<Spot> where) {
    if (!station.state().flag("isHeadquarters")) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_HEADQUARTERS);
    }
    Optional<Spot> before = of(what);
    station.state().set(name(what), where.map(Places::value).orElse(Value.Nothing.HERE));
    return before;
  }

  private static Value value(Spot spot) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("north", Value.whole(spot.north()));
    parts.put("east", Value.whole(spot.east()));
    return new Value.Parts(parts);
  }

  private static String name(Of what) {
    return switch (what) {
      case AtStation s -> STATION + s.id();
      case AtSite s -> SITE + Sha256.hex(s.key().getBytes(StandardCharsets.UTF_8));
    };
  }
}
