package org.sala.casework.consent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.casework.station.Act;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Links between people as a program writes them that asks nobody, and the shapes they make. */
public final class Linking {
  private static final int IN_ONE_ACT = 200;

  private Linking() {}

  /** How links lie between people. */
  public enum Shape {
    CHAIN,
    STAR,
    CLIQUE;

    /** The links between so many, in an order that tells nothing. */
    List<int[]> among(int people) {
      List<int[]> all = new ArrayList<>();
      for (int i = 0; i < people; i++) {
        for (int j = i + 1; j < people; j++) {
          if (this == CLIQUE || this == STAR && i == 0 || this == CHAIN && j == i + 1) {
            all.add(new int[] {i, j});
          }
        }
      }
      Collections.shuffle(all, new Random(265));
      return all;
    }
  }

  /** Registers so many adults, A-0 and on. */
  public static List<RecordId> people(Desk desk, int many) {
    return desk.people()
        .register(
            IntStream.range(0, many)
                .mapToObj(i -> new People.NewPerson("A-" + i, "", "", "", "30", "th"))
                .toList());
  }

  /** Says of people in that shape that they are one. */
  public static void link(Desk desk, List<RecordId> people, Shape shape) {
    Station station = Desks.station(desk);
    Ledger ledger = new Ledger(station);
    List<int[]> links = shape.among(people.size());
    for (int from = 0; from < links.size(); from += IN_ONE_ACT) {
      Act act = new Act().because("all the same");
      for (int[] l : links.subList(from, Math.min(links.size(), from + IN_ONE_ACT))) {
        act.make(
            station.ids().record(),
            Kinds.SAME_PERSON,
            station.scope(),
            Map.of(
                "one", Value.ref(people.get(l[0])),
                "other", Value.ref(people.get(l[1])),
                "word", Value.text("SAME"),
                "proposer", Value.text(station.me().hex()),
                "at", station.now().toValue()));
      }
      ledger.write(act);
    }
  }
}
