package org.sala.casework.headquarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.StationState;
import org.sala.domain.AuditEntry;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/** Two sheets open every laptop of the agency: nobody is shown two of them. */
class AgencySharesTest {
  @TempDir Path folder;
  private Desk hq;

  @BeforeEach
  void twoOfficersAtHeadquarters() {
    hq = Desks.headquarters(folder.resolve("hq"));
    hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
    hq.headquarters().certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-9");
  }

  @AfterEach
  void everybodyGoesHome() {
    hq.close();
  }

  private Approvals.Word by(String handle, String about) {
    return hq.approvals()
        .give(Approvals.Of.SHARE, about, handle, ("phrase of " + handle).toCharArray());
  }

  private static void isRefused(Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.SAME_OFFICER));
  }

  @Test
  void eachSheetIsAnothersAndTheLastMayBeTheAuthoritys() {
    AgencyShares.Made made = hq.agencyShares().make();
    assertThat(made.sheet(0).code()).isNotBlank();
    isRefused(() -> made.sheet(1));
    isRefused(() -> made.sheet(2));
    isRefused(made::proved);
    assertThat(by("zero", made.about(1))).isEqualTo(Approvals.Word.SAME_OFFICER);
    assertThat(by("nine", made.about(1))).isEqualTo(Approvals.Word.GIVEN);
    assertThat(made.sheet(1).code()).isNotEqualTo(made.sheet(0).code());
    isRefused(() -> made.sheet(2));
    assertThat(by("nine", made.about(2))).as("has one").isEqualTo(Approvals.Word.SAME_OFFICER);
    isRefused(made::proved);
    assertThat(hq.recoverySheets().sharesAreProved()).isFalse();
    assertThat(byAuthority(made.about(2))).isEqualTo(Approvals.Word.GIVEN);
    assertThat(made.sheet(2).code()).isNotBlank();
    made.proved();
    assertThat(hq.recoverySheets().sharesAreProved()).isTrue();
    assertThat(hq.audit().acts())
        .filteredOn(a -> a == AuditEntry.Act.RECOVERY_KEY)
        .as("made, and kept")
        .hasSize(2);
  }

  @Test
  void theAuthoritysKeyIsOneOfTheOthersAndNotBoth() {
    AgencyShares.Made made = hq.agencyShares().make();
    assertThat(byAuthority(made.about(1))).isEqualTo(Approvals.Word.GIVEN);
    assertThat(byAuthority(made.about(2))).isEqualTo(Approvals.Word.SAME_OFFICER);
    isRefused(() -> made.sheet(2));
  }

  private Approvals.Word byAuthority(String about) {
    return hq.approvals()
        .giveByAuthority(
            Approvals.Of.SHARE,
            about,
            folder.resolve("authority of hq"),
            Desks.AUTHORITY.toCharArray());
  }

  @Test
  void aWordForOneSetIsNoneForTheNext() {
    by("nine", hq.agencyShares().make().about(1));
    AgencyShares.Made again = hq.agencyShares().make();
    isRefused(() -> again.sheet(1));
  }

  @Test
  void sheetsThatOthersWereMadeAfterAreNotKept() {
    AgencyShares.Made made = hq.agencyShares().make();
    by("nine", made.about(1));
    byAuthority(made.about(2));
    hq.agencyShares().make();
    assertThatThrownBy(made::proved)
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.CHANGED_SINCE));
    assertThat(hq.recoverySheets().sharesAreProved()).isFalse();
  }

  @Test
  void brokenOffBeforeTheListsSayItTheSheetsAreNotKeptAndProvedOnceMoreTheyAre() {
    AgencyShares.Made made = hq.agencyShares().make();
    by("nine", made.about(1));
    byAuthority(made.about(2));
    StationState state = Desks.station(hq).state();
    Value key = Value.text(state.text("issuingKey").orElseThrow());
    state.set("issuingKey", Value.text("spoiled"));
    assertThatThrownBy(made::proved).isInstanceOf(RuntimeException.class);
    assertThat(hq.recoverySheets().sharesAreProved()).as("no station hears of it").isFalse();
    assertThat(state.text("ownRecovery")).isEmpty();
    state.set("issuingKey", key);
    made.proved();
    assertThat(hq.recoverySheets().sharesAreProved()).isTrue();
    assertThat(
            Json.readParts(
                    Base64.getDecoder()
                        .decode(state.parts("trustList").orElseThrow().text("trust").orElseThrow()))
                .text("recovery"))
        .isEqualTo(state.text("ownRecovery"))
        .isEqualTo(state.text("sharesRecovery"));
  }
}
