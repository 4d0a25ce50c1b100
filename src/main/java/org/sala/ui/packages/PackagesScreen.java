package org.sala.ui.packages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.station.Preferences;
import org.sala.casework.station.Progress;
import org.sala.casework.sync.Brought;
import org.sala.casework.sync.Configured;
import org.sala.casework.sync.Sync;
import org.sala.casework.sync.WhyNot;
import org.sala.ui.kit.LongList;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Tabs;
import org.sala.ui.roster.NewestList;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.transit.CarrierWords;
import org.sala.ui.transit.Carrying;
import org.sala.ui.transit.FoundWords;
import org.sala.ui.transit.TakingIn;
import org.sala.ui.transit.Underway;
import org.sala.ui.work.Work;

/** Packages: what leaves, what came, and the true state of each. */
public final class PackagesScreen implements Screen {
  private static final String OUT = "out";
  private static final String IN = "in";

  private final Packages packages;
  private final Sync sync;
  private final boolean headquarters;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private final StackPane slot = new StackPane();
  private final HBox actions = Nodes.row();
  private Label below = new Label();
  private final Tabs tabs = new Tabs(this::open);
  private final NewestList<PackageLine> out;
  private final NewestList<PackageLine> in;
  private final StackPane listed = new StackPane();
  private final PackageSide side;
  private final Seals seals;
  private final CarriersPart carriers;
  private final Carrying carrying;
  private final TakingIn takingIn;
  private final Label hidden;
  private List<PackageLine> waiting = List.of();
  private boolean takesIn = true;
  private String tab = OUT;

  /**
   * @param headquarters whether this is the end where packages of stations arrive
   * @param place with what it begins
   */
  public PackagesScreen(
      Packages packages,
      Sync sync,
      Preferences preferences,
      boolean headquarters,
      Place.Packages place,
      Here here) {
    this.packages = packages;
    this.sync = sync;
    this.headquarters = headquarters;
    this.here = here;
    this.line = here.work().line();
    this.carriers =
        new CarriersPart(
            sync,
            here,
            here.work().line(),
            new MakingRoom(sync, here, line, slot),
            this::look,
            this::refresh);
    this.carrying = new Carrying(packages, here, line, slot, this::refresh);
    this.seals = new Seals(packages, here, line, slot, this::sealed);
    this.takingIn = new TakingIn(packages, here, line, slot, carrying, this::refresh);
    this.side =
        new PackageSide(
            packages,
            here,
            new PackageSide.Verbs(carrying::carry, this::verify, this::read, seals::everything));
    PackageList made = lists(preferences);
    this.out = made.leaving(here.t("packages.none.next"));
    this.in = made.came(here.t(headquarters ? "packages.none.in.hq" : "packages.none.in"));
    this.hidden = Nodes.label(here.t("packages.hidden"), "warning");
    hidden.setId("hidden-here");
    hidden.managedProperty().bind(hidden.visibleProperty());
    hidden.setVisible(false);
    carrying.whenSetAside(p -> seals.everything());
    build(place.first());
    place.chosen().ifPresent(id -> list().choose(id));
    refresh();
    place.sealing().ifPresent(seals::one);
  }

  private PackageList lists(Preferences preferences) {
    return new PackageList(
        packages.lines(),
        preferences,
        new PackageList.Verbs(side.verbs(), seals::everything, p -> side(), this::refresh),
        here,
        line);
  }

  private NewestList<PackageLine> list() {
    return tab.equals(OUT) ? out : in;
  }

  /** Shows the chosen row of the list in sight; the other has one too. */
  private void side() {
    side.show(list().chosen());
  }

  private void build(Optional<Place.Packages.Leaving> first) {
    page.getStyleClass().add("page");
    slot.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(slot.getChildren()));
    tabs.add(OUT, words(OUT, ""));
    tabs.add(IN, words(IN, ""));
    HBox.setHgrow(listed, Priority.ALWAYS);
    HBox body = new HBox(14, listed, side.node());
    VBox.setVgrow(body, Priority.ALWAYS);
    HBox header = Nodes.header("", here.t("nav.packages"), here.t("packages.below"), actions);
    if (header.lookup(".below-title") instanceof Label words) {
      below = words;
    }
    page.getChildren().setAll(header, hidden, slot, carriers, tabs, body);
    Place.Packages.Leaving usual =
        headquarters ? Place.Packages.Leaving.IN : Place.Packages.Leaving.OUT;
    tabs.choose(first.orElse(usual) == Place.Packages.Leaving.IN ? IN : OUT);
  }

  /** Returns the name of a tab, without a number while nobody knows one. */
  private String words(String key, Object count) {
    return here.t(
            key.equals(OUT)
                ? headquarters ? "packages.out.hq" : "packages.out"
                : headquarters ? "packages.in.hq" : "packages.in",
            count)
        .strip();
  }

  /** Each tab has the verbs that belong to it. */
  private void open(String key) {
    tab = key;
    below.setText(here.t(key.equals(OUT) ? "packages.below" : "packages.below.in"));
    listed.getChildren().setAll(list().node());
    side();
    verbs(key);
  }

  private void verbs(String key) {
    Node check = Nodes.button(here.t("packages.check"), "", this::check);
    if (!takesIn) {
      actions.getChildren().setAll(check);
    } else if (key.equals(OUT)) {
      Node copy = Nodes.button(here.t("packages.copy"), "", this::copyAll);
      actions.getChildren().setAll(check, copy);
      if (!headquarters) {
        actions
            .getChildren()
            .add(Nodes.button(here.t("packages.seal"), "Ctrl N", this::add, "primary"));
      }
    } else {
      actions
          .getChildren()
          .setAll(
              check,
              Nodes.button(here.t("packages.take.files"), "", takingIn::fromFiles),
              Nodes.button(
                  here.t("packages.take.folder"), "Ctrl N", takingIn::fromFolder, "primary"));
    }
  }

  /**
   * What is shown around the lists.
   *
   * @param waiting all that lies here and has not left
   * @param takesIn whether this desk may do anything with what came
   */
  private record Known(
      NewestList.Reached out, NewestList.Reached in, List<PackageLine> waiting, boolean takesIn) {}

  @Override
  public void refresh() {
    Supplier<NewestList.Reached> leaving = out.again();
    Supplier<NewestList.Reached> came = in.again();
    line.ask(
        () -> new Known(leaving.get(), came.get(), packages.lines().sealed(), packages.takesIn()),
        k -> {
          out.show(k.out());
          in.show(k.in());
          tabs.rename(OUT, words(OUT, k.out().all()));
          tabs.rename(IN, words(IN, k.in().all()));
          waiting = k.waiting();
          hidden.setVisible(!k.takesIn());
          if (k.takesIn() != takesIn) {
            takesIn = k.takesIn();
            verbs(tab);
          }
        });
  }

  @Override
  public List<LongList<?>> lists() {
    return List.of(out.list(), in.list());
  }

  /** What was sealed just now is what whoever sealed it carries next. */
  private void sealed(PackageLine fresh) {
    sync.wake();
    tabs.choose(OUT);
    list().choose(fresh.id());
    refresh();
  }

  /** Everything that still lies here goes along; one whose consent changed is asked about. */
  private void copyAll() {
    List<PackageLine> leaving = waiting;
    if (leaving.isEmpty()) {
      list()
          .chosen()
          .filter(PackageLine::outgoing)
          .ifPresentOrElse(
              carrying::carry,
              () -> here.dialogs().tell(here.t("carry.verb"), here.t("carry.none")));
      return;
    }
    line.act(
        () -> leaving.stream().filter(p -> !packages.withdrawn(p.id()).isEmpty()).findFirst(),
        stopped ->
            stopped.ifPresentOrElse(
                carrying::carry,
                () -> carrying.carry(leaving.stream().map(PackageLine::id).toList())));
  }

  @Override
  public void add() {
    if (tab.equals(OUT) && !headquarters) {
      seals.everything();
    } else if (tab.equals(IN) && takesIn) {
      takingIn.fromFolder();
    }
  }

  private void check() {
    here.dialogs().openFile(here.t("packages.check")).ifPresent(this::check);
  }

  /** Checks a file and tells what was found; nothing of it is taken in. */
  public void check(Path file) {
    Underway.run(
        here,
        line,
        slot,
        here.t("take.checking", 1),
        progress -> packages.check(file, progress),
        checked ->
            here.dialogs()
                .tell(
                    here.t("packages.check"), String.join("\n", FoundWords.lines(checked, here))));
  }

  private void verify(PackageLine p) {
    Underway.run(
        here,
        line,
        slot,
        here.t("take.checking", 1),
        progress -> packages.checkKept(p.id(), progress),
        checked ->
            here.dialogs()
                .tell(
                    here.t("packages.verified"),
                    String.join("\n", FoundWords.lines(checked, here))));
  }

  /** Brings what waits on a carrier, then shows it like what lies on a stick. */
  private void look(Configured carrier) {
    Underway.run(
        here,
        line,
        slot,
        here.t("carrier.looking"),
        progress -> brought(carrier, progress),
        came -> {
          came.why()
              .ifPresent(w -> here.dialogs().tell(carrier.label(), here.t("carrierWhy." + w)));
          came.brought()
              .filter(b -> came(carrier, b))
              .ifPresent(
                  b ->
                      takingIn.fromCarrier(
                          b.files(),
                          over ->
                              line.act(
                                  () -> {
                                    sync.looked(b, over);
                                    return b;
                                  },
                                  done -> refresh())));
        });
  }

  /** Whether there is anything to look at; where nothing came, why is said. */
  private boolean came(Configured carrier, Brought brought) {
    if (brought.files().isEmpty() && !brought.stuck().isEmpty()) {
      here.dialogs()
          .tell(carrier.label(), String.join("\n", CarrierWords.stuck(brought.stuck(), here)));
      return false;
    }
    return true;
  }

  /** What came, or why not; a stick that is gone is no fault of anybody. */
  private record Came(Optional<Brought> brought, Optional<WhyNot> why) {}

  private Came brought(Configured carrier, Progress progress) {
    try {
      return new Came(Optional.of(sync.bring(carrier.id(), progress)), Optional.empty());
    } catch (IOException e) {
      return new Came(Optional.empty(), Optional.of(WhyNot.of(e)));
    }
  }

  private void read(PackageLine p) {
    line.act(
        () -> {
          packages.refused().read(p.id());
          return p;
        },
        done -> refresh());
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void closed() {
    out.close();
    in.close();
    line.close();
    carriers.close();
    side.close();
  }
}
