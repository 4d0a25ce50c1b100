package org.sala.casework.packages.receipt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.seal.HeadquartersGap;
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
   * Returns at a headquarters that goes on from a backup the digests of all that it has of a
   * station, and how far its own word goes.
   */
  Map<String, String> notes(StationId to) {
    if (station.state().incarnationsBefore().isEmpty()) {
      return Map.of();
    }
    Map<String, String> notes = new HashMap<>(new HeadquartersGap(station).notes());
    List<String> held = station.view().sent().held(to.toString());
    // A note that says nothing is none.
    notes.put(HOLDS, held.isEmpty() ? NOTHING : String.join(" ", held));
    return notes;
  }

  /**
   * Whether a headquarters that goes on from a backup has not told a station of that. Who has
   * nothing new to send hears of it by nothing else.
   */
  boolean isUntold(StationId to) {
    List<IncarnationId> before = station.state().incarnationsBefore();
    return !before.isEmpty()
        && !station
            .view()
            .sent()
            .toldSince(to.toString(), before, DecisionDelivery.leftSince(station));
  }

  /**
   * At a station: what was receipted by an earlier incarnation and is not named has only been
   * carried, so that it goes again. Sending once too often does no harm.
   */
  public void heed(ParcelHeader header) {
    String named = header.notes().get(HOLDS);
    if (named == null) {
      return;
    }
    Set<String> there = Stored.ids(named);
    Act act = new Act();
    station
        .view()
        .records()
        .fieldsOfKind(
            Kinds.PARCEL.key(), Set.of("direction", "peer", "state", "answered", "digest"))
        .forEach(
            (id, f) -> {
              if (receiptedBefore(f, header) && !there.contains(digest(f))) {
                act.edit(id, Kinds.PARCEL, carriedOnly());
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

  private static Map<String, Value> carriedOnly() {
    return Map.of(
        "state", Value.text(PackageState.CARRIED.name()), "received", Stored.orNothing(""));
  }

  private static String digest(Map<String, FieldState> f) {
    return Stored.text(f, "digest").orElse("");
  }
}
