package org.sala.journal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the frames of a journal lie that several programs append to: rows in a table. */
public interface FrameTable extends FrameRows {

  /**
   * A run to be added.
   *
   * @param headers of the segments that it begins, by their numbers
   * @param end where the journal ends with it
   */
  record Added(Map<Integer, byte[]> headers, List<Row> rows, End end) {
    public Added {
      headers = Map.copyOf(headers);
    }
  }

  /** Makes a run behind an end that nobody else moves meanwhile. */
  interface Adding {
    Added behind(End end);
  }

  /**
   * Adds one run, all or nothing: whoever else appends waits from the moment that the end is read
   * until the run is durable. When it returns, it is.
   */
  void append(Adding adding);

  @Override
  Optional<Row> row(long sequence);
}
