package org.sala.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;

/**
 * Makes the XForm of a questionnaire from two tables in the manner of XLSForm: {@code survey.csv}
 * with a row a question, and {@code choices.csv}.
 */
final class MakeQuestionnaire {
  private static final Map<String, String> LANGUAGES =
      new TreeMap<>(Map.of("en", "English (en)", "th", "ไทย (th)"));

  private final MakeCatalogues.Asked made;
  private final List<CSVRecord> survey;
  private final List<CSVRecord> choices;
  private final StringBuilder xml = new StringBuilder();

  private MakeQuestionnaire(MakeCatalogues.Asked made) {
    this.made = made;
    this.survey = ScreeningTables.table(made.id(), "survey.csv");
    this.choices = ScreeningTables.table(made.id(), "choices.csv");
  }

  static byte[] of(MakeCatalogues.Asked made) {
    return new MakeQuestionnaire(made).made().getBytes(StandardCharsets.UTF_8);
  }

  private String made() {
    line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    line("<h:html xmlns=\"http://www.w3.org/2002/xforms\"");
    line("    xmlns:h=\"http://www.w3.org/1999/xhtml\"");
    line("    xmlns:jr=\"http://openrosa.org/javarosa\">");
    line("<h:head>");
    line("<h:title>" + made.title() + "</h:title>");
    line("<model>");
    line("<itext>");
    LANGUAGES.forEach(this::translation);
    line("</itext>");
    line("<instance>");
    line("<" + made.id() + " id=\"" + made.id() + "\" version=\"" + made.version() + "\">");
    walk(this::node);
    line("<meta><instanceID/></meta>");
    line("</" + made.id() + ">");
    line("</instance>");
    walk(this::bind);
    line("<bind nodeset=\"/" + made.id() + "/meta/instanceID\" type=\"string\"/>");
    line("</model>");
    line("</h:head>");
    line("<h:body>");
    walk(this::control);
    line("</h:body>");
    line("</h:html>");
    return xml.toString();
  }

  /** What is done with a row, and where its place is. */
  private interface Each {
    void row(CSVRecord row, String path);
  }

  private void walk(Each each) {
    Deque<String> groups = new ArrayDeque<>();
    for (CSVRecord row : survey) {
      String type = row.get("type");
      if (type.startsWith("end_")) {
        each.row(row, "/" + made.id() + "/" + String.join("/", groups));
        groups.removeLast();
        continue;
      }
      groups.addLast(row.get("name"));
      each.row(row, "/" + made.id() + "/" + String.join("/", groups));
      if (!type.startsWith("begin_")) {
        groups.removeLast();
      }
    }
  }

  private void translation(String language, String name) {
    String first = language.equals("en") ? " default=\"true()\"" : "";
    line("<translation lang=\"" + name + "\"" + first + ">");
    walk(
        (row, path) -> {
          if (!row.get("type").startsWith("end_")) {
            text(path + ":label", in(row, "label", language), "");
            text(path + ":hint", in(row, "hint", language), in(row, "guidance", language));
            text(path + ":message", in(row, "message", language), "");
          }
        });
    choices.forEach(c -> text(c.get("list") + ":" + c.get("name"), in(c, "label", language), ""));
    line("</translation>");
  }

  private static String in(CSVRecord row, String column, String language) {
    return row.get(language.equals("en") ? column : column + "_" + language);
  }

  private void text(String id, String plain, String guidance) {
    if (plain.isEmpty() && guidance.isEmpty()) {
      return;
    }
    xml.append("<text id=\"").append(id).append("\">");
    if (!plain.isEmpty()) {
      xml.append("<value>").append(escaped(plain)).append("</value>");
    }
    if (!guidance.isEmpty()) {
      xml.append("<value form=\"guidance\">").append(escaped(guidance)).append("</value>");
    }
    line("</text>");
  }

  private void node(CSVRecord row, String path) {
    switch (row.get("type")) {
      case "begin_group" -> line("<" + row.get("name") + ">");
      // A template, so that none stands there before somebody says that there is one.
      case "begin_repeat" -> line("<" + row.get("name") + " jr:template=\"\">");
      case "end_group", "end_repeat" ->
          line("</" + path.substring(path.lastIndexOf('/') + 1) + ">");
      default -> line("<" + row.get("name") + "/>");
    }
  }

  private void bind(CSVRecord row, String path) {
    String type = row.get("type").split(" ")[0];
    if (type.startsWith("begin_") || type.startsWith("end_")) {
      return;
    }
    StringBuilder bind = new StringBuilder("<bind nodeset=\"" + path + "\" type=\"");
    bind.append(
        switch (type) {
          case "date" -> "date";
          case "datetime" -> "dateTime";
          case "integer" -> "int";
          case "decimal" -> "decimal";
          case "image" -> "binary";
          case "text", "note", "select_one", "select_multiple" -> "string";
          default -> throw new IllegalStateException("type " + type);
        });
    bind.append('"');
    if (type.equals("note")) {
      bind.append(" readonly=\"true()\"");
    }
    attribute(bind, "required", row.get("required").equals("yes") ? "true()" : "");
    attribute(bind, "relevant", row.get("relevant"));
    attribute(bind, "constraint", row.get("constraint"));
    if (!row.get("message").isEmpty()) {
      String which = row.get("constraint").isEmpty() ? "jr:requiredMsg" : "jr:constraintMsg";
      attribute(bind, which, "jr:itext('" + path + ":message')");
    }
    line(bind.append("/>").toString());
  }

  private static void attribute(StringBuilder to, String name, String value) {
    if (!value.isEmpty()) {
      to.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }
  }

  private void control(CSVRecord row, String path) {
    String[] type = row.get("type").split(" ");
    switch (type[0]) {
      case "begin_group" -> {
        line("<group ref=\"" + path + "\">");
        label(path);
      }
      case "begin_repeat" -> {
        line("<group ref=\"" + path + "\">");
        label(path);
        line("<repeat nodeset=\"" + path + "\">");
      }
      case "end_group" -> line("</group>");
      case "end_repeat" -> line("</repeat>\n</group>");
      default -> {
        String control =
            switch (type[0]) {
              case "select_one" -> "select1";
              case "select_multiple" -> "select";
              case "image" -> "upload";
              default -> "input";
            };
        String kind = control.equals("upload") ? " mediatype=\"image/*\"" : "";
        line("<" + control + " ref=\"" + path + "\"" + kind + ">");
        label(path);
        if (!row.get("hint").isEmpty() || !row.get("guidance").isEmpty()) {
          line("<hint ref=\"jr:itext('" + path + ":hint')\"/>");
        }
        if (type.length > 1) {
          items(type[1]);
        }
        line("</" + control + ">");
      }
    }
  }

  private void label(String path) {
    line("<label ref=\"jr:itext('" + path + ":label')\"/>");
  }

  private void items(String list) {
    choices.stream()
        .filter(c -> c.get("list").equals(list))
        .map(c -> c.get("name"))
        .forEach(
            code ->
                line(
                    "<item><label ref=\"jr:itext('"
                        + (list + ":" + code)
                        + "')\"/><value>"
                        + code
                        + "</value></item>"));
  }

  private void line(String text) {
    xml.append(text).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
