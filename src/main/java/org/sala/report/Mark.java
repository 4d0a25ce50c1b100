package org.sala.report;

import java.util.List;

/** One thing drawn on a page; points from the left and from the top. */
sealed interface Mark {
  /** Returns this mark further down. */
  Mark down(float by);

  /** A line of words; {@code y} is where the letters stand. */
  record Text(float x, float y, float size, Line line) implements Mark {
    @Override
    public Mark down(float by) {
      return new Text(x, y + by, size, line);
    }
  }

  /** A straight line. */
  record Stroke(float x, float y, float toX, float toY, boolean dashed) implements Mark {
    @Override
    public Mark down(float by) {
      return new Stroke(x, y + by, toX, toY + by, dashed);
    }
  }

  /** A box, with a cross in it or empty; {@code y} is its upper edge. */
  record Box(float x, float y, float width, float height, boolean crossed) implements Mark {
    @Override
    public Mark down(float by) {
      return new Box(x, y + by, width, height, crossed);
    }
  }

  /** A dark rectangle without a border; {@code y} is its upper edge. */
  record Dark(float x, float y, float width, float height) implements Mark {
    @Override
    public Mark down(float by) {
      return new Dark(x, y + by, width, height);
    }
  }

  /** Returns all marks further down. */
  static List<Mark> down(List<Mark> marks, float by) {
    return marks.stream().map(m -> m.down(by)).toList();
  }
}
