package org.sala.ui.headquarters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.headquarters.Bulletins;
import org.sala.casework.headquarters.Gap;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.headquarters.LostLaptops;
import org.sala.casework.keys.Enrolment;
import org.sala.casework.keys.HeldList;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.receipt.ForStations;
import org.sala.domain.Fingerprint;
import org.sala.domain.StationId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.text.Texts;
import org.sala.ui.transit.Carrying;
import org.sala.ui.transit.SendWaiting;
import org.sala.ui.work.Work;

/** The stations and officers that headquarters has enrolled, and until when their word counts. */
public final class StationsScreen implements Screen {
  /** What this screen works with. */
  public record Doing(
      Headquarters headquarters,
      Approvals approvals,
      Enrolment enrolment,
      LostLaptops lost,
      Bulletins bulletins,
      ForStations waiting,
      Packages packages) {}

  /**
   * One line: a station, or this headquarters itself.
   *
   * @param colleagues officers here without a certificate, by key
   * @param gaps packages of it that have not come
   * @param recoverable whether a code that opens the laptop lies here, sealed
   */
  record Row(
      Optional<Headquarters.Known> station,
      String name,
      List<Headquarters.Certified> officers,
      Map<Fingerprint, String> colleagues,
      List<Gap> gaps,
      boolean recoverable) {
    long valid() {
      return officers.stream().filter(o -> !o.revoked()).count();
    }
  }

  /** More of them are shown when these are confirmed. */
  private static final int MOST = 2;

  private final Doing doing;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private final StackPane slot = new StackPane();
  private final VBox unconfirmed = new VBox(8);
  private final HBox unsent = Nodes.row();
  private final SendWaiting send;
  private final Table<Row> table;
  private final StationSide side;
  private final Certifying certifying;
  private Optional<StationId> first;

  /**
   * @param chosen the station that is shown first
   */
  public StationsScreen(Doing doing, Optional<StationId> chosen, Here here) {
    this.doing = doing;
    this.first = chosen;
    this.here = here;
    this.line = here.work().line();
    this.certifying = new Certifying(doing, here, line, slot, this::refresh);
    Carrying carrying = new Carrying(doing.packages(), here, line, slot, this::refresh);
    this.send = new SendWaiting(doing.waiting(), here, line, carrying);
    this.side = new StationSide(here, certifying, new ReadingOut(doing.lost(), here, line, slot));
    this.table =
        new Table<Row>(Nodes.empty(here.t("stations.none"), here.t("stations.none.next")))
            .nodes(here.t("settings.station"), 262, this::name)
            .column(
                here.t("stations.letter"), 72, r -> r.station().map(s -> s.letter()).orElse("H"))
            .nodes(here.t("stations.officers"), 130, this::officers)
            .nodes(here.t("stations.last"), 180, this::last)
            .nodes(here.t("packages.state"), 168, this::state);
    table.setId("stations");
    table.setAccessibleText(here.t("nav.stations"));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, is) -> side.show(Optional.ofNullable(is)));
    build();
    refresh();
  }

  private void build() {
    page.getStyleClass().add("page");
    slot.managedProperty().bind(Bindings.isNotEmpty(slot.getChildren()));
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox card = Nodes.card(table);
    HBox.setHgrow(card, Priority.ALWAYS);
    HBox body = new HBox(14, card, side.node());
    VBox.setVgrow(body, Priority.ALWAYS);
    page.getChildren()
        .setAll(
            Nodes.header(
                "",
                here.t("nav.stations"),
                here.t("stations.below"),
                Nodes.button(
                    here.t("partner.title"), "", () -> here.navigator().go(new Place.Partners())),
                Nodes.button(here.t("stations.export"), "", certifying::export),
                telling(),
                Nodes.button(here.t("stations.answer"), "Ctrl N", this::add, "primary")),
            slot,
            unconfirmed,
            unsent,
            body);
  }

  private Node telling() {
    Button tell =
        Nodes.button(
            here.t("bulletin.tell"),
            "",
            new Telling(doing.bulletins(), here, line, this::refresh)::ask);
    tell.setId("tell-all");
    return tell;
  }

  @Override
  public void refresh() {
    line.ask(
        () -> new Known(rows(), doing.approvals().unconfirmed(), doing.waiting().waiting().size()),
        known -> {
          unconfirmed(known.unconfirmed());
          unsent(known.unsent());
          show(known.rows());
        });
  }

  private record Known(List<Row> rows, List<Approvals.Unconfirmed> unconfirmed, int unsent) {}

  /** What waits for stations that send nothing, with the button that sends it. */
  private void unsent(int stations) {
    unsent.getChildren().clear();
    unsent.setManaged(stations > 0);
    unsent.getStyleClass().remove("yellow");
    send.show(stations);
    if (stations > 0) {
      Label words = Nodes.label(here.t("unsent.below", stations));
      HBox.setHgrow(words, Priority.ALWAYS);
      unsent.getChildren().setAll(words, send.node());
      unsent.getStyleClass().add("yellow");
    }
  }

  /** What one officer took back alone stands above everything until a second has looked. */
  private void unconfirmed(List<Approvals.Unconfirmed> open) {
    unconfirmed.getChildren().clear();
    unconfirmed.setManaged(!open.isEmpty());
    for (Approvals.Unconfirmed u : open.subList(0, Math.min(MOST, open.size()))) {
      String who = u.byName().isEmpty() ? here.t("history.other") : u.byName();
      Label words = Nodes.label(here.t("approve.unconfirmed", u.officer(), who, u.reason()));
      HBox.setHgrow(words, Priority.ALWAYS);
      Button confirm = Nodes.button(here.t("approve.confirm"), "", () -> certifying.confirm(u));
      confirm.setId("confirm-" + u.officer());
      HBox row = Nodes.row(words, confirm);
      row.getStyleClass().addAll("yellow");
      unconfirmed.getChildren().add(row);
    }
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    doing
        .headquarters()
        .stations()
        .forEach(
            s ->
                rows.add(
                    new Row(
                        Optional.of(s),
                        s.name(),
                        s.officers(),
                        Map.of(),
                        gaps(s),
                        doing.lost().isKept(s.id()))));
    rows.add(
        new Row(
            Optional.empty(),
            doing.enrolment().stationName(),
            doing.headquarters().own(),
            doing.headquarters().uncertified(),
            List.of(),
            false));
    return rows;
  }

  private List<Gap> gaps(Headquarters.Known s) {
    return s.missing() == 0 ? List.of() : doing.headquarters().gaps(s.id());
  }

  private void show(List<Row> rows) {
    int at = Math.max(0, table.getSelectionModel().getSelectedIndex());
    table.getItems().setAll(rows);
    for (int i = 0; i < rows.size(); i++) {
      if (first.isPresent() && rows.get(i).station().map(Headquarters.Known::id).equals(first)) {
        at = i;
        table.scrollTo(i);
      }
    }
    first = Optional.empty();
    table.getSelectionModel().clearAndSelect(Math.min(at, rows.size() - 1));
  }

  private Node name(Row r) {
    return ArrivalList.two(
        r.name(),
        r.station()
            .map(s -> here.t("stations.prefix", s.casePrefix()))
            .orElseGet(() -> here.t("stations.own")));
  }

  private Node officers(Row r) {
    return ArrivalList.two(
        here.t("stations.valid", r.valid()),
        r.colleagues().isEmpty() ? "" : here.t("stations.uncertified", r.colleagues().size()));
  }

  private Node last(Row r) {
    return r.station()
        .filter(s -> s.lastNumber() > 0)
        .map(
            s ->
                ArrivalList.two(
                    Texts.packageNumber(s.lastNumber()),
                    s.lastContact().map(here.texts()::date).orElse("")))
        .orElseGet(() -> ArrivalList.two("–", ""));
  }

  private Node state(Row r) {
    if (r.valid() == 0) {
      return new Badge(Badge.Kind.DANGER, here.t("stations.revoked"));
    }
    if (r.officers().stream().anyMatch(o -> o.due() && !o.revoked())) {
      return new Badge(Badge.Kind.WARNING, here.t("stations.due"));
    }
    return r.station()
        .map(
            s ->
                s.lists().filter(HeldList::refused).isPresent()
                    ? new Badge(Badge.Kind.WARNING, here.t("stations.lists.old"))
                    : s.missing() > 0
                        ? new Badge(Badge.Kind.WARNING, here.t("stations.missing", s.missing()))
                        : s.waiting() > 0
                            ? new Badge(Badge.Kind.WARNING, here.t("stations.waiting", s.waiting()))
                            : new Badge(Badge.Kind.OK, here.t("stations.well")))
        .orElseGet(() -> new Badge(Badge.Kind.OK, here.t("stations.well")));
  }

  @Override
  public void add() {
    certifying.answer();
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void closed() {
    line.close();
  }
}
