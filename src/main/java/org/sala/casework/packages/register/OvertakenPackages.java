package org.sala.casework.packages.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sala.casework.station.Stored;
import org.sala.domain.RevisionId;
import org.sala.merge.FieldState;

/**
 * Finds the packages that a later one has overtaken. A package holds all that headquarters has not
 * receipted yet, so one that still lies here, or was carried and not answered, may be contained
 * whole in the next: then the next alone has to arrive.
 */
final class OvertakenPackages {
  private static final Set<PackageState> OPEN =
      EnumSet.of(PackageState.SEALED, PackageState.CARRIED);

  /** Only one that is on its way or has arrived whole stands for another. */
  private static final Set<PackageState> WHOLE =
      EnumSet.of(PackageState.SEALED, PackageState.CARRIED, PackageState.RECEIVED);

  private final List<Sealed> sealed;
  private final Function<Set<RevisionId>, Set<String>> changesOf;

  private OvertakenPackages(List<Sealed> sealed, Function<Set<RevisionId>, Set<String>> changesOf) {
    this.sealed = sealed;
    this.changesOf = changesOf;
  }

  /**
   * What counts of a package. Its lists of changes can be long, and most packages are neither open
   * nor behind one that is: they are read when they are first compared.
   */
  private static final class Sealed {
    private final long sequence;
    private final PackageState state;
    private final Map<String, FieldState> fields;
    private final Map<String, Set<String>> read = new HashMap<>();

    Sealed(Map<String, FieldState> fields) {
      this.sequence = Stored.whole(fields, "sequence");
      this.state = PackageState.of(fields, PackageState.SEALED);
      this.fields = fields;
    }

    /**
     * The ids in a field: {@code changes}; {@code withConsent}, people whose protected part lies in
     * it; {@code leftOut}, exhibits that it goes without; {@code withheld}, parts of its changes
     * that it goes without.
     */
    private Set<String> ids(String key) {
      return read.computeIfAbsent(key, k -> Stored.ids(Stored.text(fields, k).orElse("")));
    }

    boolean contains(Sealed other, Function<Set<RevisionId>, Set<String>> changesOf) {
      return sequence > other.sequence
          && WHOLE.contains(state)
          && ids("changes").containsAll(other.ids("changes"))
          && ids("withConsent").containsAll(other.ids("withConsent"))
          && other.ids("leftOut").containsAll(ids("leftOut"))
          && goesWithoutNoMore(other, changesOf);
    }

    /** A case's package may go without the parts of the same changes that another one brings. */
    private boolean goesWithoutNoMore(
        Sealed other, Function<Set<RevisionId>, Set<String>> changesOf) {
      Set<RevisionId> more =
          ids("withheld").stream()
              .filter(w -> !other.ids("withheld").contains(w))
              .map(RevisionId::new)
              .collect(Collectors.toSet());
      return more.isEmpty() || Collections.disjoint(changesOf.apply(more), other.ids("changes"));
    }
  }

  /**
   * Among all packages; only reports that leave here overtake one another.
   *
   * @param changesOf the changes that revisions belong to
   */
  static OvertakenPackages among(
      Collection<Map<String, FieldState>> parcels,
      Function<Set<RevisionId>, Set<String>> changesOf) {
    List<Sealed> sealed = new ArrayList<>();
    for (Map<String, FieldState> f : parcels) {
      if (report(f)) {
        sealed.add(new Sealed(f));
      }
    }
    sealed.sort(Comparator.comparingLong(s -> s.sequence));
    return new OvertakenPackages(sealed, changesOf);
  }

  private static boolean report(Map<String, FieldState> f) {
    return Stored.text(f, "direction").filter("out"::equals).isPresent()
        && Stored.text(f, "purpose").filter("report"::equals).isPresent()
        && Stored.text(f, "changes").isPresent();
  }

  /** The number of the first later package that holds all of this one; 0 where there is none. */
  long by(Map<String, FieldState> parcel) {
    if (!report(parcel)) {
      return 0;
    }
    Sealed one = new Sealed(parcel);
    return OPEN.contains(one.state)
        ? sealed.stream()
            .filter(s -> s.contains(one, changesOf))
            .mapToLong(s -> s.sequence)
            .findFirst()
            .orElse(0)
        : 0;
  }
}
