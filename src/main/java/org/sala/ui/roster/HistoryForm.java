package org.sala.ui.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.sala.casework.history.Histories;
import org.sala.domain.Kind;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.text.FieldWords;
import org.sala.ui.work.Work;

/** The history of a record that has no page of its own for it: field by field, the last first. */
public final class HistoryForm {
  private HistoryForm() {}

  /** Makes a button that leads to the history. */
  public static Button button(
      Here here, Work.Line line, Histories histories, List<RecordId> records, String id) {
    Button button =
        Nodes.button(
            here.t("history.open"), "", () -> show(here, line, histories, records), "plain");
    button.setId(id);
    return button;
  }

  /** Makes a button that leads to the history of every record of some kinds about a person. */
  public static Button about(
      Here here, Work.Line line, Histories histories, RecordId person, Set<Kind> kinds, String id) {
    Button button =
        Nodes.button(
            here.t("history.open"),
            "",
            () -> showAbout(here, line, histories, person, kinds),
            "plain");
    button.setId(id);
    return button;
  }

  /** Shows the history of every record of some kinds about a person. */
  public static void showAbout(
      Here here, Work.Line line, Histories histories, RecordId person, Set<Kind> kinds) {
    line.act(() -> histories.about(person, kinds), all -> tell(here, all));
  }

  /** Shows it; of several records in one order of time. */
  public static void show(Here here, Work.Line line, Histories histories, List<RecordId> records) {
    line.act(
        () -> {
          List<Histories.Entry> all = new ArrayList<>();
          records.forEach(r -> all.addAll(histories.of(r)));
          if (records.size() > 1) {
            all.sort(Comparator.comparing((Histories.Entry e) -> e.time().instant()).reversed());
          }
          return all;
        },
        all -> tell(here, all));
  }

  /** Shows a history that was read already. */
  public static void tell(Here here, List<Histories.Entry> entries) {
    VBox acts = new VBox(14);
    acts.setId("history-acts");
    entries.forEach(e -> acts.getChildren().add(FieldWords.entry(e, here.texts())));
    if (entries.isEmpty()) {
      acts.getChildren().add(Nodes.label(here.t("history.none"), "muted"));
    }
    here.dialogs().tell(here.t("history"), acts);
  }
}
