package org.sala.ui.inside;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.history.Histories;
import org.sala.casework.people.InsideSites;
import org.sala.casework.people.StillInside;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.kit.WayButton;
import org.sala.ui.roster.HistoryForm;
import org.sala.ui.roster.InsideForm;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.text.FieldWords;
import org.sala.ui.work.Work;

/**
 * One site: its buildings, who told of it, the cases of those who did; names only when asked for.
 */
public final class SiteScreen implements Screen {
  private static final double SIDE = 230;

  private final String key;
  private final InsideSites sites;
  private final StillInside inside;
  private final Histories histories;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private final VBox names = new VBox(6);

  public SiteScreen(
      String key, InsideSites sites, StillInside inside, Histories histories, Here here) {
    this.key = key;
    this.sites = sites;
    this.inside = inside;
    this.histories = histories;
    this.here = here;
    this.line = here.work().line();
    page.getStyleClass().add("page");
    names.setId("names-heard");
    refresh();
  }

  @Override
  public void refresh() {
    line.ask(() -> sites.page(key), this::show);
  }

  private void show(Optional<InsideSites.Page> known) {
    if (known.isEmpty()) {
      page.getChildren()
          .setAll(
              Nodes.header("", here.t("sites.title"), ""),
              Nodes.empty(
                  here.t("sites.none"),
                  here.t("sites.none.next"),
                  Nodes.button(
                      here.t("sites.title"),
                      "",
                      () -> here.navigator().go(new Place.StillInside()))));
      return;
    }
    InsideSites.Page p = known.get();
    HBox body = new HBox(14, left(p), Nodes.side(right(p), SIDE));
    VBox.setVgrow(body, Priority.ALWAYS);
    page.getChildren()
        .setAll(
            Nodes.header(
                here.t("sites.title"),
                InsideScreen.name(p.site(), here),
                here.t(
                    "sites.page.below",
                    here.texts().date(p.firstMillis()),
                    here.texts().date(p.lastMillis())),
                Nodes.label(here.t("sites.safe"), "muted"),
                InsideScreen.safe(p.site().safe(), p.site().differing(), here)),
            figures(p.site()),
            body);
  }

  private Node figures(InsideSites.Site s) {
    return Nodes.stats(
        Nodes.stat(here.t("sites.inside"), number(s.inside()), here.t("sites.twice.short"), false),
        Nodes.stat(
            here.t("sites.others"),
            number(s.moved() + s.unknown()),
            here.t("sites.other", s.moved(), s.unknown()),
            false),
        Nodes.stat(
            here.t("sites.toldby"),
            number(s.toldBy()),
            here.t("overview.stations", s.stations()),
            false),
        Nodes.stat(
            here.t("sites.lastseen"),
            InsideScreen.orNone(s.lastSeen(), here),
            here.t("sites.lastseen.below"),
            false));
  }

  private static String number(int n) {
    return Integer.toString(n);
  }

  private Node left(InsideSites.Page p) {
    Table<InsideSites.Building> table =
        new Table<InsideSites.Building>(
                Nodes.empty(here.t("sites.none"), here.t("sites.none.next")))
            .column(
                here.t("sites.building"),
                120,
                b -> InsideScreen.orNone(b.building(), here),
                "strong")
            .column(here.t("sites.inside"), 92, b -> number(b.inside()))
            .column(here.t("sites.others"), 140, b -> here.t("sites.other", b.moved(), b.unknown()))
            .column(here.t("sites.toldby"), 92, b -> here.t("sites.people", b.toldBy()))
            .column(here.t("sites.lastseen"), 110, b -> InsideScreen.orNone(b.lastSeen(), here))
            .nodes(
                here.t("sites.safe"), 265, b -> InsideScreen.safe(b.safe(), b.differing(), here));
    table.setId("buildings");
    table.getItems().setAll(p.buildings());
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox card = Nodes.card(table);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private Node right(InsideSites.Page p) {
    Button show = Nodes.button(here.t("sites.names"), "", () -> names(p));
    show.setId("show-names");
    names.getChildren().setAll(Nodes.label(here.t("sites.names.below"), "muted", "small"), show);
    // First, because whoever asks for names has to see them come.
    VBox side =
        Nodes.card(
            Nodes.label(here.t("sites.who"), "caption"),
            names,
            Nodes.label(here.t("sites.tellers"), "caption"));
    for (InsideSites.Teller t : p.tellers()) {
      String who = t.number().isEmpty() ? here.t("people.unnamed") : t.number();
      side.getChildren()
          .add(
              way(
                  here.t("sites.teller", who, t.named()),
                  () -> here.navigator().go(new Place.OnePerson(t.id()))));
    }
    side.getChildren().add(Nodes.label(here.t("sites.cases"), "caption"));
    if (p.cases().isEmpty()) {
      side.getChildren().add(Nodes.label(here.t("sites.cases.none"), "muted"));
    }
    for (InsideSites.LinkedCase c : p.cases()) {
      side.getChildren()
          .add(
              way(
                  c.number() + " · " + c.title(),
                  () -> here.navigator().go(new Place.OneCase(c.id(), "overview"))));
    }
    return side;
  }

  private static Button way(String words, Runnable leads) {
    return new WayButton(new VBox(Nodes.label(words)), words, leads);
  }

  /** Names as heard are shown only when they are asked for, and that they were is written down. */
  private void names(InsideSites.Page p) {
    line.act(
        () -> {
          sites.namesShown(p);
          return p;
        },
        this::showNames);
  }

  private void showNames(InsideSites.Page p) {
    names.getChildren().clear();
    for (InsideSites.Building b : p.buildings()) {
      names.getChildren().add(Nodes.label(InsideScreen.orNone(b.building(), here), "strong"));
      for (InsideSites.Heard h : b.heard()) {
        String heard =
            here.t(
                "sites.heard",
                h.name().isEmpty() ? h.relation() : h.name(),
                here.texts().code("insideStatus", h.status()),
                h.saidBy());
        String found = h.now().isEmpty() ? heard : here.t("sites.heard.now", heard, h.now());
        String said =
            h.elsewhere().isEmpty() ? found : here.t("sites.heard.elsewhere", found, h.elsewhere());
        String words = h.endDisputed() ? here.t("sites.heard.end", said) : said;
        Button change =
            Nodes.button(
                here.t("inside.edit"),
                "",
                () -> InsideForm.ask(here, line, inside, h.id(), this::refresh),
                "plain",
                "small");
        change.setAccessibleText(here.t("inside.edit") + " " + words);
        change.setId("inside-edit-" + h.id());
        VBox one = new VBox(Nodes.label(words));
        FieldWords.differing(h.differing(), here.texts()).ifPresent(one.getChildren()::add);
        Button past =
            HistoryForm.button(here, line, histories, List.of(h.id()), "inside-history-" + h.id());
        past.getStyleClass().add("small");
        one.getChildren().add(Nodes.row(change, past));
        names.getChildren().add(one);
      }
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
