package org.sala.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sala.domain.AgeGroup;

class FormTest {
  private static final Catalogue CATALOGUE = Catalogue.scamCompound();
  private static final List<String> CODES = List.of("yes", "no", "unknown", "declined", "later");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void formsAndRulesAreWhatTheScriptMakesOfTheTables() {
    MakeCatalogues.all()
        .forEach(
            (folder, files) -> {
              String[] named = folder.split("/");
              assertThat(BuiltIn.versions(named[0]).getLast()).isEqualTo(named[1]);
              files.forEach(
                  (name, bytes) ->
                      assertThat(text("catalogues/" + folder + "/" + name))
                          .as("%s of %s", name, folder)
                          .isEqualTo(new String(bytes, StandardCharsets.UTF_8)));
            });
  }

  private static String text(String name) {
    return new String(CatalogueFiles.resource(name).orElseThrow(), StandardCharsets.UTF_8);
  }

  @Test
  void everyIndicatorOfAFirstScreeningIsOneQuestionInBothLanguages() {
    List<Question.ChooseOne> asked =
        CATALOGUE.form().questions().stream()
            .filter(Question.ChooseOne.class::isInstance)
            .map(Question.ChooseOne.class::cast)
            .toList();
    assertThat(asked).hasSize(33);
    List<Indicator> first =
        CATALOGUE.indicators().stream().filter(i -> i.askIn() == AskIn.FIRST).toList();
    assertThat(asked.stream().map(Question.ChooseOne::path))
        .containsExactlyElementsOf(first.stream().map(CATALOGUE::path).toList());
    for (int i = 0; i < asked.size(); i++) {
      Question.ChooseOne q = asked.get(i);
      assertThat(q.text().in("en")).isEqualTo(first.get(i).question().in("en"));
      assertThat(q.text().in("th")).isEqualTo(first.get(i).question().in("th"));
      assertThat(q.text().in("th")).isNotEqualTo(q.text().in("en"));
      assertThat(q.guidance().in("en")).isEqualTo(first.get(i).officerWords().in("en"));
      assertThat(q.choices().stream().map(Question.Choice::code)).containsExactlyElementsOf(CODES);
      assertThat(q.choices().getFirst().label().in("en")).isEqualTo("Yes, this was so");
    }
  }

  @Test
  void aSectionOpensWithItsInvitation() {
    assertThat(CATALOGUE.form().questions().getFirst())
        .isInstanceOfSatisfying(
            Question.Invitation.class,
            i -> assertThat(i.text().in("en")).startsWith("Please tell me how you came"));
  }

  @Test
  void whatIsNotAskedCanStillBeMarked() {
    Interview i = CATALOGUE.form().open(Map.of());
    i.answer("/screening/the_work/S4_05", new Answer.Chosen("yes"));
    assertThat(i.answers()).containsKey("/screening/the_work/S4_05");
  }

  @Test
  void anInterviewCanBeThrownAwayAfterEveryAnswer() {
    Random random = new Random(7);
    Interview kept = CATALOGUE.form().open(Map.of());
    for (Indicator indicator : CATALOGUE.indicators()) {
      String path = CATALOGUE.path(indicator);
      Answer answer = new Answer.Chosen(CODES.get(random.nextInt(CODES.size())));
      kept.answer(path, answer);
      Interview again = CATALOGUE.form().open(kept.answers());
      assertThat(again.answers()).isEqualTo(kept.answers());
      assertThat(again.questions()).isEqualTo(kept.questions());
    }
  }

  @Test
  void aChoiceOrPathThatTheFormDoesNotHaveIsRefused() {
    Interview i = CATALOGUE.form().open(Map.of());
    assertThatThrownBy(() -> i.answer("/screening/recruitment/S1_01", new Answer.Chosen("perhaps")))
        .isInstanceOf(FormFault.class);
    assertThatThrownBy(() -> i.answer("/screening/recruitment/S9_01", new Answer.Chosen("yes")))
        .isInstanceOf(FormFault.class);
    assertThatThrownBy(() -> i.answer("/screening/recruitment", new Answer.Chosen("yes")))
        .isInstanceOf(FormFault.class);
    assertThatThrownBy(() -> i.answer("1 or 2", new Answer.Chosen("yes")))
        .isInstanceOf(FormFault.class);
    assertThat(i.answers()).isEmpty();
  }

  @Test
  void relevanceFollowsAnswersAndNoAnswerIsDropped() {
    Form form =
        Form.read(
            bytes(
                """
                <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
                <h:head><h:title>t</h:title><model><instance><d id="t" version="1"><a/><b/></d>
                </instance><bind nodeset="/d/a" type="string"/>
                <bind nodeset="/d/b" type="string" relevant="/d/a = 'yes'"/></model></h:head>
                <h:body><select1 ref="/d/a"><label>A</label>
                <item><label>Y</label><value>yes</value></item>
                <item><label>N</label><value>no</value></item></select1>
                <input ref="/d/b"><label>B</label></input></h:body></h:html>
                """));
    Interview i = form.open(Map.of());
    assertThat(i.questions()).hasSize(1);
    i.answer("/d/a", new Answer.Chosen("yes"));
    assertThat(i.questions()).hasSize(2);
    i.answer("/d/b", new Answer.Words("said"));
    i.answer("/d/a", new Answer.Chosen("no"));
    assertThat(i.questions()).hasSize(1);
    assertThat(i.answers()).containsEntry("/d/b", new Answer.Words("said"));
  }

  @Test
  void aFormThatAsksForMoreThanSalaRunsIsRefusedWithThePlace() {
    String form =
        """
        <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
        <h:head><h:title>t</h:title><model><instance><d id="t" version="1"><a/></d>
        </instance><bind nodeset="/d/a" type="geopoint"/></model></h:head>
        <h:body><input ref="/d/a"><label>A</label></input></h:body></h:html>
        """;
    assertThatThrownBy(() -> Form.read(bytes(form)))
        .isInstanceOfSatisfying(
            FormFault.class,
            f -> {
              assertThat(f.code()).isEqualTo(FormFault.Code.NOT_SUPPORTED);
              assertThat(f).hasMessageContaining("/d/a");
            });
  }

  @Test
  void hostileXmlIsRefused() {
    Map<String, String> hostile = new HashMap<>();
    hostile.put(
        "entities", "<!DOCTYPE a [<!ENTITY x \"y\"><!ENTITY z \"&x;&x;\">]><a id='1'>&z;</a>");
    hostile.put("outside", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>");
    hostile.put("deep", "<a>".repeat(100_000));
    hostile.put("many", "<a>" + "<b/>".repeat(300_000) + "</a>");
    hostile.put("cut", "<h:html xmlns:h='x'><h:head>");
    hostile.put("empty", "");
    hostile.put("no instance", "<html xmlns='http://www.w3.org/1999/xhtml'><head/></html>");
    hostile.put(
        "cycle",
        """
        <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
        <h:head><h:title>t</h:title><model><instance><d id="t" version="1"><a/><b/></d>
        </instance><bind nodeset="/d/a" calculate="/d/b + 1"/>
        <bind nodeset="/d/b" calculate="/d/a + 1"/></model></h:head><h:body/></h:html>
        """);
    hostile.forEach(
        (name, xml) ->
            assertThatThrownBy(() -> Form.read(bytes(xml))).as(name).isInstanceOf(FormFault.class));
  }

  @Test
  void answersFromOutsideAreReadInBothForms() {
    Account json =
        AccountReader.read(
            CATALOGUE,
            bytes(
                "{\"ageGroup\":\"adult\",\"indicators\":{\"S1.01\":\"yes\",\"S5.03\":\"later\"},"
                    + "\"act\":true}"));
    assertThat(json.ageGroup()).isEqualTo(AgeGroup.ADULT);
    assertThat(json.readings()).containsEntry("S1.01", Reading.YES);
    assertThat(json.actAdded()).isTrue();
    Account xml =
        AccountReader.read(
            CATALOGUE,
            bytes(
                "<?xml version='1.0'?><screening id='scam-compound' version='1'>"
                    + "<age_group>adult</age_group><act>true</act><recruitment>"
                    + "<S1_01>yes</S1_01></recruitment><life_in_the_place><S5_03>later</S5_03>"
                    + "</life_in_the_place><closing><words>home</words></closing></screening>"));
    assertThat(xml).isEqualTo(json);
  }

  @Test
  void answersThatAreNotOfThisCatalogueAreRefused() {
    for (String wrong :
        List.of(
            "{\"ageGroup\":\"old\",\"indicators\":{}}",
            "{\"ageGroup\":\"adult\",\"indicators\":{\"S1.99\":\"yes\"}}",
            "{\"ageGroup\":\"adult\",\"indicators\":{\"S1.01\":\"maybe\"}}",
            "{\"ageGroup\":\"adult\",\"indicators\":{\"S1.01\":true}}",
            "{\"ageGroup\":\"adult\",\"indicators\":[]}",
            "{\"ageGroup\":\"adult\",\"indicators\":{\"S1.01\":\"yes\",\"S1.01\":\"no\"}}",
            "{\"age\":\"adult\"}",
            "[]",
            "",
            "yes",
            "<screening id='other'/>",
            "<screening><recruitment><S1_01>maybe</S1_01></recruitment></screening>",
            "<screening><recruitment><S1_99>yes</S1_99></recruitment></screening>",
            "<screening><recruitment><S1_01>yes</S1_01><S1_01>no</S1_01></recruitment></screening>",
            "<screening><age_group>old</age_group></screening>")) {
      assertThatThrownBy(() -> AccountReader.read(CATALOGUE, bytes(wrong)))
          .as(wrong)
          .isInstanceOf(FormFault.class);
    }
  }
}
