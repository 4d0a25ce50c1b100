package org.sala.ui.packages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sala.casework.packages.register.PackageLine;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.RowMenu;
import org.sala.ui.kit.Table;
import org.sala.ui.route.Here;
import org.sala.ui.transit.ContentWords;
import org.sala.ui.transit.StateBadge;

/** The list of packages: number and day, case, what is in it, and its true state. */
final class PackageList {
  private final Here here;
  private final Consumer<Optional<PackageLine>> chosen;
  private final Runnable sealAgain;
  private final StackPane empty = new StackPane();
  private final Table<PackageLine> table = new Table<>(empty);

  private Optional<RecordId> wanted = Optional.empty();

  PackageList(
      Here here,
      Consumer<Optional<PackageLine>> chosen,
      List<RowMenu.Item<PackageLine>> verbs,
      Runnable sealAgain) {
    this.here = here;
    this.chosen = chosen;
    this.sealAgain = sealAgain;
    RowMenu.on(table, verbs);
    table.setId("packages");
    table.setAccessibleText(here.t("nav.packages"));
    table
        .nodes(here.t("packages.package"), 130, this::name)
        // A case number has no place where it may be broken.
        .column(
            here.t("packages.case"),
            139,
            p -> p.outgoing() ? String.join(", ", p.cases()) : p.from())
        .nodes(here.t("packages.contents"), 146, this::contents)
        .column(here.t("packages.size"), 63, p -> here.texts().size(p.size()))
        .nodes(here.t("packages.state"), 178, this::state);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, is) -> chosen.accept(Optional.ofNullable(is)));
  }

  Node node() {
    return table;
  }

  /** Says that nobody knows yet what there is. */
  void reading() {
    empty.getChildren().setAll(Nodes.label(here.t("list.reading"), "muted", "nothing"));
  }

  /** Keeps to this one from when it is shown. */
  void choose(RecordId id) {
    wanted = Optional.of(id);
  }

  /**
   * Shows them, and keeps to the one that was chosen.
   *
   * @param came whether they came: then the list says from where, and not about which case
   */
  void show(List<PackageLine> lines, boolean came, String next) {
    table.getColumns().get(1).setText(here.t(came ? "packages.from" : "packages.case"));
    empty.getChildren().setAll(Nodes.empty(here.t("packages.none"), next));
    boolean sought = wanted.isPresent();
    RecordId before = wanted.or(() -> chosen().map(PackageLine::id)).orElse(null);
    if (lines.stream().anyMatch(l -> l.id().equals(before))) {
      wanted = Optional.empty();
    }
    table.getItems().setAll(lines);
    if (lines.isEmpty()) {
      chosen.accept(Optional.empty());
      return;
    }
    int at = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).id().equals(before)) {
        at = i;
      }
    }
    table.getSelectionModel().clearAndSelect(at);
    if (sought) {
      table.scrollTo(at);
    }
  }

  /** Whether one is looked for that is not among those that were shown. */
  boolean looksForOlder() {
    return wanted.isPresent();
  }

  Optional<PackageLine> chosen() {
    return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
  }

  static String number(PackageLine p) {
    return p.sequence() == 0 ? "–" : String.format(Locale.ROOT, "%04d", p.sequence());
  }

  private Node name(PackageLine p) {
    return two(number(p), p.sealed().or(p::received).map(here.texts()::date).orElse(""), "strong");
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
        new VBox(3, badge, Nodes.button(here.t("packages.again"), "", sealAgain, "compact"));
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }
}
