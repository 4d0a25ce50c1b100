package org.sala.casework.headquarters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.keys.AgencySlot;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.casework.station.RecoverySheet;
import org.sala.domain.StationId;

/** Two of the agency's three sheets and a telephone bring a laptop's work back. */
class LostLaptopsTest {
  @TempDir Path folder;
  private Desk hq;
  private List<RecoverySheet> sheets;

  @BeforeEach
  void anAgencyWithThreeSheets() {
    hq = Desks.headquarters(folder.resolve("hq"));
    sheets = shares();
  }

  @AfterEach
  void everybodyGoesHome() {
    hq.close();
  }

  private List<RecoverySheet> shares() {
    List<RecoverySheet> made = Desks.shares(hq);
    return made;
  }

  private Desk station(String name, String letter) {
    Desk station = Desks.create(folder.resolve(name), "Officer One Example", "one");
    Desks.enrol(station, hq, folder, letter);
    return station;
  }

  private void exchange(Desk from) {
    Path usb = folder.resolve("usb");
    from.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
    PackageLine line =
        from.packages().seal(from.packages().plan(Optional.empty()), Progress.none());
    Importing.Outcome.Imported i =
        (Importing.Outcome.Imported) hq.packages().take(from.packages().carry(line.id(), usb));
    from.packages().take(hq.packages().carry(i.receipt().orElseThrow(), usb));
  }

  private String two(int first, int second) {
    return sheets.get(first).code() + " " + sheets.get(second).code();
  }

  private Workplace.Entry recover(String name, String code) {
    return new Workplace(folder.resolve(name), Desks.CHEAP).recover(code);
  }

  private void opensWithAllItsCases(String name, String code) {
    assertThat(recover(name, code))
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
                assertThat(desk.enrolment().enrolled()).as("never a signing key").isFalse();
                assertThat(desk.recoverySheets().agencyCanOpen()).isTrue();
              }
            });
  }

  @Test
  void theCodeThatCameWithAReportOpensTheLaptopOnce() {
    StationId id;
    try (Desk station = station("a", "A")) {
      assertThat(station.recoverySheets().agencyCanOpen()).isTrue();
      id = hq.headquarters().stations().getFirst().id();
      assertThat(hq.lostLaptops().isKept(id)).isFalse();
      exchange(station);
      assertThat(hq.lostLaptops().isKept(id)).isTrue();
    }
    assertThat(hq.lostLaptops().open(id, sheets.get(0).code()))
        .isInstanceOf(LostLaptops.Opening.NotTwoSheets.class);
    LostLaptops.Opening.Code opened =
        (LostLaptops.Opening.Code) hq.lostLaptops().open(id, two(2, 0));
    assertThat(opened.station()).isEqualTo(id);
    assertThat(opened.toString()).doesNotContain(opened.code().group(3));
    String code = opened.code().code();
    String slip = code.replaceFirst(".$", code.endsWith("0") ? "1" : "0");
    assertThat(recover("a", slip)).isInstanceOf(Workplace.Entry.WrongPassphrase.class);
    assertThat(recover("a", two(0, 1)))
        .as("the sheets themselves open no laptop")
        .isInstanceOf(Workplace.Entry.WrongPassphrase.class);
    opensWithAllItsCases("a", code);
    assertThat(recover("a", code))
        .as("a code that was read aloud once")
        .isInstanceOf(Workplace.Entry.WrongPassphrase.class);
  }

  @Test
  void aLaptopThatNeverSentAnythingHasItsCodeInItsOwnFolder() throws IOException {
    try (Desk station = station("a", "A")) {
      station.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
    }
    Path file = folder.resolve("a").resolve(AgencySlot.FILE);
    LostLaptops.Opening.Code opened =
        (LostLaptops.Opening.Code) hq.lostLaptops().open(file, two(0, 1));
    assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(opened.code().code());
    opensWithAllItsCases("a", opened.code().code());
    Path other = Files.writeString(folder.resolve("other"), "no age file");
    assertThat(hq.lostLaptops().open(other, two(0, 1)))
        .isInstanceOf(LostLaptops.Opening.OtherSheets.class);
  }

  @Test
  void newSheetsReachALaptopWithTheNextAnswerAndTheOldOnesOpenItNoMore() {
    LostLaptops.Opening.Code stale;
    try (Desk station = station("a", "A")) {
      exchange(station);
      StationId id = hq.headquarters().stations().getFirst().id();
      List<RecoverySheet> before = sheets;
      sheets = shares();
      exchange(station);
      assertThat(hq.lostLaptops().open(id, two(0, 1)))
          .as("the answer with the new key came after that report")
          .isInstanceOf(LostLaptops.Opening.OtherSheets.class);
      exchange(station);
      assertThat(hq.lostLaptops().open(id, two(0, 1))).isInstanceOf(LostLaptops.Opening.Code.class);
      String old = before.get(0).code() + before.get(1).code();
      stale = (LostLaptops.Opening.Code) hq.lostLaptops().open(id, old);
    }
    assertThat(recover("a", stale.code().code()))
        .isInstanceOf(Workplace.Entry.WrongPassphrase.class);
  }

  @Test
  void whereNoSheetsWereProvedNobodyGetsASlot() {
    hq.close();
    hq = Desks.headquarters(folder.resolve("hq without"));
    hq.agencyShares().make();
    try (Desk station = station("a", "A")) {
      assertThat(station.recoverySheets().agencyCanOpen()).isFalse();
      assertThat(folder.resolve("a").resolve(AgencySlot.FILE)).doesNotExist();
    }
  }
}
