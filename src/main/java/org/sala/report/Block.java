package org.sala.report;

import java.util.List;

/** One thing below the other on a sheet. */
public sealed interface Block {

  /** Words that wrap; a line end in them is one on paper. */
  record Words(String text, Look look) implements Block {}

  /** How words look. */
  enum Look {
    BODY,
    STRONG,
    SMALL,
    /** A part of a sheet begins; it never stands alone at the foot of a page. */
    HEADING,
    TITLE,
    /** What is read from an arm's length. */
    LARGE
  }

  /**
   * Boxes with what a tick in them means, side by side as far as they fit.
   *
   * @param writing whether a line to write on fills the rest of the row
   */
  record Ticks(List<Tick> ticks, boolean writing) implements Block {
    public Ticks {
      ticks = List.copyOf(ticks);
    }

    public Ticks(List<Tick> ticks) {
      this(ticks, false);
    }
  }

  /** One box. */
  record Tick(String label, boolean set) {}

  /** Lines to write on. */
  record Blank(int lines) implements Block {}

  /** Words with a line to write on behind them, side by side in equal shares. */
  record Fields(List<String> labels) implements Block {
    public Fields {
      labels = List.copyOf(labels);
    }
  }

  /**
   * A table; its head stands again on every page.
   *
   * @param shares how wide the columns are, in proportion
   */
  record Grid(List<Integer> shares, List<String> head, List<List<String>> rows) implements Block {
    public Grid {
      shares = List.copyOf(shares);
      head = List.copyOf(head);
      rows = rows.stream().map(List::copyOf).toList();
      int columns = shares.size();
      if (head.size() != columns || rows.stream().anyMatch(r -> r.size() != columns)) {
        throw new IllegalArgumentException("every row has all columns");
      }
    }
  }

  /**
   * A QR code with the quiet zone that readers need.
   *
   * @param side in points, quiet zone included
   */
  record Square(String text, float side) implements Block {}

  /** Where the sheet is cut in two. */
  record Cut(String words) implements Block {}

  /** Nothing, in points. */
  record Space(float points) implements Block {}

  /** A line across. */
  record Rule() implements Block {}

  /** What stays together on one page, where it fits on one. */
  record Together(List<Block> blocks) implements Block {
    public Together {
      blocks = List.copyOf(blocks);
    }
  }

  /** What stays together on one page, with a frame around it. */
  record Framed(List<Block> blocks) implements Block {
    public Framed {
      blocks = List.copyOf(blocks);
    }
  }
}
