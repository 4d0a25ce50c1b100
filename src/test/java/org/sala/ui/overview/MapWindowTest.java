package org.sala.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sala.casework.headquarters.Overview;
import org.sala.casework.headquarters.Spot;

/** What the map shows, and what lies where in it. */
class MapWindowTest {
  private static final Spot WEST = new Spot(167, 986);
  private static final Spot EAST = new Spot(137, 1025);
  private static final Spot SOUTH = new Spot(-338, 1512);

  @Test
  void everyPlaceIsInsideAndWhereItIsClickedIsWhereItLies() {
    for (List<Spot> all : List.of(List.of(WEST), List.of(WEST, EAST), List.of(WEST, EAST, SOUTH))) {
      MapWindow w = MapWindow.around(all, 640, 300);
      for (Spot s : all) {
        double x = w.x(s.longitude());
        double y = w.y(s.latitude());
        assertThat(x).isBetween(0.0, 640.0);
        assertThat(y).isBetween(0.0, 300.0);
        assertThat(w.at(x, y)).isEqualTo(s);
      }
    }
  }

  @Test
  void northIsAboveAndEastIsRight() {
    MapWindow w = MapWindow.around(List.of(WEST, EAST), 640, 300);
    assertThat(w.y(WEST.latitude())).isLessThan(w.y(EAST.latitude()));
    assertThat(w.x(WEST.longitude())).isLessThan(w.x(EAST.longitude()));
  }

  @Test
  void itNeitherLeavesTheEarthNorComesCloserThanPlacesAreKnown() {
    MapWindow w = MapWindow.around(List.of(WEST), 640, 300);
    for (int i = 0; i < 40; i++) {
      w = w.zoomed(1.5);
    }
    assertThat(w.scale()).isEqualTo(MapWindow.CLOSEST);
    for (int i = 0; i < 40; i++) {
      w = w.zoomed(1 / 1.5).moved(500, -500);
    }
    assertThat(w.latitude()).isBetween(-85.0, 85.0);
    assertThat(w.at(320, 150)).isNotNull();
    assertThat(w.showing(EAST).x(EAST.longitude())).isBetween(0.0, 640.0);
  }

  @Test
  void whatWouldLieOnEachOtherIsOneMarkAndASiteNeverHidesInAStations() {
    Mark a = mark(WEST, Optional.of(Overview.Contact.SILENT));
    Mark b = mark(new Spot(168, 986), Optional.of(Overview.Contact.HEARD));
    Mark far = mark(EAST, Optional.of(Overview.Contact.HEARD));
    Mark site = mark(WEST, Optional.empty());
    List<Mark> all = List.of(a, b, far, site);
    MapWindow wide = MapWindow.around(List.of(WEST, EAST), 640, 300);
    assertThat(Mark.together(all, wide, 15))
        .containsExactly(List.of(a, b), List.of(far), List.of(site));
    MapWindow close = new MapWindow(16.7, 98.6, MapWindow.CLOSEST, 640, 300);
    assertThat(Mark.together(all, close, 15))
        .as("closer they stand apart")
        .containsExactly(List.of(a), List.of(b), List.of(far), List.of(site));
  }

  /** What stands beyond an edge is cut there, and what stands inside stays as it is. */
  @Test
  void landIsCutAtTheEdges() {
    MapWindow w = new MapWindow(15, 101, 40, 640, 300);
    int shown = 0;
    for (Land.Country c : Land.land().countries()) {
      for (Land.Ring r : c.rings()) {
        List<Clipped.Point> points = Clipped.ring(r, 0, w);
        assertThat(points).allMatch(p -> p.x() >= -1.01 && p.x() <= 641.01);
        assertThat(points).allMatch(p -> p.y() >= -1.01 && p.y() <= 301.01);
        shown += points.isEmpty() ? 0 : 1;
      }
    }
    assertThat(shown).isBetween(4, 200);
    MapWindow all = new MapWindow(0, 0, 1, 1000, 600);
    Land.Ring thailand = Land.land().country("TH").orElseThrow().rings().getFirst();
    assertThat(Clipped.ring(thailand, 0, all)).hasSize(thailand.at().length / 2);
  }

  /** Land that goes on beyond the half round is no line around the whole earth. */
  @Test
  void noLandRunsAroundTheEarth() {
    for (Land.Country c : Land.land().countries()) {
      for (Land.Ring r : c.rings()) {
        double[] at = r.at();
        for (int i = 2; i < at.length; i += 2) {
          assertThat(Math.abs(at[i] - at[i - 2])).as(c.code()).isLessThan(180);
        }
      }
    }
  }

  @Test
  void eastOfTheHalfRoundTheWestBegins() {
    MapWindow pacific = new MapWindow(0, 170, 4, 640, 300);
    Spot beyond = pacific.at(pacific.x(200), pacific.y(20));
    assertThat(beyond).isEqualTo(new Spot(200, -1600));
    Land.Ring alaska =
        Land.land().country("US").orElseThrow().rings().stream()
            .filter(r -> around(r, -150, 65))
            .findFirst()
            .orElseThrow();
    MapWindow north = new MapWindow(60, 170, 4, 640, 300);
    assertThat(Clipped.ring(alaska, 0, north)).as("it is not where nobody goes on").isEmpty();
    assertThat(Clipped.ring(alaska, MapWindow.ROUND, north)).isNotEmpty();
  }

  private static Mark mark(Spot at, Optional<Overview.Contact> contact) {
    return new Mark(at, contact, "Example", "", () -> {});
  }

  /** The outlines come with the program, and a country's middle is a place in it. */
  @Test
  void landIsWhereItIs() {
    for (String code : List.of("TH", "MM", "KH", "LA", "VN", "PH", "MY", "ID", "CN", "SG")) {
      Land.Country c = Land.land().country(code).orElseThrow();
      assertThat(c.rings()).as(code).anyMatch(r -> around(r, c.longitude(), c.latitude()));
    }
    Land.Country thailand = Land.land().country("TH").orElseThrow();
    assertThat(thailand.rings()).anyMatch(r -> around(r, 100.5, 14.5));
    assertThat(thailand.rings()).noneMatch(r -> around(r, 101, 11));
    assertThat(thailand.latitude()).isCloseTo(15, within(1.0));
  }

  /** Whether a place is inside a line: a way to the east crosses it an odd number of times. */
  private static boolean around(Land.Ring ring, double x, double y) {
    double[] at = ring.at();
    boolean inside = false;
    for (int i = 0, j = at.length - 2; i < at.length; j = i, i += 2) {
      if (at[i + 1] > y != at[j + 1] > y
          && x < (at[j] - at[i]) * (y - at[i + 1]) / (at[j + 1] - at[i + 1]) + at[i]) {
        inside = !inside;
      }
    }
    return inside;
  }
}
