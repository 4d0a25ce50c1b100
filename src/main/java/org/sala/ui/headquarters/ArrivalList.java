package org.sala.ui.headquarters;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sala.casework.packages.register.Reception;
import org.sala.casework.station.Preferences;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Column;
import org.sala.ui.kit.LongList;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.NewestList;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.text.Texts;
import org.sala.ui.transit.ContentWords;
import org.sala.ui.transit.StateBadge;
import org.sala.ui.work.Work;

/** The list of what came: from which station, what became of it, whether it was answered. */
final class ArrivalList {
  /** A name of more letters than this has a second line. */
  private static final int LONG = 14;

  private static final double TWO_LINES = 40;

  private final Here here;

  /**
   * What can be done from the list.
   *
   * @param chosen hears of the chosen row
   * @param refresh reads the screen anew
   */
  record Verbs(
      List<LongList.Verb<Reception.Came>> all,
      Consumer<Optional<Reception.Came>> chosen,
      Runnable refresh) {}

  ArrivalList(Here here) {
    this.here = here;
  }

  /**
   * Makes the list.
   *
   * @param place of which station, and which of them
   */
  NewestList<Reception.Came> of(
      Reception reception,
      Place.Arrivals place,
      Preferences preferences,
      Verbs verbs,
      Work.Line line) {
    return new NewestList<>(
        new LongList.Made<>(
            "arrivals",
            columns(),
            "",
            false,
            Reception.Came::id,
            Nodes.empty(here.t("arrivals.none"), here.t("packages.none.in.hq")),
            c -> {},
            verbs.all()),
        "arrivals.filter",
        new NewestList.From<>(
            most -> {
              Reception.Some some = reception.came(place.from(), place.which(), most);
              return new NewestList.Newest<>(some.came(), some.all());
            },
            Reception.Came::id,
            this::words,
            orders()),
        preferences,
        verbs.chosen(),
        verbs.refresh(),
        here,
        line);
  }

  private List<Column<Reception.Came>> columns() {
    return List.of(
        Column.<Reception.Came>nodes("from", here.t("arrivals.from"), 132, this::from)
            .sortedBy("from"),
        Column.<Reception.Came>nodes("number", here.t("packages.package"), 146, this::number)
            .sortedBy("number"),
        Column.<Reception.Came>nodes("contents", here.t("packages.contents"), 127, this::contents)
            .sortedBy("contents"),
        Column.<Reception.Came>nodes(
                "state", here.t("packages.state"), 160, c -> StateBadge.of(c.state(), here))
            .sortedBy("state"),
        Column.<Reception.Came>nodes("answer", here.t("arrivals.answer"), 158, this::receipt)
            .sortedBy("answer"));
  }

  private Map<String, Comparator<Reception.Came>> orders() {
    return Map.of(
        "from", Comparator.comparing(this::station),
        "number", Comparator.comparingLong(Reception.Came::sequence),
        "contents", Comparator.comparing(this::about),
        "state", Comparator.comparing(c -> here.t("state." + c.state())),
        "answer", Comparator.comparing(this::answer));
  }

  private String words(Reception.Came c) {
    return String.join(
        " ",
        station(c),
        c.signer(),
        Texts.packageNumber(c.sequence()),
        day(c),
        about(c),
        here.t("state." + c.state()),
        answer(c));
  }

  private String station(Reception.Came c) {
    return c.stationName().isEmpty() ? here.t("arrivals.unknown") : c.stationName();
  }

  private Node from(Reception.Came c) {
    VBox from = two(station(c), c.signer());
    if (!c.stationName().isEmpty()) {
      Label name = Nodes.label(c.stationName(), "strong");
      name.setMinHeight(c.stationName().length() > LONG ? TWO_LINES : Region.USE_PREF_SIZE);
      from.getChildren().set(0, name);
    }
    return from;
  }

  private Node number(Reception.Came c) {
    return two(Texts.packageNumber(c.sequence()), day(c));
  }

  private String day(Reception.Came c) {
    return c.received().map(here.texts()::date).orElse("");
  }

  private String about(Reception.Came c) {
    String about = ContentWords.of(c.contents(), here);
    int changes = c.contents().changes();
    return about.isEmpty()
        ? changes == 0 ? here.t("none") : here.t("packages.changes", changes)
        : about;
  }

  private Node contents(Reception.Came c) {
    // Who took it in stands at the side.
    Label label = Nodes.label(about(c), "strong");
    label.setMinHeight(Region.USE_COMPUTED_SIZE);
    return label;
  }

  private Node receipt(Reception.Came c) {
    Badge.Kind kind =
        c.receipt()
            .map(r -> r.carried() ? Badge.Kind.OK : Badge.Kind.WARNING)
            .orElse(Badge.Kind.NEUTRAL);
    return new Badge(kind, answer(c));
  }

  private String answer(Reception.Came c) {
    return here.t(
        c.receipt()
            .map(r -> r.carried() ? "arrivals.answered" : "arrivals.toanswer")
            .orElse("arrivals.noanswer"));
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
