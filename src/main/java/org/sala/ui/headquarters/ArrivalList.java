package org.sala.ui.headquarters;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sala.casework.packages.register.Reception;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.RowMenu;
import org.sala.ui.kit.Table;
import org.sala.ui.route.Here;
import org.sala.ui.transit.ContentWords;
import org.sala.ui.transit.StateBadge;

/** The list of what came: from which station, what became of it, whether it was answered. */
final class ArrivalList {
  /** A name of more letters than this has a second line. */
  private static final int LONG = 14;

  private static final double TWO_LINES = 40;

  private final Here here;
  private final Consumer<Optional<Reception.Came>> chosen;
  private final Table<Reception.Came> table;
  private Optional<RecordId> wanted = Optional.empty();

  ArrivalList(
      Here here,
      Consumer<Optional<Reception.Came>> chosen,
      List<RowMenu.Item<Reception.Came>> verbs) {
    this.here = here;
    this.chosen = chosen;
    this.table =
        new Table<Reception.Came>(
                Nodes.empty(here.t("arrivals.none"), here.t("packages.none.in.hq")))
            .nodes(here.t("arrivals.from"), 132, this::from)
            .nodes(here.t("packages.package"), 146, this::number)
            .nodes(here.t("packages.contents"), 127, this::contents)
            .nodes(here.t("packages.state"), 160, c -> StateBadge.of(c.state(), here))
            .nodes(here.t("arrivals.answer"), 158, this::receipt);
    table.setId("arrivals");
    RowMenu.on(table, verbs);
    table.setAccessibleText(here.t("nav.arrivals"));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, is) -> chosen.accept(Optional.ofNullable(is)));
  }

  Node node() {
    return table;
  }

  /** Keeps to this one from when it is shown. */
  void choose(RecordId id) {
    wanted = Optional.of(id);
  }

  /** Whether one is looked for that is not among those that were shown. */
  boolean looksForOlder() {
    return wanted.isPresent();
  }

  /** Shows them, and keeps to the one that was chosen. */
  void show(List<Reception.Came> came) {
    Reception.Came selected = table.getSelectionModel().getSelectedItem();
    boolean sought = wanted.isPresent();
    Optional<RecordId> before =
        wanted.or(() -> Optional.ofNullable(selected).map(Reception.Came::id));
    table.getItems().setAll(came);
    if (came.isEmpty()) {
      chosen.accept(Optional.empty());
      return;
    }
    int at = 0;
    for (int i = 0; i < came.size(); i++) {
      if (before.filter(came.get(i).id()::equals).isPresent()) {
        at = i;
        wanted = Optional.empty();
      }
    }
    table.getSelectionModel().clearAndSelect(at);
    if (sought) {
      table.scrollTo(at);
    }
  }

  private Node from(Reception.Came c) {
    VBox from = two(c.stationName().isEmpty() ? here.t("arrivals.unknown") : "", c.signer());
    if (!c.stationName().isEmpty()) {
      Label name = Nodes.label(c.stationName(), "strong");
      name.setMinHeight(c.stationName().length() > LONG ? TWO_LINES : Region.USE_PREF_SIZE);
      from.getChildren().set(0, name);
    }
    return from;
  }

  private Node number(Reception.Came c) {
    return two(number(c.sequence()), c.received().map(here.texts()::date).orElse(""));
  }

  static String number(long sequence) {
    return sequence == 0 ? "–" : String.format(Locale.ROOT, "%04d", sequence);
  }

  private Node contents(Reception.Came c) {
    String about = ContentWords.of(c.contents(), here);
    int changes = c.contents().changes();
    String words =
        about.isEmpty()
            ? changes == 0 ? here.t("none") : here.t("packages.changes", changes)
            : about;
    // Who took it in stands at the side.
    Label label = Nodes.label(words, "strong");
    label.setMinHeight(Region.USE_COMPUTED_SIZE);
    return label;
  }

  private Node receipt(Reception.Came c) {
    return c.receipt()
        .map(
            r ->
                r.carried()
                    ? new Badge(Badge.Kind.OK, here.t("arrivals.answered"))
                    : new Badge(Badge.Kind.WARNING, here.t("arrivals.toanswer")))
        .orElseGet(() -> new Badge(Badge.Kind.NEUTRAL, here.t("arrivals.noanswer")));
  }

  static VBox two(String first, String second) {
    VBox box = new VBox(1, Nodes.line(first, "strong"));
    if (!second.isEmpty()) {
      box.getChildren().add(Nodes.line(second, "muted", "small"));
    }
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }
}
