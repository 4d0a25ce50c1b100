package org.sala.bench.swarm;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.erasing.Erasing;
import org.sala.casework.erasing.Erasures;
import org.sala.casework.headquarters.Bulletins;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.joining.Choice;
import org.sala.casework.joining.Disagreement;
import org.sala.casework.joining.Disagreements;
import org.sala.casework.joining.Reopening;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.take.Quarantine;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Roster;
import org.sala.domain.Fingerprint;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;

/** What people do at headquarters: answer, admit, decide, take back. */
final class AtHeadquarters {
  private final World world;
  private final Tally tally;
  private final Travelling travelling;

  /** What people here do again where headquarters has forgotten whom it took back. */
  private Runnable takenBack = () -> {};

  AtHeadquarters(World world, Travelling travelling) {
    this.world = world;
    this.tally = world.tally();
    this.travelling = travelling;
  }

  /** What stations wait for goes by a way. */
  void answer(int way) {
    Laptop hq = world.headquarters();
    for (DecisionDelivery.Owed owed : hq.decisions().owed()) {
      hq.decisions().seal(owed.station(), Progress.none());
      tally.did(Deed.SEALED);
    }
    travelling.carry(hq, way);
  }

  /** Two officers admit one of the packages that wait. */
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
  void decide(int which, int version) {
    Laptop hq = world.headquarters();
    Set<RecordId> all = new HashSet<>(hq.disagreements().open());
    List<RecordId> open =
        world.records().stream().map(World.Known::id).filter(all::contains).toList();
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
      String reason = "one of them was right";
      if (d.byTwo(choices.keySet())) {
        Disagreements.Decided came =
            hq.disagreements().decideByTwo(d, choices, reason, Founded.SECOND, Founded.phrase());
        if (came != Disagreements.Decided.DONE) {
          throw new IllegalStateException(came.name());
        }
      } else {
        hq.disagreements().decide(d, choices, reason);
      }
      tally.did(Deed.DECIDED);
    }
  }

  /** Takes one of the decisions back that nothing was written over since. */
  void undecide(int which) {
    Laptop hq = world.headquarters();
    Reopening reopening = new Reopening(hq.station(), hq.ledger());
    List<Reopening.Made> made = reopening.made(Integer.MAX_VALUE);
    if (!made.isEmpty()) {
      reopening.takeBack(made.get(Math.floorMod(which, made.size())).id(), "both may be right");
      tally.did(Deed.UNDECIDED);
    }
  }

  /** Two officers erase a case or somebody, and headquarters is unlocked anew. */
  void erase(RecordId about) {
    Laptop hq = world.headquarters();
    Erasing plan = hq.erasures().plan(about);
    if (plan.isRefused()) {
      return;
    }
    // A journal in memory makes no keys that could be destroyed.
    hq.makeKeys(plan.scope());
    Erasures.Outcome outcome =
        hq.erasures()
            .erase(
                plan,
                plan.number(),
                Erasures.Why.WISH,
                "it was wished",
                Optional.of(new Erasures.Second(Founded.SECOND, Founded.phrase())));
    if (outcome != Erasures.Outcome.DONE) {
      throw new IllegalStateException(outcome.name());
    }
    hq.reopen();
    tally.did(Deed.ERASED);
  }

  /** Tells all stations something, or takes back what was told last and holds. */
  void tell(boolean over) {
    Bulletins bulletins = world.headquarters().bulletins();
    if (over) {
      bulletins.all().stream()
          .filter(b -> !b.over())
          .findFirst()
          .ifPresent(b -> bulletins.takeBack(b.id()));
    } else {
      bulletins.tell("A dead number", "Call nobody there.");
      tally.did(Deed.TOLD_ALL);
    }
  }

  /** Goes on from the last backup; whoever was taken back since is taken back again. */
  void restore(boolean sticks) {
    world.restoreHeadquarters(sticks);
    takenBack.run();
    world.newKeys().again();
  }

  /** Takes whoever seals at a station back, or everybody there; one station in a history. */
  void revoke(Laptop of, boolean all) {
    if (world.gone().any()) {
      return;
    }
    StationId station = of.station().identity().station();
    Laptop hq = world.headquarters();
    for (Roster.Issued i : new Roster(hq.station().state()).issued()) {
      if (i.station().equals(station) && (all || i.key().equals(of.station().me()))) {
        world.gone().officer(i.key());
      }
    }
    if (all) {
      world.gone().everybody(station, hq);
    }
    tally.did(Deed.REVOKED);
    if (world.broken() != Broken.BELIEVED_STILL) {
      Fingerprint officer = of.station().me();
      takenBack = () -> takeBack(station, officer, all);
      takenBack.run();
    }
  }

  private void takeBack(StationId station, Fingerprint officer, boolean all) {
    try {
      revoked(station, officer, all);
    } catch (Crash e) {
      // Whoever is about to take somebody back does it again.
      world.startAgain();
      revoked(station, officer, all);
    }
  }

  private void revoked(StationId station, Fingerprint officer, boolean all) {
    Laptop hq = world.headquarters();
    Headquarters acts = hq.acts();
    if (all) {
      acts.revoke(station, "the laptop was stolen");
    } else {
      acts.stations().stream()
          .filter(s -> s.id().equals(station))
          .flatMap(s -> s.officers().stream())
          .filter(c -> c.key().equals(officer))
          .findFirst()
          .ifPresent(c -> acts.revoke(c.serial(), "no longer with us"));
    }
  }
}
