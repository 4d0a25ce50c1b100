package org.sala.casework.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.carrier.Carrier;
import org.sala.carrier.Listing;
import org.sala.casework.Desk;
import org.sala.casework.Desks;

/** What was looked at on carriers is remembered, for good or for a while, over an unlock. */
class SeenTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void begin() {
    desk = Desks.create(folder.resolve("station"), "Officer One Example", "one");
  }

  @AfterEach
  void end() {
    desk.close();
  }

  private static Carrier.Waiting file(int number) {
    return new Carrier.Waiting("file" + number + ".sala", 10, "mark of " + number);
  }

  private static Listing there(List<Carrier.Waiting> all) {
    return new Listing("", all, Optional.empty());
  }

  @Test
  void whatIsKnownForGoodAForAWeekAndForADayIsReadBackAsItWas() {
    try (Seen seen = new Seen(Desks.station(desk))) {
      seen.addForDay("c", file(1), "eyes", TODAY);
      seen.addForWeek("c", file(2), "eyes", TODAY);
      seen.add("c", file(3), "eyes");
      seen.addForDay("c", file(3), "eyes", TODAY);
      seen.addForDay("c", file(4), "eyes", TODAY);
      seen.addForDay("c", file(4), "eyes", TODAY.plusDays(1));
      seen.keep("c", there(List.of(file(1), file(2), file(3), file(4))));
    }
    try (Seen seen = new Seen(Desks.station(desk))) {
      assertThat(seen.has("c", file(1), "eyes", TODAY)).isTrue();
      assertThat(seen.has("c", file(1), "eyes", TODAY.plusDays(1))).isFalse();
      assertThat(seen.has("c", file(1), "other eyes", TODAY)).isFalse();
      assertThat(seen.has("c", file(2), "eyes", TODAY)).isTrue();
      assertThat(seen.has("c", file(2), "eyes", TODAY.plusDays(8))).isFalse();
      assertThat(seen.has("c", file(3), "eyes", TODAY.plusYears(9)))
          .as("a word for a day takes nothing from one for good")
          .isTrue();
      assertThat(seen.has("c", file(4), "eyes", TODAY)).isFalse();
      assertThat(seen.has("c", file(4), "eyes", TODAY.plusDays(1))).isTrue();
    }
  }

  /** Each used to look through all that were known. */
  @Test
  void aHundredThousandAreWrittenDownAndWhatLiesThereNoMoreIsForgotten() {
    List<Carrier.Waiting> all = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      all.add(file(i));
    }
    try (Seen seen = new Seen(Desks.station(desk))) {
      all.forEach(w -> seen.addForWeek("c", w, "eyes", TODAY));
      seen.keep("c", there(all.subList(0, 50_000)));
    }
    try (Seen seen = new Seen(Desks.station(desk))) {
      assertThat(all.subList(0, 50_000)).allMatch(w -> seen.has("c", w, "eyes", TODAY));
      assertThat(all.subList(50_000, 100_000)).noneMatch(w -> seen.has("c", w, "eyes", TODAY));
    }
  }

  @Test
  void whatWasBroughtWholeBeforeAKillIsTakenAwayAndWhatWasCutStays() throws Exception {
    Path inbox = folder.resolve("station/inbox");
    Files.write(inbox.resolve("whole.sala"), new byte[10]);
    Files.write(inbox.resolve("cut.sala.1.part"), new byte[10]);
    desk.close();
    desk = Desks.unlock(folder.resolve("station"), "one");
    assertThat(inbox).isDirectoryNotContaining("glob:**whole.sala");
    assertThat(inbox.resolve("cut.sala.1.part")).exists();
  }
}
