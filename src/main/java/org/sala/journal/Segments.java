package org.sala.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.crypto.Secret;

/** The segment files of a journal: what their headers say, and their channels. */
final class Segments implements AutoCloseable {
  private final Path folder;
  private final Secret workspace;
  private final ScopeKeyring keyring;
  private final List<Segment> known = new ArrayList<>();
  private final Map<Integer, FileChannel> open = new HashMap<>();

  Segments(Path folder, Secret workspace, ScopeKeyring keyring) {
    this.folder = folder;
    this.workspace = workspace;
    this.keyring = keyring;
  }

  /** A segment with a good header. */
  record Segment(SegmentHeader header, SegmentKeys keys, byte[] headerHash) {
    int number() {
      return header.number();
    }
  }

  /** What came of reading the headers. */
  sealed interface Headers {
    record Good(long tornBytes) implements Headers {}

    record Bad(int segment) implements Headers {}

    record TooNew() implements Headers {}
  }

  /** Reads the headers of all segments. */
  Headers load() throws IOException {
    return load(Integer.MAX_VALUE);
  }

  /** Reads the headers of the segments up to one. */
  Headers load(int upTo) throws IOException {
    long torn = 0;
    for (int number : numbers()) {
      if (number > upTo) {
        break;
      }
      FileChannel channel = channel(number);
      switch (SegmentHeader.read(channel, workspace)) {
        case SegmentHeader.Reading.Good good when good.header().number() == number ->
            add(good.header(), keys(good.header()));
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
    return new Headers.Good(torn);
  }

  /** The keys of a segment, which are wiped when this is closed once it is known. */
  SegmentKeys keys(SegmentHeader header) {
    return new SegmentKeys(header, workspace, keyring);
  }

  private void add(SegmentHeader header, SegmentKeys keys) {
    known.add(new Segment(header, keys, header.hash(workspace)));
  }

  /** Takes a segment in that was just made; its keys and channel are let go of with the others. */
  void made(SegmentHeader header, SegmentKeys keys, FileChannel channel) {
    add(header, keys);
    open.put(header.number(), channel);
  }

  List<Segment> all() {
    return List.copyOf(known);
  }

  Optional<Segment> find(int number) {
    for (Segment s : known) {
      if (s.number() == number) {
        return Optional.of(s);
      }
    }
    return Optional.empty();
  }

  /** Number for the next new file: never one that is or was in use here. */
  int nextNumber() throws IOException {
    List<Integer> numbers = numbers();
    return numbers.isEmpty() ? 1 : numbers.getLast() + 1;
  }

  Path file(int number) {
    return folder.resolve(SegmentHeader.fileName(number));
  }

  FileChannel channel(int number) throws IOException {
    FileChannel channel = open.get(number);
    if (channel == null || !channel.isOpen()) {
      channel = FileChannel.open(file(number), StandardOpenOption.READ);
      open.put(number, channel);
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

  @Override
  public void close() {
    known.forEach(s -> s.keys().close());
    for (FileChannel c : open.values()) {
      try {
        c.close();
      } catch (IOException e) {
        throw SegmentJournal.fault(e);
      }
    }
    open.clear();
  }
}
