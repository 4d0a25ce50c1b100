package org.sala.ui.headquarters;

import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
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
    one.setId("lost-one");
    two.setId("lost-two");
    here.dialogs()
        .ask(
            here.t("lost.title"),
            new VBox(
                10, Nodes.label(below), Nodes.label(here.t("lost.voice"), "warning-words"), form),
            here.t("lost.verb"),
            () -> {
              String sheets = one.getText() + " " + two.getText();
              Underway.run(
                  here,
                  line,
                  slot,
                  here.t("decide.underway"),
                  progress -> opening.apply(sheets),
                  this::show);
              return true;
            });
  }

  private void show(LostLaptops.Opening opening) {
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
      case LostLaptops.Opening.NotTwoSheets n ->
          here.dialogs().tell(here.t("lost.title"), here.t("lost.nottwo"));
      case LostLaptops.Opening.OtherSheets o ->
          here.dialogs().tell(here.t("lost.title"), here.t("lost.others"));
    }
  }
}
