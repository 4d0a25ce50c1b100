package org.sala.journal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.Revision;

/** The one place where changes become true. */
public interface Journal extends AutoCloseable {

  /** Sequence of the last change; 0 for an empty journal. */
  long last();

  /** SHA-256 of the last frame, 64 hexadecimal digits; zeros for an empty journal. */
  String head();

  /**
   * Writes a run, all or nothing. When it returns the disk has it: only then may a screen say
   * "saved".
   *
   * @param audit entries that count with the run or not at all
   * @throws JournalFault when the disk is full or fails; nothing of the run counts then
   */
  List<Committed> append(List<Change> run, List<AuditEntry> audit);

  /** Writes a run of changes alone, all or nothing, with no audit entries. */
  default List<Committed> append(List<Change> run) {
    return append(run, List.of());
  }

  /** Writes audit entries durably. */
  default void audit(List<AuditEntry> entries) {
    append(List.of(), entries);
  }

  /**
   * Reads changes with a sequence greater than {@code after}, in order, in runs of bounded size.
   */
  void replay(long after, Consumer<List<Committed>> to);

  /**
   * Reads all audit entries with a number greater than {@code after}, of every incarnation in
   * order.
   */
  void replayAudit(Consumer<AuditEntry> to);

  /** Reads the audit entries that came behind the checkpoint that this opening began from. */
  void replayRecentAudit(Consumer<AuditEntry> to);

  /** How far all is written and whole; for the next opening. */
  Checkpoint checkpoint();

  /** Files of the journal and how many bytes of each belong to a checkpoint. */
  Map<String, Long> lengths(Checkpoint upTo);

  /**
   * Hands over these files, checked while they are read: what comes out is what was written.
   *
   * @throws JournalFault {@code DAMAGED} where it is not
   */
  void copy(Checkpoint upTo, SegmentCopy to);

  /** Runs something while nothing is written; it must be short. */
  void quietly(Runnable work);

  /** Reads everything; where the first spoiled frame is, empty when all is as it was written. */
  Optional<Position> check();

  /**
   * Reads everything beside the work, and returns where the first spoiled frame is; what is written
   * meanwhile neither waits nor is looked at.
   *
   * @param audit hears of every audit entry on the way, in order
   * @param stopped asked with every run; true ends it, and an empty answer then says nothing
   */
  Optional<Position> checkBeside(Consumer<AuditEntry> audit, BooleanSupplier stopped);

  /**
   * The revision whose frame begins there; empty where its scope key is not held or was erased. It
   * waits for nobody who writes or keeps the journal quiet.
   */
  Optional<Revision> revision(Position at);

  @Override
  void close();
}
