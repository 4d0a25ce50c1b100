package org.sala.casework.packages.seal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sala.casework.station.Station;
import org.sala.domain.RevisionId;
import org.sala.store.Records;

/**
 * Parts of changes that stayed here while headquarters got the rest: a protected part before the
 * person said yes, a person who feared the recipient. When nothing keeps them any more they have to
 * go, although the change that they belong to was receipted.
 */
final class WithheldRevisions {
  private final Station station;

  WithheldRevisions(Station station) {
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
    List<RevisionId> withheld = station.view().sent().stayedBehind(there);
    return withheld.isEmpty() ? List.of() : station.view().records().belonging(withheld);
  }
}
