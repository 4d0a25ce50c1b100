package org.sala.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sala.domain.AgeGroup;

/**
 * Rules that read answers in the question's own terms, and every way in which they can be wrong.
 */
class RuleFileTest {
  private static final String FORM =
      """
      <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
      <h:head><h:title>t</h:title><model><instance><screening id="t" version="1">
      <site><opening/><passport/><hours/><heard/><told/><hidden/><people><name/></people></site>
      </screening></instance>
      <bind nodeset="/screening/site/opening" type="string" readonly="true()"/>
      <bind nodeset="/screening/site/passport" type="string"/>
      <bind nodeset="/screening/site/hours" type="int"
          relevant="/screening/site/passport != 'with_me'"/>
      <bind nodeset="/screening/site/told" type="string"/>
      <bind nodeset="/screening/site/hidden" type="int" relevant="false()"/>
      </model></h:head>
      <h:body><group ref="/screening/site"><label>Site</label>
      <input ref="/screening/site/opening"><label>Tell me of it.</label></input>
      <select ref="/screening/site/passport"><label>Where was your passport?</label>
      <item><label>With me</label><value>with_me</value></item>
      <item><label>With them</label><value>with_them</value></item>
      <item><label>Lost</label><value>lost</value></item></select>
      <input ref="/screening/site/hours"><label>Hours a day?</label></input>
      <input ref="/screening/site/told"><label>What was said?</label></input>
      <input ref="/screening/site/hidden"><label>Hidden</label></input>
      <group ref="/screening/site/people"><repeat nodeset="/screening/site/people">
      <input ref="/screening/site/people/name"><label>Who?</label></input></repeat></group>
      </group></h:body></h:html>
      """;

  private static final String RULES =
      """
      sala-rules 1
      # comments and empty lines say nothing

      dimension control at /screening/site: means site held
      indicator S5.02 in control: adult strong, child strong, defines means, ask first
      indicator S5.03 in control: adult weak, child medium, ask first, care family witness
      answer /screening/site/passport for S5.02: with_me = no, with_them = yes, lost = unknown
      answer /screening/site/hours for S5.03: >=12 = yes, <12 = no
      answer /screening/site/heard for S5.03: yes = yes, no = no
      """;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Catalogue catalogue() {
    return catalogue(RULES);
  }

  private static Catalogue catalogue(String rules) {
    Map<String, String> files =
        Map.of(
            "catalogue.txt",
            "sala-catalogue 1\nid t\nversion 1\nform everyone f.xml\nrules r.txt\n",
            "f.xml",
            FORM,
            "r.txt",
            rules);
    return Catalogue.read(name -> Optional.ofNullable(files.get(name)).map(RuleFileTest::bytes));
  }

  private static Reading reading(String code, Map<String, List<Answer>> answers) {
    Catalogue c = catalogue();
    return c.account(AgeGroup.ADULT, answers, false).of(c.indicator(code).orElseThrow());
  }

  private static Answer.Amount hours(int n) {
    return new Answer.Amount(BigDecimal.valueOf(n));
  }

  @Test
  void anAnswerIsReadInTheQuestionsOwnTerms() {
    String passport = "/screening/site/passport";
    assertThat(reading("S5.02", Map.of(passport, List.of(new Answer.Chosen("with_them")))))
        .isEqualTo(Reading.YES);
    assertThat(reading("S5.02", Map.of(passport, List.of(new Answer.Chosen("lost")))))
        .isEqualTo(Reading.UNKNOWN);
    assertThat(
            reading(
                "S5.02",
                Map.of(passport, List.of(new Answer.Several(List.of("lost", "with_them"))))))
        .as("of several the one that protects")
        .isEqualTo(Reading.YES);
    assertThat(reading("S5.03", Map.of("/screening/site/hours", List.of(hours(12)))))
        .isEqualTo(Reading.YES);
    assertThat(reading("S5.03", Map.of("/screening/site/hours", List.of(hours(11)))))
        .isEqualTo(Reading.NO);
  }

  @Test
  void aNoIsOneOnlyWhereNothingWasLeftOpen() {
    String hours = "/screening/site/hours";
    String heard = "/screening/site/heard";
    for (Answer.Why why : Answer.Why.values()) {
      assertThat(
              reading(
                  "S5.03",
                  Map.of(hours, List.of(hours(8)), heard, List.of(new Answer.Without(why)))))
          .as("%s", why)
          .isNotIn(Reading.NO, Reading.YES);
    }
    assertThat(
            reading(
                "S5.03", Map.of(hours, List.of(hours(8), new Answer.Without(Answer.Why.UNKNOWN)))))
        .as("two versions of one answer")
        .isEqualTo(Reading.UNKNOWN);
    assertThat(
            reading(
                "S5.03", Map.of(hours, List.of(hours(8)), heard, List.of(new Answer.Chosen("no")))))
        .isEqualTo(Reading.NO);
  }

  @Test
  void anInstanceDocumentOfSuchAFormIsExplainedAndIrrelevantAnswersCountForNothing() {
    Catalogue c = catalogue();
    Account account =
        AccountReader.read(
            c,
            bytes(
                "<screening id='t'><site><passport>with_them lost</passport><hours>14</hours>"
                    + "</site></screening>"));
    assertThat(account.readings()).containsEntry("S5.02", Reading.YES);
    assertThat(account.readings()).containsEntry("S5.03", Reading.YES);
    Account hidden =
        AccountReader.read(
            c,
            bytes(
                "<screening id='t'><site><passport>with_me</passport><hours>14</hours>"
                    + "</site></screening>"));
    assertThat(hidden.readings()).containsOnlyKeys("S5.02");
    assertThatThrownBy(
            () ->
                AccountReader.read(
                    c, bytes("<screening><site><hours>many</hours></site></screening>")))
        .isInstanceOf(FormFault.class);
  }

  @Test
  void whatIsWrongIsNamedWithItsLineAndAllAtOnce() {
    assertThat(found(RULES.replace("sala-rules 1", "sala-rules 2"))).contains("line 1");
    assertThat(found(RULES + "answer /screening/site/nowhere for S5.02: yes = yes\n"))
        .contains("line 10: unknown question /screening/site/nowhere");
    assertThat(found(RULES + "answer /screening/site/heard for S9.99: yes = yes\n"))
        .contains("line 10: unknown indicator S9.99");
    assertThat(found(RULES.replace("with_them = yes", "with_them = yes, with_us = yes")))
        .contains("line 7: never reached: /screening/site/passport does not offer with_us");
    assertThat(found(RULES.replace(", lost = unknown", "")))
        .contains("line 7: says nothing of the choice lost");
    assertThat(found(RULES.replace("lost = unknown", "lost = unknown, lost = no")))
        .contains("line 7: never reached: lost was read before");
    assertThat(found(RULES + "answer /screening/site/heard for S5.03: yes = no\n"))
        .contains("line 10: never reached: line 9 reads the same place");
    assertThat(found(RULES.replace(">=12 = yes, <12 = no", ">=12 = yes, <10 = no")))
        .contains("line 8: says nothing of some numbers");
    assertThat(found(RULES.replace(">=12 = yes, <12 = no", ">=12 = yes, >=14 = no, <12 = no")))
        .contains("line 8: never reached: >=14 was read before");
    assertThat(found(RULES.replace(">=12 = yes, <12 = no", "with_me = yes")))
        .contains("line 8: a choice where a number is asked for");
    assertThat(found(RULES.replace("with_them = yes", "with_them = no")))
        .contains("line 5: never reached: no answer says yes to S5.02");
    assertThat(found(RULES.replace("/site/hours for", "/site/hidden for")))
        .contains("line 8: never reached: the form never shows /screening/site/hidden");
    assertThat(found(RULES.replace("/site/hours for", "/site/told for")))
        .contains("line 8: /screening/site/told takes neither choices nor a number");
    assertThat(found(RULES.replace("/site/hours for", "/site/people/name for")))
        .contains("may stand there more than once");
    assertThat(found(RULES.replace("yes = yes, no = no", "yes = yes, declined = no")))
        .contains("line 9: declined is never a no");
    assertThat(found(RULES.replace("in control: adult weak", "in other: adult weak")))
        .contains("line 6: unknown dimension other");
    assertThat(found(RULES + "dimension empty at /screening/site: means\n"))
        .contains("dimension empty: never reached: it has no indicator");
    assertThat(found(RULES.replace("control at /screening/site", "control at /screening/there")))
        .contains("unknown part /screening/there");
    assertThat(found(RULES.replace("adult strong", "adult huge")))
        .contains("line 5: unknown strength huge");
    assertThat(found(RULES.replace("means site held", "means everything")))
        .contains("line 4: unknown role everything");
    assertThat(found(RULES.replace("with_me = no", "with_me = perhaps")))
        .contains("line 7: unknown reading perhaps");
    assertThat(found(RULES.replace("# comments", "comments"))).contains("line 2: neither");
    assertThat(
            found(
                RULES
                    .replace("adult strong", "adult huge")
                    .replace("= perhaps", "= no")
                    .replace("family witness", "nobody")))
        .contains("line 5: unknown strength huge")
        .contains("line 6: unknown care nobody");
  }

  @Test
  void theScamCompoundRulesDoNotPassOverAnyIndicatorOfTheTables() {
    Catalogue c = Catalogue.scamCompound();
    List<ScreeningTables.Row> rows = ScreeningTables.read("scam-compound", List.of()).rows();
    assertThat(rows).hasSize(44);
    assertThat(c.indicators()).hasSize(44);
    for (ScreeningTables.Row r : rows) {
      Indicator i = c.indicator(r.code()).orElseThrow();
      assertThat(i.officerWords().in("th")).isEqualTo(r.in("indicator_own_words", "th"));
      assertThat(i.heardLabel().in("en")).isEqualTo(r.in("heard_label", "en"));
      assertThat(i.question().in("en")).isEqualTo(r.asked() ? r.in("ask", "en") : "");
      assertThat(i.adult().name()).isEqualToIgnoringCase(r.csv().get("strength_adult"));
      assertThat(i.child().name()).isEqualToIgnoringCase(r.csv().get("strength_child"));
    }
  }

  private static String found(String rules) {
    try {
      catalogue(rules);
    } catch (FormFault e) {
      assertThat(e.code()).isEqualTo(FormFault.Code.BAD_CATALOGUE);
      return String.join("\n", e.findings());
    }
    return "nothing was found";
  }
}
