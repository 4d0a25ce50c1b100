package org.sala.casework.packages.receipt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Station;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.parcel.ParcelHeader;
import org.sala.store.SentRows;

/**
 * At headquarters: what each of several copies of one workspace has heard. They have one name, and
 * what one of them took the other may lack; told apart by their numbers, each is heard for itself.
 */
@BehindTheDesk
public final class WorkspaceCopies {
  private static final String HEARD = "heard.";
  private static final String TOOK = "took";

  /** The last package that had been sealed for the station when the copy spoke. */
  private static final String UP_TO = "upTo";

  /** A copy that has no numbers of its own yet. */
  private static final String COPY = "copy";

  private final Station station;

  public WorkspaceCopies(Station station) {
    this.station = station;
  }

  /** Whether several copies of a station's workspace are known. */
  boolean any(StationId of) {
    return station.state().parts(HEARD + of).isPresent();
  }

  /** What each copy has taken; nothing where there is one workspace alone. */
  public List<SentRows.Copy> heard(StationId of) {
    List<SentRows.Copy> all = new ArrayList<>();
    station
        .state()
        .parts(HEARD + of)
        .ifPresent(
            p ->
                p.parts()
                    .values()
                    .forEach(
                        v -> {
                          if (v instanceof Value.Parts one) {
                            all.add(
                                new SentRows.Copy(
                                    digests(one.parts().get(TOOK)), one.whole(UP_TO).orElse(0L)));
                          }
                        }));
    return all;
  }

  private static Set<String> digests(@Nullable Value value) {
    Set<String> digests = new HashSet<>();
    if (value instanceof Value.Listing l) {
      l.items().forEach(i -> i.asText().ifPresent(digests::add));
    }
    return digests;
  }

  /** How a package came about. */
  public enum Came {
    AS_BEFORE,
    /** The first under new numbers. */
    ANEW,
    /** Two officers have admitted it as a second copy's, which is told now to take new numbers. */
    AS_A_COPY,
    /**
     * Two officers have admitted it from a workspace that was given up, and is in use all the same.
     */
    IN_USE_STILL
  }

  /**
   * Remembers what a package says that its copy has.
   *
   * @param named what it says that it took
   * @param all whether that is all that it ever took; otherwise those that came last
   */
  public void heard(ParcelHeader header, Came came, List<String> named, boolean all) {
    StationId of = header.station();
    boolean beside =
        came == Came.AS_A_COPY
            || came == Came.IN_USE_STILL
            || came == Came.ANEW && !LostChanges.asks(header);
    boolean gaveUp =
        came != Came.IN_USE_STILL
            && new LostChanges(station).gaveUp(of).contains(header.incarnation().toString());
    if (gaveUp || !any(of) && !beside) {
      return;
    }
    Map<String, Value> now = new LinkedHashMap<>();
    station.state().parts(HEARD + of).ifPresent(p -> now.putAll(p.parts()));
    if (now.isEmpty()) {
      now.putAll(theOther(of));
    }
    if (came == Came.ANEW) {
      now.remove(COPY);
      // One that was brought back from a backup stands for the one that it was.
      LostChanges.before(header).ifPresent(now::remove);
    }
    Set<String> has = new HashSet<>(named);
    if (!all) {
      has.addAll(station.view().receipts().receivedBefore(of.toString(), named));
    }
    now.put(
        came == Came.AS_A_COPY ? COPY : header.incarnation().toString(),
        entry(of, List.copyOf(has)));
    station.state().set(HEARD + of, new Value.Parts(now));
  }

  /**
   * The numbers that the copy went on under are the other's from now on. What that one has nobody
   * knows, for both have spoken in its name: it is told everything once more.
   */
  private Map<String, Value> theOther(StationId of) {
    Set<String> gaveUp = new LostChanges(station).gaveUp(of);
    Map<String, Value> others = new LinkedHashMap<>();
    for (String run : station.view().arrivals().runs(of)) {
      String incarnation = run.substring(run.indexOf(' ') + 1);
      if (!gaveUp.contains(incarnation)) {
        others.put(incarnation, entry(of, List.of()));
      }
    }
    return others;
  }

  private Value entry(StationId of, List<String> took) {
    long upTo = station.view().sent().last(of.toString()).map(SentRows.Last::sequence).orElse(0L);
    return new Value.Parts(
        Map.of(TOOK, Value.texts(took.stream().sorted().toList()), UP_TO, Value.whole(upTo)));
  }
}
