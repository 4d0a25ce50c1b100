package org.sala.ui.partner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.partner.Copies;
import org.sala.casework.partner.CopyValues;
import org.sala.casework.partner.Received;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/** A copy that another agency sent: what its records said, and what was removed of them. */
public final class ReceivedScreen implements Screen {
  private final RecordId copy;
  private final Copies copies;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private final CopyValues values;
  private boolean shown;
  private String agency = "";

  public ReceivedScreen(RecordId copy, Copies copies, Here here) {
    this.copy = copy;
    this.copies = copies;
    this.here = here;
    this.line = here.work().line();
    this.values = new CopyValues(here.texts());
    page.getStyleClass().add("page");
    line.ask(() -> copies.open(copy), this::show);
  }

  /** Looking is written down: the same page is not looked at twice by a change elsewhere. */
  @Override
  public void refresh() {
    if (!shown) {
      line.ask(() -> copies.open(copy), this::show);
    }
  }

  private void show(Optional<Received.Copy> found) {
    if (found.isEmpty()) {
      page.getChildren().setAll(Nodes.empty(here.t("partner.gone"), here.t("partner.gone.next")));
      return;
    }
    shown = true;
    Received head = found.get().head();
    agency = head.agency();
    Map<String, String> kinds = new HashMap<>();
    found.get().extracts().forEach(e -> kinds.put(e.of(), heading(e)));
    VBox all = new VBox(14, new OriginalPart(copy, copies, here, line).node());
    found.get().extracts().forEach(e -> all.getChildren().add(card(e, kinds)));
    ScrollPane scroll = Nodes.side(all, 600);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    page.getChildren()
        .setAll(
            Nodes.header(
                here.t("partner.title") + " / " + head.agency(),
                here.t("partner.received.title", head.about()),
                here.t(
                    "partner.received.below",
                    head.agency(),
                    here.texts().country(head.country()),
                    here.texts().code("consentFor", head.purpose()),
                    head.at().map(here.texts()::date).orElse("")),
                new Badge(Badge.Kind.INFO, here.t("partner.theirs"))),
            scroll);
  }

  private String heading(Received.Extract e) {
    String number =
        e.said().stream()
            .filter(s -> s.field().equals("wristband") || s.field().equals("number"))
            .map(s -> values.of(s.field(), s.values()))
            .findFirst()
            .orElse("");
    return (here.texts().code("kind", e.kind()) + " " + number).strip();
  }

  private Node card(Received.Extract e, Map<String, String> kinds) {
    Form form = new Form();
    for (Received.Said s : e.said()) {
      String pointing =
          s.values().values().stream()
              .flatMap(v -> v.asText().stream())
              .map(t -> kinds.getOrDefault(t, ""))
              .filter(t -> !t.isEmpty())
              .collect(Collectors.joining(", "));
      form.show(
          here.texts().code("field", s.field()),
          pointing.isEmpty() ? values.of(s.field(), s.values()) : pointing);
    }
    VBox card = Nodes.card(Nodes.label(heading(e), "strong"), form);
    removed(e).forEach(card.getChildren()::add);
    if (e.kind().equals("person")) {
      card.getChildren().add(Nodes.row(own(e)));
    }
    return card;
  }

  /** What stays of every such record, in one line for each reason. */
  private List<Node> removed(Received.Extract e) {
    Map<String, List<String>> fields = new TreeMap<>();
    e.removed()
        .forEach(
            (field, why) ->
                fields
                    .computeIfAbsent(why, w -> new ArrayList<>())
                    .add(here.texts().code("field", field)));
    List<Node> lines = new ArrayList<>();
    fields.forEach(
        (why, names) ->
            lines.add(
                Nodes.label(
                    here.t(
                        "copy.removed",
                        names.stream().sorted().collect(Collectors.joining(", ")),
                        here.texts().code("copyWhy", why)),
                    "muted",
                    "small")));
    if (!lines.isEmpty()) {
      lines.add(Nodes.label(here.t("copy.stays.below"), "muted", "small"));
    }
    return lines;
  }

  /** A person of one's own, begun out of their words or to be begun. */
  private Node own(Received.Extract e) {
    Node button =
        e.own()
            .map(
                id ->
                    Nodes.button(
                        here.t("partner.own.open"),
                        "",
                        () -> here.navigator().go(new Place.OnePerson(id))))
            .orElseGet(() -> Nodes.button(here.t("partner.own.begin"), "", () -> begin(e)));
    button.setId("own-" + e.of());
    return button;
  }

  private void begin(Received.Extract e) {
    here.dialogs()
        .ask(
            here.t("partner.own.begin"),
            Nodes.label(here.t("partner.own.below"), "muted"),
            here.t("partner.own.begin"),
            () -> {
              line.act(
                  () -> copies.begin(copy, e.id(), here.t("partner.own.reason", agency)),
                  id -> here.navigator().go(new Place.OnePerson(id)));
              return true;
            });
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
