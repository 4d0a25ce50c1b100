package org.sala.casework.packages.seal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.ChangeId;
import org.sala.domain.Piece;
import org.sala.domain.RevisionId;
import org.sala.journal.Committed;
import org.sala.journal.Position;
import org.sala.store.Records;

/** A change with every part of it that is here, whenever each of them came. */
@BehindTheDesk
public final class WholeChanges {
  private WholeChanges() {}

  /** Returns the position in the journal of each revision of the change that is here. */
  public static Map<RevisionId, Position> here(Station station, ChangeId change) {
    Map<RevisionId, Position> here = new HashMap<>();
    for (Records.RevisionRow row : station.view().records().revisionsOf(change)) {
      here.put(row.id(), row.at());
    }
    return here;
  }

  /** Returns a change with every part of it that is here in place of its mere id. */
  public static Change of(Station station, Change change) {
    if (change.revisions().size() == change.pieces().size()) {
      return change;
    }
    Map<RevisionId, Position> here = here(station, change.id());
    List<Piece> pieces = new ArrayList<>();
    for (Piece p : change.pieces()) {
      Position at = here.get(p.id());
      pieces.add(
          p instanceof Piece.Withheld && at != null
              ? station.journal().revision(at).<Piece>map(Piece.Whole::new).orElse(p)
              : p);
    }
    return new Change(change.header(), change.signature(), pieces);
  }

  /**
   * Returns some changes in the order of the journal, each with all that is here of it.
   *
   * @param wanted which; those that are not here are left out
   * @param meant picks among them by what their authors signed
   */
  static List<Change> read(
      Station station, Ledger ledger, Set<ChangeId> wanted, Predicate<ChangeHeader> meant) {
    Map<ChangeId, Change> read = new LinkedHashMap<>();
    station
        .journal()
        .replay(
            station.view().changes().earliest(wanted) - 1,
            run -> {
              ledger.goOn();
              for (Committed c : run) {
                if (wanted.contains(c.change().id()) && meant.test(c.change().header())) {
                  read.put(c.change().id(), c.change());
                }
              }
            });
    return read.values().stream().map(c -> of(station, c)).toList();
  }
}
