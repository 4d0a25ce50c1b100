package org.sala.ui.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sala.casework.headquarters.Overview;
import org.sala.casework.headquarters.Spot;

/**
 * What stands at one place of the map.
 *
 * @param contact how long ago the station was heard of; empty for a site
 * @param below how long ago, or how many people are inside
 * @param leads to its page
 */
record Mark(
    Spot spot, Optional<Overview.Contact> contact, String name, String below, Runnable leads) {

  @Override
  public String toString() {
    return "Mark" + spot;
  }

  /**
   * Puts marks together that would lie on each other, each group in the order of the list: its
   * first one speaks for it. Stations and sites stay apart.
   *
   * @param near pixels
   */
  static List<List<Mark>> together(List<Mark> marks, MapWindow window, double near) {
    List<List<Mark>> groups = new ArrayList<>();
    for (Mark m : marks) {
      groups.stream()
          .filter(g -> g.getFirst().contact().isPresent() == m.contact().isPresent())
          .filter(g -> away(g.getFirst(), m, window) < near)
          .findFirst()
          .orElseGet(
              () -> {
                groups.add(new ArrayList<>());
                return groups.getLast();
              })
          .add(m);
    }
    return groups;
  }

  private static double away(Mark a, Mark b, MapWindow window) {
    return Math.hypot(
        window.x(a.spot().longitude()) - window.x(b.spot().longitude()),
        window.y(a.spot().latitude()) - window.y(b.spot().latitude()));
  }
}
