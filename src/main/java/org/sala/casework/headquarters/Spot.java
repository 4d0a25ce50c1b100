package org.sala.casework.headquarters;

/**
 * A place on the map, to a tenth of a degree: about eleven kilometres, so that whoever sees the map
 * learns the town and not the hall.
 *
 * @param north tenths of a degree of latitude, negative in the south
 * @param east tenths of a degree of longitude, negative in the west
 */
public record Spot(int north, int east) {
  private static final int POLE = 900;
  private static final int HALF_ROUND = 1800;

  public Spot {
    if (Math.abs(north) > POLE || Math.abs(east) > HALF_ROUND) {
      throw new IllegalArgumentException("not on the earth");
    }
  }

  /** The nearest one to a place in degrees; beyond an edge of the map it is the edge. */
  public static Spot near(double latitude, double longitude) {
    return new Spot(
        Math.clamp(Math.round(latitude * 10), -POLE, POLE),
        Math.clamp(Math.round(longitude * 10), -HALF_ROUND, HALF_ROUND));
  }

  public double latitude() {
    return north / 10.0;
  }

  public double longitude() {
    return east / 10.0;
  }
}
