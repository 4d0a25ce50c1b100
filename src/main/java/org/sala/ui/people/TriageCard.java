package org.sala.ui.people;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sala.casework.history.Histories;
import org.sala.casework.screening.TriagePages;
import org.sala.form.TriageQuestion;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.HistoryForm;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.work.Work;

/** What was said at triage, and who was told of it: the next shift reads it here. */
final class TriageCard {
  private final Here here;

  private TriageCard(Here here) {
    this.here = here;
  }

  static VBox of(PersonKnown k, Histories histories, Here here, Work.Line line) {
    TriageCard one = new TriageCard(here);
    VBox card = Nodes.card(Nodes.label(here.t("person.triage"), "strong"));
    card.setId("triage-card");
    if (k.triages().isEmpty()) {
      card.getChildren().add(Nodes.label(here.t("person.triage.none"), "muted"));
    }
    for (TriagePages.Page page : k.triages()) {
      card.getChildren().add(one.page(page));
    }
    Button begin =
        Nodes.button(
            here.t("triage.title.short"),
            "",
            () -> here.navigator().go(new Place.Triage(k.line().id())));
    begin.setId("triage-begin");
    var row = Nodes.row(begin);
    if (!k.triages().isEmpty()) {
      row.getChildren()
          .add(
              HistoryForm.button(
                  here,
                  line,
                  histories,
                  k.triages().stream().map(TriagePages.Page::id).toList(),
                  "triage-history"));
    }
    card.getChildren().add(row);
    return card;
  }

  /** What nobody was told of yet, and the way to where it is written who was; above everything. */
  static Optional<Node> untold(PersonKnown k, Here here) {
    List<Node> open =
        k.triages().stream()
            .flatMap(t -> t.urgent().stream())
            .filter(u -> u.toldAt().isEmpty())
            .map(u -> here.texts().code("urgency", u.code()))
            .distinct()
            .<Node>map(words -> new Badge(Badge.Kind.DANGER, words))
            .toList();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    HBox line = Nodes.row(open.toArray(Node[]::new));
    Button today =
        Nodes.button(
            here.t("person.triage.today"), "", () -> here.navigator().go(new Place.Today()));
    today.setId("triage-untold");
    line.getChildren().addAll(Nodes.spring(), today);
    return Optional.of(line);
  }

  private VBox page(TriagePages.Page page) {
    VBox box =
        new VBox(
            6,
            Nodes.label(
                page.done()
                    .map(at -> here.t("person.triage.done", here.texts().date(at)))
                    .orElseGet(() -> here.t("person.triage.open")),
                "muted"));
    page.urgent().forEach(u -> box.getChildren().add(urgent(u)));
    if (page.keptBack()) {
      box.getChildren().add(Nodes.label(here.t("person.triage.keptback"), "muted"));
    }
    page.answers().forEach(a -> box.getChildren().add(answered(a)));
    return box;
  }

  private VBox urgent(TriagePages.Urgent u) {
    boolean open = u.toldAt().isEmpty();
    String told =
        u.toldAt()
            .map(
                at ->
                    u.told().isEmpty()
                        ? here.t("person.triage.told.at", here.texts().date(at))
                        : here.t("person.triage.told", u.told(), here.texts().date(at)))
            .orElseGet(
                () ->
                    here.t(
                        u.toldElsewhere()
                            ? "person.triage.told.elsewhere"
                            : "person.triage.nottold"));
    return new VBox(
        2,
        Nodes.row(
            new Badge(
                open ? Badge.Kind.DANGER : Badge.Kind.NEUTRAL,
                here.texts().code("urgency", u.code()))),
        Nodes.label(told, open ? "danger" : "muted", "small"));
  }

  private VBox answered(TriagePages.Answered a) {
    String said = a.said().stream().map(this::words).collect(Collectors.joining(" / "));
    VBox box =
        new VBox(
            1,
            Nodes.label(
                TriageQuestion.of(a.question()).question().in(here.texts().language()),
                "muted",
                "small"),
            Nodes.label(said));
    if (a.said().size() > 1) {
      box.getChildren().add(Nodes.row(new Badge(Badge.Kind.WARNING, here.t("disputed"))));
    }
    return box;
  }

  private String words(TriagePages.Said said) {
    return List.of(
            said.code().isEmpty() ? "" : here.texts().code("answer", said.code()), said.words())
        .stream()
        .filter(w -> !w.isEmpty())
        .collect(Collectors.joining(": "));
  }
}
