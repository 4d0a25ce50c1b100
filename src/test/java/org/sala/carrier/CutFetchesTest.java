package org.sala.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store that begins many objects and ends none fills no disk, and what was cut is gone on with.
 */
class CutFetchesTest {
  @TempDir Path inbox;

  private List<String> lying() throws IOException {
    try (Stream<Path> all = Files.list(inbox)) {
      return all.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private void cut(String name, String token, Duration ago) throws IOException {
    try (CutFetches.Part part = new CutFetches(inbox).of(name, token)) {
      Files.write(part.file(), new byte[10]);
      Files.setLastModifiedTime(part.file(), FileTime.from(Instant.now().minus(ago)));
    }
  }

  @Test
  void whatWasCutIsGoneOnWith() throws Exception {
    cut("a.sala", "1", Duration.ofHours(2));
    cut("b.sala", "1", Duration.ofHours(1));
    try (CutFetches.Part again = new CutFetches(inbox).of("a.sala", "1")) {
      assertThat(again.file()).hasSize(10);
    }
    assertThat(lying()).containsExactly("a.sala.1.part", "b.sala.1.part");
  }

  @Test
  void anotherContentOfTheNameTakesTheOlderOneAway() throws Exception {
    cut("a.sala", "1", Duration.ZERO);
    cut("a.sala", "2", Duration.ZERO);
    assertThat(lying()).containsExactly("a.sala.2.part");
  }

  @Test
  void ofManyThatWereBegunTheNewestStay() throws Exception {
    for (int i = 0; i < CutFetches.MOST + 20; i++) {
      cut(String.format("%03d.sala", i), "1", Duration.ofMinutes(200 - i));
    }
    cut("last.sala", "1", Duration.ZERO);
    assertThat(lying())
        .hasSize(CutFetches.MOST + 1)
        .contains("083.sala.1.part", "020.sala.1.part")
        .doesNotContain("019.sala.1.part");
  }

  @Test
  void whatNobodyWentOnWithForAMonthGoesAndWhatIsUnderWayStays() throws Exception {
    cut("old.sala", "1", Duration.ofDays(31));
    try (CutFetches.Part slow = new CutFetches(inbox).of("slow.sala", "1")) {
      Files.write(slow.file(), new byte[10]);
      Files.setLastModifiedTime(
          slow.file(), FileTime.from(Instant.now().minus(Duration.ofDays(31))));
      cut("new.sala", "1", Duration.ZERO);
      assertThat(lying()).containsExactly("new.sala.1.part", "slow.sala.1.part");
    }
  }

  @Test
  void wholeFilesAreNobodysToTakeAwayHere() throws Exception {
    Files.write(inbox.resolve("whole.sala"), new byte[10]);
    cut("a.sala", "1", Duration.ofDays(31));
    cut("b.sala", "1", Duration.ZERO);
    assertThat(lying()).containsExactly("b.sala.1.part", "whole.sala");
  }
}
