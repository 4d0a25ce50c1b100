package org.sala.casework.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Printed;
import org.sala.casework.station.Progress;
import org.sala.domain.AuditEntry;
import org.sala.domain.RecordId;
import org.sala.domain.Words;
import org.sala.form.BuiltIn;
import org.sala.form.Catalogue;
import org.sala.form.Indicator;
import org.sala.form.Question;
import org.sala.form.Unfolded;
import org.sala.report.ReadBack;
import org.sala.ui.text.Texts;

/** The worksheet, the form with its answers and the empty form, read back from the files. */
class ScreeningPapersTest {
  private static final Words ENGLISH = Texts.in("en", ZoneId.of("Asia/Bangkok"));
  private static final Words THAI = Texts.in("th", ZoneId.of("Asia/Bangkok"));
  private static final String S4_01 = "/screening/the_work/S4_01";
  private static final String S5_01 = "/screening/life_in_the_place/S5_01";
  private static final String S1_01 = "/screening/recruitment/S1_01";
  private static final String S1_02 = "/screening/recruitment/S1_02";

  @TempDir Path folder;
  private Desk desk;
  private RecordId person;
  private RecordId screening;
  private final Catalogue catalogue = Catalogue.scamCompound();

  @BeforeEach
  void begin() {
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    person =
        desk.people()
            .register(
                List.of(new People.NewPerson("A-014", "Somebody Example", "", "", "24", "th")))
            .getFirst();
    screening = desk.screenings().begin(person, new Screenings.Setting("th", "IN-04", "", ""));
  }

  @AfterEach
  void end() {
    desk.close();
  }

  private void answers() {
    answer(
        S4_01, new Given("yes", "ฉันต้องนั่งพิมพ์ทั้งวัน", "direct", "en", "written", "IN-04", ""));
    answer(S5_01, new Given("yes", "", "volunteered", "", "", "", "a bruise on the arm"));
    answer(S1_01, new Given("declined", "", "direct", "en", "own", "IN-04", ""));
    answer(S1_02, new Given("unknown", "", "direct", "th", "written", "IN-04", ""));
  }

  private void answer(String path, Given given) {
    desk.screenings().answer(screening, path, given);
  }

  private byte[] worksheet(Words words) throws IOException {
    Path to = folder.resolve("worksheet.pdf");
    assertThat(desk.screeningPapers().worksheet(screening, words, to, Progress.none()))
        .isEqualTo(new Printed.Written(to));
    return Files.readAllBytes(to);
  }

  private byte[] filled(Words words) throws IOException {
    Path to = folder.resolve("filled.pdf");
    assertThat(desk.screeningPapers().filledForm(screening, words, to, Progress.none()))
        .isEqualTo(new Printed.Written(to));
    return Files.readAllBytes(to);
  }

  @Test
  void theWorksheetSaysWhatItIsAndWhatItRestsOnAndNamesNobody() throws IOException {
    answers();
    desk.screenings().review(screening);
    byte[] pdf = worksheet(ENGLISH);
    String read = String.join(" ", ReadBack.pages(pdf)).replaceAll("\\s+", " ");
    assertThat(read)
        .contains(
            "Worksheet of the screening; not evidence of guilt or truth; rule version 1",
            "A-014",
            ENGLISH.t("worksheet.protected"),
            "S4.01",
            "S5.01",
            ENGLISH.t("worksheet.notano"),
            "None of these is a no.")
        .doesNotContain("Somebody");
    assertThat(ReadBack.notEmbedded(pdf)).isEmpty();
    for (Indicator i : catalogue.indicators()) {
      assertThat(read).as("asked or open").contains(i.code());
    }
    ReadBack.keep(pdf, 0, "worksheet");
    ReadBack.keep(worksheet(THAI), 0, "worksheet-th");
  }

  @Test
  void noResultIsPrintedWhileTheQuestionsGoOn() {
    answers();
    Path to = folder.resolve("early.pdf");
    assertThatThrownBy(
            () -> desk.screeningPapers().worksheet(screening, ENGLISH, to, Progress.none()))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.NOT_REVIEWED));
    assertThat(to).doesNotExist();
  }

  @Test
  void theFindingStandsBelowWithItsReasonAndWhatItWaitsFor() throws IOException {
    answers();
    desk.screenings().review(screening);
    desk.screenings().close(screening);
    desk.findings()
        .find(
            person,
            Optional.of(screening),
            Findings.Finding.NO_INDICATIONS,
            "Reason of an example, given in the hall");
    String read = ReadBack.letters(worksheet(ENGLISH));
    assertThat(read)
        .contains(
            ReadBack.letters("Reason of an example, given in the hall"),
            ReadBack.letters("Officer One Example"),
            ReadBack.letters(ENGLISH.t("person.finding.waits")));
  }

  @Test
  void anAnswerIsPrintedWithHowItWasAskedAndWithWhatWasSeenApart() throws IOException {
    answers();
    String read = ReadBack.letters(filled(ENGLISH));
    assertThat(read)
        .contains(
            ReadBack.letters(question(S4_01, "en") + " Yes, this was so"),
            ReadBack.letters("“ฉันต้องนั่งพิมพ์ทั้งวัน”"),
            ReadBack.letters("asked through interpreter IN-04, from English"),
            ReadBack.letters("Seen by the officer: a bruise on the arm"));
    assertThat(read).doesNotContain("Somebody");
    ReadBack.keep(Files.readAllBytes(folder.resolve("filled.pdf")), 0, "filled-form");
  }

  /** What was volunteered did not answer a question, and is not printed as if it had. */
  @Test
  void aQuestionThatWasNotPutIsNotPrintedAsAskedAndNoUnreviewedWordingEverIs() throws IOException {
    answers();
    for (Words words : List.of(ENGLISH, THAI)) {
      String read = ReadBack.letters(filled(words));
      assertThat(read).doesNotContain(ReadBack.letters(question(S5_01, "en")));
      assertThat(read).contains(ReadBack.letters(question(S1_02, "en")));
      for (Question q : catalogue.form().questions()) {
        String thai = ReadBack.letters(q.text().in("th"));
        if (q instanceof Question.ChooseOne) {
          assertThat(read).as(q.path()).doesNotContain(thai);
        }
      }
    }
  }

  @Test
  void whatMayNameOfficialsStaysOnTheLaptop() throws IOException {
    Indicator official =
        catalogue.indicators().stream().filter(Indicator::staysHere).findFirst().orElseThrow();
    answer(
        catalogue.path(official),
        new Given("yes", "Words about an official", "volunteered", "", "", "", "a badge"));
    String read = ReadBack.letters(filled(ENGLISH));
    assertThat(read)
        .doesNotContain("Wordsaboutanofficial", "badge")
        .contains(ReadBack.letters(ENGLISH.t("paper.form.stays")));
  }

  @Test
  void anEmptyFormHasEveryQuestionAndItsChoices() throws IOException {
    for (FormPapers.Empty form : desk.formPapers().empties()) {
      String id = form.id();
      Path to = folder.resolve(id + ".pdf");
      assertThat(desk.formPapers().empty(form, "th", THAI, to, Progress.none()))
          .isEqualTo(new Printed.Written(to));
      byte[] pdf = Files.readAllBytes(to);
      String read = ReadBack.letters(pdf);
      for (Unfolded.Line line : Unfolded.of(BuiltIn.newest(id).form()).lines()) {
        Question q = line.question();
        assertThat(read).contains(ReadBack.letters(q.text().in("en")));
        assertThat(read).contains(ReadBack.letters(q.text().in("th")));
      }
      assertThat(read).contains(ReadBack.letters(THAI.t("paper.unreviewed", "ไทย")));
      assertThat(ReadBack.notEmbedded(pdf)).isEmpty();
      ReadBack.keep(pdf, 0, "blank-" + id);
    }
    assertThat(desk.audit().acts()).contains(AuditEntry.Act.PRINTED);
  }

  private String question(String path, String language) {
    return catalogue.form().questions().stream()
        .filter(q -> q.path().equals(path))
        .findFirst()
        .orElseThrow()
        .text()
        .in(language);
  }
}
