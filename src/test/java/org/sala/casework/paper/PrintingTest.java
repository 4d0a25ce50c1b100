package org.sala.casework.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.bench.faults.TroubledPlaces;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Screened;
import org.sala.casework.Workplace;
import org.sala.casework.house.House;
import org.sala.casework.house.Stay;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.Printed;
import org.sala.casework.station.Progress;
import org.sala.domain.AuditEntry;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.domain.Words;
import org.sala.form.TriageQuestion;
import org.sala.report.ReadBack;
import org.sala.ui.text.Texts;

/** What is printed of a night, read back from the files that an officer gets. */
class PrintingTest {
  private static final Words ENGLISH = Texts.in("en", ZoneId.of("Asia/Bangkok"));
  private static final Words THAI = Texts.in("th", ZoneId.of("Asia/Bangkok"));

  @TempDir Path folder;
  private Desk desk;
  private Path stick;

  @BeforeEach
  void unlock() throws IOException {
    desk = Desks.create(folder.resolve("night"), "Officer One Example", "one");
    stick = Files.createDirectory(folder.resolve("stick"));
  }

  @AfterEach
  void lock() {
    desk.close();
  }

  private RecordId register(String number, String name, String language) {
    return desk.people()
        .register(List.of(new People.NewPerson(number, name, "", "", "1999", language)))
        .getFirst();
  }

  private byte[] sheets(int many, String language, Words words) throws IOException {
    Path to = stick.resolve("sheets.pdf");
    assertThat(desk.papers().triageSheets(many, language, words, to, Progress.none()))
        .isEqualTo(new Printed.Written(to));
    return Files.readAllBytes(to);
  }

  private byte[] list(boolean names, Words words) throws IOException {
    Path to = stick.resolve("list.pdf");
    assertThat(desk.papers().nightList(names, words, to, Progress.none()))
        .isEqualTo(new Printed.Written(to));
    return Files.readAllBytes(to);
  }

  @Test
  void everySheetIsOnePageWithANumberThatNobodyElseGets() throws IOException {
    register("X-007", "Thiri Example", "my");
    List<String> pages = ReadBack.pages(sheets(40, "th", THAI));
    assertThat(pages).hasSize(40);
    for (int i = 0; i < 40; i++) {
      assertThat(pages.get(i)).contains("X-0%02d".formatted(i + 8), "หน้า 1 จาก 1");
    }
    assertThat(desk.people().nextWristband()).isEqualTo("X-048");
    assertThat(ReadBack.pages(sheets(1, "", ENGLISH)).getFirst()).contains("X-048");
    desk.close();
    desk = Desks.unlock(folder.resolve("night"), "one");
    assertThat(desk.people().nextWristband()).isEqualTo("X-049");
  }

  @Test
  void numbersOfSheetsAreRememberedByTheJournalAndByNoOtherFile() throws IOException {
    sheets(3, "", ENGLISH);
    assertThat(Desks.station(desk).state().names()).noneMatch(n -> n.contains("heet"));
    desk.close();
    Workplace.Entry anew =
        new Workplace(folder.resolve("night"), Desks.CHEAP)
            .anew()
            .unlock("one", "phrase of one".toCharArray());
    desk = ((Workplace.Entry.Entered) anew).desk();
    assertThat(desk.people().nextWristband()).as("made anew from the journal").isEqualTo("X-004");
    assertThat(ReadBack.pages(sheets(1, "", ENGLISH)).getFirst()).contains("X-004");
  }

  @Test
  void whatIsAskedIsTheReviewedWordingAndAnotherOneSaysThatItIsNot() throws IOException {
    byte[] plain = sheets(1, "", ENGLISH);
    byte[] thai = sheets(1, "th", ENGLISH);
    for (TriageQuestion q : TriageQuestion.all()) {
      String english = ReadBack.letters(q.question().in("en"));
      String other = ReadBack.letters(q.question().in("th"));
      assertThat(ReadBack.letters(plain)).contains(english).doesNotContain(other);
      boolean asked = q.asked() != TriageQuestion.Asked.OBSERVED;
      assertThat(ReadBack.letters(thai)).contains(english);
      assertThat(ReadBack.letters(thai).contains(other)).as(q.code()).isEqualTo(asked);
    }
    String warning = ReadBack.letters(ENGLISH.t("paper.unreviewed", "Thai"));
    assertThat(ReadBack.letters(thai)).contains(warning);
    assertThat(ReadBack.letters(plain)).doesNotContain(warning);
    assertThat(ReadBack.notEmbedded(thai)).isEmpty();
    ReadBack.keep(thai, 0, "triage-sheet");
    ReadBack.keep(sheets(1, "th", THAI), 0, "triage-sheet-th");
  }

  @Test
  void aSheetIsOnePageInEveryLanguageAndReadsBackInIt() throws IOException {
    assertThat(Papers.sheetLanguages()).contains("th", "my", "km", "lo", "zh");
    for (String language : Papers.sheetLanguages()) {
      byte[] pdf = sheets(1, language, THAI);
      assertThat(ReadBack.pages(pdf)).as(language).hasSize(1);
      assertThat(ReadBack.letters(pdf))
          .as(language)
          .contains(
              ReadBack.letters(
                  TriageQuestion.of("q6")
                      .unreviewed(language)
                      .orElseGet(() -> TriageQuestion.of("q6").question().in(language))));
      assertThat(ReadBack.notEmbedded(pdf)).isEmpty();
      ReadBack.keep(pdf, 0, "triage-sheet-" + language);
    }
  }

  @Test
  void theListOfTheNightHasNoNamesUnlessTheyAreAskedFor() throws IOException {
    register("A-001", "သီရိ Example", "my");
    register("A-002", "", "km");
    byte[] without = list(false, ENGLISH);
    assertThat(ReadBack.letters(without)).contains("A-001", "A-002", "Burmese", "Khmer");
    assertThat(ReadBack.letters(without)).doesNotContain("Example", "သီရိ");
    byte[] with = list(true, THAI);
    assertThat(ReadBack.letters(with)).contains("သီရိExample");
    ReadBack.keep(with, 0, "night-list-th");
  }

  /** The numbers are worn in sight, and whoever is feared may read the list. */
  @Test
  void theListSaysThatSomethingIsUrgentAndNotWhoIsAfraidOfWhom() throws IOException {
    RecordId afraid = register("A-003", "", "my");
    desk.triages().done(afraid, new Triages.Answers(Map.of("q2", "yes", "o2", "yes"), Map.of()));
    RecordId hurt = register("A-004", "", "my");
    desk.triages().done(hurt, new Triages.Answers(Map.of("q1", "yes"), Map.of()));
    byte[] pdf = list(false, ENGLISH);
    String text = String.join("", ReadBack.pages(pdf));
    assertThat(text).contains("at once: look in Sala", "Medical");
    assertThat(text).doesNotContainIgnoringCase("afraid").doesNotContainIgnoringCase("self-harm");
    assertThat(text).doesNotContain(ENGLISH.t("today.separate"));
    ReadBack.keep(pdf, 0, "night-list");
  }

  @Test
  void theBoardOfAHouseHasBedsAndStepsAndNeitherNamesNorWhoIsKeptApart() throws IOException {
    RecordId one = register("A-001", "Thiri Example", "my");
    RecordId two = register("A-002", "Mali Example", "th");
    RecordId stay = desk.stays().begin(one, bed("1", "A"));
    desk.stays().next(stay, "Doctor at nine", Optional.empty(), "Nurse of the house");
    RecordId other = desk.stays().begin(two, bed("1", "B"));
    desk.stays().next(other, "Call the sister of Mali", Optional.empty(), "Nurse of the house");
    Path to = stick.resolve("board.pdf");
    House.Board board = desk.house().board();
    assertThat(desk.papers().houseBoard(board, ENGLISH, to, Progress.none()))
        .isEqualTo(new Printed.Written(to));
    byte[] pdf = Files.readAllBytes(to);
    assertThat(String.join("", ReadBack.pages(pdf)))
        .contains("A-001", "Room 1, bed A", "Doctor at nine", "Nurse of the house", "A-002")
        .doesNotContain("Thiri", "Mali", "sister");
    ReadBack.keep(pdf, 0, "house-board");
  }

  @Test
  void shortNamesAndOtherNamesStandOnNoBoardEither() throws IOException {
    RecordId one = register("A-001", "王伟", "zh");
    desk.people()
        .edit(
            one, Map.of("alias/" + one, Value.parts(Map.of("text", "Uncle Bo", "roman", ""))), "");
    RecordId two = register("A-002", "Li Example", "zh");
    RecordId three = register("A-003", "Somebody Example", "zh");
    next(one, "A", "Take 王伟 to the doctor");
    next(two, "B", "Wait for Li, at noon");
    next(three, "C", "Call the wife of Bo, live");
    RecordId four = register("A-004", "", "zh");
    next(four, "D", "Light a lamp, likely at nine");
    Path to = stick.resolve("board.pdf");
    desk.papers().houseBoard(desk.house().board(), ENGLISH, to, Progress.none());
    assertThat(String.join("", ReadBack.pages(Files.readAllBytes(to))))
        .contains("A-001", "A-002", "A-003", "Light a lamp, likely at nine")
        .doesNotContain("王伟", "doctor", "noon", "wife");
  }

  private void next(RecordId person, String bed, String step) {
    desk.stays().next(desk.stays().begin(person, bed("1", bed)), step, Optional.empty(), "Nurse");
  }

  /** A second officer is asked where protection ends: who reads the list over a shoulder knows. */
  @Test
  void theListSaysTheSameOfEverybodyWhoWasScreened() throws IOException {
    RecordId told = register("A-001", "", "my");
    RecordId waits = register("A-002", "", "my");
    RecordId none = register("A-003", "", "my");
    for (RecordId p : List.of(told, waits, none)) {
      desk.triages().done(p, new Triages.Answers(Map.of(), Map.of()));
    }
    desk.findings().find(told, Findings.Finding.PRESUMED_VICTIM, "Reason of an example");
    Screened.closed(desk, told);
    desk.findings()
        .find(
            waits,
            Optional.of(Screened.closed(desk, waits)),
            Findings.Finding.NO_INDICATIONS,
            "Nothing was told");
    Screened.closed(desk, none);
    assertThat(desk.people().find(waits).orElseThrow().findingWaits()).isTrue();
    String text = String.join("", ReadBack.pages(list(false, ENGLISH)));
    assertThat(text.split(ENGLISH.t("paper.night.finding"), -1)).hasSize(4);
    assertThat(text).doesNotContainIgnoringCase("second");
  }

  private static Stay.Placing bed(String room, String bed) {
    return new Stay.Placing(
        "House of Examples", room, bed, Stay.Freedom.FREE, "", Stay.Phone.OWN, "");
  }

  @Test
  void theAuditKnowsOfEachAndNamesNobody() throws IOException {
    register("A-001", "Thiri Example", "my");
    list(true, ENGLISH);
    sheets(3, "", ENGLISH);
    List<String> printed =
        desk.audit().entries(Desks.station(desk).identity().incarnation()).stream()
            .filter(e -> e.act() == AuditEntry.Act.PRINTED)
            .map(e -> e.detail().orElse(""))
            .toList();
    assertThat(printed).containsExactly("night list with names", "triage sheets X-001 to X-003");
  }

  @Test
  void twoHundredSheetsAreMadeAndOneStopLeavesNothing() throws IOException {
    byte[] all = sheets(Papers.MOST_SHEETS, "th", ENGLISH);
    assertThat(ReadBack.pages(all)).hasSize(200);
    Path to = stick.resolve("stopped.pdf");
    Progress stopping =
        new Progress() {
          private long at;

          @Override
          public void done(long sheets, long of) {
            at = sheets;
          }

          @Override
          public boolean stopped() {
            return at >= 20;
          }
        };
    assertThat(desk.papers().triageSheets(200, "th", ENGLISH, to, stopping))
        .isEqualTo(new Printed.Stopped());
    assertThat(names(stick)).containsExactly("sheets.pdf");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsToldAndNothingIsLeftOrSpoiled() throws IOException {
    Path inside = folder.resolve("night").resolve("list.pdf");
    assertThat(desk.papers().nightList(false, ENGLISH, inside, Progress.none()))
        .isEqualTo(new Printed.NotThere());
    assertThat(
            desk.papers().nightList(false, ENGLISH, stick.resolve("no/where.pdf"), Progress.none()))
        .isEqualTo(new Printed.NotThere());
    Path there = Files.writeString(stick.resolve("list.pdf"), "was here");
    assertThat(desk.papers().nightList(false, ENGLISH, TroubledPlaces.full(there), Progress.none()))
        .isInstanceOf(Printed.NoSpace.class);
    assertThat(there).hasContent("was here");
    assertThat(names(stick)).containsExactly("list.pdf");
    assertThat(desk.audit().acts()).doesNotContain(AuditEntry.Act.PRINTED);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
