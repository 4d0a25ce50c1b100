package org.sala.casework.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.domain.Change;
import org.sala.domain.RecordId;
import org.sala.journal.Committed;

/** The view is made ready while the disk is waited for, and shows nothing that does not count. */
class ShowingTest {
  private final ExecutorService beside = Executors.newSingleThreadExecutor();
  private Desk desk;
  private Station station;
  private RecordId record;
  private Change change;
  @TempDir Path folder;

  @BeforeEach
  void somebodyElsesChange() {
    try (Desk other = Desks.create(folder.resolve("other"), "Officer Other", "o")) {
      record = other.cases().open(new Cases.NewCase("Example hall", "rescue", "normal", "", ""));
      List<Change> all = new ArrayList<>();
      Desks.station(other).journal().replay(0, run -> run.forEach(c -> all.add(c.change())));
      change = all.getLast();
    }
    desk = Desks.create(folder.resolve("own"), "Officer Example", "e");
    station = Desks.station(desk);
  }

  @AfterEach
  void leave() {
    desk.close();
    beside.shutdown();
  }

  @Test
  void nothingIsVisibleBeforeItCountsAndAllOfItAfterwards() {
    Showing showing = new Showing(station.view(), beside);
    long before = station.view().applied();
    List<Committed> written =
        station
            .journal()
            .append(
                List.of(change),
                w -> {
                  showing.begin(w.getFirst());
                  assertThat(isVisible(200)).isFalse();
                });
    assertThat(isVisible(200)).as("written, and nobody has said that it counts").isFalse();
    showing.shown();
    assertThat(isVisible(0)).isTrue();
    assertThat(station.view().applied()).isEqualTo(before + 1);
    assertThat(written).hasSize(1);
  }

  @Test
  void whatIsLostLeavesTheViewAsItWasAndTheNextOneIsFollowed() {
    String digest = station.view().digest();
    long before = station.view().applied();
    Showing lost = new Showing(station.view(), beside);
    List<Committed> written =
        station.journal().append(List.of(change), w -> lost.begin(w.getFirst()));
    lost.lost();
    assertThat(isVisible(0)).isFalse();
    assertThat(station.view().applied()).isEqualTo(before);
    assertThat(station.view().digest()).isEqualTo(digest);
    Showing again = new Showing(station.view(), beside);
    again.begin(written.getFirst());
    again.shown();
    assertThat(isVisible(0)).isTrue();
    assertThat(station.view().applied()).isEqualTo(before + 1);
  }

  /** Looks again and again for so long, beside whatever is under way. */
  private boolean isVisible(int millis) {
    CountDownLatch never = new CountDownLatch(1);
    try {
      for (int i = 0; i < millis / 20; i++) {
        if (station.view().records().find(record).isPresent()) {
          return true;
        }
        assertThat(never.await(20, TimeUnit.MILLISECONDS)).isFalse();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return station.view().records().find(record).isPresent();
  }
}
