package org.sala.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.people.Cases;
import org.sala.casework.people.InsideSites;
import org.sala.casework.people.People;
import org.sala.casework.protection.Referral;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.Act;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Seen;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.domain.Words;
import org.sala.merge.FieldState;
import org.sala.report.ReadBack;
import org.sala.ui.text.Texts;

/** What two officers wrote differently is handed to the screens whole, and a paper says of it. */
class BothShownTest {
  private static final Words ENGLISH = Texts.in("en", ZoneId.of("Asia/Bangkok"));

  @TempDir Path folder;
  private Desk desk;
  private RecordId caseId;
  private RecordId person;

  @BeforeEach
  void begin() {
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
    caseId = desk.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    person =
        desk.people()
            .add(
                caseId,
                new People.NewPerson("A-001", "Thiri Example", "", "female", "24", "my"),
                "said",
                "");
  }

  @AfterEach
  void end() {
    desk.close();
  }

  private void now(String officer) {
    desk.close();
    desk = Desks.unlock(folder.resolve("a"), officer);
  }

  /** Both officers had the record before them as it is, and each writes something else. */
  private void differ(RecordId record, Kind kind, String key, Value one, Value other) {
    Map<String, FieldState> fields =
        new LinkedHashMap<>(Desks.station(desk).view().records().fields(record));
    fields.putAll(new ProtectedPart(Desks.station(desk)).fields(record));
    Seen seen = Cases.seen(Cases.shown(fields));
    now("two");
    write(record, kind, key, other, seen);
    now("one");
    write(record, kind, key, one, seen);
  }

  private void write(RecordId record, Kind kind, String key, Value value, Seen seen) {
    new Ledger(Desks.station(desk)).write(new Act().edit(record, kind, Map.of(key, value), seen));
  }

  private String paper(Path to) throws IOException {
    return String.join("", ReadBack.pages(Files.readAllBytes(to))).replaceAll("\\s+", " ");
  }

  private static void both(List<Cases.Shown> differing, String key) {
    assertThat(differing)
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.key()).isEqualTo(key);
              assertThat(s.versions()).hasSize(2);
            });
  }

  @Test
  void aNameIsMarkedInListsAndOnTheListOfTheNight() throws IOException {
    assertThat(desk.people().find(person).orElseThrow().namesDiffering()).isEmpty();
    String key =
        desk.people().fields(person).keySet().stream()
            .filter(k -> k.startsWith("name/"))
            .findFirst()
            .orElseThrow();
    differ(
        person,
        Kinds.PERSON,
        key,
        Value.parts(Map.of("text", "Thida Example")),
        Value.parts(Map.of("text", "Thiri Sample")));
    both(desk.people().list("", "wristband", false, 0, 9).getFirst().namesDiffering(), key);
    Path to = folder.resolve("night.pdf");
    desk.papers().nightList(true, ENGLISH, to, Progress.none());
    assertThat(paper(to)).contains("see the program");
  }

  @Test
  void theLanguageAndTheNoteOfAScreeningAreOnItsPageAndItsPaperSaysSo() throws IOException {
    RecordId id = desk.screenings().begin(person, new Screenings.Setting("my", "I-1", ""));
    desk.screenings().review(id);
    assertThat(desk.screenings().page(id).differing()).isEmpty();
    differ(id, Kinds.SCREENING, "language", Value.text("th"), Value.text("km"));
    both(desk.screenings().page(id).differing(), "language");
    differ(id, Kinds.SCREENING, "note", Value.text("calm"), Value.text("afraid"));
    assertThat(desk.screenings().page(id).differing())
        .extracting(Cases.Shown::key)
        .containsExactlyInAnyOrder("language", "note");
    Path to = folder.resolve("form.pdf");
    desk.screeningPapers().filledForm(id, ENGLISH, to, Progress.none());
    assertThat(paper(to)).contains("see the program: Language, Note");
  }

  @Test
  void aFearOfTwoCountriesNamesBothAndCountsAsAny() {
    RecordId fear = desk.fears().says(person, "MM", Fears.Of.BOTH);
    assertThat(desk.fears().of(person).getFirst().versions()).isEmpty();
    // It is written once; another program may have begun the same record with another country.
    Map<String, Value> fields =
        Map.of("person", Value.ref(person), "country", Value.text("KH"), "of", Value.text("both"));
    new Ledger(Desks.station(desk))
        .write(new Act().make(fear, Kinds.FEAR, Desks.station(desk).scopeOf(person), fields));
    assertThat(desk.fears().of(person))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.country()).isEqualTo(Fears.NOT_NAMED);
              assertThat(f.versions()).containsExactly("KH", "MM");
            });
  }

  @Test
  void whoIsInsideIsShownByAllNames() {
    desk.triages()
        .inside(
            person,
            new Triages.Inside("Mya Example", "", "Compound R-7", "2", "may", "no", "inside"));
    RecordId inside = desk.stillInside().ofCase(caseId).getFirst().id();
    differ(inside, Kinds.INSIDE, "name", Value.text("Mia Example"), Value.text("Maya Example"));
    both(desk.stillInside().ofCase(caseId).getFirst().differing(), "name");
    InsideSites.Heard heard = desk.insideSites().all().getFirst().heard().getFirst();
    both(heard.differing(), "name");
    assertThat(desk.insideSites().sites().getFirst().differing()).isEqualTo(1);
  }

  @Test
  void whoIsSaidToBeAtTwoSitesStandsUnderEachAndIsCountedOnce() {
    desk.triages()
        .inside(
            person,
            new Triages.Inside("Mya Example", "", "Compound R-7", "2", "may", "no", "inside"));
    desk.triages()
        .inside(
            person,
            new Triages.Inside("Lin Example", "", "Compound R-7", "2", "may", "yes", "inside"));
    InsideSites sites = desk.insideSites();
    RecordId mya = sites.all().getFirst().heard().getFirst().id();
    differ(mya, Kinds.INSIDE, "site", Value.text("Compound R-8"), Value.text("Compound R-9"));
    differ(mya, Kinds.INSIDE, "place", Value.text("3"), Value.text("4"));
    InsideSites.Everywhere all = desk.insideSites().everywhere();
    assertThat(all.inside()).isEqualTo(2);
    assertThat(all.sites())
        .extracting(InsideSites.Site::name)
        .containsExactlyInAnyOrder("Compound R-7", "Compound R-8", "Compound R-9");
    for (String site : List.of("compound r-8", "compound r-9")) {
      InsideSites.Page page = desk.insideSites().page(site).orElseThrow();
      assertThat(page.site().inside()).isEqualTo(1);
      assertThat(page.site().differing()).isEqualTo(1);
      assertThat(page.site().buildings()).isEqualTo(2);
      assertThat(page.site().safe()).isEqualTo(InsideSites.Safe.NO);
      assertThat(page.buildings())
          .allMatch(b -> b.differing() == 1 && b.site().equalsIgnoreCase(site))
          .extracting(InsideSites.Building::building)
          .containsExactlyInAnyOrder("3", "4");
    }
  }

  @Test
  void aReferralIsShownWithEveryAgencyAndItsSheetSaysSo() throws IOException {
    desk.consents().ask(person, "care", "shelter", Consents.Answer.YES, "my", "");
    RecordId id =
        desk.referrals()
            .send(
                person,
                new Referral.Draft(
                    Referral.Service.SHELTER,
                    "House of Examples",
                    "A bed",
                    Referral.Item.least(),
                    Duration.ofHours(6)));
    differ(id, Kinds.REFERRAL, "agency", Value.text("House One"), Value.text("House Two"));
    both(desk.referrals().of(person).getFirst().differing(), "agency");
    Path to = folder.resolve("referral.pdf");
    desk.handOuts().referralSheet(person, id, ENGLISH, to, Progress.none());
    assertThat(paper(to)).contains("see the program: Agency");
  }
}
