package org.sala.casework.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.todo.ToDo;
import org.sala.domain.RecordId;

/** Handing people to services: under whose yes, how far it is, and what stands open of it. */
class ReferralsTest {
  @TempDir Path folder;
  private Desk desk;
  private RecordId person;

  @BeforeEach
  void unlock() {
    desk = Desks.create(folder.resolve("night"), "Officer One Example", "one");
    person =
        desk.people()
            .register(List.of(new People.NewPerson("A-001", "", "", "", "1999", "my")))
            .getFirst();
  }

  @AfterEach
  void lock() {
    desk.close();
  }

  private static Referral.Draft draft(Referral.Service service, Duration within) {
    return new Referral.Draft(
        service, "House of Examples", "A bed for tonight", Referral.Item.least(), within);
  }

  private RecordId shelter(Duration within) {
    says(Referral.Service.SHELTER, Consents.Answer.YES);
    return desk.referrals().send(person, draft(Referral.Service.SHELTER, within));
  }

  private void says(Referral.Service service, Consents.Answer answer) {
    desk.consents()
        .ask(
            person,
            service.purpose(),
            service.recipient(),
            answer,
            Set.of(),
            new Consents.How("my", "IN-07", "Guardian Example"));
  }

  private Referral only() {
    List<Referral> all = desk.referrals().of(person);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private void refuses(Referral.Service service) {
    assertThatThrownBy(() -> desk.referrals().send(person, draft(service, Duration.ofHours(1))))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.CONSENT_MISSING));
    assertThat(desk.referrals().of(person)).isEmpty();
  }

  @Test
  void noServiceIsAskedWithoutAYesForItsPurposeAndRecipient() {
    for (Referral.Service service : Referral.Service.values()) {
      refuses(service);
    }
    says(Referral.Service.SHELTER, Consents.Answer.NO);
    refuses(Referral.Service.SHELTER);
    says(Referral.Service.SHELTER, Consents.Answer.YES);
    refuses(Referral.Service.LEGAL_AID);
    desk.referrals().send(person, draft(Referral.Service.SHELTER, Duration.ofHours(1)));
    Referral sent = only();
    assertThat(sent.state()).isEqualTo(Referral.State.SENT);
    Referral.Contents contents = sent.contents().orElseThrow();
    assertThat(contents.agency()).isEqualTo("House of Examples");
    assertThat(contents.basis()).isEqualTo("YES");
    assertThat(Set.copyOf(contents.shared())).isEqualTo(Referral.Item.least());
  }

  @Test
  void dangerToLifeLetsAServiceBeAskedButNeverAnEmbassy() {
    for (Referral.Service service : List.of(Referral.Service.HEALTH, Referral.Service.EMBASSY)) {
      desk.overrides()
          .decide(
              person,
              service.purpose(),
              service.recipient(),
              Consents.Reason.DANGER_TO_LIFE,
              "unconscious");
    }
    refuses(Referral.Service.EMBASSY);
    desk.referrals().send(person, draft(Referral.Service.HEALTH, Duration.ofHours(1)));
    assertThat(only().contents().orElseThrow().basis()).isEqualTo("DANGER_TO_LIFE");
  }

  @Test
  void noEmbassyIsToldOfSomebodyWhoFearsACountry() {
    says(Referral.Service.EMBASSY, Consents.Answer.YES);
    RecordId fear = desk.fears().says(person, "MM", Fears.Of.RETURN);
    assertThatThrownBy(
            () ->
                desk.referrals().send(person, draft(Referral.Service.EMBASSY, Duration.ofHours(1))))
        .isInstanceOfSatisfying(
            CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.FEARED));
    desk.fears().over(fear, "Says so now, example");
    desk.referrals().send(person, draft(Referral.Service.EMBASSY, Duration.ofHours(1)));
    assertThat(only().state()).isEqualTo(Referral.State.SENT);
  }

  @Test
  void itGoesFromAskedToItsEndAndNoOtherWay() {
    RecordId id = shelter(Duration.ofHours(1));
    assertThatThrownBy(() -> desk.referrals().step(id, Referral.State.DONE, ""))
        .isInstanceOf(CaseworkFault.class);
    assertThatThrownBy(() -> desk.referrals().step(id, Referral.State.REJECTED, " "))
        .isInstanceOf(IllegalArgumentException.class);
    desk.referrals().step(id, Referral.State.ACCEPTED, "");
    desk.referrals().step(id, Referral.State.DONE, "");
    assertThat(only().state()).isEqualTo(Referral.State.DONE);
    for (Referral.State to : Referral.State.values()) {
      assertThatThrownBy(() -> desk.referrals().step(id, to, "example"))
          .isInstanceOf(CaseworkFault.class);
    }
    RecordId second =
        desk.referrals().send(person, draft(Referral.Service.SHELTER, Duration.ofHours(1)));
    desk.referrals().step(second, Referral.State.REJECTED, "No bed is free, example");
    assertThat(desk.referrals().of(person))
        .filteredOn(r -> r.id().equals(second))
        .extracting(r -> r.contents().orElseThrow().why())
        .containsExactly("No bed is free, example");
  }

  @Test
  void oneThatIsNotAnsweredInTimeStandsInTodayUntilItIs() {
    assertThat(waiting()).isEmpty();
    says(Referral.Service.SHELTER, Consents.Answer.YES);
    desk.referrals().send(person, draft(Referral.Service.SHELTER, Duration.ofHours(1)));
    assertThat(waiting()).as("an hour has not gone by").isEmpty();
    RecordId late =
        desk.referrals().send(person, draft(Referral.Service.SHELTER, Duration.ofNanos(1)));
    pass();
    assertThat(waiting()).containsExactly(person);
    desk.referrals().step(late, Referral.State.ACCEPTED, "");
    assertThat(waiting()).isEmpty();
  }

  /** The clock goes on to the next millisecond. */
  private static void pass() {
    long now = System.currentTimeMillis();
    while (System.currentTimeMillis() <= now + 1) {
      Thread.onSpinWait();
    }
  }

  private List<RecordId> waiting() {
    return desk.tonight().todo().stream()
        .filter(t -> t.what() == ToDo.What.REFERRAL)
        .map(t -> t.person().orElseThrow().id())
        .toList();
  }

  @Test
  void whatAYesLeavesOutIsToldToNoServiceUnlessItIsAskedAnew() {
    assertThat(Consents.ITEMS)
        .as("everything that a referral can tell but what makes room")
        .containsExactlyElementsOf(
            java.util.EnumSet.complementOf(java.util.EnumSet.copyOf(Referral.Item.least())).stream()
                .map(Referral.Item::code)
                .toList());
    Referral.Service shelter = Referral.Service.SHELTER;
    desk.consents()
        .ask(
            person,
            shelter.purpose(),
            shelter.recipient(),
            Consents.Answer.YES,
            java.util.Set.of("health"),
            new Consents.How("my", "IN-04", "Guardian Example"));
    Referral.Draft withHealth =
        new Referral.Draft(
            shelter,
            "House of Examples",
            java.util.Optional.empty(),
            "A bed",
            java.util.EnumSet.of(Referral.Item.NUMBER, Referral.Item.HEALTH),
            java.time.Duration.ofHours(24));
    assertThatThrownBy(() -> desk.referrals().send(person, withHealth))
        .isInstanceOfSatisfying(
            CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.ITEM_KEPT));
    assertThat(desk.referrals().of(person)).isEmpty();
    desk.consents()
        .ask(
            person,
            shelter.purpose(),
            shelter.recipient(),
            Consents.Answer.YES,
            Set.of(),
            new Consents.How("my", "IN-04", "Guardian Example"));
    desk.referrals().send(person, withHealth);
    assertThat(desk.referrals().of(person)).hasSize(1);
    assertThatThrownBy(
            () ->
                desk.consents()
                    .ask(
                        person,
                        shelter.purpose(),
                        shelter.recipient(),
                        Consents.Answer.NO,
                        java.util.Set.of("health"),
                        new Consents.How("my", "", "Guardian Example")))
        .as("a no leaves nothing to be left out")
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aYesThatIsTakenBackShowsOnWhatIsUnderWayAndNotOnWhatIsOver() {
    RecordId over = shelter(Duration.ofHours(1));
    desk.referrals().step(over, Referral.State.ACCEPTED, "");
    desk.referrals().step(over, Referral.State.DONE, "");
    RecordId open =
        desk.referrals().send(person, draft(Referral.Service.SHELTER, Duration.ofHours(1)));
    assertThat(desk.referrals().of(person)).noneMatch(r -> r.against().isPresent());
    says(Referral.Service.SHELTER, Consents.Answer.WITHDRAWN);
    assertThat(desk.referrals().of(person))
        .filteredOn(r -> r.against().isPresent())
        .extracting(Referral::id)
        .containsExactly(open);
  }

  @Test
  void aReturnSlipIsWrittenDownByItsNumberHoweverItIsTyped() {
    RecordId id = shelter(Duration.ofHours(1));
    String slip = only().slip();
    assertThat(slip).matches("[A-Z0-9]{3}-[A-Z0-9]{3}");
    assertThat(desk.referrals().bySlip(slip.toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
        .get()
        .extracting(Referral::id)
        .isEqualTo(id);
    assertThat(desk.referrals().bySlip("QQQ-QQQ")).isEmpty();
    assertThat(desk.referrals().bySlip("")).isEmpty();
  }

  @Test
  void aServiceOfTheDirectoryIsNamedAndTheReferralHasANumberForItsSlip() {
    RecordId listed =
        desk.services()
            .add(
                new Services.Agency(
                    "House of Examples",
                    Set.of(Referral.Service.SHELTER),
                    Set.of("my"),
                    "day and night",
                    "02 000 0000"));
    says(Referral.Service.SHELTER, Consents.Answer.YES);
    RecordId id =
        desk.referrals()
            .send(
                person,
                new Referral.Draft(
                    Referral.Service.SHELTER,
                    "House of Examples",
                    java.util.Optional.of(listed),
                    "A bed for tonight",
                    Referral.Item.least(),
                    Duration.ofHours(1)));
    assertThat(only().id()).isEqualTo(id);
    assertThat(only().slip()).isNotEmpty();
    assertThat(only().contents().orElseThrow().listed()).contains(listed);
  }

  @Test
  void whatForAndToWhomStandsNowhereInTheView() {
    RecordId id = shelter(Duration.ofHours(1));
    assertThat(Desks.station(desk).view().records().fields(id))
        .containsOnlyKeys("person", "state", "sent", "due", "slip");
    assertThat(new ProtectedPart(Desks.station(desk)).fields(id))
        .containsKeys("service", "agency", "asked", "basis", "shared/number");
    assertThat(Map.of("a referral", only()).toString()).doesNotContain("House of Examples");
  }
}
