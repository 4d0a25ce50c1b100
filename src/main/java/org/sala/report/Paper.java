package org.sala.report;

import java.util.List;

/**
 * One paper: as many A4 pages as it needs, each with its number, what it is, and which page of how
 * many.
 *
 * @param number whose it is; may be empty
 * @param title what it is
 * @param foot stands at the foot of every page
 */
public record Paper(String number, String title, String foot, List<Block> blocks) {
  public Paper {
    blocks = List.copyOf(blocks);
  }

  /** One that says of itself neither what it is nor from where. */
  public static Paper bare(List<Block> blocks) {
    return new Paper("", "", "", blocks);
  }

  /** Returns whether nothing stands around what the paper says. */
  boolean isBare() {
    return number.isEmpty() && title.isEmpty() && foot.isEmpty();
  }

  @Override
  public String toString() {
    return "Paper[" + blocks.size() + "]";
  }
}
