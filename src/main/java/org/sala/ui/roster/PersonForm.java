package org.sala.ui.roster;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import org.sala.casework.people.People;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.route.Here;

/** What is written of a person at first: a number is enough. */
public final class PersonForm {
  /**
   * ISO 639 codes of the languages that people speak who are brought to such work, the most
   * frequent first: a letter goes to the first that begins with it.
   */
  public static final List<String> LANGUAGES =
      List.of(
          "", "my", "th", "vi", "zh", "lo", "km", "id", "en", "hi", "am", "ar", "bn", "es", "fr",
          "ja", "kar", "ko", "ms", "ne", "om", "pt", "rhg", "ru", "rw", "shn", "si", "sw", "ta",
          "ti", "tl", "ur", "uz");

  private PersonForm() {}

  /** What a person says of either axis; empty codes where nobody has asked. */
  public record Said(String forced, String defrauded) {}

  /** Asks who someone is. */
  public static void ask(Here here, String number, Consumer<People.NewPerson> then) {
    ask(here, number, false, (person, said) -> then.accept(person));
  }

  /** Asks who someone is and what part they say they have in a case. */
  public static void askWithPart(
      Here here, String number, BiConsumer<People.NewPerson, Said> then) {
    ask(here, number, true, then);
  }

  private static void ask(
      Here here, String number, boolean part, BiConsumer<People.NewPerson, Said> then) {
    Form form = new Form();
    TextField wristband = form.add(here.t("people.number"), new TextField(number));
    TextField name = form.add(here.t("people.name"), new TextField());
    name.setId("person-name");
    TextField roman = form.add(here.t("people.roman"), new TextField());
    TextField birth = form.add(here.t("people.birth"), new TextField());
    birth.setPromptText(here.t("people.birth.how"));
    Choice sex =
        form.add(
            here.t("people.sex"),
            new Choice(List.of("", "female", "male", "other"), c -> here.texts().code("sex", c)));
    Choice language =
        form.add(
            here.t("people.language"), new Choice(LANGUAGES, c -> here.texts().code("lang", c)));
    List<String> grades = List.of("", "said", "presumed", "established");
    Choice forced = new Choice(grades, c -> here.texts().code("forced", c));
    Choice defrauded = new Choice(grades, c -> here.texts().code("defrauded", c));
    if (part) {
      form.add(here.t("case.forced"), forced);
      form.add(here.t("case.defrauded"), defrauded);
    }
    here.dialogs()
        .ask(
            here.t("people.register"),
            form,
            here.t("people.register"),
            () -> {
              if (wristband.getText().isBlank()
                  && name.getText().isBlank()
                  && roman.getText().isBlank()) {
                here.dialogs().notice(here.t("people.needed"));
                return false;
              }
              then.accept(
                  new People.NewPerson(
                      wristband.getText(),
                      name.getText(),
                      roman.getText(),
                      sex.getValue(),
                      birth.getText(),
                      language.getValue()),
                  new Said(forced.getValue(), defrauded.getValue()));
              return true;
            });
  }
}
