package org.sala.journal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The frames of a journal one behind the other in a file, as a backup of a table holds them ({@code
 * docs/formats/backup.md}): sequence, segment, clear part, sealed body. Beside it the headers.
 */
public final class PackedFrames implements FrameRows {
  private static final int PLACE = 8 + 4;
  private static final int WINDOW = 2_000;
  private static final long MOST_BYTES = 16L << 20;
  private static final int HEADER = 4 + SegmentHeader.LENGTH;

  private final FileChannel file;
  private final Map<Integer, byte[]> headers;
  private final Checkpoint upTo;
  private long offset;
  private long sequence = 1;

  private PackedFrames(FileChannel file, Map<Integer, byte[]> headers, Checkpoint upTo) {
    this.file = file;
    this.headers = headers;
    this.upTo = upTo;
  }

  /** How many bytes frames take that have so many sealed ones. */
  public static long length(long frames, long sealed) {
    return frames * (PLACE + Frame.CLEAR) + sealed;
  }

  /** All frames before one, read while they are taken. */
  // A stream of streams asks for an Enumeration.
  @SuppressWarnings("JdkObsolete")
  public static InputStream pack(FrameRows rows, long before) {
    return new SequenceInputStream(
        new Enumeration<>() {
          private long next = 1;

          @Override
          public boolean hasMoreElements() {
            return next < before;
          }

          @Override
          public InputStream nextElement() {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            List<Row> some = rows.rows(next, (int) Math.min(WINDOW, before - next));
            if (some.isEmpty()) {
              throw new JournalFault(JournalFault.Code.DAMAGED, "a frame is missing");
            }
            for (Row row : some) {
              packed.writeBytes(
                  ByteBuffer.allocate(PLACE).putLong(row.sequence()).putInt(row.segment()).array());
              packed.writeBytes(row.clear());
              packed.writeBytes(row.sealed());
            }
            next += some.size();
            return new ByteArrayInputStream(packed.toByteArray());
          }
        });
  }

  /** Packs the headers of segments, each behind its number. */
  public static byte[] pack(Map<Integer, byte[]> headers) {
    ByteBuffer packed = ByteBuffer.allocate(headers.size() * HEADER);
    headers.forEach((number, header) -> packed.putInt(number).put(header));
    return packed.array();
  }

  /**
   * Opens what was packed.
   *
   * @param upTo where it has to end
   */
  public static PackedFrames open(Path headers, Path frames, Checkpoint upTo) throws IOException {
    Map<Integer, byte[]> read = new HashMap<>();
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(headers));
    while (in.remaining() >= HEADER) {
      int number = in.getInt();
      byte[] header = new byte[SegmentHeader.LENGTH];
      in.get(header);
      read.put(number, header);
    }
    return new PackedFrames(FileChannel.open(frames, StandardOpenOption.READ), read, upTo);
  }

  @Override
  public End end() {
    return new End(upTo.segment(), upTo.nextFrame(), upTo.last(), upTo.hash());
  }

  @Override
  public List<Row> rows(long from, int most) {
    try {
      if (from < sequence) {
        offset = 0;
        sequence = 1;
      }
      while (sequence < from) {
        if (next().isEmpty()) {
          return List.of();
        }
      }
      List<Row> rows = new ArrayList<>();
      long bytes = 0;
      for (Optional<Row> row = next(); row.isPresent(); row = next()) {
        rows.add(row.get());
        bytes += row.get().sealed().length;
        if (rows.size() >= most || bytes >= MOST_BYTES) {
          break;
        }
      }
      return rows;
    } catch (IOException e) {
      throw SegmentJournal.fault(e);
    }
  }

  /** The next frame; empty at the end, and where what lies there is none. */
  private Optional<Row> next() throws IOException {
    if (sequence >= upTo.nextFrame()) {
      return Optional.empty();
    }
    byte[] head = SegmentReader.bytes(file, offset, PLACE + Frame.CLEAR);
    if (head.length < PLACE + Frame.CLEAR) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(head);
    long place = in.getLong();
    int segment = in.getInt();
    byte[] clear = new byte[Frame.CLEAR];
    in.get(clear);
    Optional<Frame> frame = Frame.of(clear);
    if (frame.isEmpty() || place != sequence) {
      return Optional.empty();
    }
    byte[] sealed = SegmentReader.bytes(file, offset + head.length, frame.get().sealedLength());
    if (sealed.length < frame.get().sealedLength()) {
      return Optional.empty();
    }
    offset += head.length + sealed.length;
    return Optional.of(new Row(sequence++, segment, clear, sealed));
  }

  @Override
  public Optional<byte[]> header(int segment) {
    return Optional.ofNullable(headers.get(segment));
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw SegmentJournal.fault(e);
    }
  }
}
