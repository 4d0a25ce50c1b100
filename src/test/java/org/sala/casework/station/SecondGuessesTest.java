package org.sala.casework.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;

/** Wrong passphrases at an unlocked laptop count as those at a locked one. */
class SecondGuessesTest {
  @TempDir Path folder;

  private static boolean signs(Desk desk, String handle, String passphrase) {
    return desk.officers().second(handle, passphrase.toCharArray()).isPresent();
  }

  @Test
  void guessingASecondOfficersPassphraseHasToWaitAndSoHasTheDoor() {
    Workplace place = new Workplace(folder.resolve("a"), Desks.CHEAP);
    try (Desk desk = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
      assertThat(signs(desk, "two", "a guess")).isFalse();
      assertThat(signs(desk, "two", "another")).isFalse();
      assertThat(desk.officers().waiting()).as("a slip or two is nothing").isZero();
      assertThat(signs(desk, "one", "phrase of one")).isTrue();
      assertThat(signs(desk, "two", "a third")).isFalse();
      assertThat(desk.officers().waiting())
          .as("one's own passphrase does not begin the count anew")
          .isPositive();
      assertThat(place.waiting()).as("nor does locking").isPositive();
      assertThat(
              desk.officers()
                  .changePassphrase("two", "a guess".toCharArray(), "fresh".toCharArray()))
          .isFalse();
      assertThat(place.waiting().toSeconds()).as("it counts as well").isGreaterThan(2);
      assertThat(signs(desk, "two", "phrase of two")).isTrue();
      assertThat(desk.officers().waiting()).isZero();
      assertThat(place.waiting()).isZero();
    }
  }

  @Test
  void whoeverComesInWithTheOwnPassphraseDoesNotBeginAnewAtAColleagues() {
    Path folder = this.folder.resolve("a");
    try (Desk desk = Desks.create(folder, "Officer One Example", "one")) {
      desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
      for (int i = 0; i < 9; i++) {
        assertThat(signs(desk, i % 2 == 0 ? "two" : "TWO ", "guess " + i)).isFalse();
      }
    }
    try (Desk desk = Desks.unlock(folder, "one")) {
      assertThat(desk.officers().waiting()).isPositive();
      assertThat(signs(desk, "two", "phrase of two")).isTrue();
      assertThat(desk.officers().waiting()).isZero();
    }
  }
}
