package org.sala.ui.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.sala.casework.packages.catalogue.CatalogueDelivery;
import org.sala.casework.station.Progress;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.text.FormFindings;
import org.sala.ui.work.Work;

/** What people are asked with here, who has reviewed it, and sending another version. */
final class CataloguesCard {
  private final CatalogueDelivery delivery;
  private final Here here;
  private final Work.Line line;
  private final Runnable again;

  /**
   * @param lacking at headquarters, how many stations were not sent what is in force
   */
  record Known(
      List<CatalogueDelivery.InForce> inForce,
      List<CatalogueDelivery.Unusable> unusable,
      int lacking) {
    static Known of(CatalogueDelivery delivery) {
      return new Known(delivery.inForce(), delivery.unusable(), delivery.lacking());
    }
  }

  CataloguesCard(CatalogueDelivery delivery, Here here, Work.Line line, Runnable again) {
    this.delivery = delivery;
    this.here = here;
    this.line = line;
    this.again = again;
  }

  VBox card(Known k, boolean headquarters) {
    VBox card = Nodes.card(Nodes.label(here.t("catalogues.title"), "strong"));
    card.setId("catalogues");
    for (CatalogueDelivery.InForce c : k.inForce()) {
      card.getChildren()
          .add(
              new VBox(
                  1,
                  Nodes.label(
                      here.t(
                          c.fromHeadquarters() ? "catalogues.sent" : "catalogues.builtin",
                          here.texts().code("catalogue", c.id()),
                          c.version())),
                  Nodes.label(reviewed(c.reviewers()), "muted", "small")));
    }
    for (CatalogueDelivery.Unusable u : k.unusable()) {
      card.getChildren()
          .add(
              new VBox(
                  1,
                  Nodes.label(
                      here.t(
                          "catalogues.unusable",
                          here.texts().code("catalogue", u.id()),
                          u.version()),
                      "warning-text"),
                  Nodes.label(words(u.findings(), ""), "muted", "small")));
    }
    if (headquarters) {
      Button take = Nodes.button(here.t("catalogues.take"), "", this::take);
      take.setId("catalogue-take");
      card.getChildren().add(Nodes.row(take));
      if (k.lacking() > 0) {
        Button seal =
            Nodes.button(here.t("catalogues.seal", k.lacking()), "", this::seal, "primary");
        seal.setId("catalogue-seal");
        card.getChildren().add(Nodes.row(seal));
      }
    }
    return card;
  }

  /** One a line, in the officer's language as far as it has words for them. */
  private String words(List<String> findings, String before) {
    return findings.stream()
        .map(f -> before + FormFindings.of(f, here.texts()))
        .collect(Collectors.joining("\n"));
  }

  private String reviewed(Map<String, String> reviewers) {
    return reviewers.isEmpty()
        ? here.t("catalogues.unreviewed")
        : here.t(
            "catalogues.reviewed",
            new TreeMap<>(reviewers)
                .entrySet().stream()
                    .map(e -> here.texts().code("lang", e.getKey()) + " – " + e.getValue())
                    .collect(Collectors.joining("; ")));
  }

  private void take() {
    Optional<java.nio.file.Path> folder = here.dialogs().folder(here.t("catalogues.folder"));
    folder.ifPresent(f -> line.act(() -> delivery.take(f, Progress.none()), this::taken));
  }

  private void taken(CatalogueDelivery.Taken taken) {
    switch (taken) {
      case CatalogueDelivery.Taken.Done d ->
          here.dialogs()
              .notice(
                  here.t("catalogues.done", here.texts().code("catalogue", d.id()), d.version()));
      case CatalogueDelivery.Taken.Refused r ->
          here.dialogs()
              .tell(
                  here.t("catalogues.refused"),
                  here.t("catalogues.refused.below", words(r.findings(), "– ")));
      case CatalogueDelivery.Taken.NotTaken n ->
          here.dialogs().tell(here.t("catalogues.take"), here.t("catalogues.nottaken"));
    }
    again.run();
  }

  private void seal() {
    line.act(
        delivery::seal,
        made -> {
          here.dialogs().notice(here.t("catalogues.sealed", made.size()));
          again.run();
        });
  }
}
