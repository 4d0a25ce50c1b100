package org.sala.casework.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Pending;
import org.sala.casework.Workplace;
import org.sala.casework.people.People;
import org.sala.casework.todo.ToDo;
import org.sala.domain.AuditEntry;
import org.sala.domain.Fingerprint;
import org.sala.domain.RecordId;

/** An officer who left opens the laptop no more; what that officer wrote stays. */
class OfficerSlotsTest {
  @TempDir Path folder;
  private Path there;
  private Fingerprint two;

  @BeforeEach
  void aLaptopOfTwo() {
    there = folder.resolve("a");
    try (Desk desk = Desks.create(there, "Officer One Example", "one")) {
      two = add(desk, "Officer Two Example", "two");
    }
  }

  private static Fingerprint add(Desk desk, String name, String handle) {
    return desk.officers().add(name, handle, phrase(handle));
  }

  private static char[] phrase(String handle) {
    return ("phrase of " + handle).toCharArray();
  }

  private static Workplace.Entry tried(Path there, String handle) {
    return new Workplace(there, Desks.CHEAP).unlock(handle, phrase(handle));
  }

  private static Map<String, OfficerSlots.Standing> standing(Desk desk) {
    return desk.officers().slots().all().stream()
        .collect(Collectors.toMap(OfficerSlots.Colleague::name, OfficerSlots.Colleague::standing));
  }

  private static OfficerSlots.Taken take(Desk desk, Fingerprint whose) {
    return desk.officers().slots().takeAway(whose, "one", phrase("one"));
  }

  @Test
  void afterwardsThePassphraseIsAWrongOneAndAllOthersComeInAsBefore() {
    String sheet;
    RecordId person;
    try (Desk desk = Desks.unlock(there, "two")) {
      person =
          desk.people()
              .register(List.of(new People.NewPerson("A-001", "", "Su Example", "", "16", "my")))
              .getFirst();
    }
    try (Desk desk = Desks.unlock(there, "one")) {
      add(desk, "Officer Three Example", "three");
      sheet = desk.officers().recoverySheet().code();
      desk.officers().recoveryProved();
      assertThat(take(desk, two)).isEqualTo(OfficerSlots.Taken.DONE);
      assertThat(standing(desk))
          .containsEntry("Officer One Example", OfficerSlots.Standing.ME)
          .containsEntry("Officer Two Example", OfficerSlots.Standing.NONE)
          .containsEntry("Officer Three Example", OfficerSlots.Standing.OPENS);
      assertThat(desk.officers().second("two", phrase("two"))).isEmpty();
      assertThat(desk.people().find(person)).as("what was written stays").isPresent();
    }
    assertThat(tried(there, "two")).isEqualTo(tried(there, "nobody"));
    assertThat(tried(there, "two")).isInstanceOf(Workplace.Entry.WrongPassphrase.class);
    Desks.unlock(there, "one").close();
    Desks.unlock(there, "three").close();
    assertThat(new Workplace(there, Desks.CHEAP).recover(sheet))
        .isInstanceOfSatisfying(Workplace.Entry.Recovered.class, r -> r.recovery().leave());
  }

  @Test
  void theAuditNamesTheActByKeyAndNotByName() {
    try (Desk desk = Desks.unlock(there, "one")) {
      take(desk, two);
      assertThat(details(desk))
          .singleElement()
          .satisfies(d -> assertThat(d).endsWith("officer " + two.hex()))
          .satisfies(d -> assertThat(d).doesNotContain("Example"));
    }
  }

  private static List<String> details(Desk desk) {
    List<String> details = new ArrayList<>();
    Desks.station(desk)
        .journal()
        .replayAudit(
            e -> {
              if (e.act() == AuditEntry.Act.OFFICER_REMOVED) {
                e.detail().ifPresent(details::add);
              }
            });
    return details;
  }

  @Test
  void theOthersAreToldByNameUntilTheyHaveReadIt() {
    try (Desk desk = Desks.unlock(there, "one")) {
      add(desk, "Officer Three Example", "three");
    }
    Desks.unlock(there, "three").close();
    try (Desk desk = Desks.unlock(there, "one")) {
      take(desk, two);
      assertThat(desk.pending()).as("who did it knows").doesNotContain(Pending.COLLEAGUE_GONE);
      add(desk, "Officer Four Example", "four");
    }
    try (Desk desk = Desks.unlock(there, "four")) {
      assertThat(desk.pending()).as("who came later").doesNotContain(Pending.COLLEAGUE_GONE);
    }
    try (Desk desk = Desks.unlock(there, "three")) {
      assertThat(desk.pending()).contains(Pending.COLLEAGUE_GONE);
      assertThat(desk.officers().newcomers().gone())
          .singleElement()
          .satisfies(g -> assertThat(g.name()).isEqualTo("Officer Two Example"))
          .satisfies(g -> assertThat(g.by()).isEqualTo("Officer One Example"));
      desk.officers().newcomers().readGone();
      assertThat(desk.pending()).doesNotContain(Pending.COLLEAGUE_GONE);
    }
    try (Desk desk = Desks.unlock(there, "three")) {
      assertThat(desk.pending()).doesNotContain(Pending.COLLEAGUE_GONE);
    }
  }

  @Test
  void anotherPassphraseThanTheOwnTakesNothingAway() {
    try (Desk desk = Desks.unlock(there, "one")) {
      assertThat(desk.officers().slots().takeAway(two, "one", phrase("nobody")))
          .isEqualTo(OfficerSlots.Taken.WRONG);
      assertThat(desk.officers().slots().takeAway(two, "two", phrase("two")))
          .as("a colleague's")
          .isEqualTo(OfficerSlots.Taken.WRONG);
      assertThat(desk.audit().acts()).doesNotContain(AuditEntry.Act.OFFICER_REMOVED);
    }
    Desks.unlock(there, "two").close();
  }

  @Test
  void nobodyTakesTheOwnSlotAwaySoThatTheLastOneStays() {
    try (Desk desk = Desks.unlock(there, "one")) {
      take(desk, two);
      Fingerprint me = Desks.station(desk).me();
      refused(CaseworkFault.Code.SAME_OFFICER, () -> take(desk, me));
    }
    Desks.unlock(there, "one").close();
  }

  /** Otherwise the protection part might be left without anybody who opens it. */
  @Test
  void whoeverCannotOpenTheProtectionPartTakesNobodysAway() {
    try (Desk desk = Desks.unlock(there, "one")) {
      desk.officers().add("Officer Three Example", "three", phrase("three"), false);
    }
    try (Desk desk = Desks.unlock(there, "three")) {
      refused(
          CaseworkFault.Code.NO_PROTECTION_KEY,
          () -> desk.officers().slots().takeAway(two, "three", phrase("three")));
    }
    Desks.unlock(there, "two").close();
  }

  private static void refused(CaseworkFault.Code why, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(why));
  }

  @Test
  void aSlotIsNotKnownUntilItsOfficerHasUnlockedOrIsTheOnlyOneLeftOver() {
    Fingerprint three;
    try (Desk desk = Desks.unlock(there, "one")) {
      three = add(desk, "Officer Three Example", "three");
      // As an older program left it.
      for (Fingerprint key : List.of(two, three)) {
        Desks.station(desk).state().remove("officerSlot." + key.hex());
      }
      assertThat(standing(desk))
          .containsEntry("Officer Two Example", OfficerSlots.Standing.UNKNOWN)
          .containsEntry("Officer Three Example", OfficerSlots.Standing.UNKNOWN);
      assertThat(take(desk, two)).isEqualTo(OfficerSlots.Taken.NOT_KNOWN);
    }
    Desks.unlock(there, "three").close();
    try (Desk desk = Desks.unlock(there, "one")) {
      assertThat(standing(desk))
          .as("one slot and one officer are left over")
          .containsEntry("Officer Two Example", OfficerSlots.Standing.OPENS);
      assertThat(take(desk, two)).isEqualTo(OfficerSlots.Taken.DONE);
    }
    assertThat(tried(there, "two")).isInstanceOf(Workplace.Entry.WrongPassphrase.class);
    Desks.unlock(there, "three").close();
  }

  @Test
  void anOlderKeyFileLetsTheOfficerInAgainAndThatIsTold() throws Exception {
    for (String copy : List.of("key.a", "key.b")) {
      Files.copy(there.resolve(copy), folder.resolve(copy));
    }
    try (Desk desk = Desks.unlock(there, "one")) {
      take(desk, two);
    }
    for (String copy : List.of("key.a", "key.b")) {
      Files.copy(folder.resolve(copy), there.resolve(copy), StandardCopyOption.REPLACE_EXISTING);
    }
    Desks.unlock(there, "two").close();
    try (Desk desk = Desks.unlock(there, "one")) {
      assertThat(desk.pending()).contains(Pending.OLDER_KEY_FILE);
      assertThat(take(desk, two)).as("and taken away again").isEqualTo(OfficerSlots.Taken.DONE);
    }
    assertThat(tried(there, "two")).isInstanceOf(Workplace.Entry.WrongPassphrase.class);
  }

  @Test
  void whatTheOfficerHadHalfTypedStaysOnTheDiskAndIsOfferedToNobody() {
    try (Desk desk = Desks.unlock(there, "two")) {
      desk.drafts().keep("statement", Map.of("words", "half a sentence"));
    }
    String[] kept = there.resolve("drafts").toFile().list();
    assertThat(kept).isNotEmpty();
    try (Desk desk = Desks.unlock(there, "one")) {
      desk.drafts().keep("statement", Map.of("words", "of somebody else"));
      assertThat(desk.drafts().leftOf(two)).as("said before").isEqualTo(1);
      desk.drafts().drop("statement");
      take(desk, two);
      assertThat(desk.drafts().of("statement")).isEmpty();
    }
    assertThat(there.resolve("drafts").toFile().list()).containsExactlyInAnyOrder(kept);
  }

  @Test
  void whoHasNoKeyToHeadquartersAnyMoreIsNotToBeCertified() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      Fingerprint four = add(hq, "Officer Four Example", "four");
      assertThat(hq.headquarters().uncertified()).containsKey(four);
      assertThat(hq.officers().slots().takeAway(four, "zero", phrase("zero")))
          .isEqualTo(OfficerSlots.Taken.DONE);
      assertThat(hq.headquarters().uncertified()).doesNotContainKey(four);
    }
  }

  @Test
  void whoWasTakenBackByHeadquartersAndCanStillUnlockIsNamed() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk desk = Desks.unlock(there, "one")) {
      Desks.enrol(desk, hq, folder, "A");
      Desks.certify(desk, hq, folder, "two");
      assertThat(desk.officers().slots().takenBack()).isEmpty();
      Desks.dismiss(desk, hq, "EX-2");
      assertThat(desk.officers().slots().takenBack())
          .extracting(OfficerSlots.Colleague::name)
          .containsExactly("Officer Two Example");
      assertThat(desk.tonight().todo())
          .filteredOn(t -> t.what() == ToDo.What.OLD_KEY)
          .singleElement()
          .satisfies(t -> assertThat(t.former().orElseThrow().surely()).isTrue());
      take(desk, two);
      assertThat(desk.officers().slots().takenBack()).isEmpty();
      assertThat(desk.tonight().todo()).extracting(ToDo::what).doesNotContain(ToDo.What.OLD_KEY);
    }
  }
}
