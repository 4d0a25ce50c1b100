package org.sala.ui.overview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sala.casework.headquarters.Overview;
import org.sala.casework.headquarters.Places;
import org.sala.casework.headquarters.Spot;
import org.sala.casework.people.InsideSites;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.work.Work;

/** The map of stations by last contact, its legend beside it, and where stations are said to be. */
final class ContactPart {
  /**
   * Where nobody has said in which country headquarters is: the middle of mainland South-East Asia.
   */
  private static final Spot SOMEWHERE = new Spot(150, 1010);

  private final Places places;
  private final InsideSites sites;
  private final Here here;
  private final Work.Line line;
  private final StationMap map;
  private final ContactBoard board;
  private final HBox bar = new HBox(8);
  private final HBox body = new HBox(14);
  private Runnable again = () -> {};

  private record Known(
      List<Overview.Line> stations,
      long now,
      List<InsideSites.Site> sites,
      Map<Places.Of, Spot> spots,
      String country) {}

  ContactPart(Places places, InsideSites sites, Here here) {
    this.places = places;
    this.sites = sites;
    this.here = here;
    this.line = here.work().line();
    this.map = new StationMap(here);
    this.board = new ContactBoard(here);
    map.setAccessibleText(here.t("map.title"));
    bar.setAlignment(Pos.CENTER_LEFT);
    HBox sizes =
        new HBox(
            4,
            sized("−", "map.farther", map::farther),
            sized("+", "map.closer", map::closer),
            sized(here.t("map.all"), "map.all", map::all));
    sizes.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    sizes.getStyleClass().add("map-sizes");
    StackPane.setAlignment(sizes, Pos.TOP_RIGHT);
    StackPane framed = new StackPane(map, sizes);
    framed.getStyleClass().add("map-frame");
    framed.setMinSize(0, 0);
    VBox.setVgrow(framed, Priority.ALWAYS);
    bar.managedProperty().bind(Bindings.isNotEmpty(bar.getChildren()));
    VBox left = new VBox(6, framed, bar);
    left.setMinSize(0, 0);
    HBox.setHgrow(left, Priority.ALWAYS);
    body.getChildren().setAll(left, board.node());
    resting();
  }

  Node node() {
    return body;
  }

  /** Reads where everything is, for a glance. */
  void show(Overview.Glance g) {
    again = () -> show(g);
    line.ask(
        () -> {
          List<InsideSites.Site> inside =
              sites.sites().stream().filter(s -> s.inside() > 0 && !s.key().isEmpty()).toList();
          Map<Places.Of, Spot> spots = new HashMap<>();
          g.stations().forEach(l -> spot(spots, new Places.AtStation(l.id())));
          inside.forEach(s -> spot(spots, new Places.AtSite(s.key())));
          return new Known(
              g.stations(), g.at().instant().toEpochMilli(), inside, spots, places.country());
        },
        this::show);
  }

  private void spot(Map<Places.Of, Spot> spots, Places.Of what) {
    places.of(what).ifPresent(s -> spots.put(what, s));
  }

  private void show(Known k) {
    List<ContactBoard.Line> lines = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    Spot middle = middle(k.country());
    for (Overview.Line l : k.stations()) {
      String name = l.name().isEmpty() ? here.t("arrivals.unknown") : l.name();
      add(
          new ContactBoard.Line(
              l.letter().isEmpty() ? l.id().toString() : l.letter(),
              Optional.of(l.contact()),
              name,
              ago(l, k.now()),
              k.spots().containsKey(new Places.AtStation(l.id())),
              () -> here.navigator().go(new Place.Stations(Optional.of(l.id()))),
              () -> pick(new Places.AtStation(l.id()), name, k, middle)),
          Optional.ofNullable(k.spots().get(new Places.AtStation(l.id()))),
          lines,
          marks);
    }
    for (InsideSites.Site s : k.sites()) {
      Places.AtSite at = new Places.AtSite(s.key());
      add(
          new ContactBoard.Line(
              "site-" + lines.size(),
              Optional.empty(),
              s.name(),
              inside(s),
              k.spots().containsKey(at),
              () -> here.navigator().go(new Place.OneSite(s.key())),
              () -> pick(at, s.name(), k, middle)),
          Optional.ofNullable(k.spots().get(at)),
          lines,
          marks);
    }
    board.show(lines);
    map.show(marks, List.of(middle));
  }

  private static void add(
      ContactBoard.Line line,
      Optional<Spot> spot,
      List<ContactBoard.Line> lines,
      List<Mark> marks) {
    lines.add(line);
    spot.ifPresent(
        s -> marks.add(new Mark(s, line.contact(), line.name(), line.below(), line.leads())));
  }

  /** How many are inside, and that versions of some of them differ: the number may be another. */
  private String inside(InsideSites.Site s) {
    String inside = here.t("map.inside", s.inside());
    return s.differing() == 0 ? inside : inside + " · " + here.t("map.differing", s.differing());
  }

  private String ago(Overview.Line l, long now) {
    return l.lastContact()
        .map(at -> here.t("overview.ago", here.texts().ago(at.instant().toEpochMilli(), now)))
        .orElseGet(() -> here.t("contact." + Overview.Contact.NEVER));
  }

  private static Spot middle(String country) {
    return Land.land()
        .country(country)
        .map(c -> Spot.near(c.latitude(), c.longitude()))
        .orElse(SOMEWHERE);
  }

  /** Nobody picks; what was done a moment ago may still be said. */
  private void resting(Node... said) {
    body.setOnKeyPressed(null);
    bar.getChildren().setAll(said);
  }

  private Button sized(String sign, String words, Runnable does) {
    Button button = Nodes.button(sign, "", does, "small");
    button.setAccessibleText(here.t(words));
    return button;
  }

  private void pick(Places.Of what, String name, Known k, Spot middle) {
    Optional<Spot> before = Optional.ofNullable(k.spots().get(what));
    Label where = Nodes.changing("strong");
    where.setId("map-where");
    Spot[] at = {before.orElse(middle)};
    Runnable set = () -> put(what, name, Optional.of(at[0]));
    Button setHere = Nodes.button(here.t("map.set"), "", set, "primary");
    setHere.setId("map-set");
    Button leave = Nodes.button(here.t("map.leave"), "", this::leave);
    bar.getChildren()
        .setAll(Nodes.label(here.t("map.pick", name), "muted"), where, Nodes.spring(), setHere);
    if (before.isPresent()) {
      Button away = Nodes.button(here.t("map.remove"), "", () -> put(what, name, Optional.empty()));
      away.setId("map-remove");
      bar.getChildren().add(away);
    }
    bar.getChildren().add(leave);
    body.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            leave();
            e.consume();
          } else if (e.getCode() == KeyCode.ENTER) {
            set.run();
            e.consume();
          }
        });
    map.pick(
        at[0],
        spot -> {
          at[0] = spot;
          where.setText(words(spot));
        });
  }

  private String words(Spot s) {
    return here.t(
        "map.at",
        String.format(Locale.ROOT, "%.1f", Math.abs(s.latitude())),
        here.t(s.north() < 0 ? "map.south" : "map.north"),
        String.format(Locale.ROOT, "%.1f", Math.abs(s.longitude())),
        here.t(s.east() < 0 ? "map.west" : "map.east"));
  }

  private void leave() {
    map.pickNoMore();
    resting();
  }

  void closed() {
    line.close();
  }

  /** Saves it; beside the words that say so stands the way back. */
  private void put(Places.Of what, String name, Optional<Spot> where) {
    line.act(
        () -> places.put(what, where),
        before -> {
          map.pickNoMore();
          Button undo = Nodes.button(here.t("undo"), "", () -> back(what, before), "small");
          undo.setId("map-undo");
          resting(Nodes.label(here.t(where.isPresent() ? "map.put" : "map.taken", name)), undo);
          undo.requestFocus();
          again.run();
        });
  }

  private void back(Places.Of what, Optional<Spot> before) {
    line.act(
        () -> places.put(what, before),
        any -> {
          resting();
          again.run();
        });
  }
}
