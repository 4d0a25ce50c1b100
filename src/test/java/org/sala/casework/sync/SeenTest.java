package org.sala.casework.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
  void ofNamesWithoutEndTheOldestAreForgotten() {
    try (Seen seen = new Seen(Desks.station(desk), 3)) {
      for (int i = 0; i < 4; i++) {
        seen.addForWeek("c", file(i), "eyes", TODAY);
      }
      seen.add("other", file(9), "eyes");
      seen.keep("c", there(List.of(file(0), file(1), file(2), file(3))));
    }
    try (Seen seen = new Seen(Desks.station(desk), 3)) {
      seen.add("c", file(5), "eyes");
      assertThat(IntStream.range(0, 6).filter(i -> seen.has("c", file(i), "eyes", TODAY)))
          .containsExactly(2, 3, 5);
      assertThat(seen.has("other", file(9), "eyes", TODAY)).isTrue();
    }
  }

  @Test
  void whatWasBroughtWholeBeforeAKillIsTakenAwayAndWhatWasCutStays() throws Exception {
    Path inbox = new Inbox(Desks.station(desk)).of("a carrier");
    Path other = new Inbox(Desks.station(desk)).of("another");
    Files.write(inbox.resolve("whole.sala"), new byte[10]);
    Files.write(other.resolve("whole.sala"), new byte[10]);
    Files.write(inbox.resolve("cut.sala.1.part"), new byte[10]);
    Path old = Files.write(inbox.resolve("old.sala.1.part"), new byte[10]);
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(31))));
    desk.close();
    desk = Desks.unlock(folder.resolve("station"), "one");
    assertThat(inbox).isDirectoryNotContaining("glob:**whole.sala");
    assertThat(inbox.resolve("cut.sala.1.part")).exists();
    assertThat(old).as("nobody goes on with it").doesNotExist();
    assertThat(other).as("a place in which nothing is left").doesNotExist();
  }
}
