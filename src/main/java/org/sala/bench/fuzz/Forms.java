package org.sala.bench.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sala.domain.DateReader;
import org.sala.domain.PartialDate;
import org.sala.domain.wire.Json;
import org.sala.form.AccountReader;
import org.sala.form.Catalogue;
import org.sala.form.Form;
import org.sala.form.FormFault;

/** Forms from elsewhere, filled ones, and what an officer types. */
final class Forms {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  /** JavaRosa makes much of a small form. */
  private static final long BYTES = 512L << 20;

  private static final List<String> XFORM =
      List.of(
          "<bind nodeset=\"/data/a\" relevant=\"/data/b = 1\"/>",
          "calculate=\"/data/a + 1\"",
          "<repeat nodeset=\"/data/r\">",
          "<itemset nodeset=\"instance('x')/root/item\">",
          "</group>",
          "<select1 ref=\"/data/b\">",
          "jr:itext('x')",
          "type=\"int\"",
          "once(",
          "current()/../",
          "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///x'>]>",
          "&b;",
          "concat(",
          "pulldata('a','b')",
          "constraint=\". > 0\"",
          "selected(/data/b, 'x')",
          "<secondary/>",
          "position(..)",
          "[1]");

  private static final String SMALL =
      """
      <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
       xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>Example</h:title><model>
      <itext><translation lang="en"><text id="a"><value>First</value></text></translation></itext>
      <instance><data id="example" version="1"><a/><b/><r jr:template=""><c/></r></data></instance>
      <bind nodeset="/data/a" type="int" constraint=". &gt; 0" jr:constraintMsg="more"/>
      <bind nodeset="/data/b" relevant="/data/a = 1" calculate="/data/a + 1"/></model></h:head>
      <h:body><input ref="/data/a"><label ref="jr:itext('a')"/></input>
      <select1 ref="/data/b"><label>B</label><item><label>x</label><value>x</value></item></select1>
      <group><label>R</label><repeat nodeset="/data/r"><input ref="/data/r/c"><label>C</label></input>
      </repeat></group></h:body></h:html>
      """;

  private Forms() {}

  static List<Parser> parsers() throws IOException {
    Catalogue catalogue = Catalogue.scamCompound();
    byte[] answers =
        "{\"ageGroup\":\"adult\",\"indicators\":{\"S1.01\":\"yes\",\"S4.01\":\"unknown\"},\"act\":true}"
            .getBytes(StandardCharsets.UTF_8);
    byte[] filled =
        "<screening id=\"scam-compound\"><age_group>adult</age_group><act>yes</act></screening>"
            .getBytes(StandardCharsets.UTF_8);
    return List.of(
        new Parser(
            "form",
            List.of(SMALL.getBytes(StandardCharsets.UTF_8)),
            XFORM,
            xml -> Form.read(xml).open(Map.of()).questions(),
            List.of(FormFault.class),
            BYTES),
        new Parser(
            "shipped form", List.of(shipped()), XFORM, Form::read, List.of(FormFault.class), BYTES),
        new Parser(
            "filled form",
            List.of(answers, filled),
            List.of("\"S5.03\":\"declined\"", "\"ageGroup\":\"child\"", "<!DOCTYPE a>", "<a>"),
            bytes -> AccountReader.read(catalogue, bytes),
            List.of(FormFault.class),
            BYTES),
        new Parser(
            "typed date",
            List.of(
                "24.11.2569".getBytes(StandardCharsets.UTF_8),
                "about 17".getBytes(StandardCharsets.UTF_8),
                "ปีมะโรง".getBytes(StandardCharsets.UTF_8),
                "1998-2001".getBytes(StandardCharsets.UTF_8)),
            List.of("๒๕๖๙", "-", "/", ".", "ca", "~", "0000", "99999999999", "dragon"),
            bytes -> {
              String typed = new String(bytes, StandardCharsets.UTF_8);
              DateReader.date(typed).ageGroup(TODAY);
              DateReader.birth(typed, TODAY).ageGroup(TODAY);
            },
            List.of()),
        new Parser(
            "stored date",
            List.of(Json.write(DateReader.birth("about 17", TODAY).toValue())),
            List.of("\"latest\":\"-999999999-01-01\"", "\"precision\":\"day\"", "2000-01-01"),
            bytes -> PartialDate.of(Json.read(bytes)).ageGroup(TODAY),
            List.of(org.sala.domain.DomainFault.class)));
  }

  private static byte[] shipped() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            Form.class.getResourceAsStream(
                "/org/sala/form/catalogues/scam-compound/2/adult.xml"))) {
      return in.readAllBytes();
    }
  }
}
