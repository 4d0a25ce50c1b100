package org.sala.casework.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.forms.BlankForms;
import org.sala.casework.forms.Forms;
import org.sala.casework.people.People;
import org.sala.casework.station.Printed;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Words;
import org.sala.form.Answer;
import org.sala.form.BuiltIn;
import org.sala.form.Form;
import org.sala.report.ReadBack;
import org.sala.ui.text.Texts;

/** Any form on paper, read back from the file: what it skips is no question there. */
class FormPapersTest {
  private static final Words ENGLISH = Texts.in("en", ZoneId.of("Asia/Bangkok"));
  private static final Words THAI = Texts.in("th", ZoneId.of("Asia/Bangkok"));

  @TempDir Path folder;
  private Desk desk;
  private RecordId person;

  @BeforeEach
  void begin() {
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    person =
        desk.people()
            .register(
                List.of(new People.NewPerson("A-001", "Somebody Example", "", "", "44", "th")))
            .getFirst();
  }

  @AfterEach
  void end() {
    desk.close();
  }

  private RecordId begun(Forms.Offer offer) {
    return desk.forms().begin(person, Optional.empty(), offer, new Forms.Setting("th", "IN-04"));
  }

  private void say(RecordId form, String path, Answer answer) {
    assertThat(desk.forms().answer(form, path, answer))
        .as(path)
        .isInstanceOf(Forms.Answered.Stands.class);
  }

  private String read(RecordId form, Words words, String name) throws IOException {
    Path to = folder.resolve("form.pdf");
    assertThat(desk.formPapers().filled(form, words, to, Progress.none()))
        .isEqualTo(new Printed.Written(to));
    byte[] pdf = Files.readAllBytes(to);
    ReadBack.keep(pdf, 0, name);
    assertThat(ReadBack.notEmbedded(pdf)).isEmpty();
    return ReadBack.letters(pdf);
  }

  @Test
  void whatIsSkippedIsNoQuestionAndWhatFellAwayStandsApart() throws IOException {
    RecordId form = begun(new Forms.Offer("defrauded", "", ""));
    say(form, "/defrauded/first/how", new Answer.Words("พิมพ์คุยกันทุกวัน"));
    say(form, "/defrauded/first/channel", new Answer.Without(Answer.Why.DECLINED));
    say(form, "/defrauded/transfer", new Answer.Times(2));
    String first = "/defrauded/transfer[1]/";
    say(form, first + "rail", new Answer.Chosen("bank"));
    say(form, first + "at", new Answer.Instant(OffsetDateTime.parse("2026-11-24T03:12:00+07:00")));
    say(form, first + "from_account", new Answer.Words("1234"));
    say(form, first + "rail", new Answer.Chosen("cash"));
    say(form, "/defrauded/transfer[2]/rail", new Answer.Chosen("exchange"));
    String english = read(form, ENGLISH, "filled-en");
    assertThat(english)
        .contains(
            "A-001",
            "พิมพ์คุยกันทุกวัน",
            "Prefersnottoanswer",
            "Cashhandedover",
            "2026-11-2403:12:00UTC+07:00",
            "Transfer2",
            "Cryptoexchange",
            ReadBack.letters(ENGLISH.t("paper.form.notasked")),
            ReadBack.letters(ENGLISH.t("forms.asked.through", "IN-04", "Thai")))
        .doesNotContain("Somebody", ReadBack.letters("Who, and what do they ask for?"));
    String apart = english.substring(english.indexOf(ReadBack.letters("and not asked any more")));
    assertThat(apart).contains("1234", ReadBack.letters("From which account, card or address?"));
    String thai = read(form, THAI, "filled-th");
    assertThat(thai)
        .as("the wording that nobody has reviewed was not what was asked")
        .contains("Howwasthemoneysent?", "มอบเงินสด")
        .doesNotContain("ส่งเงินด้วยวิธีใด");
  }

  @Test
  void aProtectedPlanIsPrintedByWhoeverMayReadIt() throws IOException {
    RecordId form = begun(new Forms.Offer("needs", "", ""));
    say(form, "/needs/safety/reach", new Answer.Words("Marked words"));
    assertThat(read(form, ENGLISH, "filled-needs")).contains("Markedwords");
  }

  @Test
  void aFormFromElsewhereIsPrintedEmptyAndFilledIn() throws IOException {
    Path file = folder.resolve("everything.xml");
    try (var in = Form.class.getResourceAsStream("everything.xml")) {
      Files.write(file, in.readAllBytes());
    }
    assertThat(desk.blankForms().install(file)).isInstanceOf(BlankForms.Installed.Done.class);
    FormPapers.Empty empty = desk.formPapers().empties().getLast();
    assertThat(desk.formPapers().empties()).hasSize(BuiltIn.names().size() + 1);
    Path to = folder.resolve("empty.pdf");
    assertThat(desk.formPapers().empty(empty, "", ENGLISH, to, Progress.none()))
        .isEqualTo(new Printed.Written(to));
    byte[] pdf = Files.readAllBytes(to);
    ReadBack.keep(pdf, 0, "blank-elsewhere");
    assertThat(ReadBack.letters(pdf)).contains("Howmanybags", "Region");
    RecordId form = begun(desk.forms().offered().getLast());
    say(form, "/d/name", new Answer.Words("Invented"));
    assertThat(read(form, ENGLISH, "filled-elsewhere")).contains("“Invented”");
  }
}
