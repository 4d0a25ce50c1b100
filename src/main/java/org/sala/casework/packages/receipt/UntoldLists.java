package org.sala.casework.packages.receipt;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sala.casework.keys.ListsSaid;
import org.sala.casework.station.Station;
import org.sala.domain.ChangeId;
import org.sala.domain.StationId;

/** Knows at headquarters which stations have not heard what its signed lists say now. */
final class UntoldLists {
  private final ListsSaid lists;
  private final Map<StationId, List<ChangeId>> untold;

  /**
   * @param to the stations that are asked about
   */
  UntoldLists(Station station, Collection<StationId> to) {
    this.lists = new ListsSaid(station);
    Map<StationId, List<ChangeId>> said = new LinkedHashMap<>();
    to.stream()
        .filter(s -> !lists.isAnswered(s))
        .forEach(s -> said.put(s, List.of(lists.to(s), lists.takenBack())));
    this.untold = Unsettled.of(station, said);
  }

  /** Whether a station neither has what they say nor is being sent it. */
  boolean isDue(StationId to) {
    return untold.getOrDefault(to, List.of()).contains(lists.to(to));
  }

  /** Whether among what is due is whom to believe no more. */
  boolean isTakenBackDue(StationId to) {
    return isDue(to)
        && !lists.isAnsweredTakenBack(to)
        && untold.getOrDefault(to, List.of()).contains(lists.takenBack());
  }
}
