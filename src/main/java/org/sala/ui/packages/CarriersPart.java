package org.sala.ui.packages;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sala.casework.sync.Standing;
import org.sala.casework.sync.Sync;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.transit.CarrierWords;
import org.sala.ui.work.Work;

/** What carries by itself: one line a carrier, with how far it is or why it does not get on. */
final class CarriersPart extends VBox {
  private final Sync sync;
  private final Here here;
  private final Work.Line line;
  private final Consumer<Standing> hearing;
  private final Runnable came;

  /**
   * @param came hears when a carrier has done a round
   */
  CarriersPart(Sync sync, Here here, Work.Line line, Runnable came) {
    super(6);
    this.sync = sync;
    this.here = here;
    this.line = line;
    this.came = came;
    setId("carriers");
    getStyleClass().add("card");
    setMinHeight(Region.USE_PREF_SIZE);
    managedProperty().bind(visibleProperty());
    setVisible(false);
    hearing = s -> here.work().tell(() -> heard(s));
    sync.listen(hearing);
    refresh();
  }

  private void heard(Standing s) {
    refresh();
    if (!s.isBusy()) {
      came.run();
    }
  }

  private void refresh() {
    line.ask(sync::standings, this::show);
  }

  private void show(List<Standing> all) {
    setVisible(!all.isEmpty());
    getChildren().setAll(all.stream().map(this::row).toList());
  }

  private Node row(Standing s) {
    Label detail = Nodes.line(CarrierWords.detail(s, here), "muted", "small");
    detail.setMinWidth(0);
    HBox.setHgrow(detail, Priority.ALWAYS);
    HBox row = Nodes.row(CarrierWords.badge(s, here), Nodes.line(s.carrier().label(), "strong"));
    if (s.of() > 0) {
      ProgressBar bar = new ProgressBar((double) s.done() / s.of());
      bar.setPrefWidth(120);
      bar.setMinWidth(60);
      bar.setAccessibleText(s.carrier().label());
      row.getChildren().add(bar);
    }
    boolean paused = s.carrier().paused();
    row.getChildren()
        .addAll(
            detail,
            Nodes.spring(),
            Nodes.button(
                here.t(paused ? "carrier.resume" : "carrier.pause"),
                "",
                () -> pause(s, !paused),
                "plain"));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void pause(Standing s, boolean paused) {
    line.act(
        () -> {
          sync.carriers().pause(s.carrier().id(), paused);
          sync.refresh();
          return true;
        },
        done -> refresh());
  }

  void close() {
    sync.forget(hearing);
    line.close();
  }
}
