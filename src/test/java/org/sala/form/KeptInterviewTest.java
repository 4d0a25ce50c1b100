package org.sala.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An interview that is kept shows what one that was opened anew would show. */
class KeptInterviewTest {
  private static final List<String> CODES = List.of("yes", "no", "unknown", "declined", "later");

  @Test
  void afterAnyAnswersInAnyOrderItShowsWhatANewOneShows() {
    Catalogue c = Catalogue.scamCompound();
    Random random = new Random(11);
    Map<String, Answer> answers = new LinkedHashMap<>();
    Interview kept = c.form().open(answers);
    for (int i = 0; i < 60; i++) {
      String path = c.path(c.indicators().get(random.nextInt(c.indicators().size())));
      if (random.nextInt(4) == 0) {
        answers.remove(path);
      } else {
        answers.put(path, new Answer.Chosen(CODES.get(random.nextInt(CODES.size()))));
      }
      assertThat(kept.become(answers)).isTrue();
      assertThat(kept.answers()).isEqualTo(answers);
      assertThat(kept.questions()).isEqualTo(c.form().open(answers).questions());
    }
  }

  @Test
  void relevanceAndWhatTheFormBeginsWithComeBackWhenAnAnswerIsTakenBack() throws IOException {
    Form form;
    try (InputStream in = KeptInterviewTest.class.getResourceAsStream("everything.xml")) {
      form = Form.read(in.readAllBytes());
    }
    List<Map<String, Answer>> states =
        List.of(
            Map.of(),
            Map.of("/d/name", new Answer.Words("Somebody Example")),
            Map.of("/d/age", new Answer.Amount(java.math.BigDecimal.valueOf(15))),
            Map.of(
                "/d/name",
                new Answer.Words("Other Example"),
                "/d/age",
                new Answer.Amount(java.math.BigDecimal.valueOf(41))),
            Map.of("/d/age", new Answer.Without(Answer.Why.DECLINED)),
            Map.of());
    Interview kept = form.open(Map.of());
    for (Map<String, Answer> state : states) {
      assertThat(kept.become(state)).isTrue();
      Interview anew = form.open(state);
      assertThat(kept.questions()).isEqualTo(anew.questions());
      assertThat(kept.irrelevant()).isEqualTo(anew.irrelevant());
      assertThat(kept.validate()).isEqualTo(anew.validate());
    }
  }

  @Test
  void repeatedGroupsAreOpenedAnew() throws IOException {
    try (InputStream in = KeptInterviewTest.class.getResourceAsStream("everything.xml")) {
      Interview kept = Form.read(in.readAllBytes()).open(Map.of());
      assertThat(kept.become(Map.of("/d/child", new Answer.Times(2)))).isFalse();
    }
  }
}
