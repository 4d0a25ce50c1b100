package org.sala.journal;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sala.crypto.Secret;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.ChangeId;
import org.sala.domain.Piece;
import org.sala.domain.Revision;

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
  private final TableRereading rereading;
  private final Heard heard;
  private final Set<ChangeId> unsure = new HashSet<>();
  private final Places places = new Places(BETWEEN);
  private volatile Checkpoint end = Checkpoint.START;
  private boolean copied;
  private TableSegments.@Nullable Segment own;

  private TableJournal(
      FrameTable table, SegmentJournal.Identity identity, Tools tools, Heard heard) {
    this.heard = heard;
    this.table = table;
    this.identity = identity;
    this.workspace = tools.workspace();
    this.keyring = tools.keyring();
    this.random = tools.random();
    this.segments = new TableSegments(table, workspace, keyring);
    this.rereading =
        new TableRereading(table, segments, () -> new TableSegments(table, workspace, keyring));
  }

  /** What a journal works with. */
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
    SeenOnce heard = new SeenOnce(seen);
    Opening opened = begin(new TableJournal(table, identity, tools, heard), from);
    heard.enough();
    return opened;
  }

  /**
   * Opens the journal for a program that shares more than changes with others, and alone writes
   * under its identity.
   *
   * @param heard hears of what is read now and of what others write as long as this is open
   */
  public static Opening open(
      FrameTable table,
      SegmentJournal.Identity identity,
      Tools tools,
      Optional<Checkpoint> from,
      Heard heard) {
    return begin(new TableJournal(table, identity, tools, heard), from);
  }

  private static Opening begin(TableJournal journal, Optional<Checkpoint> from) {
    boolean opened = false;
    try {
      Opening opening = read(journal, from);
      opened = opening instanceof Opening.Opened;
      return opening;
    } finally {
      if (!opened) {
        journal.segments.close();
      }
    }
  }

  private static Opening read(TableJournal journal, Optional<Checkpoint> from) {
    Checkpoint begin = from.orElse(Checkpoint.START);
    journal.places.begin(begin);
    journal.end = begin;
    if (!journal.stands(begin)) {
      return new Opening.Damaged(new Position(begin.segment(), begin.nextFrame() - 1));
    }
    Passage.Result result =
        journal.passage(begin, journal.table.end().nextFrame(), journal.heard::changes);
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

  private Passage.Result passage(Checkpoint from, long upTo, Consumer<List<Committed>> changes) {
    return new Passage(table, segments, from, upTo)
        .read(changes, e -> {}, heard::state, places::remember);
  }

  /**
   * Reads what others have written since.
   *
   * @return how far all is read now
   * @throws JournalFault {@code DIFFERS} where it is not genuine
   */
  public synchronized long catchUp() {
    upTo(table.end());
    return end.last();
  }

  private void upTo(FrameRows.End told) {
    if (told.nextFrame() < end.nextFrame()) {
      throw new JournalFault(JournalFault.Code.DIFFERS, "the end was cut off");
    }
    if (told.nextFrame() > end.nextFrame()) {
      end = TableRereading.whole(passage(end, told.nextFrame(), this::fromOthers)).end();
    }
    if (told.last() != end.last() || !Arrays.equals(told.hash(), end.hash())) {
      throw new JournalFault(JournalFault.Code.DIFFERS, "another end than the frames have");
    }
  }

  private void fromOthers(List<Committed> run) {
    for (Committed c : run) {
      boolean ours =
          c.change().header().station().equals(identity.station())
              && c.change().header().incarnation().equals(identity.incarnation());
      // One of ours that was reported as failed, and counts all the same, is no copy's.
      boolean unsureOnly = ours && unsure.remove(c.change().header().id());
      copied = copied || ours && !unsureOnly && heard.isUnknown(c.change().header());
    }
    heard.changes(run);
  }

  /** Waits for nobody who writes. */
  @Override
  public long last() {
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

  /**
   * Returns nothing: a journal on a server lies in no files, and a server has backups of its own.
   */
  @Override
  public Map<String, Long> lengths(Checkpoint upTo) {
    return Map.of();
  }

  @Override
  public void copy(Checkpoint upTo, SegmentCopy to) {
    // It lies in no file.
  }

  @Override
  public synchronized void quietly(Runnable work) {
    work.run();
  }

  private interface Writing {
    List<Committed> to(FrameChain chain, int segment, long last) throws IOException;
  }

  @Override
  public List<Committed> append(List<Change> run, List<AuditEntry> audit) {
    return run.isEmpty() && audit.isEmpty() ? List.of() : append(run, audit, Optional::empty);
  }

  /**
   * Writes a run with what programs share: all of it counts, or nothing.
   *
   * @param deciding asked before anything of the run is written; what it throws keeps the run out
   */
  public synchronized List<Committed> append(
      List<Change> run, List<AuditEntry> audit, Deciding deciding) {
    keyring.ensure(SegmentJournal.wanted(run));
    List<ChangeId> ids = run.stream().map(c -> c.header().id()).toList();
    unsure.addAll(ids);
    List<Optional<byte[]>> said = new ArrayList<>(List.of(Optional.empty()));
    List<Committed> counted =
        write(
            (chain, segment, last) -> {
              if (copied && !run.isEmpty()) {
                // The number of what is written now is taken, or will be.
                throw new JournalFault(
                    JournalFault.Code.COPY, "two programs under one incarnation");
              }
              said.set(0, deciding.content());
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
              for (AuditEntry e : audit) {
                chain.audit(e);
              }
              if (said.getFirst().isPresent()) {
                chain.state(said.getFirst().get());
              }
              return committed;
            });
    ids.forEach(unsure::remove);
    said.getFirst().ifPresent(heard::state);
    return counted;
  }

  /** What programs share, worked out when nobody else can write meanwhile. */
  public interface Deciding {
    /** What is to be written; empty for nothing. All that others have written is heard of. */
    Optional<byte[]> content();
  }

  private static final class NothingException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Writes what programs share; when it returns it is durable, and heard of. */
  public synchronized void state(Deciding deciding) {
    byte[][] said = new byte[1][];
    try {
      write(
          (chain, segment, last) -> {
            said[0] = deciding.content().orElseThrow(NothingException::new);
            chain.state(said[0]);
            return List.of();
          });
    } catch (NothingException e) {
      return;
    }
    heard.state(said[0]);
  }

  /** What a run came to, before it is known whether it counts. */
  private record Written(List<Committed> changes, Checkpoint end) {}

  private List<Committed> write(Writing work) {
    // What others wrote is read before the lock that they wait for, but for the last moment's.
    upTo(table.end());
    Written[] made = new Written[1];
    boolean acknowledged = false;
    try {
      table.append(
          now -> {
            upTo(now);
            return added(now, work, made);
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

  private FrameTable.Added added(FrameRows.End now, Writing work, Written[] made) {
    boolean begins = own == null;
    TableSegments.Segment segment = begins ? begin(now) : java.util.Objects.requireNonNull(own);
    own = segment;
    int number = segment.header().number();
    List<FrameRows.Row> rows = new ArrayList<>();
    FrameChain chain =
        new FrameChain(
            segment.keys(),
            now.nextFrame(),
            begins ? segment.headerHash() : now.hash(),
            (frame, clear, body) ->
                rows.add(new FrameRows.Row(frame.sequence(), number, clear, body)));
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
    return new FrameTable.Added(
        begins ? Map.of(number, segment.header().write(workspace)) : Map.of(),
        rows,
        new FrameRows.End(Math.max(now.segment(), number), chain.next(), last, chain.hash()));
  }

  private TableSegments.Segment begin(FrameRows.End now) {
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
    rereading.replay(after, places.before(after), checkpoint(), to);
  }

  @Override
  public void replayAudit(Consumer<AuditEntry> to) {
    rereading.audit(Checkpoint.START, checkpoint(), to);
  }

  @Override
  public void replayRecentAudit(Consumer<AuditEntry> to) {
    rereading.audit(places.opened(), checkpoint(), to);
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
  public Optional<Revision> revision(Position at) {
    return rereading.revision(at);
  }

  @Override
  public void close() {
    segments.close();
    table.close();
  }
}
