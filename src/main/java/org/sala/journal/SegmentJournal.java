package org.sala.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.Secret;
import org.sala.disk.DiskFull;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.DomainFault;
import org.sala.domain.IncarnationId;
import org.sala.domain.Revision;
import org.sala.domain.StationId;
import org.sala.domain.wire.RevisionWire;

/** The journal in a folder of segment files ({@code docs/formats/journal.md}). */
public final class SegmentJournal implements Journal {
  /** Bytes between two places that are remembered. */
  private static final long BETWEEN = 256L << 10;

  private final Path folder;
  private final Secret workspace;
  private final ScopeKeyring keyring;
  private final FileOpener opener;
  private final SecureRandom random;
  private final StationId station;
  private final IncarnationId incarnation;
  private final Segments segments;
  private @Nullable SegmentWriter writer;
  private final Places places = new Places(BETWEEN);
  private final Rereading rereading;
  private Checkpoint end = Checkpoint.START;

  private SegmentJournal(Path folder, Identity identity, Tools tools) {
    this.folder = folder;
    this.workspace = tools.workspace();
    this.keyring = tools.keyring();
    this.segments = new Segments(folder, workspace, keyring);
    this.rereading = new Rereading(() -> new Segments(folder, workspace, keyring), places);
    this.opener = tools.opener();
    this.random = tools.random();
    this.station = identity.station();
    this.incarnation = identity.incarnation();
  }

  /** The station and incarnation under which a journal is written. */
  public record Identity(StationId station, IncarnationId incarnation) {}

  /** What a journal works with. */
  public record Tools(
      Secret workspace, ScopeKeyring keyring, FileOpener opener, SecureRandom random) {}

  /** What came of opening. */
  public sealed interface Opening {
    /**
     * All segments are as they were written; the journal is open.
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
    return open(folder, identity, tools, Optional.empty(), seen);
  }

  /**
   * Opens the journal and reads what came behind a checkpoint; what lies before is checked when it
   * is read, and by {@link #check()}.
   *
   * @param from an earlier {@link #checkpoint()}; empty to read everything
   * @param seen hears of every commit that is read, in order
   */
  public static Opening open(
      Path folder,
      Identity identity,
      Tools tools,
      Optional<Checkpoint> from,
      Consumer<List<Committed>> seen) {
    SegmentJournal journal = new SegmentJournal(folder, identity, tools);
    boolean opened = false;
    try {
      Opening opening = journal.open(from.orElse(Checkpoint.START), seen);
      opened = opening instanceof Opening.Opened;
      return opening;
    } catch (IOException e) {
      throw fault(e);
    } finally {
      if (!opened) {
        journal.segments.close();
      }
    }
  }

  private Opening open(Checkpoint from, Consumer<List<Committed>> seen) throws IOException {
    long tornFiles;
    switch (segments.load(from.segment())) {
      case Segments.Headers.Bad bad -> {
        return new Opening.Damaged(bad.segment(), 0);
      }
      case Segments.Headers.TooNew tooNew -> {
        return new Opening.TooNew();
      }
      case Segments.Headers.Good good -> tornFiles = good.tornBytes();
    }
    places.begin(from);
    return switch (new Scan(segments, from, seen, e -> {}).run(Optional.empty())) {
      case Scan.Result.Spoiled spoiled -> new Opening.Damaged(spoiled.segment(), spoiled.offset());
      case Scan.Result.Whole whole -> {
        end = whole.end();
        yield new Opening.Opened(this, tornFiles + whole.tornBytes());
      }
    };
  }

  @Override
  public synchronized Checkpoint checkpoint() {
    return end;
  }

  @Override
  public Map<String, Long> lengths(Checkpoint upTo) {
    Map<String, Long> lengths = new LinkedHashMap<>();
    try (Segments own = headers(upTo)) {
      for (Segments.Segment s : own.all()) {
        lengths.put(
            SegmentHeader.fileName(s.number()),
            s.number() == upTo.segment() ? upTo.offset() : Files.size(own.file(s.number())));
      }
    } catch (IOException e) {
      throw fault(e);
    }
    return lengths;
  }

  /**
   * Returns all frames that count now, to be carried elsewhere; read beside whoever writes.
   *
   * @throws JournalFault {@code DAMAGED} where a segment's header is not as it was written
   */
  public FrameRows frames() {
    Checkpoint upTo = checkpoint();
    return new FileFrames(headers(upTo), workspace, upTo);
  }

  /** Headers that are read again, thousands perhaps: whoever writes does not wait for them. */
  private Segments headers(Checkpoint upTo) {
    Segments own = new Segments(folder, workspace, keyring);
    boolean good = false;
    try {
      if (!(own.load(0, upTo.segment()) instanceof Segments.Headers.Good)) {
        throw new JournalFault(JournalFault.Code.DAMAGED, "a header is spoiled");
      }
      good = true;
      return own;
    } catch (IOException e) {
      throw fault(e);
    } finally {
      if (!good) {
        own.close();
      }
    }
  }

  @Override
  public synchronized void quietly(Runnable work) {
    work.run();
  }

  @Override
  public Optional<Position> check() {
    return checkBeside(e -> {}, () -> false);
  }

  @Override
  public Optional<Position> checkBeside(Consumer<AuditEntry> audit, BooleanSupplier stopped) {
    return rereading.check(checkpoint(), audit, stopped);
  }

  @Override
  public synchronized long last() {
    return end.last();
  }

  @Override
  public synchronized String head() {
    return end.hex();
  }

  @Override
  public synchronized List<Committed> append(List<Change> run, List<AuditEntry> audit) {
    if (run.isEmpty() && audit.isEmpty()) {
      return List.of();
    }
    keyring.ensure(wanted(run));
    return write(
        w -> {
          List<Committed> committed = new ArrayList<>();
          long sequence = end.last();
          for (Change change : run) {
            committed.add(new Committed(change, ++sequence, w.change(change)));
          }
          for (AuditEntry e : audit) {
            w.audit(e);
          }
          return committed;
        });
  }

  /** The keys that a run's frames are sealed with. */
  static List<ScopeKeyring.Wanted> wanted(List<Change> run) {
    return run.stream()
        .flatMap(change -> change.revisions().stream())
        .map(r -> new ScopeKeyring.Wanted(r.scope(), r.compartment()))
        .distinct()
        .toList();
  }

  private interface Writing {
    List<Committed> to(SegmentWriter writer) throws IOException;
  }

  /** Writes and syncs, or takes everything back; a writer that failed is never used again. */
  private List<Committed> write(Writing work) {
    SegmentWriter to = null;
    boolean done = false;
    try {
      to = writer();
      List<Committed> committed = work.to(to);
      to.finish();
      end = to.commit(end.last() + committed.size());
      places.remember(end);
      done = true;
      return committed;
    } catch (IOException e) {
      // Asked before what was written is cut off again, which makes room.
      throw fault(DiskFull.told(e, folder));
    } finally {
      if (!done) {
        // A key that is not there, no memory left: what was gathered must not go with the next.
        giveUp(to);
      }
    }
  }

  private void giveUp(@Nullable SegmentWriter failed) {
    writer = null;
    if (failed != null) {
      failed.abandon();
    }
  }

  /** The open segment, or a new one: a segment of an earlier opening is never written to again. */
  private SegmentWriter writer() throws IOException {
    if (writer != null && writer.size() > SegmentWriter.ROLL) {
      writer.end();
      writer = null;
    }
    if (writer == null) {
      int number = segments.nextNumber();
      byte[] salt = new byte[32];
      random.nextBytes(salt);
      writer =
          writer(
              segments.add(
                  new SegmentHeader(
                      station, incarnation, number, end.nextFrame(), salt, end.hash())));
    }
    return writer;
  }

  private SegmentWriter writer(Segments.Segment segment) throws IOException {
    Path file = segments.file(segment.number());
    FileChannel channel = null;
    try {
      channel = opener.create(file);
      SegmentWriter made = new SegmentWriter(channel, segment.header(), segment.keys(), workspace);
      opener.syncFolder(folder);
      return made;
    } catch (IOException | RuntimeException | Error e) {
      segments.remove(segment);
      if (channel != null) {
        unmake(file, channel, e);
      }
      throw e;
    }
  }

  /** Each try on a full disk would leave one more. */
  private void unmake(Path file, FileChannel channel, Throwable why) {
    try {
      channel.close();
      opener.delete(file);
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  @Override
  public void copy(Checkpoint upTo, SegmentCopy to) {
    rereading.copy(upTo, to);
  }

  @Override
  public void replay(long after, Consumer<List<Committed>> to) {
    rereading.changes(after, checkpoint(), to);
  }

  @Override
  public void replayAudit(Consumer<AuditEntry> to) {
    rereading.audit(checkpoint(), to);
  }

  @Override
  public void replayRecentAudit(Consumer<AuditEntry> to) {
    rereading.recentAudit(checkpoint(), to);
  }

  @Override
  public Optional<Revision> revision(Position at) {
    // Asked by whoever brings the view on, for whom somebody who holds the journal still may wait.
    try {
      Segments.Segment segment =
          segments
              .find(at.segment())
              .orElseThrow(() -> new JournalFault(JournalFault.Code.DAMAGED, "no such segment"));
      byte[] clear = segments.bytes(at.segment(), at.offset(), Frame.CLEAR);
      Optional<Frame> frame = clear.length < Frame.CLEAR ? Optional.empty() : Frame.of(clear);
      if (frame.isEmpty() || frame.get().type() != Frame.Type.REVISION) {
        throw new JournalFault(JournalFault.Code.DAMAGED, "no revision there");
      }
      byte[] sealed =
          segments.bytes(at.segment(), at.offset() + Frame.CLEAR, frame.get().sealedLength());
      Optional<byte[]> body = SegmentReader.open(segment.keys(), frame.get(), clear, sealed);
      if (body.isEmpty()) {
        byte[] next =
            segments.bytes(
                at.segment(), at.offset() + Frame.CLEAR + frame.get().sealedLength(), Frame.CLEAR);
        if (next.length < Frame.CLEAR
            || Frame.of(next).filter(f -> f.isBehind(clear, sealed)).isEmpty()) {
          throw new JournalFault(JournalFault.Code.DAMAGED, "its scope is not as it was written");
        }
      }
      return body.filter(b -> b.length > 0).map(RevisionWire::read);
    } catch (NotAuthenticException | DomainFault e) {
      throw new JournalFault(JournalFault.Code.DAMAGED, e);
    } catch (IOException e) {
      throw fault(e);
    }
  }

  static JournalFault fault(IOException e) {
    return new JournalFault(DiskFull.is(e) ? JournalFault.Code.DISK_FULL : JournalFault.Code.IO, e);
  }

  @Override
  public synchronized void close() {
    try {
      if (writer != null) {
        writer.end();
        writer = null;
      }
    } finally {
      segments.close();
    }
  }
}
