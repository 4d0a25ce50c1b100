package org.sala.demo;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.casework.station.RecoverySheet;
import org.sala.ui.route.Place;
import org.sala.ui.shell.Shell;

/**
 * Pictures of what headquarters does with things from its safe: the authority's key gets a
 * successor and renews its list, and two sheets open a laptop whose officers have forgotten.
 */
final class SafePictures {
  private final PictureTaker taker;
  private final Path folder;

  SafePictures(PictureTaker taker, Path folder) {
    this.taker = taker;
    this.folder = folder;
  }

  List<Path> take() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      List<RecoverySheet> sheets = Desks.shares(hq);
      Desks.enrol(station, hq, folder, "A");
      report(station, hq);
      PictureTaker chosen = taker.choosing(folder.resolve("authority of hq"));
      return chosen.screens(hq, views(sheets));
    }
  }

  private void report(Desk station, Desk hq) {
    station.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
    var sealed =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    hq.packages().take(station.packages().carry(sealed.id(), folder.resolve("usb")));
  }

  private static Map<String, View> views(List<RecoverySheet> sheets) {
    Map<String, View> views = new LinkedHashMap<>();
    views.put("stations-own", stations(1, shell -> {}));
    views.put("dialog-succeed", stations(1, shell -> Hand.click(shell, "succeed")));
    views.put("dialog-reissue", stations(1, shell -> Hand.click(shell, "reissue")));
    views.put("dialog-renew-list", stations(1, shell -> Hand.click(shell, "renew-list")));
    views.put("dialog-lost", stations(0, shell -> Hand.click(shell, "lost-open")));
    views.put("dialog-lost-code", stations(0, shell -> read(shell, sheets)));
    views.put(
        "dialog-lost-nottwo",
        stations(0, shell -> read(shell, List.of(sheets.get(0), sheets.get(0)))));
    return views;
  }

  private static View stations(int row, Consumer<Shell> then) {
    return View.moment(
        new Place.Stations(),
        shell -> {
          if (shell.node().lookup("#stations") instanceof TableView<?> table) {
            table.getSelectionModel().clearAndSelect(row);
          }
          then.accept(shell);
        });
  }

  private static void read(Shell shell, List<RecoverySheet> two) {
    Hand.click(shell, "lost-open");
    Hand.type(shell, "lost-one", two.get(0).code());
    Hand.type(shell, "lost-two", two.get(1).code());
    Hand.control(shell, KeyCode.ENTER);
  }
}
