package org.sala.ui.people;

import java.util.List;
import javafx.scene.layout.VBox;
import org.sala.casework.history.Histories;
import org.sala.casework.people.Involvements;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.HistoryForm;
import org.sala.ui.roster.PartForm;
import org.sala.ui.roster.PartWords;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.work.Work;

/** The cases of a person, with the part in each: what held before and what holds now. */
final class CasesCard {
  private CasesCard() {}

  static VBox of(
      String number,
      List<Involvements.Part> parts,
      Involvements involvements,
      Histories histories,
      Here here,
      Work.Line line,
      Runnable refresh) {
    VBox card = Nodes.card(Nodes.label(here.t("part.cases"), "strong"));
    if (parts.isEmpty()) {
      card.getChildren().add(Nodes.label(here.t("part.none"), "muted"));
    }
    for (Involvements.Part part : parts) {
      VBox words =
          new VBox(
              Nodes.row(
                  Nodes.line(part.caseNumber(), "mono"),
                  Nodes.spring(),
                  Nodes.button(
                      here.t("open"),
                      "",
                      () -> here.navigator().go(new Place.OneCase(part.caseId(), "people"))),
                  Nodes.button(
                      here.t("part.edit"),
                      "",
                      () ->
                          PartForm.edit(
                              here,
                              number,
                              part,
                              (written, day, reason, seen) ->
                                  line.act(
                                      () ->
                                          day.isPresent()
                                              ? involvements.turn(
                                                  part.id(), day.get(), written, reason, seen)
                                              : involvements.edit(part, written, reason, seen),
                                      saved -> refresh.run())))),
              Nodes.label(PartWords.account(part, here.texts()), "muted"));
      String around = PartWords.around(part, here.texts());
      if (!around.isEmpty()) {
        words.getChildren().add(Nodes.label(around, "muted"));
      }
      card.getChildren().add(words);
    }
    if (!parts.isEmpty()) {
      card.getChildren()
          .add(
              Nodes.row(
                  HistoryForm.button(
                      here,
                      line,
                      histories,
                      parts.stream().map(Involvements.Part::id).toList(),
                      "parts-history")));
    }
    return card;
  }
}
