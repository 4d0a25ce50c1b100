package org.sala.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The questions of the triage come from a table, in both languages. */
class TriageQuestionTest {
  private static final String HEAD = "code,asked,question,question_th,how,how_th\n";

  @Test
  void theCodesUnderWhichAnswersLieInRecordsNeverChange() {
    assertThat(TriageQuestion.all())
        .extracting(TriageQuestion::code)
        .containsExactly("q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "o1", "o2");
  }

  @Test
  void everyQuestionIsThereInBothLanguages() {
    for (TriageQuestion q : TriageQuestion.all()) {
      for (Wording words : new Wording[] {q.question(), q.how()}) {
        assertThat(words.in("en"))
            .as(q.code())
            .isNotBlank()
            .doesNotContainPattern("[\u0e00-\u0e7f]");
        assertThat(words.in("th")).as(q.code()).containsPattern("[\u0e00-\u0e7f]");
      }
    }
  }

  @Test
  void whatNobodyHasReviewedIsForTheInterpreterAloneAndNoPartOfTheQuestion() {
    Map<String, String> scripts =
        Map.of(
            "km", "[\u1780-\u17ff]",
            "lo", "[\u0e80-\u0eff]",
            "my", "[\u1000-\u109f]",
            "zh", "[\u4e00-\u9fff]",
            "vi", "[\u00c0-\u1ef9]",
            "id", "[a-z]");
    for (TriageQuestion q : TriageQuestion.all()) {
      scripts.forEach(
          (language, script) -> {
            if (q.asked() == TriageQuestion.Asked.OBSERVED) {
              assertThat(q.unreviewed(language)).as("nobody is asked").isEmpty();
              return;
            }
            assertThat(q.unreviewed(language).orElseThrow())
                .as(q.code() + " " + language)
                .containsPattern(script);
            assertThat(q.question().in(language))
                .as("neither turned to the person nor printed as what was asked")
                .isEqualTo(q.question().in("en"));
          });
      assertThat(q.unreviewed("th")).isEmpty();
    }
  }

  @Test
  void aDangerInTheRoomIsNeverAskedAloudAndWhatIsObservedIsNotAsked() {
    assertThat(TriageQuestion.of("q2").asked()).isEqualTo(TriageQuestion.Asked.POINTED);
    assertThat(TriageQuestion.all().stream().filter(q -> q.code().startsWith("o")))
        .allMatch(q -> q.asked() == TriageQuestion.Asked.OBSERVED);
  }

  @Test
  void aTableWithAWordThatNothingDefinesIsRefused() {
    byte[] shouted = (HEAD + "q1,shouted,a,b,c,d\n").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> CatalogueTables.questions(shouted)).isInstanceOf(FormFault.class);
    byte[] unknown = (HEAD + "z9,aloud,a,b,c,d\n").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> CatalogueTables.questions(unknown)).isInstanceOf(FormFault.class);
  }
}
