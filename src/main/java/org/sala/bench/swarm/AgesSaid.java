package org.sala.bench.swarm;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.casework.people.Ages;
import org.sala.casework.people.PossiblyChild;
import org.sala.casework.station.CaseworkFault;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;
import org.sala.merge.Lineage;

/**
 * Plays that somebody's age is said and said otherwise, and that a second officer signs; and judges
 * that whoever may be a child is treated as one, and that what waits is shown to whoever signs.
 */
final class AgesSaid {
  private static final String CHILD = "2014";
  private static final String ADULT = "1990";

  private final World world;

  AgesSaid(World world) {
    this.world = world;
  }

  void say(Laptop at, RecordId person, boolean child) {
    String typed = child ? CHILD : ADULT;
    Value value = at.people().readBirth(typed).toValue();
    world.writes(person, Map.of(TrueAges.BIRTH, value));
    world.writes(person, Map.of(TrueAges.BIRTH, Lineage.slip((Value.Parts) value)));
    try {
      at.people().setBirth(person, typed, "as it was told");
      world.tally().did(Deed.AGE_SAID);
    } catch (CaseworkFault e) {
      if (e.code() != CaseworkFault.Code.AGE_WAITS) {
        throw e;
      }
      // A colleague's waits: whoever agrees signs for it.
    }
  }

  void sign(Laptop at, RecordId person, boolean agrees) {
    List<Ages.Waiting> waiting = at.ages().waiting(person);
    if (!waiting.isEmpty()) {
      Ages.Signed came =
          at.ages()
              .sign(waiting.getFirst(), agrees, "as it was read", Founded.SECOND, Founded.phrase());
      if (came == Ages.Signed.WRONG_PASSPHRASE) {
        throw new IllegalStateException(came.name());
      }
      if (came == Ages.Signed.DONE) {
        world.tally().did(Deed.AGE_SIGNED);
      }
    }
  }

  /** What is wrong with how a laptop treats those whose ages it knows. */
  List<String> wrong(Laptop at, Truth truth) {
    Set<String> wrong = new LinkedHashSet<>();
    for (World.Known k : world.records()) {
      if (!k.kind().equals(Kinds.PERSON)) {
        continue;
      }
      Map<RevisionId, Value> ages =
          truth.fields(k.id(), Compartment.INVESTIGATION).getOrDefault(TrueAges.BIRTH, Map.of());
      boolean child = ages.values().stream().anyMatch(v -> TrueAges.isChild(k.id(), v));
      if (child && !new PossiblyChild(at.station()).is(k.id())) {
        wrong.add(at + ": somebody who may be a child is treated as an adult");
      }
      if (child
          && at != world.headquarters()
          && waits(at, k.id(), ages, truth)
          && at.ages().waiting(k.id()).isEmpty()) {
        wrong.add(at + ": an age waits, and nobody is asked to sign for it");
      }
    }
    return new ArrayList<>(wrong);
  }

  /** Whether an adult's age stands on top of a child's that was said here. */
  private static boolean waits(
      Laptop at, RecordId person, Map<RevisionId, Value> ages, Truth truth) {
    return ages.keySet().stream()
        .filter(was -> TrueAges.isChild(person, java.util.Objects.requireNonNull(ages.get(was))))
        .filter(was -> truth.station(was).equals(at.station().identity().station()))
        .anyMatch(
            was -> ages.keySet().stream().anyMatch(is -> isOver(is, was, person, ages, truth)));
  }

  private static boolean isOver(
      RevisionId is, RevisionId was, RecordId person, Map<RevisionId, Value> ages, Truth truth) {
    return !TrueAges.isChild(person, java.util.Objects.requireNonNull(ages.get(is)))
        && truth.isBefore(was, truth.revision(is));
  }
}
