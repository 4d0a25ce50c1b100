package org.sala.casework.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.people.People;
import org.sala.casework.protection.Referral;
import org.sala.casework.screening.Endings;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Printed;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Words;
import org.sala.report.ReadBack;
import org.sala.ui.text.Texts;

/**
 * What leaves the house on paper: no word more than was ticked, and a card that betrays nothing.
 */
class HandOutsTest {
  private static final Words ENGLISH = Texts.in("en", ZoneId.of("Asia/Bangkok"));
  private static final Words THAI = Texts.in("th", ZoneId.of("Asia/Bangkok"));

  @TempDir Path folder;
  private Desk desk;
  private RecordId person;

  @BeforeEach
  void unlock() {
    desk = Desks.create(folder.resolve("night"), "Officer One Example", "one");
    person =
        desk.people()
            .register(
                List.of(new People.NewPerson("A-001", "သီရိ", "Thiri Example", "", "24", "my")))
            .getFirst();
  }

  @AfterEach
  void lock() {
    desk.close();
  }

  private RecordId asked(Set<Referral.Item> told) {
    desk.consents().ask(person, "care", "shelter", Consents.Answer.YES, "my", "IN-07");
    return desk.referrals()
        .send(
            person,
            new Referral.Draft(
                Referral.Service.SHELTER,
                "House of Examples",
                "A bed for tonight, near the door",
                told,
                Duration.ofHours(6)));
  }

  private byte[] sheet(RecordId referral, Words words) throws IOException {
    Path to = folder.resolve("sheet.pdf");
    assertThat(desk.handOuts().referralSheet(person, referral, words, to, Progress.none()))
        .isEqualTo(new Printed.Written(to));
    return Files.readAllBytes(to);
  }

  @Test
  void theSheetTellsWhatWasTickedAndNothingElse() throws IOException {
    byte[] least = sheet(asked(Referral.Item.least()), ENGLISH);
    assertThat(ReadBack.pages(least)).hasSize(1);
    String read = ReadBack.pages(least).getFirst();
    assertThat(read)
        .contains("A-001", "House of Examples", "A bed for tonight, near the door", "Burmese")
        .doesNotContain("Thiri", "သီရိ", ENGLISH.t("shared.health"), ENGLISH.t("shared.age"));
    ReadBack.keep(least, 0, "referral");
    byte[] all = sheet(asked(EnumSet.allOf(Referral.Item.class)), THAI);
    assertThat(ReadBack.letters(all))
        .contains("ThiriExample", "သီရိ", ReadBack.letters(THAI.t("age.adult")));
    assertThat(ReadBack.pages(all)).as("sheet and slip are one page").hasSize(1);
    ReadBack.keep(all, 0, "referral-th");
  }

  @Test
  void theSlipHasTheNumberAndNoName() throws IOException {
    byte[] all = sheet(asked(EnumSet.allOf(Referral.Item.class)), ENGLISH);
    String read = ReadBack.pages(all).getFirst();
    String slip = read.substring(read.indexOf(ENGLISH.t("paper.referral.cut")));
    assertThat(slip)
        .contains(
            "Return slip " + desk.referrals().of(person).getFirst().slip(), "House of Examples")
        .doesNotContain("Thiri", "A-001");
  }

  @Test
  void withoutTheNumberTickedItStandsNowhere() throws IOException {
    byte[] pdf = sheet(asked(EnumSet.of(Referral.Item.NEED)), ENGLISH);
    assertThat(ReadBack.letters(pdf)).doesNotContain("A-001").contains("House");
  }

  @Test
  void noSheetIsPrintedOfAYesThatWasTakenBackOrOfWhatHasEnded() {
    RecordId id = asked(Referral.Item.least());
    desk.consents().ask(person, "care", "shelter", Consents.Answer.WITHDRAWN, "my", "IN-07");
    refuses(id, CaseworkFault.Code.CONSENT_WITHDRAWN);
    RecordId other = asked(Referral.Item.least());
    desk.referrals().step(other, Referral.State.REVOKED, "Wishes otherwise, example");
    refuses(other, CaseworkFault.Code.CLOSED_FOR_GOOD);
    assertThat(folder.resolve("no.pdf")).doesNotExist();
  }

  private void refuses(RecordId referral, CaseworkFault.Code code) {
    assertThatThrownBy(
            () ->
                desk.handOuts()
                    .referralSheet(
                        person, referral, ENGLISH, folder.resolve("no.pdf"), Progress.none()))
        .isInstanceOfSatisfying(CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(code));
  }

  @Test
  void theCardSaysNumberCodeAndWhomToAskAndNothingThatBetraysIt() throws IOException {
    RecordId screening = desk.screenings().begin(person, new Screenings.Setting("my", "", ""));
    desk.endings()
        .readBack(screening, new Endings.Said("", "no", "A bed", "tomorrow", "Nok Example"));
    desk.consents().ask(person, "care", "shelter", Consents.Answer.YES, "my", "");
    Endings.Card card = desk.endings().card(screening);
    for (Words words : List.of(ENGLISH, THAI)) {
      Path to = folder.resolve("card.pdf");
      assertThat(desk.handOuts().card(screening, card, words, to, Progress.none()))
          .isEqualTo(new Printed.Written(to));
      byte[] pdf = Files.readAllBytes(to);
      String read = String.join("", ReadBack.pages(pdf));
      assertThat(read).contains("A-001", card.code(), "Nok Example");
      assertThat(read)
          .doesNotContainIgnoringCase("sala")
          .doesNotContain("ศาลา", "Thiri", "Page", "Officer", "interview", "สัมภาษณ์", "คัดกรอง");
      try (var document = Loader.loadPDF(pdf)) {
        assertThat(document.getDocumentInformation().getTitle()).isNullOrEmpty();
      }
      ReadBack.keep(pdf, 0, "card-" + words.language());
    }
  }
}
