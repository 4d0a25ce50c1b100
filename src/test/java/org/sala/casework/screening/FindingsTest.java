package org.sala.casework.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Screened;
import org.sala.casework.people.People;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.casework.todo.ToDo;
import org.sala.domain.Change;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Taking protection away waits for what is not decided yet, also between two signatures. */
class FindingsTest {
  private static final String ASKED = "/screening/the_work/S4_01";

  @TempDir Path folder;

  private void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path f : files.toList()) {
        Files.copy(f, to.resolve(from.relativize(f).toString()));
      }
    }
  }

  private static Findings.Confirmed second(Desk desk, RecordId finding, boolean agrees) {
    return desk.findings()
        .confirm(finding, agrees, "read both", "two", "phrase of two".toCharArray());
  }

  @Test
  void thatNobodyHasAskedIsNoAnswer() {
    try (Desk desk = Desks.create(folder.resolve("b"), "Officer One Example", "one")) {
      List<RecordId> people =
          desk.people()
              .register(
                  List.of(
                      new People.NewPerson("A-001", "", "Zaw Example", "", "24", "my"),
                      new People.NewPerson("A-002", "", "Mya Example", "", "25", "my")));
      RecordId person = people.getFirst();
      notScreened(desk, person, Optional.empty());
      RecordId open = desk.screenings().begin(person, new Screenings.Setting("my", "", ""));
      desk.screenings().answer(open, ASKED, new Given("no", "", "direct", "my"));
      notScreened(desk, person, Optional.of(open));
      desk.screenings().review(open);
      notScreened(desk, person, Optional.of(open));
      notScreened(desk, person, Optional.of(Screened.closed(desk, people.getLast())));
      desk.findings().find(person, Findings.Finding.PRESUMED_VICTIM, "seen enough");
      assertThat(desk.people().find(person).orElseThrow().finding())
          .as("protection waits for no screening")
          .isEqualTo("presumed_victim");
      desk.screenings().close(open);
      desk.findings()
          .find(person, Optional.of(open), Findings.Finding.NO_INDICATIONS, "nothing was told");
      assertThat(desk.people().find(person).orElseThrow().findingWaits()).isTrue();
      assertThat(desk.findings().firstWord(person))
          .as("whoever is asked to agree reads who wrote what")
          .hasValueSatisfying(
              w -> {
                assertThat(w.byName()).isEqualTo("Officer One Example");
                assertThat(w.reason()).isEqualTo("nothing was told");
                assertThat(w.screening()).contains(open);
              });
    }
  }

  @Test
  void thatNothingWasAskedInAScreeningIsNoAnswerEither() {
    try (Desk desk = Desks.create(folder.resolve("d"), "Officer One Example", "one")) {
      for (String code : List.of("", "later", "unknown", "declined")) {
        RecordId person =
            desk.people()
                .register(List.of(new People.NewPerson("A-1", "", "Zaw Example", "", "24", "my")))
                .getFirst();
        RecordId screening = desk.screenings().begin(person, new Screenings.Setting("my", "", ""));
        if (!code.isEmpty()) {
          desk.screenings().answer(screening, ASKED, new Given(code, "", "", "my"));
        }
        desk.screenings().review(screening);
        desk.screenings().close(screening);
        refused(desk, person, Optional.of(screening), CaseworkFault.Code.NOTHING_ASKED);
        assertThat(desk.people().find(person).orElseThrow().finding()).isEmpty();
        desk.findings()
            .find(person, Optional.of(screening), Findings.Finding.MORE_TIME_NEEDED, "not asked");
      }
    }
  }

  private static void notScreened(Desk desk, RecordId person, Optional<RecordId> screening) {
    refused(desk, person, screening, CaseworkFault.Code.NOT_SCREENED);
  }

  private static void refused(
      Desk desk, RecordId person, Optional<RecordId> screening, CaseworkFault.Code why) {
    assertThatThrownBy(
            () ->
                desk.findings()
                    .find(person, screening, Findings.Finding.NO_INDICATIONS, "not asked"))
        .isInstanceOfSatisfying(CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(why));
  }

  @Test
  void whatTakesProtectionAwayIsAskedAboutWhateverItsRecordSays() {
    try (Desk desk = Desks.create(folder.resolve("c"), "Officer One Example", "one")) {
      desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
      List<Optional<Boolean>> flags = List.of(Optional.of(false), Optional.empty());
      List<String> codes = List.of("no_indications", "something_newer");
      for (int i = 0; i < 4; i++) {
        RecordId person =
            desk.people()
                .register(
                    List.of(new People.NewPerson("A-00" + i, "", "Zaw Example", "", "24", "my")))
                .getFirst();
        RecordId first =
            desk.findings().find(person, Findings.Finding.PRESUMED_VICTIM, "held and made to work");
        RecordId later = written(desk, person, first, codes.get(i / 2), flags.get(i % 2));
        assertThat(desk.people().find(person).orElseThrow().findingWaits()).isTrue();
        assertThatThrownBy(() -> second(desk, later, true))
            .as("nor does anybody agree to it without a screening")
            .isInstanceOfSatisfying(
                CaseworkFault.class,
                f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.NOT_SCREENED));
        assertThat(desk.findings().waiting(person)).hasValue(later);
        assertThat(desk.tonight().todo())
            .filteredOn(t -> t.person().filter(p -> p.id().equals(person)).isPresent())
            .extracting(ToDo::what)
            .containsExactly(ToDo.What.CONFIRM);
      }
    }
  }

  private static RecordId written(
      Desk desk, RecordId person, RecordId knew, String code, Optional<Boolean> lower) {
    Station station = Desks.station(desk);
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("person", Value.ref(person));
    fields.put("finding", Value.text(code));
    lower.ifPresent(l -> fields.put("lower", Value.flag(l)));
    fields.put("reason", Value.text("nothing was told"));
    fields.put("knew", Value.text(knew.toString()));
    fields.put("at", station.now().toValue());
    RecordId id = station.ids().record();
    new Ledger(station).write(new Act().make(id, Kinds.FINDING, station.scopeOf(person), fields));
    return id;
  }

  @Test
  void nobodyAgreesToALowerFindingOverTwoVersionsThatCameSinceItWasMade() throws Exception {
    Path here = folder.resolve("a");
    RecordId person;
    RecordId finding;
    try (Desk desk = Desks.create(here, "Officer One Example", "one")) {
      desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
      person =
          desk.people()
              .register(List.of(new People.NewPerson("A-001", "", "Zaw Example", "", "24", "my")))
              .getFirst();
      finding =
          desk.findings()
              .find(
                  person,
                  Optional.of(Screened.closed(desk, person)),
                  Findings.Finding.NO_INDICATIONS,
                  "nothing was told");
    }
    copy(here, folder.resolve("copy"));
    try (Desk desk = Desks.unlock(here, "one")) {
      try (Desk other = Desks.unlock(folder.resolve("copy"), "one")) {
        other.people().setBirth(person, "about 16", "said so to somebody else");
        desk.people().setBirth(person, "25", "");
        List<Change> all = new ArrayList<>();
        Desks.station(other).journal().replay(0, run -> run.forEach(c -> all.add(c.change())));
        Desks.take(desk, List.of(all.getLast()));
      }
      assertThat(desk.people().disputed(person)).isNotEmpty();
      assertThatThrownBy(() -> second(desk, finding, true))
          .isInstanceOfSatisfying(
              CaseworkFault.class,
              f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.DISPUTED));
      assertThat(desk.people().find(person).orElseThrow().findingSigned()).isFalse();
      assertThat(second(desk, finding, false))
          .as("a no takes nothing away")
          .isEqualTo(Findings.Confirmed.DONE);
    }
  }
}
