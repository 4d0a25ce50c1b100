package org.sala.merge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.sala.domain.Revision;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/**
 * What a field is once a revision has come that builds on everything there is of its record, as far
 * as that shows in how it stood: then nobody has to read how that came about.
 */
public final class OnTop {
  private OnTop() {}

  /**
   * Returns how a field stands with a revision that sets it; empty where only the whole lineage
   * tells.
   *
   * @param stood how it stood, asked only where that matters; empty where it was never set, or
   *     where nobody knows
   * @param deciding headquarters
   */
  public static Optional<FieldState> of(
      Written by,
      String key,
      Supplier<Optional<FieldState>> stood,
      Supplier<Set<StationId>> deciding) {
    Revision r = by.revision();
    Version own = new Version(r.id(), r.fields().getOrDefault(key, Value.Nothing.HERE));
    if (r.parents().isEmpty()) {
      return settled(key, own);
    }
    if (Lineage.isClosed(r.kind(), key)) {
      // It stays as it was first.
      return stood.get().filter(was -> was.versions().stream().noneMatch(OnTop::isNothing));
    }
    if (!Guarded.is(r.kind(), key) || !Guarded.takes(r.record(), key, own.value())) {
      return settled(key, own);
    }
    // Of an empty one nobody knows: a value that is too long for a table is none there.
    return stood
        .get()
        .filter(was -> was.versions().size() == 1 && !isNothing(was.versions().getFirst()))
        .flatMap(was -> taking(by, key, was.versions().getFirst(), own, deciding));
  }

  /** Of a field that had one version, which a value that takes protection away has come upon. */
  private static Optional<FieldState> taking(
      Written by, String key, Version was, Version own, Supplier<Set<StationId>> deciding) {
    if (Guarded.takes(by.revision().record(), key, was.value())) {
      // What it took away does not stand beside it any more, and what is ended once stays so.
      return settled(key, own);
    }
    boolean ends =
        !Guarded.waitsForTwo(key)
            || Guarded.saysSlip(own.value())
            || deciding.get().contains(by.station());
    return ends || !Guarded.protects(by.revision().record(), key, was.value())
        ? Optional.empty()
        : Optional.of(new FieldState(key, List.of(was, own)));
  }

  private static Optional<FieldState> settled(String key, Version own) {
    return Optional.of(new FieldState(key, List.of(own)));
  }

  private static boolean isNothing(Version version) {
    return version.value() instanceof Value.Nothing;
  }
}
