package org.sala.casework.packages.seal;

import java.util.List;
import java.util.Map;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Station;
import org.sala.parcel.ParcelHeader;

/**
 * The note in a report that tells headquarters which packages this station has taken from it, so
 * that what was lost comes again.
 */
@BehindTheDesk
public final class TakenNote {
  /** Digests of the packages that a station has taken from headquarters, the last first. */
  private static final String TOOK = "took";

  /** How many packages are named at most; what was taken before was told before. */
  public static final int NAMED = 32;

  private TakenNote() {}

  /** Returns at a station the note; nothing where nothing was taken. */
  static Map<String, String> of(Station station) {
    List<String> came =
        station.view().receipts().came(station.state().text("headquarters").orElse(""), NAMED);
    return came.isEmpty() ? Map.of() : Map.of(TOOK, String.join(" ", came));
  }

  /** Returns at headquarters the digests that a station's note names. */
  public static List<String> read(ParcelHeader header) {
    return List.of(header.notes().getOrDefault(TOOK, "").split(" ", NAMED + 1)).stream()
        .filter(d -> d.matches("[0-9a-f]{64}"))
        .limit(NAMED)
        .toList();
  }
}
