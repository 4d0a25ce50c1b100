package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Statements;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** The lists in the tabs of a case are found as they were left, in every case. */
class CaseListsJourneyTest extends ListWindow {
  private static final String PEOPLE = "case-people";

  @TempDir static Path folder;
  private final String name = UUID.randomUUID().toString();
  private RecordId first;
  private RecordId other;

  @Override
  protected Path workspace() {
    return folder.resolve(name);
  }

  private Desk cases() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    first = made.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    other = made.cases().open(new Cases.NewCase("Another", "rescue", "normal", "", ""));
    for (int i = 1; i <= 3; i++) {
      RecordId person = add(made, first, "P-00" + i, "Example " + "CAB".charAt(i - 1));
      made.screenings().begin(person, new Screenings.Setting("th", "", ""));
      made.statements().begin(first, person, new Statements.Setting("my", "", "", ""));
      made.exhibits()
          .add(first, new Exhibits.NewExhibit("Thing " + i, "", Optional.empty(), "", ""));
    }
    add(made, other, "P-008", "Example A");
    add(made, other, "P-009", "Example B");
    return made;
  }

  private static RecordId add(Desk desk, RecordId caseId, String number, String name) {
    return desk.people()
        .add(caseId, new People.NewPerson(number, name, "", "", "24", "my"), "said", "");
  }

  private void tab(RecordId caseId, String tab, String list) {
    interact(() -> shell.go(new Place.OneCase(caseId, tab)));
    until("#" + list);
  }

  @SuppressWarnings("unchecked")
  private TableView<Object> table(String list) {
    return (TableView<Object>) lookup("#" + list).query();
  }

  private List<String> people() {
    return fx(
        () ->
            table(PEOPLE).getItems().stream()
                .map(p -> ((People.PersonLine) p).wristband())
                .toList());
  }

  /** Pulls a column to the front, as the mouse does. */
  private void front(String list, String column) {
    interact(
        () -> {
          var columns = table(list).getColumns();
          TableColumn<Object, ?> pulled =
              columns.stream()
                  .filter(c -> column.equals(c.getUserData()))
                  .findFirst()
                  .orElseThrow();
          List<TableColumn<Object, ?>> order = new ArrayList<>(columns);
          order.remove(pulled);
          order.addFirst(pulled);
          columns.setAll(order);
        });
  }

  @Test
  void theyAreSortedByClicksAndFoundSoAfterTheNextUnlockAndInTheNextCase() {
    Desk made = cases();
    interact(() -> enter(made));
    tab(first, "people", PEOPLE);
    assertThat(people()).as("as they are read").containsExactly("P-001", "P-002", "P-003");
    assertThat(made.preferences().value("list." + PEOPLE)).as("nothing was changed").isEmpty();
    head(PEOPLE, "Name");
    soon(() -> people().equals(List.of("P-002", "P-003", "P-001")));
    head(PEOPLE, "Name");
    soon(() -> people().equals(List.of("P-001", "P-003", "P-002")));
    front(PEOPLE, "language");
    for (String list : List.of("case-screenings", "statements", "case-exhibits")) {
      tab(first, list.replace("case-", ""), list);
      front(list, list.equals("case-exhibits") ? "taken" : "state");
    }

    lockAndUnlock("one");
    tab(first, "people", PEOPLE);
    assertThat(columns(PEOPLE)).startsWith("language", "number", "name");
    assertThat(people()).containsExactly("P-001", "P-003", "P-002");
    for (String list : List.of("case-screenings", "statements", "case-exhibits")) {
      tab(first, list.replace("case-", ""), list);
      assertThat(columns(list).getFirst()).isIn("state", "taken");
      assertThat(fx(() -> table(list).getItems().size())).isEqualTo(3);
    }
    tab(other, "people", PEOPLE);
    assertThat(people()).as("descending by name").containsExactly("P-009", "P-008");
    head(PEOPLE, "Name");
    soon(() -> people().equals(List.of("P-008", "P-009")));
    tab(first, "people", PEOPLE);
    assertThat(people()).as("as they are read").containsExactly("P-001", "P-002", "P-003");
  }

  @Test
  void theirColumnsAreChosenAsInAnyOtherListAndStayChosen() {
    Desk made = cases();
    interact(() -> enter(made));
    List<String> lists = List.of(PEOPLE, "case-screenings", "statements", "case-exhibits");
    for (String list : lists) {
      tab(first, list.replace("case-", ""), list);
      clickOn("#choose-columns");
      clickOn("#column-" + hidden(list));
      soon(() -> !columns(list).contains(hidden(list)));
    }
    tab(first, "people", PEOPLE);
    clickOn("#choose-columns");
    until("#columns");
    add(made, first, "P-007", "Example D");
    soon(() -> people().size() == 4);
    assertThat(lookup("#columns").tryQuery()).as("whoever chooses goes on choosing").isPresent();
    assertThat(columns(PEOPLE)).doesNotContain(hidden(PEOPLE));

    lockAndUnlock("one");
    for (String list : lists) {
      tab(other, list.replace("case-", ""), list);
      assertThat(columns(list)).doesNotContain(hidden(list)).isNotEmpty();
    }
  }

  private static String hidden(String list) {
    return switch (list) {
      case PEOPLE -> "language";
      case "case-exhibits" -> "taken";
      case "statements" -> "officer";
      default -> "begun";
    };
  }
}
