package org.sala.journal;

import java.util.List;
import java.util.Optional;

/**
 * Where the frames of a journal lie that several programs append to: rows in a table. Knows frames
 * as bytes; what they hold, and whether they are genuine, is the journal's to tell.
 *
 * <p>Faults are {@link JournalFault}s: {@code IO} where it cannot be reached, {@code DISK_FULL}.
 */
public interface FrameTable extends AutoCloseable {

  /** One frame: its clear part and its sealed body. */
  record Row(long sequence, int segment, byte[] clear, byte[] sealed) {}

  /**
   * Where the table says that the journal ends; believed when the frames up to there say so too.
   *
   * @param segment the highest segment number in use; 0 before the first
   * @param nextFrame sequence that the next frame will have
   * @param last sequence of the last change
   * @param hash of the last frame; zeros before the first
   */
  record End(int segment, long nextFrame, long last, byte[] hash) {}

  /**
   * A run to be added.
   *
   * @param header of the segment, where the run begins one
   * @param end where the journal ends with it
   */
  record Added(Optional<byte[]> header, int segment, List<Row> rows, End end) {}

  /** Makes a run behind an end that nobody else moves meanwhile. */
  interface Adding {
    Added behind(End end);
  }

  End end();

  /**
   * Adds one run, all or nothing: whoever else appends waits from the moment that the end is read
   * until the run is durable. When it returns, it is.
   */
  void append(Adding adding);

  /** Frames from one on, in their order, at most so many or about so many bytes of them. */
  List<Row> rows(long from, int most);

  Optional<Row> row(long sequence);

  /** The header that a segment was begun with. */
  Optional<byte[]> header(int segment);

  @Override
  void close();
}
