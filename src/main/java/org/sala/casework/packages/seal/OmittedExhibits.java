package org.sala.casework.packages.seal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.RecordId;
import org.sala.vault.StoredObject;

/**
 * Exhibits that a package goes without because their files are lost or damaged here: their records
 * stay and go with a later package, once the files are back.
 *
 * @param exhibits records that name such a file
 * @param reason an officer's, where there are any
 */
public record OmittedExhibits(List<Exhibit> exhibits, String reason) {
  public OmittedExhibits {
    exhibits = List.copyOf(exhibits);
    if (!exhibits.isEmpty() && reason.isBlank()) {
      throw new IllegalArgumentException("what is left out is left out for a reason");
    }
  }

  @Override
  public String toString() {
    return "OmittedExhibits[" + exhibits.size() + "]";
  }

  /** A record by the number that people know it by. */
  public record Exhibit(RecordId id, String number) {}

  /** A note from outside is not read beyond this. */
  private static final int MOST = 1_000;

  /** Returns that nothing is left out. */
  public static OmittedExhibits nothing() {
    return new OmittedExhibits(List.of(), "");
  }

  /** Numbers, for the package's own words. */
  String numbers() {
    return exhibits.stream().map(Exhibit::number).sorted().collect(Collectors.joining(" "));
  }

  /** Numbers as a package names them: what cannot be the number of an exhibit is not shown. */
  public static String read(String note) {
    return Arrays.stream(note.split(" ", -1))
        .filter(n -> n.matches("[\\p{L}\\p{N}-]{1,40}"))
        .limit(MOST)
        .collect(Collectors.joining(" "));
  }

  /** The records of a plan whose files are not here as they were taken in. */
  public static List<Exhibit> damaged(Station station, SealPlan plan) {
    return plan.files().stream()
        .filter(f -> !isWhole(station, f))
        .map(SealPlan.Enclosed::record)
        .distinct()
        .map(r -> new Exhibit(r, number(station, r)))
        .toList();
  }

  private static boolean isWhole(Station station, SealPlan.Enclosed f) {
    Optional<StoredObject> object =
        station.objects().find(f.scope(), f.compartment(), f.file().digest());
    return object.filter(station.objects()::intact).isPresent();
  }

  private static String number(Station station, RecordId record) {
    var fields = station.view().records().fields(record);
    return Stored.text(fields, "number")
        .or(() -> Stored.text(fields, "wristband"))
        .orElseGet(record::toString);
  }
}
