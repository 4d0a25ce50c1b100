package org.sala.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Forms that were made to hold up, to exhaust or to reach outside: each is refused in words. */
class HostileFormTest {
  /** What no refusal here comes near; it only keeps a broken build from hanging. */
  private static final Duration LONG = Duration.ofMinutes(10);

  private static String form(String model, String body) {
    return """
    <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
        xmlns:jr="http://openrosa.org/javarosa">
    <h:head><h:title>t</h:title><model>
    """
        + model
        + "</model></h:head><h:body>"
        + body
        + "</h:body></h:html>";
  }

  private static final String DATA = "<instance><d id='t' version='1'><a/><b/><c/></d></instance>";

  private static final String ASK = "<input ref='/d/a'><label>A</label></input>";

  private static Form read(String xml, Duration most) {
    return Form.read(xml.getBytes(StandardCharsets.UTF_8), most);
  }

  @Test
  void eachIsRefusedWithWhatIsWrong() {
    Map<String, String> hostile = new LinkedHashMap<>();
    hostile.put(
        "<!DOCTYPE h [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]>"
            + form(DATA, ASK.replace(">A<", ">&c;<")),
        "document type");
    hostile.put(
        "<!DOCTYPE h SYSTEM \"http://example.org/x.dtd\">" + form(DATA, ASK), "document type");
    hostile.put(
        "<!DOCTYPE h [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>"
            + form(DATA, ASK.replace(">A<", ">&a;<")),
        "document type");
    hostile.put(
        form(DATA + "<instance id='x' src='file:///etc/hostname'/>", ASK),
        "choices or data from outside the form");
    hostile.put(
        form(DATA + "<instance id='x' src='jr://file-csv/x.csv'/>", ASK),
        "choices or data from outside the form");
    hostile.put(
        form("<instance src='http://example.org/d.xml'><d id='t'><a/></d></instance>", ASK),
        "choices or data from outside the form");
    hostile.put(
        form(
            DATA
                + "<bind nodeset='/d/a' calculate='/d/b + 1'/>"
                + "<bind nodeset='/d/b' calculate='/d/c + 1'/>"
                + "<bind nodeset='/d/c' calculate='/d/a + 1'/>",
            ASK),
        "ycle");
    hostile.put(form(DATA + "<bind nodeset='/d/a' relevant=\"/d/a = 'x'\"/>", ASK), "ycle");
    hostile.put(
        form(
            DATA,
            "<select1 ref='/d/a'><label>A</label>"
                + "<item><label>x</label><value>x</value></item>".repeat(100_000)
                + "</select1>"),
        "too long");
    hostile.put(
        form(
            DATA,
            "<select1 ref='/d/a'><label>A</label>"
                + "<item><label>x</label><value>x</value></item>".repeat(30_000)
                + "</select1>"),
        "more than 20,000 choices");
    hostile.put(
        form(
            DATA
                + "<instance id='x'><root>"
                + "<item><name>x</name></item>".repeat(90_000)
                + "</root></instance>",
            ASK),
        "more than 20,000 choices");
    hostile.put(form(DATA, "<group>".repeat(5_000) + ASK + "</group>".repeat(5_000)), "too deep");
    hostile.put(
        form(
            DATA
                + "<bind nodeset='/d/a' calculate='"
                + "(".repeat(3_000)
                + "1"
                + ")".repeat(3_000)
                + "'/>",
            ASK),
        "too long or too deep");
    for (String formula :
        List.of(
            "regex(., '(a+)+b')",
            " regex(., '(a+)+b')",
            "string-length(.) &gt; 0 and regex(., '(a+)+b')",
            "not(regex(., '((a)+)+b'))",
            "regex(., '(a|a)*b')",
            "regex(., '(?:[a-z]{1,9})*b')",
            "regex(., concat('(a+', ')+b'))",
            "regex(., /d/b)",
            "regex(concat(., 'x'), '(a+)+b') or regex(., 'a')")) {
      hostile.put(
          form(DATA + "<bind nodeset='/d/a' constraint=\"" + formula + "\"/>", ASK),
          "a pattern that may take for ever");
    }
    hostile.forEach(
        (xml, what) ->
            assertThatThrownBy(() -> read(xml, LONG))
                .as(what)
                .isInstanceOfSatisfying(
                    FormFault.class,
                    f ->
                        assertThat(String.join("; ", f.findings()))
                            .contains(what)
                            .doesNotContain("longer than")));
  }

  @Test
  void aPatternThatComesToAnEndIsRun() {
    for (String pattern :
        List.of(
            "^(\\+?63|0)?9[0-9]{9}$",
            "[A-Z]{2}[0-9]+(-[0-9])?", "(ab)+", "[(+*]{3}", "\\(a+\\)*")) {
      assertThat(
              read(
                  form(
                      DATA + "<bind nodeset='/d/a' constraint=\"regex(., '" + pattern + "')\"/>",
                      ASK),
                  LONG))
          .as(pattern)
          .isNotNull();
    }
  }

  @Test
  void whatTakesTooLongIsLeftBehindAndSaid() {
    // No time at all for what takes long, so that no machine is quick enough and none too slow.
    String slow =
        form(
            DATA,
            "<select1 ref='/d/a'><label>A</label>"
                + "<item><label>x</label><value>x</value></item>".repeat(19_000)
                + "</select1>");
    assertThatThrownBy(() -> read(slow, Duration.ZERO))
        .isInstanceOf(FormFault.class)
        .hasMessageContaining("longer than");
    assertThat(read(form(DATA, ASK), LONG).questions())
        .as("and the next form is opened all the same")
        .hasSize(1);
  }
}
