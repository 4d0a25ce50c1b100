package org.sala.ui.settings;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.AuditTrail;
import org.sala.casework.Backups;
import org.sala.casework.Enrolment;
import org.sala.casework.Headquarters;
import org.sala.casework.Officers;
import org.sala.casework.RecoverySheets;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Theme;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/** Officers, recovery sheet, enrolment, the audit's check, look and language. */
public final class SettingsScreen implements Screen {
  /** What this screen works with. */
  public record Doing(
      Officers officers,
      RecoverySheets sheets,
      Enrolment enrolment,
      Headquarters headquarters,
      AuditTrail audit,
      Backups backups,
      BackupRun backup) {}

  /** How the program looks, and how to change that. */
  public record Look(
      Theme theme,
      Consumer<Theme> wear,
      Consumer<String> speak,
      int idleMinutes,
      IntConsumer lockAfter) {}

  private final Doing doing;
  private final Look look;
  private final Here here;
  private final Work.Line line;
  private final OfficersCard officers;
  private final SheetCard sheet;
  private final BackupCard backup;
  private final AuditCard audit;
  private final VBox page = new VBox();

  public SettingsScreen(Doing doing, Look look, Here here) {
    this.doing = doing;
    this.look = look;
    this.here = here;
    this.line = here.work().line();
    this.officers = new OfficersCard(doing.officers(), here, line, this::refresh);
    this.sheet = new SheetCard(doing.sheets(), here, line, this::refresh);
    this.backup = new BackupCard(doing.backups(), doing.backup(), here, line, this::refresh);
    this.audit = new AuditCard(doing.audit(), here, line);
    page.getStyleClass().add("page");
    refresh();
  }

  private record Known(
      OfficersCard.Known officers,
      boolean proved,
      java.util.Optional<Enrolment.Standing> standing,
      boolean headquarters,
      BackupCard.Known backups,
      AuditCard.Known audit) {}

  @Override
  public void refresh() {
    line.ask(
        () ->
            new Known(
                OfficersCard.Known.of(doing.officers()),
                doing.sheets().areProved(),
                doing.enrolment().standing(),
                doing.headquarters().isHeadquarters(),
                BackupCard.Known.of(doing.backups()),
                AuditCard.Known.of(doing.audit())),
        this::show);
  }

  private void show(Known k) {
    backup.show(k.backups());
    FlowPane cards =
        new FlowPane(
            14,
            14,
            enrolment(k),
            sheet.card(k.proved()),
            officers.card(k.officers()),
            new LookCard(here).card(look),
            backup,
            audit.card(k.audit(), k.headquarters()));
    if (k.headquarters()) {
      cards.getChildren().add(audit.stations(k.audit()));
    }
    cards.getChildren().forEach(c -> ((VBox) c).setPrefWidth(390));
    ScrollPane scroll = Nodes.side(cards, 600);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    page.getChildren()
        .setAll(Nodes.header("", here.t("nav.settings"), here.t("settings.below")), scroll);
  }

  private VBox enrolment(Known k) {
    VBox card = Nodes.card(Nodes.label(here.t("settings.enrolment"), "strong"));
    if (k.standing().isPresent()) {
      Enrolment.Standing s = k.standing().get();
      Form form = new Form();
      form.show(here.t("settings.agency"), s.agency());
      form.show(here.t("settings.station"), s.stationName());
      form.show(here.t("settings.letter"), s.letter());
      form.show(here.t("settings.number"), s.officerNumber());
      card.getChildren().add(form);
    } else {
      card.getChildren()
          .addAll(
              Nodes.label(here.t("settings.enrolment.below"), "muted"),
              Nodes.row(
                  Nodes.button(here.t("settings.request"), "", this::request),
                  Nodes.button(here.t("settings.accept"), "", this::accept)),
              Nodes.row(
                  Nodes.button(
                      here.t("founding.open"),
                      "",
                      () -> here.navigator().go(new Place.Founding()),
                      "plain")));
    }
    return card;
  }

  private void request() {
    Form form = new Form();
    TextField number = form.add(here.t("settings.number"), new TextField());
    here.dialogs()
        .ask(
            here.t("settings.request"),
            form,
            here.t("settings.request.save"),
            () -> {
              if (number.getText().isBlank()) {
                return false;
              }
              here.dialogs()
                  .saveFile(here.t("settings.request"), "sala-request.json")
                  .ifPresent(
                      file ->
                          line.act(
                              () -> {
                                doing.enrolment().request(file, number.getText());
                                return true;
                              },
                              done -> here.dialogs().notice(here.t("settings.request.done"))));
              return true;
            });
  }

  private void accept() {
    here.dialogs()
        .openFile(here.t("settings.accept"))
        .ifPresent(
            file ->
                line.act(
                    () -> doing.enrolment().open(file),
                    answer ->
                        here.dialogs()
                            .ask(
                                here.t("settings.accept"),
                                new VBox(
                                    8,
                                    Nodes.label(here.t("settings.code.below", answer.agency())),
                                    Nodes.label(answer.code(), "title", "mono")),
                                here.t("settings.code.same"),
                                () -> {
                                  line.act(
                                      () -> {
                                        doing.enrolment().confirm(answer);
                                        return true;
                                      },
                                      done -> refresh());
                                  return true;
                                })));
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void closed() {
    backup.closed();
    line.close();
  }
}
