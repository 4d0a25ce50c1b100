package org.sala.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.sala.casework.Desk;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Many invented people in a workspace, registered and edited through casework in bulk. */
final class Crowd {
  private static final List<String> LANGUAGES = List.of("th", "my", "vi", "zh", "hi", "id", "am");
  private static final int IN_ONE_ACT = 8;

  private final Desk desk;
  private final Random random = new Random(7);
  private int people;

  Crowd(Desk desk) {
    this.desk = desk;
  }

  /** About so many revisions in acts of four on average: the shape of real nights. */
  void nights(int revisions) {
    List<RecordId> cases = new ArrayList<>();
    for (int i = 0; i < Math.max(1, revisions / 5000); i++) {
      cases.add(openCase(i));
    }
    int made = 0;
    while (made < revisions) {
      List<RecordId> ids = desk.people().register(people(IN_ONE_ACT));
      edit(ids, "interpreter", "Interpreter " + random.nextInt(40));
      RecordId caseId = cases.get(random.nextInt(cases.size()));
      desk.people().add(caseId, person(), "said", "");
      desk.people().edit(ids.getFirst(), Map.of("sex", Value.text("f")), "");
      desk.people().edit(ids.getLast(), Map.of("nationality/a", Value.text("XX")), "");
      made += 2 * IN_ONE_ACT + 4;
    }
  }

  /** Makes so many people, each with so many revisions, in large acts. */
  void hall(int count, int revisionsEach) {
    for (int done = 0; done < count; done += 500) {
      List<RecordId> ids = desk.people().register(people(Math.min(500, count - done)));
      for (int i = 1; i < revisionsEach; i++) {
        edit(ids, "interpreter", "Interpreter " + random.nextInt(40));
      }
    }
  }

  private void edit(List<RecordId> ids, String key, String text) {
    desk.people().editAll(ids, Map.of(key, Value.text(text)), "");
  }

  private RecordId openCase(int i) {
    return desk.cases()
        .open(new Cases.NewCase("Example hall " + i, "rescue", "normal", "Example Town", ""));
  }

  private List<People.NewPerson> people(int count) {
    List<People.NewPerson> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(person());
    }
    return all;
  }

  private People.NewPerson person() {
    int n = ++people;
    return new People.NewPerson(
        "X-" + n,
        word() + " " + word() + " Example",
        "",
        n % 2 == 0 ? "f" : "m",
        Integer.toString(16 + n % 40),
        LANGUAGES.get(n % LANGUAGES.size()));
  }

  /** A made-up word of two or three syllables: names of a hall begin with every letter. */
  private String word() {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      word.append("bcdfghjklmnprstvwz".charAt(random.nextInt(18)));
      word.append("aeiou".charAt(random.nextInt(5)));
    }
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
