package org.sala.form;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Makes the XForm of a screening, for adults or for children, from its tables. */
final class MakeForm {
  private static final List<String> CODES = List.of("yes", "no", "unknown", "declined", "later");
  private static final Map<String, String> NAMES =
      Map.of(
          "th", "ไทย (th)",
          "zh", "中文 (zh)",
          "vi", "Tiếng Việt (vi)",
          "id", "Bahasa Indonesia (id)",
          "lo", "ລາວ (lo)",
          "km", "ខ្មែរ (km)",
          "my", "မြန်မာ (my)");

  private final ScreeningTables tables;
  private final Map<String, Map<String, String>> words;
  private final String id;
  private final String version;
  private final String title;
  private final StringBuilder xml = new StringBuilder();

  private MakeForm(MakeCatalogues.Made made, boolean child) {
    this.tables = made.tables();
    this.words = child ? tables.childWords() : tables.words();
    this.id = made.id() + (child ? "-child" : "");
    this.version = made.version();
    this.title = made.title() + (child ? " for children" : "");
  }

  static byte[] of(MakeCatalogues.Made made, boolean child) {
    return new MakeForm(made, child).made().getBytes(StandardCharsets.UTF_8);
  }

  private String made() {
    line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    line("<h:html xmlns=\"http://www.w3.org/2002/xforms\"");
    line("    xmlns:h=\"http://www.w3.org/1999/xhtml\"");
    line("    xmlns:jr=\"http://openrosa.org/javarosa\">");
    line("<h:head>");
    line("<h:title>" + title + "</h:title>");
    line("<model>");
    line("<itext>");
    for (String language : words.keySet()) {
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
            : "<translation lang=\"" + NAMES.get(language) + "\">");
    Map<String, String> said = words.getOrDefault(language, Map.of());
    // The other languages are for the person alone: the officer's words stay away.
    boolean officers = language.equals("en") || language.equals("th");
    for (String code : CODES) {
      text("answer:" + code, said.getOrDefault(code, ""), "", "");
    }
    for (ScreeningTables.Part p : tables.parts()) {
      text("/screening/" + p.node() + ":label", said.getOrDefault(title(p), ""), "", "");
      text(path(p, "opening") + ":label", said.getOrDefault(p.dimension(), ""), "", "");
    }
    text("/screening/closing/words:label", said.getOrDefault("title words", ""), "", "");
    for (ScreeningTables.Row r : tables.rows()) {
      String path = path(tables.partOf(r), r.node());
      String asked = r.asked() ? said.getOrDefault(r.code(), "") : "";
      if (officers) {
        text(path + ":label", asked, "short", r.in("heard_label", language));
        text(path + ":hint", "", "guidance", r.in("indicator_own_words", language));
      } else {
        text(path + ":label", asked, "", "");
      }
    }
    line("</translation>");
  }

  /** Said to the person alike, adult or child. */
  private static String title(ScreeningTables.Part p) {
    return "title " + p.dimension();
  }

  /** Writes a text, if there is one. */
  private void text(String id, String plain, String form, String other) {
    if (plain.isEmpty() && other.isEmpty()) {
      return;
    }
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
    line("<screening id=\"" + id + "\" version=\"" + version + "\">");
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
