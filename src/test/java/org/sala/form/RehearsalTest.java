package org.sala.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a form cannot do is found before anybody sits opposite. */
class RehearsalTest {
  /**
   * A question that opens a group which repeats, one that counts another, and what devices tell.
   */
  private static Form household() {
    return form(
        """
        <yes/><count/><device/>
        <people jr:template=""><name/></people>
        <phones jr:template=""><number/></phones>
        """,
        """
        <bind nodeset="/d/people" relevant="/d/yes = 1"/>
        <bind nodeset="/d/count" type="int"/>
        <bind nodeset="/d/device" type="string" jr:preload="property" jr:preloadParams="deviceid"/>
        """,
        """
        <select1 ref="/d/yes"><label>Others?</label>
          <item><label>yes</label><value>1</value></item>
          <item><label>no</label><value>0</value></item></select1>
        <group ref="/d/people"><label>Person</label><repeat nodeset="/d/people">
          <input ref="/d/people/name"><label>Name</label></input></repeat></group>
        <input ref="/d/count"><label>Telephones</label></input>
        <group ref="/d/phones"><label>Telephone</label>
          <repeat nodeset="/d/phones" jr:count="/d/count">
          <input ref="/d/phones/number"><label>Number</label></input></repeat></group>
        """);
  }

  private static Form form(String instance, String binds, String body) {
    String text =
        """
        <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
            xmlns:jr="http://openrosa.org/javarosa">
        <h:head><h:title>Household</h:title><model><instance><d id="household">
        """
            + instance
            + "</d></instance>"
            + binds
            + "</model></h:head><h:body>"
            + body
            + "</h:body></h:html>";
    return Form.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> paths(Interview i) {
    return i.questions().stream().map(Question::path).toList();
  }

  private static Answer amount(int n) {
    return new Answer.Amount(BigDecimal.valueOf(n));
  }

  @Test
  void everyFormOfOursCanBeAnsweredToItsEndAndOpenedAgain() throws IOException {
    for (String name : BuiltIn.names()) {
      for (long seed = 1; seed <= 3; seed++) {
        assertThat(Rehearsal.of(BuiltIn.newest(name).form(), seed).answered())
            .as(name)
            .isPositive();
      }
    }
    try (InputStream in = RehearsalTest.class.getResourceAsStream("everything.xml")) {
      Form everything = Form.read(in.readAllBytes());
      for (long seed = 1; seed <= 20; seed++) {
        assertThat(Rehearsal.of(everything, seed).answered()).isGreaterThan(8);
        assertThat(Rehearsal.of(household(), seed).answered()).isPositive();
      }
    }
  }

  @Test
  void aGroupThatRepeatsUnderAnAnswerIsThereWhenTheFormIsOpenedAgain() {
    Interview first = household().open(Map.of());
    first.put("/d/yes", new Answer.Chosen("1"));
    first.put("/d/people", new Answer.Times(2));
    first.put("/d/people[2]/name", new Answer.Words("Second Example"));
    assertThat(paths(household().open(first.answers()))).isEqualTo(paths(first));

    first.put("/d/yes", new Answer.Chosen("0"));
    Interview again = household().open(first.answers());
    assertThat(paths(again)).doesNotContain("/d/people[2]/name");
    assertThat(again.answers()).isEqualTo(first.answers());
    assertThat(again.irrelevant()).contains("/d/people[2]/name");
    again.put("/d/yes", new Answer.Chosen("1"));
    assertThat(paths(again)).as("what was said stands there again").contains("/d/people[2]/name");
    assertThat(again.irrelevant()).isEmpty();
  }

  @Test
  void aCountThatGoesDownTakesAwayAndKeepsWhatWasSaid() {
    Interview i = household().open(Map.of());
    i.put("/d/count", amount(3));
    assertThat(paths(i)).contains("/d/phones[3]/number");
    i.put("/d/phones[3]/number", new Answer.Words("000 third"));
    i.put("/d/count", amount(1));
    assertThat(paths(i)).contains("/d/phones[1]/number").doesNotContain("/d/phones[2]/number");
    assertThat(i.irrelevant()).containsExactly("/d/phones[3]/number");
    assertThat(paths(household().open(i.answers()))).isEqualTo(paths(i));
    i.put("/d/count", amount(3));
    assertThat(paths(i)).contains("/d/phones[3]/number");
    assertThat(i.irrelevant()).isEmpty();
    assertThat(i.answers()).containsEntry("/d/phones[3]/number", new Answer.Words("000 third"));
  }

  @Test
  void whatFailsOnTheWayIsNamedWithItsPlace() {
    Form form =
        form(
            "<a/><b/>",
            "<bind nodeset=\"/d/b\" type=\"dateTime\"/>",
            """
            <input ref="/d/a"><label>Words</label>
              <setvalue event="xforms-value-changed" ref="/d/b" value="1 + 1"/></input>
            """);
    assertThatThrownBy(() -> Rehearsal.of(form, 1))
        .isInstanceOfSatisfying(
            FormFault.class,
            f -> {
              assertThat(f.code()).isEqualTo(FormFault.Code.NOT_SUPPORTED);
              assertThat(f.findings()).singleElement().asString().contains("/d/a");
            });
  }
}
