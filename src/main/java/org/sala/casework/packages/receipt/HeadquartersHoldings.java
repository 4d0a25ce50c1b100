package org.sala.casework.packages.receipt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.seal.HeadquartersGap;
import org.sala.casework.packages.seal.HeadquartersRuns;
import org.sala.casework.station.Act;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.IncarnationId;
import org.sala.domain.Kinds;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.parcel.ParcelHeader;

/**
 * Knows which packages of a station headquarters has, once headquarters was itself brought back
 * from a backup: what it had receipted since then lies at the stations alone, and none of them
 * would send it again.
 */
@BehindTheDesk
public final class HeadquartersHoldings {
  private static final String HOLDS = "holds";

  /** Packages that are there and wait for people, as they did when the backup was made. */
  private static final String WAITS = "waits";

  /** What is said where nothing is there: no digest of a package. */
  private static final String NOTHING = "none";

  /** States in which headquarters had a package and said so. */
  private static final Set<String> THERE =
      Set.of(PackageState.RECEIVED.name(), PackageState.HELD.name(), PackageState.PARTLY.name());

  private final Station station;
  private final Ledger ledger;

  public HeadquartersHoldings(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /**
   * Returns at a headquarters that goes on from a backup the digests of all that it has taken in of
   * a station and of what waits there, and how far its own word goes.
   */
  Map<String, String> notes(StationId to) {
    if (new HeadquartersRuns(station).before().isEmpty()) {
      return Map.of();
    }
    Map<String, String> notes = new HashMap<>(new HeadquartersGap(station).notes());
    // A note that says nothing is none.
    notes.put(HOLDS, said(station.view().receipts().takenIn(to.toString())));
    notes.put(WAITS, said(station.view().receipts().waiting(to.toString())));
    return notes;
  }

  private static String said(List<String> digests) {
    return digests.isEmpty() ? NOTHING : String.join(" ", digests);
  }

  /**
   * Whether a headquarters that goes on from a backup has not told a station of that. Who has
   * nothing new to send hears of it by nothing else.
   */
  boolean isUntold(StationId to) {
    List<IncarnationId> before = new HeadquartersRuns(station).before();
    return !before.isEmpty()
        && !station
            .view()
            .sent()
            .toldSince(to.toString(), before, DecisionDelivery.onTheWay(station));
  }

  /**
   * At a station: what was receipted by an earlier incarnation and is not named has only been
   * carried, and what such a one gave back it may have lost since, so that both go again. Sending
   * once too often does no harm. What waits there again is shown so.
   */
  public void heed(ParcelHeader header) {
    String named = header.notes().get(HOLDS);
    if (named == null) {
      return;
    }
    Set<String> there = Stored.ids(named);
    Set<String> waiting = Stored.ids(header.notes().getOrDefault(WAITS, ""));
    Act act = new Act();
    station
        .view()
        .records()
        .fieldsOfKind(
            Kinds.PARCEL.key(),
            Set.of("direction", "peer", "state", "answered", "digest", "changes", "lostThere"))
        .forEach(
            (id, f) -> {
              if (receiptedBefore(f, header) && !there.contains(digest(f))) {
                PackageState now =
                    waiting.contains(digest(f)) ? PackageState.HELD : PackageState.CARRIED;
                if (PackageState.of(f, PackageState.CARRIED) != now) {
                  act.edit(id, Kinds.PARCEL, only(now));
                }
              } else if (gaveBackBefore(f, header)) {
                act.edit(id, Kinds.PARCEL, Map.of("lostThere", Value.flag(true)));
              }
            });
    if (!act.parts().isEmpty()) {
      ledger.write(act);
    }
  }

  private static boolean receiptedBefore(Map<String, FieldState> f, ParcelHeader header) {
    return Stored.text(f, "direction").filter("out"::equals).isPresent()
        && Stored.text(f, "peer").filter(header.station().toString()::equals).isPresent()
        && Stored.text(f, "state").filter(THERE::contains).isPresent()
        && Stored.text(f, "answered")
            .filter(a -> a.startsWith(header.incarnation() + " "))
            .isEmpty();
  }

  /** Whether a package from there brought own work back that only an earlier run had for sure. */
  private static boolean gaveBackBefore(Map<String, FieldState> f, ParcelHeader header) {
    String peer = Stored.text(f, "peer").orElse("");
    return Stored.text(f, "direction").filter("in"::equals).isPresent()
        && peer.startsWith(header.station() + " ")
        && !peer.endsWith(" " + header.incarnation())
        && Stored.text(f, "changes").isPresent()
        && !f.containsKey("lostThere");
  }

  /** The state, and nothing of what was said of each change. */
  private static Map<String, Value> only(PackageState state) {
    Value nothing = Stored.orNothing("");
    return Map.of(
        "state", Value.text(state.name()),
        "received", nothing,
        "heldChanges", nothing,
        "refusedChanges", nothing,
        "waitingChanges", nothing,
        "joinedChanges", nothing);
  }

  private static String digest(Map<String, FieldState> f) {
    return Stored.text(f, "digest").orElse("");
  }
}
