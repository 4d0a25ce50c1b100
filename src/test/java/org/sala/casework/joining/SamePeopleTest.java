package org.sala.casework.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Fears;
import org.sala.casework.keys.Peer;
import org.sala.casework.packages.Signed;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.seal.OmittedExhibits;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Also;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;
import org.sala.domain.wire.RevisionWire;

/** Two stations write down the same man; headquarters says so, says that it was wrong, and why. */
class SamePeopleTest {
  @TempDir Path folder;
  private Desk hq;
  private Desk one;
  private Desk two;
  private RecordId thai;
  private RecordId latin;
  private RecordId stranger;

  @BeforeEach
  void oneManTwice() {
    hq = Desks.headquarters(folder.resolve("hq"));
    hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
    hq.headquarters().certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-9");
    one = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(one, hq, folder, "A");
    two = Desks.create(folder.resolve("b"), "Officer Two Example", "two");
    Desks.enrol(two, hq, folder, "B");
    thai = person(one, "A-001", "สมชาย ตัวอย่าง", "", "male", "2001-03-14");
    stranger = person(one, "A-002", "Kyaw Zin Example", "", "male", "1990");
    latin = person(two, "B-007", "", "Somchai Tuayang", "male", "17");
    report(one);
    report(two);
  }

  @AfterEach
  void end() {
    one.close();
    two.close();
    hq.close();
  }

  private static RecordId person(
      Desk desk, String number, String name, String roman, String sex, String birth) {
    return desk.people()
        .register(List.of(new People.NewPerson(number, name, roman, sex, birth, "th")))
        .getFirst();
  }

  private Optional<RecordId> report(Desk from) {
    PackageLine sealed =
        from.packages().seal(from.packages().plan(Optional.empty()), Progress.none());
    Path carried = from.packages().carry(sealed.id(), folder.resolve("usb"));
    return ((Importing.Outcome.Imported) hq.packages().take(carried)).receipt();
  }

  private void document(Desk desk, RecordId person, String text) {
    desk.people().addElement(person, "document", Value.parts(Map.of("text", text)));
  }

  private Candidate only() {
    List<Candidate> all = hq.candidates().all(100);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static List<RecordId> both(Candidate c) {
    return List.of(c.one().id(), c.other().id());
  }

  /** Everything that screens read of somebody, and the heads of the record. */
  private static Map<String, Object> state(Desk desk, RecordId person) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("line", desk.people().find(person).orElseThrow());
    state.put("fields", desk.people().fields(person));
    state.put("history", desk.histories().of(person));
    state.put("parts", desk.involvements().of(person));
    for (Compartment c : Compartment.values()) {
      state.put("heads " + c, Desks.station(desk).view().records().heads(person, c));
    }
    return state;
  }

  /** A revision that names more than 4,096 others is refused everywhere. */
  @Test
  void whatWasSaidOfTwoIsTakenBackThoughAnotherProgramHasFilledTheLinkUp() {
    hq.samePeople().same(thai, stranger, "one passport");
    Station s = Desks.station(hq);
    RecordId link = s.view().records().ofKind("sameperson").getFirst().id();
    RevisionId last = s.view().records().heads(link, Compartment.INVESTIGATION).iterator().next();
    for (int acts = 0; acts < 9; acts++) {
      List<Revision> written = new ArrayList<>();
      for (int i = 0; i < 456; i++) {
        Revision next =
            RevisionWire.write(
                link,
                "sameperson",
                List.of(last),
                s.scopeOf(link),
                Compartment.INVESTIGATION,
                Map.of("word", Value.text("SAME")),
                Optional.empty(),
                s.ids().nonce(s.me()));
        written.add(next);
        last = next.id();
      }
      Desks.take(hq, List.of(Signed.under(hq, s.ids().change(), written)));
    }
    assertThat(s.view().records().revisions(link)).hasSizeGreaterThan(4_096);
    hq.samePeople().takeBack(thai, stranger, "two passports");
    assertThat(hq.samePeople().said(thai)).isEmpty();
    assertThat(s.view().changes().unfit()).as("and every station takes that in").isEmpty();
  }

  @Test
  void aManInTwoScriptsIsFoundAcrossStationsWithReasonsAndNothingIsJoined() {
    Candidate c = only();
    assertThat(both(c)).containsExactlyInAnyOrder(thai, latin);
    assertThat(c.likeness().reasons())
        .as("a name in two scripts; an age that a birth date contradicts")
        .containsExactly(Likeness.Reason.SOUND, Likeness.Reason.SEX, Likeness.Reason.BIRTH_APART);
    assertThat(hq.people().find(thai).orElseThrow().also()).isEmpty();
  }

  @Test
  void documentsAndTelephonesCountMostHoweverTheyAreWritten() {
    document(one, stranger, "passport MX 123-4567");
    document(two, latin, "MX1234567 (seen)");
    one.people().addElement(stranger, "contact", Value.parts(Map.of("text", "+66 81 234 5678")));
    two.people().addElement(latin, "contact", Value.parts(Map.of("text", "๐๘๑๒๓๔๕๖๗๘")));
    report(one);
    report(two);
    Candidate first = hq.candidates().all(100).getFirst();
    assertThat(both(first)).containsExactlyInAnyOrder(stranger, latin);
    assertThat(first.likeness().reasons())
        .contains(Likeness.Reason.DOCUMENT, Likeness.Reason.CONTACT);
    assertThat(hq.candidates().near(latin, 10))
        .as("one person's own list")
        .extracting(c -> c.one().id().equals(latin) ? c.other().id() : c.one().id())
        .containsExactly(stranger, thai);
    Candidate.Beside beside = hq.candidates().beside(stranger, latin).orElseThrow();
    Map<String, Likeness.Agreement> found = new LinkedHashMap<>();
    beside.rows().forEach(r -> found.put(r.family(), r.found()));
    assertThat(found)
        .containsEntry("document", Likeness.Agreement.AGREES)
        .containsEntry("contact", Likeness.Agreement.AGREES)
        .containsEntry("name", Likeness.Agreement.DIFFERS)
        .containsEntry("birth", Likeness.Agreement.DIFFERS)
        .containsEntry("sex", Likeness.Agreement.AGREES)
        .doesNotContainKey("nationality");
  }

  @Test
  void aLinkIsToldOnBothAndTakingItBackRestoresExactly() {
    person(two, "B-008", "", "Somebody Else", "", "");
    report(two);
    Map<String, Object> beforeOne = state(hq, thai);
    Map<String, Object> beforeOther = state(hq, latin);
    assertThat(hq.people().find(thai).orElseThrow().possiblyChild()).isFalse();

    hq.samePeople().same(thai, latin, "both name the same brother");
    People.PersonLine linked = hq.people().find(thai).orElseThrow();
    assertThat(linked.also())
        .extracting(Also::number, Also::station, Also::possiblyChild)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("B-007", "Station B", true));
    assertThat(hq.people().find(latin).orElseThrow().also())
        .extracting(Also::number, Also::station)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("A-001", "Station A"));
    assertThat(linked.possiblyChild()).as("while one of the records says so").isTrue();
    assertThat(linked.childElsewhere()).isTrue();
    assertThat(hq.candidates().all(100)).as("decided").isEmpty();
    assertThat(hq.people().fields(thai))
        .as("no record was written to")
        .isEqualTo(beforeOne.get("fields"));

    assertThatThrownBy(() -> hq.samePeople().takeBack(thai, latin, "two brothers"))
        .as("one of them would no longer be treated as a child")
        .isInstanceOfSatisfying(
            CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.PROTECTS));
    assertThat(
            hq.samePeople()
                .byTwo(thai, latin, false, "two brothers", "zero", "phrase of zero".toCharArray()))
        .isEqualTo(Disagreements.Decided.SAME_OFFICER);
    assertThat(
            hq.samePeople()
                .byTwo(thai, latin, false, "two brothers", "nine", "phrase of nine".toCharArray()))
        .isEqualTo(Disagreements.Decided.DONE);
    assertThat(state(hq, thai)).isEqualTo(beforeOne);
    assertThat(state(hq, latin)).isEqualTo(beforeOther);
    assertThat(both(only())).as("it is asked again").containsExactlyInAnyOrder(thai, latin);
    List<RecordId> kept = new ArrayList<>();
    Desks.station(hq).view().records().ofKind("sameperson").forEach(r -> kept.add(r.id()));
    assertThat(kept).hasSize(1);
    assertThat(hq.histories().of(kept.getFirst()))
        .as("what was said, and why it does not hold, stays")
        .extracting(e -> e.reason().orElse(""))
        .containsExactly("two brothers", "both name the same brother");
  }

  @Test
  void definitelyDifferentIsRememberedAndCanBeTakenBack() {
    hq.samePeople().different(thai, latin, "seen together");
    assertThat(hq.candidates().all(100)).isEmpty();
    assertThat(hq.samePeople().said())
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.same()).isFalse();
              assertThat(s.reason()).contains("seen together");
              assertThat(s.officer()).isEqualTo("Officer Zero Example");
            });
    assertThat(hq.people().find(thai).orElseThrow().also()).isEmpty();
    hq.samePeople().takeBack(thai, latin, "a mistake");
    assertThat(both(only())).containsExactlyInAnyOrder(thai, latin);
    assertThatThrownBy(() -> hq.samePeople().same(thai, latin, " "))
        .as("never without a reason")
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aThirdRecordDoesNotUndoThatTwoAreDifferent() {
    hq.samePeople().different(thai, latin, "seen together");
    hq.samePeople().same(thai, stranger, "one passport");
    assertThatThrownBy(() -> hq.samePeople().same(stranger, latin, "the same scar"))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.SAID_DIFFERENT));
    assertThat(hq.people().find(latin).orElseThrow().also()).isEmpty();

    // Two stations may have said it without each other's word: it is asked, with what made it.
    hq.samePeople().takeBack(thai, latin, "a mistake");
    hq.samePeople().same(stranger, latin, "the same scar");
    hq.samePeople().different(thai, latin, "seen together all the same");
    Candidate asked =
        hq.candidates().all(100).stream().filter(Candidate::contested).findFirst().orElseThrow();
    assertThat(both(asked)).containsExactlyInAnyOrder(thai, latin);
    Candidate.Beside beside = hq.candidates().beside(thai, latin).orElseThrow();
    assertThat(beside.said()).singleElement().matches(s -> !s.same());
    assertThat(beside.chain())
        .extracting(s -> s.reason().orElse(""))
        .containsExactlyInAnyOrder("one passport", "the same scar");
  }

  @Test
  void linksAreFollowedOverThirdRecordsAndOneOfTwoWaysIsEnough() {
    hq.samePeople().same(thai, stranger, "a");
    hq.samePeople().same(stranger, latin, "b");
    assertThat(hq.people().find(thai).orElseThrow().also())
        .extracting(Also::number)
        .containsExactlyInAnyOrder("A-002", "B-007");
    assertThat(hq.people().find(thai).orElseThrow().possiblyChild()).isTrue();
    hq.samePeople().same(thai, latin, "c");
    hq.samePeople().takeBack(thai, stranger, "still joined by the other two");
    assertThat(hq.people().find(stranger).orElseThrow().possiblyChild()).isTrue();
  }

  @Test
  void aStationsWordTravelsAndHeadquartersTakesItBackThere() {
    RecordId again = person(one, "A-003", "Somchai Tuayang", "", "male", "2001");
    one.samePeople().same(thai, again, "came twice in one night");
    RecordId receipt = report(one).orElseThrow();
    take(one, receipt);
    assertThat(hq.people().find(thai).orElseThrow().also())
        .extracting(Also::number)
        .containsExactly("A-003");
    hq.samePeople().takeBack(thai, again, "two men");
    hq.samePeople().same(thai, latin, "known at headquarters alone");
    assertThat(hq.decisions().owed())
        .as("the station knows both of the first two; nobody knows both of the others")
        .extracting(DecisionDelivery.Owed::name, DecisionDelivery.Owed::decisions)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Station A", 1));
    take(
        one,
        hq.decisions()
            .seal(hq.decisions().owed().getFirst().station(), Progress.none())
            .orElseThrow());
    assertThat(one.people().find(thai).orElseThrow().also()).isEmpty();
    assertThat(one.samePeople().said()).isEmpty();
    assertThat(hq.decisions().owed()).isEmpty();
  }

  /**
   * Of what the neighbour said nothing goes along: headquarters' word is built on it all the same.
   */
  @Test
  void headquartersWordComesThoughAThirdStationHasSpoken() {
    RecordId again = person(one, "A-003", "Somchai Tuayang", "", "male", "2001");
    one.samePeople().same(thai, again, "came twice in one night");
    person(two, "B-008", "", "Kyaw", "male", "1990");
    take(one, report(one).orElseThrow());
    take(two, report(two).orElseThrow());
    List<Peer> peers = one.packages().peers();
    SealPlan plan = one.packages().planFor(peers, Optional.empty(), OmittedExhibits.nothing());
    RecordId across =
        one.packages()
            .sealFor(peers, plan, OmittedExhibits.nothing(), Progress.none())
            .getFirst()
            .id();
    two.packages().take(one.packages().carry(across, folder.resolve("usb")));
    two.samePeople().different(thai, again, "seen together");
    report(two);
    hq.samePeople().different(thai, again, "two men");
    DecisionDelivery.Owed owed = hq.decisions().owed().getFirst();
    assertThat(owed.name()).isEqualTo("Station A");
    take(one, hq.decisions().seal(owed.station(), Progress.none()).orElseThrow());
    assertThat(one.people().find(thai).orElseThrow().also()).isEmpty();
    assertThat(one.samePeople().said()).singleElement().matches(s -> !s.same());
    assertThat(hq.decisions().owed()).as("nobody else wrote of both").isEmpty();
  }

  private void take(Desk station, RecordId fromHeadquarters) {
    Path carried = hq.packages().carry(fromHeadquarters, folder.resolve("usb"));
    assertThat(station.packages().take(carried)).isInstanceOf(Importing.Outcome.Imported.class);
  }

  @Test
  void whereStationsSayDifferentThingsTheLinkHoldsAndThePairComesBack() {
    RecordId again = person(one, "A-003", "Somchai Tuayang", "", "male", "2001");
    report(one);
    one.samePeople().different(thai, again, "seen together");
    hq.samePeople().same(thai, again, "one document");
    report(one);
    assertThat(hq.people().find(thai).orElseThrow().also())
        .extracting(Also::number)
        .contains("A-003");
    Candidate first = hq.candidates().all(100).getFirst();
    assertThat(first.contested()).isTrue();
    assertThat(both(first)).containsExactlyInAnyOrder(thai, again);
    hq.samePeople().different(thai, again, "they are");
    assertThat(hq.samePeople().said()).allSatisfy(s -> assertThat(s.same()).isFalse());
    assertThat(hq.candidates().all(100)).noneMatch(Candidate::contested);
  }

  @Test
  void aSafeContactLeadsNowhere() {
    one.people()
        .addElement(stranger, "safeContact", Value.parts(Map.of("text", "+66 81 234 5678")));
    two.people().addElement(latin, "contact", Value.parts(Map.of("text", "0812345678")));
    report(one);
    report(two);
    assertThat(hq.candidates().near(stranger, 10)).isEmpty();
  }

  @Test
  void whoIsFearedForIsNamedInNoPackage() {
    one.fears().says(thai, "TH", Fears.Of.AUTHORITIES);
    one.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    one.samePeople().same(thai, stranger, "one man");
    PackageLine sealed =
        one.packages().seal(one.packages().plan(Optional.empty()).goingApart(), Progress.none());
    assertThat(hq.packages().take(one.packages().carry(sealed.id(), folder.resolve("usb"))))
        .isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(hq.samePeople().said()).isEmpty();
  }
}
