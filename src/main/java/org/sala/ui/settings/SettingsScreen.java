package org.sala.ui.settings;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Backups;
import org.sala.casework.erasing.Elsewhere;
import org.sala.casework.erasing.Erasures;
import org.sala.casework.headquarters.AgencyShares;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.keys.Adoptions;
import org.sala.casework.keys.Enrolment;
import org.sala.casework.keys.RecoverySheets;
import org.sala.casework.packages.catalogue.CatalogueDelivery;
import org.sala.casework.packages.catalogue.IntegrityOffice;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Drafts;
import org.sala.casework.station.FaultLog;
import org.sala.casework.station.Newcomers;
import org.sala.casework.station.Officers;
import org.sala.casework.station.OlderFiles;
import org.sala.casework.sync.Sync;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Theme;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/** Officers, recovery sheet, enrolment, the audit's check, what was erased, look and language. */
public final class SettingsScreen implements Screen {
  /** What this screen works with. */
  public record Doing(
      Officers officers,
      Drafts drafts,
      RecoverySheets sheets,
      AgencyShares shares,
      Approvals approvals,
      OlderFiles olderFiles,
      Enrolment enrolment,
      Adoptions adoptions,
      Headquarters headquarters,
      CatalogueDelivery catalogues,
      IntegrityOffice integrity,
      AuditTrail audit,
      Erasures erasures,
      Elsewhere elsewhere,
      Backups backups,
      BackupRun backup,
      Sync sync,
      FaultLog faults) {}

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
  private final EnrolmentCard enrolment;
  private final SheetCard sheet;
  private final BackupCard backup;
  private final CataloguesCard catalogues;
  private final IntegrityCard integrity;
  private final AuditCard audit;
  private final CarriersCard carriers;
  private final VBox page = new VBox();
  private @Nullable ScrollPane scroll;

  public SettingsScreen(Doing doing, Look look, Here here) {
    this.doing = doing;
    this.look = look;
    this.here = here;
    this.line = here.work().line();
    this.officers = new OfficersCard(doing.officers(), doing.drafts(), here, line, this::refresh);
    this.enrolment =
        new EnrolmentCard(doing.enrolment(), doing.adoptions(), here, line, this::settled);
    this.sheet =
        new SheetCard(doing.sheets(), doing.shares(), doing.approvals(), here, line, this::settled);
    this.backup = new BackupCard(doing.backups(), doing.backup(), here, line, this::refresh);
    this.carriers =
        new CarriersCard(
            doing.sync(), doing.headquarters().isHeadquarters(), here, line, this::refresh);
    this.catalogues = new CataloguesCard(doing.catalogues(), here, line, this::refresh);
    this.integrity = new IntegrityCard(doing.integrity(), here, line, this::refresh);
    this.audit = new AuditCard(doing.audit(), here, line);
    page.getStyleClass().add("page");
    refresh();
  }

  @Override
  public void refresh() {
    List<Section<?>> sections = sections();
    line.ask(
        () -> sections.stream().map(s -> s.read(here)).toList(),
        read -> show(read.stream().flatMap(r -> r.get().stream()).toList()));
  }

  /** Each is read by itself: on a machine on which one cannot be read the others are needed. */
  private List<Section<?>> sections() {
    boolean headquarters = doing.headquarters().isHeadquarters();
    Runnable again = this::refresh;
    return List.of(
        Section.of(
            here.t("older.title"),
            again,
            doing.olderFiles()::seen,
            which -> which.isEmpty() ? List.of() : List.of(older(which))),
        Section.of(
            here.t("newcomers.title"),
            again,
            doing.officers().newcomers()::untold,
            names -> names.isEmpty() ? List.of() : List.of(newcomers(names))),
        Section.of(
            here.t("gone.title"),
            again,
            doing.officers().newcomers()::gone,
            all -> all.isEmpty() ? List.of() : List.of(gone(all))),
        Section.of(
            here.t("settings.enrolment"),
            again,
            () -> EnrolmentCard.Known.of(doing.enrolment(), doing.adoptions()),
            k -> List.of(enrolment.card(k, headquarters))),
        Section.of(
                here.t("settings.sheet"),
                again,
                () -> SheetCard.Known.of(doing.sheets()),
                k ->
                    headquarters
                        ? List.of(sheet.card(k), sheet.shares(k.shares()))
                        : List.of(sheet.card(k)))
            .still(sheet::make),
        Section.of(
                here.t("settings.officers"),
                again,
                () -> OfficersCard.Known.of(doing.officers()),
                k -> List.of(officers.card(k)))
            .still(officers::change),
        Section.of(
            here.t("settings.look"), again, () -> look, l -> List.of(new LookCard(here).card(l))),
        Section.of(
                here.t("backup.title"),
                again,
                () -> BackupCard.Known.of(doing.backups()),
                k -> List.of(backup.shown(k)))
            .still(backup::going),
        Section.of(
            here.t("carriers.title"),
            again,
            doing.sync().carriers()::list,
            all -> List.of(carriers.card(all))),
        Section.of(
            here.t("catalogues.title"),
            again,
            () -> CataloguesCard.Known.of(doing.catalogues()),
            k -> List.of(catalogues.card(k, headquarters))),
        Section.of(
            here.t("integrity.title"),
            again,
            () -> IntegrityCard.Known.of(doing.integrity()),
            k -> List.of(integrity.card(k, headquarters))),
        Section.of(
            here.t("settings.audit"),
            again,
            () -> AuditCard.Known.of(doing.audit()),
            k ->
                headquarters
                    ? List.of(audit.card(k, true), audit.stations(k))
                    : List.of(audit.card(k, false))),
        Section.of(
            here.t("faults.title"),
            again,
            doing.faults()::file,
            file ->
                file.map(f -> List.<Node>of(new FaultsCard(doing.faults(), here, line).card(f)))
                    .orElse(List.of())),
        Section.of(
            here.t("erased.title"),
            again,
            doing.erasures()::past,
            past -> past.isEmpty() ? List.of() : List.of(new ErasedCard(here).card(past))),
        Section.of(
            here.t("erasedthere.kept"),
            again,
            doing.elsewhere()::kept,
            kept -> kept.isEmpty() ? List.of() : List.of(new ErasedCard(here).kept(kept))));
  }

  /** What was still to do is done: the line above every screen says so at once. */
  private void settled() {
    here.navigator().go(new Place.Settings());
  }

  private void show(List<Node> cards) {
    CardColumns columns = new CardColumns(cards);
    if (scroll == null) {
      scroll = Nodes.side(columns, 600);
      VBox.setVgrow(scroll, Priority.ALWAYS);
      page.getChildren()
          .setAll(Nodes.header("", here.t("nav.settings"), here.t("settings.below")), scroll);
    } else {
      // Whoever did something far below stays there.
      scroll.setContent(columns);
    }
  }

  /** Who got a slot here since this officer last looked, until it was read. */
  private VBox newcomers(List<String> names) {
    VBox card =
        Nodes.card(
            Nodes.label(here.t("newcomers.title"), "strong"),
            Nodes.label(String.join(", ", names)),
            Nodes.label(here.t("newcomers.below"), "muted"),
            understood(() -> doing.officers().newcomers().read()));
    card.setId("newcomers");
    return card;
  }

  /** Whose key a colleague has taken away since this officer last looked, until it was read. */
  private VBox gone(List<Newcomers.Gone> all) {
    VBox card = Nodes.card(Nodes.label(here.t("gone.title"), "strong"));
    all.forEach(
        g ->
            card.getChildren()
                .add(
                    Nodes.label(
                        here.t(
                            "gone.line",
                            known(g.name()),
                            known(g.by()),
                            here.texts().date(g.at())))));
    card.getChildren()
        .addAll(
            Nodes.label(here.t("gone.below"), "muted"),
            understood(() -> doing.officers().newcomers().readGone()));
    card.setId("gone");
    return card;
  }

  /** The button by which somebody says that it was read. */
  private HBox understood(Runnable read) {
    return Nodes.row(
        Nodes.button(
            here.t("backup.understood"),
            "",
            () ->
                line.act(
                    () -> {
                      read.run();
                      return true;
                    },
                    done -> settled())));
  }

  private String known(String name) {
    return name.isEmpty() ? here.t("history.other") : name;
  }

  /** What was put back by somebody, and what to do about it, until it was read. */
  private VBox older(List<OlderFiles.Which> which) {
    VBox card = Nodes.card(Nodes.label(here.t("older.title"), "strong"));
    which.forEach(
        w ->
            card.getChildren()
                .add(
                    Nodes.label(
                        here.t(w == OlderFiles.Which.KEY_FILE ? "older.key" : "older.state"))));
    card.getChildren().add(understood(() -> doing.olderFiles().read()));
    return card;
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
