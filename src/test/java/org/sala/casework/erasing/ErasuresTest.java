package org.sala.casework.erasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.exhibits.AskedExhibits;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.joining.Choice;
import org.sala.casework.joining.Disagreement;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.people.Involvements;
import org.sala.casework.people.People;
import org.sala.casework.screening.Statements;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.OfficerSlots;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.casework.station.Taking;
import org.sala.casework.todo.ToDo;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;
import org.sala.journal.Committed;
import org.sala.store.ViewFile;
import org.sala.vault.ScopeKeys;

/** A person or a case is erased in a real workspace: what goes, what stays, what is told. */
class ErasuresTest {
  private static final String MARK = "Quillfeather";

  @TempDir Path folder;
  private Path there;
  private Desk hq;
  private Desk desk;
  private RecordId caseId;
  private RecordId person;
  private RecordId other;
  private PackageLine carried;
  private PackageLine waiting;

  @BeforeEach
  void aNightOfWork() throws IOException {
    there = folder.resolve("a");
    hq = Desks.headquarters(folder.resolve("hq"));
    desk = Desks.create(there, "Officer One Example", "one");
    Desks.enrol(desk, hq, folder, "A");
    caseId = desk.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    other = add("A-001", "Somebody Example");
    person = add("A-020", MARK + " Example");
    desk.people().edit(person, Map.of("needs", Value.text(MARK + " needs insulin")), "");
    Path photo = folder.resolve("photo.png");
    ImageIO.write(new BufferedImage(40, 50, BufferedImage.TYPE_INT_RGB), "png", photo.toFile());
    assertThat(desk.photos().attach(person, photo, Progress.none()))
        .isInstanceOf(Taking.Taken.class);
    desk.statements().begin(caseId, person, new Statements.Setting("my", "", "", ""));
    carried = seal();
    desk.packages().carry(carried.id(), folder.resolve("usb"));
    desk.people().edit(person, Map.of("health", Value.text(MARK + " is ill")), "");
    desk.people().edit(other, Map.of("needs", Value.text("a blanket")), "");
    waiting = seal();
    desk.drafts().keep("case x", Map.of("about", "half a word on " + person));
    desk.drafts().keep("person " + person, Map.of("name", MARK));
    desk.drafts().keep("person " + other, Map.of("name", "Somebody"));
  }

  @AfterEach
  void end() {
    desk.close();
    hq.close();
  }

  private RecordId add(String number, String name) {
    return desk.people()
        .add(caseId, new People.NewPerson(number, "", name, "", "24", "my"), "said", "");
  }

  private PackageLine seal() {
    return desk.packages().seal(desk.packages().plan(Optional.empty()), Progress.none());
  }

  private Station station() {
    return Desks.station(desk);
  }

  private Erasures.Outcome erase(RecordId about) {
    Erasing plan = desk.erasures().plan(about);
    return desk.erasures()
        .erase(plan, plan.number(), Erasures.Why.WISH, "asked for by letter", Optional.empty());
  }

  private void again() {
    desk.close();
    desk = Desks.unlock(there, "one");
  }

  private static void refused(CaseworkFault.Code code, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(code));
  }

  private List<Revision> readable() {
    List<Revision> all = new ArrayList<>();
    station().journal().replay(0, run -> run.forEach(c -> all.addAll(c.change().revisions())));
    return all;
  }

  private boolean isReadable(String mark) {
    return readable().stream()
        .anyMatch(r -> new String(r.bytes(), StandardCharsets.UTF_8).contains(mark));
  }

  @Test
  void whomThePersonNamedInsideAndThePartInACaseAreToldToStay() {
    RecordId other =
        desk.people()
            .register(List.of(new People.NewPerson("A-099", "", "", "", "30", "my")))
            .getFirst();
    assertThat(desk.erasures().plan(other).others()).isEqualTo(Erasing.Others.NONE);
    desk.triages()
        .inside(
            other,
            new Triages.Inside("Sister Example", "sister", "Site", "", "", "unknown", "unknown"));
    desk.involvements().bring(caseId, other, Involvements.Written.said("said", ""), "");
    assertThat(desk.erasures().plan(other).others()).isEqualTo(new Erasing.Others(1, 1, List.of()));
    assertThat(desk.erasures().plan(caseId).others()).isEqualTo(Erasing.Others.NONE);
  }

  @Test
  void whatGoesWhatStaysAndWhoHasItIsToldBefore() {
    desk.backups().make(folder.resolve("one.salabackup"), Progress.none());
    Erasing plan = desk.erasures().plan(person);
    assertThat(plan.number()).isEqualTo("A-020");
    assertThat(plan.files().count()).isEqualTo(1);
    assertThat(plan.packages()).hasSize(2);
    assertThat(plan.holders()).containsExactly("Agency of Examples");
    assertThat(plan.onlyHere()).as("no receipt has come").isPositive();
    assertThat(plan.statements()).containsExactly("A-S1");
    assertThat(plan.backups()).hasSize(1);
    assertThat(plan.confirmedBy(" a-020 ")).isTrue();
    assertThat(plan.confirmedBy("A-02")).isFalse();
    assertThat(desk.people().find(person)).as("nothing was done").isPresent();
    assertThatThrownBy(
            () ->
                desk.erasures()
                    .erase(plan, "A-02", Erasures.Why.WISH, "asked for", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(desk.erasures().plan(caseId).people()).isEqualTo(2);
    refused(CaseworkFault.Code.NOT_FOUND, () -> desk.erasures().plan(waiting.id()));
  }

  @Test
  void nothingOfAPersonCanBeReadAgainAndTheRestStandsAsItStood() throws IOException {
    ScopeId scope = station().scopeOf(person);
    byte[] viewKey = station().state().viewKey();
    Path oldView = folder.resolve("old view");
    assertThat(isReadable(MARK)).isTrue();
    assertThat(erase(person)).isEqualTo(Erasures.Outcome.DONE);
    copy(there.resolve("db"), oldView);
    // Another name of the same bytes stays where the file goes.
    Path blocks = folder.resolve("blocks");
    try (Stream<Path> files = Files.list(there.resolve("db"))) {
      Path data = files.filter(f -> f.toString().endsWith(".mv.db")).findFirst().orElseThrow();
      Files.createLink(blocks, data);
    }
    again();

    assertThat(Files.readAllBytes(blocks)).as("the lists of before").containsOnly(0);
    assertThat(desk.people().find(person)).isEmpty();
    assertThat(desk.search().find(MARK, 5)).isEmpty();
    assertThat(desk.people().find(other)).isPresent();
    assertThat(desk.people().fields(other).get("needs").value()).isEqualTo(Value.text("a blanket"));
    assertThat(desk.cases().find(caseId)).isPresent();
    assertThat(isReadable(MARK)).as("in the journal, with every key that is left").isFalse();
    assertThat(readable()).anyMatch(r -> r.record().equals(other));
    for (Compartment c : Compartment.values()) {
      assertThat(station().scopeKeys().standing(scope, c)).isEqualTo(ScopeKeys.Standing.ERASED);
    }
    assertThat(station().objects().all()).as("the photograph").isEmpty();
    assertThat(files("objects")).noneMatch(f -> f.matches("[0-9a-f]{64}"));
    assertThat(files("outbox")).as("neither package that held it").isEmpty();
    assertThat(station().state().viewKey()).isNotEqualTo(viewKey);
    assertThat(ViewFile.open(oldView, station().state().viewKey(), Desks.CHEAP.random()))
        .as("a copy of the lists of before opens with no key that is left")
        .isInstanceOf(ViewFile.Opening.MustRebuild.class);
    assertThat(desk.drafts().of("case x")).isEmpty();
    assertThat(desk.drafts().of("person " + person)).isEmpty();
    assertThat(desk.drafts().of("person " + other)).isPresent();

    assertThat(desk.spoiledSegment()).as("the chain of frames").isEmpty();
    assertThat(desk.audit().verify()).isInstanceOf(AuditTrail.Verdict.Whole.class);
    assertThat(desk.audit().acts()).contains(AuditEntry.Act.ERASED);
    again();
    assertThat(desk.people().find(other)).as("the next day as well").isPresent();
  }

  @Test
  void itsNumberIsNobodyElsesAndWhatWaitedWithItIsSealedAgainWithoutIt() {
    erase(person);
    again();
    assertThat(desk.people().nextWristband()).isEqualTo("A-021");
    assertThat(state(waiting)).isEqualTo(PackageState.SET_ASIDE);
    assertThat(state(carried)).isEqualTo(PackageState.CARRIED);
    PackageLine anew = seal();
    assertThat(hq.packages().take(desk.packages().carry(anew.id(), folder.resolve("usb"))))
        .isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(hq.cases().find(caseId)).isPresent();
    assertThat(hq.people().find(other)).isPresent();
    assertThat(hq.people().find(person)).as("it was in no package since").isEmpty();

    String number = desk.cases().find(caseId).orElseThrow().number();
    erase(caseId);
    again();
    assertThat(desk.cases().count("")).isZero();
    assertThat(desk.people().find(other)).as("people stay").isPresent();
    RecordId next = desk.cases().open(new Cases.NewCase("Next", "rescue", "normal", "", ""));
    assertThat(desk.cases().find(next).orElseThrow().number()).isGreaterThan(number);
  }

  private PackageState state(PackageLine line) {
    return desk.packages().list().stream()
        .filter(p -> p.id().equals(line.id()))
        .findFirst()
        .orElseThrow()
        .state();
  }

  @Test
  void exhibitsOfACaseGoWithItAndTheirNumbersAreGivenToNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("ledger.txt"), MARK + " ledger");
    Exhibits.NewExhibit exhibit = new Exhibits.NewExhibit("Ledger", "", Optional.empty(), "", "");
    desk.exhibits().take(caseId, exhibit, file, Progress.none());
    String number = desk.exhibits().inCase(caseId).getFirst().number();
    desk.exhibits().asked().ask(caseId, exhibit, List.of(new AskedExhibits.Named("Next", file)));
    erase(caseId);
    again();
    assertThat(desk.exhibits().asked().left()).isEmpty();
    assertThat(station().state().listing("filesAsked")).as("nor what was typed").isEmpty();
    RecordId next = desk.cases().open(new Cases.NewCase("Next", "rescue", "normal", "", ""));
    desk.exhibits().take(next, exhibit, file, Progress.none());
    assertThat(desk.exhibits().inCase(next).getFirst().number()).isGreaterThan(number);
    assertThat(station().objects().all()).as("the photograph and the new one").hasSize(2);
  }

  /** Headquarters decides on both people after one of them was erased here. */
  @Test
  void noPackageBringsItBack() {
    hq.packages().take(desk.packages().carry(waiting.id(), folder.resolve("usb")));
    for (RecordId one : List.of(person, other)) {
      hq.people().edit(one, Map.of("sex", Value.text("female")), "");
      desk.people().edit(one, Map.of("sex", Value.text("male")), "");
    }
    hq.packages().take(desk.packages().carry(seal().id(), folder.resolve("usb")));
    assertThat(hq.disagreements().open()).containsExactlyInAnyOrder(person, other);
    erase(person);
    again();
    for (RecordId one : List.of(person, other)) {
      Disagreement.Point point = hq.disagreements().of(one).orElseThrow().points().getFirst();
      hq.disagreements()
          .decide(
              one,
              Map.of(
                  point.key(),
                  new Choice.Keep(
                      point.voices().stream()
                          .filter(v -> v.station().equals("Headquarters"))
                          .findFirst()
                          .orElseThrow()
                          .version())),
              "as it is written in the passport");
    }
    RecordId decided =
        hq.decisions()
            .seal(hq.decisions().owed().getFirst().station(), Progress.none())
            .orElseThrow();
    assertThat(desk.packages().take(hq.packages().carry(decided, folder.resolve("usb"))))
        .isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(desk.people().find(other).orElseThrow().sex()).isEqualTo("female");
    assertThat(desk.people().find(person)).isEmpty();
    assertThat(readable()).noneMatch(r -> r.record().equals(person));
    assertThat(desk.spoiledSegment()).isEmpty();
    again();
    assertThat(readable()).noneMatch(r -> r.record().equals(person));
  }

  @Test
  void headquartersHearsOfItWithTheNextPackageAndDecidesWhatBecomesOfWhatItHas() {
    for (PackageLine one : List.of(carried, waiting)) {
      hq.packages().take(desk.packages().carry(one.id(), folder.resolve("usb")));
    }
    assertThat(desk.erasures().plan(person).tells()).isTrue();
    assertThat(hq.erasures().plan(person).tells()).isFalse();
    assertThat(hq.erasures().plan(person).onlyHere()).as("it is headquarters").isZero();
    erase(person);
    again();
    assertThat(hq.erasedElsewhere().undecided()).as("nothing has come").isEmpty();
    nextPackage();
    ToDo told = erasedThere().getFirst();
    assertThat(told.person().orElseThrow().id()).isEqualTo(person);
    assertThat(told.erasedThere().orElseThrow())
        .satisfies(
            e -> {
              assertThat(e.number()).isEqualTo("A-020");
              assertThat(e.why()).contains(Erasures.Why.WISH);
            });
    assertThat(hq.people().find(person)).as("nothing goes by itself").isPresent();
    hq.erasedElsewhere().stays(person, "a court asked for it");
    assertThat(erasedThere()).isEmpty();
    refused(CaseworkFault.Code.NOT_FOUND, () -> hq.erasedElsewhere().stays(person, "once more"));
    assertThat(staying())
        .as("who decided it, when and why is signed, and names nobody")
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.header().author()).isEqualTo(Desks.station(hq).me());
              Revision said = c.revisions().getFirst();
              assertThat(said.fields().get("reason")).isEqualTo(Value.text("a court asked for it"));
              assertThat(said.fields()).containsKey("at");
              assertThat(new String(said.bytes(), StandardCharsets.UTF_8)).doesNotContain(MARK);
            });
    hq.close();
    hq =
        ((Workplace.Entry.Entered)
                new Workplace(folder.resolve("hq"), Desks.CHEAP)
                    .anew()
                    .unlock("zero", "phrase of zero".toCharArray()))
            .desk();
    assertThat(erasedThere()).as("a view made anew knows it from the journal").isEmpty();
    assertThat(hq.erasedElsewhere().kept(person))
        .as("who said so, and why, is listed")
        .singleElement()
        .satisfies(
            k -> {
              assertThat(k.number()).isEqualTo("A-020");
              assertThat(k.why()).contains(Erasures.Why.WISH);
              assertThat(k.reason()).isEqualTo("a court asked for it");
              assertThat(k.officer()).isEqualTo(hq.officers().me());
            });
    assertThat(hq.erasedElsewhere().kept()).hasSize(1);
    // No answer of headquarters' has come: the same entries of the audit come again.
    erase(caseId);
    again();
    nextPackage();
    assertThat(erasedThere())
        .singleElement()
        .satisfies(t -> assertThat(t.erasedThere().orElseThrow().about()).isEqualTo(caseId));
    Erasing plan = hq.erasures().plan(caseId);
    hq.erasures()
        .erase(plan, plan.number(), Erasures.Why.WISH, "as the station did", Optional.empty());
    hq.close();
    hq = Desks.unlock(folder.resolve("hq"), "zero");
    assertThat(erasedThere()).isEmpty();
    refused(CaseworkFault.Code.NOT_FOUND, () -> hq.erasedElsewhere().stays(other, "none"));
  }

  private List<Change> staying() {
    List<Change> all = new ArrayList<>();
    Desks.station(hq)
        .journal()
        .replay(
            0,
            run ->
                run.stream()
                    .map(Committed::change)
                    .filter(c -> c.revisions().stream().anyMatch(r -> r.kind().equals("staying")))
                    .forEach(all::add));
    return all;
  }

  private List<ToDo> erasedThere() {
    return hq.tonight().todo().stream().filter(t -> t.what() == ToDo.What.ERASED_THERE).toList();
  }

  private void nextPackage() {
    desk.people().edit(other, Map.of("needs", Value.text("tea " + desk.audit().acts().size())), "");
    assertThat(hq.packages().take(desk.packages().carry(seal().id(), folder.resolve("usb"))))
        .isInstanceOf(Importing.Outcome.Imported.class);
  }

  @Test
  void whoIsInDangerOrKeptApartIsNotErasedAndTwoSignWhereThereAreTwo() {
    desk.triages()
        .done(person, new Triages.Answers(Map.of("q6", "yes"), Map.of("q6", "they called")));
    assertThat(desk.erasures().plan(person).protects()).isTrue();
    refused(CaseworkFault.Code.PROTECTS, () -> erase(person));
    desk.triages().told(person, "danger", "Duty officer Example");
    RecordId third = add("A-003", "Third Example");
    desk.pairs().apart(other, third, "a threat");
    refused(CaseworkFault.Code.PROTECTS, () -> erase(other));
    refused(CaseworkFault.Code.PROTECTS, () -> erase(third));
    desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
    assertThat(desk.erasures().needsSecond()).isTrue();
    refused(CaseworkFault.Code.SAME_OFFICER, () -> erase(person));
    assertThat(second("two", "a guess")).isEqualTo(Erasures.Outcome.WRONG_PASSPHRASE);
    assertThat(second("one", "phrase of one")).isEqualTo(Erasures.Outcome.SAME_OFFICER);
    assertThat(second("two", "phrase of two"))
        .as("anybody adds a colleague; headquarters knows of none")
        .isEqualTo(Erasures.Outcome.NOT_CERTIFIED);
    assertThat(desk.people().find(person)).isPresent();
    Desks.certify(desk, hq, folder, "two");
    assertThat(second("two", "phrase of two")).isEqualTo(Erasures.Outcome.DONE);
    again();
    assertThat(desk.people().find(person)).isEmpty();
    assertThat(desk.officers().me()).isEqualTo("Officer One Example");
  }

  @Test
  void aRecordThatAnotherOneOfTheSamePersonRestsOnIsNotErasedBeforeTwoHavePartedThem() {
    RecordId child =
        desk.people()
            .add(caseId, new People.NewPerson("A-014", "", "", "", "12", "my"), "said", "");
    RecordId refusing = add("A-015", "");
    RecordId fearing = add("A-016", "");
    desk.consents()
        .ask(
            refusing,
            Sealing.INVESTIGATION_PURPOSE,
            Sealing.TO_HEADQUARTERS,
            Consents.Answer.NO,
            "my",
            "");
    desk.fears().says(fearing, "MM", Fears.Of.RETURN);
    assertThat(desk.erasures().plan(child).losing()).as("nobody else rests on it").isEmpty();
    for (RecordId one : List.of(child, refusing, fearing)) {
      RecordId stays = add("A-1" + desk.people().find(one).orElseThrow().wristband(), "");
      desk.samePeople().same(one, stays, "the same scar");
      assertThat(desk.erasures().plan(one).losing())
          .containsExactly(desk.people().find(stays).orElseThrow().wristband());
      refused(CaseworkFault.Code.PROTECTS, () -> erase(one));
      assertThat(desk.erasures().plan(stays).isRefused()).as("it says nothing itself").isFalse();
    }
    RecordId unnumbered = add("", "Somebody Else");
    desk.samePeople().same(fearing, unnumbered, "the same scar");
    assertThat(desk.erasures().plan(fearing).losing()).contains("Somebody Else");
    desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
    Desks.certify(desk, hq, folder, "two");
    RecordId stays = desk.samePeople().said(child).getFirst().other().id();
    desk.samePeople()
        .byTwo(child, stays, false, "another scar", "two", "phrase of two".toCharArray());
    assertThat(desk.erasures().plan(child).isRefused()).isFalse();
  }

  /** Of whom others told as inside, and who came out, said no and wishes to be erased. */
  @Test
  void whatOthersToldOfAPersonAsInsideKeepsNobodyFromBeingErasedAndIsToldByItsWords() {
    desk.triages()
        .inside(
            other,
            new Triages.Inside("Sister Example", "sister", "Site", "", "", "unknown", "inside"));
    RecordId told = desk.cameOut().mayBe(person).getFirst().id();
    desk.cameOut().same(told, person, "they know each other");
    desk.consents()
        .ask(
            person,
            Sealing.INVESTIGATION_PURPOSE,
            Sealing.TO_HEADQUARTERS,
            Consents.Answer.NO,
            "my",
            "");
    assertThat(desk.erasures().plan(person).losing()).isEmpty();
    assertThat(desk.erasures().plan(person).others().told())
        .containsExactly("Sister Example, sister, Site");
    assertThat(erase(person)).isEqualTo(Erasures.Outcome.DONE);
    again();
    assertThat(desk.people().find(person)).isEmpty();
    assertThat(desk.stillInside().still(List.of(told))).hasSize(1);
  }

  /** The name of who was told of never leaves, so that one officer who erred parts the two. */
  @Test
  void aNoHoldsNobodyTogetherWithWhatWasToldOfAsInsideAndAFearDoes() {
    desk.triages()
        .inside(
            other,
            new Triages.Inside("Sister Example", "sister", "Site", "", "", "unknown", "inside"));
    RecordId told = desk.cameOut().mayBe(person).getFirst().id();
    desk.cameOut().same(told, person, "they know each other");
    desk.consents()
        .ask(
            person,
            Sealing.INVESTIGATION_PURPOSE,
            Sealing.TO_HEADQUARTERS,
            Consents.Answer.NO,
            "my",
            "");
    desk.cameOut().takeBack(told, person, "somebody else");
    desk.cameOut().same(told, person, "after all");
    desk.fears().says(person, "MM", Fears.Of.RETURN);
    refused(
        CaseworkFault.Code.PROTECTS, () -> desk.cameOut().takeBack(told, person, "not the same"));
  }

  @Test
  void whoTakesTheColleaguesKeyAwayErasesNothingAlone() {
    Fingerprint two =
        desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
    Desks.certify(desk, hq, folder, "two");
    assertThat(desk.officers().slots().takeAway(two, "one", "phrase of one".toCharArray()))
        .isEqualTo(OfficerSlots.Taken.DONE);
    refused(CaseworkFault.Code.SAME_OFFICER, () -> erase(person));
    desk.close();
    desk = Desks.unlockAfter(Duration.ofDays(31), there, "one");
    refused(CaseworkFault.Code.SAME_OFFICER, () -> erase(person));
    Desks.dismiss(desk, hq, "EX-2");
    assertThat(desk.erasures().needsSecond()).as("headquarters says so, too").isFalse();
    again();
    assertThat(desk.erasures().needsSecond()).as("it was only just taken away").isTrue();
  }

  private Erasures.Outcome second(String handle, String phrase) {
    return desk.erasures()
        .erase(
            desk.erasures().plan(person),
            "A-020",
            Erasures.Why.ORDER,
            "as a court has ordered",
            Optional.of(new Erasures.Second(handle, phrase.toCharArray())));
  }

  private List<String> files(String name) throws IOException {
    try (Stream<Path> all = Files.list(there.resolve(name))) {
      return all.map(f -> f.getFileName().toString()).toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path f : all.toList()) {
        Files.copy(f, to.resolve(from.relativize(f).toString()));
      }
    }
  }
}
