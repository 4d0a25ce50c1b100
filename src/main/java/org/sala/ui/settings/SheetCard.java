package org.sala.ui.settings;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.sala.casework.headquarters.AgencyShares;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.keys.RecoverySheets;
import org.sala.casework.station.RecoverySheet;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.transit.SecondWord;
import org.sala.ui.work.Work;

/** The recovery sheet: written down, printed or saved, and proved by typing part of it back. */
final class SheetCard {
  private final RecoverySheets sheets;
  private final AgencyShares shares;
  private final SecondWord second;
  private final Pane slot = new VBox();
  private final Here here;
  private final Work.Line line;
  private final Runnable changed;

  SheetCard(
      RecoverySheets sheets,
      AgencyShares shares,
      Approvals approvals,
      Here here,
      Work.Line line,
      Runnable changed) {
    this.sheets = sheets;
    this.shares = shares;
    this.second = new SecondWord(approvals, here, line, slot);
    this.here = here;
    this.line = line;
    this.changed = changed;
  }

  /** Three sheets, of which any two open: for headquarters, whose loss would be everybody's. */
  VBox shares(boolean proved) {
    Node make =
        Nodes.button(
            here.t(proved ? "settings.share.again" : "settings.share.make"),
            "",
            () -> {
              here.dialogs().notice(here.t("door.working"));
              line.act(shares::make, made -> share(made, 0));
            });
    make.setId("shares-make");
    return Nodes.card(
        Nodes.row(
            Nodes.label(here.t("settings.share"), "strong"),
            proved
                ? new Badge(Badge.Kind.OK, here.t("settings.sheet.proved"))
                : new Badge(Badge.Kind.WARNING, here.t("settings.sheet.missing"))),
        Nodes.label(here.t("settings.share.below"), "muted"),
        Nodes.row(make),
        slot);
  }

  /**
   * One after the other, each before another officer: it is shown once and proved before the next.
   */
  private void share(AgencyShares.Made made, int at) {
    if (at == made.size()) {
      line.act(
          () -> {
            made.proved();
            return true;
          },
          done -> changed.run());
    } else if (at == 0) {
      read(made, at);
    } else {
      second.with(
          Approvals.Of.SHARE,
          made.about(at),
          here.t("approve.share", at + 1, made.size()),
          () -> read(made, at));
    }
  }

  private void read(AgencyShares.Made made, int at) {
    Shown shown =
        new Shown(
            here.t("settings.share.one", at + 1, made.size()),
            here.t("settings.share.head", at + 1, made.size()),
            "sala-recovery-share-" + (at + 1) + ".txt",
            () -> here.work().tell(() -> share(made, at + 1)));
    line.act(() -> made.sheet(at), sheet -> show(sheet, shown));
  }

  /**
   * How a sheet is shown.
   *
   * @param head stands above the code on paper
   * @param then goes on once it is proved
   */
  private record Shown(String title, String head, String file, Runnable then) {}

  /**
   * What is known of sheets.
   *
   * @param proved whether one of this laptop was typed back
   * @param shares whether the agency's three were
   * @param agency whether two of the agency's three sheets open this laptop as well
   */
  record Known(boolean proved, boolean shares, boolean agency) {
    static Known of(RecoverySheets sheets) {
      return new Known(sheets.areProved(), sheets.sharesAreProved(), sheets.agencyCanOpen());
    }
  }

  /** Makes a sheet, which can be done though nothing is known of earlier ones. */
  List<Node> make() {
    return List.of(Nodes.row(make(false)));
  }

  private Node make(boolean again) {
    Node make =
        Nodes.button(
            here.t(again ? "settings.sheet.again" : "settings.sheet.make"),
            "",
            () -> {
              here.dialogs().notice(here.t("door.working"));
              line.act(sheets::make, sheet -> show(sheet, single()));
            });
    make.setId("sheet-make");
    return make;
  }

  VBox card(Known k) {
    VBox card =
        Nodes.card(
            Nodes.row(
                Nodes.label(here.t("settings.sheet"), "strong"),
                k.proved()
                    ? new Badge(Badge.Kind.OK, here.t("settings.sheet.proved"))
                    : new Badge(Badge.Kind.WARNING, here.t("settings.sheet.missing"))),
            Nodes.label(here.t("settings.sheet.below"), "muted"),
            Nodes.row(make(k.proved())));
    if (k.agency()) {
      card.getChildren().add(Nodes.label(here.t("settings.sheet.agency"), "muted"));
    }
    return card;
  }

  /** Shows the sheet once; it counts as kept when two groups were typed back from the paper. */
  private Shown single() {
    return new Shown(
        here.t("settings.sheet"),
        here.t("settings.sheet.head"),
        "sala-recovery-sheet.txt",
        () ->
            line.act(
                () -> {
                  sheets.proved();
                  return true;
                },
                done -> changed.run()));
  }

  private void show(RecoverySheet sheet, Shown shown) {
    Node print = Nodes.button(here.t("settings.sheet.print"), "", () -> askPrinter(sheet, shown));
    Node save = Nodes.button(here.t("settings.sheet.save"), "", () -> save(sheet, shown));
    print.setId("sheet-print");
    save.setId("sheet-save");
    here.dialogs()
        .ask(
            shown.title(),
            new VBox(
                8,
                Nodes.label(here.t("settings.sheet.write")),
                CodeGroups.of(sheet),
                Nodes.row(print, save),
                Nodes.label(here.t("settings.sheet.before"), "muted", "small"),
                Nodes.label(here.t("settings.sheet.plain"), "muted", "small")),
            here.t("settings.sheet.written"),
            () -> {
              here.work().tell(() -> askGroups(sheet, shown));
              return true;
            });
  }

  private void save(RecoverySheet sheet, Shown shown) {
    here.dialogs()
        .saveFile(here.t("settings.sheet.save"), shown.file())
        .ifPresent(
            file ->
                line.act(
                    () -> {
                      sheets.save(sheet, file, shown.head());
                      return true;
                    },
                    done -> here.dialogs().notice(here.t("settings.sheet.saved"))));
  }

  private void askPrinter(RecoverySheet sheet, Shown shown) {
    line.act(
        Paper::printers,
        printers -> {
          if (printers.isEmpty()) {
            here.dialogs().notice(here.t("settings.sheet.noprinter"));
          } else {
            print(sheet, shown, printers);
          }
        });
  }

  private void print(RecoverySheet sheet, Shown shown, List<String> printers) {
    Form form = new Form();
    Choice printer = form.add(here.t("settings.sheet.printer"), new Choice(printers, name -> name));
    here.dialogs()
        .ask(
            here.t("settings.sheet.print"),
            form,
            here.t("settings.sheet.print"),
            () -> {
              if (!Paper.print(printer.getValue(), shown.head(), sheet.code())) {
                here.dialogs().notice(here.t("settings.sheet.notprinted"));
                return false;
              }
              line.act(
                  () -> {
                    sheets.printed();
                    return true;
                  },
                  done -> here.dialogs().notice(here.t("settings.sheet.printed")));
              return true;
            });
  }

  private void askGroups(RecoverySheet sheet, Shown shown) {
    Form form = new Form();
    TextField third =
        form.add(here.t("settings.sheet.group", 3), ControlFields.unkept(new TextField()));
    third.setId("group-3");
    TextField eighth =
        form.add(here.t("settings.sheet.group", 8), ControlFields.unkept(new TextField()));
    eighth.setId("group-8");
    here.dialogs()
        .ask(
            shown.title(),
            new VBox(10, Nodes.label(here.t("settings.sheet.prove.below"), "muted"), form),
            here.t("settings.sheet.prove"),
            () -> {
              if (!sheet.proves(3, third.getText()) || !sheet.proves(8, eighth.getText())) {
                here.dialogs().notice(here.t("settings.sheet.wrong"));
                return false;
              }
              shown.then().run();
              return true;
            });
  }
}
