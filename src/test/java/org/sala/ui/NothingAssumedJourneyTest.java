package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.people.People;
import org.sala.casework.protection.Dossier;
import org.sala.casework.protection.Dossiers;
import org.sala.casework.protection.Referral;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.Screenings;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.route.Place;

/** What a person said, or somebody did, is chosen: a form that is saved at once writes nothing. */
class NothingAssumedJourneyTest extends JourneyWindow {
  @TempDir Path folder;
  private RecordId person;

  @Override
  protected Path workspace() {
    return folder.resolve("chosen");
  }

  private void open() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    person =
        made.people()
            .register(List.of(new People.NewPerson("X-001", "", "", "female", "24", "my")))
            .getFirst();
    interact(
        () -> {
          enter(made);
          shell.go(new Place.OnePerson(person));
        });
  }

  /** Presses a button that may stand below the fold. */
  private void fire(String button, String opens) {
    until(button);
    interact(() -> lookup(button).query().requestFocus());
    push(KeyCode.SPACE);
    until(opens);
  }

  private void choose(String choice, String code) {
    interact(() -> lookup(choice).queryAs(Choice.class).setValue(code));
  }

  /** Saves, is refused with these words, and puts them away. */
  private void refused(String words) {
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilSaid(words);
    interact(() -> lookup("#notice").query().setId("read"));
  }

  private String focused() {
    Node owner = scene.getFocusOwner();
    return owner == null || owner.getId() == null ? "" : owner.getId();
  }

  @Test
  void aYesGoesToThePurposeAndTheRecipientThatWereChosen() {
    open();
    fire("#consent-ask", "#consent-answer");
    assertThat(focused()).isEqualTo("consent-purpose");
    choose("#consent-answer", "YES");
    refused("Choose what for, and to whom");
    choose("#consent-purpose", "care");
    refused("Choose what for, and to whom");
    assertThat(desk.consents().standing(person)).isEmpty();
    choose("#consent-recipient", "shelter");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> desk.consents().standing(person).size() == 1);
    Consents.Said said = desk.consents().standing(person).getFirst();
    assertThat(said.purpose()).isEqualTo("care");
    assertThat(said.recipient()).isEqualTo("shelter");
  }

  @Test
  void nothingIsDecidedWithoutAYesBeforeItIsChosenWhatForToWhomAndWhy() {
    open();
    fire("#consent-without", "#override-words");
    assertThat(focused()).isEqualTo("consent-purpose");
    type("#override-words", "nobody was reached, example");
    refused("Choose what for, and to whom");
    choose("#consent-purpose", "care");
    choose("#consent-recipient", "health-service");
    refused("Choose why it is decided");
    assertThat(desk.overrides().waiting(person)).isEmpty();
    choose("#override-why", "CHILD_PROTECTION");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> desk.overrides().waiting(person).size() == 1);
    assertThat(desk.consents().standing(person).getFirst().answer()).isEqualTo("CHILD_PROTECTION");
  }

  @Test
  void nobodyIsNoLongerHeldWithoutAReason() {
    open();
    desk.people().held(person, true, "at the gate, example");
    untilSaid("No longer held");
    fire("#person-held", "#held-reason");
    untilSaid("Today stops asking for a screening");
    refused("A reason is needed");
    assertThat(desk.people().find(person).orElseThrow().detainedMillis()).isPresent();
    type("#held-reason", "let go, example");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> desk.people().find(person).orElseThrow().detainedMillis().isEmpty());
    assertThat(desk.histories().of(person))
        .anyMatch(e -> e.reason().equals(Optional.of("let go, example")));
  }

  @Test
  void aReturnSlipSaysNothingBeforeItIsChosenWhatTheServiceSays() {
    open();
    desk.consents().ask(person, "care", "shelter", Consents.Answer.YES, "my", "");
    desk.referrals()
        .send(
            person,
            new Referral.Draft(
                Referral.Service.SHELTER,
                "House of Examples",
                "A bed",
                Referral.Item.least(),
                Duration.ofHours(6)));
    push(KeyCode.SHORTCUT, KeyCode.K);
    until("#search");
    write("Return slip");
    untilSaid("#found", "Return slip");
    push(KeyCode.ENTER);
    type("#slip-number", desk.referrals().of(person).getFirst().slip());
    refused("Choose what the service says");
    choose("#slip-answer", "REJECTED");
    type("#slip-why", "no bed is free");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilSaid("Written down");
    assertThat(desk.referrals().of(person).getFirst().state()).isEqualTo(Referral.State.REJECTED);
  }

  @Test
  void howAPersonWasToldOfAFindingIsChosen() {
    open();
    desk.findings().find(person, Findings.Finding.MORE_TIME_NEEDED, "an example");
    interact(() -> shell.go(new Place.OnePerson(person)));
    fire("#outcome-tell", "#outcome-who");
    type("#outcome-who", "the officer on duty");
    refused("Write down who told it, how");
    assertThat(desk.outcomes().tellings(person)).isEmpty();
    choose("#outcome-how", "PHONE");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> desk.outcomes().tellings(person).size() == 1);
  }

  @Test
  void whetherADeedWasBeforeOrAfterTheFirstCoercionIsChosenAlsoThatItIsNotKnown() {
    open();
    desk.dossiers().open(person, new Dossiers.Agreement(true, "my", "", "Counsel", ""));
    interact(() -> shell.go(new Place.OneDossier(person)));
    fire("#deed-by", "#deed-what");
    type("#deed-what", "wrote to strangers");
    refused("Choose whether it was before or after");
    assertThat(desk.dossiers().now(person).orElseThrow().deeds()).isEmpty();
    choose("#deed-coercion", Dossier.Coercion.AFTER.name());
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> desk.dossiers().now(person).orElseThrow().deeds().size() == 1);
  }

  @Test
  void whatNobodyAsksForIsWrittenUnderTheFactAndTheWayThatWereChosen() {
    open();
    RecordId screening =
        desk.screenings().begin(person, new Screenings.Setting("my", "IN-04", "", ""));
    desk.screenings().review(screening);
    interact(() -> shell.go(new Place.Review(screening)));
    fire("#context-add", "#context-words");
    type("#context-words", "came of her own will at first");
    refused("Choose what it is, and how it came");
    choose("#context-fact", "N2");
    refused("Choose what it is, and how it came");
    assertThat(desk.screenings().page(screening).context()).isEmpty();
    choose("#context-came", "document");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> desk.screenings().page(screening).context().containsKey("N2"));
    assertThat(desk.screenings().page(screening).context().get("N2").came()).isEqualTo("document");
  }
}
