package org.sala.casework.packages.seal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Station;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.ChangeId;
import org.sala.domain.Piece;
import org.sala.domain.RevisionId;
import org.sala.domain.wire.AuditWire;
import org.sala.domain.wire.ChangeWire;
import org.sala.journal.Committed;
import org.sala.parcel.Remembered;
import org.sala.parcel.Source;

/**
 * What a plan takes along, read from the journal as it is written into the package.
 *
 * @param written what was written here last: where nothing else leaves, as with most receipts,
 *     nothing is read again
 */
record LeavingContent(
    Station station,
    SealPlan plan,
    List<Attachment> attachments,
    List<AuditEntry> entries,
    Optional<byte[]> contents,
    Optional<Change> written)
    implements Source {
  private static final int AT_ONCE = 1000;

  LeavingContent {
    attachments = List.copyOf(attachments);
    entries = List.copyOf(entries);
  }

  @Override
  public void changes(Consumer<byte[]> line) {
    Set<ChangeId> wanted = new HashSet<>(plan.changes());
    if (written.filter(c -> wanted.equals(Set.of(c.id()))).isPresent()) {
      line.accept(line(without(written.get(), plan.withheld())));
      return;
    }
    Remembered remembered = new Remembered();
    station
        .journal()
        .replay(
            before(station, plan.changes()),
            run -> {
              for (Committed c : run) {
                if (wanted.contains(c.change().id()) && isLast(c)) {
                  Change going = without(WholeChanges.of(station, c.change()), plan.withheld());
                  if (!remembered.add(going)) {
                    // Nobody would take the package, and nothing else would ever go.
                    throw new CaseworkFault(CaseworkFault.Code.TOO_MANY_CHANGES);
                  }
                  line.accept(line(going));
                }
              }
            });
  }

  private static byte[] line(Change going) {
    if (!ChangeWire.fitsLine(going)) {
      throw new CaseworkFault(CaseworkFault.Code.CHANGE_TOO_LONG);
    }
    return ChangeWire.writeLine(going);
  }

  /** A change of which more came later stands in the journal again: it leaves once. */
  private boolean isLast(Committed c) {
    return station
        .view()
        .changes()
        .find(c.change().id())
        .filter(known -> known.sequence() > c.sequence())
        .isEmpty();
  }

  /**
   * Behind which place in the journal some changes lie: a receipt is the last that was written, and
   * nothing before the first change has to be read.
   */
  static long before(Station station, List<ChangeId> changes) {
    long first = Long.MAX_VALUE;
    for (int from = 0; from < changes.size(); from += AT_ONCE) {
      List<ChangeId> some = changes.subList(from, Math.min(changes.size(), from + AT_ONCE));
      Set<ChangeId> known = station.view().changes().known(some);
      if (known.size() < some.size()) {
        // The view is behind; the journal has them.
        return 0;
      }
      first = Math.min(first, station.view().changes().earliest(some));
    }
    return changes.isEmpty() ? 0 : first - 1;
  }

  private static Change without(Change change, Set<RevisionId> withheld) {
    List<Piece> pieces = new ArrayList<>();
    for (Piece p : change.pieces()) {
      pieces.add(withheld.contains(p.id()) ? new Piece.Withheld(p.id()) : p);
    }
    return new Change(change.header(), change.signature(), pieces);
  }

  @Override
  public void audit(Consumer<byte[]> line) {
    entries.forEach(e -> line.accept(AuditWire.writeLine(e)));
  }
}
