package org.sala.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sala.domain.DateReader;

class OdkFormTest {
  private static Form form;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in = OdkFormTest.class.getResourceAsStream("everything.xml")) {
      form = Form.read(in.readAllBytes());
    }
  }

  private static Question at(Interview i, String path) {
    return i.questions().stream().filter(q -> q.path().equals(path)).findFirst().orElseThrow();
  }

  private static boolean shows(Interview i, String path) {
    return i.questions().stream().anyMatch(q -> q.path().equals(path));
  }

  private static Answer.Amount amount(String n) {
    return new Answer.Amount(new BigDecimal(n));
  }

  @Test
  void everyKindOfQuestionIsShownAsItself() {
    Interview i = form.open(Map.of());
    assertThat(form.title()).isEqualTo("Everything");
    assertThat(form.languages()).containsExactly("en", "th");
    assertThat(at(i, "/d/name")).isInstanceOf(Question.InWords.class);
    assertThat(at(i, "/d/age")).isInstanceOf(Question.HowMany.class);
    assertThat(at(i, "/d/needs")).isInstanceOf(Question.ChooseSeveral.class);
    assertThat(at(i, "/d/scale"))
        .isInstanceOfSatisfying(
            Question.OnRange.class, r -> assertThat(r.to()).isEqualByComparingTo("10"));
    assertThat(at(i, "/d/born")).isInstanceOf(Question.WhichDay.class);
    assertThat(at(i, "/d/hour")).isInstanceOf(Question.WhichHour.class);
    assertThat(at(i, "/d/moment")).isInstanceOf(Question.WhichInstant.class);
    assertThat(at(i, "/d/photo"))
        .isInstanceOfSatisfying(
            Question.Attach.class, a -> assertThat(a.kind()).isEqualTo(Question.FileKind.PHOTO));
    assertThat(at(i, "/d/seen")).isInstanceOf(Question.Confirm.class);
    assertThat(at(i, "/d/region").head().groups().getFirst().in("en")).isEqualTo("Where");
    assertThat(at(i, "/d/name").head().required()).isTrue();
    assertThat(at(i, "/d/name").head().hint().in("th")).isEqualTo("ตามสะดวก");
    assertThat(at(i, "/d/name").guidance().in("en")).isEqualTo("Never ask twice");
  }

  @Test
  void everyKindOfAnswerSurvivesBeingOpenedAgain() {
    Map<String, Answer> all = new HashMap<>();
    all.put("/d/name", new Answer.Words("Invented"));
    all.put("/d/age", amount("30"));
    all.put("/d/region", new Answer.Chosen("north"));
    all.put("/d/town", new Answer.Chosen("n1"));
    all.put("/d/needs", new Answer.Several(List.of("food", "sleep")));
    all.put("/d/scale", amount("4"));
    all.put("/d/born", new Answer.Day(DateReader.date("2540")));
    all.put("/d/hour", new Answer.Hour(LocalTime.of(3, 15)));
    all.put("/d/moment", new Answer.Instant(OffsetDateTime.parse("2025-11-25T03:15:00+07:00")));
    all.put("/d/photo", new Answer.Attached("0190a1"));
    all.put("/d/seen", new Answer.Confirmed());
    all.put("/d/child", new Answer.Times(2));
    all.put("/d/child[2]/called", new Answer.Words("Second"));
    all.put("/d/count", amount("2"));
    all.put("/d/bag[2]/what", new Answer.Words("phone"));
    Interview i = form.open(all);
    assertThat(i.answers()).isEqualTo(all);
    assertThat(i.irrelevant()).isEmpty();
    assertThat(i.validate()).isEmpty();
    assertThat(((Question.Invitation) at(i, "/d/twice")).shown()).isEqualTo("60");
    assertThat(form.open(i.answers()).questions()).isEqualTo(i.questions());
  }

  @Test
  void anotherLanguageInMidInterviewKeepsTheAnswers() {
    Interview i = form.open(Map.of());
    assertThat(shows(i, "/d/hello")).isFalse();
    i.answer("/d/name", new Answer.Words("Mai"));
    Map<String, Answer> before = i.answers();
    assertThat(at(i, "/d/hello").text().in("en")).isEqualTo("Thank you, Mai");
    assertThat(at(i, "/d/hello").text().in("th")).isEqualTo("ขอบคุณ Mai");
    assertThat(i.answers()).isEqualTo(before);
  }

  @Test
  void aConstraintSaysWhatItWantsAndChangesNothing() {
    Interview i = form.open(Map.of());
    assertThat(i.put("/d/age", amount("130")))
        .isInstanceOfSatisfying(
            Put.Against.class,
            a -> {
              assertThat(a.message().in("en")).isEqualTo("Between 0 and 120");
              assertThat(a.message().in("th")).isEqualTo("ระหว่าง 0 ถึง 120");
            });
    assertThat(i.answers()).isEmpty();
  }

  @Test
  void aConstraintIsLookedAtAgainBeforeReview() {
    Interview i = form.open(Map.of("/d/name", new Answer.Words("Mai")));
    i.answer("/d/age", amount("20"));
    i.answer("/d/limit", amount("25"));
    assertThat(i.validate()).isEmpty();
    i.answer("/d/age", amount("30"));
    assertThat(i.validate())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.path()).isEqualTo("/d/limit");
              assertThat(p.kind()).isEqualTo(Problem.Kind.CONSTRAINT);
            });
  }

  @Test
  void aPersonMayRefuseWhatTheFormRequiresButPuttingItOffIsNoAnswer() {
    Interview i = form.open(Map.of());
    assertThat(i.validate()).extracting(Problem::kind).containsExactly(Problem.Kind.REQUIRED);
    i.answer("/d/name", new Answer.Without(Answer.Why.LATER));
    assertThat(i.validate()).hasSize(1);
    i.answer("/d/name", new Answer.Without(Answer.Why.DECLINED));
    assertThat(i.validate()).isEmpty();
  }

  @Test
  void anIrrelevantAnswerIsKeptAndMarkedAndComesBack() {
    Interview i = form.open(Map.of());
    i.answer("/d/count", amount("2"));
    i.questions();
    i.answer("/d/bag[2]/what", new Answer.Words("phone"));
    assertThat(i.irrelevant()).isEmpty();
    Map<String, Answer> fewer = new HashMap<>(i.answers());
    fewer.put("/d/count", amount("1"));
    Interview again = form.open(fewer);
    assertThat(again.answers()).containsEntry("/d/bag[2]/what", new Answer.Words("phone"));
    assertThat(again.irrelevant()).containsExactly("/d/bag[2]/what");
    fewer.put("/d/count", amount("2"));
    assertThat(form.open(fewer).irrelevant()).isEmpty();
  }

  @Test
  void aChoiceThatAnotherAnswerTookAwayIsNamedAndKept() {
    Interview i = form.open(Map.of("/d/name", new Answer.Words("Mai")));
    i.answer("/d/region", new Answer.Chosen("north"));
    i.answer("/d/town", new Answer.Chosen("n1"));
    assertThatThrownBy(() -> i.answer("/d/town", new Answer.Chosen("s1")))
        .isInstanceOf(FormFault.class);
    i.answer("/d/region", new Answer.Chosen("south"));
    assertThat(((Question.ChooseOne) at(i, "/d/town")).choices())
        .extracting(Question.Choice::code)
        .containsExactly("s1");
    assertThat(i.validate()).extracting(Problem::kind).contains(Problem.Kind.NOT_OFFERED);
    assertThat(i.answers()).containsEntry("/d/town", new Answer.Chosen("n1"));
  }

  @Test
  void anAnswerOfAnotherKindIsRefused() {
    Interview i = form.open(Map.of());
    Map<String, Answer> wrong =
        Map.of(
            "/d/age", new Answer.Words("old"),
            "/d/needs", new Answer.Several(List.of("food", "gold")),
            "/d/born", amount("1990"),
            "/d/scale", amount("2.5"),
            "/d/name", new Answer.Chosen("x"),
            "/d/child[9]/called", new Answer.Words("x"),
            "/d/child/called", new Answer.Words("x"),
            "/d/name[1]", new Answer.Words("x"));
    wrong.forEach(
        (path, answer) ->
            assertThatThrownBy(() -> i.answer(path, answer))
                .as(path)
                .isInstanceOf(FormFault.class));
    assertThat(i.answers()).isEmpty();
  }

  private static byte[] small(String model, String body) {
    return ("<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml'"
            + " xmlns:jr='http://openrosa.org/javarosa'><h:head><h:title>t</h:title><model>"
            + "<instance><d id='t'><a/></d></instance>"
            + model
            + "</model></h:head><h:body>"
            + body
            + "</h:body></h:html>")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsNotRunIsRefusedByNameAndLine() {
    String input = "<input ref='/d/a'><label>A</label></input>";
    Map<String, byte[]> forms = new HashMap<>();
    forms.put("outside the form", small("<instance id='x' src='jr://file/x.xml'/>", input));
    forms.put(
        "pulldata", small("<bind nodeset='/d/a' calculate=\"pulldata('a','b','c','d')\"/>", input));
    forms.put("for ever", small("<bind nodeset='/d/a' constraint=\"regex(., '(a+)+$')\"/>", input));
    forms.put(
        "too deep", small("<bind nodeset='/d/a' calculate='" + "(".repeat(5_000) + "1'/>", input));
    forms.put("place on a map", small("<bind nodeset='/d/a' type='geopoint'/>", input));
    forms.put(
        "20,000 choices",
        small(
            "",
            "<select1 ref='/d/a'><label>A</label>"
                + "<item><label>x</label><value>x</value></item>".repeat(30_000)
                + "</select1>"));
    forms.forEach(
        (what, xml) ->
            assertThatThrownBy(() -> Form.read(xml))
                .as(what)
                .isInstanceOfSatisfying(
                    FormFault.class,
                    f -> {
                      assertThat(f.code()).isEqualTo(FormFault.Code.NOT_SUPPORTED);
                      assertThat(f.findings()).anyMatch(x -> x.contains(what));
                    }));
    assertThat(Form.read(small("<bind nodeset='/d/a'/>", input)).questions()).hasSize(1);
  }
}
