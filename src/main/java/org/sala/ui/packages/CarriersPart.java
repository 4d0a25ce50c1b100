package org.sala.ui.packages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sala.casework.sync.Configured;
import org.sala.casework.sync.Standing;
import org.sala.casework.sync.Sync;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.transit.CarrierWords;
import org.sala.ui.work.Work;

/** What carries by itself: one line a carrier, with how far it is or why it does not get on. */
final class CarriersPart extends VBox {
  private final Sync sync;
  private final Here here;
  private final Work.Line line;
  private final MakingRoom room;
  private final Consumer<Configured> look;
  private final Consumer<Standing> hearing;
  private final Runnable came;
  private final Map<String, Row> rows = new LinkedHashMap<>();

  /** The width of the widest sign, so that the names stand below each other. */
  private final DoubleProperty signs = new SimpleDoubleProperty();

  /**
   * @param room takes from a stick what is receipted
   * @param look brings what waits on a carrier for a look
   * @param came hears when a carrier has done a round
   */
  CarriersPart(
      Sync sync,
      Here here,
      Work.Line line,
      MakingRoom room,
      Consumer<Configured> look,
      Runnable came) {
    super(6);
    this.sync = sync;
    this.here = here;
    this.line = line;
    this.room = room;
    this.look = look;
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

  /** A row stays where it is while its words change: nobody's click or keyboard is lost. */
  private void show(List<Standing> all) {
    setVisible(!all.isEmpty());
    List<String> ids = all.stream().map(s -> s.carrier().id()).toList();
    if (!List.copyOf(rows.keySet()).equals(ids)) {
      rows.clear();
      ids.forEach(id -> rows.put(id, new Row()));
      getChildren().setAll(rows.values());
    }
    all.forEach(s -> Objects.requireNonNull(rows.get(s.carrier().id())).show(s));
  }

  private void measure() {
    signs.set(
        rows.values().stream()
            .flatMap(r -> r.badge.getChildren().stream())
            .mapToDouble(sign -> sign.getLayoutBounds().getWidth())
            .max()
            .orElse(0));
  }

  /** One carrier. */
  private final class Row extends HBox {
    private final HBox badge = new HBox();
    private final Label name = Nodes.line("", "strong");
    private final ProgressBar bar = new ProgressBar();
    private final Label detail = Nodes.changing("muted", "small");
    private final Button pause = Nodes.button("", "", this::press, "plain");
    private final Button clean = Nodes.button(here.t("room.open"), "", this::makeRoom, "plain");
    private final Button looks = Nodes.button(here.t("carrier.look"), "", this::look);
    private Optional<Standing> shown = Optional.empty();

    Row() {
      super(12);
      setAlignment(Pos.CENTER_LEFT);
      badge.setAlignment(Pos.CENTER_LEFT);
      badge.minWidthProperty().bind(signs);
      bar.setPrefWidth(120);
      bar.setMinWidth(60);
      bar.managedProperty().bind(bar.visibleProperty());
      name.setMinWidth(USE_PREF_SIZE);
      detail.setMinWidth(0);
      detail.setMinHeight(USE_PREF_SIZE);
      HBox.setHgrow(detail, Priority.ALWAYS);
      getChildren().setAll(badge, name, bar, detail, Nodes.spring(), looks, clean, pause);
      clean.setId("make-room");
      looks.setId("look-first");
      looks.managedProperty().bind(looks.visibleProperty());
      clean.managedProperty().bind(clean.visibleProperty());
    }

    private void show(Standing s) {
      shown = Optional.of(s);
      Badge sign = CarrierWords.badge(s, here);
      sign.widthProperty().addListener((o, was, is) -> measure());
      badge.getChildren().setAll(sign);
      name.setText(s.carrier().label());
      bar.setVisible(s.of() > 0);
      bar.setProgress(s.of() > 0 ? (double) s.done() / s.of() : 0);
      bar.setAccessibleText(s.carrier().label());
      detail.setText(CarrierWords.detail(s, here));
      clean.setVisible(s.carrier().kind() == Configured.Kind.FOLDER);
      looks.setVisible(s.waiting() > 0);
      pause.setText(here.t(s.carrier().paused() ? "carrier.resume" : "carrier.pause"));
    }

    private void look() {
      shown.ifPresent(s -> look.accept(s.carrier()));
    }

    private void makeRoom() {
      shown.ifPresent(s -> room.ask(s.carrier()));
    }

    private void press() {
      shown.ifPresent(s -> CarriersPart.this.pause(s, !s.carrier().paused()));
    }
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
