package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;

/** Nobody touches the laptop for an hour: what says how long somebody waits says it by now. */
class TimePassesJourneyTest extends JourneyWindow {
  @TempDir Path folder;
  private volatile Duration later = Duration.ZERO;

  @Override
  protected Path workspace() {
    return folder.resolve("w");
  }

  @Override
  protected Clock clock() {
    Clock now = super.clock();
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return now.getZone();
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return now.withZone(zone);
      }

      @Override
      public Instant instant() {
        return now.instant().plus(later);
      }
    };
  }

  @Test
  void howLongSomebodyWaitsIsSaidAsOfNowAndTheRowStaysChosen() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    RecordId person =
        made.people()
            .register(List.of(new People.NewPerson("A-001", "", "", "", "24", "th")))
            .getFirst();
    made.triages().raise(person, "hurt");
    interact(() -> enter(made));
    choose("#next", 0);
    String before = waits();
    String title = label(".title");
    later = Duration.ofHours(5);
    interact(() -> shell.passed());
    soon(() -> !waits().equals(before));
    assertThat(label(".title")).isNotEqualTo(title);
    assertThat(lookup("#next").queryAs(TableView.class).getSelectionModel().getSelectedIndex())
        .isZero();
  }

  /** How long the first of those who wait for triage has waited. */
  private String waits() {
    TableView<?> table = lookup("#waiting").queryAs(TableView.class);
    return String.valueOf(table.getColumns().get(2).getCellObservableValue(0).getValue());
  }
}
