package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.ui.kit.Slot;
import org.sala.ui.route.Place;

/** Several hundred people in a list, by real keys and clicks: find, sort, open, come back. */
class ListJourneyTest extends ListWindow {
  private static final int CROWD = 400;

  @TempDir static Path folder;
  private static int halls;
  private final String hall = "hall " + ++halls;

  @Override
  protected Path workspace() {
    return folder.resolve(hall);
  }

  private void crowd() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    made.people()
        .register(
            IntStream.range(0, CROWD)
                .mapToObj(
                    i ->
                        new People.NewPerson(
                            "P-%04d".formatted(i),
                            (i % 40 == 0 ? "Rare " : "Often ") + (char) ('A' + i % 26) + " Example",
                            "",
                            "",
                            "",
                            "th"))
                .toList());
    interact(() -> enter(made));
    people();
  }

  private void people() {
    interact(() -> shell.go(new Place.PeopleHere()));
    counted(CROWD + " people");
  }

  @SuppressWarnings("unchecked")
  private TableView<Slot<People.PersonLine>> table() {
    return (TableView<Slot<People.PersonLine>>) lookup("#people").query();
  }

  private String number(int row) {
    return row("people", row, People.PersonLine::wristband);
  }

  /** Whose row is selected, as soon as it has been read. */
  private String chosen() {
    return this.<People.PersonLine>chosen("people")
        .map(People.PersonLine::wristband)
        .orElse("coming");
  }

  private String name(int row) {
    return row("people", row, (People.PersonLine p) -> p.name() + p.roman());
  }

  private List<String> columns() {
    return columns("people");
  }

  @Test
  void aPersonAmongHundredsIsFoundSortedOpenedAndTheColumnsAreRememberedAfterTheNextUnlock() {
    crowd();
    assertThat(desk.preferences().value("list.people"))
        .as("who has changed nothing is remembered nothing")
        .isEmpty();
    assertThat(fx(() -> table().getColumns().get(2).getWidth()))
        .as("the usual widths, in proportion")
        .isGreaterThan(1.5 * fx(() -> table().getColumns().get(0).getWidth()));
    // Letters typed on the list filter it; nothing needs a click.
    write("rare");
    counted("10 people");
    push(KeyCode.DOWN);
    head("people", "Number");
    await().atMost(PATIENCE).until(() -> number(0).equals("P-0000"));
    head("people", "Number");
    await().atMost(PATIENCE).until(() -> number(0).equals("P-0360"));
    type("#filter", "nobodyatall");
    counted("Nothing here begins with “nobodyatall”");
    push(KeyCode.ESCAPE);
    counted(CROWD + " people");
    // Sorted as before.
    soon(() -> number(0).equals("P-0399"));

    // The far end is one key away, and read when it is met.
    push(KeyCode.DOWN);
    push(KeyCode.END);
    await().atMost(PATIENCE).until(() -> number(CROWD - 1).equals("P-0000"));
    push(KeyCode.PAGE_UP);
    push(KeyCode.HOME);
    push(KeyCode.DOWN);
    push(KeyCode.ENTER);
    untilSaid("P-0398");

    // The same columns by keyboard: one away, one moved, one wider.
    people();
    clickOn("#choose-columns");
    until("#column-language");
    interact(() -> lookup("#column-language").query().requestFocus());
    push(KeyCode.SPACE);
    interact(() -> lookup("#column-changed").query().requestFocus());
    push(KeyCode.TAB);
    push(KeyCode.TAB);
    push(KeyCode.SPACE);
    push(KeyCode.SPACE);
    push(KeyCode.SPACE);
    List<String> liked = columns();
    assertThat(liked).containsExactly("number", "name", "changed", "account", "finding");
    interact(() -> lookup("#column-name").query().requestFocus());
    for (int i = 0; i < 5; i++) {
      push(KeyCode.TAB);
    }
    double before = fx(() -> table().getColumns().get(1).getWidth());
    push(KeyCode.SPACE);
    double wide = fx(() -> table().getColumns().get(1).getWidth());
    assertThat(wide).isGreaterThan(before + 20);
    interact(() -> lookup("#column-name").query().requestFocus());
    push(KeyCode.TAB);
    push(KeyCode.SPACE);
    // Several have that name; which of them comes first is settled by their ids, and stays so.
    await().atMost(PATIENCE).until(() -> name(0).contains("Often A"));
    String first = number(0);

    lockAndUnlock("one");
    people();
    soon(() -> columns().equals(liked));
    await().atMost(PATIENCE).until(() -> number(0).equals(first));
    assertThat(fx(() -> table().getColumns().get(1).getWidth())).isGreaterThan(before + 10);
  }

  @Test
  void whoWasChosenStaysChosenWhileOthersCome() {
    crowd();
    push(KeyCode.DOWN);
    push(KeyCode.DOWN);
    push(KeyCode.DOWN);
    soon(() -> !chosen().equals("coming"));
    String chosen = chosen();
    desk.people()
        .register(List.of(new People.NewPerson("P-9000", "Newly Come Example", "", "", "", "")));
    counted(CROWD + 1 + " people");
    await().atMost(PATIENCE).until(() -> number(0).equals("P-9000"));
    soon(() -> chosen().equals(chosen));
  }

  @Test
  void whoComesBackFindsTheListAsItWasLeft() {
    crowd();
    write("often");
    counted("390 people");
    push(KeyCode.DOWN);
    push(KeyCode.END);
    await().atMost(PATIENCE).until(() -> !number(389).equals("coming"));
    String last = number(389);
    push(KeyCode.ENTER);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                lookup("#people").tryQuery().isEmpty() && lookup(".title").tryQuery().isPresent());

    push(KeyCode.ALT, KeyCode.LEFT);
    counted("390 people");
    assertThat(lookup("#filter").queryTextInputControl().getText()).isEqualTo("often");
    soon(() -> chosen().equals(last));
    people();
    // Gone to anew, it begins anew.
    soon(() -> lookup("#filter").queryTextInputControl().getText().isEmpty());
  }
}
