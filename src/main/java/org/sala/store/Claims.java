package org.sala.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.crypto.Sha256;
import org.sala.domain.ChangeHeader;
import org.sala.domain.ChangeId;
import org.sala.domain.Fingerprint;
import org.sala.domain.Maker;
import org.sala.domain.Revision;
import org.sala.domain.StationId;
import org.sala.domain.wire.RevisionWire;
import org.sala.journal.Committed;

/**
 * Whose some changes and their revisions are, by what the view holds already. Anybody can put the
 * bytes of another one's revision into a change of his own, or his words under another one's id:
 * whose they are does not depend on who comes first.
 */
final class Claims {
  private static final String HELD =
      "select v.id, c.id, c.station, c.digest, c.author from revision v join change_log c on c.id ="
          + " v.change where v.id = any(?) union all select '', id, station, digest, author from"
          + " change_log where id = any(?)";

  private final Map<UUID, String> headers = new HashMap<>();
  private final Map<String, Claim> revisions = new HashMap<>();

  /**
   * A change that holds a revision.
   *
   * @param digest of its header
   */
  record Claim(ChangeId change, StationId station, Fingerprint author, String digest) {

    /**
     * Whether a revision is rather of this change than of another one: of the officer whom its
     * bytes tell, or of its record's maker; between two that are alike by their digests, which is
     * the same for everybody.
     */
    boolean isBefore(Claim other, Revision r) {
      if (digest.equals(other.digest)) {
        return false;
      }
      int rank = rank(r);
      int others = other.rank(r);
      return rank == others ? digest.compareTo(other.digest) < 0 : rank > others;
    }

    private int rank(Revision r) {
      return RevisionWire.wrote(station, author, r) ? 2 : Maker.is(station, r.record()) ? 1 : 0;
    }
  }

  /** Reads at once what is known of some changes and of the revisions in them. */
  Claims(Sql sql, List<Committed> changes) {
    // Of a change that comes without its pieces the header is looked for all the same.
    Set<String> pieces = new HashSet<>(Set.of(""));
    Set<UUID> ids = new HashSet<>();
    for (Committed c : changes) {
      ids.add(c.change().id().value());
      c.change().revisions().forEach(r -> pieces.add(r.id().hex()));
    }
    sql.listAny(
        HELD,
        row -> {
          UUID id = row.getObject(2, UUID.class);
          String digest = row.getString(4);
          if (row.getString(1).isEmpty()) {
            return headers.put(id, digest);
          }
          StationId station = new StationId(row.getObject(3, UUID.class));
          revisions.put(
              row.getString(1),
              new Claim(new ChangeId(id), station, new Fingerprint(row.getString(5)), digest));
          return digest;
        },
        pieces.toArray(new String[0]),
        ids.toArray(new UUID[0]));
  }

  /**
   * A change by its header. Where another header has its id, it stands under one of its own, which
   * its bytes tell: neither is taken for the other.
   */
  Claim of(ChangeHeader header) {
    String digest = Sha256.hex(header.bytes());
    @Nullable String known = headers.putIfAbsent(header.id().value(), digest);
    boolean own = known == null || known.equals(digest);
    return new Claim(own ? header.id() : apart(digest), header.station(), header.author(), digest);
  }

  private static ChangeId apart(String digest) {
    return new ChangeId(
        new UUID(
            Long.parseUnsignedLong(digest.substring(0, 16), 16),
            Long.parseUnsignedLong(digest.substring(16, 32), 16)));
  }

  /** The change that a revision is of in the view; empty of one that the view does not have. */
  Optional<Claim> held(Revision r) {
    return Optional.ofNullable(revisions.get(r.id().hex()));
  }
}
