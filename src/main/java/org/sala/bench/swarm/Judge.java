package org.sala.bench.swarm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sala.casework.packages.register.Doubt;
import org.sala.casework.packages.take.EarlierPackages;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Stored;
import org.sala.domain.Change;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.Join;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.Piece;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.journal.Committed;
import org.sala.merge.FieldState;
import org.sala.merge.Version;
import org.sala.store.DisputeRows;
import org.sala.store.View;

/** Says what is wrong with a world that has been healed; nothing, where all is as it should be. */
final class Judge {
  /** Kinds of records that stay at home, or that tell of packages. */
  static final Set<String> OWN =
      Kinds.all().stream()
          .filter(k -> !k.sent() || k.equals(Kinds.RECEIPT))
          .map(Kind::key)
          .collect(Collectors.toSet());

  private final World world;
  private final Views views;
  private final long seed;
  private final Set<ScopeId> erased;
  private final List<String> wrong = new ArrayList<>();
  private final Map<ChangeId, Change> atHeadquarters = new HashMap<>();

  Judge(World world, Views views, long seed) {
    this.world = world;
    this.views = views;
    this.seed = seed;
    this.erased = world.erased();
    for (Committed c : world.headquarters().journal().committed()) {
      atHeadquarters.merge(c.change().id(), c.change(), Judge::together);
    }
  }

  /** A change of which a part came later. */
  private static Change together(Change one, Change other) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < one.pieces().size(); i++) {
      Piece piece = one.pieces().get(i);
      pieces.add(piece instanceof Piece.Whole ? piece : other.pieces().get(i));
    }
    return new Change(one.header(), one.signature(), pieces);
  }

  /** Changes with something in them that others are to know. */
  static List<Change> sent(Laptop at) {
    return at.journal().committed().stream()
        .map(Committed::change)
        .filter(c -> c.revisions().stream().anyMatch(r -> !OWN.contains(r.kind())))
        .toList();
  }

  List<String> judge() {
    wrong.addAll(world.wrong());
    List<Laptop> all = new ArrayList<>(world.laptops());
    all.add(world.headquarters());
    all.forEach(this::saysWhatItHolds);
    all.forEach(this::keepsWhatItTold);
    all.forEach(this::inventsNothing);
    all.forEach(this::auditStands);
    AboutPeople people = new AboutPeople(world);
    all.forEach(people::look);
    wrong.addAll(people.wrong());
    all.forEach(l -> wrong.addAll(world.links().wrong(l)));
    all.forEach(l -> wrong.addAll(world.newKeys().wrong(l)));
    Delivered delivered = new Delivered(world, atHeadquarters);
    world.laptops().forEach(delivered::isHeard);
    world.laptops().forEach(delivered::hears);
    world.laptops().forEach(delivered::isTold);
    wrong.addAll(delivered.wrong());
    wrong.addAll(world.abroad().wrong());
    staysErased();
    forksAreSeen();
    anyOrderIsTheSame();
    everyValueIsReachable();
    return wrong;
  }

  private void check(boolean right, String what) {
    if (!right) {
      wrong.add(what);
    }
  }

  /** The view is what the journal comes to: heads, fields, disagreements. */
  private void saysWhatItHolds(Laptop at) {
    Truth truth = truth(at.journal());
    wrong.addAll(world.ages().wrong(at, truth));
    compare(at.name(), truth, at.station().view());
    Set<RecordId> disputed = new TreeSet<>(java.util.Comparator.comparing(RecordId::toString));
    for (World.Known k : world.records()) {
      for (Compartment c : Compartment.values()) {
        if (isDecided(truth, k, c)) {
          disputed.add(k.id());
        }
      }
    }
    for (RecordId link : Links.known(at)) {
      if (isDecided(truth, new World.Known(link, Kinds.SAME_PERSON), Compartment.INVESTIGATION)) {
        disputed.add(link);
      }
    }
    Set<RecordId> shown = new TreeSet<>(java.util.Comparator.comparing(RecordId::toString));
    shown.addAll(at.disagreements().open());
    check(shown.equals(disputed), at + ": other disagreements than there are");
  }

  private Truth truth(MemoryJournal of) {
    return new Truth(of, world.headquarters().station().identity().station());
  }

  /** Whether somebody has to decide between versions of one part of a record. */
  private static boolean isDecided(Truth truth, World.Known k, Compartment part) {
    return truth.fields(k.id(), part).entrySet().stream()
        .filter(f -> Truth.disputed(f.getValue()))
        .anyMatch(f -> k.kind().field(f.getKey()).filter(x -> x.join() == Join.CLOSED).isEmpty());
  }

  private void compare(String who, Truth truth, View view) {
    Set<RecordId> apart =
        view.disputes().all().stream()
            .filter(DisputeRows.Dispute::isProtected)
            .map(DisputeRows.Dispute::record)
            .collect(Collectors.toSet());
    for (World.Known k : world.records()) {
      check(
          apart.contains(k.id()) == isDecided(truth, k, Compartment.PROTECTION),
          who + ": a protected part differs otherwise than it says");
    }
    List<RecordId> records = List.copyOf(truth.records());
    Map<RecordId, Map<String, FieldState>> fields = view.records().fields(records);
    for (RecordId record : records) {
      for (Compartment c : Compartment.values()) {
        check(
            truth.heads(record, c).equals(new TreeSet<>(view.records().heads(record, c))),
            who + ": other heads");
      }
      Map<String, Map<RevisionId, Value>> expected = new TreeMap<>();
      truth
          .fields(record, Compartment.INVESTIGATION)
          .forEach(
              (key, versions) -> {
                if (versions.values().stream().anyMatch(v -> !(v instanceof Value.Nothing))) {
                  expected.put(key, versions);
                }
              });
      Map<String, Map<RevisionId, Value>> shown = new TreeMap<>();
      fields
          .getOrDefault(record, Map.of())
          .forEach(
              (key, state) ->
                  shown.put(
                      key,
                      state.versions().stream()
                          .collect(
                              Collectors.toMap(
                                  Version::revision, Version::value, (a, b) -> a, TreeMap::new))));
      check(shown.equals(expected), who + ": other values than were written");
    }
  }

  /** What somebody was told is saved is there, also after a crash. */
  private void keepsWhatItTold(Laptop at) {
    Set<ChangeId> here =
        at.journal().committed().stream().map(c -> c.change().id()).collect(Collectors.toSet());
    check(here.containsAll(at.told()), at + ": lost what it said was saved");
  }

  /** Every value of a record that people write is one that somebody has written there. */
  private void inventsNothing(Laptop at) {
    Set<RecordId> known = world.records().stream().map(World.Known::id).collect(Collectors.toSet());
    for (Revision r : at.journal().revisions()) {
      if (known.contains(r.record())) {
        r.fields()
            .forEach(
                (key, value) ->
                    check(
                        world.wasWritten(r.record(), key, value),
                        at + ": has a value that nobody wrote"));
      }
    }
  }

  /** Two copies have two audits under one name, and each is told of the other's. */
  private void auditStands(Laptop at) {
    check(
        world.cloned(at) || at.audit().verify() instanceof AuditTrail.Verdict.Whole,
        at + ": its audit is not as it was written");
  }

  /** What was erased at headquarters comes back with nothing. */
  private void staysErased() {
    check(
        world.headquarters().journal().revisions().stream()
            .noneMatch(r -> erased.contains(r.scope())),
        "headquarters has what was erased there");
  }

  /** Where two acts have one number, somebody at headquarters was told of two copies. */
  private void forksAreSeen() {
    Map<String, ChangeId> numbers = new HashMap<>();
    Map<StationId, Set<String>> forked = new HashMap<>();
    for (Change c : atHeadquarters.values()) {
      String number =
          c.header().station() + " " + c.header().incarnation() + " " + c.header().number();
      ChangeId other = numbers.put(number, c.id());
      if (other != null) {
        Set<String> same = forked.computeIfAbsent(c.header().station(), s -> new HashSet<>());
        same.add(c.id().toString());
        same.add(other.toString());
      }
    }
    EarlierPackages arrivals = new EarlierPackages(world.headquarters().station());
    forked.forEach(
        (station, same) ->
            check(
                arrivals.from(station).stream().anyMatch(e -> e.doubts().contains(Doubt.TWO_COPIES))
                    || passedOn(same, arrivals),
                "two copies of " + station + " were not seen"));
  }

  /** Returns whether one of these acts was in doubt for its number, in what a neighbour brought. */
  private boolean passedOn(Set<String> same, EarlierPackages arrivals) {
    return world.laptops().stream()
        .flatMap(l -> arrivals.from(l.station().identity().station()).stream())
        .filter(e -> e.doubts().contains(Doubt.CHANGE_OF_TWO_COPIES))
        .anyMatch(
            e ->
                Stored.words(
                        world.headquarters().station().view().records().fields(e.id()),
                        "brought",
                        " ")
                    .stream()
                    .anyMatch(same::contains));
  }

  /** Checks that the changes in another order, some of them twice, come to the same. */
  private void anyOrderIsTheSame() {
    Random random = new Random(seed);
    MemoryJournal journal = world.headquarters().journal();
    List<Committed> shuffled = new ArrayList<>(journal.committed());
    for (int i = 0; i < 5 && !shuffled.isEmpty(); i++) {
      shuffled.add(shuffled.get(random.nextInt(shuffled.size())));
    }
    Collections.shuffle(shuffled, random);
    List<Committed> numbered = new ArrayList<>();
    for (Committed c : shuffled) {
      numbered.add(new Committed(c.change(), numbered.size() + 1L, c.pieces()));
    }
    View view =
        views.take(
            at -> world.broken().read(journal, journal.revision(at)),
            world.headquarters().station().state()::answering,
            world.headquarters().station().state()::deciding);
    try {
      int from = 0;
      while (from < numbered.size()) {
        int to = Math.min(numbered.size(), from + 1 + random.nextInt(60));
        view.follow(numbered.subList(from, to));
        from = to;
      }
      compare("in another order", truth(journal), view);
    } finally {
      views.giveBack(view);
    }
  }

  /** Whatever was ever written and has arrived can be read where people look for it. */
  private void everyValueIsReachable() {
    Laptop hq = world.headquarters();
    Map<RecordId, Set<RevisionId>> read = new LinkedHashMap<>();
    for (Change c : atHeadquarters.values()) {
      for (Revision r : c.revisions()) {
        Set<RevisionId> found =
            read.computeIfAbsent(
                r.record(),
                id ->
                    hq.station().view().records().revisions(id).stream()
                        .flatMap(row -> hq.journal().revision(row.at()).stream())
                        .map(Revision::id)
                        .collect(Collectors.toSet()));
        check(found.contains(r.id()), "a value that was written cannot be reached");
      }
    }
  }
}
