package org.sala.casework.headquarters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/** What came since an officer last looked, and that looking alone makes nothing seen. */
class NewsTest {
  @TempDir Path folder;
  private Desk hq;
  private Desk station;
  private RecordId caseId;
  private RecordId person;

  @BeforeEach
  void oneStationHasReported() {
    hq = Desks.headquarters(folder.resolve("hq"));
    hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
    station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(station, hq, folder, "A");
    caseId = station.cases().open(new Cases.NewCase("Red house", "rescue", "normal", "", ""));
    person =
        station
            .people()
            .add(
                caseId,
                new People.NewPerson("A-001", "", "Somebody Example", "", "30", "my"),
                "said",
                "");
    station
        .triages()
        .inside(
            person,
            new Triages.Inside("Mya Example", "", "Compound R-7", "Block 2", "", "no", "inside"));
    report();
  }

  @AfterEach
  void everybodyGoesHome() {
    station.close();
    hq.close();
  }

  private void report() {
    PackageLine line =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    Path file = station.packages().carry(line.id(), folder.resolve("usb"));
    assertThat(hq.packages().take(file)).isInstanceOf(Importing.Outcome.Imported.class);
  }

  private void again(String handle) {
    hq.close();
    hq = Desks.unlock(folder.resolve("hq"), handle);
  }

  @Test
  void itIsNewUntilTheOfficerSaysOtherwiseAndToEachOfficerByItself() {
    hq.cases().open(new Cases.NewCase("Our own", "rescue", "normal", "", ""));
    News.Page page = hq.news().unseen();
    assertThat(page.people()).extracting(News.Line::number).containsExactly("A-001");
    assertThat(page.people().getFirst().kinds())
        .containsEntry("person", 1)
        .containsEntry("involvement", 1);
    assertThat(page.people().getFirst().stations()).containsExactly("Station A");
    assertThat(page.cases())
        .as("what was written here is no news")
        .extracting(News.Line::id)
        .containsExactly(Optional.of(caseId));
    assertThat(page.sites()).extracting(News.Line::words).containsExactly("Compound R-7");
    assertThat(page.seen()).isEmpty();
    assertThat(hq.news().unseen().size()).as("looking changes nothing").isEqualTo(3);

    // It comes between looking and saying so.
    station.people().edit(person, Map.of("sex", Value.text("female")), "");
    report();
    hq.news().allSeen(page);
    News.Page left = hq.news().unseen();
    assertThat(left.people()).hasSize(1);
    assertThat(left.people().getFirst().kinds()).isEqualTo(Map.of("person", 1));
    assertThat(left.cases()).isEmpty();
    assertThat(left.seen()).isPresent();
    hq.news().allSeen(left);
    assertThat(hq.news().unseen().size()).isZero();

    again("nine");
    assertThat(hq.news().unseen().size()).as("a colleague has not looked").isEqualTo(3);
    again("zero");
    assertThat(hq.news().unseen().size()).as("kept over the night").isZero();
    StationId a = hq.headquarters().stations().getFirst().id();
    assertThat(hq.news().of(a).people()).as("of a station, seen or not").hasSize(1);
  }

  /** What stands in a tab that nobody has opened was not seen by the key of another one. */
  @Test
  void whatIsSeenOfOneKindLeavesTheOthersNew() {
    hq.news().allSeen(hq.news().unseen(), News.Of.CASE);
    News.Page left = hq.news().unseen();
    assertThat(left.cases()).isEmpty();
    assertThat(left.people()).hasSize(1);
    assertThat(left.sites()).hasSize(1);
    hq.news().allSeen(left, News.Of.PERSON);
    hq.news().allSeen(hq.news().unseen(), News.Of.SITE);
    assertThat(hq.news().unseen().size()).isZero();
    assertThat(hq.news().unseen().seen()).as("all of it").isPresent();
  }

  /**
   * Where there is more than is listed, what came first is listed first, and nothing is passed
   * over.
   */
  @Test
  void whatWasNotListedWasNotSeen() {
    News few = ofFiveMore();
    assertThat(few.unseen().more()).isTrue();
    List<String> listed = new ArrayList<>();
    for (News.Page page = few.unseen(); page.size() > 0; page = few.unseen()) {
      page.people().forEach(l -> listed.add(l.number()));
      few.allSeen(page);
    }
    assertThat(listed)
        .containsExactlyInAnyOrder("A-001", "A-002", "A-003", "A-004", "A-005", "A-006");
    assertThat(hq.news().unseen().size()).isZero();
  }

  /** Two of a kind are listed at a time. */
  private News ofFiveMore() {
    for (int i = 2; i <= 6; i++) {
      station
          .people()
          .add(
              caseId,
              new People.NewPerson("A-00" + i, "", "Somebody Example", "", "30", "my"),
              "said",
              "");
      report();
    }
    return new News(Desks.station(hq), hq.people(), hq.preferences(), 2);
  }

  @Test
  void whoeverSeesThemOneByOneComesToTheNext() {
    News few = ofFiveMore();
    List<String> listed = new ArrayList<>();
    while (few.unseen().size() > 0) {
      News.Page page = few.unseen();
      page.people().forEach(l -> listed.add(l.number()));
      page.people().forEach(few::seen);
      page.cases().forEach(few::seen);
      page.sites().forEach(few::seen);
    }
    assertThat(listed)
        .containsExactlyInAnyOrder("A-001", "A-002", "A-003", "A-004", "A-005", "A-006");
  }

  @Test
  void oneOfThemIsSeenAndComesBackWhenItChanges() {
    News.Line one = hq.news().unseen().people().getFirst();
    hq.news().seen(one);
    assertThat(hq.news().unseen().people()).isEmpty();
    assertThat(hq.news().unseen().cases()).hasSize(1);
    hq.news().seen(hq.news().unseen().sites().getFirst());
    assertThat(hq.news().unseen().sites()).isEmpty();
    station.people().edit(person, Map.of("sex", Value.text("female")), "");
    report();
    assertThat(hq.news().unseen().people()).hasSize(1);
    assertThat(hq.news().unseen().sites()).isEmpty();
    assertThat(hq.preferences().value("news.seen").orElseThrow().toString())
        .as("no name in the settings")
        .doesNotContainIgnoringCase("R-7")
        .doesNotContain("Example");
  }

  @Test
  void afterAnOlderJournalCameBackNothingCountsAsSeen() {
    hq.news().allSeen(hq.news().unseen());
    assertThat(hq.news().unseen().size()).isZero();
    // A place of the journal that holds another change, as after a restore.
    Value.Parts kept = (Value.Parts) hq.preferences().value("news.seen").orElseThrow();
    Map<String, Value> other = new java.util.LinkedHashMap<>(kept.parts());
    other.put("change", Value.text("0199aaaa-0000-7000-8000-000000000000"));
    hq.preferences().set("news.seen", new Value.Parts(other));
    assertThat(hq.news().unseen().size()).isEqualTo(3);
    assertThat(List.of(hq.news().unseen().seen())).containsExactly(Optional.empty());
  }
}
