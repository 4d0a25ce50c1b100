package org.sala.casework.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sala.domain.IdSource;
import org.sala.domain.RecordId;

/** What must not be behind one door, over many houses. */
class SharingTest {
  private static final IdSource IDS = new IdSource(Clock.systemUTC(), new SecureRandom());

  private static Sharing.Guest guest(int n, String age, String room) {
    return new Sharing.Guest(
        IDS.record(),
        "A-" + n,
        !age.equals("adult"),
        age.equals("child"),
        Optional.of(new Stay.Placing("", room, "", Stay.Freedom.FREE, "", Stay.Phone.OWN, "")));
  }

  private static Pairs.Pair pair(Sharing.Guest a, Sharing.Guest b, Pairs.How how, boolean counts) {
    return new Pairs.Pair(IDS.record(), a.id(), b.id(), how, counts, !counts, "");
  }

  @Test
  void whatIsRedOfOneIsRedOfTheOther() {
    Random random = new Random(20_261_128);
    for (int house = 0; house < 200; house++) {
      List<Sharing.Guest> guests = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        guests.add(
            guest(
                i,
                List.of("adult", "child", "doubt").get(random.nextInt(3)),
                Integer.toString(1 + random.nextInt(3))));
      }
      List<Pairs.Pair> pairs = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        pairs.add(
            pair(
                guests.get(random.nextInt(4)),
                guests.get(4 + random.nextInt(4)),
                random.nextBoolean() ? Pairs.How.APART : Pairs.How.VERIFIED,
                random.nextBoolean()));
      }
      Map<RecordId, List<House.Alarm>> all = Sharing.alarms(guests, pairs);
      for (Sharing.Guest one : guests) {
        for (House.Alarm a : all.getOrDefault(one.id(), List.of())) {
          Sharing.Guest other =
              guests.stream().filter(g -> g.number().equals(a.other())).findFirst().orElseThrow();
          assertThat(all.get(other.id())).contains(new House.Alarm(a.what(), one.number()));
        }
      }
    }
  }

  @Test
  void doubtOfAnAgeProtectsOnBothSidesAndTwoChildrenAreNotKeptFromEachOther() {
    Sharing.Guest doubt = guest(1, "doubt", "1");
    Sharing.Guest alsoDoubt = guest(2, "doubt", "1");
    assertThat(Sharing.alarms(List.of(doubt, alsoDoubt), List.of())).hasSize(2);
    Sharing.Guest child = guest(3, "child", "2");
    Sharing.Guest alsoChild = guest(4, "child", "2");
    assertThat(Sharing.alarms(List.of(child, alsoChild), List.of())).isEmpty();
    assertThat(Sharing.alarms(List.of(child, guest(5, "doubt", "2")), List.of())).hasSize(2);
    assertThat(Sharing.alarms(List.of(guest(6, "adult", "3"), guest(7, "adult", "3")), List.of()))
        .isEmpty();
  }

  @Test
  void keptApartOutweighsAVerifiedBond() {
    Sharing.Guest child = guest(1, "child", "1");
    Sharing.Guest adult = guest(2, "adult", "1");
    List<Pairs.Pair> both =
        List.of(
            pair(child, adult, Pairs.How.VERIFIED, true),
            pair(adult, child, Pairs.How.APART, true));
    assertThat(Sharing.alarms(List.of(child, adult), both).get(child.id()))
        .containsExactly(new House.Alarm(House.Alarming.APART_SAME_ROOM, "A-2"));
    assertThat(Sharing.alarms(List.of(child, adult), both.subList(0, 1))).isEmpty();
  }
}
