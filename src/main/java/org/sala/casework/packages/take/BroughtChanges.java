package org.sala.casework.packages.take;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.ChangeId;

/**
 * At headquarters: changes of which nothing but a list tells which package brought them. A package
 * is written down as taken right after its changes; what another station wrote lies before none of
 * its own packages so, and what had waited for people comes when others have been taken.
 */
final class BroughtChanges {
  static final String BROUGHT = "brought";
  private static final int AT_ONCE = 1000;

  private final Station station;

  BroughtChanges(Station station) {
    this.station = station;
  }

  /**
   * Returns the ids of the changes that the package brings, before they are taken.
   *
   * @param leftOut changes that are not taken
   * @param waited the package where it lay in quarantine
   */
  String of(
      Arrival arrival, Predicate<ChangeId> leftOut, Optional<EarlierPackages.Earlier> waited) {
    List<ChangeId> come =
        arrival.changes().stream()
            .filter(c -> waited.isPresent() || !c.station().equals(arrival.header().station()))
            .map(Arrival.Told::id)
            .filter(leftOut.negate())
            .toList();
    Set<String> ids = new LinkedHashSet<>();
    waited.ifPresent(
        w -> ids.addAll(Stored.words(station.view().records().fields(w.id()), BROUGHT, " ")));
    for (int from = 0; from < come.size(); from += AT_ONCE) {
      List<ChangeId> news =
          new ArrayList<>(come.subList(from, Math.min(come.size(), from + AT_ONCE)));
      news.removeAll(station.view().changes().known(news));
      news.forEach(c -> ids.add(c.toString()));
    }
    return String.join(" ", ids);
  }
}
