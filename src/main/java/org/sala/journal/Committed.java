package org.sala.journal;

import java.util.List;
import org.sala.domain.Change;

/**
 * A change that the disk has.
 *
 * @param sequence of the change in this journal, dense from 1, whatever station wrote it
 * @param pieces where the frame of each of the change's pieces stands, in the change's order (also
 *     for pieces whose scope key this reader does not hold)
 */
public record Committed(Change change, long sequence, List<Position> pieces) {
  public Committed {
    pieces = List.copyOf(pieces);
  }
}
