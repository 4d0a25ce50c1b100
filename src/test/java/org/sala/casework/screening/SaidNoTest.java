package org.sala.casework.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.people.People;
import org.sala.casework.station.Opening;
import org.sala.domain.RecordId;

/** What a person said no to is known where the next thing is begun. */
class SaidNoTest {
  @TempDir Path folder;
  private Desk desk;
  private RecordId person;

  @BeforeEach
  void begin() {
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    person = register("A-001");
  }

  @AfterEach
  void end() {
    desk.close();
  }

  private RecordId register(String number) {
    return desk.people()
        .register(List.of(new People.NewPerson(number, "", "", "", "24", "th")))
        .getFirst();
  }

  private void points(RecordId of, Opening.About about, String who, String answer) {
    RecordId screening =
        desk.screenings().of(of).stream()
            .findFirst()
            .map(Screenings.Line::id)
            .orElseGet(
                () -> desk.screenings().begin(of, new Screenings.Setting("th", "IN-04", "")));
    desk.openings().pointed(screening, about, who, answer);
  }

  private List<No> said(RecordId of) {
    assertThat(desk.forms().saidNo(of)).isEqualTo(desk.statements().saidNo(of));
    assertThat(desk.screenings().saidNo(of)).isEqualTo(desk.statements().saidNo(of));
    return desk.statements().saidNo(of);
  }

  @Test
  void aRefusedInterpreterIsRefusedElsewhereTooUntilThePersonSaysOtherwise() {
    assertThat(said(person)).isEmpty();
    points(person, Opening.About.INTERPRETER, "IN-04", "no");
    points(person, Opening.About.INTERPRETER, "IN-05", "yes");
    points(person, Opening.About.OFFICER, desk.openings().me(), "no");
    points(person, Opening.About.OFFICER, "somebody else", "no");
    assertThat(said(person))
        .extracting(No::to)
        .containsExactlyInAnyOrder(No.To.INTERPRETER, No.To.OFFICER);
    assertThat(said(person)).filteredOn(n -> n.isTo(" in-04 ")).hasSize(1);
    assertThat(said(person)).filteredOn(n -> n.isTo("IN-05")).isEmpty();
    RecordId other = register("A-002");
    assertThat(said(other)).isEmpty();
    desk.samePeople().same(person, other, "the same scar");
    assertThat(said(other)).as("in another record of the same person").hasSize(2);
    points(person, Opening.About.INTERPRETER, "IN-04", "yes");
    assertThat(said(person)).extracting(No::to).containsExactly(No.To.OFFICER);
  }

  @Test
  void aNoToBeingAskedStandsUntilAYes() {
    Consents.How how = new Consents.How("th", "", "");
    desk.restedConsents().ask(person, "interview", Consents.Answer.NO, how);
    desk.restedConsents().ask(person, "copies", Consents.Answer.NO, how);
    assertThat(said(person)).extracting(No::to).containsExactly(No.To.INTERVIEW);
    desk.restedConsents().ask(person, "interview", Consents.Answer.YES, how);
    assertThat(said(person)).isEmpty();
  }
}
