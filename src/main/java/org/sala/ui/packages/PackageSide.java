package org.sala.ui.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.sala.casework.consent.SaidElsewhere;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.register.PackageDetails;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.ui.kit.LongList;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.text.Texts;
import org.sala.ui.transit.ContentWords;
import org.sala.ui.transit.FoundWords;
import org.sala.ui.transit.Part;
import org.sala.ui.work.Work;

/** One package: what leaves, under which consent, who can read it, who signed it, what is next. */
final class PackageSide {
  private static final double WIDTH = 300;

  private final Packages packages;
  private final Here here;
  private final Work.Line line;
  private final Verbs verbs;
  private final VBox card = Nodes.card();
  private final ScrollPane side = Nodes.side(card, WIDTH);

  /** What can be done with the package that is shown. */
  record Verbs(
      Consumer<PackageLine> copy,
      Consumer<PackageLine> verify,
      Consumer<PackageLine> read,
      Runnable sealAgain) {}

  PackageSide(Packages packages, Here here, Verbs verbs) {
    this.packages = packages;
    this.here = here;
    this.line = here.work().line();
    this.verbs = verbs;
    card.setId("package-side");
    side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    side.setMinWidth(WIDTH);
  }

  void close() {
    line.close();
  }

  Node node() {
    return side;
  }

  /**
   * @param refused whether something of it is refused and stands in Today
   */
  private record Known(
      PackageDetails details,
      List<String> withdrawn,
      List<SaidElsewhere> elsewhere,
      boolean refused) {}

  void show(Optional<PackageLine> chosen) {
    side.setVisible(chosen.isPresent());
    side.setManaged(chosen.isPresent());
    chosen.ifPresent(
        p ->
            line.ask(
                () ->
                    new Known(
                        packages.details(p.id()),
                        p.outgoing() ? packages.withdrawn(p.id()) : List.of(),
                        p.outgoing() ? packages.elsewhere(p.id()) : List.of(),
                        !packages.refused().open(List.of(p)).isEmpty()),
                known -> show(p, known)));
  }

  private void show(PackageLine p, Known known) {
    PackageDetails d = known.details();
    card.getChildren().clear();
    add(
        Nodes.label(
            p.sequence() == 0
                ? here.t("packages.nonumber")
                : here.t("packages.one", Texts.packageNumber(p.sequence())),
            "strong"));
    boolean report = p.purpose().equals("report");
    if (p.outgoing() && report) {
      part("packages.what", ContentWords.of(p, here), changes(p), here.t("packages.only"));
      Consented.parts(d.withConsent(), d.withoutConsent(), d.keptBack(), d.items(), here)
          .forEach(this::add);
    } else {
      part("packages.contents", ContentWords.of(p, here), changes(p));
    }
    if (p.abroad() && !d.withConsent().isEmpty()) {
      part("partner.who", String.join(", ", d.withConsent()));
    }
    if (!d.peer().isEmpty()) {
      part(
          p.outgoing() ? "seal.to" : "packages.from",
          p.outgoing() ? here.t("seal.to.below", d.peer()) : d.peer());
    }
    if (!d.signer().isEmpty()) {
      part("packages.signed", here.t("packages.signed.by", d.signer()));
    }
    if (!d.leftOut().isEmpty()) {
      part("seal.leftout", String.join(", ", d.leftOut()), here.t("seal.leftout.below"));
    }
    standing(p, d, known);
    Button details =
        Nodes.button(here.t("packages.details"), "", () -> new Outside(here).show(p, d), "plain");
    details.setId("package-details");
    details.setWrapText(true);
    details.setMinWidth(0);
    add(details);
    actions(p);
    if (known.refused()) {
      Button read = Nodes.button(here.t("refused.read"), "", () -> verbs.read().accept(p));
      read.setId("refusal-read");
      part("today.refused", here.t("refused.read.below"));
      add(Nodes.row(read));
    }
  }

  private String changes(PackageLine p) {
    return p.changes() == 0 ? "" : here.t("packages.changes", p.changes());
  }

  private void standing(PackageLine p, PackageDetails d, Known known) {
    List<String> withdrawn = known.withdrawn();
    List<String> words = new ArrayList<>();
    if (p.overtakenBy() > 0) {
      words.add(here.t("state.overtaken.below", Texts.packageNumber(p.overtakenBy())));
    }
    words.add(
        here.t(
            p.state() == PackageState.CARRIED && !p.answered()
                ? p.abroad() ? "state.CARRIED.reader" : "state.CARRIED.field"
                : p.state() == PackageState.RECEIVED && p.abroad()
                    ? "state.RECEIVED.abroad"
                    : "state." + p.state() + ".below"));
    d.received()
        .ifPresent(
            at ->
                words.add(
                    here.t(
                        p.outgoing() ? "packages.receipted" : "packages.came",
                        here.texts().date(at))));
    if (d.accepted() + d.joined() + d.disputed() > 0) {
      words.add(here.t("packages.joined", d.accepted(), d.joined(), d.disputed()));
    }
    if (d.held() > 0) {
      words.add(here.t("packages.held", d.held()));
    }
    if (d.refused() > 0) {
      words.add(here.t("packages.refused", d.refused()));
    }
    words.addAll(FoundWords.doubts(p.doubts(), here));
    if (refused(p)) {
      words.add(FoundWords.advice(p.doubts(), here));
    }
    d.verdict().ifPresent(v -> words.add(here.texts().code("verdict", v)));
    words.addAll(FoundWords.findings(d.findings(), here));
    if (!d.setAside().isEmpty()) {
      words.add(d.setAside());
    }
    part("packages.state", words.toArray(String[]::new));
    if (!withdrawn.isEmpty()
        && (p.state() == PackageState.SEALED || p.state() == PackageState.CARRIED)) {
      add(Nodes.label(here.t("carry.withdrawn.who", String.join(", ", withdrawn)), "danger"));
      known
          .elsewhere()
          .forEach(e -> add(Nodes.label(here.t("elsewhere.says", e.number(), e.other()), "muted")));
    }
  }

  /** Returns what can be done with a package, for the menu of a row. */
  List<LongList.Verb<PackageLine>> verbs() {
    return List.of(
        new LongList.Verb<>(here.t("packages.copy"), "", PackageSide::mayLeave, verbs.copy()),
        new LongList.Verb<>(here.t("packages.verify"), "", PackageLine::outgoing, verbs.verify()),
        new LongList.Verb<>(
            here.t("packages.again"), "", PackageSide::sealsAgain, p -> verbs.sealAgain().run()),
        new LongList.Verb<>(
            here.t("packages.details"),
            "",
            p -> line.act(() -> packages.details(p.id()), d -> new Outside(here).show(p, d))));
  }

  private static boolean mayLeave(PackageLine p) {
    return p.outgoing() && p.state() != PackageState.SET_ASIDE;
  }

  private static boolean refused(PackageLine p) {
    return p.outgoing() && p.state() == PackageState.REFUSED;
  }

  /** Whether sealing once more is what helps. */
  static boolean sealsAgain(PackageLine p) {
    return refused(p) && FoundWords.helpsToSeal(p.doubts());
  }

  private void actions(PackageLine p) {
    if (p.outgoing()) {
      boolean may = mayLeave(p);
      Node copy = Nodes.button(here.t("packages.copy"), "", () -> verbs.copy().accept(p));
      Node verify = Nodes.button(here.t("packages.verify"), "", () -> verbs.verify().accept(p));
      add(new FlowPane(8, 8, may ? new Node[] {copy, verify} : new Node[] {verify}));
      if (sealsAgain(p)) {
        add(Nodes.row(Nodes.button(here.t("packages.again"), "", verbs.sealAgain(), "primary")));
      }
    }
  }

  private void part(String caption, String... words) {
    add(Part.of(here.t(caption), words));
  }

  private void add(Node node) {
    card.getChildren().add(node);
  }
}
