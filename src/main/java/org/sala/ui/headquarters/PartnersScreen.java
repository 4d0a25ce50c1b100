package org.sala.ui.headquarters;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.keys.Partner;
import org.sala.casework.paper.AgencyCards;
import org.sala.casework.partner.Copies;
import org.sala.casework.partner.Partners;
import org.sala.casework.partner.Received;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.kit.Tabs;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Reason;
import org.sala.ui.route.Screen;
import org.sala.ui.transit.SecondWord;
import org.sala.ui.work.Work;

/** Other agencies: whose cards were confirmed, our own card for them, and what they have sent. */
public final class PartnersScreen implements Screen {
  /** What this screen works with. */
  public record Doing(Partners partners, Copies copies, Approvals approvals, AgencyCards cards) {}

  private static final String KNOWN = "known";
  private static final String RECEIVED = "received";

  private final Doing doing;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private final StackPane slot = new StackPane();
  private final StackPane body = new StackPane();
  private final Tabs tabs = new Tabs(this::open);
  private final Table<Partner> agencies;
  private final Table<Received> copies;
  private final CardForms cards;
  private boolean exchanges;

  public PartnersScreen(Doing doing, Here here) {
    this.doing = doing;
    this.here = here;
    this.line = here.work().line();
    this.cards =
        new CardForms(
            doing.partners(),
            doing.cards(),
            new SecondWord(doing.approvals(), here, line, slot),
            here,
            line,
            this::refresh);
    this.agencies =
        new Table<Partner>(Nodes.empty(here.t("partner.known.none"), here.t("partner.known.next")))
            .nodes(here.t("partner.agency"), 300, this::agency)
            .column(here.t("partner.code"), 170, p -> p.card().code(), "mono")
            .column(here.t("partner.confirmed"), 170, p -> here.texts().date(p.confirmed()))
            .nodes(here.t("packages.state"), 190, this::state)
            .nodes("", 120, this::verbs);
    agencies.setId("partners");
    this.copies =
        new Table<Received>(
                Nodes.empty(here.t("partner.copies.none"), here.t("partner.copies.next")))
            .nodes(here.t("packages.from"), 300, this::from)
            .column(here.t("partner.about"), 170, Received::about, "mono")
            .column(
                here.t("consent.purpose"), 230, r -> here.texts().code("consentFor", r.purpose()))
            .column(here.t("partner.records"), 100, r -> Integer.toString(r.extracts()))
            .opens(r -> here.navigator().go(new Place.ReceivedCopy(r.id())));
    copies.setId("received-copies");
    slot.managedProperty().bind(Bindings.isNotEmpty(slot.getChildren()));
    page.getStyleClass().add("page");
    tabs.add(KNOWN, here.t("partner.tab.known", 0));
    tabs.add(RECEIVED, here.t("partner.tab.received", 0));
    VBox.setVgrow(body, Priority.ALWAYS);
    refresh();
  }

  private record Found(boolean exchanges, List<Partner> partners, List<Received> received) {}

  @Override
  public void refresh() {
    line.ask(
        () -> new Found(doing.partners().here(), doing.partners().all(), doing.copies().received()),
        this::show);
  }

  private void show(Found f) {
    boolean first = page.getChildren().isEmpty();
    exchanges = f.exchanges();
    agencies.getItems().setAll(f.partners());
    copies.getItems().setAll(f.received());
    tabs.rename(
        KNOWN,
        here.t(
            "partner.tab.known", f.partners().stream().filter(p -> p.ended().isEmpty()).count()));
    tabs.rename(RECEIVED, here.t("partner.tab.received", f.received().size()));
    if (first) {
      var own = Nodes.button(here.t("partner.card"), "", cards::own);
      own.setId("own-card");
      var take = Nodes.button(here.t("partner.import"), "Ctrl N", this::add, "primary");
      take.setId("import-card");
      page.getChildren()
          .setAll(
              exchanges
                  ? Nodes.header("", here.t("partner.title"), here.t("partner.below"), own, take)
                  : Nodes.header("", here.t("partner.title"), here.t("partner.elsewhere")),
              slot,
              tabs,
              body);
      tabs.choose(KNOWN);
    }
  }

  private void open(String key) {
    VBox card = Nodes.card(key.equals(KNOWN) ? agencies : copies);
    VBox.setVgrow(key.equals(KNOWN) ? agencies : copies, Priority.ALWAYS);
    body.getChildren().setAll(card);
  }

  private Node agency(Partner p) {
    return ArrivalList.two(p.name(), here.texts().country(p.card().country()));
  }

  private Node from(Received r) {
    return ArrivalList.two(
        r.agency(),
        here.texts().country(r.country())
            + r.at().map(m -> " · " + here.texts().date(m)).orElse(""));
  }

  private Node state(Partner p) {
    if (p.ended().isPresent()) {
      return new Badge(Badge.Kind.DANGER, here.t("partner.ended"));
    }
    return p.answers()
        ? new Badge(Badge.Kind.OK, here.t("partner.answers"))
        : new Badge(Badge.Kind.NEUTRAL, here.t("partner.reads"));
  }

  private Node verbs(Partner p) {
    return p.ended().isEmpty() && exchanges
        ? Nodes.button(here.t("partner.end"), "", () -> end(p), "plain")
        : Nodes.line(p.endedWhy(), "muted", "small");
  }

  private void end(Partner p) {
    Form form = new Form();
    form.show(here.t("partner.agency"), p.name());
    TextField reason = form.add(here.t("reason"), new TextField());
    reason.setId("partner-end-reason");
    here.dialogs()
        .askForGood(
            p.id().toString(),
            here.t("partner.end.title"),
            new VBox(10, Nodes.label(here.t("partner.end.below"), "muted"), form),
            here.t("partner.end.verb"),
            () ->
                Reason.given(
                    here,
                    reason,
                    why -> line.act(() -> doing.partners().end(p.id(), why), saved -> refresh())));
  }

  @Override
  public void add() {
    if (exchanges) {
      cards.take();
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
