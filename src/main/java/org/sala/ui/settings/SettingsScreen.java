package org.sala.ui.settings;

import java.util.Arrays;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
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
import org.sala.casework.RecoverySheet;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.PassphraseStrength;
import org.sala.ui.kit.Theme;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.text.Texts;
import org.sala.ui.work.Work;

/** Officers, recovery sheet, enrolment, the audit's check, look and language. */
public final class SettingsScreen implements Screen {
  /** What this screen works with. */
  public record Doing(
      Officers officers,
      Enrolment enrolment,
      Headquarters headquarters,
      AuditTrail audit,
      Backups backups,
      BackupRun backup) {}

  /** How the program looks, and how to change that. */
  public record Look(Theme theme, Consumer<Theme> wear, Consumer<String> speak) {}

  private final Doing doing;
  private final Look look;
  private final Here here;
  private final Work.Line line;
  private final BackupCard backup;
  private final AuditCard audit;
  private final VBox page = new VBox();

  public SettingsScreen(Doing doing, Look look, Here here) {
    this.doing = doing;
    this.look = look;
    this.here = here;
    this.line = here.work().line();
    this.backup = new BackupCard(doing.backups(), doing.backup(), here, line, this::refresh);
    this.audit = new AuditCard(doing.audit(), here, line);
    page.getStyleClass().add("page");
    refresh();
  }

  private record Known(
      String me,
      boolean proved,
      java.util.Optional<Enrolment.Standing> standing,
      boolean headquarters,
      int officers,
      BackupCard.Known backups,
      AuditCard.Known audit) {}

  @Override
  public void refresh() {
    line.ask(
        () ->
            new Known(
                doing.officers().me(),
                doing.officers().recoveryIsProved(),
                doing.enrolment().standing(),
                doing.headquarters().isHeadquarters(),
                doing.officers().names().size(),
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
            looks(),
            officer(k),
            sheet(k),
            backup,
            enrolment(k),
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

  private VBox looks() {
    Form form = new Form();
    Choice language =
        form.add(
            here.t("door.language"), new Choice(Texts.LANGUAGES, c -> here.t("language." + c)));
    language.setValue(here.texts().language());
    language.valueProperty().addListener((o, was, is) -> look.speak().accept(is));
    Choice theme =
        form.add(
            here.t("settings.theme"),
            new Choice(java.util.List.of("LIGHT", "DARK"), c -> here.t("theme." + c)));
    theme.setValue(look.theme().name());
    theme.valueProperty().addListener((o, was, is) -> look.wear().accept(Theme.valueOf(is)));
    return Nodes.card(Nodes.label(here.t("settings.look"), "strong"), form);
  }

  private VBox officer(Known k) {
    return Nodes.card(
        Nodes.label(here.t("settings.officers"), "strong"),
        Nodes.label(here.t("settings.me", k.me())),
        Nodes.label(here.t("settings.officers.count", k.officers()), "muted"),
        Nodes.row(
            Nodes.button(here.t("settings.passphrase"), "", this::changePassphrase),
            Nodes.button(here.t("settings.add"), "", this::addOfficer)));
  }

  private void changePassphrase() {
    Form form = new Form();
    TextField handle = form.add(here.t("door.handle"), new TextField());
    PasswordField phrase = form.add(here.t("door.passphrase"), new PasswordField());
    here.dialogs()
        .ask(
            here.t("settings.passphrase"),
            form,
            here.t("save"),
            () -> {
              if (handle.getText().isBlank() || !PassphraseStrength.enough(phrase.getText())) {
                here.dialogs().notice(here.t("door.weak"));
                return false;
              }
              char[] secret = phrase.getText().toCharArray();
              line.act(
                  () -> {
                    doing.officers().changePassphrase(handle.getText(), secret);
                    Arrays.fill(secret, '\0');
                    return true;
                  },
                  done -> here.dialogs().notice(here.t("settings.passphrase.done")));
              return true;
            });
  }

  private void addOfficer() {
    Form form = new Form();
    TextField name = form.add(here.t("door.name"), new TextField());
    TextField handle = form.add(here.t("door.handle"), new TextField());
    PasswordField phrase = form.add(here.t("door.passphrase"), new PasswordField());
    here.dialogs()
        .ask(
            here.t("settings.add"),
            form,
            here.t("settings.add"),
            () -> {
              if (name.getText().isBlank()
                  || handle.getText().isBlank()
                  || !PassphraseStrength.enough(phrase.getText())) {
                here.dialogs().notice(here.t("door.weak"));
                return false;
              }
              char[] secret = phrase.getText().toCharArray();
              line.act(
                  () -> {
                    doing.officers().add(name.getText(), handle.getText(), secret);
                    Arrays.fill(secret, '\0');
                    return true;
                  },
                  done -> refresh());
              return true;
            });
  }

  private VBox sheet(Known k) {
    return Nodes.card(
        Nodes.row(
            Nodes.label(here.t("settings.sheet"), "strong"),
            k.proved()
                ? new Badge(Badge.Kind.OK, here.t("settings.sheet.proved"))
                : new Badge(Badge.Kind.WARNING, here.t("settings.sheet.missing"))),
        Nodes.label(here.t("settings.sheet.below"), "muted"),
        Nodes.row(
            Nodes.button(
                here.t("settings.sheet.make"),
                "",
                () -> line.act(doing.officers()::recoverySheet, this::prove))));
  }

  /** Shows the sheet once, and counts it as kept when two groups were typed back from the paper. */
  private void prove(RecoverySheet sheet) {
    VBox shown =
        new VBox(8, Nodes.label(here.t("settings.sheet.write")), Nodes.label(sheet.code(), "mono"));
    here.dialogs()
        .ask(
            here.t("settings.sheet"),
            shown,
            here.t("settings.sheet.written"),
            () -> {
              askGroups(sheet);
              return true;
            });
  }

  private void askGroups(RecoverySheet sheet) {
    Form form = new Form();
    TextField third = form.add(here.t("settings.sheet.group", 3), new TextField());
    TextField eighth = form.add(here.t("settings.sheet.group", 8), new TextField());
    here.work()
        .tell(
            () ->
                here.dialogs()
                    .ask(
                        here.t("settings.sheet"),
                        form,
                        here.t("settings.sheet.prove"),
                        () -> {
                          if (!sheet.proves(3, third.getText())
                              || !sheet.proves(8, eighth.getText())) {
                            here.dialogs().notice(here.t("settings.sheet.wrong"));
                            return false;
                          }
                          line.act(
                              () -> {
                                doing.officers().recoveryProved();
                                return true;
                              },
                              done -> refresh());
                          return true;
                        }));
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
