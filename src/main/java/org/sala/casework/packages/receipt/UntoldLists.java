package org.sala.casework.packages.receipt;

import java.util.List;
import org.sala.casework.keys.ListsSaid;
import org.sala.casework.station.Station;
import org.sala.domain.StationId;

/** Knows at headquarters which stations have not heard what its signed lists say now. */
final class UntoldLists {
  private final Station station;
  private final ListsSaid lists;

  UntoldLists(Station station) {
    this.station = station;
    this.lists = new ListsSaid(station);
  }

  /** Whether a station neither has what they say nor is being sent it. */
  boolean isDue(StationId to) {
    return !lists.isAnswered(to)
        && !station
            .view()
            .sent()
            .unsettled(
                to.toString(),
                List.of(lists.to(to)),
                new WorkspaceCopies(station).heard(to),
                DecisionDelivery.onTheWay(station))
            .isEmpty();
  }
}
