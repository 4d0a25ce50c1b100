package org.sala.ui.casepage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.people.People;
import org.sala.casework.screening.No;
import org.sala.casework.screening.Statements;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.roster.ChildPart;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.roster.PersonForm;
import org.sala.ui.roster.SaidNoPart;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** Asks whose statement it is, in which language and with whom in the room. */
final class StatementForm {
  private StatementForm() {}

  /**
   * What has to be known before a statement.
   *
   * @param ageUnsaid whether nobody has written an age
   */
  record Before(boolean ageUnsaid, List<No> saidNo) {
    Before {
      saidNo = List.copyOf(saidNo);
    }
  }

  /**
   * @param before what has to be known of somebody first; asked beside the window, of whoever is
   *     chosen alone
   */
  static void ask(
      CaseKnown k,
      Function<RecordId, Before> before,
      Here here,
      BiConsumer<RecordId, Statements.Setting> begin) {
    if (k.people().isEmpty()) {
      here.dialogs().notice(here.t("statement.nobody"));
      return;
    }
    List<String> ids = new ArrayList<>(k.people().stream().map(p -> p.id().toString()).toList());
    if (ids.size() > 1) {
      // Whoever stands first in the case is not who is in the room.
      ids.addFirst("");
    }
    Form form = new Form();
    Choice person = form.add(here.t("people.number"), new Choice(ids, i -> words(k, i, here)));
    person.setId("statement-person");
    Choice language =
        form.add(
            here.t("people.language"),
            new Choice(PersonForm.LANGUAGES, c -> here.texts().code("lang", c)));
    TextField interpreter = form.add(here.t("consent.interpreter"), new TextField());
    interpreter.setId("statement-interpreter");
    TextField present = form.add(here.t("screening.present"), new TextField());
    TextField place = form.add(here.t("cases.place"), new TextField());
    ChildPart care = new ChildPart(here);
    SaidNoPart said = new SaidNoPart(here);
    Work.Line line = here.work().line();
    Consumer<String> chosen =
        whose -> {
          language.setValue(first(k, whose));
          said.about(List.of());
          if (whose.isEmpty()) {
            care.aboutNobody();
            return;
          }
          People.PersonLine p = of(k, whose);
          care.begins(p);
          line.ask(
              () -> before.apply(p.id()),
              known -> {
                if (whose.equals(person.getValue())) {
                  care.about(p, known.ageUnsaid());
                  said.about(known.saidNo());
                }
              });
        };
    person.valueProperty().addListener((o, was, is) -> chosen.accept(is));
    chosen.accept(person.getValue());
    here.dialogs()
        .ask(
            here.t("statement.begin"),
            new VBox(8, said.node(), form, care.among(form)),
            here.t("statement.begin"),
            () -> {
              if (person.getValue().isEmpty()) {
                here.dialogs().notice(here.t("statement.whose"));
                return false;
              }
              if (care.isAwaited()) {
                here.dialogs().notice(here.t("child.reading"));
                return false;
              }
              if (care.lacking()) {
                here.dialogs().notice(here.t("child.account"));
                return false;
              }
              if (said.asksOnce(interpreter.getText())) {
                return false;
              }
              line.close();
              begin.accept(
                  RecordId.of(person.getValue()),
                  new Statements.Setting(
                      language.getValue(),
                      interpreter.getText(),
                      present.getText(),
                      place.getText(),
                      care.age(),
                      care.given()));
              return true;
            });
    if (person.getValue().isEmpty()) {
      person.requestFocus();
    }
  }

  private static People.PersonLine of(CaseKnown k, String id) {
    return k.people().stream().filter(p -> p.id().toString().equals(id)).findFirst().orElseThrow();
  }

  private static String words(CaseKnown k, String id, Here here) {
    return id.isEmpty() ? here.t("statement.whose") : NumberWords.named(of(k, id), here.texts());
  }

  private static String first(CaseKnown k, String id) {
    if (id.isEmpty()) {
      return "";
    }
    String code = of(k, id).languages().split(" ", -1)[0];
    return PersonForm.LANGUAGES.contains(code) ? code : "";
  }
}
