package org.sala.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sala.domain.ChangeId;

/** Which changes left in which packages, and what became of them. */
public final class SentRows {
  static final String HELD = "HELD";
  static final String REFUSED = "REFUSED";

  /** Headquarters sent it, so headquarters has it. */
  static final String GIVEN_BACK = "RECEIVED";

  private final Reading sql;

  SentRows(Reading sql) {
    this.sql = sql;
  }

  /** A package that went to somebody: its number, and the digest that the next one names. */
  public record Last(long sequence, String digest) {}

  /** The states that changes are in, one for each package that each of them left in. */
  public Map<ChangeId, List<String>> states(Collection<ChangeId> changes) {
    Map<ChangeId, List<String>> states = new HashMap<>();
    sql.list(
        "select s.change, case when s.outcome = '' then p.state else s.outcome end from sent s"
            + " join parcel_row p on p.id = s.parcel where s.change = any(?)",
        r ->
            states
                .computeIfAbsent(new ChangeId(r.getObject(1, UUID.class)), any -> new ArrayList<>())
                .add(r.getString(2)),
        (Object) changes.stream().map(ChangeId::value).toArray(UUID[]::new));
    return states;
  }

  /** All changes in packages that are in one of these states, or came back in one. */
  public Set<ChangeId> in(Collection<String> packageStates) {
    return new HashSet<>(
        sql.list(
            "select s.change from parcel_row p join sent s on s.parcel = p.id where case when"
                + " p.outgoing then p.state else s.outcome end = any(?)",
            r -> new ChangeId(r.getObject(1, UUID.class)),
            (Object) packageStates.toArray(new String[0])));
  }

  /** The last package to somebody. */
  public Optional<Last> last(String peer) {
    return sql.first(
        "select sequence, digest from parcel_row where outgoing = true and peer = ? order by"
            + " sequence desc limit 1",
        r -> new Last(r.getLong(1), r.getString(2)),
        peer);
  }
}
