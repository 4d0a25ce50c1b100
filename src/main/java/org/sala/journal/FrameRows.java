package org.sala.journal;

import java.util.List;
import java.util.Optional;

/**
 * The frames of a whole journal as they lie somewhere: in a table, in segment files, in a backup.
 * Knows frames as bytes; what they hold, and whether they are genuine, is the journal's to tell.
 *
 * <p>Faults are {@link JournalFault}s: {@code IO} where it cannot be reached, {@code DISK_FULL}.
 */
public interface FrameRows extends AutoCloseable {

  /** One frame: its clear part and its sealed body. */
  record Row(long sequence, int segment, byte[] clear, byte[] sealed) {}

  /**
   * Where it is said that the journal ends; believed when the frames up to there say so too.
   *
   * @param segment the highest segment number in use; 0 before the first
   * @param nextFrame sequence that the next frame will have
   * @param last sequence of the last change
   * @param hash of the last frame; zeros before the first
   */
  record End(int segment, long nextFrame, long last, byte[] hash) {}

  End end();

  /** Frames from one on, in their order, at most so many or about so many bytes of them. */
  List<Row> rows(long from, int most);

  /** The frame of a sequence. */
  default Optional<Row> row(long sequence) {
    return rows(sequence, 1).stream().findFirst();
  }

  /** The header that a segment was begun with. */
  Optional<byte[]> header(int segment);

  @Override
  void close();
}
