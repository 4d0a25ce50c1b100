package org.sala.ui.forms;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.sala.casework.forms.FreezeRequest;
import org.sala.casework.paper.HandOuts;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.paper.Saving;
import org.sala.ui.route.Here;
import org.sala.ui.text.Texts;

/** To whom a freeze request goes and in which language, and whether with a name; then its file. */
final class FreezePrint {
  private FreezePrint() {}

  static void ask(Here here, HandOuts papers, RecordId form, FreezeRequest request) {
    List<String> addressees = new ArrayList<>(List.of(""));
    addressees.addAll(request.addressees());
    Choice to = new Choice(addressees, a -> a.isEmpty() ? here.t("freeze.everyone") : a);
    to.setId("freeze-to");
    Choice language = new Choice(Texts.LANGUAGES, l -> here.texts().code("language", l));
    language.setValue(here.texts().language());
    language.setId("freeze-language");
    CheckBox named = new CheckBox(here.t("freeze.name"));
    named.setId("freeze-named");
    named.setWrapText(true);
    Form asked = new Form();
    asked.add(here.t("freeze.addressee"), to);
    asked.add(here.t("freeze.language"), language);
    Saving.ask(
        here,
        here.t("freeze.title"),
        new VBox(10, asked, named),
        () -> "freeze-request-" + request.person() + ".pdf",
        () -> {
          FreezeRequest.Letter letter = new FreezeRequest.Letter(to.getValue(), named.isSelected());
          Texts words = Texts.in(language.getValue(), here.texts().zone());
          return (file, progress) ->
              papers.freezeRequest(form, request, letter, words, file, progress);
        });
  }
}
