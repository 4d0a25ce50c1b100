package org.sala.ui.roster;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.sala.casework.people.People;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Column;
import org.sala.ui.kit.Nodes;
import org.sala.ui.text.FieldWords;
import org.sala.ui.text.Texts;

/** The columns of a list of people: by number, in their own script with the romanisation below. */
public final class PeopleColumns {
  private PeopleColumns() {}

  public static List<Column<People.PersonLine>> all(Texts texts) {
    return List.of(
        Column.<People.PersonLine>nodes(
                "number", texts.t("people.number"), 96, p -> number(p, texts))
            .sortedBy("wristband"),
        Column.<People.PersonLine>nodes("name", texts.t("people.name"), 190, p -> name(p, texts))
            .sortedBy("name"),
        Column.words("account", texts.t("people.account"), 200, p -> account(p, texts)),
        Column.words("language", texts.t("people.language"), 100, p -> languages(p, texts)),
        Column.nodes("finding", texts.t("people.finding"), 180, p -> standing(p, texts)),
        Column.<People.PersonLine>words(
                "changed", texts.t("people.changed"), 150, p -> texts.date(p.changedMillis()))
            .sortedBy("changed"));
  }

  /** The number, and below it that of another record of the same person. */
  static Node number(People.PersonLine p, Texts texts) {
    VBox box = NumberWords.node(p, texts);
    if (!p.also().isEmpty()) {
      box.getChildren().add(Nodes.line(AlsoWords.numbers(p.also(), texts), "muted", "small"));
    }
    return box;
  }

  /** Returns the name in its own script, the romanisation below. */
  public static Node name(People.PersonLine p, Texts texts) {
    VBox box = new VBox(1);
    box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    if (p.name().isEmpty() && p.roman().isEmpty()) {
      box.getChildren().add(Nodes.line(texts.t("people.unnamed"), "muted"));
    } else {
      Node name = Nodes.label(p.name().isEmpty() ? p.roman() : p.name(), "strong");
      box.getChildren().add(namesDiffer(p, texts).<Node>map(m -> Nodes.row(name, m)).orElse(name));
      if (!p.namesDiffering().isEmpty()) {
        // All of them stand there: a tooltip is for a mouse alone.
        box.getChildren().add(Nodes.line(names(p, texts), "warning", "small"));
      } else if (!p.name().isEmpty() && !p.roman().isEmpty()) {
        box.getChildren().add(Nodes.line(p.roman(), "muted"));
      }
    }
    return box;
  }

  /** A sign at a name of which versions differ, with all of them; empty where there is one. */
  public static Optional<Node> namesDiffer(People.PersonLine p, Texts texts) {
    if (p.namesDiffering().isEmpty()) {
      return Optional.empty();
    }
    String all = names(p, texts);
    Badge sign = new Badge(Badge.Kind.WARNING, "");
    sign.setAccessibleText(all);
    sign.setTooltip(new Tooltip(all));
    return Optional.of(sign);
  }

  /** Returns all names of which versions differ. */
  public static String names(People.PersonLine p, Texts texts) {
    return p.namesDiffering().stream()
        .map(s -> FieldWords.value(s, texts))
        .collect(Collectors.joining(" · "));
  }

  /** What the person says of both axes; a finding is another thing and stands elsewhere. */
  static String account(People.PersonLine p, Texts texts) {
    String forced = p.forced().isEmpty() ? "" : texts.code("forced", p.forced());
    String defrauded = p.defrauded().isEmpty() ? "" : texts.code("defrauded", p.defrauded());
    if (forced.isEmpty() && defrauded.isEmpty()) {
      return texts.t("people.notasked");
    }
    return forced.isEmpty() ? defrauded : defrauded.isEmpty() ? forced : forced + " · " + defrauded;
  }

  /** Whether a person speaks a language, or nobody has written down which. */
  public static boolean speaks(People.PersonLine p, String language) {
    return p.languages().isEmpty() || List.of(p.languages().split(" ")).contains(language);
  }

  /** The languages that a person speaks, in words. */
  public static String languages(People.PersonLine p, Texts texts) {
    if (p.languages().isEmpty()) {
      return "";
    }
    StringBuilder all = new StringBuilder();
    for (String code : p.languages().split(" ")) {
      all.append(all.isEmpty() ? "" : ", ").append(texts.code("lang", code));
    }
    return all.toString();
  }

  /** Returns badges for under 18, protected or found, and whether versions differ. */
  public static Node standing(People.PersonLine p, Texts texts) {
    VBox box = new VBox(3);
    box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    AgeMark.of(p, texts).ifPresent(box.getChildren()::add);
    var row = Nodes.row();
    if (p.finding().isEmpty() || p.findingWaits()) {
      row.getChildren().add(Nodes.line(texts.t("people.protected"), "muted"));
    } else {
      row.getChildren().add(new Badge(Badge.Kind.ACCENT, texts.code("finding", p.finding())));
    }
    if (p.disputes() > 0) {
      row.getChildren().add(new Badge(Badge.Kind.WARNING, texts.t("versions", p.disputes())));
    }
    box.getChildren().add(row);
    return box;
  }
}
