package org.sala.casework.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Child;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.todo.ToDo;
import org.sala.domain.Compartment;
import org.sala.domain.DateReader;
import org.sala.domain.RecordId;
import org.sala.form.Answer;
import org.sala.form.FormFault;
import org.sala.form.Problem;
import org.sala.ui.text.Texts;

/** Forms in a real workspace: every answer a field, whatever form it is. */
class FormsTest {
  private static final Forms.Offer DEFRAUDED = new Forms.Offer("defrauded", "", "");
  private static final Forms.Offer NEEDS = new Forms.Offer("needs", "", "");
  private static final Forms.Setting THAI = new Forms.Setting("th", "IN-04");

  @TempDir Path folder;
  private Desk desk;
  private RecordId person;
  private RecordId caseId;

  @BeforeEach
  void begin() {
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    caseId = desk.cases().open(new Cases.NewCase("A case of examples", "", "", "", ""));
    person =
        desk.people()
            .add(
                caseId,
                new People.NewPerson("A-001", "Somebody Example", "", "", "44", "th"),
                "",
                "");
  }

  @AfterEach
  void end() {
    desk.close();
  }

  private void reopen() {
    desk.close();
    desk = Desks.unlock(folder.resolve("a"), "one");
  }

  private RecordId begun(Forms.Offer offer) {
    return desk.forms().begin(person, Optional.of(caseId), offer, THAI);
  }

  private void say(RecordId form, String path, Answer answer) {
    assertThat(desk.forms().answer(form, path, answer))
        .as(path)
        .isInstanceOf(Forms.Answered.Stands.class);
  }

  private void sent(RecordId form, int number, String rail, OffsetDateTime at) {
    say(form, "/defrauded/transfer", new Answer.Times(number));
    String path = "/defrauded/transfer[" + number + "]/";
    say(form, path + "rail", new Answer.Chosen(rail));
    say(form, path + "at", new Answer.Instant(at));
    say(form, path + "amount", new Answer.Amount(new BigDecimal("12500.50")));
    say(form, path + "currency", new Answer.Words("THB"));
    say(form, path + "to_account", new Answer.Words("000-0-00000-0"));
  }

  @Test
  void everyKindOfAnswerIsAFieldAndTheFormCanBeThrownAwayAfterEach() {
    RecordId form = begun(DEFRAUDED);
    OffsetDateTime at = OffsetDateTime.parse("2026-11-24T03:12:00+07:00");
    say(form, "/defrauded/first/how", new Answer.Words("Example words"));
    say(form, "/defrauded/first/channel", new Answer.Without(Answer.Why.DECLINED));
    say(form, "/defrauded/first/when", new Answer.Day(DateReader.date("11/2569")));
    say(form, "/defrauded/now/reported", new Answer.Several(List.of("bank", "police")));
    sent(form, 1, "bank", at);
    reopen();
    FormPage page = desk.forms().open(form);
    assertThat(page.at("/defrauded/first/how")).contains(new Answer.Words("Example words"));
    assertThat(page.at("/defrauded/first/channel"))
        .contains(new Answer.Without(Answer.Why.DECLINED));
    assertThat(page.at("/defrauded/first/when"))
        .contains(new Answer.Day(DateReader.date("11/2569")));
    assertThat(page.at("/defrauded/now/reported"))
        .contains(new Answer.Several(List.of("bank", "police")));
    assertThat(page.at("/defrauded/transfer[1]/at")).contains(new Answer.Instant(at));
    assertThat(page.questions()).extracting(q -> q.path()).contains("/defrauded/transfer[1]/rail");
    say(form, "/defrauded/first/how", new Answer.Words("Other example words"));
    assertThat(desk.histories().of(form).stream().flatMap(e -> e.fields().stream()))
        .as("the first answer stays in the history")
        .anyMatch(f -> f.key().equals("answer/defrauded/first/how") && f.before().isPresent());
  }

  @Test
  void aConstraintSpeaksWithItsMessageAndNothingIsWritten() {
    RecordId form = begun(DEFRAUDED);
    say(form, "/defrauded/transfer", new Answer.Times(1));
    Forms.Answered answered =
        desk.forms()
            .answer(form, "/defrauded/transfer[1]/amount", new Answer.Amount(BigDecimal.ZERO));
    assertThat(answered)
        .isInstanceOfSatisfying(
            Forms.Answered.Against.class,
            a -> assertThat(a.message().in("th")).isEqualTo("จำนวนเงินต้องมากกว่าศูนย์"));
    assertThat(desk.forms().page(form).at("/defrauded/transfer[1]/amount")).isEmpty();
    assertThatThrownBy(() -> desk.forms().answer(form, "/defrauded/nowhere", new Answer.Words("x")))
        .isInstanceOf(FormFault.class);
    assertThatThrownBy(
            () -> desk.forms().answer(form, "/defrauded/transfer[1]/rail", new Answer.Words("x")))
        .isInstanceOf(FormFault.class);
  }

  @Test
  void whatBecomesIrrelevantIsGreyAndNeverDropped() {
    RecordId form = begun(DEFRAUDED);
    String account = "/defrauded/transfer[1]/from_account";
    sent(form, 1, "bank", OffsetDateTime.parse("2026-11-24T03:12:00+07:00"));
    say(form, account, new Answer.Words("1234"));
    say(form, "/defrauded/transfer[1]/rail", new Answer.Chosen("cash"));
    reopen();
    FormPage page = desk.forms().page(form);
    assertThat(page.irrelevant()).containsKey(account);
    assertThat(page.irrelevant().get(account).in("en"))
        .isEqualTo("From which account, card or address?");
    assertThat(page.at(account)).contains(new Answer.Words("1234"));
    assertThat(page.questions()).extracting(q -> q.path()).doesNotContain(account);
  }

  @Test
  void itIsClosedOnlyOnceWhatIsRequiredHasAnAnswerAndDecliningIsOne() {
    RecordId form = begun(DEFRAUDED);
    say(form, "/defrauded/transfer", new Answer.Times(1));
    assertThat(desk.forms().page(form).problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.REQUIRED);
    assertThatThrownBy(() -> desk.forms().close(form)).isInstanceOf(CaseworkFault.class);
    say(form, "/defrauded/transfer[1]/rail", new Answer.Without(Answer.Why.LATER));
    assertThat(desk.forms().page(form).problems()).as("later is no answer").hasSize(1);
    say(form, "/defrauded/transfer[1]/rail", new Answer.Without(Answer.Why.DECLINED));
    desk.forms().close(form);
    assertThat(desk.forms().page(form).line().closed()).isTrue();
    assertThatThrownBy(() -> desk.forms().takeBack(form, "/defrauded/transfer[1]/rail"))
        .isInstanceOf(CaseworkFault.class);
  }

  @Test
  void moneyThatMayBeCalledBackStandsInTodayUntilSomebodyIsTold() {
    OffsetDateTime now = Desks.station(desk).now().local().toOffsetDateTime();
    RecordId form = begun(DEFRAUDED);
    sent(form, 1, "card", now.minusHours(1));
    assertThat(desk.tonight().todo())
        .as("a card has months")
        .noneMatch(t -> t.what() == ToDo.What.RECALL);
    sent(form, 2, "bank", now.minusHours(5));
    ToDo todo =
        desk.tonight().todo().stream()
            .filter(t -> t.what() == ToDo.What.RECALL)
            .findFirst()
            .orElseThrow();
    long left = todo.recall().orElseThrow().untilMillis() - now.toInstant().toEpochMilli();
    assertThat(left).isEqualTo(67 * 3_600_000L);
    desk.forms().told(form, "Bank of examples, hotline");
    assertThat(desk.tonight().todo()).noneMatch(t -> t.what() == ToDo.What.RECALL);
    RecordId late = begun(DEFRAUDED);
    sent(late, 1, "bank", now.minusHours(73));
    assertThat(desk.tonight().todo())
        .as("the window is over")
        .noneMatch(t -> t.what() == ToDo.What.RECALL);
  }

  @Test
  void theFreezeRequestHasTheFactsAndNoName() {
    RecordId form = begun(DEFRAUDED);
    sent(form, 1, "instant", OffsetDateTime.parse("2026-11-24T03:12:00+07:00"));
    FreezeRequest request = desk.forms().freeze(desk.forms().page(form));
    assertThat(request.caseNumber()).isEqualTo(desk.cases().find(caseId).orElseThrow().number());
    assertThat(request.person()).isEqualTo("A-001");
    Transfers.Transfer t = request.transfers().getFirst();
    assertThat(t.sum(Texts.in("en", ZoneOffset.UTC))).isEqualTo("12,500.50 THB");
    assertThat(t.to().account()).isEqualTo("000-0-00000-0");
    assertThat(t.at()).contains(OffsetDateTime.parse("2026-11-24T03:12:00+07:00"));
  }

  @Test
  void aFileInAnAnswerIsAnExhibitOfTheCaseAndIsReadBackByItsDigest() throws IOException {
    RecordId form = begun(DEFRAUDED);
    String receipt = "/defrauded/transfer[1]/receipt";
    say(form, "/defrauded/transfer", new Answer.Times(1));
    Path picture = folder.resolve("receipt.txt");
    Files.writeString(picture, "An invented receipt");
    assertThat(desk.forms().attach(form, receipt, "Receipt", picture, Progress.none())).isPresent();
    reopen();
    Exhibits.ExhibitLine exhibit = desk.exhibits().inCase(caseId).getFirst();
    assertThat(desk.forms().page(form).at(receipt))
        .contains(new Answer.Attached(exhibit.id().toString()));
    assertThat(exhibit.title()).isEqualTo("Receipt");
    assertThat(desk.exhibits().check(exhibit.id(), Progress.none()))
        .isEqualTo(Exhibits.Condition.INTACT);
  }

  @Test
  void aFileThatIsNotThereOrAFormOfNoCaseLeavesNeitherExhibitNorAnswer() throws IOException {
    RecordId form = begun(DEFRAUDED);
    String receipt = "/defrauded/transfer[1]/receipt";
    say(form, "/defrauded/transfer", new Answer.Times(1));
    Path nowhere = folder.resolve("nowhere.jpg");
    assertThat(desk.forms().attach(form, receipt, "Receipt", nowhere, Progress.none())).isEmpty();
    RecordId loose =
        desk.forms().begin(person, Optional.empty(), DEFRAUDED, new Forms.Setting("th", ""));
    say(loose, "/defrauded/transfer", new Answer.Times(1));
    Path picture = folder.resolve("receipt.txt");
    Files.writeString(picture, "An invented receipt");
    assertThatThrownBy(
            () -> desk.forms().attach(loose, receipt, "Receipt", picture, Progress.none()))
        .isInstanceOf(CaseworkFault.class);
    assertThat(desk.exhibits().inCase(caseId)).isEmpty();
    assertThat(desk.forms().page(form).at(receipt)).isEmpty();
    assertThat(desk.forms().page(loose).at(receipt)).isEmpty();
  }

  @Test
  void whoeverTellsOfMoneyLostStandsOnTheDefraudedAxis() {
    begun(NEEDS);
    assertThat(desk.involvements().inCase(caseId).getFirst().text("defrauded")).isEmpty();
    begun(DEFRAUDED);
    assertThat(desk.involvements().inCase(caseId).getFirst().text("defrauded")).isEqualTo("said");
    assertThat(desk.forms().of(person)).hasSize(2);
    assertThat(desk.forms().inCase(caseId)).hasSize(2);
  }

  @Test
  void thePlanIsProtectedAnswerByAnswer() {
    RecordId form = begun(NEEDS);
    say(form, "/needs/safety/reach", new Answer.Words("Marked words"));
    assertThat(Desks.station(desk).view().records().fields(form).keySet())
        .as("nothing of it stands in the view")
        .noneMatch(k -> k.startsWith("answer"));
    assertThat(desk.histories().of(form).getFirst().compartment())
        .isEqualTo(Compartment.PROTECTION);
    reopen();
    assertThat(desk.forms().page(form).at("/needs/safety/reach"))
        .contains(new Answer.Words("Marked words"));
  }

  @Test
  void aFormFromElsewhereIsTakenInWholeOrRefusedWithItsFindings() throws IOException {
    Path good = folder.resolve("good.xml");
    Files.writeString(good, form("<bind nodeset=\"/d/q\" type=\"int\"/>", "input"));
    BlankForms.Installed installed = desk.blankForms().install(good);
    assertThat(installed).isInstanceOf(BlankForms.Installed.Done.class);
    assertThat(desk.blankForms().install(good)).as("once").isEqualTo(installed);
    assertThat(desk.blankForms().all()).hasSize(1);
    Path bad = folder.resolve("bad.xml");
    Files.writeString(bad, form("<bind nodeset=\"/d/q\" type=\"geopoint\"/>", "input"));
    assertThat(desk.blankForms().install(bad))
        .isInstanceOfSatisfying(
            BlankForms.Installed.Refused.class,
            r -> assertThat(r.findings()).anyMatch(f -> f.contains("/d/q")));
    Forms.Offer offer = desk.forms().offered().getLast();
    assertThat(offer.title()).isEqualTo("Example form");
    RecordId form = desk.forms().begin(person, Optional.empty(), offer, THAI);
    say(form, "/d/q", new Answer.Amount(new BigDecimal(7)));
    reopen();
    FormPage page = desk.forms().page(form);
    assertThat(page.runs()).isTrue();
    assertThat(page.line().title()).isEqualTo("Example form");
    assertThat(page.at("/d/q")).contains(new Answer.Amount(new BigDecimal(7)));
  }

  private static String form(String bind, String control) {
    return "<h:html xmlns=\"http://www.w3.org/2002/xforms\""
        + " xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head><h:title>Example form</h:title>"
        + "<model><instance><d id=\"example\" version=\"1\"><q/></d></instance>"
        + bind
        + "</model></h:head><h:body><"
        + control
        + " ref=\"/d/q\"><label>How many?</label></"
        + control
        + "></h:body></h:html>";
  }

  @Test
  void aChildIsAskedWhatItNeedsAtOnceAndWhatHappenedOnlyWithSomebodyForIt() {
    RecordId child =
        desk.people()
            .add(
                caseId,
                new People.NewPerson("A-002", "", "Another Example", "", "15", "th"),
                "",
                "");
    Forms.Offer needs = new Forms.Offer("needs", "", "");
    assertThat(desk.forms().asksAnAccount(needs)).isFalse();
    desk.forms().begin(child, Optional.empty(), needs, THAI);
    assertThatThrownBy(() -> desk.forms().begin(child, Optional.empty(), DEFRAUDED, THAI))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.CHILD_RULES));
    desk.forms()
        .begin(
            child,
            Optional.empty(),
            DEFRAUDED,
            new Forms.Setting("th", "", "", Optional.of(new Child("Social worker"))));
    assertThat(desk.forms().of(child)).hasSize(2);
  }
}
