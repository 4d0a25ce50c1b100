package org.sala.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A piece of a sheet that is never cut.
 *
 * @param marks from the strip's own upper edge
 * @param leads it stays with the strip below it
 * @param again the head of the table that it belongs to, which stands again above it on a new page
 */
record Strip(float height, List<Mark> marks, boolean leads, Optional<Strip> again) {
  Strip {
    marks = List.copyOf(marks);
  }

  Strip(float height, List<Mark> marks) {
    this(height, marks, false, Optional.empty());
  }

  static Strip space(float height) {
    return new Strip(height, List.of());
  }

  static float height(List<Strip> strips) {
    return (float) strips.stream().mapToDouble(Strip::height).sum();
  }

  /** Returns several strips as one, each below the one before. */
  static Strip joined(List<Strip> strips) {
    List<Mark> marks = new ArrayList<>();
    float y = 0;
    for (Strip s : strips) {
      marks.addAll(Mark.down(s.marks(), y));
      y += s.height();
    }
    return new Strip(y, marks);
  }
}
