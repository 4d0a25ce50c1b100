package org.sala.ui.settings;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.AuditWitness;
import org.sala.casework.station.DayCode;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.text.AuditWords;
import org.sala.ui.work.Work;

/** The audit: its check, the day code, how far headquarters has seen it, and those of stations. */
final class AuditCard {
  private final AuditTrail audit;
  private final Here here;
  private final Work.Line line;

  AuditCard(AuditTrail audit, Here here, Work.Line line) {
    this.audit = audit;
    this.here = here;
    this.line = line;
  }

  /** What is known of the audit without reading the journal. */
  record Known(
      DayCode code,
      Optional<AuditTrail.Witnessed> witnessed,
      Optional<Long> from,
      List<AuditWitness.Seen> stations) {
    static Known of(AuditTrail audit) {
      return new Known(
          audit.dayCode(), audit.witnessed(), audit.keptAtHeadquartersFrom(), audit.stations());
    }
  }

  VBox card(Known k, boolean headquarters) {
    VBox card =
        Nodes.card(
            Nodes.label(here.t("settings.audit"), "strong"),
            Nodes.label(here.t("settings.audit.below"), "muted"),
            Nodes.label(here.t("audit.code", k.code().number()), "muted"),
            Nodes.label(k.code().code(), "title", "mono"));
    if (!headquarters) {
      card.getChildren()
          .add(
              Nodes.label(
                  k.witnessed()
                      .map(w -> here.t("audit.witnessed", w.number(), here.texts().date(w.at())))
                      .orElseGet(() -> here.t("audit.unwitnessed")),
                  "muted"));
    }
    k.from()
        .filter(f -> f > 1)
        .ifPresent(f -> card.getChildren().add(Nodes.label(here.t("audit.chainonly", f), "muted")));
    card.getChildren()
        .add(
            Nodes.row(
                Nodes.button(
                    here.t("settings.audit.check"),
                    "",
                    () ->
                        line.act(
                            audit::verify,
                            verdict ->
                                here.dialogs()
                                    .tell(
                                        here.t("settings.audit"),
                                        AuditWords.of(here.texts(), verdict))))));
    return card;
  }

  /** At headquarters: what came of the stations' audits. */
  VBox stations(Known k) {
    VBox card = Nodes.card(Nodes.label(here.t("audit.stations"), "strong"));
    if (k.stations().isEmpty()) {
      card.getChildren().add(Nodes.label(here.t("audit.stations.none"), "muted"));
    }
    for (AuditWitness.Seen s : k.stations()) {
      boolean well = s.verdict() instanceof AuditTrail.Verdict.Whole && s.trouble().isEmpty();
      card.getChildren()
          .addAll(
              Nodes.row(
                  Nodes.label(s.name(), "strong"),
                  well
                      ? new Badge(Badge.Kind.OK, here.t("audit.station.well", s.witnessed()))
                      : new Badge(Badge.Kind.DANGER, here.t("audit.station.trouble"))),
              Nodes.label(
                  here.t("audit.station.seen", here.texts().date(s.at()), s.witnessed())
                      + " "
                      + AuditWords.of(here.texts(), s.verdict()),
                  "muted"));
      s.trouble()
          .ifPresent(
              t ->
                  card.getChildren()
                      .add(
                          Nodes.label(
                              here.texts().date(t.at())
                                  + ": "
                                  + AuditWords.of(here.texts(), t.verdict()),
                              "error")));
    }
    return card;
  }
}
