package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.history.Histories;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.protection.Referral;
import org.sala.casework.screening.Triages;
import org.sala.domain.AuditEntry;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.ui.kit.Choice;
import org.sala.ui.route.Place;

/** The page of a person by real clicks and keys: photo, single elements, consent, undo. */
class PersonPageJourneyTest extends JourneyWindow {
  private static final String PURPOSE = "investigation-and-protection";

  @TempDir static Path folder;
  private static int opened;
  private final Path workspace = folder.resolve("page " + opened++);
  private Path chosen = folder;
  private RecordId person;

  @Override
  protected Path workspace() {
    return workspace;
  }

  @Override
  public Optional<Path> openFile(String title) {
    return Optional.of(chosen);
  }

  private void open() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    person =
        made.people()
            .register(
                List.of(
                    new People.NewPerson("X-001", "Nobody Example", "", "female", "2545", "th")))
            .getFirst();
    made.people().addElement(person, "alias", Value.parts(Map.of("text", "Little Example")));
    made.people()
        .addElement(person, "safeContact", Value.parts(Map.of("text", "sister, evenings")));
    interact(
        () -> {
          enter(made);
          shell.go(new Place.OnePerson(person));
        });
    until("#edit-name-1");
  }

  @Test
  void aPhotoIsTakenInShownSmallReplacedAndRemovedWithNothingPlainOnTheDisk() throws Exception {
    open();
    chosen = picture("one.png", 0xff204060, 640, 480);
    clickOn("#photo-choose");
    ImageView view = there("#photo .image-view", ImageView.class);
    assertThat(view.getFitWidth()).as("shown small").isLessThanOrEqualTo(160);
    assertThat(view.getImage().getWidth()).as("decoded small").isLessThanOrEqualTo(320);
    assertThat(view.getImage().getPixelReader().getArgb(10, 10)).isEqualTo(0xff204060);
    Path first = chosen;

    chosen = picture("two.png", 0xff604020, 100, 200);
    clickOn("#photo-choose");
    soon(
        () ->
            lookup("#photo .image-view")
                .tryQueryAs(ImageView.class)
                .filter(v -> v.getImage().getWidth() == 100)
                .isPresent());

    chosen = Files.writeString(folder.resolve("three.png"), "no picture at all");
    clickOn("#photo-choose");
    until("#photo");
    soon(() -> says("This is no picture that can be shown"));
    push(KeyCode.ESCAPE);

    until("#photo-remove");
    clickOn("#photo-remove");
    until("#verb");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> lookup("#photo .image-view").tryQuery().isEmpty());
    assertThat(shown("photo")).isEmpty();

    push(KeyCode.SHORTCUT, KeyCode.Z);
    until("#photo .image-view");
    assertThat(history("photo")).as("two photos, the removal, the undo").isEqualTo(4);
    assertThat(onDisk(Files.readAllBytes(first))).as("a plain copy of the photo").isEmpty();
  }

  @Test
  void thatSomebodyLookedIsWrittenDownOnceHoweverOftenThePageIsDrawn() {
    open();
    assertThat(looks()).isEqualTo(1);
    desk.people().addElement(person, "alias", Value.parts(Map.of("text", "Second Example")));
    soon(() -> says("Second Example"));
    desk.people().addElement(person, "alias", Value.parts(Map.of("text", "Third Example")));
    soon(() -> says("Third Example"));
    assertThat(looks()).as("drawn anew after each save").isEqualTo(1);
  }

  private long looks() {
    return desk.audit().entries(Desks.station(desk).identity().incarnation()).stream()
        .filter(e -> e.act() == AuditEntry.Act.VIEWED)
        .filter(e -> e.subject().filter(person::equals).isPresent())
        .count();
  }

  @Test
  void formalIdentificationIsWrittenDownAsTheActOfTheAuthorityThatTheLawNames() {
    open();
    interact(() -> lookup("#identified-add").query().requestFocus());
    push(KeyCode.SPACE);
    until("#identified-authority");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilSaid("Choose what was decided");
    interact(() -> lookup("#identified-decision").queryAs(Choice.class).setValue("victim"));
    type("#identified-on", "some day");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> says("Write down which authority"));
    assertThat(desk.identifications().of(person)).isEmpty();
    type("#identified-on", "24/11/2569");
    type("#identified-reference", "EX 12/2569");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> says("identified as a victim, 24/11/2569") && says("24 Nov 2026"));
    assertThat(desk.identifications().of(person).getFirst().authority())
        .as("as the country's catalogue names it")
        .contains("B.E. 2551");
    assertThat(desk.people().find(person).orElseThrow().finding()).isEmpty();
  }

  @Test
  void aFindingIsChosenAndNeverTheFirstOfTheListAndThePageStaysWhereItWas() {
    open();
    ScrollPane page = lookup(".page > .scroll-pane").queryAs(ScrollPane.class);
    interact(
        () -> {
          page.setVvalue(0.5);
          lookup("#finding-add").query().requestFocus();
        });
    push(KeyCode.SPACE);
    until("#finding");
    assertThat(focused()).as("what is chosen comes before why").isEqualTo("finding");
    push(KeyCode.TAB);
    write("Said so, example");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> says("Choose a finding"));
    push(KeyCode.SHIFT, KeyCode.TAB);
    write("m");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> desk.people().find(person).orElseThrow().finding().equals("more_time_needed"));
    soon(() -> focused().equals("finding-add"));
    assertThat(page.getScene()).as("the page is not a new one").isNotNull();
    assertThat(page.getVvalue()).as("where it was").isBetween(0.4, 0.6);
  }

  private String focused() {
    Node owner = scene.getFocusOwner();
    return owner == null || owner.getId() == null ? "" : owner.getId();
  }

  @Test
  void aServiceIsAskedOnlyOnAYesAndWhatCameOfItIsWrittenDown() {
    open();
    // It may stand below the fold: the keyboard reaches it wherever it is.
    interact(() -> lookup("#refer").query().requestFocus());
    push(KeyCode.SPACE);
    until("#referral-agency");
    type("#referral-agency", "House of Examples");
    type("#referral-asked", "A bed for tonight");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> says("Nobody has said yes to this"));
    assertThat(desk.referrals().of(person)).isEmpty();
    interact(() -> lookup("#referral-basis").queryAs(Choice.class).setValue("YES"));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#referral-1-ACCEPTED");
    assertThat(desk.referrals().of(person))
        .extracting(r -> r.contents().orElseThrow().shared())
        .as("no name unless it is ticked")
        .containsExactly(List.of(Referral.Item.NUMBER, Referral.Item.LANGUAGE, Referral.Item.NEED));
    interact(() -> lookup("#referral-1-REVOKED").query().requestFocus());
    push(KeyCode.SPACE);
    type("#referral-why", "Another bed was found, example");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> says("Called back") && says("Another bed was found, example"));
    assertThat(lookup("#referral-1-ACCEPTED").tryQuery()).isEmpty();
  }

  @Test
  void oneElementIsEditedAndRemovedAndUndoBringsItBack() {
    open();
    clickOn("#edit-alias-1");
    type("#element-words", "Small Example");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> texts("alias").equals(List.of("Small Example")));

    clickOn("#remove-alias-1");
    until("#verb");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> texts("alias").isEmpty());
    soon(() -> lookup("#undo-last").queryButton().isVisible());
    clickOn("#undo-last");
    untilSaid("Taken back: person · Alias.");
    soon(() -> texts("alias").equals(List.of("Small Example")));
    assertThat(history("alias")).as("made, edited, removed, brought back").isEqualTo(4);
    assertThat(texts("name")).as("the other elements stand").containsExactly("Nobody Example");

    clickOn("#edit-safeContact-1");
    type("#element-words", "sister, mornings");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> texts("safeContact").equals(List.of("sister, mornings")));

    until("#remove-language-1");
    clickOn("#remove-language-1");
    until("#verb");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> shown("language").isEmpty());
  }

  @Test
  void aBirthDateIsReadBackAndEverythingOfOneFormIsOneUndo() {
    open();
    // A Buddhist year.
    untilSaid("2545 · 2002 (2545 BE)");
    push(KeyCode.SHORTCUT, KeyCode.E);
    type("#person-birth", "จอ");
    type("#person-needs", "a lock on the door");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> says("จอ · year of the dog: one of 2018, 2006, 1994"));
    assertThat(desk.people().find(person).orElseThrow().possiblyChild()).isTrue();
    soon(() -> says("age in doubt"));

    push(KeyCode.SHORTCUT, KeyCode.Z);
    soon(() -> says("2545 · 2002 (2545 BE)"));
    assertThat(shown("needs")).as("taken back in the same act").isEmpty();
  }

  @Test
  void theKeyTakesNothingBackThatWasDoneBeforeThisUnlock() {
    open();
    assertThat(lookup("#undo-last").queryButton().isVisible()).isFalse();
    int before = desk.histories().of(person).size();
    push(KeyCode.SHORTCUT, KeyCode.Z);
    untilSaid("There is nothing to undo.");
    assertThat(desk.histories().of(person)).hasSize(before);
  }

  @Test
  void consentIsShownForEachPurposeAndWithdrawnThere() {
    open();
    interact(
        () -> {
          desk.consents().ask(person, PURPOSE, "headquarters", Consents.Answer.YES, "my", "IN-04");
          desk.consents().ask(person, "care", "shelter", Consents.Answer.NO, "my", "IN-04");
        });
    until("#consent-withdraw-1");
    assertThat(lookup("#consent-withdraw-2").tryQuery()).as("a no is not taken back").isEmpty();
    untilSaid("Care and shelter, to a shelter");
    interact(() -> lookup("#consent-withdraw-1").query().requestFocus());
    push(KeyCode.SPACE);
    type("#consent-interpreter", "IN-07");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(
        () ->
            desk.consents()
                .lastWord(person, PURPOSE, "headquarters")
                .filter(w -> !w.lets())
                .isPresent());
    Consents.Said said = desk.consents().standing(person).getFirst();
    assertThat(said.answer()).isEqualTo("WITHDRAWN");
    assertThat(said.language()).isEqualTo("my");
    assertThat(said.interpreter()).isEqualTo("IN-07");
    assertThat(said.at()).isPresent();
    assertThat(desk.consents().standing(person)).hasSize(2);
  }

  @Test
  void eachOfTheSevenIsAskedThereByItselfAndAChildsYesNeedsTheGuardian() {
    open();
    answer("services", Consents.Answer.NO, "");
    soon(() -> standing("services").equals("NO"));
    assertThat(desk.consents().standing(person)).as("none follows from it").hasSize(1);
    answer("numbers", Consents.Answer.YES, "");
    soon(() -> standing("numbers").equals("YES"));
    answer("numbers", Consents.Answer.WITHDRAWN, "");
    soon(() -> standing("numbers").equals("WITHDRAWN"));
    assertThat(standing("services")).isEqualTo("NO");
    assertThat(standing("interview")).isEqualTo("NOT_ASKED");

    desk.people().setBirth(person, "15", "said again");
    until("#separate-ask-help");
    soon(() -> desk.people().find(person).orElseThrow().possiblyChild() && says("child"));
    answer("help", Consents.Answer.YES, "");
    soon(() -> says("guardian or social worker is there"));
    assertThat(standing("help")).isEqualTo("NOT_ASKED");
    push(KeyCode.ESCAPE);
    answer("help", Consents.Answer.YES, "Social worker Example");
    soon(() -> standing("help").equals("YES"));
  }

  @Test
  void anAliasSaysHowSureItIsAndANameHowItCameIntoLatinLetters() {
    open();
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#more-what");
    Choice what = there("#more-what", Choice.class);
    interact(() -> what.setValue("alias"));
    type("#more-words", "Example the Tall");
    Choice grade = there("#name-grade", Choice.class);
    Choice scheme = there("#name-scheme", Choice.class);
    interact(
        () -> {
          grade.setValue("presumed");
          scheme.setValue("heard");
        });
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> says("Example the Tall · as heard · presumed"));

    clickOn("#edit-name-1");
    until("#name-scheme");
    assertThat(there("#name-grade", Choice.class).isDisabled()).as("of a name").isTrue();
    Choice again = there("#name-scheme", Choice.class);
    interact(() -> again.setValue("passport"));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> says("Nobody Example · as in the passport"));
  }

  @Test
  void whatWasSaidAtTriageIsReadThereAndEverythingHasItsHistory() {
    open();
    desk.triages()
        .done(
            person, new Triages.Answers(Map.of("q1", "yes"), Map.of("q1", "Insulin twice a day")));
    soon(() -> says("Yes: Insulin twice a day") && says("Nobody was told yet"));
    desk.triages().told(person, "hurt", "The doctor of the house");
    soon(() -> says("Told: The doctor of the house"));
    clickOn("#triage-history");
    until("#history-acts");
    soon(() -> reads("#history-acts", "Insulin"));
    push(KeyCode.ESCAPE);

    for (int i = 0; i < 14; i++) {
      desk.people().setBirth(person, String.valueOf(1990 + i), "said again " + i);
    }
    soon(() -> says("said again 13"));
    assertThat(says("Nobody Example")).isTrue();
    until("#history-all");
    interact(() -> lookup("#history-all").queryAs(Button.class).fire());
    until("#history-acts");
    soon(() -> reads("#history-acts", "said again 0") && reads("#history-acts", "Nobody Example"));
  }

  private boolean reads(String at, String words) {
    return lookup(at).lookup(".label").queryAllAs(Label.class).stream()
        .anyMatch(l -> l.getText().contains(words));
  }

  private void answer(String code, Consents.Answer answer, String guardian) {
    String ask = "#separate-ask-" + code;
    until(ask);
    interact(() -> lookup(ask).query().requestFocus());
    push(KeyCode.SPACE);
    Choice choice = there("#separate-answer", Choice.class);
    assertThat(choice.getValue())
        .as("nothing is chosen before it is said, but what was typed here before")
        .isIn("", answer.name());
    interact(() -> choice.setValue(answer.name()));
    if (!guardian.isEmpty()) {
      type("#separate-guardian", guardian);
    }
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> lookup("#separate-answer").tryQuery().isEmpty());
  }

  private String standing(String code) {
    return desk.restedConsents().ofPerson(person).stream()
        .filter(o -> o.asked().code().equals(code))
        .findFirst()
        .orElseThrow()
        .answer();
  }

  private List<Value> shown(String family) {
    return desk.people().fields(person).values().stream()
        .filter(s -> s.key().equals(family) || s.key().startsWith(family + "/"))
        .map(Cases.Shown::value)
        .filter(v -> !(v instanceof Value.Nothing))
        .toList();
  }

  private List<String> texts(String family) {
    return shown(family).stream().map(v -> ((Value.Parts) v).text("text").orElse("")).toList();
  }

  private long history(String family) {
    return desk.histories().of(person).stream()
        .flatMap(e -> e.fields().stream())
        .map(Histories.FieldChange::key)
        .filter(k -> k.equals(family) || k.startsWith(family + "/"))
        .count();
  }

  private static Path picture(String name, int argb, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, argb);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return Files.write(folder.resolve(name), out.toByteArray());
  }

  /** Files below the workspace and the folder for temporary files that hold these very bytes. */
  private List<Path> onDisk(byte[] wanted) throws IOException {
    String needle = new String(wanted, StandardCharsets.ISO_8859_1);
    List<Path> found = new ArrayList<>();
    for (Path root : List.of(workspace(), Path.of(System.getProperty("java.io.tmpdir")))) {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile()
                  && !folder.equals(file.getParent())
                  && holds(file, needle)) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              // A file that went away meanwhile holds nothing.
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return found;
  }

  private static boolean holds(Path file, String needle) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(needle);
    } catch (IOException e) {
      // A file that went away meanwhile holds nothing.
      return false;
    }
  }
}
