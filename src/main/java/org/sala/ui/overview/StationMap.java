package org.sala.ui.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.sala.casework.headquarters.Spot;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/**
 * The map: land, what stands on it, and a cross while somebody picks a place. Arrows move it, plus
 * and minus change how much is shown; marks are buttons, reached by Tab, who was silent longest
 * first.
 */
final class StationMap extends Pane {
  private static final double NEAR = 15;
  private static final double STEP = 60;
  private static final double CLOSER = 1.5;
  private static final double GAP = 12;

  /** The earth goes on behind its edge: nothing is empty to the left of America. */
  private static final double[] ROUNDS = {0, MapWindow.ROUND, -MapWindow.ROUND};

  private final Here here;
  private final Path land = new Path();
  private final Pane names = new Pane();
  private final Pane marks = new Pane();
  private final FontIcon cross = new FontIcon(MaterialDesignC.CROSSHAIRS_GPS);
  private List<Mark> shown = List.of();
  private List<Spot> around = List.of();
  private @Nullable MapWindow window;
  private boolean whole = true;
  private Optional<Spot> picked = Optional.empty();
  private Consumer<Spot> picking = s -> {};
  private double fromX;
  private double fromY;

  StationMap(Here here) {
    this.here = here;
    setId("station-map");
    getStyleClass().add("station-map");
    setFocusTraversable(true);
    setMinSize(0, 0);
    land.getStyleClass().add("map-land");
    land.setManaged(false);
    names.setMouseTransparent(true);
    marks.setPickOnBounds(false);
    cross.getStyleClass().add("map-cross");
    cross.setMouseTransparent(true);
    cross.setVisible(false);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    for (Node n : List.of(names, marks, cross)) {
      n.setManaged(false);
    }
    getChildren().setAll(land, names, marks, cross);
    setOnMousePressed(this::pressed);
    setOnMouseDragged(this::dragged);
    setOnMouseClicked(this::clicked);
    setOnScroll(
        e -> {
          if (e.getDeltaY() != 0) {
            zoom(e.getDeltaY() > 0 ? CLOSER : 1 / CLOSER);
            e.consume();
          }
        });
    setOnKeyPressed(this::key);
  }

  /**
   * Shows marks.
   *
   * @param at what is shown where there is nothing else: the country of headquarters
   */
  void show(List<Mark> all, List<Spot> at) {
    shown = List.copyOf(all);
    around = all.isEmpty() ? List.copyOf(at) : all.stream().map(Mark::spot).toList();
    draw();
  }

  /** Somebody picks a place, beginning at one. */
  void pick(Spot from, Consumer<Spot> moves) {
    picking = moves;
    window = window().showing(from);
    cross.setVisible(true);
    to(from);
    requestFocus();
  }

  void pickNoMore() {
    picked = Optional.empty();
    picking = s -> {};
    cross.setVisible(false);
    draw();
  }

  void closer() {
    zoom(CLOSER);
  }

  void farther() {
    zoom(1 / CLOSER);
  }

  /** Shows everything that stands on the map. */
  void all() {
    whole = true;
    window = null;
    draw();
  }

  private MapWindow window() {
    double w = Math.max(1, getWidth());
    double h = Math.max(1, getHeight());
    boolean anew = window == null || whole && picked.isEmpty();
    MapWindow now = anew || window == null ? MapWindow.around(around, w, h) : window.sized(w, h);
    window = now;
    return now;
  }

  private void zoom(double factor) {
    MapWindow now = window();
    MapWindow about = picked.map(now::centred).orElse(now);
    move(about.zoomed(factor));
  }

  private void move(MapWindow to) {
    whole = false;
    window = to;
    draw();
  }

  private void to(Spot spot) {
    picked = Optional.of(spot);
    picking.accept(spot);
    window = window().showing(spot);
    draw();
  }

  private void pressed(MouseEvent e) {
    requestFocus();
    fromX = e.getX();
    fromY = e.getY();
  }

  private void dragged(MouseEvent e) {
    move(window().moved(fromX - e.getX(), fromY - e.getY()));
    fromX = e.getX();
    fromY = e.getY();
  }

  private void clicked(MouseEvent e) {
    if (picked.isPresent() && e.isStillSincePress()) {
      to(window().at(e.getX(), e.getY()));
    }
  }

  private void key(KeyEvent e) {
    switch (e.getCode()) {
      case LEFT -> step(-1, 0, e);
      case RIGHT -> step(1, 0, e);
      case UP -> step(0, -1, e);
      case DOWN -> step(0, 1, e);
      case PLUS, ADD, EQUALS -> zoom(CLOSER);
      case MINUS, SUBTRACT -> zoom(1 / CLOSER);
      default -> {
        return;
      }
    }
    e.consume();
  }

  /**
   * The map by a good part of it, or the cross by the least that is kept; ten of those with Shift.
   */
  private void step(int right, int down, KeyEvent e) {
    if (picked.isEmpty()) {
      move(window().moved(right * STEP, down * STEP));
      return;
    }
    int by = e.isShiftDown() ? 10 : 1;
    Spot from = picked.get();
    to(Spot.near((from.north() - down * by) / 10.0, (from.east() + right * by) / 10.0));
  }

  @Override
  protected void layoutChildren() {
    draw();
  }

  private void draw() {
    if (getWidth() < 1 || getHeight() < 1 || getScene() == null) {
      return;
    }
    MapWindow w = window();
    land(w);
    marks(w);
    picked.ifPresent(
        s -> {
          double half = cross.getIconSize() / 2.0;
          cross.relocate(w.x(s.longitude()) - half, w.y(s.latitude()) - half);
        });
  }

  private void land(MapWindow w) {
    Land.Box box = w.box();
    List<PathElement> lines = new ArrayList<>();
    names.getChildren().clear();
    List<Bounds> named = new ArrayList<>();
    for (Land.Country c : Land.land().countries()) {
      for (double round : ROUNDS) {
        boolean seen = false;
        for (Land.Ring r : c.rings()) {
          if (r.box().round(round).meets(box)) {
            seen = true;
            ring(r, round, w, lines);
          }
        }
        if (seen && !c.code().equals("-")) {
          name(c, round, w, named);
        }
      }
    }
    land.getElements().setAll(lines);
  }

  private static void ring(Land.Ring r, double round, MapWindow w, List<PathElement> lines) {
    List<Clipped.Point> points = Clipped.ring(r, round, w);
    if (points.isEmpty()) {
      return;
    }
    lines.add(new MoveTo(points.getFirst().x(), points.getFirst().y()));
    points.stream().skip(1).forEach(p -> lines.add(new LineTo(p.x(), p.y())));
    lines.add(new ClosePath());
  }

  /** A country's name, where it is wide enough to carry it and no other name stands there. */
  private void name(Land.Country c, double round, MapWindow w, List<Bounds> named) {
    Label label = new Label(here.texts().country(c.code()));
    label.getStyleClass().addAll("muted", "small");
    names.getChildren().add(label);
    label.applyCss();
    double wide = label.prefWidth(-1);
    double widest =
        c.rings().stream()
            .mapToDouble(r -> w.x(r.box().east()) - w.x(r.box().west()))
            .max()
            .orElse(0);
    label.autosize();
    double left = w.x(c.longitude() + round) - wide / 2;
    double top = w.y(c.latitude()) - label.getHeight() / 2;
    boolean inside =
        left >= 0 && top >= 0 && left + wide <= w.width() && top + label.getHeight() <= w.height();
    Bounds at = new BoundingBox(left - 3, top, wide + 6, label.getHeight());
    if (wide > widest || !inside || named.stream().anyMatch(at::intersects)) {
      names.getChildren().remove(label);
    } else {
      named.add(at);
      label.relocate(left, top);
    }
  }

  private void marks(MapWindow w) {
    int focused = focused();
    marks.getChildren().clear();
    List<Bounds> taken = new ArrayList<>();
    // What stands outside would have its words inside, beside nothing.
    List<List<Mark>> groups =
        Mark.together(shown.stream().filter(m -> w.shows(m.spot())).toList(), w, NEAR);
    for (List<Mark> g : groups) {
      double x = w.x(g.getFirst().spot().longitude());
      double y = w.y(g.getFirst().spot().latitude());
      taken.add(new BoundingBox(x - NEAR / 2, y - NEAR / 2, NEAR, NEAR));
    }
    List<Button> buttons = new ArrayList<>();
    for (List<Mark> g : groups) {
      buttons.add(mark(g, w, taken));
    }
    if (focused >= 0 && focused < buttons.size()) {
      buttons.get(focused).requestFocus();
    }
  }

  private int focused() {
    int at = 0;
    for (Node n : marks.getChildren()) {
      if (n instanceof Button) {
        if (n.isFocused()) {
          return at;
        }
        at++;
      }
    }
    return -1;
  }

  private Button mark(List<Mark> group, MapWindow w, List<Bounds> taken) {
    Mark first = group.getFirst();
    double x = w.x(first.spot().longitude());
    double y = w.y(first.spot().latitude());
    Label sign = ContactBoard.icon(first.contact());
    sign.setMouseTransparent(true);
    String name =
        group.size() == 1 ? first.name() : here.t("map.more", first.name(), group.size() - 1);
    Button button = Nodes.button(name + " · " + first.below(), "", first.leads(), "map-mark");
    button.setAccessibleText(
        String.join(", ", group.stream().map(m -> m.name() + " " + m.below()).toList()));
    marks.getChildren().addAll(sign, button);
    sign.applyCss();
    button.applyCss();
    sign.autosize();
    button.autosize();
    sign.relocate(x - sign.getWidth() / 2, y - sign.getHeight() / 2);
    Bounds at = free(x, y, button.getWidth(), button.getHeight(), taken);
    taken.add(at);
    button.relocate(at.getMinX(), at.getMinY());
    return button;
  }

  /** Beside its place, where nothing else stands yet; a window has edges. */
  private Bounds free(double x, double y, double wide, double high, List<Bounds> taken) {
    List<Bounds> ways = new ArrayList<>();
    for (int row : new int[] {0, 1, -1, 2, -2, 3, -3}) {
      double top = y - high / 2 + row * (high + 2);
      ways.add(new BoundingBox(x + GAP, top, wide, high));
      ways.add(new BoundingBox(x - GAP - wide, top, wide, high));
    }
    return ways.stream()
        .filter(b -> b.getMinX() >= 0 && b.getMaxX() <= getWidth())
        .filter(b -> b.getMinY() >= 0 && b.getMaxY() <= getHeight())
        .filter(b -> taken.stream().noneMatch(b::intersects))
        .findFirst()
        .orElseGet(
            () ->
                new BoundingBox(
                    Math.clamp(x + GAP, 0, Math.max(0, getWidth() - wide)),
                    Math.clamp(y - high / 2, 0, Math.max(0, getHeight() - high)),
                    wide,
                    high));
  }
}
