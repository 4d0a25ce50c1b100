package org.sala.casework.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.screening.Statements;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Seen;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * A form stands open for minutes. What a package or another desktop brought in meanwhile is not
 * written over by whoever saves it, who never saw it.
 */
class SeenTest {
  @TempDir Path folder;
  private Desk desk;
  private RecordId caseId;
  private RecordId person;

  @BeforeEach
  void begin() {
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
    caseId = desk.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    person =
        desk.people()
            .add(caseId, new People.NewPerson("A-001", "", "", "female", "2005", ""), "said", "");
    desk.people().edit(person, Map.of("needs", Value.text("a doctor")), "");
  }

  @AfterEach
  void end() {
    desk.close();
  }

  private void now(String officer) {
    desk.close();
    desk = Desks.unlock(folder.resolve("a"), officer);
  }

  private static List<String> texts(Map<String, Cases.Shown> fields, String key) {
    return fields.get(key).versions().stream().flatMap(v -> v.asText().stream()).sorted().toList();
  }

  @Test
  void whatSomebodyElseWroteInTheSameFieldStandsBesideIt() {
    Map<String, Cases.Shown> opened = desk.people().fields(person);
    now("two");
    desk.people().edit(person, Map.of("needs", Value.text("a doctor, insulin")), "");
    now("one");
    desk.people()
        .edit(
            person,
            Map.of("needs", Value.text("a doctor, calls her mother")),
            "",
            Cases.seen(opened));
    assertThat(texts(desk.people().fields(person), "needs"))
        .containsExactly("a doctor, calls her mother", "a doctor, insulin");
  }

  @Test
  void whatWasEmptyWhenTheFormWasOpenedIsNoExcuse() {
    Map<String, Cases.Shown> opened = desk.people().fields(person);
    now("two");
    desk.people()
        .edit(
            person, Map.of("health", Value.text("insulin"), "interpreter", Value.text("I-1")), "");
    now("one");
    desk.people()
        .edit(
            person,
            Map.of("health", Value.text("a cough"), "interpreter", Value.text("I-2")),
            "",
            Cases.seen(opened));
    Map<String, Cases.Shown> fields = desk.people().fields(person);
    assertThat(texts(fields, "health")).containsExactly("a cough", "insulin");
    assertThat(texts(fields, "interpreter")).containsExactly("I-1", "I-2");
    assertThat(desk.people().find(person)).isPresent();
  }

  @Test
  void anotherFieldComesTogetherByItself() {
    Map<String, Cases.Shown> opened = desk.people().fields(person);
    now("two");
    desk.people().edit(person, Map.of("needs", Value.text("insulin")), "");
    now("one");
    desk.people().edit(person, Map.of("sex", Value.text("male")), "", Cases.seen(opened));
    Map<String, Cases.Shown> fields = desk.people().fields(person);
    assertThat(texts(fields, "needs")).containsExactly("insulin");
    assertThat(texts(fields, "sex")).containsExactly("male");
  }

  @Test
  void aDraftThatIsPutBackBuildsOnWhatStoodWhenItWasTyped() {
    String kept = Cases.seen(desk.people().fields(person)).by("needs");
    now("two");
    desk.people().edit(person, Map.of("needs", Value.text("a doctor, insulin")), "");
    now("one");
    Seen now = Cases.seen(desk.people().fields(person));
    desk.people()
        .edit(
            person,
            Map.of("needs", Value.text("a doctor, calls her mother")),
            "",
            now.with("needs", kept));
    assertThat(texts(desk.people().fields(person), "needs"))
        .containsExactly("a doctor, calls her mother", "a doctor, insulin");
  }

  @Test
  void whatWasTakenAwayUnseenIsNotQuietlyPutBack() {
    Map<String, Cases.Shown> opened = desk.people().fields(person);
    now("two");
    desk.people()
        .edit(person, Map.of("sex", Value.Nothing.HERE, "needs", Value.Nothing.HERE), "mistaken");
    now("one");
    desk.people()
        .edit(
            person,
            Map.of("sex", Value.text("male"), "needs", Value.text("a phone call")),
            "",
            Cases.seen(opened));
    assertThat(desk.people().fields(person).get("sex").disputed()).isTrue();
    assertThat(desk.people().fields(person).get("needs").disputed()).isTrue();
    // What was taken away before the form was opened is no version.
    desk.people().edit(person, Map.of("interpreter", Value.text("I-1")), "");
    now("two");
    desk.people().edit(person, Map.of("interpreter", Value.Nothing.HERE), "gone");
    now("one");
    Map<String, Cases.Shown> again = desk.people().fields(person);
    desk.people().edit(person, Map.of("interpreter", Value.text("I-2")), "", Cases.seen(again));
    assertThat(texts(desk.people().fields(person), "interpreter")).containsExactly("I-2");
  }

  @Test
  void whatWasSeenInAnotherFieldIsNoWayToWriteOverWhatWasNot() {
    String kept = Cases.seen(desk.people().fields(person)).by("needs");
    now("two");
    desk.people().edit(person, Map.of("needs", Value.text("insulin")), "");
    // On top of the unseen words, and seen by whoever puts the draft back.
    desk.people().edit(person, Map.of("health", Value.text("diabetes")), "");
    now("one");
    Seen now = Cases.seen(desk.people().fields(person));
    desk.people()
        .edit(
            person,
            Map.of("needs", Value.text("a phone call"), "health", Value.text("diabetes, type 1")),
            "",
            now.with("needs", kept));
    Map<String, Cases.Shown> fields = desk.people().fields(person);
    assertThat(texts(fields, "needs")).containsExactly("a phone call", "insulin");
    assertThat(texts(fields, "health")).containsExactly("diabetes, type 1");
  }

  @Test
  void aDraftOfBeforeThatDoesNotKnowWhatStoodThereStandsBesideToo() {
    now("two");
    desk.people().edit(person, Map.of("needs", Value.text("insulin")), "");
    now("one");
    Seen now = Cases.seen(desk.people().fields(person));
    desk.people()
        .edit(person, Map.of("needs", Value.text("a phone call")), "", now.with("needs", ""));
    assertThat(texts(desk.people().fields(person), "needs")).contains("a phone call", "insulin");
  }

  @Test
  void nobodyIsARivalOfHisOwn() {
    Map<String, Cases.Shown> opened = desk.people().fields(person);
    for (String words : List.of("first", "second")) {
      desk.people().edit(person, Map.of("needs", Value.text(words)), "", Cases.seen(opened));
    }
    assertThat(texts(desk.people().fields(person), "needs")).containsExactly("second");
  }

  @Test
  void aFormThatLeftAFieldAloneDoesNotPutItBack() {
    Involvements.Part opened = desk.involvements().of(person).getFirst();
    now("two");
    desk.involvements()
        .edit(
            opened.id(), new Involvements.Written("", "", "established", "", "", "", ""), "shown");
    now("one");
    desk.involvements()
        .edit(
            opened,
            new Involvements.Written("", "", "said", "said", "", "", ""),
            "asked",
            Cases.seen(opened.fields()));
    Involvements.Part now = desk.involvements().of(person).getFirst();
    assertThat(now.text("forced")).isEqualTo("established");
    assertThat(now.text("defrauded")).isEqualTo("said");
  }

  @Test
  void wordsThatCameWhileOthersWereReadAloudCountAsReadByNobody() {
    RecordId id =
        desk.statements().begin(caseId, person, new Statements.Setting("my", "I-1", "", ""));
    desk.statements().write(id, Map.of("text", "what was read"));
    Seen read = Cases.seen(desk.statements().page(id).fields());
    now("two");
    desk.statements().write(id, Map.of("text", "what was not"));
    now("one");
    assertThatThrownBy(() -> desk.statements().readBack(id, "my", "I-1", read))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.CHANGED_SINCE));
    Seen again = Cases.seen(desk.statements().page(id).fields());
    desk.statements().readBack(id, "my", "I-1", again);
    now("two");
    desk.statements().write(id, Map.of("text", "more"));
    desk.statements().readBack(id, "my", "I-1");
    now("one");
    assertThatThrownBy(() -> desk.statements().close(id, Statements.Signature.SIGNED, again))
        .isInstanceOf(CaseworkFault.class);
  }

  @Test
  void wordsOfAStatementAreKeptOfBoth() {
    RecordId id =
        desk.statements().begin(caseId, person, new Statements.Setting("my", "I-1", "", ""));
    Statements.Page opened = desk.statements().page(id);
    now("two");
    desk.statements().write(id, Map.of("text", "what the one wrote"));
    now("one");
    desk.statements()
        .write(id, Map.of("text", "what the other wrote"), Cases.seen(opened.fields()));
    assertThat(texts(desk.statements().page(id).fields(), "text"))
        .containsExactly("what the one wrote", "what the other wrote");
  }
}
