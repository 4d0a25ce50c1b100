package org.sala.ui.packages;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageLists;
import org.sala.casework.station.Preferences;
import org.sala.domain.Moment;
import org.sala.ui.kit.Column;
import org.sala.ui.kit.LongList;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.NewestList;
import org.sala.ui.route.Here;
import org.sala.ui.text.Texts;
import org.sala.ui.transit.ContentWords;
import org.sala.ui.transit.StateBadge;
import org.sala.ui.work.Work;

/** The lists of packages: number and day, case, what is in it, and its true state. */
final class PackageList {
  private final PackageLists lists;
  private final Preferences preferences;
  private final Here here;
  private final Work.Line line;
  private final Verbs verbs;

  /**
   * What can be done from a list.
   *
   * @param chosen hears of the chosen row
   * @param refresh reads the screen anew
   */
  record Verbs(
      List<LongList.Verb<PackageLine>> all,
      Runnable sealAgain,
      Consumer<Optional<PackageLine>> chosen,
      Runnable refresh) {}

  PackageList(PackageLists lists, Preferences preferences, Verbs verbs, Here here, Work.Line line) {
    this.lists = lists;
    this.preferences = preferences;
    this.verbs = verbs;
    this.here = here;
    this.line = line;
  }

  /** The list of what leaves: each says about which case it is. */
  NewestList<PackageLine> leaving(String next) {
    return list(
        "packages",
        most -> lists.newest(true, most),
        "packages.filter",
        here.t("packages.case"),
        next);
  }

  /** The list of what came: each says from where, and not about which case. */
  NewestList<PackageLine> came(String next) {
    return list(
        "packages-in",
        most -> lists.newest(false, most),
        "packages.filter.in",
        here.t("packages.from"),
        next);
  }

  private NewestList<PackageLine> list(
      String key, IntFunction<PackageLists.Some> read, String filter, String about, String next) {
    return new NewestList<>(
        new LongList.Made<>(
            key,
            columns(about),
            "",
            false,
            PackageLine::id,
            Nodes.empty(here.t("packages.none"), next),
            p -> {},
            verbs.all()),
        filter,
        new NewestList.From<>(
            most -> {
              PackageLists.Some some = read.apply(most);
              return new NewestList.Newest<>(some.lines(), some.all());
            },
            PackageLine::id,
            this::words,
            orders()),
        preferences,
        verbs.chosen(),
        verbs.refresh(),
        here,
        line);
  }

  private List<Column<PackageLine>> columns(String about) {
    return List.of(
        Column.<PackageLine>nodes("number", here.t("packages.package"), 130, this::name)
            .sortedBy("number"),
        // A case number has no place where it may be broken.
        Column.words("about", about, 139, PackageList::about).sortedBy("about"),
        Column.<PackageLine>nodes("contents", here.t("packages.contents"), 146, this::contents)
            .sortedBy("contents"),
        Column.<PackageLine>words(
                "size", here.t("packages.size"), 63, p -> here.texts().size(p.size()))
            .sortedBy("size"),
        Column.<PackageLine>nodes("state", here.t("packages.state"), 178, this::state)
            .sortedBy("state"));
  }

  private Map<String, Comparator<PackageLine>> orders() {
    return Map.of(
        "number", Comparator.comparingLong(PackageLine::sequence),
        "about", Comparator.comparing(PackageList::about),
        "contents", Comparator.comparing(p -> ContentWords.of(p, here)),
        "size", Comparator.comparingLong(PackageLine::size),
        "state", Comparator.comparing(p -> StateBadge.words(p, here)));
  }

  private String words(PackageLine p) {
    return String.join(
        " ",
        Texts.packageNumber(p.sequence()),
        day(p),
        about(p),
        ContentWords.of(p, here),
        StateBadge.words(p, here));
  }

  private static String about(PackageLine p) {
    return p.outgoing() ? String.join(", ", p.cases()) : p.from();
  }

  private String day(PackageLine p) {
    Optional<Moment> when = p.sealed().or(p::received);
    return when.map(here.texts()::date).orElse("");
  }

  private Node name(PackageLine p) {
    return two(Texts.packageNumber(p.sequence()), day(p), "strong");
  }

  /** Two lines of it; how many changes they are stands at the side. */
  private Node contents(PackageLine p) {
    Label words = Nodes.label(ContentWords.of(p, here));
    words.setMinHeight(Region.USE_COMPUTED_SIZE);
    return words;
  }

  private static VBox two(String first, String second, String style) {
    VBox box = new VBox(1, Nodes.line(first, style));
    if (!second.isEmpty()) {
      box.getChildren().add(Nodes.line(second, "muted", "small"));
    }
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private Node state(PackageLine p) {
    Node badge = StateBadge.of(p, here);
    if (!PackageSide.sealsAgain(p)) {
      return Nodes.row(badge);
    }
    // Beside each other both do not fit the narrowest window.
    VBox both =
        new VBox(
            3, badge, Nodes.button(here.t("packages.again"), "", verbs.sealAgain(), "compact"));
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }
}
