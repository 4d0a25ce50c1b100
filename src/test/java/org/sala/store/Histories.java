package org.sala.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.Hlc;
import org.sala.domain.IncarnationId;
import org.sala.domain.Moment;
import org.sala.domain.Piece;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.domain.wire.ChangeWire;
import org.sala.domain.wire.RevisionWire;
import org.sala.journal.FileOpener;
import org.sala.journal.Sample;
import org.sala.journal.SegmentJournal;

/**
 * Random histories of cases, people and what is about them: edits on heads and beside them, fields
 * emptied, people moved between cases, parts that arrive before the whole they belong to.
 */
final class Histories {
  private static final StationId STATION = StationId.of("6d1f0a52-9b1e-4c8e-8f6e-2d3b9f0a1c11");
  private static final IncarnationId INCARNATION =
      IncarnationId.of("0b8c6c0e-65a6-4b43-9f3b-0d3f5a1e2c22");
  private static final List<String> KINDS =
      List.of(
          "case",
          "person",
          "person",
          "involvement",
          "involvement",
          "triage",
          "screening",
          "finding",
          "confirmation",
          "inside");

  private final Random random;
  private final Sample sample;
  private final List<Known> known = new ArrayList<>();
  private final Map<String, List<RecordId>> byKind = new HashMap<>();
  private long number;

  Histories(long seed) {
    this.random = new Random(seed);
    this.sample = new Sample(seed);
  }

  /** A record with all revisions so far, by compartment. */
  private record Known(
      RecordId id, String kind, ScopeId scope, Map<Compartment, List<Revision>> revisions) {}

  /** A journal whose keyring has no key for the frames of pieces that were kept back. */
  SegmentJournal journal(Path folder) {
    Sample.Keyring keyring = new Sample.Keyring();
    keyring.deny(new ScopeId(new UUID(0, 0)));
    if (sample.open(folder, keyring, FileOpener.disk(), r -> {})
        instanceof SegmentJournal.Opening.Opened opened) {
      return opened.journal();
    }
    throw new AssertionError("does not open");
  }

  List<Change> changes(int count) {
    List<Change> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(change());
    }
    return all;
  }

  private Change change() {
    List<Revision> made = new ArrayList<>();
    int parts = 1 + random.nextInt(4);
    for (int i = 0; i < parts; i++) {
      Known record = known.isEmpty() || random.nextInt(3) == 0 ? fresh() : any(known);
      Compartment c = random.nextInt(5) == 0 ? Compartment.PROTECTION : Compartment.INVESTIGATION;
      List<Revision> before = record.revisions().computeIfAbsent(c, x -> new ArrayList<>());
      Revision r =
          RevisionWire.write(
              record.id(),
              record.kind(),
              parents(before),
              record.scope(),
              c,
              fields(record),
              Optional.empty(),
              sample.ids.nonce(new Fingerprint(sample.key.verifying().fingerprint())));
      before.add(r);
      made.add(r);
    }
    ChangeHeader header =
        ChangeWire.writeHeader(
            sample.ids.change(),
            new Fingerprint(sample.key.verifying().fingerprint()),
            STATION,
            INCARNATION,
            ++number,
            Moment.of(
                "2026-11-24T03:12:11.%03d+07:00[Asia/Bangkok]".formatted(random.nextInt(1000))),
            new Hlc(number, 0),
            made.stream().map(Revision::id).toList());
    return new Change(
        header,
        sample.key.sign(header.bytes()),
        made.stream()
            .map(
                r ->
                    random.nextInt(40) == 0
                        ? (Piece) new Piece.Withheld(r.id())
                        : new Piece.Whole(r))
            .toList());
  }

  private Known fresh() {
    String kind = any(KINDS);
    Known record = new Known(sample.ids.record(), kind, sample.ids.scope(), new HashMap<>());
    known.add(record);
    byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(record.id());
    return record;
  }

  /** Mostly all heads; sometimes an older revision, as of a station that did not know the rest. */
  private List<RevisionId> parents(List<Revision> before) {
    if (before.isEmpty()) {
      return List.of();
    }
    if (random.nextInt(4) == 0) {
      return List.of(any(before).id());
    }
    Set<RevisionId> heads = new HashSet<>(before.stream().map(Revision::id).toList());
    before.forEach(r -> r.parents().forEach(heads::remove));
    return heads.stream().sorted().toList();
  }

  private Map<String, Value> fields(Known record) {
    Map<String, Value> f = new LinkedHashMap<>();
    switch (record.kind()) {
      case "case" -> {
        put(f, "title", "Title " + random.nextInt(9));
        put(f, "number", "X-" + random.nextInt(50));
      }
      case "person", "inside" -> {
        put(f, "wristband", "X-" + random.nextInt(50));
        put(f, "sex", random.nextBoolean() ? "f" : "m");
        f.put(
            "name/" + (random.nextInt(2) == 0 ? sample.ids.record() : "one"),
            Value.parts(Map.of("text", "Name " + random.nextInt(9), "roman", "Roman")));
        if (record.kind().equals("inside")) {
          reference(f, "saidBy", "person");
        }
      }
      case "involvement" -> {
        reference(f, "case", "case");
        reference(f, "person", "person");
        put(f, "forced", any(List.of("said", "presumed", "established")));
      }
      case "triage" -> {
        reference(f, "person", "person");
        f.put("urgency/danger", random.nextBoolean() ? Value.flag(true) : Value.Nothing.HERE);
      }
      case "screening" -> {
        reference(f, "person", "person");
        put(f, "state", any(List.of("open", "closed")));
        f.put("answer/screening/a/q" + random.nextInt(3), Value.text("yes"));
      }
      case "finding" -> {
        reference(f, "person", "person");
        put(f, "finding", "no_indications");
        f.put("lower", Value.flag(true));
      }
      default -> {
        reference(f, "person", "person");
        reference(f, "finding", "finding");
        f.put("agrees", Value.flag(random.nextBoolean()));
      }
    }
    return f;
  }

  private void put(Map<String, Value> fields, String key, String text) {
    if (random.nextInt(3) > 0) {
      fields.put(key, random.nextInt(6) == 0 ? Value.Nothing.HERE : Value.text(text));
    }
  }

  private void reference(Map<String, Value> fields, String key, String kind) {
    List<RecordId> targets = byKind.getOrDefault(kind, List.of());
    if (random.nextInt(5) > 0) {
      fields.put(
          key,
          targets.isEmpty() || random.nextInt(8) == 0
              ? Value.Nothing.HERE
              : Value.ref(any(targets)));
    }
  }

  private <T> T any(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
