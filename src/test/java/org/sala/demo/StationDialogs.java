package org.sala.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.sala.casework.Desk;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.house.Stay;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.protection.Referral;
import org.sala.casework.protection.Services;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Statements;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** Everything that a station asks about its people, its cases and itself. */
final class StationDialogs {
  private final Desk desk;
  private final Path folder;
  private final Asked asked = new Asked();
  private final RecordId caseId;
  private final RecordId person;
  private final RecordId other;

  StationDialogs(Desk desk, Path folder) throws IOException {
    this.desk = desk;
    this.folder = folder;
    caseId = desk.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
    person = add("A-001", "Somebody Example", "24");
    other = add("A-002", "", "about 16");
    desk.exhibits()
        .take(
            caseId,
            new Exhibits.NewExhibit("Ledger", "", Optional.empty(), "", ""),
            Files.writeString(folder.resolve("ledger.txt"), "a ledger"),
            Progress.none());
    atHome();
    ofPerson();
    helped();
    ofCase();
    said();
    inHouse();
  }

  Asked asked() {
    return asked;
  }

  private RecordId add(String number, String name, String birth) {
    return desk.people()
        .add(caseId, new People.NewPerson(number, "", name, "female", birth, "my"), "said", "");
  }

  private void atHome() {
    Place today = new Place.Today();
    Place settings = new Place.Settings();
    desk.triages().done(other, new Triages.Answers(Map.of("q1", "yes"), Map.of()));
    asked.click("print-night", today, "print-night");
    asked.verb("interpreters", today, "interpreters.open");
    asked.verb("told", today, "today.tell");
    asked.press("agency", new Place.Directory(), KeyCode.N);
    desk.services()
        .add(
            new Services.Agency(
                "House of Examples",
                Set.of(Referral.Service.SHELTER),
                Set.of("my"),
                "day and night",
                "02 000 0000"));
    asked.verb("agency-strike", new Place.Directory(), "directory.strike");
    asked.when("slip", today, shell -> Asked.command(shell, "slip.title"));
    asked.click("passphrase", settings, "passphrase-change");
    asked.click("request", settings, "request");
    asked.click("backup", settings, "backup");
    asked.when(
        "sheet-groups",
        settings,
        shell -> {
          Hand.click(shell, "sheet-make");
          Asked.verb(shell, "settings.sheet.written");
        });
    desk.sync().carriers().addFolder(folder, "Blue stick");
    asked.verb("carrier-remove", settings, "carriers.remove");
    asked.verb("audit", settings, "settings.audit.check");
  }

  private void ofPerson() {
    Place place = new Place.OnePerson(person);
    asked.press("person-edit", place, KeyCode.E);
    asked.press("person-more", place, KeyCode.N);
    asked.click("person-name-edit", place, "edit-name-1");
    asked.click("person-name-remove", place, "remove-name-1");
    asked.verb("person-held", place, "person.held");
    WritableImage grey = new WritableImage(8, 8);
    try {
      Path photo = Files.write(folder.resolve("photo.png"), Png.encode(grey));
      desk.photos().attach(person, photo, Progress.none());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    asked.click("photo-remove", place, "photo-remove");
    asked.click("identified", place, "identified-add");
    desk.findings().find(person, Findings.Finding.MORE_TIME_NEEDED, "an example");
    asked.verb("finding", place, "person.finding.add");
    asked.click("outcome-tell", place, "outcome-tell");
    asked.click("look-ask", place, "look-ask");
    asked.click("screening-begin", place, "screening-begin");
    asked.click("screening-begin-child", new Place.OnePerson(other), "screening-begin");
    asked.click("form-begin", place, "form-begin");
    asked.click("dossier-open", new Place.OneDossier(person), "dossier-open");
  }

  private void helped() {
    Place place = new Place.OnePerson(person);
    asked.click("consent-ask", place, "consent-ask");
    asked.click("consent-without", place, "consent-without");
    asked.click("separate", place, "separate-ask-services");
    asked.click("refer", place, "refer");
    desk.fears().says(person, "MM", Fears.Of.values()[0]);
    asked.click("fear-add", place, "fear-add");
    asked.verb("fear-over", place, "fear.over");
    sheltered(person);
    asked.click("referral-print", place, "referral-1-print");
    asked.click("referral-rejected", place, "referral-1-REJECTED");
    asked.click("consent-withdraw", place, "consent-withdraw-1");
    RecordId grown = add("A-003", "", "40");
    sheltered(grown);
    desk.consents().ask(grown, "care", "shelter", Consents.Answer.WITHDRAWN, "my", "");
    asked.click("consent-told", new Place.OnePerson(grown), "consent-told");
  }

  /** Agrees, and is handed to a shelter. */
  private void sheltered(RecordId who) {
    desk.consents().ask(who, "care", "shelter", Consents.Answer.YES, "my", "");
    desk.referrals()
        .send(
            who,
            new Referral.Draft(
                Referral.Service.SHELTER,
                "House of Examples",
                "A bed",
                Referral.Item.least(),
                Duration.ofHours(6)));
  }

  private void ofCase() {
    RecordId exhibit = desk.exhibits().inCase(caseId).getFirst().id();
    asked.press("case-edit", new Place.OneCase(caseId, "overview"), KeyCode.E);
    asked.press("case-people", new Place.OneCase(caseId, "people"), KeyCode.N);
    asked.click("case-register", new Place.OneCase(caseId, "people"), "case-register");
    asked.verb("case-part", new Place.OneCase(caseId, "people"), "part.edit");
    asked.press("statement", new Place.OneCase(caseId, "statements"), KeyCode.N);
    asked.press("exhibit", new Place.OneCase(caseId, "exhibits"), KeyCode.N);
    asked.press("custody", new Place.OneExhibit(exhibit), KeyCode.N);
    asked.press("exhibit-edit", new Place.OneExhibit(exhibit), KeyCode.E);
    asked.verb("exhibit-export", new Place.OneExhibit(exhibit), "exhibit.export");
  }

  private void said() {
    Place open = new Place.OneStatement(statement());
    asked.press("statement-edit", open, KeyCode.E);
    asked.press("statement-readback", open, KeyCode.ENTER);
    RecordId read = statement();
    desk.statements().readBack(read, "my", "IN-04");
    asked.press("statement-close", new Place.OneStatement(read), KeyCode.ENTER);
    RecordId closed = statement();
    desk.statements().readBack(closed, "my", "IN-04");
    desk.statements().close(closed, Statements.Signature.values()[0]);
    asked.press("statement-addition", new Place.OneStatement(closed), KeyCode.N);
    RecordId grown = add("A-004", "", "30");
    RecordId screening =
        desk.screenings().begin(grown, new Screenings.Setting("my", "IN-04", "", ""));
    desk.screenings().review(screening);
    Place review = new Place.Review(screening);
    asked.click("review-print", review, "print-review");
    asked.verb("review-close", review, "review.close");
    asked.click("context", review, "context-add");
  }

  private RecordId statement() {
    RecordId id =
        desk.statements().begin(caseId, person, new Statements.Setting("my", "IN-04", "", ""));
    desk.statements().write(id, Map.of("text", "She was told to wait."));
    return id;
  }

  private void inHouse() {
    RecordId stay = desk.stays().begin(person, bed("A"));
    desk.stays().begin(other, bed("B"));
    desk.stays().visited(stay, "Counsellor Example", true);
    desk.pairs().apart(person, other, "a threat");
    Place house = new Place.House();
    asked.click("house-print", house, "print-board");
    asked.click("house-handover", house, "hand-over");
    for (String verb :
        List.of(
            "place", "whereabouts", "step", "visit", "reflection", "apart", "verified", "pairs")) {
      asked.click("house-" + verb, house, "house-" + verb);
    }
    asked.when(
        "house-give",
        house,
        shell -> {
          Hand.click(shell, "tab-without");
          Hand.enter(shell, "without", 0);
        });
    assertThat(desk.house().board().without()).isNotEmpty();
  }

  private static Stay.Placing bed(String bed) {
    return new Stay.Placing(
        "House of Examples", "1", bed, Stay.Freedom.FREE, "", Stay.Phone.OWN, "");
  }
}
