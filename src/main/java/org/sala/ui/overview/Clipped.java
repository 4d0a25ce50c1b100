package org.sala.ui.overview;

import java.util.ArrayList;
import java.util.List;

/**
 * A line around land, cut at the edges of what is shown (Sutherland and Hodgman's way): half a
 * continent is not drawn for a corner of it.
 */
final class Clipped {
  /** How far outside of the edge the cut lies, so that it is not seen. */
  private static final double BEYOND = 1;

  private Clipped() {}

  /** A point of the window. */
  record Point(double x, double y) {}

  /**
   * Returns a ring as it is shown; empty where nothing of it is.
   *
   * @param round by how many degrees it is drawn further east
   */
  static List<Point> ring(Land.Ring ring, double round, MapWindow w) {
    List<Point> points = new ArrayList<>();
    double[] at = ring.at();
    for (int i = 0; i < at.length; i += 2) {
      points.add(new Point(w.x(at[i] + round), w.y(at[i + 1])));
    }
    points = cut(points, true, -BEYOND, 1);
    points = cut(points, true, w.width() + BEYOND, -1);
    points = cut(points, false, -BEYOND, 1);
    return cut(points, false, w.height() + BEYOND, -1);
  }

  /**
   * @param upright whether the edge is one of x
   * @param side 1 where what is more than the edge stays, -1 where less does
   */
  private static List<Point> cut(List<Point> points, boolean upright, double edge, int side) {
    List<Point> kept = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Point from = points.get(i == 0 ? points.size() - 1 : i - 1);
      Point to = points.get(i);
      double before = side * (along(from, upright) - edge);
      double after = side * (along(to, upright) - edge);
      if (before >= 0 != after >= 0) {
        double share = before / (before - after);
        kept.add(
            new Point(
                from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y())));
      }
      if (after >= 0) {
        kept.add(to);
      }
    }
    return kept;
  }

  private static double along(Point p, boolean upright) {
    return upright ? p.x() : p.y();
  }
}
