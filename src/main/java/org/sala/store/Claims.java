package org.sala.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.crypto.Sha256;
import org.sala.domain.ChangeHeader;
import org.sala.domain.ChangeId;
import org.sala.domain.Fingerprint;
import org.sala.domain.Piece;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
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

  private final List<Committed> changes;
  private final Map<UUID, String> headers = new HashMap<>();
  private final Map<RevisionId, Claim> held = new HashMap<>();
  private final List<Claim> claims = new ArrayList<>();

  /** Reads at once what is known of some changes and of the revisions in them. */
  Claims(Sql sql, List<Committed> changes) {
    this.changes = changes;
    // Of a change that comes without its pieces the header is looked for all the same.
    Set<String> revisions = new HashSet<>(Set.of(""));
    Set<UUID> ids = new HashSet<>();
    for (Committed c : changes) {
      ids.add(c.change().id().value());
      c.change().revisions().forEach(r -> revisions.add(r.id().hex()));
    }
    sql.listAny(
        HELD,
        row -> {
          UUID id = row.getObject(2, UUID.class);
          String digest = row.getString(4);
          if (row.getString(1).isEmpty()) {
            return headers.put(id, digest);
          }
          held.put(
              new RevisionId(row.getString(1)),
              new Claim(
                  new ChangeId(id),
                  new StationId(row.getObject(3, UUID.class)),
                  new Fingerprint(row.getString(5)),
                  digest));
          return digest;
        },
        revisions.toArray(new String[0]),
        ids.toArray(new UUID[0]));
    changes.forEach(c -> claims.add(claim(c.change().header())));
  }

  /**
   * A change by its header. Where another header has its id, it stands under one of its own, which
   * its bytes tell: neither is taken for the other.
   */
  private Claim claim(ChangeHeader header) {
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

  /** The changes as they stand in the view, each at the place at which it came. */
  List<Claim> all() {
    return claims;
  }

  /** Whether the view has a revision, whosever it takes it for. */
  boolean isHeld(Incoming in) {
    return held.containsKey(in.revision().id());
  }

  /** Returns each revision that the view does not have, or has as of another one's change. */
  Collection<Incoming> coming() {
    Map<RevisionId, Incoming> coming = new LinkedHashMap<>();
    Map<RevisionId, Claim> of = new HashMap<>(held);
    for (int i = 0; i < changes.size(); i++) {
      Committed c = changes.get(i);
      Claim claim = claims.get(i);
      List<Piece> pieces = c.change().pieces();
      for (int p = 0; p < pieces.size(); p++) {
        if (pieces.get(p) instanceof Piece.Whole(Revision r)) {
          @Nullable Claim known = of.get(r.id());
          if (known == null || claim.isBefore(known, r)) {
            of.put(r.id(), claim);
            coming.put(r.id(), incoming(c, claim, r, p));
          }
        }
      }
    }
    return coming.values();
  }

  private static Incoming incoming(Committed c, Claim claim, Revision r, int piece) {
    return new Incoming(
        r,
        claim.change(),
        claim.station(),
        claim.author(),
        c.sequence(),
        c.change().header().time().instant().toEpochMilli(),
        c.pieces().get(piece));
  }
}
