package org.sala.ui.overview;

import java.util.List;
import org.sala.casework.headquarters.Spot;

/**
 * What of the earth is shown, and where a place lies in it: degrees of longitude are as wide as
 * they are in its middle.
 *
 * @param latitude of its middle
 * @param longitude of its middle
 * @param scale pixels to a degree of latitude
 */
record MapWindow(double latitude, double longitude, double scale, double width, double height) {
  /** Closer than this nothing is known: places are kept to a tenth of a degree. */
  static final double CLOSEST = 200;

  /** All the way around the earth. */
  static final double ROUND = 360;

  private static final double LEAST_DEGREES = 8;
  private static final double MARGIN = 1.35;

  MapWindow {
    scale = Math.clamp(scale, Math.max(width / ROUND, height / 170), CLOSEST);
    double half = height / 2 / scale;
    latitude = Math.clamp(latitude, Math.min(-85 + half, 0), Math.max(85 - half, 0));
    longitude = Math.clamp(longitude, -180, 180);
  }

  /** Returns a window that shows all spots with room around. */
  static MapWindow around(List<Spot> spots, double width, double height) {
    double south = spots.stream().mapToDouble(Spot::latitude).min().orElse(0);
    double north = spots.stream().mapToDouble(Spot::latitude).max().orElse(0);
    double west = spots.stream().mapToDouble(Spot::longitude).min().orElse(0);
    double east = spots.stream().mapToDouble(Spot::longitude).max().orElse(0);
    double middle = (south + north) / 2;
    double high = Math.max(LEAST_DEGREES, (north - south) * MARGIN);
    double wide = Math.max(LEAST_DEGREES, (east - west) * MARGIN) * narrower(middle);
    return new MapWindow(
        middle, (west + east) / 2, Math.min(height / high, width / wide), width, height);
  }

  private static double narrower(double latitude) {
    return Math.cos(Math.toRadians(latitude));
  }

  double x(double east) {
    return width / 2 + (east - longitude) * scale * narrower(latitude);
  }

  double y(double north) {
    return height / 2 - (north - latitude) * scale;
  }

  /** What lies there; east of the half round the west begins. */
  Spot at(double x, double y) {
    return Spot.near(
        latitude + (height / 2 - y) / scale,
        Math.IEEEremainder(longitude + (x - width / 2) / (scale * narrower(latitude)), ROUND));
  }

  /** Returns this window in another size. */
  MapWindow sized(double wide, double high) {
    return new MapWindow(latitude, longitude, scale, wide, high);
  }

  MapWindow zoomed(double factor) {
    return new MapWindow(latitude, longitude, scale * factor, width, height);
  }

  /** Returns this window moved by pixels. */
  MapWindow moved(double right, double down) {
    return new MapWindow(
        latitude - down / scale,
        longitude + right / (scale * narrower(latitude)),
        scale,
        width,
        height);
  }

  MapWindow centred(Spot on) {
    return new MapWindow(on.latitude(), on.longitude(), scale, width, height);
  }

  boolean shows(Spot spot) {
    double x = x(spot.longitude());
    double y = y(spot.latitude());
    return x >= 0 && x <= width && y >= 0 && y <= height;
  }

  /** Moved so far that a place is inside. */
  MapWindow showing(Spot spot) {
    return shows(spot) ? this : centred(spot);
  }

  Land.Box box() {
    double high = height / 2 / scale;
    double wide = width / 2 / (scale * narrower(latitude));
    return new Land.Box(latitude - high, longitude - wide, latitude + high, longitude + wide);
  }
}
