package org.sala.casework.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.joining.Disagreements;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** A person who has three records, one linked to the next: a no or a fear in the last. */
class LinkedConsentsTest {
  @TempDir Path folder;
  private Desk hq;
  private Desk station;
  private RecordId one;
  private RecordId between;
  private RecordId last;

  @BeforeEach
  void threeRecords() {
    hq = Desks.headquarters(folder.resolve("hq"));
    station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(station, hq, folder, "A");
    List<RecordId> all =
        station
            .people()
            .register(
                List.of(
                    new People.NewPerson("A-001", "", "Somebody Example", "", "24", "th"),
                    new People.NewPerson("A-002", "", "Somebody Example", "", "24", "th"),
                    new People.NewPerson("A-003", "", "Some Body", "", "24", "th")));
    one = all.get(0);
    between = all.get(1);
    last = all.get(2);
    all.forEach(p -> station.people().edit(p, Map.of("needs", Value.text("Insulin for one")), ""));
    says(one, Consents.Answer.YES);
  }

  @AfterEach
  void close() {
    station.close();
    hq.close();
  }

  private void says(RecordId who, Consents.Answer answer) {
    station
        .consents()
        .ask(who, Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS, answer, "th", "");
  }

  private void link() {
    station.samePeople().same(one, between, "The same scar");
    station.samePeople().same(last, between, "The same tattoo");
  }

  private void unlink() {
    assertThatThrownBy(() -> station.samePeople().takeBack(last, between, "Another tattoo"))
        .as("one officer alone lifts no word of another record")
        .isInstanceOfSatisfying(
            CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.PROTECTS));
    station.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
    Desks.certify(station, hq, folder, "two");
    assertThat(
            station
                .samePeople()
                .byTwo(
                    last, between, false, "Another tattoo", "two", "phrase of two".toCharArray()))
        .isEqualTo(Disagreements.Decided.DONE);
  }

  private SealPlan plan() {
    return station.packages().plan(Optional.empty());
  }

  private int rows() throws Exception {
    Path to = folder.resolve("htcds.csv");
    Files.deleteIfExists(to);
    return station.exports().htcds(to, Progress.none()).rows();
  }

  @Test
  void aWithdrawalInOneRecordKeepsTheProtectedPartOfAllFromHeadquarters() {
    SealPlan before = plan();
    assertThat(before.withConsent()).containsExactly(one);
    says(last, Consents.Answer.WITHDRAWN);
    link();
    assertThatThrownBy(() -> station.packages().seal(before, Progress.none()))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.CONSENT_WITHDRAWN));
    SealPlan linked = plan();
    assertThat(linked.withConsent()).isEmpty();
    assertThat(linked.protection()).isFalse();
    assertThat(linked.people()).as("the investigation part leaves as before").isEqualTo(3);
    assertThat(station.packages().elsewhere(linked))
        .contains(new SaidElsewhere("A-001", "A-003"), new SaidElsewhere("A-002", "A-003"));
    assertThat(station.consents().elsewhere(one))
        .extracting(Consents.Elsewhere::number)
        .containsExactly("A-003");
    unlink();
    assertThat(plan().withConsent()).containsExactly(one);
    assertThat(plan().protection()).isTrue();
  }

  @Test
  void aFearInOneRecordStopsEveryRecordOfThePerson() {
    station.fears().says(last, "TH", Fears.Of.AUTHORITIES);
    assertThat(plan().feared()).containsExactly(last);
    link();
    assertThat(plan().feared()).containsExactlyInAnyOrder(one, between, last);
    assertThat(station.packages().elsewhere(plan()))
        .containsExactly(new SaidElsewhere("A-001", "A-003"), new SaidElsewhere("A-002", "A-003"));
    assertThat(station.fears().elsewhere(one))
        .extracting(Fears.Elsewhere::number)
        .containsExactly("A-003");
    unlink();
    assertThat(plan().feared()).containsExactly(last);
    assertThat(station.fears().any(one)).isFalse();
  }

  @Test
  void whoSaidNoOrIsAfraidInAnotherRecordIsInNoTableForOthers() throws Exception {
    assertThat(rows()).isOne();
    says(last, Consents.Answer.NO);
    assertThat(rows()).isOne();
    link();
    assertThat(rows()).isZero();
    says(last, Consents.Answer.YES);
    assertThat(rows()).as("a yes is for its own record").isEqualTo(2);
    RecordId fear = station.fears().says(last, "KH", Fears.Of.BOTH);
    assertThat(rows()).isZero();
    station.fears().over(fear, "says so");
    assertThat(rows()).isEqualTo(2);
    station
        .consents()
        .ask(last, Separate.NUMBERS, Consents.Answer.NO, new Consents.How("th", "", ""));
    assertThat(rows()).isZero();
    assertThat(station.consents().refusing(Separate.NUMBERS))
        .containsExactlyInAnyOrder(one, between, last);
    unlink();
    assertThat(rows()).isOne();
  }

  @Test
  void whetherAnInterviewMayBeginIsSaidToWhoeverAsks() {
    link();
    station
        .consents()
        .ask(last, Separate.INTERVIEW, Consents.Answer.NO, new Consents.How("th", "", ""));
    station
        .consents()
        .ask(last, Separate.COPIES, Consents.Answer.NO, new Consents.How("th", "", ""));
    assertThat(station.consents().refuses(last, Separate.INTERVIEW)).isTrue();
    assertThat(station.consents().refuses(one, Separate.INTERVIEW)).isFalse();
    assertThat(station.consents().refuses(one, Separate.COPIES)).isTrue();
  }
}
