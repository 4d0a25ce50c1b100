package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.Signed;
import org.sala.casework.people.People;
import org.sala.casework.protection.Dossiers;
import org.sala.casework.station.Station;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.domain.wire.RevisionWire;
import org.sala.ui.route.Place;

/** Before a dossier is sealed it is said what of it stands back. */
class DossierJourneyTest extends JourneyWindow {
  @TempDir Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("a");
  }

  @Test
  void whatStandsBackIsSaidBeforeThePersonSaysYes() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    try (Desk hq = Desks.headquarters(folder.resolve("hq"))) {
      Desks.enrol(made, hq, folder, "A");
    }
    RecordId person =
        made.people()
            .register(List.of(new People.NewPerson("A-001", "", "", "", "1999", "my")))
            .getFirst();
    RecordId dossier =
        made.dossiers().open(person, new Dossiers.Agreement(true, "my", "", "Counsel", ""));
    interact(
        () -> {
          enter(made);
          shell.go(new Place.OneDossier(person));
        });
    clickOn("#dossier-seal");
    until("#dossier-yes");
    assertThat(lookup("#dossier-back").tryQuery()).as("all of it goes").isEmpty();
    clickOn("#close-dialog");
    written(made, dossier);
    clickOn("#dossier-seal");
    until("#dossier-yes");
    assertThat(label("#dossier-back")).startsWith("1 change of this dossier");
  }

  /** As another program would: no station takes a field with such a name in. */
  private static void written(Desk desk, RecordId dossier) {
    Station s = Desks.station(desk);
    Desks.take(
        desk,
        List.of(
            Signed.under(
                desk,
                s.ids().change(),
                List.of(
                    RevisionWire.write(
                        dossier,
                        "dossier",
                        List.copyOf(s.view().records().heads(dossier, Compartment.INVESTIGATION)),
                        s.scopeOf(dossier),
                        Compartment.INVESTIGATION,
                        Map.of("x".repeat(301), Value.text("long")),
                        Optional.empty(),
                        s.ids().nonce(s.me()))))));
  }
}
