package org.sala.bench.swarm;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sala.casework.consent.Consents;
import org.sala.casework.keys.Neighbours;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.station.Act;
import org.sala.casework.station.Progress;
import org.sala.crypto.Certificate;
import org.sala.domain.Change;
import org.sala.domain.ChangeId;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;
import org.sala.journal.Committed;

/** Plays the steps of a history by the program's own acts. */
final class Playing {
  private static final Map<Kind, List<String>> FIELDS =
      Map.of(
          Kinds.CASE, List.of("title", "place", "summary", "status"),
          Kinds.PERSON,
              List.of("sex", "interpreter", "language/my", "language/km", "needs", "health"),
          Kinds.STATEMENT, List.of("text", "translation", "place", "signature"),
          Kinds.INVOLVEMENT, List.of("role", "forced", "defrauded", "loss"));

  private static final String PURPOSE = "investigation-and-protection";

  /** Whom a yes lets read the protected part. */
  static final String RECIPIENT = "headquarters";

  private final World world;
  private final Tally tally;
  private final Travelling travelling;
  private final AtHeadquarters headquarters;
  private final OpenForms forms;
  private final Finds finds;

  Playing(World world) {
    this.world = world;
    this.travelling = new Travelling(world);
    this.headquarters = new AtHeadquarters(world, travelling);
    this.forms = new OpenForms(world);
    this.finds = new Finds(world);
    this.tally = world.tally();
  }

  AtHeadquarters headquarters() {
    return headquarters;
  }

  /** Plays a step; whoever is killed in it starts again. */
  void play(Step step) {
    world.time().passes(Duration.ofMinutes(1));
    try {
      act(step);
    } catch (Crash e) {
      // What the disk has is what counts.
      world.startAgain();
    }
  }

  private void act(Step step) {
    switch (step) {
      case Step.Make s -> make(world.laptop(s.laptop()), s.what());
      case Step.Edit s -> edit(s);
      case Step.Yes s -> yes(world.laptop(s.laptop()), s.record());
      case Step.Lend s -> {
        Laptop from = world.laptop(s.from());
        known(from, s.record()).ifPresent(k -> lend(from, world.laptop(s.to()), k.id()));
      }
      case Step.LendPerson s -> {
        Laptop from = world.laptop(s.from());
        somebody(from, s.record()).ifPresent(p -> lend(from, world.laptop(s.to()), p));
      }
      case Step.Find s -> {
        Laptop at = world.laptop(s.laptop());
        somebody(at, s.record()).ifPresent(p -> finds.find(at, p, s.lower(), s.which()));
      }
      case Step.Confirm s -> {
        Laptop at = world.laptop(s.laptop());
        known(s.record(), k -> waits(at, k)).ifPresent(k -> finds.confirm(at, k.id(), s.agrees()));
      }
      case Step.Open s -> {
        Laptop at = world.laptop(s.laptop());
        known(at, s.record()).ifPresent(k -> forms.open(at, k));
      }
      case Step.Save s -> save(s);
      case Step.Seal s -> seal(world.laptop(s.laptop()));
      case Step.SealFor s -> {
        Laptop from = world.laptop(s.from());
        Laptop to = world.laptop(s.to());
        if (!from.station().identity().station().equals(to.station().identity().station())) {
          world.exchange().seal(from, to);
        }
      }
      case Step.Link s -> {
        Laptop at = orHeadquarters(s.laptop());
        somebody(at, s.record())
            .ifPresent(
                one ->
                    known(s.other(), k -> isAnother(at, k, one))
                        .ifPresent(k -> world.links().same(at, one, k.id())));
      }
      case Step.Part s -> world.links().part(orHeadquarters(s.laptop()), s.which(), s.different());
      case Step.SealCase s -> sealCase(world.laptop(s.laptop()), s.record());
      case Step.TakeBack s -> takeBack(world.laptop(s.laptop()), s.record());
      case Step.Carry s -> carry(world.laptop(s.laptop()), s.way());
      case Step.Lose s -> travelling.lose(s.way(), s.file());
      case Step.Twice s -> travelling.twice(s.way(), s.file());
      case Step.Lie s -> world.store().lies(s.how());
      case Step.Cut s -> world.store().cut(s.arrives());
      case Step.Take s -> take(world.laptop(s.laptop()), s.way(), new Random(s.order()));
      case Step.TakeAtHeadquarters s -> take(world.headquarters(), s.way(), new Random(s.order()));
      case Step.Answer s -> headquarters.answer(s.way());
      case Step.Admit s -> headquarters.admit(s.which());
      case Step.Decide s -> headquarters.decide(s.which(), s.version());
      case Step.Undecide s -> headquarters.undecide(s.which());
      case Step.Erase s ->
          known(s.record(), k -> isErasable(world.headquarters(), k))
              .ifPresent(k -> headquarters.erase(k.id()));
      case Step.Let s -> {
        Laptop at = world.laptop(s.laptop());
        somebody(at, s.record()).ifPresent(p -> world.abroad().says(at, p, s.yes()));
      }
      case Step.Copy s -> copy(s.record());
      case Step.HandOver s -> world.abroad().handOver(s.arrives());
      case Step.FromAbroad s -> world.abroad().answers(s.arrives());
      case Step.Revoke s -> headquarters.revoke(world.laptop(s.laptop()), s.all());
      case Step.Age s -> {
        Laptop at = orHeadquarters(s.laptop());
        somebody(at, s.record()).ifPresent(p -> world.ages().say(at, p, s.child()));
      }
      case Step.SignAge s -> {
        Laptop at = world.laptop(s.laptop());
        known(s.record(), k -> ageWaits(at, k))
            .ifPresent(k -> world.ages().sign(at, k.id(), s.agrees()));
      }
      case Step.NewKey s -> {
        if (s.issuing()) {
          world.newKeys().replaceIssuer();
        } else {
          world.newKeys().succeed();
        }
      }
      case Step.SetClock s -> {
        world.laptop(s.laptop()).clock().set(s.wrongBy());
        tally.did(Deed.CLOCK_SET);
      }
      case Step.Pass s -> {
        world.time().passes(Duration.ofDays(s.days()));
        tally.did(Deed.WEEKS_PASSED);
      }
      case Step.Kill s -> world.laptop(s.laptop()).journal().crashAfter(s.writes(), s.kept());
      case Step.KillHeadquarters s ->
          world.headquarters().journal().crashAfter(s.writes(), s.kept());
      case Step.Reopen s -> {
        world.laptop(s.laptop()).reopen();
        tally.did(Deed.REOPENED);
      }
      case Step.Backup s -> world.keep(world.laptop(s.laptop()));
      case Step.Restore s -> world.restore(s.laptop());
      case Step.BackupHeadquarters s -> world.keepHeadquarters();
      case Step.Tell s -> headquarters.tell(s.over());
      case Step.RestoreHeadquarters s -> headquarters.restore(s.sticks());
      case Step.Clone s -> world.copy(s.laptop());
    }
  }

  private void make(Laptop at, Step.What what) {
    switch (what) {
      case CASE -> make(at, Kinds.CASE, at.station().ids().scope());
      case STATEMENT ->
          make(
              at,
              Kinds.STATEMENT,
              aCase(at).map(c -> at.station().scopeOf(c)).orElseGet(at.station().ids()::scope));
      case PERSON_WITHOUT -> make(at, Kinds.PERSON, at.station().ids().scope());
      case PERSON_IN_CASE -> aCase(at).ifPresent(c -> makeIn(at, c));
      case PERSON_WITH_YES ->
          says(at, make(at, Kinds.PERSON, at.station().ids().scope()), Consents.Answer.YES);
    }
  }

  private Optional<RecordId> aCase(Laptop at) {
    return known(0, k -> k.kind().equals(Kinds.CASE) && isHere(at, k)).map(World.Known::id);
  }

  private RecordId make(Laptop at, Kind kind, ScopeId scope) {
    RecordId id = at.station().ids().record();
    at.ledger().write(made(new Act(), id, kind, scope));
    tell(id, kind);
    return id;
  }

  /** Somebody and the part in a case, as one act of two scopes. */
  private void makeIn(Laptop at, RecordId theCase) {
    RecordId person = at.station().ids().record();
    RecordId part = at.station().ids().record();
    Map<String, Value> fields =
        Map.of("case", Value.ref(theCase), "person", Value.ref(person), "role", Value.text("said"));
    world.writes(part, fields);
    Act act = made(new Act(), person, Kinds.PERSON, at.station().ids().scope());
    at.ledger().write(act.make(part, Kinds.INVOLVEMENT, at.station().scopeOf(theCase), fields));
    tell(person, Kinds.PERSON);
    tell(part, Kinds.INVOLVEMENT);
  }

  private Act made(Act act, RecordId id, Kind kind, ScopeId scope) {
    String number = "N-" + world.records().size();
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put(kind.equals(Kinds.PERSON) ? "wristband" : "number", Value.text(number));
    if (kind.equals(Kinds.PERSON)) {
      fields.put("needs", Value.text("needs of " + number));
    }
    world.writes(id, fields);
    return act.make(id, kind, scope, fields);
  }

  private void tell(RecordId id, Kind kind) {
    world.records().add(new World.Known(id, kind));
    tally.did(Deed.WRITTEN);
  }

  private void says(Laptop at, RecordId person, Consents.Answer answer) {
    world
        .remembered()
        .writing(
            at,
            Kinds.CONSENT.key(),
            person,
            () -> {
              if (world.broken() == Broken.WORD_OF_BEFORE) {
                wordOfBefore(at, person, answer);
              } else {
                at.consents()
                    .ask(
                        person,
                        PURPOSE,
                        RECIPIENT,
                        answer,
                        Set.of(),
                        new Consents.How("my", "", "Guardian Example"));
              }
            });
  }

  /** The broken variant: it does not say which others were known. */
  private static void wordOfBefore(Laptop at, RecordId person, Consents.Answer answer) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("person", Value.ref(person));
    fields.put("purpose", Value.text(PURPOSE));
    fields.put("recipient", Value.text(RECIPIENT));
    fields.put("answer", Value.text(answer.name()));
    RecordId id = at.station().ids().record();
    at.ledger().write(new Act().make(id, Kinds.CONSENT, at.station().scopeOf(person), fields));
  }

  /** The record of that number or the next that a laptop has: two laptops often mean the same. */
  private Optional<World.Known> known(Laptop at, int record) {
    return known(record, k -> isHere(at, k));
  }

  private static boolean isHere(Laptop at, World.Known k) {
    return at.station().view().records().find(k.id()).isPresent();
  }

  private static boolean isAnother(Laptop at, World.Known k, RecordId than) {
    return k.kind().equals(Kinds.PERSON) && isHere(at, k) && !k.id().equals(than);
  }

  private Laptop orHeadquarters(int laptop) {
    return laptop < 0 ? world.headquarters() : world.laptop(laptop);
  }

  private static boolean isErasable(Laptop at, World.Known k) {
    return isHere(at, k) && (k.kind().equals(Kinds.CASE) || k.kind().equals(Kinds.PERSON));
  }

  private static boolean waits(Laptop at, World.Known k) {
    return k.kind().equals(Kinds.PERSON) && at.findings().waiting(k.id()).isPresent();
  }

  private static boolean ageWaits(Laptop at, World.Known k) {
    return k.kind().equals(Kinds.PERSON) && !at.ages().waiting(k.id()).isEmpty();
  }

  private Optional<RecordId> somebody(Laptop at, int record) {
    return known(record, k -> k.kind().equals(Kinds.PERSON) && isHere(at, k)).map(World.Known::id);
  }

  /** Of somebody who lets it happen, where there is one. */
  private void copy(int record) {
    Laptop hq = world.headquarters();
    Predicate<World.Known> somebody = k -> k.kind().equals(Kinds.PERSON) && isHere(hq, k);
    known(record, somebody.and(k -> world.abroad().lets(k.id())))
        .or(() -> known(record, somebody))
        .ifPresent(k -> world.abroad().copy(k.id()));
  }

  private Optional<World.Known> known(int record, Predicate<World.Known> such) {
    List<World.Known> all = world.records();
    return IntStream.range(0, all.size())
        .mapToObj(i -> all.get(Math.floorMod(record + i, all.size())))
        .filter(such)
        .findFirst();
  }

  private void edit(Step.Edit s) {
    Laptop at = world.laptop(s.laptop());
    known(at, s.record())
        .ifPresent(
            k -> {
              Map<String, Value> field = field(k.kind(), s.field(), s.value());
              world.writes(k.id(), field);
              at.ledger()
                  .write(
                      new Act().edit(k.id(), k.kind(), field).because("because of " + s.value()));
              tally.did(Deed.WRITTEN);
            });
  }

  private static Map<String, Value> field(Kind kind, int field, int value) {
    List<String> fields = fields(kind);
    String key = fields.get(Math.floorMod(field, fields.size()));
    return Map.of(
        key,
        key.startsWith("language/")
            ? Value.flag(value % 2 == 0)
            : value % 7 == 0 ? Value.Nothing.HERE : Value.text("value " + value));
  }

  /** Two fields of one form. */
  private void save(Step.Save s) {
    Laptop at = world.laptop(s.laptop());
    forms.save(
        at,
        kind -> {
          Map<String, Value> fields = new LinkedHashMap<>(field(kind, s.field(), s.value()));
          fields.putAll(field(kind, s.field() + 1, s.value() + 1));
          return fields;
        });
  }

  private void yes(Laptop at, int record) {
    known(at, record)
        .filter(k -> k.kind().equals(Kinds.PERSON))
        .ifPresent(
            k -> {
              says(at, k.id(), Consents.Answer.YES);
              tally.did(Deed.WRITTEN);
            });
  }

  /** Somebody of whom a yes is known here, if there is one. */
  private void takeBack(Laptop at, int record) {
    known(record, k -> at.mayLeave(k.id()))
        .ifPresent(
            k -> {
              world.takenBack().add(k.id());
              says(at, k.id(), Consents.Answer.WITHDRAWN);
              tally.did(Deed.TAKEN_BACK);
            });
  }

  private void lend(Laptop from, Laptop to, RecordId what) {
    if (from == to) {
      return;
    }
    ScopeId scope = from.station().scopeOf(what);
    Set<ChangeId> there =
        to.journal().committed().stream().map(c -> c.change().id()).collect(Collectors.toSet());
    List<Change> news =
        from.journal().committed().stream()
            .map(Committed::change)
            .filter(c -> !there.contains(c.id()))
            .filter(c -> c.revisions().stream().anyMatch(r -> r.scope().equals(scope)))
            .toList();
    if (!news.isEmpty()) {
      Neighbours.keep(
          to.station().state(), from.station().identity().station(), List.of(certificate(from)));
      to.station().view().follow(to.journal().append(news));
      tally.did(Deed.LENT);
    }
  }

  /**
   * Returns a laptop's certificate: it goes along with every package between stations, and the
   * other one keeps it.
   */
  private static Certificate certificate(Laptop of) {
    return of.station()
        .state()
        .text("certificate." + of.station().me().hex())
        .flatMap(pem -> Certificate.ofPem(pem).stream().findFirst())
        .orElseThrow();
  }

  /** Seals what there is. */
  void seal(Laptop at) {
    SealPlan plan = at.packages().plan(Optional.empty());
    if (!plan.empty()) {
      seal(at, plan);
    }
  }

  /** Seals one case alone, with its people. */
  private void sealCase(Laptop at, int record) {
    known(record, k -> k.kind().equals(Kinds.CASE) && isHere(at, k))
        .map(k -> at.packages().plan(Optional.of(k.id())))
        .filter(plan -> !plan.empty())
        .ifPresent(
            plan -> {
              seal(at, plan);
              tally.did(Deed.CASE_ALONE);
            });
  }

  private void seal(Laptop at, SealPlan plan) {
    new AtTheSeal(world).look(at, plan);
    at.packages().seal(plan, Progress.none());
    tally.did(Deed.SEALED);
  }

  /** Takes what came by a way. */
  void take(Laptop by, int way, Random order) {
    travelling.take(by, way, order);
    if (world.broken() == Broken.INVENTED_JOIN && by == world.headquarters()) {
      invent(by);
    }
  }

  void carry(Laptop from, int way) {
    travelling.carry(from, way);
  }

  /** The broken variant: what two have written differently is made into something else. */
  private void invent(Laptop hq) {
    List<RecordId> open = hq.disagreements().open();
    world.records().stream()
        .filter(k -> open.contains(k.id()))
        .findFirst()
        .ifPresent(
            k ->
                hq.ledger()
                    .write(
                        new Act()
                            .edit(
                                k.id(),
                                k.kind(),
                                Map.of(fields(k.kind()).getFirst(), Value.text("one or other")))));
  }

  private static List<String> fields(Kind kind) {
    return java.util.Objects.requireNonNull(FIELDS.get(kind));
  }
}
