package org.sala.casework.packages.receipt;

import java.util.List;
import org.sala.casework.keys.ListsSaid;
import org.sala.casework.station.Station;
import org.sala.domain.ChangeId;
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
    return !lists.isAnswered(to) && isUntold(to, lists.to(to));
  }

  /** Whether among what is due is whom to believe no more. */
  boolean isTakenBackDue(StationId to) {
    return isDue(to) && !lists.isAnsweredTakenBack(to) && isUntold(to, lists.takenBack());
  }

  private boolean isUntold(StationId to, ChangeId what) {
    return !station
        .view()
        .sent()
        .unsettled(
            to.toString(),
            List.of(what),
            new WorkspaceCopies(station).heard(to),
            DecisionDelivery.onTheWay(station))
        .isEmpty();
  }
}
