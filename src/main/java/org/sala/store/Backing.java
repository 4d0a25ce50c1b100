package org.sala.store;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sala.domain.Revision;
import org.sala.domain.StationId;
import org.sala.journal.Position;

/**
 * What a view is worked out from, beside the changes that it follows.
 *
 * @param bodies reads a revision back from the journal; needed where versions have to be joined
 * @param answering stations whose word ends what others have raised: the own one and headquarters
 * @param deciding those whose word takes protection away from whomever another one protects:
 *     headquarters alone
 */
public record Backing(
    Function<Position, Optional<Revision>> bodies,
    Supplier<Set<StationId>> answering,
    Supplier<Set<StationId>> deciding) {

  /** Where nobody's word ends what another has raised. */
  static Backing of(Function<Position, Optional<Revision>> bodies) {
    return new Backing(bodies, Set::of, Set::of);
  }
}
