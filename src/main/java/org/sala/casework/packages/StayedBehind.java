package org.sala.casework.packages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.RevisionId;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/**
 * Parts of changes that stayed here while headquarters got the rest: a protected part before the
 * person said yes, a person who feared the recipient. When nothing keeps them any more they have to
 * go, although the change that they belong to was receipted.
 */
final class StayedBehind {
  private final Station station;

  StayedBehind(Station station) {
    this.station = station;
  }

  /** Ids of revisions, as a package's record keeps them. */
  static String text(Collection<RevisionId> withheld) {
    return String.join(" ", new TreeSet<>(withheld).stream().map(RevisionId::hex).toList());
  }

  /**
   * Revisions that no package with their change brought to headquarters.
   *
   * @param there states of packages that headquarters has
   */
  List<Records.Belonging> at(Set<String> there) {
    Map<RevisionId, Integer> withheld = new HashMap<>();
    Map<String, Integer> packages = new HashMap<>();
    for (Map<String, FieldState> f : receipted(there)) {
      Stored.words(f, "withheld", " ")
          .forEach(r -> withheld.merge(new RevisionId(r), 1, Integer::sum));
      Set<String> notTaken = new HashSet<>(Stored.words(f, "refusedChanges", " "));
      for (String change : Stored.words(f, "changes", " ")) {
        if (!notTaken.contains(change)) {
          packages.merge(change, 1, Integer::sum);
        }
      }
    }
    return withheld.isEmpty()
        ? List.of()
        : station.view().records().belonging(withheld.keySet()).stream()
            .filter(
                b ->
                    withheld.getOrDefault(b.revision(), 0)
                        >= packages.getOrDefault(b.change().toString(), 0))
            .toList();
  }

  private List<Map<String, FieldState>> receipted(Set<String> there) {
    List<Map<String, FieldState>> all = new ArrayList<>();
    for (Records.Row row : station.view().records().ofKind(Kinds.PARCEL.key())) {
      Map<String, FieldState> f = station.view().records().fields(row.id());
      if (Stored.text(f, "direction").filter("out"::equals).isPresent()
          && Stored.text(f, "state").filter(there::contains).isPresent()) {
        all.add(f);
      }
    }
    return all;
  }
}
