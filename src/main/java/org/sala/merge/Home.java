package org.sala.merge;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.sala.domain.Revision;
import org.sala.domain.ScopeId;

/**
 * What a record is and where it belongs, for life. Whoever made it says so; what names another home
 * is in its history, and counts for nothing.
 */
public record Home(String kind, ScopeId scope) {

  /** The home that a revision names. */
  public static Home of(Revision r) {
    return new Home(r.kind(), r.scope());
  }

  /** The home that its maker has given a record; empty while nothing of the maker is here. */
  public static Optional<Home> made(Collection<Written> record) {
    return making(record).map(w -> of(w.revision()));
  }

  /**
   * The revision by which its maker has given a record its home. Of some revisions, that one and
   * any others it is the same as of all of them.
   */
  public static Optional<Written> making(Collection<Written> record) {
    return record.stream()
        .filter(Written::isByMaker)
        // Of a maker who names two it is one and the same for everybody.
        .min(
            Comparator.comparing((Written w) -> !w.revision().parents().isEmpty())
                .thenComparing(w -> w.revision().id()));
  }

  public boolean has(Revision r) {
    return equals(of(r));
  }
}
