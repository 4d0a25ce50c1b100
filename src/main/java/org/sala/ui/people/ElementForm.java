package org.sala.ui.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Seen;
import org.sala.domain.PartialDate;
import org.sala.domain.Value;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.Edits;
import org.sala.ui.roster.FactSource;
import org.sala.ui.route.Here;
import org.sala.ui.text.BirthWords;
import org.sala.ui.text.FieldWords;

/** Changes one single thing of a person, or takes it away; the history keeps what was. */
final class ElementForm {
  private final Here here;
  private final Function<String, PartialDate> birth;
  private final Predicate<Cases.Shown> waits;
  private final Edits.Save save;

  /**
   * @param birth reads a birth date as of today
   * @param waits whether what is written leaves the versions of a field open
   * @param save writes the change with its reason
   */
  ElementForm(
      Here here,
      Function<String, PartialDate> birth,
      Predicate<Cases.Shown> waits,
      Edits.Save save) {
    this.here = here;
    this.birth = birth;
    this.waits = waits;
    this.save = save;
  }

  void edit(Cases.Shown shown) {
    String family = FieldWords.family(shown.key());
    Form form = new Form();
    Label read = Nodes.changing("muted", "small");
    Edits edits = new Edits(Map.of(shown.key(), shown), here);
    Supplier<Optional<Value>> typed = control(form, shown, family, read);
    form.getChildren().stream()
        .filter(n -> n instanceof TextInputControl || n instanceof Choice)
        .forEach(n -> edits.shows(shown.key(), n));
    TextField reason = form.add(here.t("reason"), new TextField());
    here.dialogs()
        .ask(
            shown.key(),
            title("person.element.edit.title", family),
            new VBox(8, differing(shown), form, read),
            here.t("save"),
            () -> {
              Optional<Value> is = typed.get();
              if (is.isEmpty()) {
                here.dialogs().notice(here.t("person.more.empty"));
                return false;
              }
              if (shown.disputed() || !is.get().equals(shown.value())) {
                save(shown, is.get(), reason.getText(), edits.seen());
              }
              return true;
            });
  }

  /** All versions of what is changed, and what becomes of them; nothing where there is one. */
  private VBox differing(Cases.Shown shown) {
    VBox box = new VBox(8);
    box.setId("element-versions");
    if (shown.disputed()) {
      box.getChildren()
          .addAll(
              Nodes.label(FieldWords.value(shown, here.texts()), "warning-words"),
              Nodes.label(
                  here.t(waits.test(shown) ? "person.differ.waits" : "person.differ.settles"),
                  "warning-text"));
    }
    return box;
  }

  private VBox goes(Cases.Shown shown) {
    return new VBox(
        8,
        Nodes.label(FieldWords.value(shown, here.texts())),
        Nodes.label(here.t("person.element.remove.below"), "muted"));
  }

  void remove(Cases.Shown shown) {
    String family = FieldWords.family(shown.key());
    Form form = new Form();
    TextField reason = form.add(here.t("reason"), new TextField());
    here.dialogs()
        .ask(
            shown.key(),
            title("person.element.remove.title", family),
            new VBox(8, shown.disputed() ? differing(shown) : goes(shown), form),
            here.t("person.element.remove.verb"),
            () -> {
              save(
                  shown,
                  Value.Nothing.HERE,
                  reason.getText(),
                  Cases.seen(Map.of(shown.key(), shown)));
              return true;
            });
  }

  private void save(Cases.Shown shown, Value is, String reason, Seen seen) {
    save.save(Map.of(shown.key(), is), reason, seen);
  }

  /** Without the value: what was typed is found again whatever stands there by then. */
  private String title(String words, String family) {
    return here.t(words, here.texts().code("field", family));
  }

  /** The control that fits what is changed; it answers nothing where nothing was typed. */
  private Supplier<Optional<Value>> control(
      Form form, Cases.Shown shown, String family, Label read) {
    String label = here.texts().code("field", family);
    return switch (family) {
      case "birth" -> birth(form, label, shown, read);
      case "sex" -> {
        Choice sex =
            form.add(
                label,
                new Choice(List.of("female", "male", "other"), c -> here.texts().code("sex", c)));
        shown.value().asText().filter(sex.getItems()::contains).ifPresent(sex::setValue);
        yield () -> Optional.of(Value.text(sex.getValue()));
      }
      case "needs", "health" -> {
        TextArea area = form.add(label, new TextArea(shown.value().asText().orElse("")));
        area.setPrefRowCount(3);
        area.setWrapText(true);
        area.setId("element-words");
        yield () -> words(area.getText()).map(Value::text);
      }
      case "interpreter" -> {
        TextField field = form.add(label, new TextField(shown.value().asText().orElse("")));
        field.setId("element-words");
        yield () -> words(field.getText()).map(Value::text);
      }
      default -> parts(form, label, family, shown.value());
    };
  }

  private Supplier<Optional<Value>> birth(Form form, String label, Cases.Shown shown, Label read) {
    String typed = PartialDate.of(shown.value()).typed();
    Value.Parts was = shown.value() instanceof Value.Parts p ? p : new Value.Parts(Map.of());
    TextField field = form.add(label, new TextField(typed));
    field.setPromptText(here.t("people.birth.how"));
    field.setId("element-words");
    Runnable tell =
        () ->
            read.setText(
                words(field.getText())
                    .map(t -> BirthWords.of(birth.apply(t), here.texts()))
                    .orElse(""));
    field.textProperty().addListener((o, before, now) -> tell.run());
    tell.run();
    FactSource fact = new FactSource(form, here, was);
    // What was left alone is not read again: an age counts from the day on which it was typed.
    return () ->
        words(field.getText())
            .map(t -> t.equals(typed.strip()) ? was : birth.apply(t).toValue())
            .map(v -> fact.beside(v instanceof Value.Parts p ? p.parts() : Map.of()));
  }

  /** A name, a document, a contact; what a newer station wrote beside stays as it is. */
  private Supplier<Optional<Value>> parts(Form form, String label, String family, Value value) {
    Value.Parts was = value instanceof Value.Parts p ? p : new Value.Parts(Map.of());
    TextField text = form.add(label, new TextField(was.text("text").or(value::asText).orElse("")));
    text.setId("element-words");
    TextField roman = form.add(here.t("people.roman"), new TextField(was.text("roman").orElse("")));
    roman.setId("element-roman");
    Optional<NameSource> source =
        NameSource.fits(family) ? Optional.of(new NameSource(form, here, was)) : Optional.empty();
    source.ifPresent(s -> s.enable(family));
    Optional<FactSource> fact =
        FactSource.fits(family) ? Optional.of(new FactSource(form, here, was)) : Optional.empty();
    return () -> {
      Map<String, Value> parts = new LinkedHashMap<>(was.parts());
      source.ifPresent(
          s -> {
            Map<String, String> said = new LinkedHashMap<>();
            s.into(said);
            parts.remove("scheme");
            parts.remove("grade");
            said.forEach((key, code) -> parts.put(key, Value.text(code)));
          });
      parts.remove("text");
      parts.remove("roman");
      words(text.getText()).ifPresent(t -> parts.put("text", Value.text(t)));
      words(roman.getText()).ifPresent(t -> parts.put("roman", Value.text(t)));
      return parts.containsKey("text") || parts.containsKey("roman")
          ? Optional.of(fact.map(f -> f.beside(parts)).orElseGet(() -> new Value.Parts(parts)))
          : Optional.empty();
    };
  }

  private static Optional<String> words(String typed) {
    return Optional.of(typed.strip()).filter(t -> !t.isEmpty());
  }
}
