package org.sala.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;
import org.sala.domain.wire.Bounds;
import org.sala.merge.FieldState;
import org.sala.merge.Home;
import org.sala.merge.Lineage;
import org.sala.merge.Version;

/**
 * The records that a slice of changes touches: as the view had them, read at once, and as they
 * become, gathered until they are written at once. Lives for one transaction.
 */
final class Slice {
  /** Stands where a field's name does: the protected part, of whose fields the view names none. */
  static final String PROTECTED_PART = "";

  private final Sql sql;
  private final Map<RecordId, Touched> touched = new LinkedHashMap<>();
  private final Map<RecordId, Map<String, FieldState>> read = new HashMap<>();

  Slice(Sql sql) {
    this.sql = sql;
  }

  /** One record while its new revisions are taken in. */
  static final class Touched {
    final RecordId id;
    final boolean fresh;
    Home home;
    long created;
    long changed;
    long millis;
    final Map<Compartment, Set<RevisionId>> heads = new TreeMap<>();
    final Set<Compartment> moved = new HashSet<>();
    final List<Incoming> incoming = new ArrayList<>();

    /** Compartments that are worked out from the whole lineage once all has come. */
    final Set<Compartment> unjoined = new TreeSet<>();

    /** What the view had of the lineage, where it was needed. */
    final Map<Compartment, List<Known>> stored = new TreeMap<>();

    /** Whether something came that names another home. */
    boolean strange;

    final Map<String, FieldState> set = new LinkedHashMap<>();
    final Map<String, UUID> before = new HashMap<>();
    final Map<String, UUID> after = new HashMap<>();
    boolean cleared;

    /**
     * Whether the record's maker says that it is something else, or elsewhere, than was thought.
     */
    boolean rehomed;

    /**
     * Whether the record was closed for good: what is written on top of that shows in the lineage
     * alone.
     */
    boolean closed;

    /** What differed before: names of fields, or {@link #PROTECTED_PART}. */
    final Set<String> disputed = new HashSet<>();

    /** Whether versions of the protected part differ. */
    boolean apart;

    Touched(RecordId id, Home home, boolean fresh, long created) {
      this.id = id;
      this.home = home;
      this.fresh = fresh;
      this.created = created;
    }

    String kind() {
      return home.kind();
    }

    UUID scope() {
      return home.scope().value();
    }

    Set<RevisionId> heads(Compartment compartment) {
      return heads.computeIfAbsent(compartment, c -> new LinkedHashSet<>());
    }

    /**
     * Takes a field as it now stands; of what no table holds there is no row, and a value too long
     * for one is none.
     */
    void set(FieldState field) {
      if (!Bounds.isName(field.key())) {
        return;
      }
      boolean fits = field.versions().stream().allMatch(v -> Bounds.isValue(v.value()));
      set.put(field.key(), fits ? field : shortened(field));
    }

    private static FieldState shortened(FieldState field) {
      return new FieldState(
          field.key(),
          field.versions().stream()
              .map(
                  v ->
                      Bounds.isValue(v.value()) ? v : new Version(v.revision(), Value.Nothing.HERE))
              .toList());
    }

    /** Whether a reference led elsewhere before: rows that counted it are then worked out anew. */
    boolean letGo() {
      return before.entrySet().stream().anyMatch(e -> !e.getValue().equals(after.get(e.getKey())));
    }
  }

  /** What the view knows of records is read before any of their revisions is taken in. */
  void begin(Map<RecordId, Incoming> first) {
    Object[] ids = uuids(first.keySet());
    sql.listAny(
        "select id, kind, scope, created_seq, changed_seq, changed_millis from record where id ="
            + " any(?)",
        r -> {
          RecordId id = new RecordId(r.getObject(1, UUID.class));
          Touched t =
              new Touched(
                  id,
                  new Home(r.getString(2), new ScopeId(r.getObject(3, UUID.class))),
                  false,
                  r.getLong(4));
          t.changed = r.getLong(5);
          t.millis = r.getLong(6);
          touched.put(id, t);
          return t;
        },
        (Object) ids);
    if (!touched.isEmpty()) {
      known(uuids(touched.keySet()));
    }
    first.forEach(
        (id, in) ->
            touched.computeIfAbsent(
                id, any -> new Touched(id, Home.of(in.revision()), true, in.sequence())));
  }

  private void known(Object[] ids) {
    sql.listAny(
        "select record, protection, revision from head where record = any(?)",
        r ->
            touched(new RecordId(r.getObject(1, UUID.class)))
                .heads(r.getBoolean(2) ? Compartment.PROTECTION : Compartment.INVESTIGATION)
                .add(new RevisionId(r.getString(3))),
        (Object) ids);
    sql.listAny(
        "select record, name from dispute where record = any(?)",
        r -> {
          Touched t = touched(new RecordId(r.getObject(1, UUID.class)));
          t.apart |= r.getString(2).equals(PROTECTED_PART);
          return t.disputed.add(r.getString(2));
        },
        (Object) ids);
    sql.listAny(
        "select record, name, target from reference where record = any(?)",
        r ->
            touched(new RecordId(r.getObject(1, UUID.class)))
                .before
                .put(r.getString(2), r.getObject(3, UUID.class)),
        (Object) ids);
    closed();
    touched.values().forEach(t -> t.after.putAll(t.before));
  }

  private void closed() {
    List<RecordId> some =
        touched.values().stream()
            .filter(t -> Lineage.isClosedForGood(t.kind()))
            .map(t -> t.id)
            .toList();
    if (!some.isEmpty()) {
      sql.listAny(
          "select record from field where record = any(?) and name = '" + Lineage.CLOSING + "'",
          r -> touched(new RecordId(r.getObject(1, UUID.class))).closed = true,
          (Object) uuids(some));
    }
  }

  Touched touched(RecordId id) {
    Touched t = touched.get(id);
    if (t == null) {
      throw new IllegalStateException("a record that was not begun");
    }
    return t;
  }

  @Nullable Touched find(RecordId id) {
    return touched.get(id);
  }

  Collection<Touched> all() {
    return touched.values();
  }

  /** The fields of a record that are not empty, as this slice leaves them. */
  Map<String, FieldState> fields(RecordId id) {
    if (!read.containsKey(id)) {
      read(Set.of(id));
    }
    return read.getOrDefault(id, Map.of());
  }

  /** Reads the fields of several records at once; only after the slice's own rows are written. */
  void read(Collection<RecordId> ids) {
    Set<RecordId> missing = new LinkedHashSet<>(ids);
    missing.removeAll(read.keySet());
    Set<RecordId> there = new LinkedHashSet<>();
    for (RecordId id : missing) {
      Touched t = touched.get(id);
      if (t != null && (t.fresh || t.cleared)) {
        Map<String, FieldState> fields = new LinkedHashMap<>();
        new TreeMap<>(t.set)
            .forEach(
                (k, f) -> {
                  if (f.disputed() || !(f.value() instanceof Value.Nothing)) {
                    fields.put(k, f);
                  }
                });
        read.put(id, fields);
      } else {
        there.add(id);
      }
    }
    if (!there.isEmpty()) {
      Map<RecordId, Map<String, FieldState>> found = new Records(sql).fields(uuids(there));
      there.forEach(id -> read.put(id, found.getOrDefault(id, Map.of())));
    }
  }

  /**
   * Returns those of the records of which versions of the protected part differ, as this slice
   * leaves it.
   */
  Set<RecordId> apart(Collection<RecordId> ids) {
    Set<RecordId> apart = new HashSet<>();
    List<RecordId> elsewhere = new ArrayList<>();
    for (RecordId id : ids) {
      Touched t = touched.get(id);
      if (t == null) {
        elsewhere.add(id);
      } else if (t.apart) {
        apart.add(id);
      }
    }
    if (!elsewhere.isEmpty()) {
      sql.listAny(
          "select record from dispute where record = any(?) and name = '" + PROTECTED_PART + "'",
          r -> apart.add(new RecordId(r.getObject(1, UUID.class))),
          (Object) uuids(elsewhere));
    }
    return apart;
  }

  static Object[] uuids(Collection<RecordId> ids) {
    UUID[] values = new UUID[ids.size()];
    int i = 0;
    for (RecordId id : ids) {
      values[i++] = id.value();
    }
    return values;
  }
}
