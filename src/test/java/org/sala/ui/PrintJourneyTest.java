package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.forms.Forms;
import org.sala.casework.people.People;
import org.sala.casework.protection.Dossiers;
import org.sala.casework.protection.Referral;
import org.sala.casework.screening.Screenings;
import org.sala.domain.RecordId;
import org.sala.form.Answer;
import org.sala.report.ReadBack;
import org.sala.ui.kit.Choice;
import org.sala.ui.route.Place;

/** Printing from the screens where an officer looks for it, up to the file. */
class PrintJourneyTest extends JourneyWindow {
  @TempDir static Path folder;
  private volatile Path saved = folder;

  @Override
  protected Path workspace() {
    return folder.resolve("journey");
  }

  @Override
  public Optional<Path> saveFile(String title, String name) {
    saved = folder.resolve("out-" + name);
    return Optional.of(saved);
  }

  private byte[] file(String name) throws IOException {
    await()
        .atMost(PATIENCE)
        .until(() -> saved.endsWith("out-" + name) && Files.isRegularFile(saved));
    return Files.readAllBytes(saved);
  }

  @Test
  void sheetsAndTheListOfTheNightArePrintedFromToday() throws Exception {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    made.numbering().letter("X");
    made.people()
        .register(List.of(new People.NewPerson("X-001", "Thiri Example", "", "", "1999", "my")));
    interact(() -> enter(made));
    clickOn("#print-night");
    until("#paper-many");
    clickOn("#paper-many");
    push(KeyCode.SHORTCUT, KeyCode.A);
    write("3");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    List<String> sheets = ReadBack.pages(file("triage-sheets.pdf"));
    assertThat(sheets).hasSize(3);
    assertThat(sheets.getLast()).contains("X-004");
    assertThat(desk.people().nextWristband()).as("one press prints once").isEqualTo("X-005");

    interact(() -> shell.go(new Place.Today()));
    clickOn("#print-night");
    until("#paper-what");
    clickOn("#paper-what");
    push(KeyCode.DOWN);
    push(KeyCode.ENTER);
    until("#paper-names");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    String list = String.join("", ReadBack.pages(file("night-list.pdf")));
    assertThat(list).contains("X-001", "Burmese").doesNotContain("Thiri");
  }

  @Test
  void aWorksheetAndAReferralArePrintedWhereTheyAreRead() throws Exception {
    Desk made = Desks.create(workspace().resolveSibling("second"), "Officer Two Example", "two");
    RecordId person =
        made.people()
            .register(List.of(new People.NewPerson("A-001", "Thiri Example", "", "", "1999", "my")))
            .getFirst();
    RecordId screening = made.screenings().begin(person, new Screenings.Setting("my", "", ""));
    made.screenings().review(screening);
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
    interact(
        () -> {
          enter(made);
          shell.go(new Place.Review(screening));
        });
    clickOn("#print-review");
    until("#paper-what");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(String.join("", ReadBack.pages(file("worksheet-A-001.pdf")))).contains("A-001");

    interact(() -> shell.go(new Place.OnePerson(person)));
    until("#referral-1-print");
    // It stands below the fold of a small window.
    interact(() -> lookup("#referral-1-print").query().requestFocus());
    push(KeyCode.SPACE);
    until("#verb");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(String.join("", ReadBack.pages(file("referral.pdf"))))
        .contains("House of Examples")
        .doesNotContain("Thiri");
  }

  @Test
  void aFreezeRequestAndADossierArePrintedWhereTheyAreRead() throws Exception {
    Desk made = Desks.create(workspace().resolveSibling("third"), "Officer Three Example", "three");
    RecordId person =
        made.people()
            .register(List.of(new People.NewPerson("A-001", "Thiri Example", "", "", "1999", "my")))
            .getFirst();
    RecordId form =
        made.forms()
            .begin(
                person,
                Optional.empty(),
                new Forms.Offer("defrauded", "", ""),
                new Forms.Setting("en", ""));
    made.forms().answer(form, "/defrauded/transfer", new Answer.Times(1));
    made.forms()
        .answer(form, "/defrauded/transfer[1]/to_with", new Answer.Words("Bank of Examples"));
    made.forms()
        .answer(form, "/defrauded/transfer[1]/to_account", new Answer.Words("000-0-00000-1"));
    made.dossiers()
        .open(person, new Dossiers.Agreement(true, "my", "IN-07", "Counsel Example", ""));
    interact(
        () -> {
          enter(made);
          shell.go(new Place.Filling(form));
        });
    until("#freeze");
    push(KeyCode.F5);
    until("#print-freeze");
    push(KeyCode.SHORTCUT, KeyCode.P);
    until("#freeze-to");
    interact(() -> lookup("#freeze-to").queryAs(Choice.class).setValue("Bank of Examples"));
    interact(() -> lookup("#freeze-language").queryAs(Choice.class).setValue("th"));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(ReadBack.letters(file("freeze-request-A-001.pdf")))
        .contains("BankofExamples", "000-0-00000-1", "คำขอให้ระงับเงิน")
        .doesNotContain("Thiri");

    interact(() -> shell.go(new Place.OneDossier(person)));
    until("#dossier-print");
    clickOn("#dossier-print");
    until("#verb");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(ReadBack.letters(file("dossier-A-001.pdf"))).contains("14(7)", "CounselExample");
  }
}
