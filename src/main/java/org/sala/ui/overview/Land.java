package org.sala.ui.overview;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The outlines of countries, which come with the program; made by {@code assets/map}. */
final class Land {
  private static final double HUNDREDTH = 0.01;
  private static final int HALF_ROUND = 18_000;

  private final List<Country> countries;

  private Land(List<Country> countries) {
    this.countries = countries;
  }

  /**
   * One country.
   *
   * @param code ISO 3166-1, a dash for what has none
   * @param latitude of the middle of its largest part
   */
  record Country(String code, double latitude, double longitude, List<Ring> rings) {}

  /**
   * A line around land, in degrees.
   *
   * @param at longitude and latitude of each point, one after the other
   */
  record Ring(double[] at, Box box) {}

  /** What a ring lies in. */
  record Box(double south, double west, double north, double east) {
    /** Returns where it lies again, so many degrees further east. */
    Box round(double degrees) {
      return new Box(south, west + degrees, north, east + degrees);
    }

    boolean meets(Box o) {
      return south <= o.north && o.south <= north && west <= o.east && o.west <= east;
    }
  }

  private static final class Held {
    private static final Land LAND = read();
  }

  /** Read when a map is shown first. */
  static Land land() {
    return Held.LAND;
  }

  List<Country> countries() {
    return countries;
  }

  Optional<Country> country(String code) {
    return countries.stream().filter(c -> c.code().equals(code)).findFirst();
  }

  private static Land read() {
    try (InputStream in = Objects.requireNonNull(Land.class.getResourceAsStream("land.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      return new Land(lines.lines().filter(l -> !l.startsWith("#")).map(Land::countryOf).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Country countryOf(String line) {
    String[] parts = line.split(";");
    String[] middle = parts[1].split(" ");
    List<Ring> rings = new ArrayList<>();
    for (int i = 2; i < parts.length; i++) {
      rings.add(ring(parts[i].split(" ")));
    }
    return new Country(
        parts[0],
        Integer.parseInt(middle[1]) * HUNDREDTH,
        Integer.parseInt(middle[0]) * HUNDREDTH,
        List.copyOf(rings));
  }

  /**
   * Each point is said as the way from the one before. Land that goes on beyond the half round does
   * so here as well, instead of by a line around the earth.
   */
  private static Ring ring(String[] numbers) {
    double[] at = new double[numbers.length];
    int east = 0;
    int north = 0;
    double[] most = {90, 180, -90, -180};
    for (int i = 0; i < numbers.length; i += 2) {
      int way = Integer.parseInt(numbers[i]);
      east +=
          i > 0 && Math.abs(way) > HALF_ROUND ? way - Integer.signum(way) * 2 * HALF_ROUND : way;
      north += Integer.parseInt(numbers[i + 1]);
      at[i] = east * HUNDREDTH;
      at[i + 1] = north * HUNDREDTH;
      most[0] = Math.min(most[0], at[i + 1]);
      most[1] = Math.min(most[1], at[i]);
      most[2] = Math.max(most[2], at[i + 1]);
      most[3] = Math.max(most[3], at[i]);
    }
    return new Ring(at, new Box(most[0], most[1], most[2], most[3]));
  }
}
