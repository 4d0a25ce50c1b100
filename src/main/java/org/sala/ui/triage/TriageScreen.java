package org.sala.ui.triage;

import java.time.Clock;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.people.People;
import org.sala.casework.screening.Interpreters;
import org.sala.casework.screening.Triages;
import org.sala.domain.RecordId;
import org.sala.ui.route.Covering;
import org.sala.ui.route.Here;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/**
 * Two minutes with each person, apart: one question open at a time, answered by digits; two of them
 * by pointing at the turned screen.
 */
public final class TriageScreen implements Screen {
  /** What this screen works with. */
  public record Doing(
      Triages triages, People people, Interpreters interpreters, Covering covering) {}

  private final Work.Line line;
  private final StackPane root = new StackPane();
  private final Layers layers;
  private @Nullable Sitting sitting;

  /** What is read before the first question. */
  record Known(
      People.PersonLine line, Triages.Sheet sheet, List<Interpreters.Interpreter> interpreters) {}

  public TriageScreen(RecordId person, Doing doing, Clock clock, Here here) {
    this.line = here.work().line();
    VBox page = new VBox();
    page.getStyleClass().add("page");
    page.setFocusTraversable(true);
    page.setAccessibleText(here.t("triage.title"));
    root.getChildren().add(page);
    root.setId("triage-screen");
    layers = new Layers(root, page, here, doing.covering());
    line.ask(
        () ->
            new Known(
                doing.people().find(person).orElseThrow(),
                doing.triages().sheet(person),
                doing.interpreters().all()),
        known -> {
          Sitting begun = new Sitting(known, doing, clock, here, line, layers);
          begun.listen(root);
          sitting = begun;
        });
  }

  @Override
  public void goOn() {
    if (sitting != null) {
      sitting.goOn();
    }
  }

  /** The program around it is gone while a person speaks. */
  @Override
  public boolean alone() {
    return true;
  }

  @Override
  public ObservableValue<Boolean> bare() {
    return layers.over();
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void closed() {
    if (sitting != null) {
      sitting.left();
    }
    line.close();
  }
}
