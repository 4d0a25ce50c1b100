package org.sala.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sala.domain.AgeGroup;
import org.sala.form.Account;
import org.sala.form.BuiltIn;
import org.sala.form.Catalogue;
import org.sala.form.Reading;
import org.sala.form.Result;
import org.sala.form.Rules;
import org.sala.form.Wording;

/**
 * The invented people: their stories are whole, in two languages, and come to what they are for.
 */
class ScriptTest {
  private static final Path FOLDER = Path.of("src/main/resources/org/sala/practice");
  private static final Duration TIME = Duration.ofMinutes(40);

  private static Result result(Script s) {
    Catalogue c = BuiltIn.newest(s.catalogue());
    Map<String, Reading> account = new HashMap<>();
    s.asked().keySet().forEach(code -> account.put(code, s.truth(code).orElseThrow()));
    return Rules.explain(c, new Account(s.age(), account, false)).result();
  }

  @Test
  void eachStoryComesToWhatItIsFor() {
    assertThat(Scripts.all()).extracting(Script::id).containsExactly("sommut", "napha", "wela");
    assertThat(result(Scripts.find("sommut").orElseThrow()))
        .isEqualTo(Result.PRESUMED_VICTIM_REFER);
    Script child = Scripts.find("napha").orElseThrow();
    assertThat(child.age()).isEqualTo(AgeGroup.CHILD);
    assertThat(result(child)).isEqualTo(Result.PRESUMED_VICTIM_REFER);
    assertThat(result(Scripts.find("wela").orElseThrow()))
        .isEqualTo(Result.NO_FINDING_IN_THIS_SCREENING);
  }

  @Test
  void everyoneLooksInventedAndSpeaksBothLanguages() {
    for (Script s : Scripts.all()) {
      assertThat(s.name().in("th")).endsWith("ตัวอย่าง");
      assertThat(s.leading()).as("something to be tempted by").hasSizeGreaterThanOrEqualTo(4);
      Map<String, Wording> all = new LinkedHashMap<>();
      s.invited().forEach((k, v) -> all.put(k, v.words()));
      s.asked().forEach((k, v) -> all.put(k, v.words()));
      s.leading().forEach((k, v) -> all.put("ask " + k, v.question()));
      s.leading().forEach((k, v) -> all.put("led " + k, v.words()));
      all.forEach(
          (k, w) -> {
            assertThat(w.in("en")).as(s.id() + k).doesNotContainPattern("[\u0e00-\u0e7f]");
            assertThat(w.in("th")).as(s.id() + k).containsPattern("[\u0e00-\u0e7f]");
          });
    }
  }

  @Test
  void aScriptThatIsNotWholeIsRefusedWithAllThatIsWrong() throws Exception {
    String good = Files.readString(FOLDER.resolve("wela.txt"));
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put(good.replace("sala-script 1", "sala-script 2"), "line 1");
    wrong.put(good.replace("age 41\n", ""), "names no age");
    wrong.put(good.replace("asked S2.01 no", "asked S2.01 perhaps"), "a reading that is none");
    wrong.put(good.replace("asked S2.01 no", "asked S9.99 no"), "unknown indicator S9.99");
    wrong.put(good.replace("invited leaving", "invited arriving"), "unknown part arriving");
    wrong.put(good.replace("th บนรถเมล์หรือ ไม่มี\n", ""), "is not there in th");
    wrong.put(good.replace("asked S1.05 yes", "asked S1.05 no"), "told freely, and not so when");
    wrong.put(good + "\nasked S2.01 no\nen Again.\nth อีก\n", "stands there twice");
    wrong.put(good + "\nshown S1.01\n", "not a line of a script");
    wrong.forEach(
        (text, words) ->
            assertThatThrownBy(
                    () -> ScriptReader.read(text.getBytes(StandardCharsets.UTF_8), BuiltIn::newest))
                .isInstanceOfSatisfying(
                    ScriptFault.class,
                    f -> assertThat(String.join("\n", f.findings())).contains(words)));
  }

  @Test
  void theScoreTellsMissedFromOverMarkedAndCountsWhatWasLed() {
    Script s = Scripts.find("sommut").orElseThrow();
    Catalogue c = BuiltIn.newest("scam-compound");
    Map<String, String> all = new HashMap<>();
    s.asked().forEach((code, a) -> all.put(code, a.truth() == Reading.YES ? "yes" : "no"));
    Score best = Score.of(s, c, all, Set.of(), TIME);
    assertThat(best.missed()).isEmpty();
    assertThat(best.overMarked()).isEmpty();
    assertThat(best.found()).contains("S1.01", "S5.02").doesNotContain("S2.01");
    all.remove("S5.01");
    all.put("S2.01", "yes");
    all.put("S5.13", "yes");
    all.put("S5.04", "declined");
    Score worse = Score.of(s, c, all, Set.of("S5.01", "S2.01"), TIME);
    assertThat(worse.missed()).as("declined is not a yes").containsExactly("S5.01", "S5.04");
    assertThat(worse.overMarked())
        .as("S5.13 the story does not tell")
        .containsExactly("S2.01", "S5.13");
    assertThat(worse.leading()).containsExactlyInAnyOrder("S2.01", "S5.01");
    assertThat(worse.time()).isEqualTo(TIME);
    assertThat(Score.of(Scripts.find("wela").orElseThrow(), c, Map.of(), Set.of(), TIME).missed())
        .as("told freely, though it says nothing of trafficking")
        .isEqualTo(List.of("S1.05"));
  }
}
