package org.sala.casework.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;

/** What was said at triage can be read by whoever looks after the person next. */
class TriagePagesTest {
  @TempDir Path folder;
  private Desk desk;
  private RecordId person;

  @BeforeEach
  void somebodyIsHere() {
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    person =
        desk.people()
            .register(List.of(new People.NewPerson("A-001", "", "", "", "24", "my")))
            .getFirst();
  }

  @AfterEach
  void end() {
    desk.close();
  }

  @Test
  void everyAnswerIsThereAfterItIsDoneAndWhoWasToldOfWhat() {
    desk.triages()
        .done(
            person,
            new Triages.Answers(
                Map.of("q1", "yes", "q2", "no"), Map.of("q1", "Insulin", "q8", "A call home")));
    TriagePages.Page page = desk.triagePages().of(person).getFirst();
    assertThat(page.done()).isPresent();
    assertThat(page.answers())
        .extracting(TriagePages.Answered::question)
        .containsExactly("q1", "q2", "q8");
    assertThat(page.answers().getFirst().said())
        .containsExactly(new TriagePages.Said("yes", "Insulin"));
    assertThat(page.urgent()).extracting(TriagePages.Urgent::code).containsExactly("hurt");
    assertThat(page.urgent().getFirst().toldAt()).isEmpty();
    desk.triages().told(person, "hurt", "The doctor");
    page = desk.triagePages().of(person).getFirst();
    assertThat(page.urgent().getFirst().told()).isEqualTo("The doctor");
    assertThat(page.urgent().getFirst().toldAt()).isPresent();
    assertThat(page.keptBack()).isFalse();
  }

  @Test
  void aLaterTriageStandsBeforeTheEarlierOneAndTakesNothingAway() {
    assertThat(desk.triagePages().of(person)).isEmpty();
    desk.triages().done(person, new Triages.Answers(Map.of(), Map.of("q8", "A blanket")));
    desk.triages().keep(person, new Triages.Answers(Map.of("q1", "yes"), Map.of()));
    assertThat(desk.triagePages().of(person))
        .extracting(p -> p.done().isPresent())
        .containsExactly(false, true);
    assertThat(desk.triagePages().of(person).getLast().answers().getFirst().said())
        .containsExactly(new TriagePages.Said("", "A blanket"));
  }
}
