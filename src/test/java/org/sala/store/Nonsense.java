package org.sala.store;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.Compartment;
import org.sala.domain.Field;
import org.sala.domain.FieldType;
import org.sala.domain.Fingerprint;
import org.sala.domain.Join;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.Piece;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;
import org.sala.domain.wire.ChangeWire;
import org.sala.domain.wire.Json;
import org.sala.domain.wire.RevisionWire;
import org.sala.journal.Sample;

/**
 * Changes as somebody with a key and a program of his own would write them: every kind, in its
 * fields what no program of ours writes, and headers beyond all bounds.
 */
final class Nonsense {
  private static final List<String> TIMES =
      List.of(
          "+999999999-01-01T00:00:00Z",
          "-999999999-12-31T23:59:59.999999999+18:00",
          "+10000-01-01T00:00:00Z[Asia/Bangkok]",
          "-0001-06-01T00:00:00Z",
          "2026-11-24T03:12:11.123+07:00[Asia/Bangkok]");
  private static final List<Long> NUMBERS =
      List.of(Long.MAX_VALUE, Long.MIN_VALUE, -1L, 0L, 1L << 53, 7L);

  private final Random random;
  private final Sample sample;
  private final Map<String, List<RecordId>> known = new TreeMap<>();

  Nonsense(long seed) {
    this.random = new Random(seed);
    this.sample = new Sample(seed);
  }

  /** A change for every kind of the table, each with a hostile value in every field in turn. */
  List<Change> ofEveryField() {
    List<Change> all = new ArrayList<>();
    for (Kind kind : Kinds.all()) {
      for (Field field : kind.fields()) {
        all.add(change(List.of(revision(kind, field))));
      }
    }
    return all;
  }

  /** A change that is like any other but for what it says. */
  Change saying(String kind, Map<String, Value> fields) {
    return change(
        List.of(
            read(
                kind,
                sample.ids.record(),
                List.of(),
                Compartment.INVESTIGATION,
                new LinkedHashMap<>(fields))));
  }

  private Revision revision(Kind kind, Field field) {
    Map<String, Value> fields = new LinkedHashMap<>();
    for (Field f : kind.fields()) {
      if (f.type() == FieldType.REFERENCE) {
        fields.put(f.key(), target(f.key()));
      }
    }
    fields.put(key(field), value());
    List<RecordId> there = known.computeIfAbsent(kind.key(), k -> new ArrayList<>());
    RecordId record = there.isEmpty() || random.nextInt(3) == 0 ? sample.ids.record() : any(there);
    there.add(record);
    return read(
        kind.key(),
        record,
        random.nextInt(4) == 0 ? List.of(RevisionId.of(new byte[32])) : List.of(),
        field.compartment(),
        fields);
  }

  private String key(Field field) {
    String own = field.join() == Join.SET ? field.element("e") : field.key();
    return switch (random.nextInt(12)) {
      case 0 -> own + "/" + "x".repeat(random.nextInt(900));
      case 1 -> "";
      case 2 -> "a\0";
      // Half a character in a name is no JSON that is read.
      default -> own;
    };
  }

  private Value target(String name) {
    List<RecordId> some =
        known.getOrDefault(
            switch (name) {
              case "case", "exhibit", "finding" -> name;
              default -> "person";
            },
            List.of());
    return Value.ref(some.isEmpty() ? sample.ids.record() : any(some));
  }

  private Value value() {
    return switch (random.nextInt(13)) {
      case 0, 1 -> Value.text(any(TIMES));
      case 2 -> Value.text("x".repeat(70_000));
      case 3 -> Value.text("a\0b \ud800 \udc00");
      case 4 -> Value.whole(any(NUMBERS));
      case 5 -> new Value.Decimal(new BigDecimal("1.5E+39"));
      case 6 -> Value.flag(true);
      case 7 -> Value.texts(List.of("", "x".repeat(5000)));
      case 8 ->
          new Value.Parts(
              Map.of(
                  "precision", Value.text("day"),
                  "earliest", Value.text("+999999999-01-01"),
                  "latest", Value.text("+999999999-12-31"),
                  "typed", Value.text("x".repeat(5000))));
      case 9 ->
          new Value.Parts(
              Map.of(
                  "digest", Value.text("ab".repeat(32)),
                  "size", Value.whole(any(NUMBERS)),
                  "name", Value.text("n".repeat(3000)),
                  "type", Value.text("t".repeat(3000))));
      case 10 ->
          new Value.Parts(
              Map.of(
                  "text", Value.text("\0".repeat(500)),
                  "roman", Value.text("\ud840\udc0b".repeat(400)),
                  "number", Value.whole(3)));
      case 11 -> Value.text(sample.ids.record() + " " + sample.ids.record());
      default -> random.nextInt(8) == 0 ? Value.text("y".repeat(1_100_000)) : Value.Nothing.HERE;
    };
  }

  private Revision read(
      String kind,
      RecordId record,
      List<RevisionId> parents,
      Compartment compartment,
      Map<String, Value> fields) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("record", Value.text(record.toString()));
    parts.put("kind", Value.text(kind));
    parts.put("parents", Value.texts(parents.stream().map(RevisionId::hex).toList()));
    parts.put("scope", Value.text(sample.ids.scope().toString()));
    parts.put("compartment", Value.text(compartment.code()));
    parts.put("fields", new Value.Parts(fields));
    parts.put(
        "nonce",
        Value.text(
            Base64.getEncoder()
                .encodeToString(
                    sample.ids.nonce(new Fingerprint(sample.key.verifying().fingerprint())))));
    return RevisionWire.read(escaped(new Value.Parts(parts)));
  }

  /** JSON in which half characters stand as escapes, as another writer puts them. */
  private static byte[] escaped(Value.Parts parts) {
    String half = "half of one";
    String text =
        new String(Json.write(marked(parts, half)), StandardCharsets.UTF_8)
            .replace(half, "\\ud800");
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Value marked(Value value, String half) {
    return switch (value) {
      case Value.Text t -> Value.text(marked(t.text(), half));
      case Value.Parts p -> {
        Map<String, Value> parts = new LinkedHashMap<>();
        p.parts().forEach((k, v) -> parts.put(marked(k, half), marked(v, half)));
        yield new Value.Parts(parts);
      }
      default -> value;
    };
  }

  private static String marked(String text, String half) {
    StringBuilder marked = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                marked.append(half);
              } else {
                marked.appendCodePoint(c);
              }
            });
    return marked.toString();
  }

  Change change(List<Revision> revisions) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("change", Value.text(sample.ids.change().toString()));
    parts.put("author", Value.text("ab".repeat(32)));
    parts.put("station", Value.text(AllKinds.STATIONS.getFirst().toString()));
    parts.put("incarnation", Value.text("0b8c6c0e-65a6-4b43-9f3b-0d3f5a1e2c22"));
    parts.put("number", Value.whole(Math.max(1, any(NUMBERS))));
    parts.put("time", Value.text(any(TIMES)));
    parts.put(
        "logical", Value.text(any(NUMBERS) + "." + (random.nextBoolean() ? "0" : "-2147483648")));
    parts.put("revisions", Value.texts(revisions.stream().map(r -> r.id().hex()).toList()));
    ChangeHeader header = ChangeWire.readHeader(Json.write(new Value.Parts(parts)));
    return new Change(
        header,
        sample.key.sign(header.bytes()),
        revisions.stream().map(r -> (Piece) new Piece.Whole(r)).toList());
  }

  private <T> T any(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
