package org.sala.casework.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desks;
import org.sala.casework.station.Station;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.store.Questions;

/** What headquarters owes is asked of the view once for all its stations, and once for an act. */
class OwedQuestionsTest {
  @TempDir Path folder;
  private Hall hall;
  private Station hq;

  @BeforeEach
  void twoStationsThatHaveHeardOfEachOther() {
    hall = new Hall(folder);
    hall.heard();
    hq = Desks.station(hall.hq);
  }

  @AfterEach
  void everybodyGoesHome() {
    hall.close();
  }

  /** Enrols as many more of which nothing but their names is known. */
  private void more(int stations) {
    List<String> ids = new ArrayList<>(hq.state().texts("stations"));
    Map<String, Value> more = new LinkedHashMap<>();
    for (int i = 0; i < stations; i++) {
      StationId id = new StationId(hq.ids().record().value());
      more.put("station." + id, new Value.Parts(Map.of("name", Value.text("Station " + i))));
      ids.add(id.toString());
    }
    more.put("stations", Value.texts(ids));
    hq.state().set(more);
  }

  private int questions(int waiting) {
    AtomicInteger questions = new AtomicInteger();
    Questions.watch(hq.view(), questions::incrementAndGet);
    assertThat(hall.hq.forStations().waiting()).hasSize(waiting);
    Questions.watch(hq.view(), () -> {});
    return questions.get();
  }

  @Test
  void aHundredStationsTakeAsManyQuestionsAsTwo() {
    hall.hq.bulletins().tell("The old hotline is dead", "Call 0-0000 instead.");
    int two = questions(2);
    more(98);
    int hundred = questions(100);
    assertThat(hundred).as("for two it took " + two).isEqualTo(two).isLessThan(20);
  }

  @Test
  void whoAsksAgainBeforeAnythingWasWrittenAsksNothing() {
    hall.hq.bulletins().tell("The old hotline is dead", "Call 0-0000 instead.");
    assertThat(questions(2)).isPositive();
    int again = questions(2);
    assertThat(again).isZero();
    more(1);
    assertThat(questions(3)).as("another station").isPositive();
    hall.hq.bulletins().tell("Another", "word");
    assertThat(questions(3)).as("another act").isPositive();
  }
}
