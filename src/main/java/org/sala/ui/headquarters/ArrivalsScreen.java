package org.sala.ui.headquarters;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
import org.sala.domain.RecordId;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.transit.Carrying;
import org.sala.ui.transit.TakingIn;
import org.sala.ui.work.Work;

/** What the stations have brought: what is in doubt waits first, until people have decided. */
public final class ArrivalsScreen implements Screen {
  /** What this screen works with. */
  public record Doing(Packages packages, Reception reception, Quarantine quarantine) {}

  /** Packages come for years; who looks for an older one asks for more. */
  private static final int AT_ONCE = 500;

  private final Doing doing;
  private final Place.Arrivals place;
  private final Narrowing narrowing;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private final StackPane slot = new StackPane();
  private final ArrivalList list;
  private final ArrivalSide side;
  private final Carrying carrying;
  private final TakingIn takingIn;
  private final Button receipts;
  private final Button more;
  private List<RecordId> waitingReceipts = List.of();
  private int most = AT_ONCE;

  /**
   * @param place of which station, and which of them
   */
  public ArrivalsScreen(Doing doing, Place.Arrivals place, Here here) {
    this.doing = doing;
    this.place = place;
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
    this.list = new ArrivalList(here, side::show, side.verbs());
    place.chosen().ifPresent(list::choose);
    this.receipts = Nodes.button(here.t("arrivals.receipts", 0), "", this::carryReceipts);
    receipts.setId("carry-receipts");
    this.more = Nodes.button(here.t("arrivals.more", 0), "", this::more);
    more.setId("more-arrivals");
    more.setVisible(false);
    more.managedProperty().bind(more.visibleProperty());
    build();
    refresh();
  }

  private void build() {
    page.getStyleClass().add("page");
    slot.managedProperty().bind(Bindings.isNotEmpty(slot.getChildren()));
    VBox card = Nodes.card(list.node(), more);
    VBox.setVgrow(list.node(), Priority.ALWAYS);
    HBox.setHgrow(card, Priority.ALWAYS);
    HBox body = new HBox(14, card, side.node());
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
      Reception.Some some, Map<RecordId, Quarantine.Waiting> waiting, List<RecordId> receipts) {}

  @Override
  public void refresh() {
    line.ask(
        () ->
            new Known(
                doing.reception().came(place.from(), place.which(), most),
                doing.quarantine().waiting().stream()
                    .collect(Collectors.toMap(Quarantine.Waiting::id, Function.identity())),
                doing.reception().receiptsHere()),
        this::show);
  }

  private void show(Known known) {
    waitingReceipts = known.receipts();
    receipts.setText(here.t("arrivals.receipts", waitingReceipts.size()));
    receipts.setDisable(waitingReceipts.isEmpty());
    side.know(known.waiting());
    narrowing.show(known.some().came());
    list.show(known.some().came());
    int left = known.some().all() - known.some().came().size();
    more.setText(here.t("arrivals.more", left));
    more.setVisible(left > 0);
    if (left > 0 && list.looksForOlder()) {
      more();
    }
  }

  private void more() {
    most += AT_ONCE;
    refresh();
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
    line.close();
    side.close();
  }
}
