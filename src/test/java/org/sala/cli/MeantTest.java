package org.sala.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is offered to whoever mistyped a word, and how many there are of something. */
class MeantTest {
  private static final List<String> HQ =
      List.of("prepare", "create", "move", "invite", "import", "restore", "resume", "status");

  @Test
  void aSlipOfTheFingerIsOneStepAway() {
    assertThat(Meant.among(List.of("seal", "sync", "verify"), "sael")).containsExactly("seal");
    assertThat(Meant.among(HQ, "statis")).containsExactly("status");
    assertThat(Meant.among(List.of("--at", "--crl", "--authority"), "--ath"))
        .containsExactly("--at");
    assertThat(Meant.among(List.of("--workspace", "--help"), "--wrkspace"))
        .containsExactly("--workspace");
  }

  @Test
  void aBeginningIsMeantAsTheWholeAndTheNearestComesFirst() {
    assertThat(Meant.among(List.of("htcds", "statistics"), "stat")).containsExactly("statistics");
    assertThat(Meant.among(HQ, "re")).containsExactly("resume", "restore");
  }

  @Test
  void whatIsLikeNothingIsOfferedNothing() {
    assertThat(Meant.among(HQ, "zzqqxx")).isEmpty();
    assertThat(Meant.among(HQ, "x")).isEmpty();
    assertThat(Meant.among(HQ, "")).isEmpty();
  }

  @Test
  void oneIsSaidAsOne() {
    assertThat(Counted.changes(1) + ", " + Counted.people(1)).isEqualTo("1 change, 1 person");
    assertThat(Counted.changes(0) + ", " + Counted.people(2)).isEqualTo("0 changes, 2 people");
    assertThat(Counted.entries(1) + ", " + Counted.files(1)).isEqualTo("1 entry, 1 file");
  }
}
