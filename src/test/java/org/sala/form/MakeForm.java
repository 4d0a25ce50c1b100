package org.sala.form;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The script that makes the screening's XForm and its rules from its tables. Run it after every
 * change to them: {@code java -cp ... org.sala.form.MakeForm
 * src/main/resources/org/sala/form/scam-compound}; a test says so when it was forgotten.
 */
final class MakeForm {
  private static final Map<String, Map<String, String>> CHOICES =
      Map.of(
          "yes", Map.of("en", "Yes, this was so", "th", "ใช่ เป็นอย่างนั้น"),
          "no", Map.of("en", "No", "th", "ไม่"),
          "unknown", Map.of("en", "Does not know", "th", "ไม่ทราบ"),
          "declined", Map.of("en", "Prefers not to answer", "th", "ไม่ขอตอบ"),
          "later", Map.of("en", "Ask later", "th", "ถามภายหลัง"));
  private static final List<String> CODES = List.of("yes", "no", "unknown", "declined", "later");
  private static final List<String> LANGUAGES = List.of("en", "th");

  private final ScreeningTables tables;
  private final StringBuilder xml = new StringBuilder();

  private MakeForm(ScreeningTables tables) {
    this.tables = tables;
  }

  /** Writes form.xml and rules.txt into a folder. */
  public static void main(String[] words) throws IOException {
    Path folder = Path.of(words[0]);
    ScreeningTables tables = ScreeningTables.read();
    Files.write(folder.resolve("form.xml"), of(tables));
    Files.write(folder.resolve("rules.txt"), MakeRules.of(tables));
  }

  static byte[] of(ScreeningTables tables) {
    return new MakeForm(tables).made().getBytes(StandardCharsets.UTF_8);
  }

  private String made() {
    line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    line("<h:html xmlns=\"http://www.w3.org/2002/xforms\"");
    line("    xmlns:h=\"http://www.w3.org/1999/xhtml\"");
    line("    xmlns:jr=\"http://openrosa.org/javarosa\">");
    line("<h:head>");
    line("<h:title>Scam-compound screening</h:title>");
    line("<model>");
    line("<itext>");
    for (String language : LANGUAGES) {
      translation(language);
    }
    line("</itext>");
    instance();
    binds();
    line("</model>");
    line("</h:head>");
    line("<h:body>");
    tables.parts().forEach(this::group);
    line("</h:body>");
    line("</h:html>");
    return xml.toString();
  }

  private void translation(String language) {
    line(
        language.equals("en")
            ? "<translation lang=\"English (en)\" default=\"true()\">"
            : "<translation lang=\"ไทย (th)\">");
    for (String code : CODES) {
      text("answer:" + code, CHOICES.get(code).get(language), "", "");
    }
    for (ScreeningTables.Part s : tables.parts()) {
      text("/screening/" + s.node() + ":label", s.in("section", language), "", "");
      text(path(s, "opening") + ":label", s.in("opening", language), "", "");
    }
    text(
        "/screening/closing/words:label",
        language.equals("en") ? "In the person's words" : "ตามคำพูดของผู้ให้ข้อมูล",
        "",
        "");
    for (ScreeningTables.Row i : tables.rows()) {
      String path = path(tables.partOf(i), i.node());
      text(
          path + ":label",
          i.asked() ? i.in("ask", language) : "",
          "short",
          i.in("heard_label", language));
      text(path + ":hint", "", "guidance", i.in("indicator_own_words", language));
    }
    line("</translation>");
  }

  private void text(String id, String plain, String form, String other) {
    xml.append("<text id=\"").append(id).append("\">");
    if (!plain.isEmpty()) {
      xml.append("<value>").append(escaped(plain)).append("</value>");
    }
    if (!form.isEmpty()) {
      xml.append("<value form=\"").append(form).append("\">");
      xml.append(escaped(other)).append("</value>");
    }
    line("</text>");
  }

  private void instance() {
    line("<instance>");
    line("<screening id=\"scam-compound\" version=\"1\">");
    line("<age_group/>");
    line("<act/>");
    for (ScreeningTables.Part s : tables.parts()) {
      line("<" + s.node() + ">");
      line("<opening/>");
      if (s.closing()) {
        line("<words/>");
      }
      tables.of(s).forEach(i -> line("<" + i.node() + "/>"));
      line("</" + s.node() + ">");
    }
    line("<meta><instanceID/></meta>");
    line("</screening>");
    line("</instance>");
  }

  private void binds() {
    line("<bind nodeset=\"/screening/age_group\" type=\"string\"/>");
    line("<bind nodeset=\"/screening/act\" type=\"string\"/>");
    for (ScreeningTables.Part s : tables.parts()) {
      line("<bind nodeset=\"" + path(s, "opening") + "\" type=\"string\" readonly=\"true()\"/>");
      tables
          .of(s)
          .forEach(i -> line("<bind nodeset=\"" + path(s, i.node()) + "\" type=\"string\"/>"));
    }
    line("<bind nodeset=\"/screening/closing/words\" type=\"string\"/>");
    line("<bind nodeset=\"/screening/meta/instanceID\" type=\"string\"/>");
  }

  private void group(ScreeningTables.Part s) {
    line("<group ref=\"/screening/" + s.node() + "\">");
    line("<label ref=\"jr:itext('/screening/" + s.node() + ":label')\"/>");
    line("<input ref=\"" + path(s, "opening") + "\">");
    line("<label ref=\"jr:itext('" + path(s, "opening") + ":label')\"/>");
    line("</input>");
    if (s.closing()) {
      line("<input ref=\"/screening/closing/words\">");
      line("<label ref=\"jr:itext('/screening/closing/words:label')\"/>");
      line("</input>");
    }
    tables.of(s).stream().filter(ScreeningTables.Row::asked).forEach(i -> question(s, i));
    line("</group>");
  }

  private void question(ScreeningTables.Part s, ScreeningTables.Row i) {
    String path = path(s, i.node());
    line("<select1 ref=\"" + path + "\">");
    line("<label ref=\"jr:itext('" + path + ":label')\"/>");
    line("<hint ref=\"jr:itext('" + path + ":hint')\"/>");
    for (String code : CODES) {
      line(
          "<item><label ref=\"jr:itext('answer:"
              + code
              + "')\"/><value>"
              + code
              + "</value></item>");
    }
    line("</select1>");
  }

  private static String path(ScreeningTables.Part s, String node) {
    return "/screening/" + s.node() + "/" + node;
  }

  private void line(String text) {
    xml.append(text).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
