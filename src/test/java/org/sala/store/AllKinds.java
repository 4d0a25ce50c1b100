package org.sala.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.sala.domain.AttachedFile;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.Compartment;
import org.sala.domain.Field;
import org.sala.domain.Fingerprint;
import org.sala.domain.Hlc;
import org.sala.domain.IdSource;
import org.sala.domain.IncarnationId;
import org.sala.domain.Join;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.Piece;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.domain.wire.Bounds;
import org.sala.domain.wire.ChangeWire;
import org.sala.domain.wire.RevisionWire;
import org.sala.journal.Sample;

/**
 * Random changes of three stations over every kind of the table, with every field that it declares;
 * text in several scripts, and what a hostile package might hold. No two moments are the same.
 */
final class AllKinds {
  static final List<StationId> STATIONS =
      List.of(
          StationId.of("6d1f0a52-9b1e-4c8e-8f6e-2d3b9f0a1c11"),
          StationId.of("7d1f0a52-9b1e-4c8e-8f6e-2d3b9f0a1c22"),
          StationId.of("8d1f0a52-9b1e-4c8e-8f6e-2d3b9f0a1c33"));
  private static final IncarnationId INCARNATION =
      IncarnationId.of("0b8c6c0e-65a6-4b43-9f3b-0d3f5a1e2c22");

  static final List<String> WORDS =
      List.of(
          "Example One",
          "example two",
          "Éxample Ünd",
          "นายตัวอย่าง",
          "例子",
          "\ud840\udc0bxample",
          "exa\0mple",
          "E-0001",
          "E-0002",
          "e 3");
  private static final List<String> CODES =
      List.of("open", "closed", "begun", "done", "sent", "yes", "no", "presumed", "established");
  private static final Map<String, List<String>> OWN =
      Map.of(
          "direction", List.of("in", "out"),
          "word", List.of("SAME", "DIFFERENT"),
          "sensitivity", List.of("normal", "normal", "normal", "restricted"),
          "answered", List.of("RECEIVED", "PARTLY"),
          "how", List.of("apart", "bond"));
  private static final List<String> PACKAGE =
      List.of("SEALED", "CARRIED", "RECEIVED", "PARTLY", "IMPORTED", "SET_ASIDE", "WAITING");

  private static final List<Kind> OFTEN =
      List.of(Kinds.PERSON, Kinds.CASE, Kinds.INVOLVEMENT, Kinds.FILLED, Kinds.STAY, Kinds.PARCEL);

  private final long seed;
  private final Random random;
  private final Sample sample;
  private final IdSource ids;
  private final Map<String, List<Known>> byKind = new HashMap<>();
  private final List<String> changes = new ArrayList<>();
  private final List<String> revisions = new ArrayList<>();
  private final long[] numbers = new long[STATIONS.size()];
  private long millis = Instant.parse("2026-11-24T00:00:00Z").toEpochMilli();

  private record Known(RecordId id, ScopeId scope, Map<Compartment, RevisionId> last) {}

  AllKinds(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
    this.sample = new Sample(seed);
    this.ids =
        new IdSource(
            Clock.fixed(Instant.ofEpochMilli(millis), ZoneId.of("Asia/Bangkok")), new Random(seed));
  }

  List<Change> changes(int count) {
    List<Change> all = new ArrayList<>();
    while (all.size() < count) {
      all.add(change());
    }
    return all;
  }

  private Change change() {
    List<Revision> made = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      Kind kind = random.nextInt(3) == 0 ? any(random, OFTEN) : any(random, Kinds.all());
      List<Known> known = byKind.computeIfAbsent(kind.key(), k -> new ArrayList<>());
      Known record = known.isEmpty() || random.nextInt(3) > 0 ? fresh(known) : any(random, known);
      Compartment c = random.nextInt(4) == 0 ? Compartment.PROTECTION : Compartment.INVESTIGATION;
      // Sometimes beside what was there, so that versions stand against each other.
      RevisionId before = random.nextInt(6) == 0 ? null : record.last().get(c);
      Revision r =
          RevisionWire.write(
              record.id(),
              kind.key(),
              before == null ? List.of() : List.of(before),
              record.scope(),
              c,
              fields(kind, c),
              Optional.empty(),
              ids.nonce(new Fingerprint(sample.key.verifying().fingerprint())));
      record.last().put(c, r.id());
      made.add(r);
    }
    int station = random.nextInt(STATIONS.size());
    ChangeHeader header =
        ChangeWire.writeHeader(
            ids.change(),
            new Fingerprint(sample.key.verifying().fingerprint()),
            STATIONS.get(station),
            INCARNATION,
            ++numbers[station],
            moment(random),
            new Hlc(millis, 0),
            made.stream().map(Revision::id).toList());
    changes.add(header.id().toString());
    made.forEach(r -> revisions.add(r.id().hex()));
    return new Change(
        header,
        sample.key.sign(header.bytes()),
        made.stream().map(r -> (Piece) new Piece.Whole(r)).toList());
  }

  private Known fresh(List<Known> known) {
    Known record = new Known(ids.record(), ids.scope(), new HashMap<>());
    known.add(record);
    return record;
  }

  private Moment moment(Random own) {
    millis += 1 + own.nextInt(100_000);
    return new Moment(Instant.ofEpochMilli(millis), ZoneId.of("Asia/Bangkok"));
  }

  /** Of the seed, the name and how much was written before, so that a new field moves no other. */
  private Random chances(Kind kind, Field f) {
    return new Random(31 * seed + (kind.key() + "." + f.key() + " " + revisions.size()).hashCode());
  }

  private Map<String, Value> fields(Kind kind, Compartment compartment) {
    Map<String, Value> fields = new LinkedHashMap<>();
    for (Field f : kind.fields()) {
      Random own = chances(kind, f);
      boolean leads = f.type() == org.sala.domain.FieldType.REFERENCE;
      if (f.compartment() == compartment && (leads || own.nextInt(3) > 0)) {
        String key = f.join() == Join.SET ? f.element("e" + own.nextInt(3)) : f.key();
        fields.put(key, own.nextInt(12) == 0 ? Value.Nothing.HERE : value(kind, f, own));
      }
    }
    if (kind.equals(Kinds.CASE) && compartment == Compartment.INVESTIGATION) {
      // By another program: no column holds it, and the change is counted.
      fields.put("x".repeat(Bounds.LONGEST_NAME + 1), Value.text("x"));
    }
    return fields;
  }

  private Value value(Kind kind, Field f, Random own) {
    if (kind.key().equals("parcel")) {
      switch (f.key()) {
        case "state" -> {
          return Value.text(any(own, PACKAGE));
        }
        case "changes",
            "brought",
            "heldChanges",
            "refusedChanges",
            "waitingChanges",
            "joinedChanges" -> {
          return Value.text(changes.isEmpty() ? "" : any(own, changes) + " " + any(own, changes));
        }
        case "withheld" -> {
          return Value.text(revisions.isEmpty() ? any(own, WORDS) : any(own, revisions));
        }
        case "peer" -> {
          return Value.text(any(own, STATIONS) + " x");
        }
        default -> {}
      }
    }
    if (OWN.containsKey(f.key())) {
      return Value.text(any(own, OWN.get(f.key())));
    }
    return switch (f.type()) {
      case TEXT -> Value.text(any(own, WORDS));
      case CODE ->
          Value.text(
              any(own, f.key().contains("umber") || f.key().contains("band") ? WORDS : CODES));
      case NUMBER -> Value.whole(own.nextInt(1000));
      case FLAG -> Value.flag(own.nextBoolean());
      case DATE ->
          Value.parts(
              Map.of(
                  "precision",
                  "day",
                  "earliest",
                  "1999-02-03",
                  "latest",
                  "1999-02-03",
                  "typed",
                  "3.2.1999"));
      case MOMENT -> moment(own).toValue();
      case REFERENCE -> target(f.key(), own);
      case FILE -> new AttachedFile("ab".repeat(32), 12, "one.txt", "text/plain").toValue();
      default ->
          Value.parts(
              Map.of(
                  "text",
                  any(own, WORDS),
                  "roman",
                  any(own, WORDS),
                  "number",
                  "AB" + own.nextInt(40),
                  "kind",
                  "passport"));
    };
  }

  private Value target(String name, Random own) {
    String kind =
        switch (name) {
          case "case", "exhibit", "finding" -> name;
          case "look" -> "secondlook";
          default -> "person";
        };
    List<Known> known = byKind.getOrDefault(kind, List.of());
    return known.isEmpty() ? Value.Nothing.HERE : Value.ref(any(own, known).id());
  }

  private static <T> T any(Random own, List<T> from) {
    return from.get(own.nextInt(from.size()));
  }
}
