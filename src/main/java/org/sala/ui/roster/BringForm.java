package org.sala.ui.roster;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.people.Involvements;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** Finds somebody who is known already, by number or name, and says what part they have. */
public final class BringForm {
  private static final int MOST = 50;

  private BringForm() {}

  /** Asks who it is; people who are in the case already are not offered. */
  public static void ask(
      Here here,
      People people,
      Set<RecordId> inCase,
      BiConsumer<RecordId, Involvements.Written> bring) {
    Work.Line line = here.work().line();
    TextField typed = new TextField();
    typed.setId("bring-search");
    typed.setPromptText(here.t("people.filter"));
    typed.setAccessibleText(here.t("people.filter"));
    Table<People.PersonLine> found =
        new Table<People.PersonLine>(Nodes.label(here.t("part.bring.nobody"), "muted"))
            .nodes(here.t("people.number"), 170, p -> NumberWords.node(p, here.texts()))
            .column(here.t("people.name"), 170, People.PersonLine::name, "strong")
            .column(here.t("people.roman"), 170, People.PersonLine::roman);
    found.setId("bring-found");
    found.setPrefHeight(200);
    found.setMinHeight(120);
    Runnable search =
        () -> {
          String words = typed.getText();
          line.ask(
              () -> people.list(words, "wristband", false, 0, MOST),
              all -> {
                List<People.PersonLine> others =
                    all.stream().filter(p -> !inCase.contains(p.id())).toList();
                found.setItems(FXCollections.observableArrayList(others));
                if (!others.isEmpty()) {
                  found.getSelectionModel().selectFirst();
                }
              });
        };
    typed.textProperty().addListener((o, was, is) -> search.run());
    search.run();
    PartForm part = PartForm.fresh(here);
    here.dialogs()
        .ask(
            here.t("part.bring"),
            new VBox(8, typed, found, part.form()),
            here.t("part.bring.verb"),
            () -> {
              People.PersonLine chosen = found.getSelectionModel().getSelectedItem();
              if (chosen == null) {
                here.dialogs().notice(here.t("part.bring.choose"));
                return false;
              }
              line.close();
              bring.accept(chosen.id(), part.written());
              return true;
            });
  }
}
