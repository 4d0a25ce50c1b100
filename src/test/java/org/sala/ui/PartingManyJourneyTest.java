package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Linking;
import org.sala.casework.consent.Separate;
import org.sala.casework.todo.ToDo;
import org.sala.domain.RecordId;

/** From Do next to sixty records that are said to be one person, and one button that parts them. */
class PartingManyJourneyTest extends JourneyWindow {
  @TempDir Path folder;
  private List<RecordId> all;

  @Override
  protected Path workspace() {
    return folder.resolve("a");
  }

  @BeforeEach
  void linked() throws Exception {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk made = Desks.create(workspace(), "Officer One Example", "one")) {
      made.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
      Desks.enrol(made, hq, Files.createDirectory(folder.resolve("files")), "A");
      Desks.certify(made, hq, folder, "two");
      all = Linking.people(made, 60);
      Linking.link(made, all, Linking.Shape.STAR);
    }
  }

  @Test
  void oneButtonPartsAllLinksOfOneOfficerForAReason() {
    toTheDialog();
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilSaid(".dialog-box", "Part all links of one officer");
    assertThat(together()).as("nothing without a reason").isTrue();
    type("#same-reason", "Linked by mistake");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    isParted();
  }

  @Test
  void whereThatLiftsANoASecondOfficerReadsItAndSigns() {
    Desk entered = Desks.unlock(workspace(), "one");
    entered
        .consents()
        .ask(all.get(7), Separate.COPIES, Consents.Answer.NO, new Consents.How("th", "", ""));
    entered.close();
    toTheDialog();
    type("#same-reason", "Linked by mistake");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilSaid(".dialog-box", "lifts a no");
    untilSaid(".dialog-box", "Linked by mistake");
    untilSaid(".dialog-box", "Officer One Example: 59");
    sign("one", "phrase of one");
    untilSaid(".dialog-box", "cannot be both officers");
    sign("two", "a guess");
    untilSaid(".dialog-box", "the passphrase is wrong");
    assertThat(together()).isTrue();
    sign("two", "phrase of two");
    isParted();
    assertThat(desk.consents().refuses(all.get(7), Separate.COPIES)).isTrue();
    assertThat(desk.consents().refuses(all.getLast(), Separate.COPIES)).isFalse();
  }

  /** From the row in Do next to what the button asks. */
  private void toTheDialog() {
    Desk entered = Desks.unlock(workspace(), "one");
    interact(() -> enter(entered));
    until("#next");
    soon(
        () -> {
          clickOn(
              lookup("#next .table-row-cell")
                  .match(
                      n ->
                          n instanceof TableRow<?> row
                              && row.getItem() instanceof ToDo t
                              && t.what() == ToDo.What.LINKED)
                  .lookup(".button")
                  .<Button>query());
          return true;
        });
    clickOn("#same-many");
    until("#same-many-who");
  }

  private void sign(String handle, String passphrase) {
    type("#same-handle", handle);
    type("#same-passphrase", passphrase);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
  }

  private boolean together() {
    return all.stream().allMatch(p -> desk.people().find(p).orElseThrow().linkedTooMany());
  }

  private void isParted() {
    soon(() -> lookup("#same-many").tryQuery().isEmpty());
    assertThat(all).noneMatch(p -> desk.people().find(p).orElseThrow().linkedTooMany());
    assertThat(desk.samePeople().said()).isEmpty();
    assertThat(desk.tonight().todo()).extracting(ToDo::what).doesNotContain(ToDo.What.LINKED);
  }
}
