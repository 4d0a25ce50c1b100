package org.sala.ui.statement;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.people.Cases;
import org.sala.casework.screening.Statements;
import org.sala.casework.station.Seen;
import org.sala.domain.Value;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.ChildPart;
import org.sala.ui.roster.Edits;
import org.sala.ui.roster.FactSource;
import org.sala.ui.roster.PersonForm;
import org.sala.ui.route.Here;

/** What is asked on the way of a statement. */
final class StatementDialogs {
  private StatementDialogs() {}

  static void readBack(Here here, Statements.Page p, BiConsumer<String, String> done) {
    Form form = new Form();
    Choice language = language(form, here, here.t("statement.readback.in"), p);
    TextField by = form.add(here.t("statement.readback.by"), new TextField());
    by.setText(p.text("interpreter"));
    form.show("", here.t("statement.readback.below"));
    here.dialogs()
        .ask(
            here.t("statement.readback"),
            form,
            here.t("statement.readback.verb"),
            () -> {
              done.accept(language.getValue(), by.getText());
              return true;
            });
  }

  static void close(Here here, Consumer<Statements.Signature> done) {
    Form form = new Form();
    Choice signature =
        form.add(
            here.t("statement.signature"),
            new Choice(
                // It tells what the person did: nobody's hand is assumed.
                Stream.concat(
                        Stream.of(""),
                        Arrays.stream(Statements.Signature.values())
                            .map(Statements.Signature::code))
                    .toList(),
                c -> here.texts().code("signature", c)));
    signature.setId("statement-signature");
    form.show("", here.t("statement.close.below"));
    here.dialogs()
        .askForGood(
            here.t("statement.close"),
            form,
            here.t("statement.close.verb"),
            () -> {
              if (signature.getValue().isEmpty()) {
                here.dialogs().notice(here.t("statement.signature.needed"));
                return false;
              }
              done.accept(
                  Statements.Signature.valueOf(signature.getValue().toUpperCase(Locale.ROOT)));
              return true;
            });
  }

  /**
   * Where, with whom, in which language; and of what adds to a statement where it comes from.
   *
   * @param source nothing of one that stands by itself: it comes from the person
   */
  record Asked(Statements.Setting setting, Map<String, String> source) {
    /** Returns all texts by field. */
    Map<String, String> texts() {
      Map<String, String> texts = new LinkedHashMap<>(source);
      texts.put("language", setting.language());
      texts.put("interpreter", setting.interpreter());
      texts.put("present", setting.present());
      texts.put("place", setting.place());
      return texts;
    }

    @Override
    public String toString() {
      return "Asked";
    }
  }

  /** What is changed of an open statement. */
  static void edit(Here here, Statements.Page p, BiConsumer<Asked, Seen> done) {
    boolean adds = p.line().addsTo().isPresent();
    setting(
        here,
        here.t("edit.statement"),
        here.t("save"),
        p,
        (form, edits) -> {
          if (!adds) {
            return Optional.empty();
          }
          FactSource fact = new FactSource(form, here, edits.parts(FactSource.KEYS));
          fact.leave(edits);
          return Optional.of(fact);
        },
        Optional.empty(),
        done);
  }

  /** What adds to a closed statement: nothing of where the first one comes from is assumed. */
  static void add(Here here, Statements.Page p, ChildPart care, BiConsumer<Asked, Seen> done) {
    setting(
        here,
        here.t("statement.add"),
        here.t("statement.begin"),
        p,
        (form, edits) -> Optional.of(new FactSource(form, here, new Value.Parts(Map.of()))),
        Optional.of(care),
        done);
  }

  private static void setting(
      Here here,
      String title,
      String verb,
      Statements.Page p,
      BiFunction<Form, Edits, Optional<FactSource>> sources,
      Optional<ChildPart> care,
      BiConsumer<Asked, Seen> done) {
    Edits edits = new Edits(p.fields(), here);
    Form form = new Form();
    Choice language = language(form, here, here.t("people.language"), p);
    TextField interpreter =
        form.add(here.t("consent.interpreter"), new TextField(p.text("interpreter")));
    TextField present = form.add(here.t("screening.present"), new TextField(p.text("present")));
    TextField place = form.add(here.t("cases.place"), new TextField(p.text("place")));
    edits.leave("language", language).leave("interpreter", interpreter);
    edits.leave("present", present).leave("place", place);
    Optional<FactSource> source = sources.apply(form, edits);
    VBox all = new VBox(8, edits.telling(form, here.t("edit.differ.wait")));
    care.ifPresent(c -> all.getChildren().add(c.among(form)));
    // What a paper says asks nobody.
    source.ifPresent(
        s -> s.whenChosen(code -> care.ifPresent(c -> c.asks(Statements.asksThePerson(code)))));
    here.dialogs()
        .ask(
            title,
            all,
            verb,
            () -> {
              if (care.filter(ChildPart::lacking).isPresent()) {
                here.dialogs().notice(here.t("child.account"));
                return false;
              }
              done.accept(
                  new Asked(
                      new Statements.Setting(
                          language.getValue(),
                          interpreter.getText(),
                          present.getText(),
                          place.getText(),
                          care.map(ChildPart::age).orElse(""),
                          care.flatMap(ChildPart::given)),
                      source.map(FactSource::all).orElse(Map.of())),
                  edits.seen());
              return true;
            });
  }

  /** Asks which of several versions stands: all of them are read first, and none is chosen. */
  static void settle(Here here, Cases.Shown shown, BiConsumer<String, String> done) {
    TextArea stands = new TextArea();
    stands.setId("settled-words");
    stands.setPrefRowCount(4);
    stands.setWrapText(true);
    VBox all = new VBox(10, Nodes.label(here.t("statement.settle.below"), "muted"));
    int number = 1;
    for (Value version : shown.versions()) {
      String words = version.asText().orElse("");
      Node take =
          Nodes.button(here.t("statement.settle.take"), "", () -> stands.setText(words), "compact");
      take.setId("take-version-" + number);
      all.getChildren()
          .add(
              new VBox(
                  4,
                  Nodes.row(
                      Nodes.line(here.t("statement.settle.version", number), "caption"),
                      Nodes.spring(),
                      take),
                  Nodes.label(words.isEmpty() ? here.t("none") : words)));
      number++;
    }
    Form form = new Form();
    form.add(here.t("statement.settle.words"), stands);
    TextField reason = form.add(here.t("reason"), new TextField());
    reason.setId("settle-reason");
    all.getChildren().add(form);
    here.dialogs()
        .ask(
            shown.key(),
            here.t("statement.settle"),
            all,
            here.t("statement.settle.verb"),
            () -> {
              if (stands.getText().isBlank() || reason.getText().isBlank()) {
                here.dialogs().notice(here.t("statement.settle.needed"));
                return false;
              }
              done.accept(stands.getText(), reason.getText());
              return true;
            });
  }

  private static Choice language(Form form, Here here, String label, Statements.Page p) {
    Choice language =
        form.add(label, new Choice(PersonForm.LANGUAGES, c -> here.texts().code("lang", c)));
    if (PersonForm.LANGUAGES.contains(p.line().language())) {
      language.setValue(p.line().language());
    }
    return language;
  }
}
