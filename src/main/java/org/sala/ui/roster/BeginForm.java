package org.sala.ui.roster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.forms.BlankForms;
import org.sala.casework.forms.Forms;
import org.sala.casework.people.People;
import org.sala.casework.screening.No;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.text.FormFindings;
import org.sala.ui.work.Work;

/** Asks which form is begun with a person, in which language and for which case. */
public final class BeginForm {
  private final Here here;
  private final Work.Line line;
  private final Forms forms;
  private final BlankForms blanks;

  public BeginForm(Here here, Work.Line line, Forms forms, BlankForms blanks) {
    this.here = here;
    this.line = line;
    this.forms = forms;
    this.blanks = blanks;
  }

  /**
   * Begins a form with a person and goes to it.
   *
   * @param cases the numbers of the cases that the person is in
   */
  public void ask(People.PersonLine person, Map<RecordId, String> cases) {
    about(person, about -> ask(person, cases, about, ""));
  }

  /** What can be begun, whether nobody has said how old the person is, what is a no. */
  private record About(List<Forms.Offer> offered, boolean ageUnsaid, List<No> saidNo) {}

  private void about(People.PersonLine p, Consumer<About> then) {
    line.act(() -> new About(forms.offered(), forms.ageUnsaid(p.id()), forms.saidNo(p.id())), then);
  }

  private void ask(People.PersonLine p, Map<RecordId, String> cases, About about, String chosen) {
    Map<String, Forms.Offer> offers = new LinkedHashMap<>();
    about.offered().forEach(o -> offers.put(o.digest().isEmpty() ? o.id() : o.digest(), o));
    Form form = new Form();
    form.show(here.t("people.number"), NumberWords.of(p, here.texts()));
    Choice which =
        form.add(
            here.t("forms.which"),
            new Choice(List.copyOf(offers.keySet()), key -> named(offers, key)));
    which.setId("form-which");
    if (offers.containsKey(chosen)) {
      which.setValue(chosen);
    }
    Choice language =
        form.add(
            here.t("screening.language"),
            new Choice(PersonForm.LANGUAGES, c -> here.texts().code("lang", c)));
    String first = p.languages().split(" ", -1)[0];
    if (PersonForm.LANGUAGES.contains(first)) {
      language.setValue(first);
    }
    TextField interpreter = form.add(here.t("consent.interpreter"), new TextField());
    interpreter.setId("form-interpreter");
    List<String> ids = new ArrayList<>(cases.keySet().stream().map(RecordId::toString).toList());
    ids.add("");
    Choice inCase =
        form.add(
            here.t("forms.case"),
            new Choice(
                ids, c -> c.isEmpty() ? here.t("none") : cases.getOrDefault(RecordId.of(c), "")));
    ChildPart care = new ChildPart(p, about.ageUnsaid(), here);
    SaidNoPart said = new SaidNoPart(about.saidNo(), here);
    // What somebody needs is asked without it.
    Consumer<String> chooses =
        key ->
            care.asks(
                Optional.ofNullable(offers.get(key)).filter(forms::asksAnAccount).isPresent());
    which.valueProperty().addListener((o, was, is) -> chooses.accept(is));
    chooses.accept(which.getValue());
    Button file = Nodes.button(here.t("forms.file"), "", () -> install(p, cases), "plain");
    file.setId("form-file");
    here.dialogs()
        .ask(
            here.t("forms.begin"),
            new VBox(10, said.node(), form, care.among(form), Nodes.row(file)),
            here.t("forms.begin"),
            () -> {
              Forms.Offer offer = offers.get(which.getValue());
              if (offer != null) {
                if (care.lacking()) {
                  here.dialogs().notice(here.t("child.account"));
                  return false;
                }
                if (said.asksOnce(interpreter.getText())) {
                  return false;
                }
                Forms.Setting setting =
                    new Forms.Setting(
                        language.getValue(), interpreter.getText(), care.age(), care.given());
                Optional<RecordId> caseId =
                    inCase.getValue().isEmpty()
                        ? Optional.empty()
                        : Optional.of(RecordId.of(inCase.getValue()));
                line.act(
                    () -> forms.begin(p.id(), caseId, offer, setting),
                    id -> here.navigator().go(new Place.Filling(id)));
              }
              return true;
            });
  }

  private String named(Map<String, Forms.Offer> offers, String key) {
    Forms.Offer offer = offers.get(key);
    return offer == null || offer.digest().isEmpty()
        ? here.texts().code("catalogue", key)
        : offer.title().isEmpty() ? offer.id() : offer.title();
  }

  /** Takes a form from a file in; one that cannot be run whole is refused with all that it asks. */
  private void install(People.PersonLine p, Map<RecordId, String> cases) {
    here.dialogs()
        .openFile(here.t("forms.file"))
        .ifPresent(
            path ->
                here.work()
                    .longWork()
                    .start(
                        here.t("forms.file.reading"),
                        progress -> blanks.install(path),
                        installed -> told(installed, p, cases)));
  }

  private void told(
      BlankForms.Installed installed, People.PersonLine p, Map<RecordId, String> cases) {
    switch (installed) {
      case BlankForms.Installed.Done done ->
          about(p, about -> ask(p, cases, about, done.blank().digest()));
      case BlankForms.Installed.Refused refused ->
          here.dialogs()
              .tell(
                  here.t("forms.refused"),
                  here.t(
                      "forms.refused.below",
                      String.join(
                          "\n",
                          refused.findings().stream()
                              .limit(20)
                              .map(f -> "– " + FormFindings.of(f, here.texts()))
                              .toList())));
      case BlankForms.Installed.NotTaken _ ->
          here.dialogs().tell(here.t("forms.refused"), here.t("forms.nottaken"));
    }
  }
}
