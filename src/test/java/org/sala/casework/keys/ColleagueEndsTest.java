package org.sala.casework.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Pending;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.headquarters.Headquarters;

/** A headquarters of two is told before one of them can be the second no more. */
class ColleagueEndsTest {
  @TempDir Path folder;

  private void founded(boolean two) {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      if (two) {
        hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
        hq.headquarters()
            .certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-0009");
      }
      assertThat(hq.pending()).doesNotContain(Pending.COLLEAGUE_ENDS);
    }
  }

  private Desk later(int days) {
    return Desks.unlockAfter(Duration.ofDays(days), folder.resolve("hq"), "zero");
  }

  @Test
  void whileBothAreGoodTheyAreToldAndOneWordOfEachRenewsThem() {
    founded(true);
    try (Desk hq = later(710)) {
      assertThat(hq.pending()).contains(Pending.COLLEAGUE_ENDS);
      for (Headquarters.Certified c : hq.headquarters().own()) {
        assertThat(
                hq.approvals()
                    .give(Approvals.Of.RENEW, c.serial(), "nine", "phrase of nine".toCharArray()))
            .isEqualTo(Approvals.Word.GIVEN);
        hq.headquarters().renew(c.serial());
      }
      assertThat(hq.pending()).doesNotContain(Pending.COLLEAGUE_ENDS, Pending.CERTIFICATE_ENDS);
    }
  }

  @Test
  void itIsSaidStillOnceItHasEnded() {
    founded(true);
    try (Desk hq = later(740)) {
      assertThat(hq.pending()).contains(Pending.COLLEAGUE_ENDS);
    }
  }

  @Test
  void whoActsAloneHasNoColleague() {
    founded(false);
    try (Desk hq = later(710)) {
      assertThat(hq.pending()).contains(Pending.CERTIFICATE_ENDS);
      assertThat(hq.pending()).doesNotContain(Pending.COLLEAGUE_ENDS);
    }
  }
}
