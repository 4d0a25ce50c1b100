package org.sala.ui.headquarters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.sala.casework.headquarters.Gap;
import org.sala.casework.headquarters.Headquarters;
import org.sala.domain.Fingerprint;
import org.sala.domain.Moment;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.text.Texts;
import org.sala.ui.transit.Part;

/** One station: its officers by number, until when they are certified, and what is missing. */
final class StationSide {
  private static final double WIDTH = 300;
  private static final int MOST = 12;

  private final Here here;
  private final Certifying certifying;
  private final ReadingOut reading;
  private final VBox card = Nodes.card();
  private final ScrollPane side = Nodes.side(card, WIDTH);

  StationSide(Here here, Certifying certifying, ReadingOut reading) {
    this.here = here;
    this.reading = reading;
    this.certifying = certifying;
    card.setId("station-side");
    side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    // The buttons with the longest words need it.
    side.setMinWidth(WIDTH);
  }

  Node node() {
    return side;
  }

  void show(Optional<StationsScreen.Row> chosen) {
    side.setVisible(chosen.isPresent());
    side.setManaged(chosen.isPresent());
    card.getChildren().clear();
    chosen.ifPresent(this::show);
  }

  private void show(StationsScreen.Row r) {
    add(Nodes.label(r.name(), "strong"));
    r.station().ifPresent(s -> contact(s, r.gaps()));
    add(Nodes.label(here.t("stations.officers"), "caption"));
    r.officers().forEach(o -> add(officer(o)));
    r.colleagues()
        .forEach(
            (key, name) ->
                add(
                    new VBox(
                        4,
                        Nodes.label(name),
                        Nodes.row(
                            new Badge(Badge.Kind.WARNING, here.t("stations.nocertificate")),
                            certify(key, name)))));
    r.station()
        .filter(s -> r.valid() > 0)
        .ifPresent(
            s ->
                add(
                    Nodes.row(
                        Nodes.button(
                            here.t("stations.lost"),
                            "",
                            () -> certifying.revokeAll(s),
                            "dangerous"))));
    r.station().filter(s -> r.recoverable()).ifPresent(s -> add(Nodes.row(lost(s))));
    if (r.station().isEmpty()) {
      add(Nodes.label(here.t("stations.safe"), "caption"));
      Button renew = Nodes.button(here.t("stations.renew"), "", certifying.safe()::renewList);
      renew.setId("renew-list");
      Button succeed = Nodes.button(here.t("stations.succeed"), "", certifying.safe()::succeed);
      succeed.setId("succeed");
      Button reissue = Nodes.button(here.t("stations.reissue"), "", certifying.safe()::reissue);
      reissue.setId("reissue");
      Button lost = Nodes.button(here.t("lost.openfile"), "", reading::fromFile);
      add(new FlowPane(8, 8, renew, reissue, succeed, lost));
    }
  }

  private Button lost(Headquarters.Known s) {
    Button open = Nodes.button(here.t("lost.open"), "", () -> reading.of(s));
    open.setId("lost-open");
    return open;
  }

  private void contact(Headquarters.Known s, List<Gap> gaps) {
    List<String> words = new ArrayList<>();
    words.add(
        s.lastContact()
            .map(at -> here.t("stations.contact", here.texts().date(at)))
            .orElseGet(() -> here.t("stations.contact.none")));
    s.anew().ifPresent(at -> words.add(here.t("stations.anew", here.texts().date(at))));
    if (s.missing() > 0) {
      words.add(here.t("stations.missing.below", s.missing()));
      words.add(here.t("stations.missing.which", numbers(gaps)));
    }
    if (s.waiting() > 0) {
      words.add(here.t("stations.waiting", s.waiting()));
    }
    s.lists()
        .ifPresent(
            l ->
                words.add(
                    here.t(
                        l.refused() ? "stations.lists.refused" : "stations.lists.held",
                        String.valueOf(l.number()),
                        here.texts().date(l.at()))));
    add(Part.of(here.t("stations.last"), words.toArray(String[]::new)));
  }

  /** Few of them, for a telephone call; whoever misses more asks for all after the last. */
  private static String numbers(List<Gap> gaps) {
    String some =
        gaps.stream()
            .limit(MOST)
            .map(
                g ->
                    g.size() == 1
                        ? Texts.packageNumber(g.first())
                        : Texts.packageNumber(g.first()) + "–" + Texts.packageNumber(g.last()))
            .collect(Collectors.joining(", "));
    return gaps.size() > MOST ? some + " …" : some;
  }

  private Button certify(Fingerprint key, String name) {
    Button certify =
        Nodes.button(here.t("stations.certify"), "", () -> certifying.certify(key, name));
    certify.setId("certify-colleague");
    return certify;
  }

  private Node[] verbs(Headquarters.Certified o) {
    Node revoke =
        Nodes.button(here.t("stations.revoke"), "", () -> certifying.revoke(o), "dangerous");
    if (!o.due()) {
      return new Node[] {revoke};
    }
    Button renew =
        Nodes.button(here.t("stations.renewofficer"), "", () -> certifying.renew(o), "primary");
    renew.setId("renew-" + o.number());
    return new Node[] {renew, revoke};
  }

  private VBox officer(Headquarters.Certified o) {
    VBox box = new VBox(4, Nodes.label(here.t("packages.signed.by", o.number())));
    if (o.supervisor()) {
      box.getChildren().add(Nodes.label(here.t("stations.supervisor"), "muted", "small"));
    }
    if (o.revoked()) {
      box.getChildren().add(Nodes.row(new Badge(Badge.Kind.DANGER, here.t("stations.taken"))));
    } else {
      if (o.early()) {
        String from = here.texts().date(new Moment(o.from(), here.texts().zone()));
        box.getChildren().add(Nodes.label(here.t("stations.early", from), "small"));
      }
      String until = here.texts().date(new Moment(o.until(), here.texts().zone()));
      box.getChildren()
          .addAll(
              o.due()
                  ? Nodes.row(new Badge(Badge.Kind.WARNING, here.t("stations.until", until)))
                  : Nodes.label(here.t("stations.until", until), "muted", "small"),
              new FlowPane(8, 8, verbs(o)));
    }
    return box;
  }

  private void add(Node node) {
    card.getChildren().add(node);
  }
}
