package org.sala.bench.swarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Steps that lead to each other: single ones at random seldom find a package on the stick that is
 * lost, a backup to bring back, two versions between which somebody could decide. Errands of one
 * history are played through each other.
 */
final class Errand {
  /** Records that errands speak of, so that two laptops often mean the same one. */
  private static final int RECORDS = 4;

  private static final int FIELDS = 12;

  private final Random random;
  private final int stations;
  private final List<Step> steps = new ArrayList<>();

  private Errand(Random random, int stations) {
    this.random = random;
    this.stations = stations;
  }

  /** One at random. */
  static List<Step> any(Random random, int stations) {
    Errand errand = new Errand(random, stations);
    switch (random.nextInt(16)) {
      case 0 -> errand.roundTrip();
      case 1, 2, 3, 4 -> errand.quarrel();
      case 5, 6 -> errand.lostLaptop();
      case 7, 8 -> errand.takenBack();
      case 9 -> errand.openForm();
      case 10, 11 -> errand.foundTwice();
      case 12 -> errand.revoked();
      case 13 -> errand.oneCase();
      default -> errand.twoCopies();
    }
    return errand.steps;
  }

  /** Work goes home and is answered; anything may happen to it on the way. */
  private void roundTrip() {
    int at = station();
    make(at);
    edit(at, record(), value());
    home(at);
    back(at);
  }

  /** Two write differently of one field, headquarters decides, and both are told. */
  private void quarrel() {
    int one = station();
    int other = another(one);
    int record = record();
    int field = random.nextInt(FIELDS);
    int value = value();
    make(one);
    steps.add(new Step.Lend(one, other, record));
    steps.add(new Step.Edit(one, record, field, value));
    steps.add(new Step.Edit(other, record, field, value + 1));
    home(one);
    home(other);
    steps.add(new Step.Decide(random.nextInt(1000), random.nextInt(4)));
    if (random.nextBoolean()) {
      // One of them did not know of it, and writes again.
      steps.add(new Step.Edit(one, record, field, value + 2));
    }
    back(one);
    back(other);
  }

  /** What was written and sent after the backup is not on the laptop that comes back. */
  private void lostLaptop() {
    int at = station();
    int record = record();
    edit(at, record, value());
    steps.add(new Step.Backup(at));
    edit(at, record, value());
    home(at);
    if (random.nextBoolean()) {
      back(at);
    }
    steps.add(new Step.Restore(at));
    edit(at, record, value());
    home(at);
  }

  /** Somebody takes back at one laptop what another one goes by, before it hears of it or after. */
  private void takenBack() {
    int one = station();
    int other = another(one);
    int record = record();
    steps.add(new Step.Make(one, Step.What.PERSON_WITH_YES));
    steps.add(new Step.Lend(one, other, record));
    edit(one, record, value());
    int early = random.nextBoolean() ? one : other;
    steps.add(new Step.Seal(early));
    if (random.nextBoolean()) {
      // Said there without knowing of what is taken back here.
      steps.add(new Step.Yes(other, record));
    }
    steps.add(new Step.TakeBack(one, record));
    if (random.nextBoolean()) {
      steps.add(new Step.Lend(one, other, record));
    }
    steps.add(new Step.Carry(early, way()));
    edit(other, record, value());
    boolean last = random.nextBoolean();
    home(last ? one : other);
    home(last ? other : one);
  }

  /** A form stands open while the same fields are written elsewhere, and that comes. */
  private void openForm() {
    int one = station();
    int other = another(one);
    int record = record();
    int field = random.nextInt(FIELDS);
    make(one);
    steps.add(new Step.Lend(one, other, record));
    steps.add(new Step.Open(one, record));
    steps.add(new Step.Edit(other, record, field + random.nextInt(2), value()));
    steps.add(new Step.Lend(other, one, record));
    if (random.nextBoolean()) {
      // On another page, of what the form shows as well.
      steps.add(new Step.Edit(one, record, field + random.nextInt(2), value()));
    }
    steps.add(new Step.Save(one, field, value()));
    home(one);
  }

  /** Two find otherwise of one person, and a third one who knows of both, or of one. */
  private void foundTwice() {
    int one = station();
    int other = another(one);
    int third = station();
    int record = record();
    steps.add(new Step.Make(one, Step.What.PERSON_WITH_YES));
    steps.add(new Step.Lend(one, other, record));
    find(one, record, false);
    find(other, record, true);
    if (random.nextBoolean()) {
      steps.add(new Step.Lend(one, third, record));
    }
    if (random.nextBoolean()) {
      steps.add(new Step.Lend(other, third, record));
    }
    find(third, record, random.nextBoolean());
    home(other);
    home(third);
  }

  private void find(int at, int record, boolean lower) {
    steps.add(new Step.Find(at, record, lower, random.nextInt(4)));
    if (lower && random.nextInt(4) > 0) {
      steps.add(new Step.Confirm(at, record, random.nextInt(6) > 0));
    }
  }

  /** Work is on its way and written on when somebody is taken back. */
  private void revoked() {
    int at = station();
    int record = record();
    edit(at, record, value());
    home(at);
    steps.add(new Step.Seal(at));
    steps.add(new Step.Carry(at, way()));
    if (random.nextBoolean()) {
      steps.add(new Step.Lend(at, another(at), record));
    }
    steps.add(new Step.Revoke(at, random.nextBoolean()));
    edit(at, record, value());
    home(at);
    back(at);
    if (random.nextBoolean()) {
      steps.add(new Step.Admit(0));
    }
    home(another(at));
  }

  /** A case goes alone, with its people; the rest goes after it. */
  private void oneCase() {
    int at = station();
    steps.add(new Step.Make(at, Step.What.CASE));
    steps.add(new Step.Make(at, Step.What.PERSON_IN_CASE));
    edit(at, record(), value());
    if (random.nextBoolean()) {
      steps.add(new Step.Yes(at, record()));
    }
    steps.add(new Step.SealCase(at, record()));
    steps.add(new Step.Carry(at, way()));
    make(at);
    home(at);
    back(at);
  }

  /** The copy is the last of the laptops. */
  private void twoCopies() {
    int at = station();
    int record = record();
    steps.add(new Step.Clone(at));
    edit(at, record, value());
    edit(stations, record, value());
    home(at);
    home(stations);
    if (random.nextBoolean()) {
      steps.add(new Step.Admit(0));
    }
    back(at);
  }

  /** By one way, and sometimes by another one too, so that it arrives twice. */
  private void home(int from) {
    int way = way();
    if (random.nextInt(6) == 0) {
      steps.add(new Step.Kill(from, random.nextInt(4), random.nextBoolean()));
    }
    steps.add(new Step.Seal(from));
    steps.add(new Step.Carry(from, way));
    boolean twoWays = random.nextInt(4) == 0;
    int another = (way + 1) % World.WAYS;
    if (twoWays) {
      steps.add(new Step.Carry(from, another));
    }
    trouble(way);
    if (random.nextInt(6) == 0) {
      steps.add(new Step.KillHeadquarters(random.nextInt(8), random.nextBoolean()));
    }
    steps.add(new Step.TakeAtHeadquarters(way, random.nextLong()));
    if (twoWays) {
      steps.add(new Step.TakeAtHeadquarters(another, random.nextLong()));
    }
  }

  private void back(int to) {
    int way = way();
    steps.add(new Step.Answer(way));
    trouble(way);
    if (random.nextInt(6) == 0) {
      steps.add(new Step.Kill(to, random.nextInt(6), random.nextBoolean()));
    }
    steps.add(new Step.Take(to, way, random.nextLong()));
  }

  private void trouble(int way) {
    switch (random.nextInt(16)) {
      case 0, 1, 2 -> steps.add(new Step.Lose(way, random.nextInt(1000)));
      case 3, 4 -> steps.add(new Step.Twice(way, random.nextInt(1000)));
      case 5, 6 ->
          steps.add(
              new Step.SetClock(
                  station(), Duration.ofDays(365).multipliedBy(random.nextInt(21) - 10L)));
      case 7 -> steps.add(new Step.Cut(random.nextBoolean()));
      default -> {
        // It goes well.
      }
    }
  }

  private void make(int at) {
    Step.What[] all = Step.What.values();
    steps.add(new Step.Make(at, all[random.nextInt(all.length)]));
  }

  private void edit(int at, int record, int value) {
    steps.add(new Step.Edit(at, record, random.nextInt(FIELDS), value));
  }

  private int station() {
    return random.nextInt(stations);
  }

  private int another(int than) {
    return (than + 1 + random.nextInt(stations - 1)) % stations;
  }

  private int way() {
    return random.nextInt(World.WAYS);
  }

  private int record() {
    return random.nextInt(RECORDS);
  }

  private int value() {
    return random.nextInt(1000);
  }
}
