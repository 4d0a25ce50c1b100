package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Halls;
import org.sala.casework.consent.Consents;
import org.sala.casework.hall.Alarm;
import org.sala.casework.people.People;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.Opening;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** A danger that another laptop of the hall has raised, taken on by clicks, in an interview too. */
class DangerJourneyTest extends JourneyWindow {
  @TempDir static Path folder;
  private volatile Duration ahead = Duration.ZERO;
  private Halls hall;

  @Override
  protected Path workspace() {
    return folder.resolve("b");
  }

  /** Minutes pass when the journey says so. */
  @Override
  protected Clock clock() {
    Clock now = Desks.CHEAP.clock();
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return now.getZone();
      }

      @Override
      public Clock withZone(ZoneId other) {
        return now.withZone(other);
      }

      @Override
      public Instant instant() {
        return now.instant().plus(ahead);
      }
    };
  }

  @AfterEach
  void everybodyGoesHome() {
    hall.close();
  }

  @Test
  void itIsTakenOnByAClickInDoNextAndInTheMiddleOfAnInterview() throws IOException {
    Path shared = Files.createDirectory(folder.resolve("shared"));
    hall = Halls.of(folder, "A", "B");
    hall.stations().forEach(d -> d.sync().carriers().addFolder(shared, "Hall"));
    hall.leave("B");
    Desk there = hall.station("A");
    Desk here = Desks.unlock(workspace(), "b");
    interact(() -> enter(here));
    inDanger(there, "A-1");

    soon(() -> visible("#danger-line"));
    soon(() -> rows("#next") == 1);
    untilSaid("#danger-line", "A-1");
    choose("#next", 0);
    push(KeyCode.ENTER);
    until("#danger-take");
    for (String number : List.of("191", "1669", "1300")) {
      untilSaid(".dialog-box", number);
    }
    clickOn("#danger-take");
    soon(() -> takenBy(here).equals(List.of("Officer B Example")));
    soon(() -> !visible("#danger-line"));
    soon(
        () -> {
          round(there);
          return takenBy(there).equals(List.of("Officer B Example"));
        });
    push(KeyCode.ESCAPE);
    there
        .triages()
        .told(there.alarms().open().getFirst().person(), "danger", "Duty officer Example");
    round(there);
    soon(() -> here.alarms().open().isEmpty());

    interview(here);
    inDanger(there, "A-2");
    soon(() -> here.alarms().elsewhere().size() == 1);
    assertThat(visible("#danger-quiet")).as("others have ten minutes").isFalse();
    ahead = Alarm.UNANSWERED.plusMinutes(1);
    here.people().register(List.of(new People.NewPerson("B-2", "", "", "", "", "th")));
    soon(() -> visible("#danger-quiet"));
    untilSaid("#danger-quiet", "Station A");
    assertThat(lookup("#danger-quiet .label").queryAllAs(Labeled.class))
        .extracting(Labeled::getText)
        .noneMatch(t -> t.contains("A-2"));
    assertThat(visible("#danger-line")).isFalse();
    push(KeyCode.F4);
    until(".turned");
    assertThat(visible("#danger-quiet")).as("the person looks at the screen").isFalse();
    push(KeyCode.ESCAPE);
    soon(() -> visible("#danger-quiet"));
    clickOn("#danger-quiet .button");
    clickOn("#danger-take");
    soon(() -> !visible("#danger-quiet"));
    assertThat(takenBy(here)).containsExactly("Officer B Example");
  }

  private void interview(Desk desk) {
    RecordId person =
        desk.people()
            .register(List.of(new People.NewPerson("B-1", "", "", "", "24", "th")))
            .getFirst();
    RecordId screening = desk.screenings().begin(person, new Screenings.Setting("th", "", ""));
    desk.openings().pointed(screening, Opening.About.OFFICER, desk.openings().me(), "yes");
    desk.openings().heard(screening, "th", "");
    ScreeningPage page = desk.screenings().page(screening);
    for (String code : List.of("interview", "record")) {
      desk.restedConsents().ask(page, code, Consents.Answer.YES, "");
    }
    desk.restedConsents().done(page);
    interact(
        () -> {
          shell.covering().choose(new char[] {'2', '5', '8', '0'});
          shell.go(new Place.Interview(screening));
        });
    until("#own-words");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#choice-yes");
  }

  private static void inDanger(Desk desk, String number) {
    RecordId person =
        desk.people()
            .register(List.of(new People.NewPerson(number, "Somebody Example", "", "f", "", "th")))
            .getFirst();
    desk.triages().done(person, new Triages.Answers(Map.of("q6", "yes"), Map.of("q6", "a threat")));
    round(desk);
  }

  /** What the other laptop does by itself every few seconds. */
  private static void round(Desk desk) {
    desk.sync().once(desk.sync().carriers().list().getFirst().id());
  }

  private static List<String> takenBy(Desk desk) {
    return desk.alarms().open().stream()
        .flatMap(a -> a.taken().stream())
        .map(Alarm.Answer::officer)
        .toList();
  }

  /** Whether it can be seen: what is around it as well. */
  private boolean visible(String selector) {
    boolean seen = false;
    for (Node found : lookup(selector).queryAll()) {
      boolean all = true;
      for (Node n = found; n != null; n = n.getParent()) {
        all &= n.isVisible();
      }
      seen |= all;
    }
    return seen;
  }
}
