package org.sala.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.crypto.Secret;

/**
 * The segments of a journal in a table: one for each opening of each program that wrote to it.
 * Their keys are wiped when it is closed.
 */
final class TableSegments implements AutoCloseable {
  private final FrameRows table;
  private final Secret workspace;
  private final ScopeKeyring keyring;
  private final Map<Integer, Segment> known = new HashMap<>();
  private final List<SegmentKeys> made = new ArrayList<>();
  private boolean tooNew;

  TableSegments(FrameRows table, Secret workspace, ScopeKeyring keyring) {
    this.table = table;
    this.workspace = workspace;
    this.keyring = keyring;
  }

  /** A segment with a good header. */
  record Segment(SegmentHeader header, SegmentKeys keys, byte[] headerHash) {}

  /** The segment of that number; empty where its header is not as it was written. */
  synchronized Optional<Segment> find(int number) {
    Segment segment = known.get(number);
    if (segment != null) {
      return Optional.of(segment);
    }
    Optional<byte[]> written = table.header(number);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    return switch (SegmentHeader.read(written.get(), workspace)) {
      case SegmentHeader.Reading.Good good when good.header().number() == number -> {
        Segment read = of(good.header());
        known.put(number, read);
        yield Optional.of(read);
      }
      case SegmentHeader.Reading.TooNew newer -> {
        tooNew = true;
        yield Optional.empty();
      }
      case SegmentHeader.Reading.Good moved -> Optional.empty();
      case SegmentHeader.Reading.Bad bad -> Optional.empty();
    };
  }

  /** A segment that is begun; not known to be in the table before its first run counts. */
  synchronized Segment of(SegmentHeader header) {
    SegmentKeys keys = new SegmentKeys(header, workspace, keyring);
    made.add(keys);
    return new Segment(header, keys, header.hash(workspace));
  }

  /** Whether a header was met that a newer Sala wrote. */
  synchronized boolean isTooNew() {
    return tooNew;
  }

  @Override
  public synchronized void close() {
    made.forEach(SegmentKeys::close);
  }
}
