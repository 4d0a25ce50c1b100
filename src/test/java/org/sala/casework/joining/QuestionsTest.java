package org.sala.casework.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.todo.ToDo;
import org.sala.domain.Change;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Headquarters asks the stations that wrote two versions; the answer comes back beside them. */
class QuestionsTest {
  @TempDir Path folder;
  private Desk hq;
  private Desk one;
  private Desk two;
  private RecordId person;

  @BeforeEach
  void twoVersions() {
    hq = Desks.headquarters(folder.resolve("hq"));
    one = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(one, hq, folder, "A");
    two = Desks.create(folder.resolve("b"), "Officer Two Example", "two");
    Desks.enrol(two, hq, folder, "B");
    person =
        one.people()
            .register(
                List.of(
                    new People.NewPerson("A-001", "", "Somebody Example", "", "about 17", "my")))
            .getFirst();
    List<Change> all = new ArrayList<>();
    Desks.station(one).journal().replay(0, run -> run.forEach(c -> all.add(c.change())));
    Desks.take(two, all);
    report(one);
    one.people().setBirth(person, "2001-03-14", "read from a passport");
    two.people().setBirth(person, "2009", "said by the person");
    report(one);
    report(two);
  }

  @AfterEach
  void end() {
    one.close();
    two.close();
    hq.close();
  }

  private Optional<RecordId> report(Desk from) {
    PackageLine sealed =
        from.packages().seal(from.packages().plan(Optional.empty()), Progress.none());
    Path carried = from.packages().carry(sealed.id(), folder.resolve("usb"));
    return ((Importing.Outcome.Imported) hq.packages().take(carried)).receipt();
  }

  private void takes(Desk station, RecordId fromHeadquarters) {
    Path carried = hq.packages().carry(fromHeadquarters, folder.resolve("usb"));
    assertThat(station.packages().take(carried)).isInstanceOf(Importing.Outcome.Imported.class);
  }

  private void ask(Set<String> keys, String words, String... stations) {
    hq.questions()
        .ask(
            hq.questions().askable(List.of(person), keys).stream()
                .filter(a -> List.of(stations).contains(a.name()))
                .toList(),
            keys,
            words);
  }

  private void sendTo(Desk station, String name) {
    DecisionDelivery.Owed owed =
        hq.decisions().owed().stream().filter(o -> o.name().equals(name)).findFirst().orElseThrow();
    takes(station, hq.decisions().seal(owed.station(), Progress.none()).orElseThrow());
  }

  private static List<ToDo.What> todo(Desk desk) {
    return desk.tonight().todo().stream().map(ToDo::what).toList();
  }

  private Question asked() {
    List<Question> all = hq.questions().about(person);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  @Test
  void aQuestionGoesToTheStationsThatWroteItAndStandsInTodayUntilItIsAnswered() {
    assertThat(hq.questions().askable(List.of(person), Set.of("birth")))
        .extracting(Question.Askable::name)
        .containsExactly("Station A", "Station B");
    ask(Set.of("birth"), "Who has seen the passport?", "Station A");
    assertThat(asked().stands()).isEqualTo(Question.Stands.HERE);
    assertThat(hq.decisions().owed())
        .extracting(DecisionDelivery.Owed::name)
        .containsExactly("Station A");
    sendTo(one, "Station A");
    assertThat(asked().stands()).isEqualTo(Question.Stands.UNDERWAY);
    assertThat(todo(one)).contains(ToDo.What.QUESTION);
    Question here = one.questions().waitingHere().getFirst();
    assertThat(here.words()).isEqualTo("Who has seen the passport?");
    assertThat(here.fields()).containsExactly("birth");

    one.questions().answer(here.id(), "Officer One; it is in the safe", false);
    assertThat(todo(one)).doesNotContain(ToDo.What.QUESTION);
    assertThatThrownBy(() -> one.questions().answer(here.id(), "again", false))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.ALREADY_DONE));
    RecordId receipt = report(one).orElseThrow();
    assertThat(asked().stands()).isEqualTo(Question.Stands.ANSWERED);
    assertThat(asked().answer()).isEqualTo("Officer One; it is in the safe");
    assertThat(todo(hq)).as("nothing waits silently").contains(ToDo.What.ANSWERED);
    hq.questions().close(asked().id());
    assertThat(todo(hq)).doesNotContain(ToDo.What.ANSWERED);
    takes(one, receipt);
    sendTo(one, "Station A");
    assertThat(one.questions().about(person).getFirst().stands()).isEqualTo(Question.Stands.CLOSED);
    assertThat(hq.disagreements().open()).as("still to be decided").containsExactly(person);
  }

  @Test
  void aStationMayNotFindOutAndSaysSo() {
    ask(Set.of("birth"), "Is there a school report?", "Station B");
    sendTo(two, "Station B");
    Question here = two.questions().waitingHere().getFirst();
    assertThatThrownBy(() -> two.questions().answer(here.id(), " ", false))
        .isInstanceOf(CaseworkFault.class);
    two.questions().answer(here.id(), "", true);
    report(two);
    assertThat(asked().cannotFindOut()).isTrue();
    assertThat(asked().stands()).isEqualTo(Question.Stands.ANSWERED);
  }

  @Test
  void eachStationGetsOnlyItsOwnQuestionAndAskingIsForHeadquartersAlone() {
    ask(Set.of("birth"), "Who said so?", "Station A", "Station B");
    sendTo(one, "Station A");
    sendTo(two, "Station B");
    assertThat(one.questions().about(person)).hasSize(1);
    assertThat(two.questions().about(person)).hasSize(1);
    assertThat(one.questions().about(person).getFirst().id())
        .isNotEqualTo(two.questions().about(person).getFirst().id());
    List<Question.Askable> whom = hq.questions().askable(List.of(person), Set.of());
    assertThatThrownBy(() -> one.questions().ask(whom, Set.of(), "And you?"))
        .isInstanceOf(CaseworkFault.class);
  }

  @Test
  void aQuestionThatIsWithdrawnLeavesTodayThere() {
    ask(Set.of(), "Who came with this person?", "Station A");
    sendTo(one, "Station A");
    assertThat(todo(one)).contains(ToDo.What.QUESTION);
    hq.questions().close(asked().id());
    takes(one, report(one, "sex").orElseThrow());
    assertThat(todo(one)).doesNotContain(ToDo.What.QUESTION);
  }

  private Optional<RecordId> report(Desk from, String field) {
    from.people().edit(person, Map.of(field, Value.text("male")), "");
    return report(from);
  }

  @Test
  void whatIsProtectedIsAskedAndAnsweredInTheProtectedPart() {
    one.consents()
        .ask(
            person,
            "investigation-and-protection",
            "headquarters",
            Consents.Answer.YES,
            Set.of(),
            new Consents.How("my", "", "Guardian Example"));
    one.people().edit(person, Map.of("needs", Value.text("A room with a lock")), "");
    report(one);
    assertThat(hq.questions().askable(List.of(person), Set.of("needs")))
        .as("the other station never wrote to that part")
        .extracting(Question.Askable::name)
        .containsExactly("Station A");
    ask(Set.of("needs"), "Why a lock?", "Station A");
    assertThat(Desks.station(hq).view().records().fields(asked().id()))
        .as("no word of it in the open part")
        .doesNotContainKey("question");
    sendTo(one, "Station A");
    Question here = one.questions().waitingHere().getFirst();
    assertThat(here.words()).isEqualTo("Why a lock?");
    one.questions().answer(here.id(), "Somebody came at night", false);
    assertThat(Desks.station(one).view().records().fields(here.id())).doesNotContainKey("answer");
    report(one);
    assertThat(asked().answer()).isEqualTo("Somebody came at night");
  }
}
