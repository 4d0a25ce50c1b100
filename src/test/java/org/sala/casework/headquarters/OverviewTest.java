package org.sala.casework.headquarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.joining.OpenDisagreement;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.paper.Exports;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Headquarters sees what came, what is missing, what is undecided and who is silent. */
class OverviewTest {
  @TempDir Path folder;
  private Desk hq;
  private Desk a;
  private Desk b;

  @BeforeEach
  void threeStationsOfWhichOneNeverSends() {
    hq = Desks.headquarters(folder.resolve("hq"));
    a = station("a");
    b = station("b");
    station("c").close();
  }

  @AfterEach
  void everybodyGoesHome() {
    b.close();
    a.close();
    hq.close();
  }

  private Desk station(String name) {
    Desk desk = Desks.create(folder.resolve(name), "Officer Example", "one");
    Desks.enrol(desk, hq, folder, name.toUpperCase(java.util.Locale.ROOT));
    return desk;
  }

  private static RecordId person(Desk desk, String number) {
    return desk.people()
        .register(java.util.List.of(new People.NewPerson(number, "", "", "", "30", "my")))
        .getFirst();
  }

  private Path sealed(Desk desk) {
    PackageLine line =
        desk.packages().seal(desk.packages().plan(Optional.empty()), Progress.none());
    return desk.packages().carry(line.id(), folder.resolve("usb"));
  }

  private Importing.Outcome.Imported taken(Path file) {
    return (Importing.Outcome.Imported) hq.packages().take(file);
  }

  private Overview.Line line(String name) {
    return hq.overview().glance().stations().stream()
        .filter(l -> l.name().equals("Station " + name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachStationHasWhatCameOfItAndWhoIsSilentStandsFirst() {
    RecordId one = person(a, "A-001");
    person(a, "A-002");
    Importing.Outcome.Imported first = taken(sealed(a));
    person(b, "B-001");
    taken(sealed(b));

    Overview.Glance glance = hq.overview().glance();
    assertThat(glance.stations()).extracting(Overview.Line::name).startsWith("Station C");
    assertThat(line("C").contact()).isEqualTo(Overview.Contact.NEVER);
    assertThat(glance.silent()).isEqualTo(1);
    assertThat(line("A").packages()).isEqualTo(1);
    assertThat(line("A").people()).isEqualTo(2);
    assertThat(line("A").changes()).isEqualTo(first.changes());
    assertThat(line("A").contact()).isEqualTo(Overview.Contact.HEARD);
    assertThat(line("B").people()).isEqualTo(1);
    assertThat(glance.days().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(2);
    assertThat(glance.days()).hasSize(Overview.DAYS);

    assertThat(glance.unanswered()).as("no receipt has left yet").isEqualTo(2);
    hq.packages().carry(first.receipt().orElseThrow(), folder.resolve("usb"));
    assertThat(line("A").unanswered()).isZero();
    assertThat(line("B").unanswered()).isEqualTo(1);

    hq.people().edit(one, Map.of("sex", Value.text("male")), "");
    a.people().edit(one, Map.of("sex", Value.text("female")), "");
    taken(sealed(a));
    assertThat(line("A").disagreements()).isEqualTo(1);
    assertThat(line("B").disagreements()).isZero();
    assertThat(hq.overview().glance().disagreements()).isEqualTo(1);

    hq.people().edit(one, Map.of("nationality", Value.text("MM")), "");
    assertThat(line("A").disagreements()).as("something else was written on both").isEqualTo(1);
    assertThat(line("B").disagreements()).isZero();
    assertThat(hq.disagreements().list(Optional.of(line("A").id()), 9))
        .extracting(OpenDisagreement::record)
        .containsExactly(one);
    assertThat(hq.disagreements().open(Optional.of(line("B").id()))).isEmpty();
  }

  @Test
  void whatIsMissingIsNamedAndWhatIsInDoubtOrSpoiledIsCounted() throws Exception {
    person(a, "A-001");
    taken(sealed(a));
    for (int i = 2; i <= 4; i++) {
      person(a, "A-00" + i);
      sealed(a);
    }
    person(a, "A-005");
    taken(sealed(a));
    Headquarters.Known known =
        hq.headquarters().stations().stream()
            .filter(s -> s.name().equals("Station A"))
            .findFirst()
            .orElseThrow();
    assertThat(hq.headquarters().gaps(known.id())).containsExactly(new Gap(2, 4));
    assertThat(line("A").missing()).isEqualTo(3).isEqualTo(known.missing());
    assertThat(line("A").lastNumber()).isEqualTo(5);

    person(b, "B-001");
    Path spoiled = sealed(b);
    byte[] bytes = Files.readAllBytes(spoiled);
    bytes[bytes.length / 2] ^= 1;
    Path copy = Files.write(folder.resolve("spoiled.sala"), bytes);
    assertThat(hq.packages().take(copy)).isInstanceOf(Importing.Outcome.Refused.class);
    hq.headquarters().stations().stream()
        .filter(s -> s.name().equals("Station B"))
        .forEach(s -> hq.headquarters().revoke(s.id(), "lost"));
    assertThat(hq.packages().take(spoiled)).isInstanceOf(Importing.Outcome.Held.class);
    Overview.Glance glance = hq.overview().glance();
    assertThat(glance.refused()).isEqualTo(1);
    assertThat(line("B").waiting()).isEqualTo(1);
    assertThat(line("B").people()).as("nothing of it is here").isZero();
    assertThat(glance.stations()).as("nobody stands there for the spoiled file").hasSize(3);
  }

  @Test
  void fewPeopleAreHiddenInTheStatisticsAndAStationHasNoOverview() {
    for (int i = 1; i <= 7; i++) {
      person(a, "A-00" + i);
    }
    a.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    a.people().register(java.util.List.of(new People.NewPerson("A-100", "", "", "", "30", "km")));
    taken(sealed(a));
    Exports.Shown shown = hq.exports().statistics().orElseThrow();
    assertThat(shown.findings().getLast()).isEqualTo(Exports.NO_FINDING);
    assertThat(shown.rows())
        .extracting(Exports.ShownRow::language)
        .containsExactly("my", "others", "");
    assertThat(shown.rows().get(1).cells()).contains(Exports.HIDDEN).doesNotContain("1");
    assertThatThrownBy(() -> a.overview().glance()).isInstanceOf(CaseworkFault.class);
  }
}
