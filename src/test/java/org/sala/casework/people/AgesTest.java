package org.sala.casework.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.screening.Child;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.todo.ToDo;
import org.sala.domain.Kinds;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** An adult's age over a child's waits for a second officer's own signature; a slip does not. */
class AgesTest {
  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void twoWorkHere() {
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
    desk.officers().add("Officer Three Example", "three", "phrase of three".toCharArray());
  }

  @AfterEach
  void lock() {
    desk.close();
  }

  private void now(String handle) {
    desk.close();
    desk = Desks.unlock(folder.resolve("a"), handle);
  }

  private void later(Duration since, String handle) {
    desk.close();
    desk = Desks.unlockAfter(since, folder.resolve("a"), handle);
  }

  private RecordId person(String age) {
    return desk.people()
        .register(List.of(new People.NewPerson("A-1", "", "Su Example", "", age, "my")))
        .getFirst();
  }

  private boolean treatedAsChild(RecordId person) {
    return desk.people().find(person).orElseThrow().possiblyChild();
  }

  private List<String> ages(RecordId person) {
    return desk.people().again(person).get("birth").versions().stream()
        .map(v -> PartialDate.of(v).typed())
        .toList();
  }

  private Ages.Signed signs(String handle, boolean agrees, RecordId person) {
    return desk.ages()
        .sign(
            desk.ages().waiting(person).getFirst(),
            agrees,
            "saw the passport myself",
            handle,
            ("phrase of " + handle).toCharArray());
  }

  private List<ToDo.What> todo() {
    return desk.tonight().todo().stream().map(ToDo::what).toList();
  }

  /** A child of yesterday, whom one officer calls an adult now. */
  private RecordId called(String was, String is) {
    RecordId person = person(was);
    later(Duration.ofDays(1), "one");
    desk.people().setBirth(person, is, "looks older");
    return person;
  }

  @Test
  void oneOfficerAloneEndsNoChildsProtection() {
    RecordId person = called("16", "24");
    assertThat(treatedAsChild(person)).isTrue();
    assertThat(desk.people().find(person).orElseThrow().certainlyChild()).isTrue();
    assertThat(ages(person)).containsExactlyInAnyOrder("16", "24");
    assertThat(todo()).contains(ToDo.What.AGE).doesNotContain(ToDo.What.VERSIONS);
    assertThat(desk.ages().waiting(person))
        .singleElement()
        .satisfies(
            w -> {
              assertThat(PartialDate.of(w.was()).typed()).isEqualTo("16");
              assertThat(PartialDate.of(w.is()).typed()).isEqualTo("24");
              assertThat(w.byName()).isEqualTo("Officer One Example");
              assertThat(w.reason()).isEqualTo("looks older");
            });
    desk.people().setBirth(person, "25", "looks older still");
    assertThat(treatedAsChild(person)).as("however often it is written").isTrue();
    assertThat(ages(person)).containsExactlyInAnyOrder("16", "25");
  }

  @Test
  void aSecondOfficersOwnSignatureEndsIt() {
    RecordId person = called("16", "24");
    assertThat(signs("one", true, person)).isEqualTo(Ages.Signed.SAME_OFFICER);
    assertThat(
            desk.ages()
                .sign(
                    desk.ages().waiting(person).getFirst(),
                    true,
                    "saw it",
                    "two",
                    "guessed".toCharArray()))
        .isEqualTo(Ages.Signed.WRONG_PASSPHRASE);
    assertThat(treatedAsChild(person)).isTrue();
    assertThat(signs("two", true, person)).isEqualTo(Ages.Signed.DONE);
    assertThat(treatedAsChild(person)).isFalse();
    assertThat(ages(person)).containsExactly("24");
    assertThat(desk.ages().waiting(person)).isEmpty();
    assertThat(todo()).doesNotContain(ToDo.What.AGE, ToDo.What.VERSIONS);
    assertThat(desk.histories().of(person).getFirst())
        .as("it stands in the history, with who signed")
        .satisfies(e -> assertThat(e.authorName()).isEqualTo("Officer Two Example"))
        .satisfies(e -> assertThat(e.reason()).hasValue("saw the passport myself"));
  }

  @Test
  void aNoLeavesTheChildsAgeAlone() {
    RecordId person = called("16", "24");
    assertThat(signs("two", false, person)).isEqualTo(Ages.Signed.DONE);
    assertThat(ages(person)).containsExactly("16");
    assertThat(treatedAsChild(person)).isTrue();
    assertThat(todo()).doesNotContain(ToDo.What.AGE);
    desk.people().setBirth(person, "24", "says so again");
    assertThat(treatedAsChild(person)).isTrue();
  }

  @Test
  void nobodySignsForAnAgeThatWasWrittenAfterTheOneThatWasRead() {
    RecordId person = called("16", "24");
    Ages.Waiting read = desk.ages().waiting(person).getFirst();
    desk.people().setBirth(person, "40", "misheard");
    assertThatThrownBy(
            () -> desk.ages().sign(read, true, "saw it", "two", "phrase of two".toCharArray()))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.CHANGED_SINCE));
  }

  @Test
  void norDoesOneByStepsNorByTakingTheAgeAway() {
    RecordId person = called("16", "whoever knows");
    desk.people().setBirth(person, "24", "");
    assertThat(treatedAsChild(person)).as("not known in between").isTrue();
    assertThat(desk.ages().waiting(person)).isNotEmpty();
    RecordId other = called("about 18", "17");
    desk.people().setBirth(other, "31", "");
    assertThat(treatedAsChild(other)).as("another child's age in between").isTrue();
    RecordId third = person("15");
    later(Duration.ofDays(2), "one");
    desk.people().edit(third, Map.of("birth", Value.Nothing.HERE), "");
    assertThat(desk.people().find(third).orElseThrow().certainlyChild()).as("removed").isTrue();
    now("one");
    assertThat(treatedAsChild(person) && treatedAsChild(other)).as("after a lock").isTrue();
  }

  @Test
  void theSlipOfOneIsNoWayAroundWhatAnotherSaid() {
    RecordId person = person("16");
    now("two");
    desk.people().setBirth(person, "17", "said again");
    desk.people().setBirth(person, "71", "a slip, he says");
    assertThat(treatedAsChild(person)).isTrue();
    assertThat(ages(person)).containsExactlyInAnyOrder("16", "71");
  }

  @Test
  void whatIsPutRightTowardsProtectionHoldsAtOnce() {
    RecordId person = person("24");
    later(Duration.ofDays(1), "two");
    desk.people().setBirth(person, "about 18", "not sure");
    assertThat(treatedAsChild(person)).isTrue();
    desk.people().setBirth(person, "16", "her school card");
    assertThat(ages(person)).containsExactly("16");
    RecordId waits = called("15", "24");
    desk.people().setBirth(waits, "14", "was wrong after all");
    assertThat(ages(waits)).as("and what waited waits no more").containsExactly("14");
    assertThat(desk.ages().waiting(waits)).isEmpty();
  }

  @Test
  void aSlipOfTheOwnHandIsPutRightAtOnce() {
    RecordId person = person("16");
    desk.people().setBirth(person, "61", "");
    assertThat(ages(person)).containsExactly("61");
    assertThat(treatedAsChild(person)).isFalse();
    RecordId other = person("24");
    desk.people().setBirth(other, "14", "");
    desk.histories().undo();
    assertThat(ages(other)).containsExactly("24");
    RecordId third = person("");
    desk.people().setBirth(third, "14", "");
    desk.histories().undo();
    assertThat(desk.people().find(third).orElseThrow().certainlyChild()).isFalse();
    assertThat(treatedAsChild(third)).as("what nobody knows is in doubt").isTrue();
    now("one");
    assertThat(treatedAsChild(person)).isFalse();
  }

  @Test
  void butNoSlipIsOlderThanMinutesOrAnotherOfficersOrBuiltOn() {
    RecordId old = person("16");
    later(Duration.ofMinutes(11), "one");
    desk.people().setBirth(old, "61", "");
    assertThat(treatedAsChild(old)).isTrue();
    now("one");
    RecordId others = person("16");
    now("two");
    desk.people().setBirth(others, "61", "");
    assertThat(treatedAsChild(others)).isTrue();
    RecordId built = person("16");
    desk.screenings().begin(built, new Screenings.Setting("my", "", ""), new Child("aunt"));
    desk.people().setBirth(built, "61", "");
    assertThat(treatedAsChild(built)).isTrue();
    RecordId undone = person("24");
    desk.people().setBirth(undone, "14", "");
    later(Duration.ofMinutes(11), "two");
    desk.histories().undo();
    assertThat(treatedAsChild(undone)).as("an undo that came late waits, too").isTrue();
  }

  @Test
  void whatSaysOfItselfThatItIsASlipIsNoneForThat() {
    RecordId person = person("16");
    later(Duration.ofDays(1), "one");
    Value.Parts age = (Value.Parts) desk.people().readBirth("61").toValue();
    Map<String, Value> parts = new java.util.HashMap<>(age.parts());
    parts.put("slip", Value.flag(true));
    new Ledger(Desks.station(desk))
        .write(new Act().edit(person, Kinds.PERSON, Map.of("birth", new Value.Parts(parts))));
    assertThat(treatedAsChild(person)).isTrue();
  }

  @Test
  void bothOfficersAreCertifiedWhereThereIsAHeadquarters() {
    RecordId person = called("16", "24");
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      Desks.enrol(desk, hq, folder, "A");
    }
    assertThat(signs("two", true, person))
        .as("whom one officer alone has let in counts for nothing")
        .isEqualTo(Ages.Signed.NOT_CERTIFIED);
    assertThat(treatedAsChild(person)).isTrue();
    assertThat(signs("two", false, person)).isEqualTo(Ages.Signed.DONE);
  }

  @Test
  void anAgeThatNobodyKnewWaitsForNobody() {
    RecordId person = person("whoever knows");
    later(Duration.ofDays(1), "two");
    desk.people().setBirth(person, "24", "said it");
    assertThat(treatedAsChild(person)).isFalse();
    assertThat(desk.ages().waiting(person)).isEmpty();
  }

  @Test
  void norDoesOneOfficerAtHeadquartersEndTheOwnWord() {
    RecordId person;
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      person =
          hq.people()
              .register(List.of(new People.NewPerson("Z-1", "", "Su Example", "", "16", "my")))
              .getFirst();
      hq.fears().says(person, "MM", org.sala.casework.consent.Fears.Of.AUTHORITIES);
      for (String age : List.of("24", "25", "31")) {
        hq.people().setBirth(person, age, "looks older");
        assertThat(hq.people().find(person).orElseThrow().possiblyChild()).isTrue();
      }
      assertThat(hq.disagreements().open()).as("two decide").contains(person);
    }
  }
}
