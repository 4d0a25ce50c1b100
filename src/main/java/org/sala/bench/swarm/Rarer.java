package org.sala.bench.swarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What happens in few histories. Each kind has numbers of its own, so that a history in which it
 * does not happen means what it meant before there was that kind.
 */
final class Rarer {
  private Rarer() {}

  /** Puts into some histories what is rare; the last ones change nothing of those before. */
  static void into(List<Step> steps, long seed, int stations) {
    erasing(new Random(seed * 0xC2B2AE3D27D4EB4FL + 11), steps);
    abroad(new Random(seed * 0xD6E8FEB86659FD93L + 17), stations, steps);
    weeks(new Random(seed * 0x94D049BB133111EBL + 13), steps);
    setBack(new Random(seed * 0xBF58476D1CE4E5B9L + 19), stations, steps);
    exchange(new Random(seed * 0xFF51AFD7ED558CCDL + 23), stations, steps);
    links(new Random(seed * 0xC4CEB9FE1A85EC53L + 29), stations, steps);
    bulletins(new Random(seed * 0xA24BAED4963EE407L + 31), steps);
    undecided(new Random(seed * 0x9FB21C651E98DF25L + 37), stations, steps);
    newKeys(new Random(seed * 0xE7037ED1A0B428DBL + 41), steps);
    ages(new Random(seed * 0x8EBC6AF09C88C6E3L + 43), stations, steps);
  }

  /** In one of six headquarters goes on from a backup, after some work has come and gone out. */
  private static void setBack(Random random, int stations, List<Step> steps) {
    if (random.nextInt(6) != 0) {
      return;
    }
    int one = random.nextInt(stations);
    int other = another(random, stations, one);
    int record = random.nextInt(4);
    List<Step> errand = new ArrayList<>();
    errand.add(new Step.Lend(one, other, record));
    errand.add(new Step.BackupHeadquarters());
    differ(random, one, other, record, errand);
    errand.add(new Step.Decide(random.nextInt(1000), random.nextInt(4)));
    int way = random.nextInt(World.WAYS);
    errand.add(new Step.Answer(way));
    errand.add(new Step.Take(one, way, random.nextLong()));
    if (random.nextBoolean()) {
      errand.add(new Step.Take(other, way, random.nextLong()));
    }
    errand.add(new Step.RestoreHeadquarters(random.nextInt(4) == 0));
    if (random.nextBoolean()) {
      setBackAgain(random, one, other, errand);
    }
    spread(random, errand, steps);
  }

  /** From the same backup once more, which knows nothing of what came and went in between. */
  private static void setBackAgain(Random random, int one, int other, List<Step> errand) {
    goesHome(random, one, errand);
    goesHome(random, other, errand);
    errand.add(new Step.Decide(random.nextInt(1000), random.nextInt(4)));
    int way = random.nextInt(World.WAYS);
    errand.add(new Step.Answer(way));
    if (random.nextBoolean()) {
      errand.add(new Step.Take(one, way, random.nextLong()));
    }
    errand.add(new Step.RestoreHeadquarters(random.nextInt(4) == 0));
  }

  /** In one of eight a copy goes to another agency, by numbers that change nothing else. */
  private static void abroad(Random random, int stations, List<Step> steps) {
    if (random.nextInt(8) != 0) {
      return;
    }
    int laptop = random.nextInt(stations);
    int record = random.nextInt(4);
    List<Step> errand = new ArrayList<>();
    errand.add(new Step.Let(laptop, record, true));
    goesHome(random, laptop, errand);
    errand.add(new Step.Copy(record));
    if (random.nextBoolean()) {
      errand.add(new Step.Let(laptop, record, false));
      goesHome(random, laptop, errand);
    }
    errand.add(new Step.HandOver(random.nextInt(4) > 0));
    errand.add(new Step.FromAbroad(random.nextInt(4) > 0));
    spread(random, errand, steps);
  }

  private static void goesHome(Random random, int laptop, List<Step> errand) {
    int way = random.nextInt(World.WAYS);
    errand.add(new Step.Seal(laptop));
    errand.add(new Step.Carry(laptop, way));
    errand.add(new Step.TakeAtHeadquarters(way, random.nextLong()));
  }

  /** In one of six nobody carries anything for weeks, by numbers that change nothing else. */
  private static void weeks(Random random, List<Step> steps) {
    if (random.nextInt(6) == 0) {
      int at = steps.size() / 2 + random.nextInt(steps.size() / 2);
      steps.add(at, new Step.Pass(29 + random.nextInt(40)));
    }
  }

  /** In one of six headquarters erases something, by numbers that change nothing else in any. */
  private static void erasing(Random random, List<Step> steps) {
    if (random.nextInt(6) != 0) {
      return;
    }
    int at = steps.size() / 3 + random.nextInt(2 * steps.size() / 3);
    if (random.nextInt(4) == 0) {
      steps.add(at++, new Step.KillHeadquarters(random.nextInt(4), random.nextBoolean()));
    }
    steps.add(at, new Step.Erase(random.nextInt(1000)));
  }

  /** In one of six two stations exchange what they wrote, after headquarters has told of them. */
  private static void exchange(Random random, int stations, List<Step> steps) {
    if (random.nextInt(6) != 0) {
      return;
    }
    int one = random.nextInt(stations);
    int other = another(random, stations, one);
    List<Step> errand = new ArrayList<>();
    hearsOfTheOthers(random, one, errand);
    hearsOfTheOthers(random, other, errand);
    errand.add(new Step.Make(one, Step.What.PERSON_WITH_YES));
    goesAcross(random, one, other, errand);
    errand.add(new Step.Edit(other, random.nextInt(4), random.nextInt(12), random.nextInt(1000)));
    errand.add(new Step.Edit(one, random.nextInt(4), random.nextInt(12), random.nextInt(1000)));
    goesAcross(random, other, one, errand);
    goesHome(random, random.nextBoolean() ? one : other, errand);
    spread(random, errand, steps);
  }

  /** In one of six two records are said to be one person's, and not everybody agrees. */
  private static void links(Random random, int stations, List<Step> steps) {
    if (random.nextInt(6) != 0) {
      return;
    }
    int one = random.nextInt(stations);
    int other = another(random, stations, one);
    List<Step> errand = new ArrayList<>();
    hearsOfTheOthers(random, one, errand);
    hearsOfTheOthers(random, other, errand);
    errand.add(new Step.Make(one, Step.What.PERSON_WITH_YES));
    errand.add(new Step.Make(random.nextBoolean() ? one : other, Step.What.PERSON_WITHOUT));
    errand.add(new Step.Link(one, random.nextInt(1000), random.nextInt(1000)));
    if (random.nextInt(3) > 0) {
      goesAcross(random, one, other, errand);
      errand.add(new Step.Part(other, random.nextInt(1000), random.nextBoolean()));
      goesHome(random, other, errand);
    }
    goesHome(random, one, errand);
    switch (random.nextInt(4)) {
      case 0 -> errand.add(new Step.Part(one, random.nextInt(1000), random.nextBoolean()));
      case 1 -> errand.add(new Step.Part(-1, random.nextInt(1000), random.nextBoolean()));
      case 2 -> errand.add(new Step.Link(-1, random.nextInt(1000), random.nextInt(1000)));
      default -> {
        // Nobody says more.
      }
    }
    spread(random, errand, steps);
  }

  /** In one of six somebody is said to be a child, and an adult, and a second officer signs. */
  private static void ages(Random random, int stations, List<Step> steps) {
    if (random.nextInt(6) != 0) {
      return;
    }
    int one = random.nextInt(stations);
    int other = random.nextBoolean() ? one : another(random, stations, one);
    int record = random.nextInt(4);
    List<Step> errand = new ArrayList<>();
    errand.add(new Step.Make(one, Step.What.PERSON_WITH_YES));
    errand.add(new Step.Age(one, record, true));
    errand.add(new Step.LendPerson(one, other, record));
    if (random.nextBoolean()) {
      errand.add(new Step.Pass(1));
    }
    errand.add(new Step.Age(other, record, false));
    if (random.nextBoolean()) {
      errand.add(new Step.Age(one, record, random.nextInt(3) == 0));
    }
    errand.add(new Step.LendPerson(other, one, record));
    if (random.nextInt(3) > 0) {
      errand.add(new Step.SignAge(one, record, random.nextInt(3) > 0));
    }
    goesHome(random, random.nextBoolean() ? one : other, errand);
    if (random.nextInt(3) == 0) {
      errand.add(new Step.Decide(random.nextInt(1000), random.nextInt(4)));
    }
    spread(random, errand, steps);
  }

  /** In one of six the issuing key is replaced, or the authority, or both. */
  private static void newKeys(Random random, List<Step> steps) {
    if (random.nextInt(6) != 0) {
      return;
    }
    int which = random.nextInt(3);
    int at = steps.size() / 4 + random.nextInt(3 * steps.size() / 4);
    if (which < 2) {
      steps.add(at, new Step.NewKey(true));
    }
    if (which > 0) {
      // Before it, and often nobody hears of either between.
      steps.add(Math.max(0, at - random.nextInt(6)), new Step.NewKey(false));
    }
    if (random.nextInt(4) == 0) {
      steps.add(at, new Step.KillHeadquarters(random.nextInt(3), random.nextBoolean()));
    }
  }

  /** In one of six headquarters tells all stations something, and half of it does not hold long. */
  private static void bulletins(Random random, List<Step> steps) {
    if (random.nextInt(6) != 0) {
      return;
    }
    List<Step> errand = new ArrayList<>();
    errand.add(new Step.Tell(false));
    if (random.nextBoolean()) {
      errand.add(new Step.Answer(random.nextInt(World.WAYS)));
      errand.add(new Step.Tell(true));
    }
    spread(random, errand, steps);
  }

  /** In one of six what headquarters decided is taken back, after a station heard of it or not. */
  private static void undecided(Random random, int stations, List<Step> steps) {
    if (random.nextInt(6) != 0) {
      return;
    }
    int one = random.nextInt(stations);
    int other = another(random, stations, one);
    List<Step> errand = new ArrayList<>();
    int record = random.nextInt(4);
    errand.add(new Step.Lend(one, other, record));
    differ(random, one, other, record, errand);
    errand.add(new Step.Decide(random.nextInt(1000), random.nextInt(4)));
    int way = random.nextInt(World.WAYS);
    errand.add(new Step.Answer(way));
    if (random.nextBoolean()) {
      errand.add(new Step.Take(one, way, random.nextLong()));
    }
    errand.add(new Step.Undecide(random.nextInt(1000)));
    spread(random, errand, steps);
  }

  /** Two write one field, neither knowing of the other's, and both send it. */
  private static void differ(Random random, int one, int other, int record, List<Step> errand) {
    errand.add(new Step.Edit(one, record, 0, random.nextInt(1000)));
    errand.add(new Step.Edit(other, record, 0, random.nextInt(1000)));
    goesHome(random, one, errand);
    goesHome(random, other, errand);
  }

  private static int another(Random random, int stations, int than) {
    return (than + 1 + random.nextInt(stations - 1)) % stations;
  }

  /** With the first answer headquarters tells a station which others there are. */
  private static void hearsOfTheOthers(Random random, int laptop, List<Step> errand) {
    errand.add(new Step.Make(laptop, Step.What.CASE));
    goesHome(random, laptop, errand);
    int way = random.nextInt(World.WAYS);
    errand.add(new Step.Answer(way));
    errand.add(new Step.Take(laptop, way, random.nextLong()));
  }

  private static void goesAcross(Random random, int from, int to, List<Step> errand) {
    int way = random.nextInt(World.WAYS);
    errand.add(new Step.SealFor(from, to));
    errand.add(new Step.Carry(from, way));
    errand.add(new Step.Take(to, way, random.nextLong()));
  }

  /** One after the other, with up to three steps of others between them. */
  private static void spread(Random random, List<Step> errand, List<Step> steps) {
    int at = steps.size() / 3;
    for (Step step : errand) {
      at = Math.min(steps.size(), at + random.nextInt(4));
      steps.add(at++, step);
    }
  }
}
