package org.sala.casework.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.OnePerson;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.store.Questions;

/** More records held to be one person's than anybody has: nothing leaves by that. */
class TooManyLinksTest {
  @TempDir Path folder;
  private Desk hq;
  private Desk desk;

  @BeforeEach
  void anEnrolledStation() {
    hq = Desks.headquarters(folder.resolve("hq"));
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(desk, hq, folder, "A");
  }

  @AfterEach
  void close() {
    desk.close();
    hq.close();
  }

  /** People who need something and say yes to headquarters. */
  private List<RecordId> saying(int many) {
    List<RecordId> all = Linking.people(desk, many);
    all.forEach(p -> says(p, Consents.Answer.YES));
    desk.people().editAll(all, Map.of("needs", Value.text("Insulin")), "");
    return all;
  }

  private void says(RecordId who, Consents.Answer answer) {
    desk.consents()
        .ask(
            who,
            Sealing.INVESTIGATION_PURPOSE,
            Sealing.TO_HEADQUARTERS,
            answer,
            Set.of(),
            new Consents.How("th", "", "Guardian Example"));
  }

  private boolean lets(Consents consents, RecordId who) {
    return consents
        .lastWord(who, Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS)
        .filter(Consents.LastWord::lets)
        .isPresent();
  }

  private SealPlan plan() {
    return desk.packages().plan(Optional.empty());
  }

  @ParameterizedTest
  @EnumSource
  void asManyAsSomebodyMayHaveAreOnePersonAndOneMoreIsNobody(Linking.Shape shape) {
    List<RecordId> all = saying(OnePerson.MOST);
    Linking.link(desk, all, shape);
    assertThat(plan().withConsent()).containsExactlyInAnyOrderElementsOf(all);
    assertThat(all).allMatch(p -> lets(desk.consents(), p));
    assertThat(desk.people().find(all.getFirst()).orElseThrow().possiblyChild()).isFalse();
    SealPlan before = plan();
    RecordId more = saying(1).getFirst();
    Linking.link(desk, List.of(all.getLast(), more), Linking.Shape.CHAIN);
    all = new ArrayList<>(all);
    all.add(more);
    assertThat(plan().withConsent()).isEmpty();
    assertThat(plan().protection()).isFalse();
    assertThat(plan().people()).as("the investigation part leaves").isEqualTo(all.size());
    assertThatThrownBy(() -> desk.packages().seal(before, Progress.none()))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.CONSENT_WITHDRAWN));
    Consents many = desk.consents().ofMany();
    for (RecordId p : all) {
      assertThat(lets(desk.consents(), p)).isFalse();
      assertThat(lets(many, p)).isFalse();
      assertThat(many.refuses(p, Separate.COPIES)).as("one of them may have").isTrue();
      assertThat(many.refuses(p, Separate.INTERVIEW)).as("is asked each time").isFalse();
      assertThat(desk.fears().any(p)).isTrue();
      assertThat(desk.people().find(p).orElseThrow().possiblyChild()).isTrue();
      assertThat(desk.people().find(p).orElseThrow().linkedTooMany()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFearAndWhatIsLeftOutCountHoweverManyTheyAre(Linking.Shape shape) {
    List<RecordId> all = saying(3 * OnePerson.MOST);
    Linking.link(desk, all, shape);
    desk.fears().says(all.getLast(), "KH", Fears.Of.RETURN);
    assertThat(desk.fears().keptFrom("KH").elsewhere()).hasSize(all.size() - 1);
    assertThat(desk.fears().keptFrom("TH").isEmpty()).isTrue();
    assertThat(desk.fears().everybody()).containsExactlyInAnyOrderElementsOf(all);
    desk.consents()
        .ask(all.getLast(), Separate.NUMBERS, Consents.Answer.NO, new Consents.How("th", "", ""));
    assertThat(desk.consents().refusing(Separate.NUMBERS)).containsExactlyInAnyOrderElementsOf(all);
    desk.fears().says(all.getFirst(), "TH", Fears.Of.BOTH);
    assertThat(plan().feared()).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void moreLinksBetweenTwoThanAnybodyMakesHideNoThirdRecord() {
    List<RecordId> all = saying(3);
    says(all.get(2), Consents.Answer.WITHDRAWN);
    Linking.link(desk, List.of(all.get(0), all.get(2)), Linking.Shape.CHAIN);
    // So often that whoever reads the first of them sees no other.
    List<RecordId> again = new ArrayList<>();
    Collections.nCopies(1_300, all.subList(0, 2)).forEach(again::addAll);
    Linking.link(desk, again, Linking.Shape.CHAIN);
    assertThat(lets(desk.consents(), all.get(0))).isFalse();
    assertThat(lets(desk.consents().ofMany(), all.get(0))).isFalse();
    assertThat(lets(desk.consents(), all.get(1))).isFalse();
    assertThat(plan().withConsent()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatOneRecordCostsDoesNotGrowBeyond(Linking.Shape shape) {
    AtomicLong asked = new AtomicLong();
    Questions.watch(Desks.station(desk).view(), asked::incrementAndGet);
    List<RecordId> all = saying(180);
    Linking.link(desk, all.subList(0, 60), shape);
    long few = cost(all.getFirst(), asked);
    Linking.link(desk, all, shape);
    assertThat(cost(all.getFirst(), asked)).isLessThanOrEqualTo(few);
  }

  private long cost(RecordId who, AtomicLong asked) {
    long before = asked.get();
    assertThat(lets(desk.consents(), who)).isFalse();
    assertThat(desk.consents().counting(who)).isNotEmpty();
    assertThat(desk.people().find(who)).isPresent();
    desk.fears().any(who);
    return asked.get() - before;
  }
}
