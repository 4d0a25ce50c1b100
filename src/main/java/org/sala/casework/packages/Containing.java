package org.sala.casework.packages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Faults;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.ChangeId;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.merge.FieldState;
import org.sala.vault.Disk;

/** Which packages that were sealed here hold certain parts of changes, and letting them go. */
@BehindTheDesk
public final class Containing {
  private final Station station;

  public Containing(Station station) {
    this.station = station;
  }

  /**
   * A package.
   *
   * @param to whom it is for, as people know them
   */
  public record One(RecordId parcel, String to, long sequence, Packages.State state) {
    /** Whether it has gone to somebody, who may have it still. */
    public boolean left() {
      return state != Packages.State.SEALED && state != Packages.State.SET_ASIDE;
    }
  }

  /**
   * Every package that was sealed here with one of these parts in it, whatever became of it since.
   *
   * @param parts by the change that they belong to
   */
  public List<One> of(Map<ChangeId, Set<RevisionId>> parts) {
    List<One> all = new ArrayList<>();
    station
        .view()
        .records()
        .fieldsOfKind(Kinds.PARCEL.key())
        .forEach(
            (id, f) -> {
              if (Stored.text(f, "direction").filter("out"::equals).isPresent()
                  && holds(f, parts)) {
                all.add(
                    new One(
                        id,
                        PackageDetails.of(station, id).peer(),
                        Stored.whole(f, "sequence"),
                        Packages.State.valueOf(Stored.text(f, "state").orElse("SEALED"))));
              }
            });
    return all;
  }

  private static boolean holds(Map<String, FieldState> f, Map<ChangeId, Set<RevisionId>> parts) {
    Set<String> withheld = Stored.ids(Stored.text(f, "withheld").orElse(""));
    for (String change : Stored.words(f, "changes", " ")) {
      for (RevisionId part : parts.getOrDefault(ChangeId.of(change), Set.of())) {
        if (!withheld.contains(part.hex())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Takes the file of a package away for good; what is written down of it stays. */
  public void drop(RecordId parcel) {
    Map<String, FieldState> f = station.view().records().fields(parcel);
    if (f.isEmpty()) {
      return;
    }
    Path file =
        station.folder().folder("outbox").resolve(Stored.text(f, "fileName").orElse("none"));
    Disk disk = Disk.real();
    try {
      disk.delete(file);
      disk.syncFolder(station.folder().folder("outbox"));
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }
}
