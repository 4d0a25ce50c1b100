package org.sala.ui.statement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.people.Cases;
import org.sala.casework.screening.Statements;
import org.sala.casework.station.Drafts;
import org.sala.casework.station.Seen;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Base;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Drafting;
import org.sala.ui.route.Here;
import org.sala.ui.route.KeptLine;
import org.sala.ui.text.FieldWords;

/** The words of a statement: as they were said, and translated; kept while they are typed. */
final class WordsPart {
  private final Statements.Page page;
  private final Here here;
  private final TextArea text = new TextArea();
  private final TextArea translation = new TextArea();
  private final Label count = Nodes.changing("muted", "small");
  private final VBox node;
  private final HBox kept = new HBox();
  private final ControlFields fields;
  private final Map<String, String> first;
  private Optional<Drafting.Restored> restored = Optional.empty();
  private final Map<String, Base> bases = new LinkedHashMap<>();
  private Map<String, String> saved = Map.of();
  private Drafting.Typing typing = Drafting.none().keep("", new ControlFields(text), r -> {});

  /**
   * @param settle asks which words of a field stand
   */
  WordsPart(Statements.Page page, Here here, Consumer<String> settle) {
    this.page = page;
    this.here = here;
    boolean closed = page.line().state() == Statements.State.CLOSED;
    area(text, "text", closed);
    area(translation, "translation", closed);
    VBox areas = new VBox(8);
    VBox.setVgrow(areas, Priority.ALWAYS);
    String language =
        page.line().language().isEmpty()
            ? here.t("statement.words")
            : here.t("statement.words.in", here.texts().code("lang", page.line().language()));
    areas
        .getChildren()
        .addAll(
            kept,
            Nodes.row(Nodes.line(language, "caption"), Nodes.spring(), count),
            text,
            Nodes.line(here.t("field.translation"), "caption"),
            translation);
    VBox.setVgrow(text, Priority.ALWAYS);
    page.fields().values().stream()
        .filter(s -> s.key().equals("text") || s.key().equals("translation"))
        .filter(s -> s.disputed() || closed && beside(s))
        .forEach(s -> areas.getChildren().add(differing(s, closed, settle)));
    node = Nodes.card(areas);
    fields = new ControlFields(node);
    first = fields.typed();
    if (!closed) {
      typing = kept();
    }
    text.textProperty().addListener((o, was, is) -> counted());
    counted();
  }

  /** Whether words stand there that nobody signed: they were put beside the closing. */
  private boolean beside(Cases.Shown shown) {
    return !shown.value().asText().orElse("").equals(page.text(shown.key()));
  }

  /** The versions that do not stand in the field above, each whole. */
  private Node differing(Cases.Shown shown, boolean closed, Consumer<String> settle) {
    VBox box = new VBox(6);
    box.setId("versions-" + shown.key());
    box.getChildren()
        .add(Nodes.label(here.t(closed ? "statement.beside" : "statement.differ"), "warning-text"));
    shown.versions().stream()
        .map(v -> v.asText().orElse(""))
        .filter(words -> !words.equals(page.text(shown.key())))
        .forEach(
            words ->
                box.getChildren()
                    .add(Nodes.label(words.isEmpty() ? here.t("none") : words, "warning-words")));
    if (!closed) {
      Node stand =
          Nodes.button(
              here.t("statement.settle.ask"), "", () -> settle.accept(shown.key()), "compact");
      stand.setId("settle-" + shown.key());
      box.getChildren().add(Nodes.row(stand));
    }
    return box;
  }

  private void area(TextArea area, String key, boolean closed) {
    area.setText(page.text(key));
    area.setWrapText(true);
    area.setEditable(!closed);
    area.setId("statement-" + key);
    area.setAccessibleText(here.texts().code("field", key));
    area.setPrefRowCount(key.equals("text") ? 12 : 5);
    area.setMinHeight(60);
    area.getStyleClass().add("own-words");
    Cases.Shown shown = page.fields().get(key);
    Base base =
        new Base(
            new Drafts.Stood(page.text(key), Cases.seen(page.fields()).by(key)),
            Optional.ofNullable(shown)
                .filter(Cases.Shown::disputed)
                .map(s -> FieldWords.value(s, here.texts())));
    ControlFields.shows(area, base);
    bases.put(key, base);
  }

  private Drafting.Typing kept() {
    return here.drafts().keep("statement " + page.line().id(), fields, this::restored);
  }

  private void restored(Drafting.Restored back) {
    restored = Optional.of(back);
    KeptLine.show(kept, back, here.texts());
  }

  private void counted() {
    String words = text.getText().strip();
    count.setText(here.t("statement.count", words.codePointCount(0, words.length())));
  }

  Node node() {
    return node;
  }

  /** What differs from what is saved, though it may not be shown here yet. */
  Map<String, String> changed() {
    Map<String, String> changed = new LinkedHashMap<>();
    changed("text", text, changed);
    changed("translation", translation, changed);
    return changed;
  }

  private void changed(String key, TextArea area, Map<String, String> changed) {
    if (!area.getText().strip().equals(saved.getOrDefault(key, page.text(key)).strip())) {
      changed.put(key, area.getText());
    }
  }

  /** Takes over what was being typed in the part that this one replaces. */
  void keep(WordsPart before) {
    Map<String, String> typed = before.changed();
    before.left();
    if (text.isEditable()) {
      boolean focused = before.text.isFocused();
      take(typed, "text", text, before);
      take(typed, "translation", translation, before);
      if (!typed.isEmpty()) {
        before.restored.ifPresent(r -> restored(r.in(fields, first)));
      }
      if (focused) {
        text.requestFocus();
      }
    }
    // Whoever saves in the middle of a sentence types on there, also where the keyboard comes
    // later.
    text.positionCaret(Math.min(before.text.getCaretPosition(), text.getLength()));
    translation.positionCaret(
        Math.min(before.translation.getCaretPosition(), translation.getLength()));
  }

  /** What somebody else wrote since lies hidden below these words, and was not seen. */
  private void take(Map<String, String> typed, String key, TextArea area, WordsPart before) {
    if (typed.containsKey(key)) {
      area.setText(typed.get(key));
      Optional.ofNullable(bases.get(key))
          .ifPresent(
              b -> Optional.ofNullable(before.bases.get(key)).ifPresent(o -> b.begin(o.began())));
    }
  }

  /** Returns how the statement stood when the words were begun that stand here. */
  Seen seen() {
    Seen seen = Cases.seen(page.fields());
    for (Map.Entry<String, Base> e : bases.entrySet()) {
      seen = seen.with(e.getKey(), e.getValue().began().by());
    }
    return seen;
  }

  /** The words were saved: their draft goes, unless somebody has typed on meanwhile. */
  void saved(Map<String, String> words) {
    saved = words;
    if (changed().isEmpty()) {
      typing.over();
      typing = kept();
    }
  }

  /** Left as it stands; what was typed stays kept. */
  void left() {
    typing.left();
  }
}
