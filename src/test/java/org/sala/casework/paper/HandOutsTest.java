package org.sala.casework.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.forms.Forms;
import org.sala.casework.forms.FreezeRequest;
import org.sala.casework.people.People;
import org.sala.casework.protection.Referral;
import org.sala.casework.screening.Endings;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Printed;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Words;
import org.sala.form.Answer;
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

  @Test
  void noSheetForAnEmbassyIsPrintedOfSomebodyWhoFearsACountrySince() {
    desk.consents().ask(person, "return-home", "embassy", Consents.Answer.YES, "my", "IN-07");
    RecordId id =
        desk.referrals()
            .send(
                person,
                new Referral.Draft(
                    Referral.Service.EMBASSY,
                    "Embassy of Examples",
                    "Papers for the way home",
                    EnumSet.of(Referral.Item.NAME),
                    Duration.ofHours(6)));
    assertThat(HandOuts.hasSheet(only())).isTrue();
    RecordId fear = desk.fears().says(person, "MM", Fears.Of.RETURN);
    assertThat(only().against()).contains(CaseworkFault.Code.FEARED);
    assertThat(HandOuts.hasSheet(only())).isFalse();
    refuses(id, CaseworkFault.Code.FEARED);
    assertThat(folder.resolve("no.pdf")).doesNotExist();
    desk.fears().over(fear, "Says so now, example");
    assertThat(only().against()).isEmpty();
  }

  @Test
  void noSheetIsPrintedWithWhatThePersonLeavesOutSince() {
    RecordId id = asked(EnumSet.of(Referral.Item.NAME, Referral.Item.NEED));
    desk.consents()
        .ask(
            person,
            "care",
            "shelter",
            Consents.Answer.YES,
            Set.of("name"),
            new Consents.How("my", "IN-07", ""));
    assertThat(only().against()).contains(CaseworkFault.Code.ITEM_KEPT);
    refuses(id, CaseworkFault.Code.ITEM_KEPT);
    assertThat(folder.resolve("no.pdf")).doesNotExist();
  }

  private Referral only() {
    return desk.referrals().of(person).getFirst();
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
        .keep(
            desk.screenings().page(screening),
            new Endings.Said("", "no", "A bed", "tomorrow", "Nok Example"));
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

  /** Nothing that nobody has reviewed is given to the person; the interpreter sees it meanwhile. */
  @Test
  void theCardIsInThePersonsLanguageOnceItIsReviewedAndForTheInterpreterBefore()
      throws IOException {
    RecordId screening = desk.screenings().begin(person, new Screenings.Setting("my", "", ""));
    Endings.Card card = desk.endings().card(screening);
    assertThat(card.reviewed()).isFalse();
    assertThat(card.lines(ENGLISH)).last().asString().startsWith("You can take back");
    assertThat(card.aloud(ENGLISH)).last().asString().contains("သဘောတူ");
    for (String language : List.of("en", "th", "km", "lo", "my", "vi", "zh", "id")) {
      Endings.Card reviewed =
          new Endings.Card(
              "A-001",
              card.code(),
              "Nok Example",
              List.of("shelter"),
              card.words(),
              language,
              true);
      assertThat(reviewed.aloud(ENGLISH)).isEmpty();
      Path to = folder.resolve("card-" + language + ".pdf");
      desk.handOuts().card(screening, reviewed, ENGLISH, to, Progress.none());
      byte[] pdf = Files.readAllBytes(to);
      String read = String.join("", ReadBack.pages(pdf)).replaceAll("\\s", "");
      for (String line : reviewed.lines(THAI)) {
        assertThat(read).as(language).contains(line.replaceAll("\\s", ""));
      }
      ReadBack.keep(pdf, 0, "card-own-" + language);
    }
  }

  private RecordId defrauded() {
    RecordId form =
        desk.forms()
            .begin(
                person,
                Optional.empty(),
                new Forms.Offer("defrauded", "", ""),
                new Forms.Setting("th", ""));
    desk.forms().answer(form, "/defrauded/transfer", new Answer.Times(2));
    sent(form, 1, "bank", "2026-11-24T03:12:09+07:00", "First Bank of Examples");
    sent(form, 2, "exchange", "2026-11-24T06:30:00+06:30", "Exchange of Examples");
    return form;
  }

  private void sent(RecordId form, int number, String rail, String at, String to) {
    Map<String, Answer> told = new LinkedHashMap<>();
    told.put("rail", new Answer.Chosen(rail));
    told.put("at", new Answer.Instant(OffsetDateTime.parse(at)));
    told.put("amount", new Answer.Amount(new BigDecimal("12500.50")));
    told.put("currency", new Answer.Words("THB"));
    told.put("from_with", new Answer.Words("Home Bank of Examples"));
    told.put("from_account", new Answer.Words("000-1-23456-" + number));
    told.put("from_name", new Answer.Words("Thiri Example"));
    told.put("to_with", new Answer.Words(to));
    told.put("to_account", new Answer.Words("bc1qexample0000000000000000000000000000" + number));
    told.put("to_name", new Answer.Words("Receiver Example " + number));
    told.put("reference", new Answer.Words("f".repeat(62) + "0" + number));
    told.forEach(
        (name, answer) ->
            assertThat(
                    desk.forms()
                        .answer(form, "/defrauded/transfer[" + number + "]/" + name, answer))
                .as(name)
                .isInstanceOf(Forms.Answered.Stands.class));
  }

  private byte[] freeze(RecordId form, FreezeRequest.Letter letter, Words words)
      throws IOException {
    Path to = folder.resolve("freeze.pdf");
    FreezeRequest request = desk.forms().freeze(desk.forms().page(form));
    assertThat(desk.handOuts().freezeRequest(form, request, letter, words, to, Progress.none()))
        .isEqualTo(new Printed.Written(to));
    return Files.readAllBytes(to);
  }

  @Test
  void theFreezeRequestIsOnePageWithBothEndsExactTimesAndWhatIsAsked() throws IOException {
    RecordId form = defrauded();
    for (Words words : List.of(ENGLISH, THAI)) {
      byte[] pdf = freeze(form, new FreezeRequest.Letter("", false), words);
      assertThat(ReadBack.pages(pdf)).hasSize(1);
      assertThat(ReadBack.notEmbedded(pdf)).isEmpty();
      assertThat(ReadBack.letters(pdf))
          .contains(
              "A-001",
              "OfficerOneExample",
              "2026-11-2403:12:09UTC+07:00",
              "2026-11-2320:12:09UTC",
              "2026-11-2406:30:00UTC+06:30",
              "000-1-23456-1",
              "bc1qexample00000000000000000000000000002",
              "f".repeat(62) + "01",
              "12,500.50THB",
              "ReceiverExample1",
              ReadBack.letters(words.t("freeze.asked.hold")))
          .as("whose money it was stands nowhere")
          .doesNotContain("Thiri", "သီရိ");
      ReadBack.keep(pdf, 0, "freeze-" + words.language());
    }
  }

  @Test
  void aBankSeesItsOwnTransfersAndTheNameOnlyWhereThePersonAgreed() throws IOException {
    RecordId form = defrauded();
    FreezeRequest request = desk.forms().freeze(desk.forms().page(form));
    assertThat(request.addressees())
        .containsExactly("First Bank of Examples", "Exchange of Examples", "Home Bank of Examples");
    byte[] pdf = freeze(form, new FreezeRequest.Letter("Exchange of Examples", true), ENGLISH);
    assertThat(ReadBack.letters(pdf))
        .contains("ThiriExample", "ExchangeofExamples", ReadBack.letters(ENGLISH.t("freeze.named")))
        .doesNotContain("FirstBank", "000-1-23456-1");
    assertThat(
            desk.audit().entries(Desks.station(desk).identity().incarnation()).stream()
                .map(e -> e.detail().orElse("")))
        .contains("freeze request with a name");
  }

  @Test
  void aMoneyTrailOfManyTransfersGoesOnToTheNextPageWithItsHead() throws IOException {
    RecordId form = defrauded();
    desk.forms().answer(form, "/defrauded/transfer", new Answer.Times(14));
    for (int i = 3; i <= 14; i++) {
      sent(form, i, "instant", "2026-11-24T07:00:00+07:00", "First Bank of Examples");
    }
    byte[] pdf = freeze(form, new FreezeRequest.Letter("", false), ENGLISH);
    assertThat(ReadBack.pages(pdf)).hasSizeBetween(2, 3);
    assertThat(ReadBack.letters(pdf)).contains("000-1-23456-14");
    assertThat(ReadBack.pages(pdf).get(1)).contains(ENGLISH.t("freeze.how"));
  }
}
