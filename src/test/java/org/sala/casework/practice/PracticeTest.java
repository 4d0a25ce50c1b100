package org.sala.casework.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.keys.Enrolment;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.packages.take.PackageCheck;
import org.sala.casework.people.People;
import org.sala.casework.screening.Child;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.form.BuiltIn;
import org.sala.form.Catalogue;
import org.sala.form.Indicator;
import org.sala.practice.Agreement;
import org.sala.practice.Kappa;
import org.sala.practice.Score;

/** A practice workspace: invented people, a score, and nothing that ever meets the work. */
class PracticeTest {
  private static final Catalogue SCREENING = BuiltIn.newest("scam-compound");

  @TempDir Path folder;
  private final List<Desk> open = new java.util.ArrayList<>();

  @AfterEach
  void everybodyGoesHome() {
    open.forEach(Desk::close);
  }

  private Desk kept(Desk desk) {
    open.add(desk);
    return desk;
  }

  private Desk practice(String name) {
    Workplace.Entry entry =
        new Workplace(folder.resolve(name), Desks.CHEAP)
            .createForPractice(
                new Workplace.FirstStart(
                    "en",
                    "Officer " + name + " Example",
                    name,
                    ("phrase of " + name).toCharArray()));
    return kept(((Workplace.Entry.Entered) entry).desk());
  }

  private Desk practiceHeadquarters() {
    Desk hq = practice("zero");
    hq.headquarters()
        .found(
            new Headquarters.Founding(
                "Agency of Examples",
                "Training headquarters",
                "EX-0000",
                Desks.stick(folder.resolve("authority for practice")),
                Desks.AUTHORITY.toCharArray()));
    return hq;
  }

  private static RecordId begin(Desk desk, String script) {
    Practice.Partner p = partner(desk, script);
    Screenings.Setting setting = new Screenings.Setting("th", "", "");
    return p.person().possiblyChild()
        ? desk.screenings().begin(p.person().id(), setting, new Child("Social worker Example"))
        : desk.screenings().begin(p.person().id(), setting);
  }

  private static Practice.Partner partner(Desk desk, String script) {
    return desk.practice().partners().stream()
        .filter(p -> p.script().id().equals(script))
        .findFirst()
        .orElseThrow();
  }

  private static void mark(Desk desk, RecordId screening, String code, String answer) {
    desk.screenings()
        .answer(screening, SCREENING.path(indicator(code)), new Given(answer, "", "open", "th"));
  }

  private static Indicator indicator(String code) {
    return SCREENING.indicator(code).orElseThrow();
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.PRACTICE_AND_WORK));
  }

  @Test
  void whatAWorkspaceIsForStaysAndTheInventedPeopleComeOnce() {
    Desk made = practice("one");
    assertThat(made.practice().here()).isTrue();
    assertThat(made.practice().partners())
        .extracting(p -> p.script().id())
        .containsExactly("sommut", "napha", "wela");
    assertThat(partner(made, "napha").person().certainlyChild()).isTrue();
    assertThat(partner(made, "sommut").person().possiblyChild()).isFalse();
    made.close();
    open.clear();
    Workplace place = new Workplace(folder.resolve("one"), Desks.CHEAP);
    assertThat(place.saysPractice()).isTrue();
    Desk again = kept(Desks.unlock(folder.resolve("one"), "one"));
    assertThat(again.practice().here()).isTrue();
    again.practice().bringThem();
    assertThat(again.people().count("")).isEqualTo(3);
  }

  @Test
  void whereWorkIsDoneThereIsNothingOfIt() {
    Desk work = kept(Desks.create(folder.resolve("work"), "Officer One Example", "one"));
    assertThat(new Workplace(folder.resolve("work"), Desks.CHEAP).saysPractice()).isFalse();
    assertThat(work.practice().here()).isFalse();
    assertThat(work.practice().partners()).isEmpty();
    refused(() -> work.practice().bringThem());
    refused(() -> work.practice().agreement());
    assertThat(new Workplace(folder.resolve("work"), Desks.CHEAP).forPractice().isThere())
        .isFalse();
  }

  @Test
  void noPracticeIsEnrolledWithARealAuthorityAndNoWorkWithOneOfPractice() {
    Desk hq = kept(Desks.headquarters(folder.resolve("hq")));
    Desk training = practiceHeadquarters();
    Desk practising = practice("one");
    Desk working = kept(Desks.create(folder.resolve("work"), "Officer Two Example", "two"));
    Path asked = folder.resolve("practice.json");
    practising.enrolment().request(asked, "EX-1001");
    refused(() -> hq.headquarters().read(asked));
    refused(() -> hq.headquarters().answer(asked, "Station", "A", "EX-A", folder.resolve("a.age")));
    assertThat(folder.resolve("a.age")).doesNotExist();
    Path work = folder.resolve("work.json");
    working.enrolment().request(work, "EX-1002");
    refused(() -> training.headquarters().read(work));
    Desks.enrol(practising, training, folder, "P");
    assertThat(practising.enrolment().enrolled()).isTrue();
    Desks.enrol(working, hq, folder, "W");
    assertThat(working.enrolment().enrolled()).isTrue();
  }

  @Test
  void anAnswerOfTheOtherKindIsRefusedAlsoWhereSomebodyGotAroundTheRequest() {
    Desk training = practiceHeadquarters();
    Desk practising = practice("one");
    Path asked = folder.resolve("practice.json");
    Path answer = folder.resolve("practice.age");
    practising.enrolment().request(asked, "EX-1001");
    training.headquarters().answer(asked, "Station", "A", "EX-A", answer);
    assertThat(practising.enrolment().open(answer).officers()).containsExactly("EX-1001");
    // The same answer at a workspace of the same keys that is for work.
    Station s = Desks.station(practising);
    Station asWork =
        new Station(
            s.tools(),
            s.folder(),
            s.keyFile(),
            s.opened(),
            s.officer(),
            s.state(),
            s.scopeKeys(),
            s.objects(),
            s.journal(),
            s.view(),
            s.ids(),
            false);
    Enrolment atWork =
        new Enrolment(asWork, practising.audit(), practising.officers(), practising.adoptions());
    refused(() -> atWork.open(answer));
  }

  @Test
  void aTrainingPackageGoesToTrainingHeadquartersAndTheRealOneRefusesItByName() {
    Desk hq = kept(Desks.headquarters(folder.resolve("hq")));
    Desk training = practiceHeadquarters();
    Desk practising = practice("one");
    Desks.enrol(practising, training, folder, "P");
    RecordId screening = begin(practising, "sommut");
    mark(practising, screening, "S1.01", "yes");
    practising.screenings().review(screening);
    PackageLine sealed =
        practising.packages().seal(practising.packages().plan(Optional.empty()), Progress.none());
    Path file = practising.packages().carry(sealed.id(), folder.resolve("usb"));

    PackageCheck seen = hq.packages().check(file);
    assertThat(seen.kind()).isEqualTo("TRAINING");
    assertThat(hq.packages().take(file))
        .isInstanceOfSatisfying(
            Importing.Outcome.Refused.class,
            r -> assertThat(r.checked().kind()).isEqualTo("TRAINING"));
    assertThat(hq.people().count("")).isZero();

    PackageCheck here = training.packages().check(file);
    assertThat(here.kind()).isEqualTo("GENUINE");
    assertThat(here.purpose()).contains("training");
    assertThat(training.packages().take(file)).isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(training.practice().rounds())
        .extracting(r -> r.script().id())
        .containsExactly("sommut");
    RecordId receipt = training.reception().receiptsHere().getFirst();
    Path back = training.packages().carry(receipt, Desks.stick(folder.resolve("back")));
    assertThat(practising.packages().take(back)).isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(practising.packages().list())
        .filteredOn(PackageLine::outgoing)
        .extracting(PackageLine::state)
        .containsExactly(PackageState.RECEIVED);
  }

  /** Whoever gets a package to the other side's keys by hand is refused by what it says inside. */
  @Test
  void practiceAndRealHeadquartersRefuseEachOthersPackagesAlsoWhereTheyCanOpenThem() {
    Desk hq = kept(Desks.headquarters(folder.resolve("hq")));
    Desk training = practiceHeadquarters();
    Desk working = kept(Desks.create(folder.resolve("work"), "Officer Work Example", "work"));
    Desk practising = practice("one");
    Desks.enrol(working, hq, folder, "W");
    Desks.enrol(practising, training, folder, "P");
    working.people().register(List.of(new People.NewPerson("W-001", "", "", "", "30", "th")));

    refuses(training, to(working, training), "WORK");
    refuses(hq, to(practising, hq), "TRAINING");
    assertThat(hq.people().count("")).isZero();
    assertThat(training.people().list("W-001", "wristband", false, 0, 1)).isEmpty();
  }

  private Path to(Desk station, Desk headquarters) {
    Station other = Desks.station(headquarters);
    Desks.station(station)
        .state()
        .set(
            Map.of(
                "headquarters", Value.text(other.identity().station().toString()),
                "hqInvestigation", key(other, Compartment.INVESTIGATION),
                "hqProtection", key(other, Compartment.PROTECTION)));
    PackageLine sealed =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    return station.packages().carry(sealed.id(), folder.resolve("usb"));
  }

  private static Value key(Station of, Compartment compartment) {
    return Value.text(of.receiving(compartment).recipient().text());
  }

  private static void refuses(Desk headquarters, Path file, String kind) {
    assertThat(headquarters.packages().check(file).kind()).isEqualTo(kind);
    assertThat(headquarters.packages().take(file))
        .isInstanceOfSatisfying(
            Importing.Outcome.Refused.class, r -> assertThat(r.checked().kind()).isEqualTo(kind));
    assertThat(headquarters.packages().list())
        .as("nothing of it was taken in")
        .noneMatch(p -> p.state() == PackageState.IMPORTED);
  }

  @Test
  void aScoreOpensWhenTheQuestionsAreOverAndTellsWhatWasMissedOverMarkedAndLed() {
    Desk desk = practice("one");
    RecordId screening = begin(desk, "sommut");
    for (String code : List.of("S1.01", "S5.02", "S2.01")) {
      mark(desk, screening, code, "yes");
    }
    desk.practice().led(screening, indicator("S2.01"));
    assertThat(desk.practice().round(screening).orElseThrow().score())
        .as("no score steers an interview")
        .isEmpty();
    desk.screenings().review(screening);
    Score score = desk.practice().round(screening).orElseThrow().score().orElseThrow();
    assertThat(score.found()).containsExactly("S1.01", "S5.02");
    assertThat(score.overMarked()).containsExactly("S2.01");
    assertThat(score.leading()).containsExactly("S2.01");
    assertThat(score.missed()).contains("S1.02", "S4.01").doesNotContain("S1.01", "S1.05");
    assertThatThrownBy(() -> desk.practice().led(screening, indicator("S5.01")))
        .as("nobody is asked any more")
        .isInstanceOf(CaseworkFault.class);
  }

  @Test
  void officersOfTwoStationsAreComparedAtTrainingHeadquarters() {
    Desk training = practiceHeadquarters();
    for (String officer : List.of("one", "two")) {
      Desk desk = practice(officer);
      Desks.enrol(
          desk, training, folder, officer.substring(0, 1).toUpperCase(java.util.Locale.ROOT));
      for (String script : List.of("sommut", "wela")) {
        RecordId screening = begin(desk, script);
        mark(desk, screening, "S1.01", script.equals("sommut") ? "yes" : "no");
        mark(desk, screening, "S5.01", officer.equals("one") ? "yes" : "no");
        desk.screenings().review(screening);
      }
      PackageLine sealed =
          desk.packages().seal(desk.packages().plan(Optional.empty()), Progress.none());
      Path file = desk.packages().carry(sealed.id(), Desks.stick(folder.resolve("usb " + officer)));
      assertThat(training.packages().take(file)).isInstanceOf(Importing.Outcome.Imported.class);
    }
    Agreement agreement = training.practice().agreement();
    assertThat(agreement.officers()).isEqualTo(2);
    assertThat(agreement.people()).isEqualTo(2);
    assertThat(agreement.lines())
        .contains(
            new Agreement.Line("S1.01", new Kappa.Defined(1, 1, 2)),
            new Agreement.Line("S5.01", new Kappa.Defined(0, 0, 2)),
            new Agreement.Line("S1.02", new Kappa.OneCategory(2)));
    assertThat(training.practice().partners())
        .as("people of other stations are not practised with here")
        .hasSize(3);
  }
}
