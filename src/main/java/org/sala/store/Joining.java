package org.sala.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sala.domain.RecordId;

/** Who joins which case in a slice; a person who has a part there already is not counted twice. */
final class Joining {
  private final Map<RecordId, Set<UUID>> people = new LinkedHashMap<>();
  private final Set<UUID> parts = new HashSet<>();

  void add(Slice.Touched part, UUID caseId) {
    UUID person = part.after.get("person");
    if (person != null) {
      people.computeIfAbsent(new RecordId(caseId), any -> new LinkedHashSet<>()).add(person);
      parts.add(part.id.value());
    }
  }

  /** How many people each case gains; only after the slice's references are written. */
  Map<RecordId, Long> newcomers(Sql sql) {
    Map<RecordId, Set<UUID>> fresh = new HashMap<>();
    Set<UUID> all = new HashSet<>();
    people.forEach(
        (id, some) -> {
          fresh.put(id, new HashSet<>(some));
          all.addAll(some);
        });
    sql.listAny(
        "select p.record, p.target, c.target from "
            + Dialect.GIVEN
            + " join reference p on p.target = given.id and p.name = 'person' join reference c on"
            + " c.record = p.record and c.name = 'case' join record r on r.id = p.record and r.kind"
            + " = 'involvement'",
        r -> {
          Set<UUID> ofCase = fresh.get(new RecordId(r.getObject(3, UUID.class)));
          return ofCase != null
              && !parts.contains(r.getObject(1, UUID.class))
              && ofCase.remove(r.getObject(2, UUID.class));
        },
        (Object) all.toArray(UUID[]::new));
    Map<RecordId, Long> gained = new HashMap<>();
    fresh.forEach((id, some) -> gained.put(id, (long) some.size()));
    return gained;
  }
}
