package org.sala.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * Hands over the files of a journal as a passage reads them: the very bytes that were found whole.
 * Behind the last commit of a file lies what never counted, and goes along as it is.
 */
final class Passed {
  private static final int PIECE = 1 << 18;

  private final SegmentCopy to;
  private final Checkpoint upTo;
  private long length;
  private long handed;

  Passed(SegmentCopy to, Checkpoint upTo) {
    this.to = to;
    this.upTo = upTo;
  }

  /** A segment with a good header. */
  void begin(int number, FileChannel channel) throws IOException {
    length = number == upTo.segment() ? upTo.offset() : channel.size();
    handed = 0;
    to.file(SegmentHeader.fileName(number), length);
    rest(channel, SegmentHeader.LENGTH);
  }

  void frame(byte[] clear, byte[] sealed) throws IOException {
    hand(clear);
    hand(sealed);
  }

  void end(FileChannel channel) throws IOException {
    rest(channel, length);
  }

  private void rest(FileChannel channel, long end) throws IOException {
    while (handed < end) {
      byte[] piece = SegmentReader.bytes(channel, handed, (int) Math.min(PIECE, end - handed));
      if (piece.length == 0) {
        throw new JournalFault(JournalFault.Code.DAMAGED, "a segment became shorter");
      }
      hand(piece);
    }
  }

  private void hand(byte[] bytes) throws IOException {
    to.bytes(bytes);
    handed += bytes.length;
  }
}
