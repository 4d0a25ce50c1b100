package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.partner.Agencies;
import org.sala.casework.partner.Received;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** A card is imported with its code, a case is looked through, and a copy is sealed and read. */
class PartnerJourneyTest extends JourneyWindow {
  private static final String NAME = "Border Police of Elsewhere";

  @TempDir static Path folder;
  private static String card = "";
  private static String code = "";
  private static Optional<RecordId> caseId = Optional.empty();
  private static Optional<RecordId> person = Optional.empty();

  @BeforeAll
  static void twoAgencies() {
    try (Desk ours = Agencies.founded(folder.resolve("hq"), "Agency of Examples", "TH");
        Desk theirs = Agencies.founded(folder.resolve("theirs"), NAME, "PH")) {
      caseId = Optional.of(Agencies.aCase(ours));
      person = Optional.of(Agencies.person(ours, caseId.get(), "A-1", NAME, Consents.Answer.YES));
      Agencies.person(ours, caseId.get(), "A-2", NAME, Consents.Answer.NO);
      Agencies.introduce(theirs, ours);
      card = theirs.partners().own().text();
      code = theirs.partners().own().code();
    }
  }

  private final Path saved = folder.resolve("court.asice");

  @Override
  public Optional<Path> saveFile(String title, String name) {
    return Optional.of(saved);
  }

  @Override
  protected Path workspace() {
    return folder.resolve("hq");
  }

  private void ticked(String box, boolean yes) {
    await().atMost(PATIENCE).until(() -> lookup(box).queryAs(CheckBox.class).isSelected() == yes);
  }

  @Test
  void fromTheCardToTheCopyThatTheOtherAgencyReads() {
    interact(() -> enter(Desks.unlock(folder.resolve("hq"), "zero")));
    until("#next");
    // Before any card is known the way to one stands on the page.
    interact(() -> shell.go(new Place.OneCase(caseId.orElseThrow(), "people")));
    until("#case-copy");
    clickOn("#case-copy");
    until("#copy-partners");
    clickOn("#copy-partners");
    until("#import-card");
    clickOn("#import-card");
    there("#card-text", TextArea.class);
    interact(() -> lookup("#card-text").queryAs(TextArea.class).setText(card));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    type("#card-code", "AAAA-AAAA-AAAA");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(desk.partners().known()).as("another code is no code").isEmpty();
    interact(() -> lookup("#card-code").queryTextInputControl().clear());
    type("#card-code", code);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> rows("#partners") == 1);

    // Of one person alone, from that person's page.
    interact(() -> shell.go(new Place.OnePerson(person.orElseThrow())));
    clickOn("#person-copy");
    until("#copy-person-A-1-name");
    until("#copy-ask-A-1");
    assertThat(lookup("#copy-ask-A-2").tryQuery()).as("nobody else is in it").isEmpty();

    interact(() -> shell.go(new Place.OneCase(caseId.orElseThrow(), "people")));
    until("#case-copy");
    clickOn("#case-copy");
    until("#copy-out-person-A-1");
    // What is said of the case stands above, and a row that has not all its height is not shown.
    interact(() -> lookup("#copy-lines").queryAs(TableView.class).scrollTo(6));
    until("#copy-person-A-1-name");
    assertThat(lookup("#copy-person-A-2-name").tryQuery()).as("who said no").isEmpty();
    ticked("#copy-person-A-1-name", true);
    clickOn("#copy-person-A-1-name");
    ticked("#copy-person-A-1-name", false);
    interact(() -> lookup("#copy-lines").queryAs(TableView.class).scrollTo(6));
    ticked("#copy-person-A-1-needs", false);
    clickOn("#copy-person-A-1-needs");
    type("#copy-reason", "They take over the treatment");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    interact(() -> lookup("#copy-lines").queryAs(TableView.class).scrollTo(6));
    ticked("#copy-person-A-1-needs", true);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until(".dialog-box");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await()
        .atMost(PATIENCE)
        .until(() -> desk.packages().list().stream().anyMatch(p -> p.purpose().equals("partner")));
    PackageLine sealed = desk.packages().list().getFirst();
    Path file = desk.packages().carry(sealed.id(), folder.resolve("usb"));
    try (Desk theirs = Desks.unlock(folder.resolve("theirs"), "zero")) {
      theirs.packages().take(file);
      Received.Copy copy =
          theirs.copies().open(theirs.copies().received().getFirst().id()).orElseThrow();
      String fields =
          copy.extracts().stream()
              .filter(e -> e.kind().equals("person"))
              .flatMap(e -> e.said().stream())
              .map(Received.Said::field)
              .collect(Collectors.joining(" "));
      assertThat(fields).contains("needs", "birth").doesNotContain("name");
    }
    ownPerson();
  }

  /** What the other agency signed is checked again, and saved so that others can check it. */
  private void forACourt() {
    clickOn("#original-check");
    untilSaid(".dialog-box", "Genuine");
    push(KeyCode.ESCAPE);
    soon(() -> lookup(".dialog-box").tryQuery().isEmpty());
    clickOn("#original-save");
    until("#verb");
    assertThat(saved).as("asked first").doesNotExist();
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> Files.exists(saved.resolveSibling("court.asice.authority.pem")));
    assertThat(saved).isNotEmptyFile();
    soon(() -> !lookup("#long-work").query().isVisible());
  }

  /** There a record of their own is begun out of it, once, and opened from it afterwards. */
  private void ownPerson() {
    interact(
        () -> {
          shell.close();
          desk.close();
          enter(Desks.unlock(folder.resolve("theirs"), "zero"));
        });
    until("#next");
    RecordId copy = desk.copies().received().getFirst().id();
    interact(() -> shell.go(new Place.ReceivedCopy(copy)));
    forACourt();
    press("Begin a record of our own");
    until("#verb");
    assertThat(desk.people().count("")).as("asked first").isZero();
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#edit-birth-1");
    RecordId own = desk.people().list("", "wristband", false, 0, 2).getFirst().id();
    assertThat(desk.consents().standing(own)).as("nobody has asked here yet").isEmpty();
    push(KeyCode.ALT, KeyCode.LEFT);
    press("Open our record");
    until("#edit-birth-1");
    assertThat(desk.people().count("")).as("and no second one").isEqualTo(1);
  }
}
