package org.sala.ui.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.history.Histories;
import org.sala.casework.people.People;
import org.sala.casework.protection.Dossier;
import org.sala.casework.protection.Dossiers;
import org.sala.casework.station.Seen;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.Edits;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.roster.PersonForm;
import org.sala.ui.route.Here;
import org.sala.ui.text.FieldWords;
import org.sala.ui.work.Work;

/** What is asked before a dossier is opened, and of each thing that stands in it. */
final class DossierForms {
  private final Dossiers dossiers;
  private final Here here;
  private final Work.Line line;

  DossierForms(Dossiers dossiers, Here here, Work.Line line) {
    this.dossiers = dossiers;
    this.here = here;
    this.line = line;
  }

  /** The person agrees, and counsel is named, or why there is none. */
  void open(People.PersonLine p) {
    Form form = new Form();
    form.show(here.t("people.number"), NumberWords.of(p, here.texts()));
    CheckBox agrees = new CheckBox(here.t("dossier.agrees"));
    agrees.setId("dossier-agrees");
    form.show("", agrees);
    Choice language =
        form.add(
            here.t("consent.language"),
            new Choice(PersonForm.LANGUAGES, c -> here.texts().code("lang", c)));
    language.setId("dossier-language");
    String first = p.languages().split(" ", -1)[0];
    if (PersonForm.LANGUAGES.contains(first)) {
      language.setValue(first);
    }
    TextField interpreter = form.add(here.t("consent.interpreter"), new TextField());
    TextField counsel = form.add(here.t("dossier.counsel.who"), new TextField());
    counsel.setId("dossier-counsel");
    TextField none = form.add(here.t("dossier.counsel.none"), new TextField());
    none.setId("dossier-nocounsel");
    here.dialogs()
        .ask(
            p.id().toString(),
            here.t("dossier.open"),
            new VBox(10, Nodes.label(here.t("dossier.open.below"), "muted"), form),
            here.t("dossier.open"),
            () -> {
              if (!agrees.isSelected() || language.getValue().isEmpty()) {
                here.dialogs().notice(here.t("dossier.agrees.needed"));
                return false;
              }
              if (counsel.getText().isBlank() && none.getText().isBlank()) {
                here.dialogs().notice(here.t("dossier.counsel.needed"));
                return false;
              }
              Dossiers.Agreement agreement =
                  new Dossiers.Agreement(
                      true,
                      language.getValue(),
                      interpreter.getText().strip(),
                      counsel.getText().strip(),
                      none.getText().strip());
              line.act(() -> dossiers.open(p.id(), agreement), id -> {});
              return true;
            });
  }

  /** Something that was done to them, or by them. */
  void deed(RecordId dossier, Dossier.Track track) {
    deed(track, Optional.empty(), new VBox(), dossier, (deed, seen) -> dossiers.add(dossier, deed));
  }

  /** Asks for a line's words otherwise, with what stood there before. */
  void edit(RecordId id, Dossiers.Shown stands, List<Histories.Entry> history) {
    VBox before = new VBox(4, Nodes.label(here.t("history"), "strong"));
    history.forEach(e -> before.getChildren().add(FieldWords.entry(e, here.texts())));
    before.setId("deed-history");
    deed(
        stands.deed().track(),
        Optional.of(stands),
        new VBox(Nodes.side(before, 130)),
        id,
        (deed, seen) -> dossiers.edit(id, stands.deed(), deed, seen));
  }

  private void deed(
      Dossier.Track track,
      Optional<Dossiers.Shown> shown,
      VBox below,
      RecordId kept,
      BiFunction<Dossier.Deed, Seen, ?> write) {
    Optional<Dossier.Deed> stands = shown.map(Dossiers.Shown::deed);
    boolean by = track == Dossier.Track.BY_THEM;
    Form form = new Form();
    TextField when = form.add(here.t("dossier.when"), new TextField());
    when.setPromptText("2024-03-12, 3/2024, 2567");
    TextArea what = form.add(here.t("dossier.what." + track), new TextArea());
    what.setPrefRowCount(2);
    what.setWrapText(true);
    what.setId("deed-what");
    Optional<TextField> ordered = by ? Optional.of(field(form, "dossier.orderedBy")) : none();
    ordered.ifPresent(f -> f.setId("deed-ordered"));
    Optional<TextField> threat = by ? Optional.of(field(form, "dossier.threat")) : none();
    Optional<TextField> otherwise = by ? Optional.of(field(form, "dossier.alternatives")) : none();
    Choice coercion =
        Choice.asked(
            Arrays.stream(Dossier.Coercion.values()).map(Enum::name).toList(),
            c -> here.texts().code("coercion", c),
            here.t("none"));
    coercion.setId("deed-coercion");
    if (by) {
      form.add(here.t("dossier.coercion"), coercion);
    }
    Optional<TextField> link = by ? Optional.of(field(form, "dossier.link")) : none();
    TextField evidence = field(form, "dossier.evidence");
    stands.ifPresent(
        d -> {
          when.setText(d.when().typed());
          what.setText(d.what());
          ordered.ifPresent(f -> f.setText(d.orderedBy()));
          threat.ifPresent(f -> f.setText(d.threat()));
          otherwise.ifPresent(f -> f.setText(d.alternatives()));
          coercion.setValue(d.coercion().name());
          link.ifPresent(f -> f.setText(d.link()));
          evidence.setText(d.evidence());
        });
    Edits edits = new Edits(shown.map(Dossiers.Shown::fields).orElse(Map.of()), here);
    edits.leave("when", when).leave("what", what).leave("coercion", coercion);
    ordered.ifPresent(f -> edits.leave("orderedBy", f));
    threat.ifPresent(f -> edits.leave("threat", f));
    otherwise.ifPresent(f -> edits.leave("alternatives", f));
    link.ifPresent(f -> edits.leave("link", f));
    edits.leave("evidence", evidence);
    here.dialogs()
        .ask(
            kept.toString(),
            here.t(stands.isPresent() ? "dossier.what." + track : "dossier.add." + track),
            new VBox(10, edits.telling(form, here.t("edit.differ.wait")), below),
            here.t("save"),
            () -> {
              if (what.getText().isBlank()) {
                here.dialogs().notice(here.t("dossier.what.needed"));
                return false;
              }
              if (by && coercion.isEmpty()) {
                here.dialogs().notice(here.t("dossier.coercion.needed"));
                return false;
              }
              PartialDate read =
                  when.getText().isBlank()
                      ? PartialDate.unknown("")
                      : dossiers.read(when.getText().strip());
              Dossier.Deed deed =
                  new Dossier.Deed(
                      track,
                      read,
                      what.getText(),
                      text(ordered),
                      text(threat),
                      text(otherwise),
                      by ? Dossier.Coercion.valueOf(coercion.getValue()) : Dossier.Coercion.UNKNOWN,
                      text(link),
                      evidence.getText().strip());
              line.act(() -> write.apply(deed, edits.seen()), done -> {});
              return true;
            });
  }

  private TextField field(Form form, String key) {
    return form.add(here.t(key), new TextField());
  }

  private static Optional<TextField> none() {
    return Optional.empty();
  }

  private static String text(Optional<TextField> field) {
    return field.map(f -> f.getText().strip()).orElse("");
  }
}
