package org.sala.casework.packages.seal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.domain.IncarnationId;
import org.sala.domain.Value;
import org.sala.parcel.ParcelHeader;

/**
 * What a restored laptop asks of headquarters: it says how far it goes, until headquarters has
 * given back what was lost.
 */
@BehindTheDesk
public final class RestoreRequest {
  /** The note that says how far each earlier incarnation goes. */
  public static final String HAS = "restoredHas";

  /** The note with which headquarters says that this is the answer. */
  public static final String GAVE = "gaveBack";

  /** The note with which headquarters names the runs under which such laptops have asked. */
  public static final String RUNS = "restoredRuns";

  /** Runs of this workspace that it knows of by headquarters alone. */
  private static final String TOLD = "restoredRuns";

  private static final String SETTLED = "incarnationSettled";
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final Station station;

  public RestoreRequest(Station station) {
    this.station = station;
  }

  /**
   * Returns at a station whether headquarters is still to be asked. What was lost is known there
   * alone, so that the laptop has to speak though it has nothing new to say.
   */
  boolean asks() {
    return station.state().text("headquarters").isPresent() && isOpen();
  }

  private boolean isOpen() {
    return isRestored() && !station.state().flag(SETTLED);
  }

  private boolean isRestored() {
    return station
        .state()
        .text("incarnationWhy")
        .filter(StationState.Why.RESTORED.name()::equals)
        .isPresent();
  }

  /** All runs before this one; those that were told stand before those that are known for sure. */
  private Set<IncarnationId> before() {
    Set<IncarnationId> before = new LinkedHashSet<>();
    station.state().texts(TOLD).forEach(i -> before.add(IncarnationId.of(i)));
    before.addAll(station.state().incarnationsBefore());
    return before;
  }

  /**
   * Learns at a laptop that it was brought back from the same backup before: of that it knows
   * nothing, and what it wrote then is asked for as well.
   */
  public void learn(ParcelHeader header) {
    Set<IncarnationId> known = before();
    List<String> told =
        Stream.of(header.notes().getOrDefault(RUNS, "").split(" ", -1))
            .filter(i -> isRestored() && i.matches(ID))
            .map(IncarnationId::of)
            .filter(i -> !known.contains(i) && !i.equals(station.identity().incarnation()))
            .map(IncarnationId::toString)
            .distinct()
            .toList();
    if (!told.isEmpty()) {
      List<String> all = new ArrayList<>(station.state().texts(TOLD));
      all.addAll(told);
      askAgain();
      station.state().set(TOLD, Value.texts(all));
    }
  }

  /**
   * Returns at a station how far each earlier incarnation goes here, until headquarters has
   * answered.
   */
  Map<String, String> asking() {
    if (!isOpen()) {
      return Map.of();
    }
    List<String> has = new ArrayList<>();
    for (IncarnationId i : before()) {
      // A neighbour may have brought a later one back: those before it are missing all the same.
      has.add(i + ":" + station.view().changes().unbrokenUpTo(station.identity().station(), i));
    }
    return Map.of(HAS, HowFar.text(has));
  }

  /** Asks once more: what another headquarters gave back may not be all that this one has. */
  public void askAgain() {
    station.state().remove(SETTLED);
  }

  /** Remembers at a station that headquarters has given back what it had. */
  public void answered(ParcelHeader header) {
    if (station.identity().incarnation().toString().equals(header.notes().get(GAVE))) {
      station.state().set(SETTLED, Value.flag(true));
    }
  }
}
