package org.sala.casework.packages.receipt;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.casework.station.Station;
import org.sala.domain.ChangeId;
import org.sala.domain.StationId;
import org.sala.store.SentRows;

/** Which of what they have to hear stations neither have nor are being sent. */
final class Unsettled {
  private Unsettled() {}

  /**
   * Asks once for all of them; where several copies of a workspace are in use, once for each such
   * station.
   */
  static Map<StationId, List<ChangeId>> of(
      Station station, Map<StationId, ? extends Collection<ChangeId>> due) {
    SentRows.OnTheWay way = DecisionDelivery.onTheWay(station);
    WorkspaceCopies copies = new WorkspaceCopies(station);
    Map<StationId, List<SentRows.Copy>> heard = new LinkedHashMap<>();
    Set<ChangeId> all = new HashSet<>();
    due.forEach(
        (to, changes) -> {
          List<SentRows.Copy> several = copies.heard(to);
          heard.put(to, several);
          if (several.isEmpty()) {
            all.addAll(changes);
          }
        });
    Map<String, Set<ChangeId>> settled = station.view().owed().settled(all, way);
    Map<StationId, List<ChangeId>> unsettled = new LinkedHashMap<>();
    due.forEach(
        (to, changes) -> {
          List<SentRows.Copy> several = heard.getOrDefault(to, List.of());
          Set<ChangeId> there = settled.getOrDefault(to.toString(), Set.of());
          unsettled.put(
              to,
              several.isEmpty()
                  ? changes.stream().filter(c -> !there.contains(c)).toList()
                  : station.view().sent().unsettled(to.toString(), changes, several, way));
        });
    return unsettled;
  }
}
