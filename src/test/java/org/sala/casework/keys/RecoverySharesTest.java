package org.sala.casework.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.headquarters.AgencyShares;
import org.sala.casework.people.Cases;
import org.sala.casework.station.RecoverySheet;

/** Any two of three sheets open headquarters when every passphrase is lost. */
class RecoverySharesTest {
  @TempDir Path folder;

  private Workplace.Entry recover(String typed) {
    return new Workplace(folder.resolve("hq"), Desks.CHEAP).recover(typed);
  }

  private boolean opens(String typed) {
    Workplace.Entry entry = recover(typed);
    if (entry instanceof Workplace.Entry.Recovered r) {
      r.recovery().leave();
      return true;
    }
    assertThat(entry).isInstanceOf(Workplace.Entry.WrongPassphrase.class);
    return false;
  }

  @Test
  void anyTwoOpenAndOneAloneDoesNot() {
    List<RecoverySheet> sheets;
    List<RecoverySheet> before;
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      hq.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
      before = Desks.sheets(hq.agencyShares().make());
      AgencyShares.Made made = hq.agencyShares().make();
      sheets = Desks.sheets(made);
      assertThat(hq.recoverySheets().sharesAreProved()).isFalse();
      made.proved();
      assertThat(hq.recoverySheets().sharesAreProved()).isTrue();
      assertThat(sheets).hasSize(3).allMatch(s -> s.code().split("-").length == 11);
      assertThat(sheets.toString()).doesNotContain(sheets.getFirst().group(3));
    }
    String one = sheets.get(0).code();
    String two = sheets.get(1).code();
    String three = sheets.get(2).code();
    assertThat(opens(one)).isFalse();
    assertThat(opens(one + one)).isFalse();
    assertThat(opens(one + " " + before.get(1).code())).as("of another set, or none").isFalse();
    assertThat(opens(before.get(0).code() + before.get(1).code()))
        .as("sheets of before open nothing any more")
        .isFalse();
    char third = two.charAt(12);
    String slip = two.substring(0, 12) + (third == 'A' ? 'B' : 'A') + two.substring(13);
    assertThat(opens(one + slip)).isFalse();
    assertThat(opens(one + "\n" + two)).isTrue();
    assertThat(opens(three.toLowerCase(java.util.Locale.ROOT) + "  " + one)).isTrue();
    assertThat(recover(two + three))
        .isInstanceOfSatisfying(
            Workplace.Entry.Recovered.class,
            r -> {
              Workplace.Entry entered =
                  r.recovery()
                      .enter(
                          "Officer New Example",
                          "new",
                          "phrase of new".toCharArray(),
                          Desks.CHEAP.random());
              try (Desk desk = ((Workplace.Entry.Entered) entered).desk()) {
                assertThat(desk.cases().count("")).isEqualTo(1);
                assertThat(desk.headquarters().isHeadquarters()).isTrue();
              }
            });
  }
}
