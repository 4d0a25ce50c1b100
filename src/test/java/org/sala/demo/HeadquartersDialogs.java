package org.sala.demo;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.partner.Agencies;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.ui.route.Place;
import org.sala.ui.shell.Shell;

/**
 * What is asked between a headquarters, its stations and another agency: who may sign, who reads
 * what, what leaves and what is taken in.
 */
final class HeadquartersDialogs {
  private final PictureTaker taker;
  private final Path folder;
  private final List<Path> taken = new ArrayList<>();

  HeadquartersDialogs(PictureTaker taker, Path folder) {
    this.taker = taker;
    this.folder = folder;
  }

  List<Path> take() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      joins(hq, station);
      Desks.enrol(station, hq, folder, "A");
      leaves(hq, station);
      stations(hq);
      others(hq);
      takenBack(hq, station);
      return taken;
    }
  }

  private void take(PictureTaker by, Desk desk, Asked asked) {
    taken.addAll(by.screens(desk, asked.views()));
  }

  /** A laptop asks, headquarters answers, both compare a code. */
  private void joins(Desk hq, Desk station) {
    Path request = folder.resolve("first-request.json");
    station.enrolment().request(request, "EX-1");
    Asked answering = new Asked();
    answering.press("station-answer", new Place.Stations(), KeyCode.N);
    take(taker.choosing(request), hq, answering);
    Path answer = folder.resolve("first-answer.age");
    hq.headquarters().answer(request, "Station A", "A", "EX-A", answer);
    Asked accepting = new Asked();
    accepting.click("station-accept", new Place.Settings(), "accept");
    take(taker.choosing(answer), station, accepting);
    Asked writing = new Asked();
    writing.when(
        "station-code",
        new Place.Stations(),
        shell -> {
          Hand.control(shell, KeyCode.N);
          Hand.type(shell, "station-name", "Station A");
          Hand.type(shell, "station-letter", "A");
          Hand.type(shell, "station-prefix", "EX-A");
          Hand.control(shell, KeyCode.ENTER);
        });
    take(taker.choosing(request), hq, writing);
  }

  /** Somebody in it fears, somebody in it takes a yes back. */
  private void leaves(Desk hq, Desk station) {
    RecordId caseId =
        station.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
    RecordId one = add(station, caseId, "A-001");
    station.consents().ask(one, Agencies.PURPOSE, "headquarters", Consents.Answer.YES, "my", "");
    Place packages = new Place.Packages();
    Asked asked = new Asked();
    asked.press("seal", packages, KeyCode.N);
    take(taker, station, asked);
    RecordId sealed =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none()).id();
    Asked details = new Asked();
    details.click("package-details", packages, "package-details");
    details.verb("package-verify", packages, "packages.verify");
    take(taker, station, details);
    Path file = station.packages().carry(sealed, folder.resolve("usb"));
    Asked checking = new Asked();
    checking.verb("package-check", packages, "packages.check");
    take(taker.choosing(file), station, checking);
    Asked copying = new Asked();
    copying.verb("carry-done", packages, "packages.copy");
    take(taker.choosing(folder.resolve("usb")), station, copying);
    Asked taking = new Asked();
    taking.press("take", new Place.Arrivals(), KeyCode.N);
    take(taker.choosing(folder.resolve("usb")), hq, taking);
    hq.packages().take(file);
    Asked again = new Asked();
    again.press("take-nothing", new Place.Arrivals(), KeyCode.N);
    take(taker.choosing(folder.resolve("usb")), hq, again);
    station.people().edit(one, Map.of("needs", Value.text("Sleeps badly")), "");
    station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    station
        .consents()
        .ask(one, Agencies.PURPOSE, "headquarters", Consents.Answer.WITHDRAWN, "my", "");
    Asked carrying = new Asked();
    carrying.verb("carry-withdrawn", packages, "packages.copy");
    take(taker.choosing(folder.resolve("usb")), station, carrying);
    stuck(station);
    RecordId two = add(station, caseId, "A-002");
    station.fears().says(two, "TH", Fears.Of.AUTHORITIES);
    Asked feared = new Asked();
    feared.press("seal-feared", packages, KeyCode.N);
    take(taker, station, feared);
  }

  /** What may not go any more lies still, and its line says so. */
  private void stuck(Desk station) {
    Path stick = folder.resolve("blue");
    try {
      Files.createDirectories(stick);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String id = station.sync().carriers().addFolder(stick, "Blue stick").id();
    station.sync().start(Runnable::run);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> station.sync().standings().getFirst().stuck() == 1);
    taken.addAll(taker.screens(station, Map.of("packages-stuck", View.of(new Place.Packages()))));
    station.sync().stop();
    station.sync().carriers().remove(id);
  }

  /** A key asks again that was taken back: whoever answers reads it first. */
  private void takenBack(Desk hq, Desk station) {
    hq.headquarters()
        .revoke(hq.headquarters().stations().getFirst().officers().getFirst().serial(), "lost");
    Path request = folder.resolve("second-request.json");
    station.enrolment().request(request, "EX-100A");
    Asked answering = new Asked();
    answering.press("station-answer-again", new Place.Stations(), KeyCode.N);
    take(taker.choosing(request), hq, answering);
  }

  private static RecordId add(Desk desk, RecordId caseId, String number) {
    return desk.people()
        .add(caseId, new People.NewPerson(number, "", "", "female", "24", "my"), "said", "");
  }

  private void stations(Desk hq) {
    Asked asked = new Asked();
    asked.click("tell-all", new Place.Stations(), "tell-all");
    asked.when("station-revoke", new Place.Stations(), shell -> row(shell, 0, "stations.revoke"));
    asked.when("station-lost", new Place.Stations(), shell -> row(shell, 0, "stations.lost"));
    take(taker, hq, asked);
    hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
    Asked certifying = new Asked();
    certifying.when(
        "certify",
        new Place.Stations(),
        shell -> {
          choose(shell, 1);
          Hand.click(shell, "certify-colleague");
        });
    take(taker, hq, certifying);
  }

  /** Another agency, before and after it is known. */
  private void others(Desk hq) {
    try (Desk theirs = Agencies.founded(folder.resolve("theirs"), "Desk of Elsewhere", "PH")) {
      Path card = folder.resolve("card.json");
      theirs.partners().write(card);
      Place partners = new Place.Partners();
      Asked comparing = new Asked();
      comparing.when(
          "partner-code",
          partners,
          shell -> {
            Hand.click(shell, "import-card");
            Hand.click(shell, "card-file");
            Hand.control(shell, KeyCode.ENTER);
          });
      take(taker.choosing(card), hq, comparing);
      Agencies.introduce(hq, theirs);
      Asked known = new Asked();
      known.verb("partner-end", partners, "partner.end");
      known.when(
          "own-card-print",
          partners,
          shell -> {
            Hand.click(shell, "own-card");
            Hand.click(shell, "own-card-print");
          });
      take(taker, hq, known);
    }
  }

  private static void row(Shell shell, int row, String verb) {
    choose(shell, row);
    Asked.verb(shell, verb);
  }

  private static void choose(Shell shell, int row) {
    if (shell.node().lookup("#stations") instanceof TableView<?> table) {
      table.getSelectionModel().clearAndSelect(row);
    }
  }
}
