package org.sala.report;

import java.util.ArrayList;
import java.util.List;

/** Fills pages with strips, from the top down. */
final class Paging {
  private final List<List<Mark>> pages = new ArrayList<>();
  private List<Mark> page = new ArrayList<>();
  private float y = Sheet.TOP;

  private Paging() {}

  /** What stands on each page; at least one. */
  static List<List<Mark>> of(List<Strip> strips) {
    Paging paging = new Paging();
    for (int i = 0; i < strips.size(); i++) {
      paging.put(strips.get(i), led(strips, i));
    }
    paging.pages.add(paging.page);
    return List.copyOf(paging.pages);
  }

  /** The height of a strip with all that it leads to, as far as a page can hold it. */
  private static float led(List<Strip> strips, int from) {
    float height = strips.get(from).height();
    for (int i = from; strips.get(i).leads() && i + 1 < strips.size(); i++) {
      height += strips.get(i + 1).height();
    }
    return Math.min(height, Sheet.room());
  }

  private void put(Strip strip, float needs) {
    if (y + needs > Sheet.BOTTOM && y > Sheet.TOP) {
      pages.add(page);
      page = new ArrayList<>();
      y = Sheet.TOP;
      strip.again().ifPresent(this::draw);
    }
    draw(strip);
  }

  private void draw(Strip strip) {
    page.addAll(Mark.down(strip.marks(), y));
    y += strip.height();
  }
}
