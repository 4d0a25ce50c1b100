package org.sala.ui.dossier;

import java.util.Optional;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.consent.Consents;
import org.sala.casework.paper.DossierLeaving;
import org.sala.casework.people.People;
import org.sala.casework.protection.Dossier;
import org.sala.casework.station.Progress;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.paper.Saving;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.text.Texts;
import org.sala.ui.work.Work;

/** How a dossier leaves: as a statement on paper, or sealed in a package of its own. */
final class LeavingForms {
  private final DossierScreen.Doing doing;
  private final Here here;
  private final Work.Line line;

  LeavingForms(DossierScreen.Doing doing, Here here, Work.Line line) {
    this.doing = doing;
    this.here = here;
    this.line = line;
  }

  void print(People.PersonLine p, String officer) {
    Choice language = new Choice(Texts.LANGUAGES, l -> here.texts().code("language", l));
    language.setValue(here.texts().language());
    Form form = new Form();
    form.add(here.t("freeze.language"), language);
    Saving.ask(
        here,
        here.t("dossier.title"),
        form,
        () -> "dossier-" + p.wristband() + ".pdf",
        () -> {
          Texts words = Texts.in(language.getValue(), here.texts().zone());
          return (to, progress) -> doing.leaving().statement(p.id(), officer, words, to, progress);
        });
  }

  /**
   * @param standBack how many changes go in no package
   */
  private record Way(Optional<String> recipient, int standBack) {}

  /** The yes to this very purpose and recipient is asked for, and written down as such. */
  void seal(People.PersonLine p, Dossier d) {
    line.ask(
        () -> new Way(doing.leaving().recipient(), doing.leaving().standBack(p.id())),
        way -> seal(p, d, way));
  }

  private void seal(People.PersonLine p, Dossier d, Way way) {
    if (way.recipient().isEmpty()) {
      here.dialogs().tell(here.t("dossier.seal.verb"), here.t("fault.NOT_ENROLLED"));
      return;
    }
    if (d.counsel().isEmpty()) {
      here.dialogs().tell(here.t("dossier.seal.verb"), here.t("fault.NO_COUNSEL"));
      return;
    }
    Form form = new Form();
    form.show(here.t("dossier.seal.to"), way.recipient().get());
    form.show(here.t("dossier.counsel.who"), d.counsel());
    CheckBox yes = new CheckBox(here.t("dossier.seal.yes"));
    yes.setId("dossier-yes");
    yes.setWrapText(true);
    TextField guardian = new TextField();
    guardian.setId("dossier-guardian");
    if (p.possiblyChild()) {
      form.add(here.t("child.guardian"), guardian);
    }
    VBox content = new VBox(10, Nodes.label(here.t("dossier.seal.below"), "muted"), form, yes);
    if (way.standBack() > 0) {
      // Before the person says yes to it.
      var back = Nodes.label(here.t("dossier.back", way.standBack()), "warning-text");
      back.setId("dossier-back");
      content.getChildren().add(1, back);
    }
    here.dialogs()
        .ask(
            here.t("dossier.seal.verb"),
            content,
            here.t("dossier.seal.verb"),
            () -> {
              if (!yes.isSelected()) {
                here.dialogs().notice(here.t("fault.CONSENT_MISSING"));
                return false;
              }
              if (p.possiblyChild() && guardian.getText().isBlank()) {
                here.dialogs().notice(here.t("consent.guardian"));
                return false;
              }
              line.act(
                  () -> {
                    doing
                        .consents()
                        .ask(
                            p.id(),
                            DossierLeaving.PURPOSE,
                            "headquarters",
                            Consents.Answer.YES,
                            Set.of(),
                            new Consents.How(d.language(), d.interpreter(), guardian.getText()));
                    return doing.leaving().seal(p.id(), Progress.none());
                  },
                  made -> {
                    here.dialogs().notice(here.t("dossier.sealed"));
                    here.navigator().go(Place.Packages.thatLeave());
                  });
              return true;
            });
  }
}
