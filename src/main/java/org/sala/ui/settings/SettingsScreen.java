package org.sala.ui.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Backups;
import org.sala.casework.erasing.Elsewhere;
import org.sala.casework.erasing.Erasures;
import org.sala.casework.erasing.Kept;
import org.sala.casework.erasing.Past;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.keys.Adoptions;
import org.sala.casework.keys.Enrolment;
import org.sala.casework.keys.RecoverySheets;
import org.sala.casework.packages.CatalogueDelivery;
import org.sala.casework.packages.Integrity;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.FaultLog;
import org.sala.casework.station.Officers;
import org.sala.casework.station.OlderFiles;
import org.sala.casework.sync.Configured;
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
      RecoverySheets sheets,
      OlderFiles olderFiles,
      Enrolment enrolment,
      Adoptions adoptions,
      Headquarters headquarters,
      CatalogueDelivery catalogues,
      Integrity integrity,
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
    this.officers = new OfficersCard(doing.officers(), here, line, this::refresh);
    this.enrolment =
        new EnrolmentCard(doing.enrolment(), doing.adoptions(), here, line, this::settled);
    this.sheet = new SheetCard(doing.sheets(), here, line, this::settled);
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

  private record Known(
      OfficersCard.Known officers,
      boolean proved,
      boolean shares,
      boolean agency,
      List<OlderFiles.Which> older,
      EnrolmentCard.Known enrolment,
      boolean headquarters,
      BackupCard.Known backups,
      CataloguesCard.Known catalogues,
      IntegrityCard.Known integrity,
      AuditCard.Known audit,
      List<Past> erased,
      List<Kept> kept,
      List<Configured> carriers,
      Optional<Path> faults) {}

  @Override
  public void refresh() {
    line.ask(
        () ->
            new Known(
                OfficersCard.Known.of(doing.officers()),
                doing.sheets().areProved(),
                doing.sheets().sharesAreProved(),
                doing.sheets().agencyCanOpen(),
                doing.olderFiles().seen(),
                EnrolmentCard.Known.of(doing.enrolment(), doing.adoptions()),
                doing.headquarters().isHeadquarters(),
                BackupCard.Known.of(doing.backups()),
                CataloguesCard.Known.of(doing.catalogues()),
                IntegrityCard.Known.of(doing.integrity()),
                AuditCard.Known.of(doing.audit()),
                doing.erasures().past(),
                doing.elsewhere().kept(),
                doing.sync().carriers().list(),
                doing.faults().file()),
        this::show);
  }

  /** What was still to do is done: the line above every screen says so at once. */
  private void settled() {
    here.navigator().go(new Place.Settings());
  }

  private void show(Known k) {
    backup.show(k.backups());
    List<Node> cards =
        new ArrayList<>(
            List.of(
                enrolment.card(k.enrolment(), k.headquarters()),
                sheet.card(k.proved(), k.agency()),
                officers.card(k.officers()),
                new LookCard(here).card(look),
                backup,
                carriers.card(k.carriers()),
                catalogues.card(k.catalogues(), k.headquarters()),
                integrity.card(k.integrity(), k.headquarters()),
                audit.card(k.audit(), k.headquarters())));
    if (k.headquarters()) {
      cards.add(2, sheet.shares(k.shares()));
      cards.add(audit.stations(k.audit()));
    }
    k.faults().ifPresent(f -> cards.add(new FaultsCard(doing.faults(), here, line).card(f)));
    if (!k.erased().isEmpty()) {
      cards.add(new ErasedCard(here).card(k.erased()));
    }
    if (!k.kept().isEmpty()) {
      cards.add(new ErasedCard(here).kept(k.kept()));
    }
    if (!k.older().isEmpty()) {
      cards.addFirst(older(k.older()));
    }
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

  /** What was put back by somebody, and what to do about it, until it was read. */
  private VBox older(List<OlderFiles.Which> which) {
    VBox card = Nodes.card(Nodes.label(here.t("older.title"), "strong"));
    which.forEach(
        w ->
            card.getChildren()
                .add(
                    Nodes.label(
                        here.t(w == OlderFiles.Which.KEY_FILE ? "older.key" : "older.state"))));
    card.getChildren()
        .add(
            Nodes.row(
                Nodes.button(
                    here.t("backup.understood"),
                    "",
                    () ->
                        line.act(
                            () -> {
                              doing.olderFiles().read();
                              return true;
                            },
                            done -> settled()))));
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
