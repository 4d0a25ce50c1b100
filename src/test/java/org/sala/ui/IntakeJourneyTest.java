package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.exhibits.AttachedContent;
import org.sala.casework.people.People;
import org.sala.ui.kit.Choice;
import org.sala.ui.route.Place;

/** Arrivals pasted from a spreadsheet by keys, and numbers that stand twice. */
class IntakeJourneyTest extends JourneyWindow {
  /** Half an hour for sixty people is thirty seconds for each; a key takes half a second. */
  private static final int KEYS_A_PERSON = 12;

  @TempDir static Path folder;
  private static int halls;
  private final String hall = "hall " + ++halls;
  private int pressed;
  private Path picture = Path.of("");

  @Override
  protected Path workspace() {
    return folder.resolve(hall);
  }

  @Override
  public Optional<Path> openFile(String title) {
    return Optional.of(picture);
  }

  /** One key, counted, as the window delivers it to whatever has the focus. */
  private void key(KeyCode code, String letter) {
    pressed++;
    KeyDown.on(scene, code, letter);
  }

  private void openTheGrid() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    made.numbering().letter("X");
    interact(
        () -> {
          enter(made);
          shell.go(new Place.Intake());
        });
    until("#intake-name-8");
  }

  private void tab(String letters) {
    key(KeyCode.TAB, "");
    letters.chars().forEach(c -> key(KeyCode.UNDEFINED, Character.toString(c)));
  }

  @Test
  void sixtyPeopleAreRegisteredByKeysAloneAndEachRowIsInSight() throws Exception {
    openTheGrid();
    interact(() -> lookup("#intake-name-1").query().requestFocus());
    picture = folder.resolve("face of one.png");
    ImageIO.write(new BufferedImage(40, 50, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    String[] languages = {"b", "v", "t", "c"};
    for (int i = 0; i < 60; i++) {
      int one = i;
      // A row is typed faster than it is drawn; the next one has to be drawn first.
      interact(
          () -> {
            tab(languages[one % languages.length]);
            tab(one % 3 == 0 ? "f" : "m");
            tab(one % 5 == 0 ? "17" : "24");
          });
      if (i == 7) {
        interact(() -> tab(""));
        interact(() -> key(KeyCode.SPACE, " "));
      }
      if (i < 59) {
        interact(() -> key(KeyCode.ENTER, ""));
      }
    }
    Node last = lookup("#intake-name-60").query();
    var sight = last.localToScene(last.getBoundsInLocal());
    assertThat(sight.getMaxY()).as("the last row is in sight").isLessThan(scene.getHeight() - 30);
    assertThat(sight.getMinY()).isGreaterThan(150);
    pressed++;
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> desk.people().count("") == 60);
    List<People.PersonLine> all = desk.people().list("", "wristband", false, 0, 100);
    assertThat(all).extracting(People.PersonLine::languages).startsWith("my", "vi", "th", "zh");
    assertThat(all).filteredOn(People.PersonLine::possiblyChild).hasSize(12);
    assertThat(pressed / 60.0).as("keys a person").isLessThan(KEYS_A_PERSON);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                desk.photos().photo(all.get(7).id()) instanceof AttachedContent.Opening.Opened o
                    && closed(o));
  }

  private static boolean closed(AttachedContent.Opening.Opened opened) throws IOException {
    opened.content().close();
    return true;
  }

  @Test
  void noLetterIsLostInARowThatIsNewAndLookingSomethingUpLeavesTheKeyboardThere() {
    openTheGrid();
    interact(() -> lookup("#intake-name-8").query().requestFocus());
    // All of it before anything is drawn, as whoever types fast on a slow laptop does.
    interact(
        () -> {
          key(KeyCode.ENTER, "");
          "Walker".chars().forEach(c -> key(KeyCode.UNDEFINED, Character.toString(c)));
        });
    assertThat(lookup("#intake-name-9").queryTextInputControl().getText()).isEqualTo("Walker");
    push(KeyCode.SHORTCUT, KeyCode.K);
    until("#search");
    push(KeyCode.ESCAPE);
    soon(() -> lookup("#search").tryQuery().isEmpty());
    assertThat(scene.getFocusOwner()).isEqualTo(lookup("#intake-name-9").query());
  }

  @Test
  void whoIsOnlyANumberIsAskedAboutAndEveryNumberThatWasRegisteredIsNamed() {
    openTheGrid();
    interact(() -> lookup("#intake-name-1").query().requestFocus());
    write("First Example");
    push(KeyCode.ENTER);
    push(KeyCode.ENTER);
    write("Third Example");
    push(KeyCode.ENTER);
    push(KeyCode.ENTER);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#intake-bare");
    untilSaid(".dialog-box", "X-002, X-004");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilSaid("Choose whether they are registered too");
    List<String> said = new CopyOnWriteArrayList<>();
    // It is gone after seconds, whoever looks.
    interact(
        () ->
            lookup("#notice")
                .query()
                .getParent()
                .getChildrenUnmodifiable()
                .addListener(
                    (ListChangeListener<Node>)
                        c ->
                            c.getList().stream()
                                .filter(Label.class::isInstance)
                                .forEach(n -> said.add(((Label) n).getText()))));
    assertThat(desk.people().count("")).isZero();
    interact(() -> lookup("#intake-bare").queryAs(Choice.class).setValue("yes"));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> said.contains("4 people registered: X-001 – X-004"));
    assertThat(desk.people().taken(List.of("X-002", "X-004", "X-005")))
        .as("the row that nobody came to is no arrival")
        .containsExactlyInAnyOrder("X-002", "X-004");
  }

  @Test
  void pastedRowsAreShownFirstAndANumberThatStandsTwiceIsToldAtOnce() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    made.numbering().letter("X");
    made.people().register(List.of(new People.NewPerson("X-001", "Nobody Zero", "", "", "", "")));
    interact(
        () -> {
          enter(made);
          shell.go(new Place.Intake());
        });
    until("#intake-name-1");
    clickOn("#intake-name-1");
    interact(
        () ->
            Clipboard.getSystemClipboard()
                .setContent(
                    Map.of(
                        DataFormat.PLAIN_TEXT,
                        "X-001\tTaken Example\tBurmese\n"
                            + "X-040\t=Forty Example\tBurmese\tfemale\t17\n"
                            + "Nobody Example\tKlingon\n"
                            + "Plain Example\tth\tmale\t24\n")));
    push(KeyCode.SHORTCUT, KeyCode.V);
    until("#paste-preview");
    assertThat(desk.people().count("")).as("nothing is made by pasting").isEqualTo(1);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#intake-number-1");
    soon(() -> lookup("#intake-number-1").queryTextInputControl().getText().equals("X-040"));
    assertThat(lookup("#intake-name-1").queryTextInputControl().getText())
        .isEqualTo("Forty Example");
    assertThat(lookup("#intake-name-2").queryTextInputControl().getText())
        .isEqualTo("Plain Example");

    type("#intake-number-2", "X-001");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                lookup("#intake-duplicates")
                    .queryAs(Label.class)
                    .getText()
                    .contains("X-001 is already worn"));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    type("#intake-number-2", "X-041");
    assertThat(desk.people().count("")).as("refused while it stands twice").isEqualTo(1);
    await()
        .atMost(PATIENCE)
        .until(() -> lookup("#intake-duplicates").queryAs(Label.class).getText().isEmpty());
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> desk.people().count("") == 3);
    assertThat(desk.people().list("X-04", "wristband", false, 0, 9))
        .extracting(People.PersonLine::roman, People.PersonLine::name)
        .hasSize(2);
    assertThat(desk.people().taken(List.of("X-040", "X-099"))).containsExactly("X-040");
  }
}
