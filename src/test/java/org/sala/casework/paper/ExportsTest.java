package org.sala.casework.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.consent.Linking;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.OnePerson;
import org.sala.casework.station.Printed;
import org.sala.casework.station.Progress;
import org.sala.domain.AuditEntry;
import org.sala.domain.RecordId;
import org.sala.domain.Words;
import org.sala.form.Catalogue;
import org.sala.report.Htcds;
import org.sala.report.StatisticsTable;
import org.sala.ui.text.Texts;

/** Tables for others, read back by a CSV reader: who is in them, in which terms, and who is not. */
class ExportsTest {
  private static final Words ENGLISH = Texts.in("en", ZoneId.of("Asia/Bangkok"));

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void unlock() {
    desk = Desks.create(folder.resolve("night"), "Officer One Example", "one");
  }

  @AfterEach
  void lock() {
    desk.close();
  }

  private RecordId register(String number, String language) {
    return desk.people()
        .register(
            List.of(
                new People.NewPerson(number, "Somebody " + number, "", "female", "24", language)))
        .getFirst();
  }

  private void saysYes(RecordId person) {
    desk.consents()
        .ask(
            person,
            "investigation-and-protection",
            "headquarters",
            Consents.Answer.YES,
            "my",
            "IN-07");
  }

  private List<CSVRecord> htcds(int rows, int leftOut) throws IOException {
    Path to = folder.resolve("htcds.csv");
    assertThat(desk.exports().htcds(to, Progress.none()))
        .isEqualTo(new Exports.Came(new Printed.Written(to), rows, leftOut));
    String text = Files.readString(to);
    assertThat(text).startsWith("\uFEFF").doesNotContain("Somebody");
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(text.substring(1)))
        .getRecords();
  }

  @Test
  void onlyWhoSaidYesAndFearsNoCountryIsInTheRecords() throws IOException {
    saysYes(register("A-001", "my"));
    register("A-002", "my");
    RecordId afraid = register("A-003", "km");
    saysYes(afraid);
    desk.fears().says(afraid, "KH", Fears.Of.RETURN);
    RecordId took = register("A-004", "my");
    saysYes(took);
    desk.consents()
        .ask(
            took,
            "investigation-and-protection",
            "headquarters",
            Consents.Answer.WITHDRAWN,
            "my",
            "IN-07");
    List<CSVRecord> rows = htcds(1, 3);
    assertThat(rows).extracting(r -> r.get("x_sala_Number")).containsExactly("A-001");
    assertThat(rows.getFirst().get("prs_PrimaryLanguage")).isEqualTo("mya");
    assertThat(rows.getFirst().get("prs_Gender")).isEqualTo("Feminine");
    assertThat(rows.getFirst().get("prs_FirstName")).isEmpty();
    assertThat(rows.getFirst().get("vic_TraffickingStatus")).isEmpty();
  }

  @Test
  void forcedCriminalityIsOtherWithAColumnOfItsOwn() throws IOException {
    RecordId person = register("A-001", "my");
    saysYes(person);
    RecordId screening = desk.screenings().begin(person, new Screenings.Setting("my", "", ""));
    desk.screenings().answer(screening, "/screening/the_work/S4_01", yes("yes"));
    desk.screenings().answer(screening, "/screening/the_work/S4_03", yes("no"));
    desk.screenings().answer(screening, "/screening/life_in_the_place/S5_02", yes("yes"));
    desk.screenings().answer(screening, "/screening/life_in_the_place/S5_08", yes("yes"));
    desk.findings().find(person, Findings.Finding.PRESUMED_VICTIM, "Reason of an example");
    CSVRecord row = htcds(1, 0).getFirst();
    assertThat(row.get("vic_TypeOfExploitation")).isEqualTo("Other");
    assertThat(row.get("x_sala_TypeOfExploitationOther")).isEqualTo("ForcedCriminality");
    assertThat(row.get("vic_MethodsOfControl")).isEqualTo("DebtBondage;WithholdsDocuments");
    assertThat(row.get("vic_TraffickingStatus")).isEqualTo("PossibleVictimOfTrafficking");
  }

  @Test
  void aYesForSomethingElseOpensNoRow() throws IOException {
    RecordId person = register("A-001", "my");
    desk.consents()
        .ask(person, "non-punishment", "headquarters", Consents.Answer.YES, "my", "IN-07");
    assertThat(htcds(0, 1)).isEmpty();
  }

  @Test
  void whatTheYesLeavesOutStaysEmpty() throws IOException {
    RecordId person = register("A-001", "my");
    desk.consents()
        .ask(
            person,
            "investigation-and-protection",
            "headquarters",
            Consents.Answer.YES,
            Set.of("age", "account"),
            new Consents.How("my", "IN-07", ""));
    RecordId screening = desk.screenings().begin(person, new Screenings.Setting("my", "", ""));
    desk.screenings().answer(screening, "/screening/the_work/S4_01", yes("yes"));
    desk.screenings().answer(screening, "/screening/life_in_the_place/S5_02", yes("yes"));
    CSVRecord row = htcds(1, 0).getFirst();
    assertThat(row.get("x_sala_Number")).isEqualTo("A-001");
    for (String column :
        List.of(
            "x_sala_AgeGroup",
            "vic_TypeOfExploitation",
            "x_sala_TypeOfExploitationOther",
            "vic_MethodsOfControl")) {
      assertThat(row.get(column)).as(column).isEmpty();
    }
  }

  /** Which version comes first is a throw of the dice, once for each question. */
  @Test
  void whatAnyVersionSaysYesToIsInTheRecords() throws IOException {
    RecordId person = register("A-001", "my");
    saysYes(person);
    RecordId screening = desk.screenings().begin(person, new Screenings.Setting("my", "", ""));
    ScreeningPage opened = desk.screenings().page(screening);
    desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
    Catalogue asked = opened.catalogue().orElseThrow();
    List<String> paths =
        Htcds.meanings().stream()
            .filter(m -> m.catalogue().equals(asked.id()))
            .flatMap(m -> asked.indicator(m.indicator()).stream())
            .filter(i -> !i.staysHere())
            .map(asked::path)
            .distinct()
            .toList();
    assertThat(paths).hasSizeGreaterThan(6);
    now("two");
    paths.forEach(p -> desk.screenings().answer(screening, p, yes("yes")));
    Map<String, String> all = htcds(1, 0).getFirst().toMap();
    now("one");
    paths.forEach(
        p -> desk.screenings().answer(screening, p, yes("no"), Given.NOTHING, opened.seen()));
    ScreeningPage both = desk.screenings().page(screening);
    assertThat(paths).allMatch(both::disputed);
    assertThat(htcds(1, 0).getFirst().toMap()).isEqualTo(all);
  }

  private void now(String officer) {
    desk.close();
    desk = Desks.unlock(folder.resolve("night"), officer);
  }

  private static Given yes(String code) {
    return new Given(code, "", "volunteered", "");
  }

  @Test
  void theColumnsAreTheStandardsAndTheTableOfMeaningsUsesItsCodes() {
    assertThat(Htcds.names())
        .contains("prs_Gender", "vic_TraffickingStatus", "vic_MethodsOfControl", "con_Consent")
        .doesNotContain("vic_Vulnerabilities");
    for (Htcds.Meaning m : Htcds.meanings()) {
      assertThat(new Htcds.Row(java.util.Map.of(m.field(), java.util.Set.of(m.code()))).values())
          .containsKey(m.field());
      assertThat(org.sala.form.BuiltIn.newest(m.catalogue()).indicator(m.indicator()))
          .as(m.indicator())
          .isPresent();
    }
    assertThatThrownBy(
            () ->
                new Htcds.Row(
                    java.util.Map.of("vic_TraffickingStatus", java.util.Set.of("Guilty"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theTableHidesWhatWouldTellOfAFew() throws IOException {
    List<People.NewPerson> hall = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String language = i < 18 ? "my" : i < 28 ? "km" : "lo";
      hall.add(new People.NewPerson("A-%03d".formatted(i + 1), "", "", "", "24", language));
    }
    desk.people().register(hall);
    Path to = folder.resolve("table.csv");
    Exports.Came came = desk.exports().statistics(ENGLISH, to);
    assertThat(came.printed()).isEqualTo(new Printed.Written(to));
    List<CSVRecord> rows =
        CSVFormat.RFC4180.parse(new StringReader(Files.readString(to).substring(1))).getRecords();
    CSVRecord lao = row(rows, ENGLISH.t("paper.table.others"));
    assertThat(lao.get(lao.size() - 1)).as("two people").isEqualTo(StatisticsTable.HIDDEN);
    long hidden =
        rows.stream()
            .flatMap(r -> r.toList().stream())
            .filter(StatisticsTable.HIDDEN::equals)
            .count();
    assertThat(hidden).as("one hidden number alone could be computed").isGreaterThan(3);
    assertThat(rows.getLast().get(0)).contains("k = 5");
    assertThat(desk.audit().acts()).contains(AuditEntry.Act.EXPORTED);
  }

  /** Three people of two records each are three, and as few as that are not shown. */
  @Test
  void whoHasSeveralRecordsIsCountedOnceByTheFindingThatProtectsMost() {
    for (int i = 1; i <= 3; i++) {
      RecordId one = register("A-00" + i, i == 1 ? "" : "my");
      RecordId other = register("A-01" + i, "my");
      desk.findings().find(other, Findings.Finding.PRESUMED_VICTIM, "Reason of an example");
      desk.samePeople().same(one, other, "The same scar");
    }
    Exports.Shown three = desk.exports().statistics().orElseThrow();
    assertThat(three.rows().getLast().cells()).doesNotContain("6", "3").contains("*");
    for (int i = 4; i <= 6; i++) {
      RecordId person = register("A-00" + i, "my");
      desk.findings().find(person, Findings.Finding.PRESUMED_VICTIM, "Reason of an example");
    }
    Exports.Shown six = desk.exports().statistics().orElseThrow();
    assertThat(six.rows().getFirst())
        .isEqualTo(new Exports.ShownRow("my", List.of("6", "0", "0", "0", "0", "6")));
    Path to = folder.resolve("table.csv");
    assertThat(desk.exports().statistics(ENGLISH, to).rows()).isEqualTo(6);
  }

  /** Nobody has so many records: a careless or hostile hand has linked a whole hall. */
  @Test
  void recordsThatAreTooManyToBeOnePersonsAreCountedEachAndTheTableSaysSo() throws IOException {
    List<RecordId> hall = Linking.people(desk, OnePerson.MOST + 10);
    assertThat(desk.exports().statistics().orElseThrow().apart()).isFalse();
    Linking.link(desk, hall, Linking.Shape.STAR);
    Exports.Shown shown = desk.exports().statistics().orElseThrow();
    assertThat(shown.apart()).isTrue();
    assertThat(shown.rows().getLast().cells().getLast()).isEqualTo("60");
    Path to = folder.resolve("table.csv");
    assertThat(desk.exports().statistics(ENGLISH, to).rows()).isEqualTo(60);
    assertThat(Files.readString(to)).contains(ENGLISH.t("paper.table.apart"));
  }

  private static CSVRecord row(List<CSVRecord> rows, String name) {
    return rows.stream().filter(r -> r.get(0).equals(name)).findFirst().orElseThrow();
  }

  @Test
  void anEmptyNightHasAnEmptyTable() throws IOException {
    Path to = folder.resolve("table.csv");
    assertThat(desk.exports().statistics(ENGLISH, to).printed()).isEqualTo(new Printed.Written(to));
    assertThat(Files.readString(to)).contains("All,0,0,0,0,0,0");
  }
}
