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

  @Override
  public String toString() {
    return "Paper[" + blocks.size() + "]";
  }
}
