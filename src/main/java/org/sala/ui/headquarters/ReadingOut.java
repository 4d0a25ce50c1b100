package org.sala.ui.headquarters;

import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.headquarters.LostLaptops;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.transit.Underway;
import org.sala.ui.work.Work;

/** Opens the code of a laptop with two sheets, to read it aloud to its officer. */
final class ReadingOut {
  private final LostLaptops laptops;
  private final Here here;
  private final Work.Line line;
  private final Pane slot;

  ReadingOut(LostLaptops laptops, Here here, Work.Line line, Pane slot) {
    this.laptops = laptops;
    this.here = here;
    this.line = line;
    this.slot = slot;
  }

  /** By what came with its reports. */
  void of(Headquarters.Known station) {
    ask(here.t("lost.below", station.name()), sheets -> laptops.open(station.id(), sheets));
  }

  /** By the file from the laptop's own folder. */
  void fromFile() {
    here.dialogs()
        .openFile(here.t("lost.file"))
        .ifPresent(
            file ->
                ask(
                    here.t("lost.below", file.getFileName()),
                    sheets -> laptops.open(file, sheets)));
  }

  private void ask(String below, Function<String, LostLaptops.Opening> opening) {
    Form form = new Form();
    TextField one = form.add(here.t("lost.sheet"), ControlFields.unkept(new TextField()));
    TextField two = form.add(here.t("lost.sheet.other"), ControlFields.unkept(new TextField()));
    // Eighty letters are compared one by one: all of them are in sight, none narrower than another.
    one.getStyleClass().add("sheet-code");
    two.getStyleClass().add("sheet-code");
    one.setId("lost-one");
    two.setId("lost-two");
    Label wrong = Nodes.changing("error");
    wrong.setId("lost-wrong");
    wrong.setMinHeight(Region.USE_PREF_SIZE);
    wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
    VBox content =
        new VBox(
            10,
            Nodes.label(below),
            Nodes.label(here.t("lost.voice"), "warning-words"),
            form,
            wrong);
    ask(new Asked(content, one, two, wrong), opening);
  }

  private record Asked(VBox content, TextField one, TextField two, Label wrong) {}

  private void ask(Asked a, Function<String, LostLaptops.Opening> opening) {
    here.dialogs()
        .ask(
            here.t("lost.title"),
            a.content(),
            here.t("lost.verb"),
            () -> {
              String sheets = a.one().getText() + " " + a.two().getText();
              Underway.run(
                  here,
                  line,
                  slot,
                  here.t("decide.underway"),
                  progress -> opening.apply(sheets),
                  opened -> show(opened, a, () -> ask(a, opening)));
              return true;
            });
  }

  /** One letter of eighty is soon wrong: all others stay as they were typed. */
  private void show(LostLaptops.Opening opening, Asked a, Runnable again) {
    switch (opening) {
      case LostLaptops.Opening.Code c -> {
        Label code = Nodes.label(c.code().code(), "mono");
        code.setId("lost-code");
        here.dialogs()
            .ask(
                here.t("lost.title"),
                new VBox(
                    10,
                    Nodes.label(here.t("lost.read")),
                    code,
                    Nodes.label(here.t("lost.once"), "muted")),
                here.t("lost.done"),
                () -> true);
      }
      case LostLaptops.Opening.NotTwoSheets n -> wrong(a, here.t("lost.nottwo"), again);
      case LostLaptops.Opening.OtherSheets o -> wrong(a, here.t("lost.others"), again);
    }
  }

  private static void wrong(Asked a, String why, Runnable again) {
    a.wrong().setText(why);
    again.run();
  }
}
