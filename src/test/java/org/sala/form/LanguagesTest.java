package org.sala.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sala.domain.AgeGroup;

/** The scam-compound screening in the languages of the halls. */
class LanguagesTest {
  /** What a wording in the language is written in, and nothing else but signs. */
  private static final Map<String, String> SCRIPTS =
      Map.of(
          "km", "[\u1780-\u17ff .,?/]+",
          "lo", "[\u0e80-\u0eff .,?]+",
          "my", "[\u1000-\u109f ]+",
          "zh", "[\u4e00-\u9fff，。？；、]+",
          "vi", "[A-Za-z\u00c0-\u1ef9 .,?;/]+",
          "id", "[A-Za-z .,?-]+");

  private static Map<String, Wording> saidTo(AgeGroup age) {
    Catalogue c = BuiltIn.newest("scam-compound").forAge(age);
    Map<String, Wording> said = new LinkedHashMap<>();
    c.sections().forEach(s -> said.put(s.node(), s.invitation()));
    c.sections().forEach(s -> said.put("title " + s.node(), s.title()));
    c.indicators().stream()
        .filter(i -> i.askIn() == AskIn.FIRST)
        .forEach(i -> said.put(i.code(), i.question()));
    for (Question q : c.form().questions()) {
      if (q instanceof Question.ChooseOne one) {
        one.choices().forEach(o -> said.put("answer " + o.code(), o.label()));
      }
    }
    return said;
  }

  @Test
  void everyInvitationQuestionAndChoiceIsThereForAdultAndChildInItsOwnScript() {
    for (AgeGroup age : List.of(AgeGroup.ADULT, AgeGroup.CHILD)) {
      Map<String, Wording> said = saidTo(age);
      assertThat(said).as("seven titles and invitations, 33 questions, five choices").hasSize(52);
      said.forEach(
          (code, words) ->
              SCRIPTS.forEach(
                  (language, script) -> {
                    String text = words.byLanguage().getOrDefault(language, "");
                    assertThat(text).as(age + " " + code + " " + language).matches(script);
                    assertThat(text).isNotEqualTo(words.in("en"));
                  }));
    }
  }

  @Test
  void noWordingIsUsedForTwoQuestionsAndNoneHoldsAPlaceOpen() {
    for (AgeGroup age : List.of(AgeGroup.ADULT, AgeGroup.CHILD)) {
      for (String language : SCRIPTS.keySet()) {
        List<String> all = new ArrayList<>();
        saidTo(age).values().forEach(w -> all.add(w.in(language)));
        assertThat(all)
            .as(age + " " + language)
            .doesNotHaveDuplicates()
            .noneMatch(t -> t.contains("{") || t.contains("TODO") || t.contains("  "));
      }
    }
  }

  @Test
  void aChildIsAskedInOtherWordsThanAnAdult() {
    Map<String, Wording> adult = saidTo(AgeGroup.ADULT);
    Map<String, Wording> child = saidTo(AgeGroup.CHILD);
    for (String language : SCRIPTS.keySet()) {
      long other =
          adult.keySet().stream()
              .filter(k -> !adult.get(k).in(language).equals(child.get(k).in(language)))
              .count();
      assertThat(other).as(language).isGreaterThan(30);
    }
  }

  @Test
  void noneMayBePutBeforeThePersonWhileNobodyHasReviewedIt() {
    Catalogue c = BuiltIn.newest("scam-compound");
    SCRIPTS.keySet().forEach(l -> assertThat(c.reviewed(l)).as(l).isFalse());
    assertThat(c.form().languages()).containsAll(SCRIPTS.keySet());
  }

  @Test
  void theLanguagesAskNothingThatTheVersionBeforeDidNotAskAndWeighNothingOtherwise() {
    Catalogue before = BuiltIn.version("scam-compound", "2");
    Catalogue now = BuiltIn.newest("scam-compound");
    assertThat(now.form().questions().stream().map(Question::path))
        .containsExactlyElementsOf(before.form().questions().stream().map(Question::path).toList());
    for (int i = 0; i < now.indicators().size(); i++) {
      Indicator was = before.indicators().get(i);
      Indicator is = now.indicators().get(i);
      assertThat(is.question().in("en")).isEqualTo(was.question().in("en"));
      assertThat(is.question().in("th")).isEqualTo(was.question().in("th"));
      assertThat(List.of(is.adult(), is.child(), is.askIn(), is.care()))
          .isEqualTo(List.of(was.adult(), was.child(), was.askIn(), was.care()));
    }
  }
}
