package org.sala.ui.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sala.domain.RecordId;
import org.sala.ui.text.Texts;

/** The name that a half-filled form is kept by leads back to where it stands. */
class DraftPlaceTest {
  private static final Texts TEXTS = Texts.in("en", ZoneId.of("Asia/Bangkok"));

  private final RecordId id = RecordId.of(new UUID(1, 2).toString());

  @Test
  void aDialogLeadsToThePlaceThatItWasOpenedAt() {
    for (Place place :
        List.of(
            new Place.Today(),
            new Place.PeopleHere(),
            new Place.OnePerson(id),
            new Place.Interview(id),
            new Place.Review(id),
            new Place.Filling(id),
            new Place.OneExhibit(id),
            new Place.OneDossier(id),
            new Place.Packages(),
            new Place.Deciding(Optional.of(id)),
            new Place.Deciding(),
            new Place.Settings())) {
      DraftPlace at = DraftPlace.of(place + " today.tell " + UUID.randomUUID() + "hurt", TEXTS);
      assertThat(at.place()).contains(place);
      assertThat(at.dialog()).contains(TEXTS.t("today.tell"));
    }
    DraftPlace inCase = DraftPlace.of("case " + id + " part.bring", TEXTS);
    assertThat(inCase.place()).contains(new Place.OneCase(id, "overview"));
    assertThat(inCase.record()).contains(id);
    assertThat(inCase.dialog()).contains(TEXTS.t("part.bring"));
  }

  @Test
  void aFormOnItsPageLeadsThere() {
    assertThat(DraftPlace.of("intake", TEXTS).place()).contains(new Place.Intake());
    assertThat(DraftPlace.of("triage " + id, TEXTS).place()).contains(new Place.Triage(id));
    assertThat(DraftPlace.of("screening " + id + "/a/b[1]/c", TEXTS).place())
        .contains(new Place.Interview(id));
    assertThat(DraftPlace.of("form " + id + "/a/b", TEXTS).place()).contains(new Place.Filling(id));
    assertThat(DraftPlace.of("opening " + id + " other", TEXTS).place())
        .contains(new Place.Interview(id));
    DraftPlace ending = DraftPlace.of("ending " + id, TEXTS);
    assertThat(ending.place()).contains(new Place.Interview(id));
    assertThat(ending.dialog()).as("is opened there").contains(TEXTS.t("end.title"));
    assertThat(DraftPlace.of("finding " + id, TEXTS).place()).contains(new Place.Review(id));
    DraftPlace statement = DraftPlace.of("statement " + id, TEXTS);
    assertThat(statement.place()).contains(new Place.OneStatement(id));
    assertThat(statement.dialog()).isEmpty();
  }

  @Test
  void whatNobodyCanLeadToIsStillThere() {
    for (String form : List.of("OneSite sites.edit", "CopyFor[scope=Other[x]] own words", "?")) {
      DraftPlace at = DraftPlace.of(form, TEXTS);
      assertThat(at.place()).as(form).isEmpty();
    }
  }
}
