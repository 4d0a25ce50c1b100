package org.sala.casework.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Pending;
import org.sala.casework.erasing.Erasing;
import org.sala.casework.erasing.Erasures;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.joining.Disagreements;
import org.sala.casework.people.Ages;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.domain.RecordId;

/** Who may be the second of two: not a colleague who was invented, nor one who was dismissed. */
class SecondsTest {
  @TempDir Path folder;

  private static List<RecordId> two(Desk desk) {
    return desk.people()
        .register(
            List.of(
                new People.NewPerson("A-001", "", "Zaw Example", "", "24", "my"),
                new People.NewPerson("A-002", "", "Mya Example", "", "25", "my")));
  }

  private static Erasures.Outcome erase(Desk desk, RecordId person) {
    Erasing plan = desk.erasures().plan(person);
    return desk.erasures()
        .erase(
            plan,
            plan.number(),
            Erasures.Why.WISH,
            "asked for by letter",
            Optional.of(new Erasures.Second("two", "phrase of two".toCharArray())));
  }

  private static void dismiss(Desk hq, String number) {
    Headquarters.Certified of =
        hq.headquarters().own().stream()
            .filter(c -> c.number().equals(number))
            .findFirst()
            .orElseThrow();
    hq.headquarters().revoke(of.serial(), "dismissed");
  }

  @Test
  void aColleagueWhoWasAddedAMomentAgoErasesNothingWhereNobodyIsCertified() {
    Path there = folder.resolve("a");
    RecordId person;
    try (Desk desk = Desks.create(there, "Officer One Example", "one")) {
      person = two(desk).getFirst();
      desk.officers().add("Nobody", "two", "phrase of two".toCharArray());
      assertThat(erase(desk, person)).isEqualTo(Erasures.Outcome.NOT_CERTIFIED);
      assertThat(desk.people().find(person)).isPresent();
    }
    try (Desk desk = Desks.unlockAfter(Duration.ofHours(23), there, "one")) {
      assertThat(erase(desk, person)).isEqualTo(Erasures.Outcome.NOT_CERTIFIED);
    }
    try (Desk desk = Desks.unlockAfter(Duration.ofHours(25), there, "one")) {
      assertThat(erase(desk, person)).isEqualTo(Erasures.Outcome.DONE);
    }
  }

  @Test
  void whoeverGetsASlotIsToldToTheOthersByNameUntilTheyHaveReadIt() {
    Path there = folder.resolve("a");
    try (Desk desk = Desks.create(there, "Officer One Example", "one")) {
      desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
      assertThat(desk.pending()).as("who adds knows").doesNotContain(Pending.COLLEAGUE_ADDED);
    }
    try (Desk desk = Desks.unlock(there, "two")) {
      assertThat(desk.pending()).as("who is new").doesNotContain(Pending.COLLEAGUE_ADDED);
      desk.officers().add("Nobody", "three", "phrase of three".toCharArray());
    }
    try (Desk desk = Desks.unlock(there, "one")) {
      assertThat(desk.pending()).contains(Pending.COLLEAGUE_ADDED);
      assertThat(desk.officers().newcomers().untold()).containsExactly("Nobody");
      desk.officers().newcomers().read();
      assertThat(desk.pending()).doesNotContain(Pending.COLLEAGUE_ADDED);
    }
  }

  @Test
  void aDismissedOfficerIsNoSecondAtHeadquarters() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
      hq.headquarters()
          .certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-0009");
      List<RecordId> people = two(hq);
      assertThat(apart(hq, people)).isEqualTo(Disagreements.Decided.DONE);
      dismiss(hq, "EX-0009");
      assertThat(apart(hq, people)).isEqualTo(Disagreements.Decided.NOT_CERTIFIED);
    }
  }

  private static Disagreements.Decided apart(Desk hq, List<RecordId> people) {
    return hq.samePeople()
        .byTwo(
            people.getFirst(),
            people.getLast(),
            true,
            "two sisters",
            "nine",
            "phrase of nine".toCharArray());
  }

  @Test
  void nobodyIsLetOutOfBeingKeptApartByADismissedOfficer() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
      List<RecordId> people = two(hq);
      RecordId first = hq.pairs().apart(people.getFirst(), people.getLast(), "a threat");
      hq.pairs().end(first, "it was no threat");
      assertThat(agree(hq, first))
          .as("who is not certified yet signs, and it counts later")
          .isEqualTo(Findings.Confirmed.DONE);
      hq.headquarters()
          .certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-0009");
      dismiss(hq, "EX-0009");
      RecordId next = hq.pairs().apart(people.getFirst(), people.getLast(), "a threat again");
      hq.pairs().end(next, "it was no threat");
      assertThat(agree(hq, next)).isEqualTo(Findings.Confirmed.NOT_CERTIFIED);
    }
  }

  @Test
  void whatADismissedOfficerBeganIsNoFirstWordAndSomebodyElseBeginsAnew() {
    Path there = folder.resolve("hq");
    RecordId pair;
    try (Desk hq = Desks.headquarters(there)) {
      hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
      hq.headquarters()
          .certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-0009");
      List<RecordId> people = two(hq);
      pair = hq.pairs().apart(people.getFirst(), people.getLast(), "a threat");
    }
    try (Desk hq = Desks.unlock(there, "nine")) {
      hq.pairs().end(pair, "it was no threat");
    }
    try (Desk hq = Desks.unlock(there, "zero")) {
      dismiss(hq, "EX-0009");
      assertThat(hq.pairs().agree(pair, "zero", "phrase of zero".toCharArray()))
          .isEqualTo(Findings.Confirmed.NOT_CERTIFIED);
      hq.officers().add("Officer Five Example", "five", "phrase of five".toCharArray());
      hq.pairs().end(pair, "it was no threat");
      assertThat(hq.pairs().agree(pair, "five", "phrase of five".toCharArray()))
          .isEqualTo(Findings.Confirmed.DONE);
    }
  }

  @Test
  void noChildBecomesAnAdultByTheWordOfADismissedOfficer() {
    Path there = folder.resolve("a");
    List<RecordId> children;
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      try (Desk desk = Desks.create(there, "Officer One Example", "one")) {
        Desks.enrol(desk, hq, folder, "A");
        desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
        Desks.certify(desk, hq, folder, "two");
        children =
            desk.people()
                .register(
                    List.of(
                        new People.NewPerson("A-001", "", "Su Example", "", "16", "my"),
                        new People.NewPerson("A-002", "", "Mya Example", "", "15", "my")));
      }
      try (Desk desk = Desks.unlockAfter(Duration.ofHours(1), there, "two")) {
        children.forEach(c -> desk.people().setBirth(c, "24", "looks older"));
      }
      try (Desk desk = Desks.unlockAfter(Duration.ofHours(1), there, "one")) {
        assertThat(signs(desk, children.getFirst())).isEqualTo(Ages.Signed.DONE);
        Desks.dismiss(desk, hq, "EX-2");
        assertThat(signs(desk, children.getLast())).isEqualTo(Ages.Signed.NOT_CERTIFIED);
        assertThatThrownBy(() -> desk.people().setBirth(children.getLast(), "24", "so he says"))
            .as("nor written once more")
            .isInstanceOfSatisfying(
                CaseworkFault.class,
                f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.AGE_WAITS));
        assertThat(desk.people().find(children.getLast()).orElseThrow().possiblyChild()).isTrue();
        assertThat(desk.people().find(children.getFirst()).orElseThrow().possiblyChild())
            .as("what two had signed before stands")
            .isFalse();
      }
    }
  }

  private static Ages.Signed signs(Desk desk, RecordId child) {
    return desk.ages()
        .sign(
            desk.ages().waiting(child).getFirst(),
            true,
            "saw the passport",
            "one",
            "phrase of one".toCharArray());
  }

  private static Findings.Confirmed agree(Desk hq, RecordId pair) {
    return hq.pairs().agree(pair, "nine", "phrase of nine".toCharArray());
  }
}
