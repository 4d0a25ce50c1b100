package org.sala.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;
import org.sala.domain.wire.RevisionWire;

/** Random histories of one record on 2 to 12 stations that exchange in any order, with repeats. */
class LineageTest {
  private static final List<String> KEYS = List.of("title", "status", "place", "summary");

  /** One station: what it knows. */
  private static final class Station {
    final Set<Revision> known = new HashSet<>();
  }

  private record History(List<Revision> all, List<Station> stations) {}

  private static History history(long seed) {
    Random random = new Random(seed);
    RecordId record = new RecordId(new UUID(seed, 1));
    ScopeId scope = new ScopeId(new UUID(seed, 2));
    List<Station> stations = new ArrayList<>();
    for (int i = 2 + random.nextInt(11); i > 0; i--) {
      stations.add(new Station());
    }
    Revision first = revision(random, record, scope, List.of());
    stations.forEach(s -> s.known.add(first));
    List<Revision> all = new ArrayList<>(List.of(first));
    for (int step = 0; step < 25; step++) {
      Station one = stations.get(random.nextInt(stations.size()));
      if (random.nextInt(3) > 0) {
        Revision made =
            revision(random, record, scope, List.copyOf(new Lineage(one.known).heads()));
        one.known.add(made);
        all.add(made);
      } else {
        stations.get(random.nextInt(stations.size())).known.addAll(one.known);
      }
    }
    return new History(all, stations);
  }

  private static Revision revision(
      Random random, RecordId record, ScopeId scope, List<RevisionId> parents) {
    Map<String, Value> fields = new TreeMap<>();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      fields.put(
          KEYS.get(random.nextInt(KEYS.size())),
          random.nextInt(6) == 0 ? new Value.Nothing() : Value.text("v" + random.nextInt(5)));
    }
    byte[] nonce = new byte[16];
    random.nextBytes(nonce);
    return RevisionWire.write(
        record, "case", parents, scope, Compartment.INVESTIGATION, fields, Optional.empty(), nonce);
  }

  /** Heads and every version of every field, as text. */
  private static String digest(Lineage lineage) {
    return lineage.heads() + " " + lineage.fields();
  }

  private static int seedsThatDiffer(Function<Collection<Revision>, String> join, int seeds) {
    int differ = 0;
    for (long seed = 0; seed < seeds; seed++) {
      History history = history(seed);
      Random random = new Random(~seed);
      Set<String> digests = new TreeSet<>();
      for (int order = 0; order < 4; order++) {
        List<Revision> arrived = new ArrayList<>(history.all());
        arrived.addAll(history.all().subList(0, random.nextInt(history.all().size())));
        Collections.shuffle(arrived, random);
        digests.add(join.apply(arrived));
      }
      differ += digests.size() > 1 ? 1 : 0;
    }
    return differ;
  }

  @Test
  void stationsThatExchangeInAnyOrderWithRepeatsEndAlike() {
    assertThat(seedsThatDiffer(all -> digest(new Lineage(all)), 1000)).isZero();
  }

  /** Whoever arrives last wins: what Sala must never do. */
  @Test
  void theCheckGoesRedOnAJoinThatTakesTheLastToArrive() {
    assertThat(
            seedsThatDiffer(
                all -> {
                  Map<String, Value> last = new TreeMap<>();
                  all.forEach(r -> last.putAll(r.fields()));
                  return last.toString();
                },
                50))
        .isPositive();
  }

  /** A value stands unless somebody who knew of it wrote another one over it. */
  @Test
  void noValueIsLostUnlessSomeoneWhoKnewItReplacedIt() {
    for (long seed = 0; seed < 300; seed++) {
      List<Revision> all = history(seed).all();
      Map<String, FieldState> fields = new Lineage(all).fields();
      for (Revision r : all) {
        r.fields()
            .forEach(
                (key, value) -> {
                  boolean stands = fields.get(key).versions().contains(new Version(r.id(), value));
                  boolean replaced =
                      all.stream()
                          .anyMatch(
                              later ->
                                  later.fields().containsKey(key)
                                      && !later.equals(r)
                                      && isAncestor(r, later, all));
                  assertThat(stands).isNotEqualTo(replaced);
                });
      }
    }
  }

  private static boolean isAncestor(Revision of, Revision later, List<Revision> all) {
    for (RevisionId parent : later.parents()) {
      if (parent.equals(of.id())
          || all.stream().anyMatch(r -> r.id().equals(parent) && isAncestor(of, r, all))) {
        return true;
      }
    }
    return false;
  }

  @Test
  void aDecisionOnAllHeadsSettlesEveryField() {
    for (long seed = 0; seed < 200; seed++) {
      List<Revision> all = new ArrayList<>(history(seed).all());
      Lineage open = new Lineage(all);
      Revision first = all.getFirst();
      Map<String, Value> decided = new TreeMap<>();
      open.fields().forEach((k, f) -> decided.put(k, f.value()));
      all.add(
          RevisionWire.write(
              first.record(),
              "case",
              List.copyOf(open.heads()),
              first.scope(),
              Compartment.INVESTIGATION,
              decided,
              Optional.of("decided"),
              new byte[16]));
      Lineage settled = new Lineage(all);
      assertThat(settled.heads()).hasSize(1);
      assertThat(settled.fields().values()).noneMatch(FieldState::disputed);
    }
  }

  @Test
  void equalValuesOnTwoSidesAreNoDisagreementAndDifferentOnesAre() {
    int disputed = 0;
    for (long seed = 0; seed < 200; seed++) {
      for (FieldState f : new Lineage(history(seed).all()).fields().values()) {
        long values = f.versions().stream().map(Version::value).distinct().count();
        assertThat(f.disputed()).isEqualTo(values > 1);
        disputed += f.disputed() ? 1 : 0;
      }
    }
    assertThat(disputed).isPositive();
  }

  /** What the versions started from was written by somebody whom all of them knew. */
  @Test
  void commonGroundIsWhatAllVersionsHaveKnown() {
    for (long seed = 0; seed < 300; seed++) {
      List<Revision> all = history(seed).all();
      Lineage lineage = new Lineage(all);
      Set<RevisionId> heads = lineage.heads();
      lineage
          .before(heads)
          .values()
          .forEach(
              state ->
                  state
                      .versions()
                      .forEach(
                          v ->
                              assertThat(all.stream().filter(r -> heads.contains(r.id())))
                                  .allMatch(
                                      head -> isAncestor(byId(v.revision(), all), head, all))));
      lineage.joined().values().forEach(state -> assertThat(state.disputed()).isFalse());
      if (heads.size() == 1) {
        assertThat(lineage.joined()).isEmpty();
      }
    }
  }

  private static Revision byId(RevisionId id, List<Revision> all) {
    return all.stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void whatIsWrittenOnceStaysAsItWasFirstWhoeverWritesItAgainOnTop() {
    RecordId record = new RecordId(new UUID(7, 1));
    ScopeId scope = new ScopeId(new UUID(7, 2));
    Revision first = finding(record, scope, List.of(), "victim");
    Revision again = finding(record, scope, List.of(first.id()), "none");
    Revision beside = finding(record, scope, List.of(), "presumed");
    assertThat(new Lineage(List.of(again, first)).fields().get("finding").values())
        .containsExactly(Value.text("victim"));
    assertThat(new Lineage(List.of(beside, again, first)).fields().get("finding").values())
        .as("two that knew nothing of each other are both kept")
        .containsExactlyInAnyOrder(Value.text("victim"), Value.text("presumed"));
  }

  private static Revision statement(
      List<RevisionId> parents, String nonce, Map<String, Value> fields) {
    return RevisionWire.write(
        new RecordId(new UUID(8, 1)),
        "statement",
        parents,
        new ScopeId(new UUID(8, 2)),
        Compartment.INVESTIGATION,
        fields,
        Optional.empty(),
        Arrays.copyOf(nonce.getBytes(StandardCharsets.US_ASCII), 16));
  }

  /** What is decided at headquarters between versions of a place has to count all the same. */
  @Test
  void onTopOfAClosingNothingCountsButWhatDecidesBetweenVersionsAndNoWords() {
    Revision begun = statement(List.of(), "begun", Map.of("place", Value.text("hall")));
    Revision written = statement(List.of(begun.id()), "written", Map.of("text", Value.text("so")));
    Revision closed =
        statement(
            List.of(written.id()),
            "closed",
            Map.of("text", Value.text("so"), "closed", Value.text("now")));
    Revision beside =
        statement(
            List.of(written.id()),
            "beside",
            Map.of("text", Value.text("or so"), "place", Value.text("tent")));
    Revision moved = statement(List.of(closed.id()), "moved", Map.of("place", Value.text("ship")));
    Revision decided =
        statement(
            List.of(closed.id(), beside.id()),
            "decided",
            Map.of("text", Value.text("or so"), "place", Value.text("tent")));
    List<Revision> all = new ArrayList<>(List.of(begun, written, closed, beside, moved, decided));
    Set<String> answers = new TreeSet<>();
    for (int order = 0; order < 50; order++) {
      Collections.shuffle(all, new Random(order));
      Lineage lineage = new Lineage(all);
      assertThat(lineage.fields().get("text").values())
          .containsExactlyInAnyOrder(Value.text("so"), Value.text("or so"));
      assertThat(lineage.fields().get("place").values()).containsExactly(Value.text("tent"));
      assertThat(lineage.mayBeDecided("text")).isFalse();
      assertThat(lineage.mayBeDecided("place")).isTrue();
      answers.add(digest(lineage));
    }
    assertThat(answers).hasSize(1);
  }

  private static Revision finding(
      RecordId record, ScopeId scope, List<RevisionId> parents, String says) {
    byte[] nonce = new byte[16];
    new Random(says.hashCode()).nextBytes(nonce);
    return RevisionWire.write(
        record,
        "finding",
        parents,
        scope,
        Compartment.INVESTIGATION,
        Map.of("finding", Value.text(says)),
        Optional.empty(),
        nonce);
  }
}
