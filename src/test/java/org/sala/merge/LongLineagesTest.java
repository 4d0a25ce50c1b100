package org.sala.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.IdSource;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.domain.wire.RevisionWire;

/**
 * What a lineage says is what the definition says, revision by revision with all ancestors; and
 * long ones, of which nobody could keep all ancestors of each, come to an end.
 */
class LongLineagesTest {
  private static final int LONG = 30_000;
  private static final int MANY = 4_000;
  private static final ScopeId SCOPE = new ScopeId(new UUID(1, 2));
  private static final List<StationId> STATIONS =
      List.of(
          StationId.of("6d1f0a52-9b1e-4c8e-8f6e-2d3b9f0a1c11"),
          StationId.of("7d1f0a52-9b1e-4c8e-8f6e-2d3b9f0a1c22"),
          StationId.of("8d1f0a52-9b1e-4c8e-8f6e-2d3b9f0a1c33"));
  private static final Set<StationId> DECIDING = Set.of(STATIONS.getLast());
  private static final List<String> KINDS = List.of("person", "inside", "statement", "triage");
  private static final List<String> KEYS =
      List.of("title", "number", "text", "place", "urgency/a", "urgency/b", "toldAt/a", "toldAt/b");
  private static final List<String> DAYS = List.of("1950-01-01", "2020-01-01", "2020-02-02", "");
  private static final List<String> STATUS = List.of("inside", "out", "died", "hurt");

  /** A random record of one kind: branches, meetings, gaps, strangers, slips and decisions. */
  private static final class Record {
    private final Random random;
    private final RecordId id;
    private final String kind;
    final List<Written> all = new ArrayList<>();

    Record(long seed) {
      random = new Random(seed);
      Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
      id = new IdSource(clock, random, any(STATIONS)).record();
      kind = any(KINDS);
    }

    private <T> T any(List<T> some) {
      return some.get(random.nextInt(some.size()));
    }

    /** Some that build on any before, others on the last ones. */
    Record grown(int revisions, int reach) {
      for (int i = 0; i < revisions; i++) {
        Set<RevisionId> parents = new HashSet<>();
        int first = random.nextInt(3) == 0 ? 0 : Math.max(0, i - reach);
        for (int p = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(5) / 3; p > 0 && i > 0; p--) {
          parents.add(all.get(first + random.nextInt(i - first)).revision().id());
        }
        put(random.nextInt(25) == 0 ? any(KINDS) : kind, List.copyOf(parents), fields(), i);
      }
      // Of what nobody has handed on the children are there all the same.
      all.removeIf(w -> random.nextInt(20) == 0);
      Collections.shuffle(all, random);
      return this;
    }

    RevisionId put(String as, List<RevisionId> parents, Map<String, Value> fields, int minute) {
      Revision r =
          RevisionWire.write(
              id,
              as,
              parents,
              SCOPE,
              Compartment.INVESTIGATION,
              fields,
              Optional.empty(),
              nonce(16));
      int officer = random.nextInt(4);
      all.add(
          new Written(
              r,
              STATIONS.get(officer * STATIONS.size() / 4),
              Fingerprint.of(Arrays.copyOf(new byte[] {(byte) officer}, 32)),
              Instant.ofEpochSecond(60L * minute * random.nextInt(3))));
      return r.id();
    }

    byte[] nonce(int length) {
      byte[] nonce = new byte[length];
      random.nextBytes(nonce);
      return nonce;
    }

    RevisionId known() {
      return any(all).revision().id();
    }

    private Map<String, Value> fields() {
      Map<String, Value> fields = new TreeMap<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        fields.put(
            any(KEYS),
            random.nextInt(5) == 0 ? Value.Nothing.HERE : Value.text("v" + random.nextInt(3)));
      }
      if (random.nextInt(3) > 0) {
        fields.put("birth", birth(any(DAYS), random.nextInt(3) == 0));
        fields.put("status", Value.text(any(STATUS)));
      }
      if (random.nextInt(15) == 0) {
        fields.put("closed", Value.text("now"));
      }
      return fields;
    }

    Home home() {
      return new Home(kind, SCOPE);
    }

    Lineage lineage() {
      return Lineage.of(home(), all, DECIDING);
    }

    ByDefinition defined() {
      return new ByDefinition(home(), all, DECIDING);
    }
  }

  private static Value birth(String day, boolean slip) {
    if (day.isEmpty()) {
      return Value.Nothing.HERE;
    }
    Value.Parts parts =
        new Value.Parts(
            Map.of(
                "precision", Value.text("day"),
                "earliest", Value.text(day),
                "latest", Value.text(day),
                "typed", Value.text(day)));
    return slip ? Lineage.slip(parts) : parts;
  }

  @Test
  void whatStandsIsWhatTheDefinitionSays() {
    Map<String, Integer> met = new TreeMap<>();
    for (long seed = 0; seed < 3_000; seed++) {
      Record one = new Record(seed).grown(4 + (int) seed % 30, 1 + (int) seed % 5);
      Lineage lineage = one.lineage();
      ByDefinition defined = one.defined();
      Map<String, FieldState> fields = lineage.fields();
      assertThat(fields).as("seed " + seed).isEqualTo(defined.fields());
      assertThat(lineage.heads()).as("seed " + seed).isEqualTo(defined.heads());
      assertThat(lineage.before(lineage.heads()))
          .as("seed " + seed)
          .isEqualTo(common(one, defined).fields());
      met.merge("heads", lineage.heads().size() > 1 ? 1 : 0, Integer::sum);
      met.merge("closed", fields.containsKey("closed") ? 1 : 0, Integer::sum);
      for (FieldState f : fields.values()) {
        boolean beside =
            f.disputed()
                && Guarded.is(one.kind, f.key())
                && f.versions().stream()
                    .anyMatch(
                        v ->
                            f.versions().stream()
                                .anyMatch(o -> defined.isOn(v.revision(), o.revision())));
        met.merge(
            beside ? "beside " + f.key() : f.disputed() ? "disputed" : "settled", 1, Integer::sum);
      }
    }
    assertThat(met.keySet()).contains("beside birth", "beside status");
    assertThat(met.values()).as(met.toString()).allMatch(times -> times > 100);
  }

  /** As records grow in a view, one revision at a time. */
  @Test
  void whatComesOnTopOfAllIsToldByHowTheFieldStoodOrNotAtAll() {
    Map<String, Integer> met = new TreeMap<>();
    for (long seed = 0; seed < 1_000; seed++) {
      Record one = new Record(seed);
      for (int i = 0; i < 15; i++) {
        Lineage before = one.lineage();
        Map<String, Value> fields = new TreeMap<>(one.fields());
        fields.remove("closed");
        Set<RevisionId> heads = before.heads();
        boolean above = i == 0 || one.random.nextInt(6) > 0;
        Set<RevisionId> parents = new HashSet<>(above ? heads : Set.of(one.known()));
        if (i > 0 && one.random.nextInt(3) == 0) {
          // What else it names changes nothing: an older one, or one that nobody has here.
          parents.add(one.random.nextBoolean() ? one.known() : RevisionId.of(one.nonce(32)));
        }
        above = parents.containsAll(heads);
        one.put(one.kind, List.copyOf(parents), fields, i);
        Map<String, FieldState> stood = before.fields();
        Map<String, FieldState> stands = one.lineage().fields();
        for (String key : above ? fields.keySet() : Set.<String>of()) {
          Optional<FieldState> told =
              OnTop.of(
                  one.all.getLast(),
                  key,
                  () -> Optional.ofNullable(stood.get(key)),
                  () -> DECIDING);
          told.ifPresent(f -> assertThat(f).as(key).isEqualTo(stands.get(key)));
          boolean beside = told.isPresent() && told.get().disputed();
          met.merge(beside ? "beside " + key : told.isEmpty() ? "asks" : "told", 1, Integer::sum);
        }
      }
    }
    assertThat(met.get("beside birth")).as(met.toString()).isGreaterThan(100);
    assertThat(met.get("asks")).as(met.toString()).isGreaterThan(100);
  }

  private static ByDefinition common(Record one, ByDefinition defined) {
    Set<RevisionId> common = defined.common(defined.heads());
    return new ByDefinition(
        one.home(),
        one.all.stream().filter(w -> common.contains(w.revision().id())).toList(),
        DECIDING);
  }

  @Test
  void whatHoldsIsWhatTheDefinitionSays() {
    int held = 0;
    int ended = 0;
    for (long seed = 0; seed < 1_000; seed++) {
      Record one = new Record(seed).grown(4 + (int) seed % 30, 1 + (int) seed % 5);
      one.all.removeIf(w -> !one.home().has(w.revision()));
      Map<String, Set<StationId>> open = new Raised(one.all, DECIDING).open();
      for (String code : List.of("a", "b")) {
        boolean raised =
            one.all.stream()
                .anyMatch(w -> w.revision().fields().get("urgency/" + code) instanceof Value.Text);
        Set<StationId> defined =
            one.defined()
                .holding(
                    r -> !ends(r, code) && (has(r, "urgency/" + code) || has(r, "toldAt/" + code)),
                    r -> ends(r, code),
                    DECIDING);
        assertThat(open.getOrDefault(code, Set.of()))
            .as(seed + " " + code)
            .isEqualTo(raised ? defined : Set.of());
        held += defined.isEmpty() ? 0 : 1;
        ended += raised && defined.isEmpty() ? 1 : 0;
      }
    }
    assertThat(held).isGreaterThan(100);
    assertThat(ended).isGreaterThan(100);
  }

  private static boolean has(Revision r, String key) {
    return r.fields().containsKey(key);
  }

  private static boolean ends(Revision r, String code) {
    return r.fields().get("toldAt/" + code) instanceof Value.Text
        || r.fields().get("urgency/" + code) instanceof Value.Nothing;
  }

  /** Each on top of the one before, a child's date and an adult's in turn. */
  @Test
  void aLongChainIsJoined() {
    Record one = new Record(1);
    List<RevisionId> last = List.of();
    for (int i = 0; i < LONG; i++) {
      last = List.of(one.put("person", last, Map.of("birth", birth(DAYS.get(i % 2), false)), i));
    }
    Lineage lineage = Lineage.of(new Home("person", SCOPE), one.all, DECIDING);
    assertThat(lineage.heads()).containsExactlyElementsOf(last);
    assertThat(lineage.fields().get("birth").versions()).isNotEmpty();
    assertThat(lineage.before(last)).containsOnlyKeys("birth");
  }

  /** All on top of one, and one that decides between as many as one can. */
  @Test
  void aWideFanIsJoined() {
    Record one = new Record(2);
    RevisionId first = one.put("person", List.of(), Map.of("birth", birth(DAYS.get(1), false)), 0);
    List<RevisionId> heads = new ArrayList<>();
    for (int i = 0; i < LONG; i++) {
      heads.add(
          one.put("person", List.of(first), Map.of("birth", birth(DAYS.get(i % 2), false)), i));
    }
    Lineage open = Lineage.of(new Home("person", SCOPE), one.all, DECIDING);
    assertThat(open.heads()).hasSize(LONG);
    assertThat(open.fields().get("birth").versions()).hasSizeGreaterThanOrEqualTo(LONG);
    assertThat(open.before(open.heads())).containsOnlyKeys("birth");
    one.put("person", heads.subList(0, MANY), Map.of("birth", birth(DAYS.get(0), false)), LONG);
    assertThat(Lineage.of(new Home("person", SCOPE), one.all, DECIDING).heads())
        .hasSize(LONG - MANY + 1);
  }

  /** A chain on each of whose revisions another one ends, after a closing. */
  @Test
  void aLongCombIsJoined() {
    Record one = new Record(3);
    RevisionId last = one.put("statement", List.of(), Map.of("closed", Value.text("now")), 0);
    one.put("statement", List.of(), Map.of("place", Value.text("here")), 0);
    one.put("statement", List.of(), Map.of("place", Value.text("there")), 0);
    for (int i = 0; i < LONG; i++) {
      last = one.put("statement", List.of(last), Map.of("place", Value.text("here")), i);
      one.put("statement", List.of(last), Map.of("place", Value.text("there")), i);
    }
    Lineage lineage = Lineage.of(new Home("statement", SCOPE), one.all, DECIDING);
    assertThat(lineage.heads()).hasSize(LONG + 2);
    assertThat(lineage.fields().get("place").versions()).hasSize(LONG + 2);
  }
}
