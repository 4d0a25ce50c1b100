package org.sala.casework.station;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.Value;
import org.sala.journal.Committed;
import org.sala.vault.SharedFiles;

/**
 * What several programs of one headquarters share beside records, and where each of them stands
 * among the others. A workspace that nobody shares has none of it.
 */
@BehindTheDesk
public interface Sharing {
  /**
   * Writes a part of the state for all, durably.
   *
   * @param how works out what changes, asked when the state here is as all others know it and
   *     nobody else can write; must not write anything itself
   */
  void change(Supplier<Map<String, Value>> how);

  /**
   * Writes a part of the state for all in one run of the journal with changes and audit entries:
   * all of it counts, or nothing.
   */
  List<Committed> append(
      List<Change> run, List<AuditEntry> entries, Supplier<Map<String, Value>> how);

  /** The number of this program's last change; what others have written is read before. */
  long lastNumber();

  /**
   * Returns the number of this program's last change as far as it is known, without reading
   * anything.
   */
  long ownNumber();

  /** A change of this program was written under a number. */
  void numbered(long number);

  /** Reads what others have written. */
  void refresh();

  /**
   * Takes something into hand that only one program may do at a time.
   *
   * @param what a name that says nothing to who keeps it
   * @return gives it back when it is closed; empty while another program has it
   */
  Optional<InHand> take(String what);

  /**
   * Takes something into hand that only one program may do at a time, and waits for its turn a
   * while where another program has it.
   *
   * @return empty where the other one has it still
   */
  Optional<InHand> takeInTurn(String what);

  /** Where sealed packages and attached files are kept for all. */
  SharedFiles files();

  /** Something that this program alone does now. */
  interface InHand extends AutoCloseable {
    /**
     * Makes sure that no other program has it.
     *
     * @throws CaseworkFault {@code IN_HAND} where the line to the server went, and with it the word
     */
    void stillOurs();

    @Override
    void close();
  }

  /** Whether somebody follows the journal, so that what is written becomes visible. */
  boolean isFollowed();

  /** Whether this login sees every row at this moment; asked anew, for roles are taken away. */
  boolean seesAll();

  /** Whether the view has, at this moment, all that it had before a crash of the server. */
  boolean isViewWhole();
}
