package org.sala.casework.joining;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.history.Histories;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.domain.FieldType;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** What differs only in its writing is decided many at a time; all else is left alone. */
class ObviousTest {
  @TempDir Path folder;
  private Desk hq;
  private Desk one;
  private RecordId caseId;
  private RecordId person;

  @BeforeEach
  void together() {
    hq = Desks.headquarters(folder.resolve("hq"));
    one = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(one, hq, folder, "A");
    caseId = one.cases().open(new Cases.NewCase("A case", "rescue", "normal", "A place", ""));
    person =
        one.people()
            .add(
                caseId,
                new People.NewPerson("A-001", "", "Somebody Example", "", "2001", "my"),
                "said",
                "");
    report();
  }

  @AfterEach
  void end() {
    one.close();
    hq.close();
  }

  private void report() {
    PackageLine sealed =
        one.packages().seal(one.packages().plan(Optional.empty()), Progress.none());
    assertThat(hq.packages().take(one.packages().carry(sealed.id(), folder.resolve("usb"))))
        .isInstanceOf(Importing.Outcome.Imported.class);
  }

  private static Optional<Plainly.Taken> texts(String... texts) {
    return Plainly.of(FieldType.TEXT, List.of(texts).stream().map(Value::text).toList());
  }

  @Test
  void onlyWhatLosesNothingIsOffered() {
    hq.cases()
        .edit(
            caseId,
            Map.of(
                "title", Value.text("house on  MILL road"),
                "place", Value.text("Example Town, north"),
                "summary", Value.text("a summary")),
            "");
    one.cases()
        .edit(
            caseId,
            Map.of(
                "title", Value.text("House on Mill Road"),
                "place", Value.text("Example Town, south"),
                "summary", Value.text("A summary")),
            "");
    hq.people().setBirth(person, "2001-03-14", "read");
    one.people().setBirth(person, "2001", "said");
    report();
    List<Obvious.Proposal> all = hq.obvious().proposals();
    assertThat(all)
        .as("not another place, no longer text, and never a date of birth")
        .extracting(p -> p.point().key(), Obvious.Proposal::why)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("title", Obvious.Why.WRITTEN));
    assertThat(hq.obvious().decide(all, "the same words")).isEqualTo(1);
    assertThat(hq.cases().find(caseId).orElseThrow().title()).isEqualTo("House on Mill Road");
    assertThat(hq.obvious().proposals()).isEmpty();
    assertThat(hq.disagreements().open()).as("the rest waits").contains(caseId, person);
    assertThat(hq.histories().of(caseId))
        .extracting(Histories.Entry::reason)
        .contains(Optional.of("the same words"));
    assertThat(hq.decisions().owed()).as("it goes back like every decision").hasSize(1);
    assertThat(one.obvious().decide(all, "because")).as("a station decides nothing").isZero();
  }

  @Test
  void whatIsHardHidesNothingThatIsObvious() {
    RecordId older = one.cases().open(new Cases.NewCase("First", "rescue", "normal", "", ""));
    report();
    hq.cases().edit(older, Map.of("title", Value.text("MILL ROAD")), "");
    one.cases().edit(older, Map.of("title", Value.text("Mill Road")), "");
    report();
    hq.cases().edit(caseId, Map.of("place", Value.text("Example Town, north")), "");
    one.cases().edit(caseId, Map.of("place", Value.text("Example Town, south")), "");
    report();
    assertThat(hq.disagreements().open()).first().isEqualTo(caseId);
    assertThat(hq.obvious().proposals(1))
        .extracting(Obvious.Proposal::record)
        .containsExactly(older);
    assertThat(hq.obvious().proposals(0)).isEmpty();
  }

  @Test
  void whatWasChangedSinceItWasShownIsLeftAlone() {
    hq.cases().edit(caseId, Map.of("title", Value.text("MILL ROAD")), "");
    one.cases().edit(caseId, Map.of("title", Value.text("Mill Road")), "");
    report();
    List<Obvious.Proposal> shown = hq.obvious().proposals();
    one.cases().edit(caseId, Map.of("title", Value.text("Hill Road")), "");
    report();
    assertThat(hq.obvious().decide(shown, "the same")).isZero();
    assertThat(hq.disagreements().open()).containsExactly(caseId);
  }

  @Test
  void writingIsComparedInEveryScriptAndTheFullestIsKept() {
    assertThat(texts("Nguyen Van Duc", "Nguyễn Văn Đức"))
        .get()
        .extracting(t -> t.at())
        .isEqualTo(1);
    assertThat(texts("SOMCHAI", "Somchai")).get().extracting(t -> t.at()).isEqualTo(1);
    assertThat(texts("สมชาย", "สมชาย ")).get().extracting(t -> t.at()).isEqualTo(0);
    assertThat(texts("ＡＢＣ 12", "abc 12")).isPresent();
    assertThat(texts("Mill Road", "Hill Road")).isEmpty();
    assertThat(texts("", " ")).isEmpty();
    assertThat(texts("ก่า", "กา")).as("a tone is a letter").isEmpty();
  }

  @Test
  void aRomanisationBesideTheSameNameAndADayInTheSameYearSayMore() {
    Value bare = Value.parts(Map.of("text", "สมชาย"));
    Value full = Value.parts(Map.of("text", "สมชาย", "roman", "Somchai"));
    Value other = Value.parts(Map.of("text", "สมศักดิ์", "roman", "Somsak"));
    assertThat(Plainly.of(FieldType.NAME, List.of(bare, full)))
        .contains(new Plainly.Taken(1, Plainly.Why.MORE_EXACT));
    assertThat(Plainly.of(FieldType.NAME, List.of(bare, other))).isEmpty();
    Value year = one.people().readBirth("2001").toValue();
    Value day = one.people().readBirth("2001-03-14").toValue();
    Value otherDay = one.people().readBirth("2002-03-14").toValue();
    assertThat(Plainly.of(FieldType.DATE, List.of(year, day)))
        .contains(new Plainly.Taken(1, Plainly.Why.MORE_EXACT));
    assertThat(Plainly.of(FieldType.DATE, List.of(year, day, otherDay))).isEmpty();
  }
}
