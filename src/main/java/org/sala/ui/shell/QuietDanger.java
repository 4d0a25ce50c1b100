package org.sala.ui.shell;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.sala.casework.Desk;
import org.sala.casework.hall.Alarm;
import org.sala.ui.roster.DangerForm;
import org.sala.ui.route.Here;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/**
 * Tells of a danger elsewhere in the hall where nothing of the program stands around an interview:
 * only once nobody has answered for ten minutes, without the number of who it is, and never on a
 * screen that is turned to the person.
 */
final class QuietDanger {
  private final Desk desk;
  private final Clock clock;
  private final Here here;
  private final Work.Line line;
  private final DangerLine words;
  private final VBox node;

  QuietDanger(Desk desk, Clock clock, Here here) {
    this.desk = desk;
    this.clock = clock;
    this.here = here;
    this.line = here.work().line();
    this.words = new DangerLine(here, "danger-quiet", "danger.line.quiet", this::tell);
    this.node = new VBox(words);
    node.managedProperty().bind(node.visibleProperty());
  }

  Node node() {
    return node;
  }

  /** Belongs to a screen from now on; beside one with the program around it nothing is shown. */
  void beside(Screen screen) {
    ObservableValue<Boolean> bare = screen.bare();
    node.visibleProperty()
        .bind(Bindings.createBooleanBinding(() -> screen.alone() && !bare.getValue(), bare));
  }

  /**
   * Shows the alarms that nobody has answered in time.
   *
   * @return how many there are
   */
  int show(List<Alarm> elsewhere) {
    List<Alarm> late = elsewhere.stream().filter(a -> a.late(clock.instant())).toList();
    words.show(late);
    return late.size();
  }

  /** Shows the same card as in Do next: what to do, whom to call, and to take it on. */
  private void tell(Alarm alarm) {
    line.ask(
        desk.countryRules()::numbers,
        numbers ->
            DangerForm.ask(
                here,
                new DangerForm.Danger(alarm.number(), "", numbers, Optional.of(alarm)),
                a -> line.act(() -> desk.alarms().take(a.id()), saved -> {}),
                told ->
                    line.act(
                        () ->
                            desk.alarms()
                                .told(alarm.id(), told.who() + ", " + told.how(), told.at()),
                        saved -> {})));
  }

  void close() {
    line.close();
  }
}
