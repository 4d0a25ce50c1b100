package org.sala.demo;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.casework.sync.StoreForm;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;
import org.sala.ui.shell.Shell;

/**
 * What is asked around what carries packages: a look at what it brings, room on it, a store's new
 * key and its limit; and what is told of sheets that are kept and of files that are refused.
 */
final class CarriedDialogs {
  /** A store at an address where nobody answers. */
  static final StoreForm SILENT =
      new StoreForm(
          "https://127.0.0.1:9", "", "parcels", "", true, "", "", 64_000, "EXAMPLE", "invented");

  private static final Place SETTINGS = new Place.Settings();
  private static final Place PACKAGES = new Place.Packages();

  private final PictureTaker taker;
  private final Path folder;
  private final List<Path> taken = new ArrayList<>();

  CarriedDialogs(PictureTaker taker, Path folder) {
    this.taker = taker;
    this.folder = folder;
  }

  List<Path> take() throws IOException {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(station, hq, folder, "A");
      RecordId caseId =
          station.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
      stores(station);
      Path stick = Files.createDirectories(folder.resolve("stick"));
      looked(hq, station, stick);
      room(hq, station, stick);
      kept(hq);
      refused(hq, station, caseId);
      damaged(station, caseId);
      return taken;
    }
  }

  private void take(PictureTaker by, Desk desk, Asked asked) {
    taken.addAll(by.screens(desk, asked.views()));
  }

  private void picture(Desk desk, String name, Place place, Consumer<Shell> then) {
    taken.addAll(taker.screens(desk, Map.of(name, View.moment(place, then))));
  }

  private void stores(Desk station) {
    station.sync().carriers().addStore(SILENT, "Store of Examples");
    Asked asked = new Asked();
    asked.click("store-key", SETTINGS, "carrier-key");
    asked.click("store-limit", SETTINGS, "carrier-limit");
    take(taker, station, asked);
    station.sync().carriers().remove(station.sync().carriers().list().getFirst().id());
  }

  /** What comes waits until somebody has looked at it. */
  private void looked(Desk hq, Desk station, Path stick) {
    String theirs = station.sync().carriers().addFolder(stick, "Blue stick").id();
    station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    station.sync().once(theirs);
    String ours = hq.sync().carriers().addFolder(stick, "Blue stick").id();
    picture(hq, "settings-by-itself", SETTINGS, shell -> scroll(shell, 0.66));
    hq.sync().carriers().lookFirst(ours, true);
    picture(hq, "settings-look-first", SETTINGS, shell -> scroll(shell, 0.66));
    hq.sync().start(Runnable::run);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> hq.sync().standings().getFirst().waiting() == 1);
    picture(hq, "packages-look", PACKAGES, shell -> {});
    Asked asked = new Asked();
    asked.click("look", PACKAGES, "look-first");
    take(taker, hq, asked);
    hq.sync().stop();
    hq.sync().carriers().lookFirst(ours, false);
    hq.sync().once(ours);
    station.sync().once(theirs);
  }

  private static void scroll(Shell shell, double to) {
    if (shell.node().lookup(".scroll-pane") instanceof ScrollPane scroll) {
      scroll.setVvalue(to);
    }
  }

  /** What is receipted can go; of what is not, nothing. */
  private void room(Desk hq, Desk station, Path stick) throws IOException {
    Asked asked = new Asked();
    asked.click("room", PACKAGES, "make-room");
    take(taker, station, asked);
    Path bare = Files.createDirectories(stick.resolveSibling("bare"));
    hq.sync().carriers().remove(hq.sync().carriers().list().getFirst().id());
    hq.sync().carriers().addFolder(bare, "Bare stick");
    Asked none = new Asked();
    none.click("room-none", PACKAGES, "make-room");
    take(taker, hq, none);
  }

  private void kept(Desk hq) {
    hq.recoverySheets().make();
    hq.recoverySheets().proved();
    Desks.shares(hq);
    picture(hq, "settings-kept", SETTINGS, shell -> {});
  }

  private void refused(Desk hq, Desk station, RecordId caseId) throws IOException {
    Path bad = Files.createDirectories(folder.resolve("catalogue"));
    Files.writeString(bad.resolve("catalogue.txt"), "id scam-compound\nsomething else\n");
    Asked catalogue = new Asked();
    catalogue.click("catalogue-refused", SETTINGS, "catalogue-take");
    take(taker.choosing(bad), hq, catalogue);
    RecordId person =
        station
            .people()
            .add(
                caseId,
                new People.NewPerson("A-001", "", "Somebody Example", "female", "24", "my"),
                "said",
                "");
    Path form = Files.writeString(folder.resolve("form.xml"), "<html><body>a letter</body></html>");
    Asked forms = new Asked();
    forms.when(
        "form-refused",
        new Place.OnePerson(person),
        shell -> {
          Hand.click(shell, "form-begin");
          Hand.click(shell, "form-file");
        });
    take(taker.choosing(form), station, forms);
  }

  /** The disk has spoiled a file that was taken in: the rest goes without it. */
  private void damaged(Desk station, RecordId caseId) throws IOException {
    station
        .exhibits()
        .take(
            caseId,
            new Exhibits.NewExhibit("Ledger", "", Optional.empty(), "", ""),
            Files.writeString(folder.resolve("ledger.txt"), "a ledger"),
            Progress.none());
    try (Stream<Path> all = Files.walk(folder.resolve("a").resolve("objects"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
      }
    }
    Asked asked = new Asked();
    asked.when(
        "seal-without",
        PACKAGES,
        shell -> {
          Hand.control(shell, KeyCode.N);
          Hand.control(shell, KeyCode.ENTER);
        });
    take(taker, station, asked);
  }
}
