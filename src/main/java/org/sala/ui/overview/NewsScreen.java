package org.sala.ui.overview;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.headquarters.News;
import org.sala.domain.StationId;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.kit.Tabs;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/** What came since one last looked, by person, case and site; it stays until one says so. */
public final class NewsScreen implements Screen {
  /**
   * @param words with the number of its lines
   */
  private record Tab(News.Of of, String words) {}

  private static final Map<String, Tab> TABS = new LinkedHashMap<>();

  static {
    TABS.put("people", new Tab(News.Of.PERSON, "news.people"));
    TABS.put("cases", new Tab(News.Of.CASE, "news.cases"));
    TABS.put("sites", new Tab(News.Of.SITE, "news.sites"));
  }

  private final Optional<StationId> from;
  private final News news;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private final StackPane head = new StackPane();
  private final StackPane body = new StackPane();
  private final Button all;
  private final Tabs tabs;
  private final Map<String, Table<News.Line>> tables = new HashMap<>();
  private String tab = "people";
  private News.@Nullable Page known;

  /**
   * @param from of this station everything, seen or not; empty for what is new
   */
  public NewsScreen(Optional<StationId> from, News news, Here here) {
    this.from = from;
    this.news = news;
    this.here = here;
    this.line = here.work().line();
    this.all = Nodes.button(here.t("news.all", 0), "Ctrl Enter", this::goOn, "primary");
    all.setId("news-all");
    all.setVisible(from.isEmpty());
    all.setManaged(from.isEmpty());
    this.tabs = new Tabs(this::choose);
    TABS.forEach((key, t) -> tabs.add(key, here.t(t.words(), 0)));
    page.getStyleClass().add("page");
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setMinHeight(0);
    page.getChildren().setAll(head, tabs, body);
    refresh();
  }

  @Override
  public void refresh() {
    line.ask(() -> from.map(news::of).orElseGet(news::unseen), this::show);
  }

  private void show(News.Page page) {
    known = page;
    head.getChildren()
        .setAll(
            Nodes.header(
                here.t("nav.overview"),
                here.t(from.isEmpty() ? "news.title" : "news.station"),
                below(page),
                all));
    TABS.forEach((key, t) -> tabs.rename(key, here.t(t.words(), page.of(t.of()).size())));
    tabs.choose(tab);
  }

  private String below(News.Page page) {
    String since =
        from.isPresent()
            ? here.t("news.station.below")
            : page.seen()
                .map(at -> here.t("news.since", here.texts().date(at)))
                .orElseGet(() -> here.t("news.never"));
    String more =
        from.isPresent() ? here.t("news.more", News.MOST) : here.t("news.more.first", News.MOST);
    return page.more() ? since + " " + more : since;
  }

  /** A tab keeps its table: what is chosen, and how far it was read, stays when packages come. */
  private void choose(String chosen) {
    tab = chosen;
    if (known != null) {
      List<News.Line> lines = known.of(of());
      all.setText(here.t("news.all", lines.size()));
      all.setDisable(lines.isEmpty());
      Table<News.Line> table = tables.computeIfAbsent(tab, this::table);
      table.again(lines, News.Line::key);
      if (!body.getChildren().contains(table)) {
        body.getChildren().setAll(table);
      }
    }
  }

  private News.Of of() {
    return Objects.requireNonNull(TABS.get(tab), tab).of();
  }

  private Table<News.Line> table(String of) {
    Table<News.Line> table =
        new Table<News.Line>(Nodes.empty(here.t("news.none"), here.t("news.none.next")))
            .nodes(here.t("news.what"), 250, this::what)
            .column(here.t("news.new"), 270, this::kinds)
            .column(here.t("arrivals.from"), 150, l -> String.join(", ", stations(l)))
            .column(here.t("people.changed"), 140, l -> here.texts().date(l.lastMillis()));
    if (from.isEmpty()) {
      table.nodes("", 110, this::seen);
    }
    table.framed().opens(this::open);
    table.setId("news-" + of);
    table.setAccessibleText(here.t("news.title"));
    return table;
  }

  private Node what(News.Line l) {
    String words =
        l.of() == News.Of.SITE && l.words().isEmpty() ? here.t("sites.notnamed") : l.words();
    String one = words.isEmpty() ? here.t("people.unnamed") : words;
    return l.number().isEmpty() ? StationTable.two(one, "") : StationTable.two(l.number(), words);
  }

  private String kinds(News.Line l) {
    return l.kinds().entrySet().stream()
        .map(
            k ->
                k.getValue() == 1
                    ? here.texts().code("kind", k.getKey())
                    : here.t("news.several", here.texts().code("kind", k.getKey()), k.getValue()))
        .collect(Collectors.joining(", "));
  }

  private List<String> stations(News.Line l) {
    return l.stations().stream().map(s -> s.isEmpty() ? here.t("arrivals.unknown") : s).toList();
  }

  private Node seen(News.Line l) {
    Button seen = Nodes.button(here.t("news.seen"), "", () -> seenOne(l));
    seen.setAccessibleText(here.t("news.seen") + " " + l.number());
    return seen;
  }

  private void seenOne(News.Line l) {
    line.act(
        () -> {
          news.seen(l);
          return l;
        },
        done -> refresh());
  }

  private void open(News.Line l) {
    here.navigator()
        .go(
            switch (l.of()) {
              case PERSON -> new Place.OnePerson(l.id().orElseThrow());
              case CASE -> new Place.OneCase(l.id().orElseThrow(), "overview");
              case SITE -> new Place.OneSite(l.site());
            });
  }

  /** Everything of the open tab was seen; what came since it was read, and the others, stay. */
  @Override
  public void goOn() {
    News.Page shown = known;
    News.Of of = of();
    if (shown != null && from.isEmpty() && !shown.of(of).isEmpty()) {
      line.act(
          () -> {
            news.allSeen(shown, of);
            return shown;
          },
          done -> refresh());
    }
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void closed() {
    line.close();
  }
}
