package org.sala.casework.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.history.Histories;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/** The end of an interview, in a real workspace. */
class EndingsTest {
  @TempDir Path folder;
  private Desk desk;
  private RecordId person;
  private RecordId screening;

  @BeforeEach
  void begin() {
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    person =
        desk.people()
            .register(
                List.of(new People.NewPerson("A-001", "Somebody Example", "", "", "16", "th")))
            .getFirst();
    screening =
        desk.screenings()
            .begin(
                person, new Screenings.Setting("th", "", ""), new Child("Social worker Example"));
  }

  @AfterEach
  void end() {
    desk.close();
  }

  private static Endings.Said said(String offered) {
    return new Endings.Said("It was in May", offered, "A bed", "tomorrow noon", "Nok Example");
  }

  @Test
  void whatIsReadBackAndWhatComesNextIsKept() {
    desk.endings().end(desk.screenings().page(screening), said("doctor"), Endings.ReadBack.READ);
    Ending ending = desk.screenings().page(screening).ending();
    assertThat(ending.readBack()).isPresent();
    assertThat(ending.corrections()).isEqualTo("It was in May");
    assertThat(ending.offered()).isEqualTo("doctor");
    assertThat(ending.next()).isEqualTo("A bed");
    assertThatThrownBy(() -> said("anything")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatWasNotReadBackCountsAsReadBackOnlyOnceItIs() {
    desk.endings().end(desk.screenings().page(screening), said("no"), Endings.ReadBack.UNWANTED);
    assertThat(desk.screenings().page(screening).ending().readBack()).isEmpty();
    assertThat(why()).contains(Value.text("UNWANTED"));
    desk.endings().end(desk.screenings().page(screening), said("no"), Endings.ReadBack.READ);
    assertThat(desk.screenings().page(screening).ending().readBack()).isPresent();
    assertThat(why()).isEmpty();
    desk.endings().end(desk.screenings().page(screening), said("no"), Endings.ReadBack.IMPOSSIBLE);
    assertThat(desk.screenings().page(screening).ending().readBack())
        .as("these words were read to nobody")
        .isEmpty();
  }

  private Optional<Value> why() {
    return Optional.ofNullable(
            Desks.station(desk).view().records().fields(screening).get("notReadBack"))
        .map(FieldState::value);
  }

  @Test
  void theCardSaysWithWhomItWasSharedAndKeepsItsCode() {
    desk.endings().keep(desk.screenings().page(screening), said("no"));
    Endings.Card first = desk.endings().card(screening);
    assertThat(first.number()).isEqualTo("A-001");
    assertThat(first.code()).matches("[A-Z0-9]{3}-[A-Z0-9]{3}");
    assertThat(first.whom()).isEqualTo("Nok Example");
    assertThat(first.shared()).isEmpty();
    desk.consents()
        .ask(
            person,
            "care",
            "shelter",
            Consents.Answer.YES,
            Set.of(),
            new Consents.How("th", "", "Guardian Example"));
    desk.consents()
        .ask(
            person,
            "return-home",
            "embassy",
            Consents.Answer.YES,
            Set.of(),
            new Consents.How("th", "", "Guardian Example"));
    desk.consents()
        .ask(
            person,
            "return-home",
            "embassy",
            Consents.Answer.WITHDRAWN,
            Set.of(),
            new Consents.How("th", "", "Guardian Example"));
    Endings.Card second = desk.endings().card(screening);
    assertThat(second.code()).isEqualTo(first.code());
    assertThat(second.shared()).as("what was taken back is not on it").containsExactly("shelter");
    Ending ending = desk.screenings().page(screening).ending();
    assertThat(ending.card()).isPresent();
    assertThat(ending.readBack()).as("a card is given without it, too").isEmpty();
  }

  /** Below the screen, too: whoever may be a child is only triaged without what protects it. */
  @Test
  void whoMayBeAChildIsNotScreenedWithoutWhatProtectsIt() {
    RecordId doubt =
        desk.people()
            .register(List.of(new People.NewPerson("A-002", "", "", "", "", "th")))
            .getFirst();
    RecordId grown =
        desk.people()
            .register(List.of(new People.NewPerson("A-003", "", "", "", "30", "th")))
            .getFirst();
    Screenings.Setting setting = new Screenings.Setting("th", "", "");
    desk.people().setBirth(doubt, "about 18", "says so");
    assertThat(desk.people().find(doubt).orElseThrow().possiblyChild()).isTrue();
    guarded(() -> desk.screenings().begin(doubt, setting));
    assertThat(desk.screenings().of(doubt)).isEmpty();
    desk.screenings().begin(doubt, setting, new Child("Social worker Example"));
    RecordId begun = desk.screenings().begin(grown, setting);
    desk.screenings().pause(begun, "");
    desk.people().setBirth(grown, "16", "says so now");
    guarded(() -> desk.screenings().resume(begun));
  }

  private static void guarded(org.assertj.core.api.ThrowableAssert.ThrowingCallable asked) {
    assertThatThrownBy(asked)
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.CHILD_RULES));
  }

  @Test
  void aChildIsNotInterviewedAlone() {
    assertThatThrownBy(() -> new Child(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThat(
            desk.histories().of(screening).stream()
                .flatMap(e -> e.fields().stream())
                .map(Histories.FieldChange::key))
        .contains("guardian", "agreement", "trained");
  }
}
