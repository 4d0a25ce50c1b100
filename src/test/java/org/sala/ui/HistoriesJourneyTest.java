package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.forms.Forms;
import org.sala.casework.house.Stay;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.protection.Referral;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.Act;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Seen;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.ui.route.Place;

/** What became of each record about a person is a click away from where the record is shown. */
class HistoriesJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("histories");
  }

  @Test
  void whatWasDoneToACaseIsReadWhereItIsLookedAtTheLastHundredFirst() {
    Desk made = Desks.create(folder.resolve("long"), "Officer One Example", "one");
    RecordId caseId = made.cases().open(new Cases.NewCase("Red house", "rescue", "normal", "", ""));
    for (int i = 1; i <= 104; i++) {
      made.cases().edit(caseId, Map.of("summary", Value.text("Summary " + i + ".")), "");
    }
    assertThat(made.histories().acts(caseId).number())
        .isEqualTo(made.histories().of(caseId).size())
        .isEqualTo(105);
    interact(
        () -> {
          enter(made);
          shell.go(new Place.OneCase(caseId, "overview"));
        });
    until("#tab-history");
    assertThat(lookup("#tab-history").queryLabeled().getText()).contains("105");
    clickOn("#tab-history");
    untilSaid("Summary 104.");
    assertThat(says("Summary 2.")).as("not laid out yet").isFalse();
    clickOn("#history-more");
    untilSaid("Summary 2.");
    assertThat(lookup("#history-more").tryQuery()).isEmpty();
  }

  @Test
  void everyRecordAboutAPersonHasItsHistoryAndAScreeningAllItsVersions() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    RecordId caseId = made.cases().open(new Cases.NewCase("Red house", "rescue", "normal", "", ""));
    RecordId person =
        made.people()
            .add(caseId, new People.NewPerson("A-001", "", "", "", "30", "my"), "said", "");
    made.triages()
        .inside(
            person,
            new Triages.Inside("Mya Example", "", "Compound R-7", "Block 2", "", "no", "inside"));
    made.consents().ask(person, "care", "shelter", Consents.Answer.YES, "my", "");
    made.referrals()
        .send(
            person,
            new Referral.Draft(
                Referral.Service.SHELTER,
                "House of Examples",
                "A bed",
                Referral.Item.least(),
                Duration.ofHours(6)));
    made.forms()
        .begin(
            person,
            Optional.empty(),
            new Forms.Offer("needs", "", ""),
            new Forms.Setting("en", ""));
    made.findings().find(person, Findings.Finding.PRESUMED_VICTIM, "sold twice");
    made.stays()
        .begin(
            person, new Stay.Placing("House", "1", "A", Stay.Freedom.FREE, "", Stay.Phone.OWN, ""));
    RecordId inside = made.stillInside().ofCase(caseId).getFirst().id();
    RecordId screening = differing(made, person);
    interact(
        () -> {
          enter(Desks.unlock(workspace(), "one"));
          shell.go(new Place.OnePerson(person));
        });
    assertThat(history("#consents-history")).contains("Care and shelter", "Yes");
    assertThat(history("#referrals-history")).contains("House of Examples", "State: Asked");
    assertThat(history("#forms-history")).contains("needs");
    assertThat(history("#findings-history")).contains("Presumed victim", "sold twice");
    interact(() -> shell.go(new Place.OneCase(caseId, "overview")));
    assertThat(history("#inside-history-" + inside)).contains("Mya Example", "still inside");
    interact(() -> shell.go(new Place.House()));
    assertThat(history("#house-history")).contains("goes freely");
    interact(() -> shell.go(new Place.Review(screening)));
    until("#review-differing");
    assertThat(words("#review-differing")).contains("Thai", "Khmer");
  }

  /** Two officers had the same screening before them, and each wrote another language. */
  private RecordId differing(Desk made, RecordId person) {
    RecordId id = made.screenings().begin(person, new Screenings.Setting("my", "", ""));
    made.screenings().review(id);
    made.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
    Seen seen = Cases.seen(Cases.shown(Desks.station(made).view().records().fields(id)));
    made.close();
    write("two", id, "km", seen);
    write("one", id, "th", seen);
    return id;
  }

  private void write(String officer, RecordId screening, String language, Seen seen) {
    try (Desk at = Desks.unlock(workspace(), officer)) {
      new Ledger(Desks.station(at))
          .write(
              new Act()
                  .edit(
                      screening, Kinds.SCREENING, Map.of("language", Value.text(language)), seen));
    }
  }

  private String history(String button) {
    until(button);
    // Some stand below the fold of a small window.
    interact(() -> lookup(button).query().requestFocus());
    push(KeyCode.SPACE);
    until("#history-acts");
    String words = words("#history-acts");
    push(KeyCode.ESCAPE);
    soon(() -> lookup("#history-acts").tryQuery().isEmpty());
    return words;
  }

  private String words(String box) {
    return List.copyOf(
            from(lookup(box).queryAs(VBox.class)).lookup(".label").queryAllAs(Label.class))
        .stream()
        .map(Label::getText)
        .collect(Collectors.joining("\n"));
  }
}
