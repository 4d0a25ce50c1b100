package org.sala.ui.joining;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sala.casework.joining.OpenDisagreement;
import org.sala.casework.people.People;
import org.sala.casework.station.Preferences;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Column;
import org.sala.ui.kit.LongList;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.ListScreen;
import org.sala.ui.roster.Listed;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.roster.PeopleColumns;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.transit.Carrying;
import org.sala.ui.transit.SendWaiting;
import org.sala.ui.work.Work;

/** All that waits for a decision: of whom, what differs, from whom, since when. */
public final class WaitingScreen implements ListScreen {
  private final Optional<StationId> from;
  private final DecidingScreen.Doing doing;
  private final Here here;
  private final long now;
  private final Work.Line line;
  private final WaitingRows rows;
  private final LongList<OpenDisagreement> list;
  private final VBox page;
  private final StackPane slot = new StackPane();
  private final SendWaiting owed;
  private final Button back;
  private final Button first;

  /**
   * @param from the only station of whose versions there is a list; empty for all
   * @param now from when it is counted how long something waits
   */
  public WaitingScreen(
      Optional<StationId> from,
      DecidingScreen.Doing doing,
      Preferences preferences,
      long now,
      Here here) {
    this.from = from;
    this.doing = doing;
    this.here = here;
    this.now = now;
    this.line = here.work().line();
    this.rows = new WaitingRows(from, doing.disagreements(), here.texts());
    this.owed =
        new SendWaiting(
            doing.waiting(),
            here,
            line,
            new Carrying(doing.packages(), here, line, slot, this::refresh));
    TakeBackForm takeBack = new TakeBackForm(doing.reopening(), here, line, this::refresh);
    this.back = Nodes.button(here.t("takeback.title"), "", takeBack::open, "plain");
    back.setId("take-back");
    back.managedProperty().bind(back.visibleProperty());
    this.first = Nodes.button(here.t("deciding.first"), "Ctrl Enter", this::goOn, "primary");
    first.setId("deciding-first");
    slot.managedProperty().bind(Bindings.isNotEmpty(slot.getChildren()));
    this.list =
        Listed.of(
            new LongList.Made<>(
                "waiting-versions",
                columns(),
                "since",
                true,
                OpenDisagreement::record,
                Nodes.empty(here.t("deciding.none"), here.t("deciding.none.next")),
                this::open,
                List.of(new LongList.Verb<>(here.t("deciding.first"), "Enter", this::open))),
            new Listed.Keys("deciding.filter", "deciding.count"),
            rows.rows().asked(),
            preferences,
            here,
            line);
    Button obvious =
        Nodes.button(
            here.t("obvious.open"), "", () -> here.navigator().go(new Place.ObviousVersions()));
    obvious.setId("obvious-open");
    Button all =
        Nodes.button(here.t("arrivals.all"), "", () -> here.navigator().go(new Place.Deciding()));
    all.setId("deciding-of-all");
    all.setVisible(from.isPresent());
    all.managedProperty().bind(all.visibleProperty());
    page =
        new VBox(
            Nodes.header(
                "",
                here.t("deciding.title"),
                here.t("deciding.list.below"),
                all,
                back,
                owed.node(),
                obvious,
                first),
            slot,
            list);
    page.getStyleClass().add("page");
    around();
  }

  private List<Column<OpenDisagreement>> columns() {
    return List.of(
        Column.<OpenDisagreement>nodes("number", here.t("deciding.about"), 200, this::about)
            .sortedBy("number"),
        Column.<OpenDisagreement>nodes("what", here.t("deciding.field"), 330, this::what)
            .sortedBy("what"),
        Column.words("from", here.t("arrivals.from"), 200, rows::from).sortedBy("from"),
        Column.<OpenDisagreement>words(
                "since", here.t("today.since"), 110, l -> here.texts().ago(l.sinceMillis(), now))
            .sortedBy("since"));
  }

  /** Returns whom or which record a line is about. */
  private Node about(OpenDisagreement l) {
    if (l.person().isEmpty()) {
      return Nodes.line(l.number().isEmpty() ? here.t("deciding.nonumber") : l.number(), "mono");
    }
    People.PersonLine p = l.person().get();
    VBox box = NumberWords.node(p, here.texts());
    if (p.apart().isEmpty() && !p.name().isEmpty()) {
      Node name = Nodes.line(p.name(), "muted", "small");
      box.getChildren()
          .add(
              PeopleColumns.namesDiffer(p, here.texts())
                  .<Node>map(m -> Nodes.row(name, m))
                  .orElse(name));
    }
    return box;
  }

  private Node what(OpenDisagreement l) {
    VBox box = new VBox(2, Nodes.line(rows.what(l)));
    box.setAlignment(Pos.CENTER_LEFT);
    HBox badges = Nodes.row();
    if (l.person().filter(People.PersonLine::possiblyChild).isPresent()) {
      badges.getChildren().add(new Badge(Badge.Kind.WARNING, here.t("deciding.child")));
    }
    if (l.byTwo()) {
      badges.getChildren().add(new Badge(Badge.Kind.INFO, here.t("deciding.bytwo")));
    }
    if (!badges.getChildren().isEmpty()) {
      box.getChildren().add(badges);
    }
    return box;
  }

  private void open(OpenDisagreement l) {
    here.navigator().go(new Place.Deciding(Optional.of(l.record())));
  }

  private record Around(int owed, boolean made, boolean some) {}

  /** What stands around the list: what has to be sent, and what can be taken back. */
  private void around() {
    line.ask(
        () ->
            new Around(
                doing.waiting().waiting().size(),
                !doing.reopening().made(1).isEmpty(),
                !doing.disagreements().open(from).isEmpty()),
        known -> {
          owed.show(known.owed());
          back.setVisible(known.made());
          first.setDisable(!known.some());
        });
  }

  @Override
  public void refresh() {
    rows.rows().again();
    ListScreen.super.refresh();
    around();
  }

  /** The row that the keyboard is on, or the first: the others follow by themselves. */
  @Override
  public void goOn() {
    Optional<Object> chosen = list.left().chosen();
    line.ask(
        () -> doing.disagreements().open(from),
        open ->
            open.stream()
                .filter(r -> chosen.filter(r::equals).isPresent())
                .findFirst()
                .or(() -> open.stream().findFirst())
                .ifPresent(
                    (RecordId r) -> here.navigator().go(new Place.Deciding(Optional.of(r)))));
  }

  @Override
  public LongList<OpenDisagreement> list() {
    return list;
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void closed() {
    list.close();
    line.close();
  }
}
