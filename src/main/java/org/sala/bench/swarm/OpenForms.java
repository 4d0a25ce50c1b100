package org.sala.bench.swarm;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sala.casework.station.Act;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Seen;
import org.sala.casework.station.Station;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.Join;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;
import org.sala.journal.Committed;
import org.sala.merge.FieldState;
import org.sala.merge.Version;

/**
 * Forms that stand open while packages come, and are saved later. What came meanwhile is not
 * written over: looked at as soon as one is saved, by the journal alone.
 */
final class OpenForms {
  private static final Set<String> WORDS = Set.of("text", "translation");

  private final World world;
  private final Map<Laptop, Form> open = new HashMap<>();

  /**
   * @param desk what was unlocked when it was opened: a form does not outlive that
   */
  private record Form(Station desk, World.Known record, Map<String, Set<RevisionId>> seen) {}

  OpenForms(World world) {
    this.world = world;
  }

  void open(Laptop at, World.Known record) {
    Map<String, FieldState> fields =
        new LinkedHashMap<>(at.station().view().records().fields(record.id()));
    fields.putAll(new ProtectedPart(at.station()).fields(record.id()));
    Map<String, Set<RevisionId>> seen = new HashMap<>();
    fields.forEach(
        (key, state) ->
            seen.put(
                key, state.versions().stream().map(Version::revision).collect(Collectors.toSet())));
    open.put(at, new Form(at.station(), record, seen));
  }

  /**
   * Saves the form that stands open at a laptop, if there is one.
   *
   * @param typed what stands in the fields that were touched, by the kind of the record
   */
  void save(Laptop at, Function<Kind, Map<String, Value>> typed) {
    Form form = open.remove(at);
    if (form == null || !form.desk().equals(at.station())) {
      return;
    }
    RecordId id = form.record().id();
    Map<String, Value> fields = typed.apply(form.record().kind());
    world.writes(id, fields);
    Map<String, Map<RevisionId, Value>> before = standing(at, id);
    Act act =
        world.broken() == Broken.WRITTEN_OVER
            ? new Act().edit(id, form.record().kind(), fields)
            : new Act().edit(id, form.record().kind(), fields, new Seen(form.seen()));
    at.ledger().write(act);
    world.tally().did(Deed.FORM_SAVED);
    compare(at, form, fields.keySet(), before, standing(at, id));
  }

  private void compare(
      Laptop at,
      Form form,
      Set<String> written,
      Map<String, Map<RevisionId, Value>> before,
      Map<String, Map<RevisionId, Value>> after) {
    Set<RevisionId> own = own(at);
    for (String key : written) {
      Set<RevisionId> shown = form.seen().getOrDefault(key, Set.of());
      Map<RevisionId, Value> stood = before.getOrDefault(key, Map.of());
      if (shown.isEmpty() && stood.values().stream().allMatch(Value.Nothing.HERE::equals)) {
        // It was empty, and is: nothing came that anybody could have seen.
        continue;
      }
      for (RevisionId one : stood.keySet()) {
        boolean seen = own.contains(one) || shown.contains(one);
        boolean stands = after.getOrDefault(key, Map.of()).containsKey(one);
        if (!seen) {
          world.tally().did(Deed.CAME_UNSEEN);
        }
        if (!seen && !stands) {
          world.isWrong(at + ": a form wrote over what nobody had seen");
        }
        // Which of several words of a statement stand is said by a decision, not by writing on;
        // and what is written once stays.
        boolean leftOpen =
            isOnce(form.record().kind(), key)
                || form.record().kind().equals(Kinds.STATEMENT)
                    && WORDS.contains(key)
                    && Truth.disputed(stood)
                    && !own.contains(one);
        if (seen && stands && !leftOpen) {
          world.isWrong(at + ": what was corrected in a form stands beside the correction");
        }
      }
    }
  }

  private static boolean isOnce(Kind kind, String key) {
    return kind.field(key).filter(f -> f.join() == Join.CLOSED).isPresent();
  }

  private static Map<String, Map<RevisionId, Value>> standing(Laptop at, RecordId id) {
    Truth truth = new Truth(at.journal().revisions());
    Map<String, Map<RevisionId, Value>> all = new HashMap<>();
    for (Compartment c : Compartment.values()) {
      all.putAll(truth.fields(id, c));
    }
    return all;
  }

  /** What this officer has written. */
  private static Set<RevisionId> own(Laptop at) {
    Fingerprint me = at.station().me();
    return at.journal().committed().stream()
        .map(Committed::change)
        .filter(c -> c.header().author().equals(me))
        .flatMap(c -> c.revisions().stream())
        .map(Revision::id)
        .collect(Collectors.toSet());
  }
}
