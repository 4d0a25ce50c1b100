package org.sala.journal;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.Secret;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.DomainFault;
import org.sala.domain.Piece;
import org.sala.domain.Revision;
import org.sala.domain.wire.RevisionWire;

/**
 * The journal as a hash-chained table that several programs append to ({@code
 * docs/formats/journal.md}): the same frames under the same keys as in files. Each opening writes
 * into a segment of its own under a salt of its own, and all segments share one chain.
 *
 * <p>The server that keeps the table is not believed: what others wrote is read and verified, from
 * where this opening stands, before anything is put behind it.
 */
public final class TableJournal implements Journal {
  /** Frames between two places that are remembered. */
  private static final long BETWEEN = 2_000;

  private final FrameTable table;
  private final SegmentJournal.Identity identity;
  private final Secret workspace;
  private final ScopeKeyring keyring;
  private final SecureRandom random;
  private final TableSegments segments;
  private final Places places = new Places(BETWEEN);
  private Checkpoint end = Checkpoint.START;
  private TableSegments.@Nullable Segment own;

  private TableJournal(FrameTable table, SegmentJournal.Identity identity, Tools tools) {
    this.table = table;
    this.identity = identity;
    this.workspace = tools.workspace();
    this.keyring = tools.keyring();
    this.random = tools.random();
    this.segments = new TableSegments(table, workspace, keyring);
  }

  /** What it works with. */
  public record Tools(Secret workspace, ScopeKeyring keyring, SecureRandom random) {}

  /** What came of opening. */
  public sealed interface Opening {
    /** All frames are as they were written. */
    record Opened(TableJournal journal) implements Opening {}

    /** A frame is spoiled, missing, or not the one that was here before; nothing was touched. */
    record Damaged(Position at) implements Opening {}

    record TooNew() implements Opening {}
  }

  /**
   * Opens the journal and reads what came behind a checkpoint.
   *
   * @param from an earlier {@link #checkpoint()} of this or another opening; empty to read all
   * @param seen hears of every commit that is read, in order
   */
  public static Opening open(
      FrameTable table,
      SegmentJournal.Identity identity,
      Tools tools,
      Optional<Checkpoint> from,
      Consumer<List<Committed>> seen) {
    TableJournal journal = new TableJournal(table, identity, tools);
    Checkpoint begin = from.orElse(Checkpoint.START);
    journal.places.begin(begin);
    journal.end = begin;
    if (!journal.stands(begin)) {
      return new Opening.Damaged(new Position(begin.segment(), begin.nextFrame() - 1));
    }
    Passage.Result result = journal.passage(begin, table.end().nextFrame(), seen, e -> {});
    if (journal.segments.isTooNew()) {
      return new Opening.TooNew();
    }
    return switch (result) {
      case Passage.Result.Spoiled spoiled -> new Opening.Damaged(spoiled.at());
      case Passage.Result.Whole whole -> {
        journal.end = whole.end();
        yield new Opening.Opened(journal);
      }
    };
  }

  /** Whether the commit that a checkpoint names still stands before it. */
  private boolean stands(Checkpoint at) {
    return at.nextFrame() == 1
        || table
            .row(at.nextFrame() - 1)
            .filter(r -> Arrays.equals(Passage.hash(r), at.hash()))
            .isPresent();
  }

  private Passage.Result passage(
      Checkpoint from, long upTo, Consumer<List<Committed>> changes, Consumer<AuditEntry> audit) {
    return new Passage(table, segments, from, upTo)
        .read(
            changes,
            audit,
            commit -> {
              places.remember(commit);
            });
  }

  /**
   * Reads what others have written since.
   *
   * @return how far all is read now
   * @throws JournalFault {@code DAMAGED} where it is not genuine
   */
  public synchronized long catchUp() {
    upTo(table.end());
    return end.last();
  }

  private void upTo(FrameTable.End told) {
    if (told.nextFrame() < end.nextFrame()) {
      throw new JournalFault(JournalFault.Code.DAMAGED, "the end was cut off");
    }
    if (told.nextFrame() > end.nextFrame()) {
      end = whole(passage(end, told.nextFrame(), r -> {}, e -> {})).end();
    }
    if (told.last() != end.last() || !Arrays.equals(told.hash(), end.hash())) {
      throw new JournalFault(JournalFault.Code.DAMAGED, "another end than the frames have");
    }
  }

  private static Passage.Result.Whole whole(Passage.Result result) {
    if (result instanceof Passage.Result.Whole whole) {
      return whole;
    }
    throw new JournalFault(JournalFault.Code.DAMAGED, "a frame is spoiled");
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
  public synchronized Checkpoint checkpoint() {
    return end;
  }

  /** It lies in no files: a server has backups of its own. */
  @Override
  public Map<String, Long> lengths(Checkpoint upTo) {
    return Map.of();
  }

  @Override
  public synchronized void quietly(Runnable work) {
    work.run();
  }

  private interface Writing {
    List<Committed> to(FrameChain chain, int segment, long last) throws IOException;
  }

  @Override
  public synchronized List<Committed> append(List<Change> run, Consumer<List<Committed>> written) {
    if (run.isEmpty()) {
      return List.of();
    }
    keyring.ensure(SegmentJournal.wanted(run));
    return write(
        (chain, segment, last) -> {
          List<Committed> committed = new ArrayList<>();
          long sequence = last;
          for (Change change : run) {
            chain.header(change);
            List<Position> at = new ArrayList<>();
            for (Piece piece : change.pieces()) {
              at.add(new Position(segment, chain.next()));
              chain.piece(piece);
            }
            committed.add(new Committed(change, ++sequence, at));
          }
          return committed;
        },
        written);
  }

  @Override
  public synchronized void audit(List<AuditEntry> entries) {
    if (!entries.isEmpty()) {
      write(
          (chain, segment, last) -> {
            for (AuditEntry e : entries) {
              chain.audit(e);
            }
            return List.of();
          },
          nothing -> {});
    }
  }

  /** What a run came to, before it is known whether it counts. */
  private record Written(List<Committed> changes, Checkpoint end) {}

  private List<Committed> write(Writing work, Consumer<List<Committed>> told) {
    // What others wrote is read before the lock that they wait for, but for the last moment's.
    upTo(table.end());
    Written[] made = new Written[1];
    boolean acknowledged = false;
    try {
      table.append(
          now -> {
            upTo(now);
            return added(now, work, told, made);
          });
      acknowledged = true;
    } catch (JournalFault e) {
      // Nobody said so, and it may count all the same: then its commit is there.
      if (e.code() != JournalFault.Code.IO || made[0] == null || !stands(made[0].end())) {
        throw e;
      }
    } finally {
      if (!acknowledged) {
        // Frames of these sequences may have been seen under this segment's key: never use it
        // again.
        own = null;
      }
    }
    end = made[0].end();
    places.remember(end);
    return made[0].changes();
  }

  private FrameTable.Added added(
      FrameTable.End now, Writing work, Consumer<List<Committed>> told, Written[] made) {
    boolean begins = own == null;
    TableSegments.Segment segment = begins ? begin(now) : java.util.Objects.requireNonNull(own);
    own = segment;
    int number = segment.header().number();
    List<FrameTable.Row> rows = new ArrayList<>();
    FrameChain chain =
        new FrameChain(
            segment.keys(),
            now.nextFrame(),
            begins ? segment.headerHash() : now.hash(),
            (frame, clear, body) ->
                rows.add(new FrameTable.Row(frame.sequence(), number, clear, body)));
    List<Committed> changes;
    try {
      changes = work.to(chain, number, now.last());
      chain.commit();
    } catch (IOException e) {
      throw new JournalFault(JournalFault.Code.IO, e);
    }
    long last = now.last() + changes.size();
    made[0] =
        new Written(
            changes, new Checkpoint(number, chain.next(), last, chain.next(), chain.hash()));
    told.accept(changes);
    return new FrameTable.Added(
        begins ? Optional.of(segment.header().write(workspace)) : Optional.empty(),
        number,
        rows,
        new FrameTable.End(Math.max(now.segment(), number), chain.next(), last, chain.hash()));
  }

  private TableSegments.Segment begin(FrameTable.End now) {
    byte[] salt = new byte[32];
    random.nextBytes(salt);
    return segments.of(
        new SegmentHeader(
            identity.station(),
            identity.incarnation(),
            now.segment() + 1,
            now.nextFrame(),
            salt,
            now.hash()));
  }

  @Override
  public void replay(long after, Consumer<List<Committed>> to) {
    Checkpoint upTo = checkpoint();
    Checkpoint from = places.before(after);
    Slices.through(
        slice -> {
          Cutting cutting = new Cutting(after, slice);
          whole(again(from, upTo, cutting, e -> {}));
          cutting.end();
        },
        to);
  }

  private Passage.Result again(
      Checkpoint from,
      Checkpoint upTo,
      Consumer<List<Committed>> changes,
      Consumer<AuditEntry> audit) {
    return new Passage(table, segments, from, upTo.nextFrame()).read(changes, audit, c -> {});
  }

  @Override
  public void replayAudit(Consumer<AuditEntry> to) {
    whole(again(Checkpoint.START, checkpoint(), r -> {}, to));
  }

  @Override
  public void replayRecentAudit(Consumer<AuditEntry> to) {
    whole(again(places.opened(), checkpoint(), r -> {}, to));
  }

  @Override
  public Optional<Position> check() {
    return checkBeside(e -> {}, () -> false);
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public Optional<Position> checkBeside(Consumer<AuditEntry> audit, BooleanSupplier stopped) {
    Runnable ask =
        () -> {
          if (stopped.getAsBoolean()) {
            throw new Stopped();
          }
        };
    Checkpoint upTo = checkpoint();
    try {
      Passage.Result result =
          new Passage(
                  table,
                  new TableSegments(table, workspace, keyring),
                  Checkpoint.START,
                  upTo.nextFrame())
              .read(
                  run -> ask.run(),
                  e -> {
                    ask.run();
                    audit.accept(e);
                  },
                  c -> {});
      return switch (result) {
        case Passage.Result.Spoiled spoiled -> Optional.of(spoiled.at());
        case Passage.Result.Whole whole ->
            whole.end().isSamePlace(upTo)
                ? Optional.empty()
                : Optional.of(new Position(upTo.segment(), upTo.nextFrame() - 1));
      };
    } catch (Stopped e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Revision> revision(Position at) {
    FrameTable.Row row =
        table
            .row(at.offset())
            .filter(r -> r.segment() == at.segment() && r.clear().length == Frame.CLEAR)
            .orElseThrow(() -> damaged("no frame there"));
    Frame frame =
        Frame.of(row.clear())
            .filter(f -> f.type() == Frame.Type.REVISION && f.sequence() == at.offset())
            .orElseThrow(() -> damaged("no revision there"));
    SegmentKeys keys =
        segments.find(at.segment()).orElseThrow(() -> damaged("no such segment")).keys();
    try {
      return SegmentReader.open(keys, frame, row.clear(), row.sealed())
          .filter(b -> b.length > 0)
          .map(RevisionWire::read);
    } catch (NotAuthenticException | DomainFault e) {
      throw new JournalFault(JournalFault.Code.DAMAGED, e);
    }
  }

  private static JournalFault damaged(String what) {
    return new JournalFault(JournalFault.Code.DAMAGED, what);
  }

  @Override
  public void close() {
    table.close();
  }
}
