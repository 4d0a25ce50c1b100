package org.sala.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.Secret;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.DomainFault;
import org.sala.domain.IncarnationId;
import org.sala.domain.Revision;
import org.sala.domain.StationId;
import org.sala.domain.wire.RevisionWire;

/** The journal in a folder of segment files ({@code docs/formats/journal.md}). */
public final class SegmentJournal implements Journal {
  /** Changes that a replay hands over at once. */
  private static final int SLICE = 500;

  private final Path folder;
  private final Secret workspace;
  private final ScopeKeyring keyring;
  private final FileOpener opener;
  private final SecureRandom random;
  private final StationId station;
  private final IncarnationId incarnation;
  private final List<Segment> segments = new ArrayList<>();
  private final Map<Integer, FileChannel> open = new HashMap<>();
  private @Nullable SegmentWriter writer;
  private long last;
  private long nextFrame = 1;
  private byte[] hash = new byte[32];

  /** A segment as the opening found it, or as it was written since. */
  private record Segment(SegmentHeader header, SegmentKeys keys, Path file) {}

  private SegmentJournal(Path folder, Identity identity, Tools tools) {
    this.folder = folder;
    this.workspace = tools.workspace();
    this.keyring = tools.keyring();
    this.opener = tools.opener();
    this.random = tools.random();
    this.station = identity.station();
    this.incarnation = identity.incarnation();
  }

  /** Whose journal this is. */
  public record Identity(StationId station, IncarnationId incarnation) {}

  /** What a journal works with. */
  public record Tools(
      Secret workspace, ScopeKeyring keyring, FileOpener opener, SecureRandom random) {}

  /** What came of opening. */
  public sealed interface Opening {
    /**
     * All segments are as they were written.
     *
     * @param tornBytes bytes behind the last commit, of a run that was never acknowledged
     */
    record Opened(SegmentJournal journal, long tornBytes) implements Opening {}

    /** A segment is spoiled before its end; nothing was touched. */
    record Damaged(int segment, long offset) implements Opening {}

    record TooNew() implements Opening {}
  }

  /**
   * Opens the journal and reads it through once.
   *
   * @param seen hears of every commit while it is checked, in order
   */
  public static Opening open(
      Path folder, Identity identity, Tools tools, Consumer<List<Committed>> seen) {
    SegmentJournal journal = new SegmentJournal(folder, identity, tools);
    try {
      return journal.scan(seen);
    } catch (IOException e) {
      throw fault(e);
    }
  }

  private Opening scan(Consumer<List<Committed>> seen) throws IOException {
    List<Integer> numbers = numbers();
    long torn = 0;
    for (int i = 0; i < numbers.size(); i++) {
      int number = numbers.get(i);
      boolean lastOne = i == numbers.size() - 1;
      Path file = folder.resolve(SegmentHeader.fileName(number));
      FileChannel channel = channel(number);
      SegmentHeader header;
      switch (SegmentHeader.read(channel, workspace)) {
        case SegmentHeader.Reading.Good good -> header = good.header();
        case SegmentHeader.Reading.TooNew tooNew -> {
          return new Opening.TooNew();
        }
        case SegmentHeader.Reading.Bad bad -> {
          if (channel.size() < SegmentHeader.LENGTH + Frame.CLEAR) {
            // Made, and never committed to: the disk was full or the power went. Had anything been
            // committed here, the next segment's header would name another hash than the last.
            torn += channel.size();
            continue;
          }
          return new Opening.Damaged(number, 0);
        }
      }
      if (header.number() != number
          || header.firstSequence() != nextFrame
          || !java.util.Arrays.equals(header.previous(), hash)
          || i > 0 && number != numbers.get(i - 1) + 1) {
        return new Opening.Damaged(number, 0);
      }
      Segment segment = new Segment(header, new SegmentKeys(header, workspace, keyring), file);
      long end = read(segment, channel, seen, c -> {});
      if (end < channel.size()) {
        if (!lastOne && committedAfter(i, numbers)) {
          return new Opening.Damaged(number, end);
        }
        if (lastOne && holdsCommitBehind(segment, channel, end)) {
          return new Opening.Damaged(number, end);
        }
        torn += channel.size() - end;
      }
      segments.add(segment);
    }
    return new Opening.Opened(this, torn);
  }

  /**
   * Behind a torn tail a later segment goes on from the last commit. Whether it does is checked by
   * its header, which names the last frame's hash; a header that names another one is damage.
   */
  private boolean committedAfter(int index, List<Integer> numbers) throws IOException {
    SegmentHeader.Reading next = SegmentHeader.read(channel(numbers.get(index + 1)), workspace);
    return !(next instanceof SegmentHeader.Reading.Good good
        && good.header().firstSequence() == nextFrame
        && java.util.Arrays.equals(good.header().previous(), hash));
  }

  /**
   * Whether an acknowledged commit lies behind a bad frame of the last segment. A power cut leaves
   * nothing whole behind the tear that was acknowledged; a spoiled disk does.
   */
  private boolean holdsCommitBehind(Segment segment, FileChannel channel, long from)
      throws IOException {
    byte[] tail =
        SegmentReader.bytes(channel, from, (int) Math.min(channel.size() - from, 64 << 20));
    for (int at = 0; at + Frame.CLEAR + 16 <= tail.length; at++) {
      byte[] clear = java.util.Arrays.copyOfRange(tail, at, at + Frame.CLEAR);
      Optional<Frame> frame = Frame.of(clear);
      if (frame.isEmpty()
          || frame.get().type() != Frame.Type.COMMIT
          || frame.get().sequence() < nextFrame
          || at + Frame.CLEAR + frame.get().sealedLength() > tail.length) {
        continue;
      }
      byte[] sealed =
          java.util.Arrays.copyOfRange(
              tail, at + Frame.CLEAR, at + Frame.CLEAR + frame.get().sealedLength());
      try {
        SegmentReader.open(segment.keys(), frame.get(), clear, sealed);
        return true;
      } catch (NotAuthenticException e) {
        continue;
      }
    }
    return false;
  }

  /** Reads a segment's commits; returns the offset behind the last. */
  private long read(
      Segment segment,
      FileChannel channel,
      Consumer<List<Committed>> changes,
      Consumer<AuditEntry> audit)
      throws IOException {
    long end = SegmentHeader.LENGTH;
    byte[] start = segment.header().hash(workspace);
    ChangeReader reader =
        new ChangeReader(new SegmentReader(channel, segment.header(), segment.keys(), start));
    for (Optional<ChangeReader.Commit> c = reader.next(); c.isPresent(); c = reader.next()) {
      List<Committed> run = new ArrayList<>();
      for (ChangeReader.Raw raw : c.get().changes()) {
        run.add(new Committed(raw.change(), ++last, raw.pieces()));
      }
      if (!run.isEmpty()) {
        changes.accept(run);
      }
      c.get().audit().forEach(audit);
      end = c.get().after().offset();
      nextFrame = c.get().after().sequence();
      hash = c.get().after().hash();
    }
    return end;
  }

  @Override
  public synchronized long last() {
    return last;
  }

  @Override
  public synchronized String head() {
    return HexFormat.of().formatHex(hash);
  }

  @Override
  public synchronized List<Committed> append(List<Change> run) {
    if (run.isEmpty()) {
      return List.of();
    }
    List<ScopeKeyring.Wanted> wanted = new ArrayList<>();
    for (Change change : run) {
      for (Revision r : change.revisions()) {
        wanted.add(new ScopeKeyring.Wanted(r.scope(), r.compartment()));
      }
    }
    keyring.ensure(wanted.stream().distinct().toList());
    return write(
        w -> {
          List<Committed> committed = new ArrayList<>();
          long sequence = last;
          for (Change change : run) {
            committed.add(new Committed(change, ++sequence, w.change(change)));
          }
          return committed;
        });
  }

  @Override
  public synchronized void audit(List<AuditEntry> entries) {
    if (!entries.isEmpty()) {
      write(
          w -> {
            for (AuditEntry e : entries) {
              w.audit(e);
            }
            return List.of();
          });
    }
  }

  private interface Writing {
    List<Committed> to(SegmentWriter writer) throws IOException;
  }

  /** Writes and syncs, or takes everything back; a writer that failed is never used again. */
  private List<Committed> write(Writing work) {
    SegmentWriter to = null;
    try {
      to = writer();
      List<Committed> committed = work.to(to);
      to.commit();
      last += committed.size();
      nextFrame = to.nextFrame();
      hash = to.hash();
      if (to.size() > SegmentWriter.ROLL) {
        writer = null;
      }
      return committed;
    } catch (IOException e) {
      writer = null;
      if (to != null) {
        to.abandon();
      }
      throw fault(e);
    }
  }

  /** The open segment, or a new one: a segment of an earlier opening is never written to again. */
  private SegmentWriter writer() throws IOException {
    if (writer == null) {
      List<Integer> numbers = numbers();
      int number = numbers.isEmpty() ? 1 : numbers.getLast() + 1;
      byte[] salt = new byte[32];
      random.nextBytes(salt);
      SegmentHeader header = new SegmentHeader(station, incarnation, number, nextFrame, salt, hash);
      Path file = folder.resolve(SegmentHeader.fileName(number));
      FileChannel channel = opener.create(file);
      SegmentKeys keys = new SegmentKeys(header, workspace, keyring);
      SegmentWriter made = new SegmentWriter(channel, header, keys, workspace);
      opener.syncFolder(folder);
      segments.add(new Segment(header, keys, file));
      open.put(number, channel);
      writer = made;
    }
    return writer;
  }

  @Override
  public synchronized void replay(long after, Consumer<List<Committed>> to) {
    List<Committed> slice = new ArrayList<>();
    through(
        run -> {
          for (Committed c : run) {
            if (c.sequence() > after) {
              slice.add(c);
              if (slice.size() >= SLICE) {
                to.accept(List.copyOf(slice));
                slice.clear();
              }
            }
          }
        },
        e -> {});
    if (!slice.isEmpty()) {
      to.accept(slice);
    }
  }

  @Override
  public synchronized void replayAudit(Consumer<AuditEntry> to) {
    through(run -> {}, to);
  }

  private void through(Consumer<List<Committed>> changes, Consumer<AuditEntry> audit) {
    long keptLast = last;
    long keptFrame = nextFrame;
    byte[] keptHash = hash;
    try {
      last = 0;
      for (Segment s : List.copyOf(segments)) {
        read(s, channel(s.header().number()), changes, audit);
      }
    } catch (IOException e) {
      throw fault(e);
    } finally {
      last = keptLast;
      nextFrame = keptFrame;
      hash = keptHash;
    }
  }

  @Override
  public synchronized Optional<Revision> revision(Position at) {
    for (Segment s : segments) {
      if (s.header().number() == at.segment()) {
        return revision(s, at);
      }
    }
    throw new JournalFault(JournalFault.Code.DAMAGED, "no such segment");
  }

  private Optional<Revision> revision(Segment segment, Position at) {
    try {
      FileChannel channel = channel(segment.header().number());
      byte[] clear = SegmentReader.bytes(channel, at.offset(), Frame.CLEAR);
      Optional<Frame> frame = clear.length < Frame.CLEAR ? Optional.empty() : Frame.of(clear);
      if (frame.isEmpty() || frame.get().type() != Frame.Type.REVISION) {
        throw new JournalFault(JournalFault.Code.DAMAGED, "no revision there");
      }
      byte[] sealed =
          SegmentReader.bytes(channel, at.offset() + Frame.CLEAR, frame.get().sealedLength());
      return SegmentReader.open(segment.keys(), frame.get(), clear, sealed)
          .filter(b -> b.length > 0)
          .map(RevisionWire::read);
    } catch (NotAuthenticException | DomainFault e) {
      throw new JournalFault(JournalFault.Code.DAMAGED, e);
    } catch (IOException e) {
      throw fault(e);
    }
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

  private FileChannel channel(int number) throws IOException {
    FileChannel known = open.get(number);
    if (known == null || !known.isOpen()) {
      known =
          FileChannel.open(folder.resolve(SegmentHeader.fileName(number)), StandardOpenOption.READ);
      open.put(number, known);
    }
    return known;
  }

  static JournalFault fault(IOException e) {
    boolean full = String.valueOf(e.getMessage()).contains("No space left");
    return new JournalFault(full ? JournalFault.Code.DISK_FULL : JournalFault.Code.IO, e);
  }

  @Override
  public synchronized void close() {
    writer = null;
    for (FileChannel c : open.values()) {
      try {
        c.close();
      } catch (IOException e) {
        throw fault(e);
      }
    }
    open.clear();
  }
}
