package org.sala.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sala.crypto.Secret;

/**
 * The segment files of a journal: what their headers say, and a few of them open for reading. Each
 * unlock makes one more, so that neither all headers are read nor all files held open.
 *
 * <p>Thread-safe, and waits for nothing but the disk.
 */
final class Segments implements AutoCloseable {
  /** Files that stay open: whoever reads mostly stays in one. */
  static final int OPEN = 8;

  private final Path folder;
  private final Secret workspace;
  private final ScopeKeyring keyring;
  private final NavigableMap<Integer, Segment> known = new TreeMap<>();
  private final LinkedHashMap<Integer, FileChannel> open = new LinkedHashMap<>(16, 0.75f, true);
  private boolean closed;

  Segments(Path folder, Secret workspace, ScopeKeyring keyring) {
    this.folder = folder;
    this.workspace = workspace;
    this.keyring = keyring;
  }

  /** A segment with a good header; its keys are made when somebody asks for them. */
  static final class Segment {
    private final SegmentHeader header;
    private final Secret workspace;
    private final ScopeKeyring keyring;
    private @Nullable SegmentKeys keys;
    private boolean closed;

    private Segment(SegmentHeader header, Secret workspace, ScopeKeyring keyring) {
      this.header = header;
      this.workspace = workspace;
      this.keyring = keyring;
    }

    SegmentHeader header() {
      return header;
    }

    int number() {
      return header.number();
    }

    byte[] headerHash() {
      return header.hash(workspace);
    }

    /**
     * @throws JournalFault {@code CLOSED} after the journal was closed: nobody would wipe them
     */
    synchronized SegmentKeys keys() {
      if (closed) {
        throw new JournalFault(JournalFault.Code.CLOSED, "segment " + number());
      }
      SegmentKeys made = keys;
      if (made == null) {
        made = new SegmentKeys(header, workspace, keyring);
        keys = made;
      }
      return made;
    }

    private synchronized void close() {
      closed = true;
      if (keys != null) {
        keys.close();
      }
    }
  }

  /** What came of reading the headers. */
  sealed interface Headers {
    record Good(long tornBytes) implements Headers {}

    record Bad(int segment) implements Headers {}

    record TooNew() implements Headers {}
  }

  /** Reads the headers of all segments from one on. */
  Headers load(int from) throws IOException {
    return load(from, Integer.MAX_VALUE);
  }

  /** Reads the headers of the segments from one up to another. */
  synchronized Headers load(int from, int upTo) throws IOException {
    long torn = 0;
    for (int number : numbers()) {
      if (number < from || number > upTo || known.containsKey(number)) {
        continue;
      }
      try (FileChannel channel = FileChannel.open(file(number), StandardOpenOption.READ)) {
        switch (SegmentHeader.read(channel, workspace)) {
          case SegmentHeader.Reading.Good good when good.header().number() == number ->
              add(good.header());
          case SegmentHeader.Reading.Good moved -> {
            return new Headers.Bad(number);
          }
          case SegmentHeader.Reading.TooNew tooNew -> {
            return new Headers.TooNew();
          }
          case SegmentHeader.Reading.Bad bad -> {
            if (channel.size() > SegmentHeader.LENGTH) {
              return new Headers.Bad(number);
            }
            // Made, and never written to: a header is synced before the first frame follows. Had
            // anything been committed here, the next header would name another hash than the last.
            torn += channel.size();
          }
        }
      }
    }
    return new Headers.Good(torn);
  }

  /** Takes a segment in that is being made; its keys are wiped with the others. */
  synchronized Segment add(SegmentHeader header) {
    beOpen();
    Segment one = new Segment(header, workspace, keyring);
    known.put(header.number(), one);
    return one;
  }

  /** Takes a segment out that could not be made. */
  synchronized void remove(Segment one) {
    known.remove(one.number());
    one.close();
  }

  /** Those whose headers were read, in order. */
  synchronized List<Segment> all() {
    return new ArrayList<>(known.values());
  }

  /** Returns a segment, whose header is read where it was not; empty where that is not good. */
  synchronized Optional<Segment> find(int number) throws IOException {
    beOpen();
    if (!known.containsKey(number)) {
      load(number, number);
    }
    return Optional.ofNullable(known.get(number));
  }

  /** Number for the next new file: never one that is or was in use here. */
  int nextNumber() throws IOException {
    List<Integer> numbers = numbers();
    return numbers.isEmpty() ? 1 : numbers.getLast() + 1;
  }

  Path file(int number) {
    return folder.resolve(SegmentHeader.fileName(number));
  }

  /** Returns up to so many bytes of a segment; nobody closes its file meanwhile. */
  synchronized byte[] bytes(int number, long from, int length) throws IOException {
    return SegmentReader.bytes(channel(number), from, length);
  }

  /**
   * Returns a file that is open for reading until {@link #OPEN} others were asked for: for whoever
   * reads these segments alone.
   */
  synchronized FileChannel channel(int number) throws IOException {
    beOpen();
    FileChannel channel = open.get(number);
    if (channel == null || !channel.isOpen()) {
      channel = FileChannel.open(file(number), StandardOpenOption.READ);
      open.put(number, channel);
      while (open.size() > OPEN) {
        open.pollFirstEntry().getValue().close();
      }
    }
    return channel;
  }

  private List<Integer> numbers() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(f -> SegmentHeader.numberOf(f.getFileName().toString()))
          .flatMap(Optional::stream)
          .sorted()
          .toList();
    }
  }

  private void beOpen() {
    if (closed) {
      throw new JournalFault(JournalFault.Code.CLOSED, "the journal is closed");
    }
  }

  /** Wipes and closes all, whatever becomes of one; the first that failed is told. */
  @Override
  public synchronized void close() {
    closed = true;
    known.values().forEach(Segment::close);
    IOException failed = null;
    for (FileChannel c : open.values()) {
      try {
        c.close();
      } catch (IOException e) {
        if (failed == null) {
          failed = e;
        } else {
          failed.addSuppressed(e);
        }
      }
    }
    open.clear();
    if (failed != null) {
      throw SegmentJournal.fault(failed);
    }
  }
}
