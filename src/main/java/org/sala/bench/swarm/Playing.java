package org.sala.bench.swarm;

import java.time.Duration;
import java.util.Comparator;
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
import org.sala.casework.joining.Choice;
import org.sala.casework.joining.Disagreement;
import org.sala.casework.keys.Neighbours;
import org.sala.casework.packages.Decisions;
import org.sala.casework.packages.Quarantine;
import org.sala.casework.packages.SealPlan;
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
          Kinds.STATEMENT, List.of("text", "translation", "place", "signature"));

  private final World world;
  private final Tally tally;
  private final Travelling travelling;

  Playing(World world) {
    this.world = world;
    this.travelling = new Travelling(world);
    this.tally = world.tally();
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
      case Step.Lend s -> lend(world.laptop(s.from()), world.laptop(s.to()), s.record());
      case Step.Seal s -> seal(world.laptop(s.laptop()));
      case Step.TakeBack s -> takeBack(world.laptop(s.laptop()), s.record());
      case Step.Carry s -> carry(world.laptop(s.laptop()), s.way());
      case Step.Lose s -> travelling.lose(s.way(), s.file());
      case Step.Twice s -> travelling.twice(s.way(), s.file());
      case Step.Cut s -> world.store().cut(s.arrives());
      case Step.Take s -> take(world.laptop(s.laptop()), s.way(), new Random(s.order()));
      case Step.TakeAtHeadquarters s -> take(world.headquarters(), s.way(), new Random(s.order()));
      case Step.Answer s -> answer(s.way());
      case Step.Admit s -> admit(s.which());
      case Step.Decide s -> decide(s.which(), s.version());
      case Step.SetClock s -> {
        world.laptop(s.laptop()).clock().set(s.wrongBy());
        tally.did(Deed.CLOCK_SET);
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
      case Step.Clone s -> world.copy(s.laptop());
    }
  }

  private void make(Laptop at, Step.What what) {
    Kind kind =
        switch (what) {
          case CASE -> Kinds.CASE;
          case STATEMENT -> Kinds.STATEMENT;
          case PERSON_WITH_YES, PERSON_WITHOUT -> Kinds.PERSON;
        };
    RecordId id = at.station().ids().record();
    String number = "N-" + world.records().size();
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put(kind.equals(Kinds.PERSON) ? "wristband" : "number", Value.text(number));
    if (kind.equals(Kinds.PERSON)) {
      fields.put("needs", Value.text("needs of " + number));
    }
    world.writes(id, fields);
    at.ledger().write(new Act().make(id, kind, at.station().ids().scope(), fields));
    world.records().add(new World.Known(id, kind));
    tally.did(Deed.WRITTEN);
    if (what == Step.What.PERSON_WITH_YES) {
      says(at, id, Consents.Answer.YES);
    }
  }

  private static void says(Laptop at, RecordId person, Consents.Answer answer) {
    at.consents().ask(person, "investigation-and-protection", "headquarters", answer, "my", "");
  }

  /** The record of that number or the next that a laptop has: two laptops often mean the same. */
  private Optional<World.Known> known(Laptop at, int record) {
    return known(record, k -> at.station().view().records().find(k.id()).isPresent());
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
              List<String> fields = fields(k.kind());
              String key = fields.get(Math.floorMod(s.field(), fields.size()));
              Value value =
                  key.startsWith("language/")
                      ? Value.flag(s.value() % 2 == 0)
                      : s.value() % 7 == 0 ? Value.Nothing.HERE : Value.text("value " + s.value());
              world.writes(k.id(), Map.of(key, value));
              at.ledger()
                  .write(
                      new Act()
                          .edit(k.id(), k.kind(), Map.of(key, value))
                          .because("because of " + s.value()));
              tally.did(Deed.WRITTEN);
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

  private void lend(Laptop from, Laptop to, int record) {
    Optional<World.Known> what = known(from, record);
    if (what.isEmpty() || from == to) {
      return;
    }
    ScopeId scope = from.station().scopeOf(what.get().id());
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

  /** It goes along with every package between stations, and the other one keeps it. */
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
      new AtTheSeal(world).look(at, plan);
      at.packages().seal(plan, Progress.none());
      tally.did(Deed.SEALED);
    }
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

  /** What stations wait for goes onto a stick. */
  void answer(int way) {
    Laptop hq = world.headquarters();
    for (Decisions.Owed owed : hq.decisions().owed()) {
      hq.decisions().seal(owed.station(), Progress.none());
      tally.did(Deed.SEALED);
    }
    carry(hq, way);
  }

  /** Two officers admit one of those that wait. */
  void admit(int which) {
    Quarantine quarantine = world.headquarters().quarantine();
    List<Quarantine.Waiting> waiting = quarantine.waiting();
    if (!waiting.isEmpty()) {
      Quarantine.Waiting one = waiting.get(Math.floorMod(which, waiting.size()));
      quarantine.propose(one.id(), "they were called");
      Quarantine.Decision decision =
          quarantine.admit(one.id(), "they were called", Founded.SECOND, Founded.phrase());
      if (!(decision instanceof Quarantine.Decision.Admitted)) {
        throw new IllegalStateException(decision.getClass().getSimpleName());
      }
      tally.did(Deed.ADMITTED);
    }
  }

  /** Headquarters decides one of the disagreements that are open. */
  private void decide(int which, int version) {
    Laptop hq = world.headquarters();
    List<RecordId> open =
        world.records().stream()
            .map(World.Known::id)
            .filter(hq.disagreements().open()::contains)
            .toList();
    if (open.isEmpty()) {
      return;
    }
    RecordId record = open.get(Math.floorMod(which, open.size()));
    Map<String, Choice> choices = new LinkedHashMap<>();
    Disagreement d = hq.disagreements().of(record).orElseThrow();
    for (Disagreement.Point p : d.points()) {
      List<Disagreement.Voice> voices =
          p.voices().stream().sorted(Comparator.comparing(Disagreement.Voice::version)).toList();
      choices.put(
          p.key(), new Choice.Keep(voices.get(Math.floorMod(version, voices.size())).version()));
    }
    if (!choices.isEmpty()) {
      hq.disagreements().decide(record, choices, "one of them was right");
      tally.did(Deed.DECIDED);
    }
  }
}
