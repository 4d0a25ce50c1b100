package org.sala.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.merge.Version;

/** The versions of fields, put together as their rows come. */
final class Gathered {
  private final Map<RecordId, Map<String, List<Version>>> versions = new HashMap<>();

  boolean add(ResultSet r) throws SQLException {
    return versions
        .computeIfAbsent(new RecordId(r.getObject(1, UUID.class)), any -> new LinkedHashMap<>())
        .computeIfAbsent(r.getString(2), k -> new ArrayList<>())
        .add(new Version(new RevisionId(r.getString(3)), Records.content(r.getString(4))));
  }

  /** Returns the fields that are not empty. */
  Map<RecordId, Map<String, FieldState>> fields() {
    Map<RecordId, Map<String, FieldState>> all = all();
    all.values()
        .forEach(
            fields ->
                fields.values().removeIf(f -> !f.disputed() && f.value() instanceof Value.Nothing));
    return all;
  }

  Map<RecordId, Map<String, FieldState>> all() {
    Map<RecordId, Map<String, FieldState>> all = new HashMap<>();
    versions.forEach(
        (id, byName) -> {
          Map<String, FieldState> fields = new LinkedHashMap<>();
          byName.forEach((k, v) -> fields.put(k, new FieldState(k, v)));
          all.put(id, fields);
        });
    return all;
  }
}
