package org.sala.casework.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.forms.Forms;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.people.StillInside;
import org.sala.casework.protection.Referral;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Statements;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;

/** Everything that has a number is found by it, and people inside by name. */
class SearchTest {
  @TempDir Path folder;
  private Desk desk;
  private RecordId caseId;
  private RecordId person;

  @BeforeEach
  void somebodyIsHere() {
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    caseId = desk.cases().open(new Cases.NewCase("Red house", "rescue", "normal", "", ""));
    person =
        desk.people()
            .add(caseId, new People.NewPerson("A-001", "", "Zaw", "male", "30", "my"), "", "");
  }

  @AfterEach
  void lock() {
    desk.close();
  }

  private List<Found> find(String typed) {
    return desk.search().find(typed, 16);
  }

  private void inside(RecordId by, String name, String status) {
    desk.triages()
        .inside(by, new Triages.Inside(name, "", "Compound R-7", "", "May", "yes", status));
  }

  @Test
  void whoIsInsideIsFoundByAnyWordOfTheNameInAnyScriptAndNotOnceOut() {
    inside(person, "Mya Thiri Example", "inside");
    inside(person, "ဇော် ကို", "unknown");
    assertThat(find("thi"))
        .singleElement()
        .isInstanceOfSatisfying(
            Found.Inside.class,
            i -> {
              assertThat(i.line().saidByNumber()).isEqualTo("A-001");
              assertThat(i.caseId()).contains(caseId);
              assertThat(i.toString()).doesNotContain("Mya");
            });
    assertThat(find("ကို")).singleElement().isInstanceOf(Found.Inside.class);
    assertThat(find("hiri")).as("from the beginning of a word").isEmpty();
    RecordId mya = find("mya").getFirst().id();
    desk.stillInside()
        .edit(
            mya,
            new StillInside.Written(
                "Mya Thiri Example", "", "Compound R-7", "", "May", "yes", "out", "other", "B", ""),
            "stands in the hall");
    assertThat(find("thi")).as("nobody looks for her any more").isEmpty();
  }

  @Test
  void whoIsInsideAndWasNamedOutsideAnyCaseIsFoundAtTheSite() {
    desk.people().register(List.of(new People.NewPerson("A-002", "", "", "", "", "")));
    inside(desk.people().list("A-002", "wristband", false, 0, 1).getFirst().id(), "Lin", "inside");
    assertThat(find("lin"))
        .singleElement()
        .isInstanceOfSatisfying(
            Found.Inside.class,
            i -> {
              assertThat(i.caseId()).isEmpty();
              assertThat(desk.insideSites().page(i.site())).isPresent();
            });
  }

  @Test
  void aStatementIsFoundByItsNumberWithItsCase() {
    RecordId id =
        desk.statements().begin(caseId, person, new Statements.Setting("my", "", "", "hall"));
    String number = desk.statements().of(caseId).getFirst().number();
    assertThat(find(number))
        .singleElement()
        .isInstanceOfSatisfying(
            Found.Statement.class,
            s -> {
              assertThat(s.id()).isEqualTo(id);
              assertThat(s.caseNumber())
                  .isEqualTo(desk.cases().find(caseId).orElseThrow().number());
            });
  }

  @Test
  void aScreeningAndAFormAreFoundByWhoseTheyAreAndByTheCardThatWasGiven() {
    RecordId screening = desk.screenings().begin(person, new Screenings.Setting("my", "", ""));
    RecordId form =
        desk.forms()
            .begin(
                person,
                Optional.empty(),
                desk.forms().offered().getFirst(),
                new Forms.Setting("my", ""));
    assertThat(find("a-00"))
        .extracting(Found::id)
        .as("the person first")
        .containsExactly(person, screening, form);
    assertThat(find("zaw")).as("a name is of the person").hasSize(1);
    String code = desk.endings().card(screening).code();
    assertThat(find(code)).singleElement().isInstanceOf(Found.Screening.class);
  }

  @Test
  void aPackageIsFoundByItsNumberHoweverManyZerosStandBeforeIt() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      Desks.enrol(desk, hq, folder, "A");
      PackageLine sealed =
          desk.packages().seal(desk.packages().plan(Optional.empty()), Progress.none());
      hq.packages().take(desk.packages().carry(sealed.id(), Desks.stick(folder.resolve("stick"))));
      for (String typed : List.of("1", "0001", "๑")) {
        assertThat(find(typed))
            .filteredOn(Found.Parcel.class::isInstance)
            .singleElement()
            .isInstanceOfSatisfying(
                Found.Parcel.class,
                p -> {
                  assertThat(p.id()).isEqualTo(sealed.id());
                  assertThat(p.outgoing()).isTrue();
                });
      }
      assertThat(hq.search().find("1", 16))
          .filteredOn(f -> f instanceof Found.Parcel p && !p.outgoing())
          .hasSize(1);
      assertThat(find("2")).noneMatch(Found.Parcel.class::isInstance);
    }
  }

  @Test
  void aReturnSlipIsFoundOnlyByWhoMayReadTheProtectedPart() {
    desk.consents()
        .ask(
            person,
            Referral.Service.SHELTER.purpose(),
            Referral.Service.SHELTER.recipient(),
            Consents.Answer.YES,
            "my",
            "");
    desk.referrals()
        .send(
            person,
            new Referral.Draft(
                Referral.Service.SHELTER,
                "House of Examples",
                "A bed",
                Referral.Item.least(),
                Duration.ofHours(1)));
    String slip = desk.referrals().of(person).getFirst().slip();
    assertThat(find(slip.substring(0, 5)))
        .singleElement()
        .isInstanceOfSatisfying(
            Found.Referral.class, r -> assertThat(r.person()).isEqualTo(person));
    desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray(), false);
    desk.close();
    desk = Desks.unlock(folder.resolve("a"), "two");
    assertThat(find(slip)).isEmpty();
    assertThat(find("zaw")).hasSize(1);
  }

  @Test
  void ofManyPeopleHalfOfTheRowsAreLeftToEverythingElse() {
    desk.people()
        .register(
            IntStream.range(100, 140)
                .mapToObj(i -> new People.NewPerson("A-" + i, "", "Mya", "", "", ""))
                .toList());
    IntStream.range(0, 6).forEach(i -> inside(person, "Mya " + i, "inside"));
    List<Found> found = find("mya");
    assertThat(found).hasSize(16);
    assertThat(found).filteredOn(Found.Inside.class::isInstance).hasSize(4);
    assertThat(desk.search().find("mya", 4))
        .hasSize(4)
        .filteredOn(Found.Inside.class::isInstance)
        .hasSize(1);
  }
}
