package org.sala.ui.headquarters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.register.ClockDifference;
import org.sala.casework.packages.register.PackageDetails;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.register.Reception;
import org.sala.casework.packages.take.Quarantine;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.ui.kit.LongList;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.text.Texts;
import org.sala.ui.transit.ContentWords;
import org.sala.ui.transit.FoundWords;
import org.sala.ui.transit.Part;
import org.sala.ui.work.Work;

/** One arrival: whose it is, what was found, why it waits, and what can be decided. */
final class ArrivalSide {
  private static final double WIDTH = 300;

  private record Known(PackageDetails details, List<Reception.Step> history) {}

  private final Packages packages;
  private final Reception reception;
  private final Here here;
  private final Work.Line line;
  private final Deciding deciding;
  private final Consumer<RecordId> carry;
  private final VBox card = Nodes.card();
  private final ScrollPane side = Nodes.side(card, WIDTH);
  private Map<RecordId, Quarantine.Waiting> waiting = Map.of();

  ArrivalSide(
      Packages packages,
      Reception reception,
      Here here,
      Deciding deciding,
      Consumer<RecordId> carry) {
    this.packages = packages;
    this.reception = reception;
    this.here = here;
    this.line = here.work().line();
    this.deciding = deciding;
    this.carry = carry;
    card.setId("arrival-side");
    side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    side.setMinWidth(WIDTH);
  }

  Node node() {
    return side;
  }

  void close() {
    line.close();
  }

  /** What waits for people, and what the first of two has said. */
  void know(Map<RecordId, Quarantine.Waiting> now) {
    waiting = now;
  }

  /** What can be done with one, for the menu of its row. */
  List<LongList.Verb<Reception.Came>> verbs() {
    List<LongList.Verb<Reception.Came>> all =
        new ArrayList<>(deciding.verbs(c -> Optional.ofNullable(waiting.get(c.id()))));
    all.add(
        new LongList.Verb<>(
            here.t("packages.copy"),
            "",
            c -> c.receipt().isPresent(),
            c -> c.receipt().ifPresent(r -> carry.accept(r.id()))));
    return all;
  }

  void show(Optional<Reception.Came> chosen) {
    side.setVisible(chosen.isPresent());
    side.setManaged(chosen.isPresent());
    chosen.ifPresent(
        c ->
            line.ask(
                () -> new Known(packages.details(c.id()), reception.history(c.id())),
                known -> show(c, known)));
  }

  private void show(Reception.Came c, Known known) {
    PackageDetails d = known.details();
    String from = c.stationName().isEmpty() ? here.t("arrivals.unknown") : c.stationName();
    card.getChildren()
        .setAll(
            Nodes.label(here.t("arrivals.one", from, Texts.packageNumber(c.sequence())), "strong"));
    part("packages.state", standing(c, d).toArray(String[]::new));
    Optional<Quarantine.Waiting> w = Optional.ofNullable(waiting.get(c.id()));
    List<String> doubts = FoundWords.doubts(c.doubts(), here);
    if (!doubts.isEmpty()) {
      part("arrivals.doubts", doubts.toArray(String[]::new));
    }
    w.flatMap(Quarantine.Waiting::proposed)
        .ifPresent(
            p ->
                part(
                    "arrivals.proposed",
                    here.t("arrivals.proposed.by", p.byName(), here.texts().date(p.at())),
                    p.reason()));
    w.ifPresent(one -> add(new FlowPane(8, 8, deciding.buttons(one))));
    if (!c.signer().isEmpty()) {
      part("packages.signed", here.t("packages.signed.by", c.signer()));
    }
    if (c.contents().changes() > 0) {
      part(
          "packages.contents",
          ContentWords.of(c.contents(), here),
          here.t("packages.changes", c.contents().changes()));
    }
    if (!d.leftOut().isEmpty()) {
      part("seal.leftout", String.join(", ", d.leftOut()), here.t("seal.leftout.below"));
    }
    c.received().ifPresent(at -> part("arrivals.came", here.texts().date(at)));
    c.receipt()
        .ifPresent(
            r -> {
              part(
                  "arrivals.answer",
                  here.t(r.carried() ? "arrivals.answered" : "arrivals.toanswer"));
              add(Nodes.row(Nodes.button(here.t("packages.copy"), "", () -> carry.accept(r.id()))));
            });
    if (d.original()) {
      original(d);
    }
    history(known.history());
    part("outside.file", d.fileName());
  }

  /** The file as it came, and its digest in pieces that can be read out. */
  private void original(PackageDetails d) {
    part(
        "arrivals.original",
        here.t("arrivals.original.kept"),
        String.join(" ", d.digest().split("(?<=\\G.{8})")));
    Button give =
        Nodes.button(
            here.t("arrivals.original.give"),
            "",
            () ->
                here.dialogs()
                    .folder(here.t("arrivals.original.where"))
                    .ifPresent(folder -> give(d.id(), folder)));
    give.setId("give-original");
    add(Nodes.row(give));
  }

  private void give(RecordId parcel, Path folder) {
    line.actLong(
        () -> packages.original(parcel, folder, Progress.none()),
        file ->
            here.dialogs()
                .tell(
                    here.t("arrivals.original"),
                    here.t("arrivals.original.given", file.toString())));
  }

  /** Shows who did what with the package here, and why. */
  private void history(List<Reception.Step> steps) {
    List<String> lines = new ArrayList<>();
    for (Reception.Step s : steps) {
      String who = s.officer().isEmpty() ? here.t("history.other") : s.officer();
      String what =
          s.state()
              .map(state -> here.t("state." + state))
              .orElseGet(() -> here.texts().code("intake", s.happened().name()));
      lines.add(here.t("arrivals.step", here.texts().date(s.at()), who, what));
      if (!s.reason().isEmpty()) {
        lines.add(here.t("deciding.because", s.reason()));
      }
    }
    VBox part = new VBox(2, Nodes.label(here.t("arrivals.history"), "caption"));
    part.setId("arrival-history");
    lines.forEach(l -> part.getChildren().add(Nodes.label(l, "small")));
    add(part);
  }

  private List<String> standing(Reception.Came c, PackageDetails d) {
    List<String> words = new ArrayList<>();
    words.add(
        here.t(
            c.state() == PackageState.REFUSED
                ? "arrivals.refused.below"
                : "state." + c.state() + ".below"));
    if (c.anew()) {
      words.add(here.t("arrivals.anew"));
    }
    c.apart().ifPresent(a -> words.add(apart(a)));
    if (c.held() > 0) {
      words.add(here.t("packages.held", c.held()));
    }
    if (c.refused() > 0) {
      words.add(here.t("packages.refused", c.refused()));
    }
    d.verdict().ifPresent(v -> words.add(here.t("verdict." + v)));
    words.addAll(FoundWords.findings(d.findings(), here));
    return words;
  }

  private String apart(ClockDifference a) {
    return here.t(
        a.senderAhead() ? "arrivals.clock.ahead" : "arrivals.clock.behind",
        here.texts().ago(0, a.atLeast().toMillis()));
  }

  private void part(String caption, String... words) {
    add(Part.of(here.t(caption), words));
  }

  private void add(Node node) {
    card.getChildren().add(node);
  }
}
