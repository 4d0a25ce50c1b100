package org.sala.ui.house;

import javafx.collections.FXCollections;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.house.Handovers;
import org.sala.casework.house.House;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.route.Here;

/** What has happened since the house was handed over the last time. */
final class SincePart {
  private final Here here;

  SincePart(Here here) {
    this.here = here;
  }

  VBox node(House.Board b) {
    VBox head =
        Nodes.card(
            Nodes.label(
                b.last()
                    .map(
                        h ->
                            here.t(
                                "house.last",
                                here.texts().date(h.at()),
                                h.by().isEmpty() ? here.t("history.other") : h.by(),
                                h.to(),
                                h.here()))
                    .orElse(here.t("house.last.none"))));
    b.last()
        .filter(h -> !h.note().isEmpty())
        .ifPresent(h -> head.getChildren().add(Nodes.label(h.note())));
    Table<Handovers.Happened> table =
        new Table<Handovers.Happened>(
                Nodes.empty(here.t("house.since.none"), here.t("house.since.none.next")))
            .column(here.t("house.since.when"), 130, h -> here.texts().date(h.at()))
            .column(here.t("people.number"), 90, Handovers.Happened::number, "mono")
            .column(here.t("house.since.what"), 420, this::words)
            .column(
                here.t("house.since.by"),
                170,
                h -> h.by().isEmpty() ? here.t("history.other") : h.by())
            .low();
    table.framed().setId("since");
    table.setItems(FXCollections.observableArrayList(b.since()));
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox all = new VBox(10, head, table);
    VBox.setVgrow(all, Priority.ALWAYS);
    return all;
  }

  private String words(Handovers.Happened h) {
    String detail =
        switch (h.what()) {
          case WHEREABOUTS -> here.texts().code("stayState", h.detail());
          case FREEDOM -> here.texts().code("freedom", h.detail());
          case PHONE -> here.texts().code("phone", h.detail());
          case URGENT, TOLD -> urgent(h.detail());
          case REFERRAL -> here.texts().code("referralState", h.detail());
          case FINDING -> here.texts().code("finding", h.detail());
          case CAME,
              PLACE,
              STEP,
              STEP_DONE,
              VISIT,
              REFLECTION,
              APART,
              VERIFIED,
              PAIR_ENDED,
              PAIR_AGREED ->
              h.detail();
        };
    return here.t("happened." + h.what(), detail);
  }

  private String urgent(String codes) {
    StringBuilder all = new StringBuilder();
    for (String code : codes.split(" ", -1)) {
      all.append(all.isEmpty() ? "" : ", ").append(here.texts().code("urgency", code));
    }
    return all.toString();
  }
}
