package org.sala.ui.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sala.casework.partner.Redaction;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;

/**
 * Shows whose word lets a copy be about them, what else stays, and what the reader learns of it.
 */
final class WhoPart {
  private final Here here;

  WhoPart(Here here) {
    this.here = here;
  }

  List<Node> of(Redaction r) {
    List<Node> all = new ArrayList<>();
    all.add(
        Nodes.label(
            here.t("partner.goes", here.texts().country(r.partner().card().country())), "muted"));
    all.add(Nodes.label(here.t("partner.who"), "strong"));
    if (r.asked().isEmpty()) {
      all.add(Nodes.label(here.t("partner.who.none"), "muted"));
    }
    for (Redaction.Asked a : r.asked()) {
      all.add(one(a));
      a.elsewhere()
          .ifPresent(
              other ->
                  all.add(
                      Nodes.label(here.t("elsewhere.says", a.number(), other), "muted", "small")));
    }
    if (r.asked().stream().anyMatch(a -> !a.word().lets())) {
      all.add(Nodes.label(here.t("partner.who.below"), "muted", "small"));
    }
    if (!r.kept().isEmpty()) {
      all.add(Nodes.label(here.t("partner.kept"), "strong"));
      r.kept()
          .forEach(
              k ->
                  all.add(
                      Nodes.label(
                          here.t(
                              "partner.kept.line",
                              k.count(),
                              here.texts().code("kind", k.kind()),
                              here.texts().code("keptWhy", k.why().name())),
                          "small")));
    }
    if (!r.request().removed().isEmpty()) {
      all.add(Nodes.label(here.t("partner.again.below"), "muted", "small"));
    }
    return all;
  }

  /** Names by number who is in it, under which word, and for what they were asked. */
  Node named(Redaction r) {
    VBox all = new VBox(4);
    if (!r.asked().isEmpty()) {
      all.getChildren()
          .add(
              Nodes.label(
                  here.t("consent.purpose")
                      + ": "
                      + here.texts().code("consentFor", r.rests().purpose())));
    }
    Map<Redaction.Word, String> whose =
        r.asked().stream()
            .filter(a -> r.people().contains(a.person()))
            .collect(
                Collectors.groupingBy(
                    Redaction.Asked::word,
                    TreeMap::new,
                    Collectors.mapping(Redaction.Asked::number, Collectors.joining(", "))));
    whose.forEach(
        (word, numbers) ->
            all.getChildren()
                .add(
                    Nodes.label(
                        here.texts().code("copyWord", word.name()) + ": " + numbers, "strong")));
    int others = r.asked().size() - r.people().size();
    if (others > 0) {
      all.getChildren().add(Nodes.label(here.t("partner.seal.others", others), "muted"));
    }
    return all;
  }

  /** The number goes to the person, where they are asked. */
  private HBox one(Redaction.Asked a) {
    Button number =
        Nodes.button(
            a.number(), "", () -> here.navigator().go(new Place.OnePerson(a.person())), "plain");
    number.setAccessibleText(here.t("partner.ask", a.number()));
    number.setId("copy-ask-" + a.number());
    Badge.Kind kind =
        switch (a.word()) {
          case YES, OVERRIDDEN -> Badge.Kind.OK;
          case NOT_ASKED, DISPUTED -> Badge.Kind.WARNING;
          case NO, FEARS -> Badge.Kind.DANGER;
        };
    return Nodes.row(
        number, Nodes.spring(), new Badge(kind, here.texts().code("copyWord", a.word().name())));
  }
}
