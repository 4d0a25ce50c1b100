package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.casework.people.Involvements;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** People who are here come into a case together; registering anew is the second choice. */
class BringJourneyTest extends JourneyWindow {
  @TempDir Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("bring");
  }

  @Test
  void severalWhoAreHereComeIntoACaseAtOnce() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    made.numbering().letter("Q");
    List<RecordId> here =
        made.people()
            .register(
                List.of(
                    new People.NewPerson("Q-001", "", "First Example", "", "1990", "my"),
                    new People.NewPerson("Q-002", "", "Second Example", "", "1991", "my"),
                    new People.NewPerson("Q-003", "", "Third Example", "", "1992", "my")));
    RecordId caseId = made.cases().open(new Cases.NewCase("Compound", "rescue", "normal", "", ""));
    interact(() -> enter(made));
    until("#next");
    interact(() -> shell.go(new Place.OneCase(caseId, "people")));
    until("#case-people");
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#bring-search");
    soon(() -> rows("#bring-found") == 3);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(lookup("#bring-search").tryQuery()).as("nobody was ticked").isPresent();
    type("#bring-search", "Third");
    soon(() -> rows("#bring-found") == 1);
    push(KeyCode.DOWN);
    push(KeyCode.SPACE);
    soon(() -> label("#bring-chosen").equals("1 person: Q-003"));
    type("#bring-search", "Example");
    soon(() -> rows("#bring-found") == 3);
    push(KeyCode.DOWN);
    push(KeyCode.SPACE);
    soon(() -> label("#bring-chosen").equals("2 people: Q-003, Q-001"));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> rows("#case-people") == 2);
    assertThat(desk.involvements().inCase(caseId))
        .extracting(Involvements.Part::person)
        .containsExactlyInAnyOrder(here.get(0), here.get(2));
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#bring-search");
    soon(() -> rows("#bring-found") == 1);
    push(KeyCode.ESCAPE);
    soon(() -> lookup("#bring-search").tryQuery().isEmpty());
    clickOn("#case-register");
    until("#person-name");
  }

  @Test
  void whoWasTickedIsKeptWithTheRestOfWhatWasTyped() {
    Desk made = Desks.create(folder.resolve("kept"), "Officer One Example", "one");
    List<RecordId> here =
        made.people()
            .register(
                List.of(
                    new People.NewPerson("Q-001", "", "First Example", "", "1990", "my"),
                    new People.NewPerson("Q-002", "", "Second Example", "", "1991", "my"),
                    new People.NewPerson("Q-003", "", "Third Example", "", "1992", "my")));
    RecordId caseId = made.cases().open(new Cases.NewCase("Compound", "rescue", "normal", "", ""));
    interact(() -> enter(made));
    until("#next");
    interact(() -> shell.go(new Place.OneCase(caseId, "people")));
    until("#case-people");
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#bring-search");
    soon(() -> rows("#bring-found") == 3);
    push(KeyCode.DOWN);
    push(KeyCode.SPACE);
    push(KeyCode.DOWN);
    push(KeyCode.SPACE);
    soon(() -> label("#bring-chosen").equals("2 people: Q-001, Q-002"));
    push(KeyCode.ESCAPE);
    soon(() -> lookup("#bring-search").tryQuery().isEmpty());
    // Another desk brings one of them in meanwhile.
    desk.involvements().bring(caseId, here.getFirst(), Involvements.Written.said("", ""), "");
    soon(() -> rows("#case-people") == 1);
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#bring-search");
    soon(() -> label("#bring-chosen").equals("1 person: Q-002"));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> rows("#case-people") == 2);
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#bring-search");
    settle();
    assertThat(label("#bring-chosen")).as("what was done is not kept").doesNotContain("Q-");
  }

  @Test
  void whoeverIsNotInTheCaseIsFoundBehindManyWhoAre() {
    Desk made = Desks.create(folder.resolve("many"), "Officer One Example", "one");
    made.numbering().letter("Q");
    List<RecordId> here =
        made.people()
            .register(
                IntStream.rangeClosed(1, 112)
                    .mapToObj(i -> "Q-%03d".formatted(i))
                    .map(number -> new People.NewPerson(number, "", "", "", "1990", "my"))
                    .toList());
    RecordId caseId = made.cases().open(new Cases.NewCase("Compound", "rescue", "normal", "", ""));
    here.subList(0, 60)
        .forEach(p -> made.involvements().bring(caseId, p, Involvements.Written.said("", ""), ""));
    interact(() -> enter(made));
    until("#next");
    interact(() -> shell.go(new Place.OneCase(caseId, "people")));
    until("#case-people");
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#bring-search");
    soon(() -> rows("#bring-found") == 50);
    assertThat(lookup("#bring-more").query().isVisible()).as("there are more").isTrue();
    type("#bring-search", "Q-11");
    soon(() -> rows("#bring-found") == 3);
    assertThat(lookup("#bring-more").query().isVisible()).isFalse();
  }
}
