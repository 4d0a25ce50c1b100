package org.sala.ui.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.Screenings;
import org.sala.domain.RecordId;
import org.sala.form.AskIn;
import org.sala.form.Care;
import org.sala.form.Indicator;

/** The way through an interview, over a real screening and with no scene. */
class InterviewModelTest {
  @TempDir Path folder;
  private Desk desk;
  private RecordId screening;
  private InterviewModel model;

  @BeforeEach
  void begin() {
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    RecordId person =
        desk.people()
            .register(List.of(new People.NewPerson("A-001", "", "", "", "24", "th")))
            .getFirst();
    screening = desk.screenings().begin(person, new Screenings.Setting("th", "", ""));
    model = new InterviewModel(desk.screenings().page(screening));
  }

  @AfterEach
  void end() {
    desk.close();
  }

  private void give(String path, String code) {
    desk.screenings().answer(screening, path, new Given(code, "", "volunteered", ""));
    model.show(desk.screenings().page(screening));
  }

  @Test
  void listensFirstThenAsksOnlyWhatIsStillOpen() {
    assertThat(model.stage()).isEqualTo(InterviewModel.Stage.LISTEN);
    assertThat(model.path()).isEqualTo("/screening/recruitment/opening");
    give("/screening/recruitment/S1_01", "yes");
    give("/screening/recruitment/S1_02", "declined");
    assertThat(model.next()).isTrue();
    assertThat(model.asking().map(Indicator::code)).contains("S1.03");
    assertThat(model.count()).isEqualTo(4);
  }

  @Test
  void neverAsksWhatIsNotForAFirstScreening() {
    int asked = 0;
    while (model.next()) {
      if (model.asking().isPresent()) {
        asked++;
        assertThat(model.asking().get().askIn()).isEqualTo(AskIn.FIRST);
      }
    }
    assertThat(asked).isEqualTo(33);
  }

  @Test
  void anAnswerDoesNotMoveTheQuestionAndBackShowsItAgain() {
    model.next();
    String first = model.path();
    give(first, "unknown");
    assertThat(model.path()).isEqualTo(first);
    model.next();
    assertThat(model.path()).isNotEqualTo(first);
    assertThat(model.back()).isTrue();
    assertThat(model.path()).isEqualTo(first);
    assertThat(model.page().at(first).code()).isEqualTo("unknown");
  }

  @Test
  void aBreakIsOfferedAfter45MinutesWithoutOne() {
    long began = model.page().sittingSince().orElseThrow();
    assertThat(InterviewHead.breakIsDue(model.page(), began + 44 * 60_000L)).isFalse();
    assertThat(InterviewHead.breakIsDue(model.page(), began + 45 * 60_000L)).isTrue();
    desk.screenings().pause(screening, "");
    desk.screenings().resume(screening);
    model.show(desk.screenings().page(screening));
    assertThat(model.page().sittingSince().orElseThrow())
        .as("the time is counted anew from the break")
        .isGreaterThanOrEqualTo(began)
        .isEqualTo(model.page().goneOn().orElseThrow().instant().toEpochMilli());
  }

  @Test
  void aStopKeepsThePlace() {
    desk.screenings().stop(screening, "/screening/the_work/S4_02");
    InterviewModel again = new InterviewModel(desk.screenings().page(screening));
    assertThat(again.asking().map(Indicator::code)).contains("S4.02");
    desk.screenings().pause(screening, "/screening/leaving/opening");
    InterviewModel listening = new InterviewModel(desk.screenings().page(screening));
    assertThat(listening.section().node()).isEqualTo("leaving");
    assertThat(listening.stage()).isEqualTo(InterviewModel.Stage.LISTEN);
    desk.screenings().pause(screening, "/screening/nowhere");
    assertThat(new InterviewModel(desk.screenings().page(screening)).section().node())
        .isEqualTo("recruitment");
  }

  @Test
  void nothingThatCouldBeHeldAgainstThePersonIsAsked() {
    model
        .page()
        .catalogue()
        .orElseThrow()
        .indicators()
        .forEach(
            i -> {
              boolean asked = model.page().question(i).isPresent();
              assertThat(asked && i.care().contains(Care.INCRIMINATING)).as(i.code()).isFalse();
              assertThat(asked && i.care().contains(Care.SEXUAL)).as(i.code()).isFalse();
              assertThat(asked && i.askIn() == AskIn.NEVER).as(i.code()).isFalse();
            });
  }

  @Test
  void laterIsStillOpen() {
    give("/screening/recruitment/S1_01", "later");
    model.next();
    assertThat(model.asking().map(Indicator::code)).contains("S1.01");
  }

  @Test
  void withoutAPlaceItBeginsAgainInTheFirstPartThatIsStillOpen() {
    give("/screening/recruitment/S1_01", "yes");
    InterviewModel again = new InterviewModel(desk.screenings().page(screening));
    assertThat(again.section().node()).as("it was in the middle of it").isEqualTo("recruitment");
    assertThat(again.back()).isFalse();
    model.page().open(model.section()).stream()
        .map(i -> model.page().catalogue().orElseThrow().path(i))
        .forEach(path -> give(path, "unknown"));
    InterviewModel later = new InterviewModel(desk.screenings().page(screening));
    assertThat(later.section().node()).isEqualTo("the_journey");
  }

  @Test
  void whereItWasLeftIsWhereItGoesOn() {
    desk.screenings().left(screening, "/screening/the_work/S4_02");
    InterviewModel again = new InterviewModel(desk.screenings().page(screening));
    assertThat(again.asking().map(Indicator::code)).contains("S4.02");
  }

  @Test
  void aQuestionCanBeAskedAgainOutOfItsTurn() {
    give("/screening/recruitment/S1_05", "declined");
    Indicator again = model.page().catalogue().orElseThrow().indicator("S1.05").orElseThrow();
    model.ask(again);
    assertThat(model.asking()).contains(again);
    assertThat(model.count()).as("the open ones and this one").isEqualTo(6);
  }
}
