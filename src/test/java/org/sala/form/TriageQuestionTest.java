package org.sala.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
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
