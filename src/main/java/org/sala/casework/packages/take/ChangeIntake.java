package org.sala.casework.packages.take;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.sala.casework.packages.files.TrailingWork;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.domain.AttachedFile;
import org.sala.domain.Change;
import org.sala.domain.ChangeId;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.journal.Committed;
import org.sala.parcel.Authentic;
import org.sala.store.Changes;

/**
 * Takes the changes of a verified package into the journal, some at a time: what waits to be typed
 * comes in between, and memory does not grow with the package. What is there already, also from an
 * import that was cut off, is not written again; a change of which more comes than is there is
 * written once more, with the parts that come.
 */
final class ChangeIntake implements AutoCloseable {
  /** Revisions that are written at once; one change is never cut. */
  private static final int AT_ONCE = 1000;

  private final Ledger ledger;
  private final TrailingWork view = new TrailingWork();
  private final IncomingAttachments files;
  private final Iterator<Arrival.Told> told;
  private final Map<ChangeId, Integer> here;
  private final Function<ChangeId, Set<RevisionId>> parts;
  private final Set<ChangeId> leftOut;
  private final Map<ChangeId, List<RecordId>> records = new LinkedHashMap<>();
  private final Map<RecordId, RecordId> same = new HashMap<>();
  private final List<Revision> receipts = new ArrayList<>();
  private List<Authentic> next = new ArrayList<>();
  private int revisions;
  private boolean anything;

  /**
   * @param told the changes of the package in their order; their ids are kept once for all
   * @param here changes that the journal has, and how many revisions of each
   * @param parts which those are
   * @param leftOut changes that are not taken
   */
  ChangeIntake(
      Ledger ledger,
      IncomingAttachments files,
      List<Arrival.Told> told,
      Map<ChangeId, Changes.Here> here,
      Function<ChangeId, Set<RevisionId>> parts,
      Set<ChangeId> leftOut) {
    this.told = told.iterator();
    this.ledger = ledger;
    this.files = files;
    this.here = new HashMap<>();
    here.forEach((id, of) -> this.here.put(id, of.revisions()));
    this.parts = parts;
    this.leftOut = leftOut;
  }

  void add(Authentic authentic) {
    Change change = authentic.change();
    ChangeId id = told.next().id();
    if (!id.equals(change.id())) {
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
    }
    if (leftOut.contains(id)) {
      return;
    }
    boolean again = records.containsKey(id);
    records.put(
        id, Ledger.records(change).stream().map(r -> same.computeIfAbsent(r, x -> x)).toList());
    change.revisions().stream()
        .filter(r -> r.kind().equals(Kinds.RECEIPT.key()))
        .forEach(receipts::add);
    if (bringsMore(change)) {
      if (again) {
        here.put(id, change.revisions().size());
      }
      next.add(authentic);
      revisions += change.pieces().size();
      if (revisions >= AT_ONCE) {
        write();
      }
    }
  }

  /**
   * Of a change that is here a part may have been kept back that comes now. Two packages may each
   * go without what the other brings, so that as many is not the same.
   */
  private boolean bringsMore(Change change) {
    int known = here.getOrDefault(change.id(), -1);
    int coming = change.revisions().size();
    if (known < coming) {
      return true;
    }
    boolean bothInPart = known < change.pieces().size() && coming < change.pieces().size();
    return bothInPart
        && !parts
            .apply(change.id())
            .containsAll(change.revisions().stream().map(Revision::id).toList());
  }

  /** Writes what is left; the view has followed when this returns. */
  void end() {
    if (!next.isEmpty()) {
      write();
    }
    view.finish();
  }

  /** What is written is shown, also where the rest went wrong or was stopped. */
  @Override
  public void close() {
    try {
      view.finish();
    } finally {
      view.close();
    }
  }

  private void write() {
    List<Authentic> now = next;
    anything = true;
    next = new ArrayList<>();
    revisions = 0;
    List<Committed> taken =
        ledger.take(
            now,
            () ->
                now.stream()
                    .flatMap(a -> a.change().revisions().stream())
                    .flatMap(r -> AttachedFile.in(r).stream())
                    .forEach(f -> files.needs(f.digest())));
    view.then(() -> ledger.follow(taken));
  }

  /** Whether all of it was here already, as it is where an import is done again. */
  boolean wasHere() {
    return !anything;
  }

  /** The records that each change touches, in the order of the package. */
  Map<ChangeId, List<RecordId>> records() {
    return records;
  }

  Collection<RecordId> allRecords() {
    return same.keySet();
  }

  List<Revision> receipts() {
    return receipts;
  }
}
