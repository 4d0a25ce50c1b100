package org.sala.casework.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.domain.DateReader;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;

/** Formal identification is another authority's act: it is written down, and changes nothing. */
class IdentificationsTest {
  private static final String AUTHORITY = "Team of Examples";

  @TempDir Path folder;
  private Desk desk;
  private RecordId person;

  @BeforeEach
  void unlock() {
    desk = Desks.create(folder.resolve("night"), "Officer One Example", "one");
    person =
        desk.people()
            .register(List.of(new People.NewPerson("A-001", "", "", "", "1999", "my")))
            .getFirst();
  }

  @AfterEach
  void lock() {
    desk.close();
  }

  private void write(Identifications.Decision decision, String on) {
    desk.identifications()
        .write(
            person,
            new Identifications.Decided(decision, AUTHORITY, DateReader.date(on), "EX 1/2569"));
  }

  @Test
  void itStandsAsThatAuthoritysActWithItsDayAndLetterTheLastFirst() {
    write(Identifications.Decision.OPEN, "11/2569");
    write(Identifications.Decision.VICTIM, "24/11/2569");
    List<Identifications.Line> all = desk.identifications().of(person);
    assertThat(all).extracting(Identifications.Line::decision).containsExactly("victim", "open");
    Identifications.Line last = all.getFirst();
    assertThat(last.authority()).isEqualTo(AUTHORITY);
    assertThat(last.reference()).isEqualTo("EX 1/2569");
    assertThat(last.by()).as("who wrote it down decided nothing").isEqualTo("Officer One Example");
    assertThat(last.on().precision()).isEqualTo(PartialDate.Precision.DAY);
    assertThat(last.on().earliest()).isEqualTo("2026-11-24");
    assertThat(all.getLast().on().precision()).isEqualTo(PartialDate.Precision.MONTH);
  }

  @Test
  void whateverItSaysTheFindingAndTheProtectionStand() {
    desk.findings().find(person, Findings.Finding.PRESUMED_VICTIM, "Held and made to work");
    write(Identifications.Decision.NOT_VICTIM, "24/11/2569");
    People.PersonLine line = desk.people().find(person).orElseThrow();
    assertThat(line.finding()).isEqualTo("presumed_victim");
    assertThat(line.findingWaits()).isFalse();
  }

  @Test
  void nobodyDecidesItWithoutAnAuthority() {
    assertThatThrownBy(
            () ->
                new Identifications.Decided(
                    Identifications.Decision.VICTIM, " ", PartialDate.unknown(""), ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
