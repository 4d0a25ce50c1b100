package org.sala.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sala.crypto.Secret;

/** The segments of a journal in a table: one for each opening of each program that wrote to it. */
final class TableSegments {
  private final FrameRows table;
  private final Secret workspace;
  private final ScopeKeyring keyring;
  private final Map<Integer, Segment> known = new HashMap<>();
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
  Segment of(SegmentHeader header) {
    return new Segment(header, new SegmentKeys(header, workspace, keyring), header.hash(workspace));
  }

  /** Whether a header was met that a newer Sala wrote. */
  synchronized boolean isTooNew() {
    return tooNew;
  }
}
