package org.sala.ui.headquarters;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.register.Reception;
import org.sala.casework.packages.take.Quarantine;
import org.sala.casework.station.Preferences;
import org.sala.domain.RecordId;
import org.sala.ui.kit.LongList;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.NewestList;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.transit.Carrying;
import org.sala.ui.transit.TakingIn;
import org.sala.ui.work.Work;

/** What the stations have brought: what is in doubt waits first, until people have decided. */
public final class ArrivalsScreen implements Screen {
  /** What this screen works with. */
  public record Doing(
      Packages packages, Reception reception, Quarantine quarantine, Preferences preferences) {}

  private final Doing doing;
  private final Narrowing narrowing;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private final StackPane slot = new StackPane();
  private final NewestList<Reception.Came> list;
  private final ArrivalSide side;
  private final Carrying carrying;
  private final TakingIn takingIn;
  private final Button receipts;
  private List<RecordId> waitingReceipts = List.of();

  /**
   * @param place of which station, and which of them
   */
  public ArrivalsScreen(Doing doing, Place.Arrivals place, Here here) {
    this.doing = doing;
    this.narrowing = new Narrowing(place, here);
    this.here = here;
    this.line = here.work().line();
    this.carrying = new Carrying(doing.packages(), here, line, slot, this::refresh);
    this.takingIn = new TakingIn(doing.packages(), here, line, slot, carrying, this::refresh);
    this.side =
        new ArrivalSide(
            doing.packages(),
            doing.reception(),
            here,
            new Deciding(doing.quarantine(), here, line, slot, this::refresh),
            receipt -> carrying.carry(List.of(receipt)));
    this.list =
        new ArrivalList(here)
            .of(
                doing.reception(),
                place,
                doing.preferences(),
                new ArrivalList.Verbs(side.verbs(), side::show, this::refresh),
                line);
    place.chosen().ifPresent(list::choose);
    this.receipts = Nodes.button(here.t("arrivals.receipts", 0), "", this::carryReceipts);
    receipts.setId("carry-receipts");
    build();
    refresh();
  }

  private void build() {
    page.getStyleClass().add("page");
    slot.managedProperty().bind(Bindings.isNotEmpty(slot.getChildren()));
    HBox.setHgrow(list.node(), Priority.ALWAYS);
    HBox body = new HBox(14, list.node(), side.node());
    VBox.setVgrow(body, Priority.ALWAYS);
    page.getChildren()
        .setAll(
            Nodes.header(
                "",
                here.t("nav.arrivals"),
                here.t("arrivals.below"),
                receipts,
                Nodes.button(here.t("packages.take.files"), "", takingIn::fromFiles),
                Nodes.button(here.t("packages.take.folder"), "Ctrl N", this::add, "primary")),
            narrowing.node(),
            slot,
            body);
  }

  private record Known(
      NewestList.Reached reached,
      List<Reception.Came> came,
      Map<RecordId, Quarantine.Waiting> waiting,
      List<RecordId> receipts) {}

  @Override
  public void refresh() {
    Supplier<NewestList.Reached> reached = list.again();
    line.ask(
        () ->
            new Known(
                reached.get(),
                list.all(),
                doing.quarantine().waiting().stream()
                    .collect(Collectors.toMap(Quarantine.Waiting::id, Function.identity())),
                doing.reception().receiptsHere()),
        this::show);
  }

  private void show(Known known) {
    waitingReceipts = known.receipts();
    receipts.setText(here.t("arrivals.receipts", waitingReceipts.size()));
    receipts.setDisable(waitingReceipts.isEmpty());
    narrowing.show(known.came());
    list.show(known.reached());
    side.know(known.waiting());
    // What waits for whom is known only now.
    side.show(list.chosen());
  }

  @Override
  public List<LongList<?>> lists() {
    return List.of(list.list());
  }

  private void carryReceipts() {
    carrying.carry(waitingReceipts);
  }

  @Override
  public void add() {
    takingIn.fromFolder();
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void closed() {
    list.close();
    line.close();
    side.close();
  }
}
